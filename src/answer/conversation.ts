/** What a follow-up may lean on: the last question and the fact that answered it. A plain value; adapters keep it. */
import type { EntityId, FactId } from "../fact-base/schema.ts";
import type { LanguagePack } from "../language/pack.ts";
import { foldDiacritics, isUnspaced } from "../language/tokens.ts";
import { entityTerm } from "../retrieval/entry.ts";
import type { Query, QueryTerm } from "../retrieval/query.ts";
import { plainQuestion } from "../retrieval/question-kind.ts";
import { TIME } from "../retrieval/ranking.ts";

export interface Conversation {
  readonly fact?: FactId;
  readonly language?: string;
  readonly terms: readonly QueryTerm[];
  readonly entities: readonly EntityId[];
}

export const newConversation: Conversation = { terms: [], entities: [] };

/** More words than this make a question that stands alone. */
const LEANING_TERMS = 2;
/** The same where a subject is left out rather than said by a pronoun. */
const SUBJECTLESS_TERMS = 1;

/** Whether a question leans on what was said before: it opens like one, points back, or names next to nothing. */
export function leansOnConversation(
  query: Query,
  conversation: Conversation,
  pack: LanguagePack,
  isKnown: (term: QueryTerm) => boolean,
): boolean {
  if (conversation.terms.length === 0) return false;
  const fold = (word: string) => (pack.keepsMarks ? word : foldDiacritics(word));
  const words = query.words.map(fold);
  const content = query.terms.filter((term) => term.weight === "content");
  if (content.length === 0 || asksForAnotherValue(query)) return true;
  // A subject of which no fact tells anything is a topic of its own ("And who is the Pope?").
  if (!content.some(isKnown)) return false;
  const pointsBack = pack.words.anaphora.some((word) => words.includes(fold(word)));
  const opens = opensFollowUp(query.text, pack);
  if (
    pack.questions.dropsSubject &&
    content.length <= SUBJECTLESS_TERMS &&
    content.every((term) => term.kind === "word")
  )
    return true;
  return (pointsBack || opens) && content.length <= LEANING_TERMS + (pointsBack ? 2 : 0);
}

/** Whether a message opens like a follow-up ("And …", "What about …"). */
export function opensFollowUp(text: string, pack: LanguagePack): boolean {
  const plain = foldDiacritics(plainQuestion(text, pack.readAs));
  return pack.words.followUp.some((opening) => {
    const first = foldDiacritics(opening.toLowerCase());
    return plain === first || plain.startsWith(isUnspaced(first) ? first : `${first} `);
  });
}

/** Whether a pronoun stands for the person last spoken of ("Was he …?"). */
export function meansPerson(query: Query, pack: LanguagePack): boolean {
  return pack.words.pronouns.some((pronoun) => query.words.includes(pronoun));
}

/** Whether a follow-up changes nothing but the value that is asked for ("And where?", "By whom?"). */
export function asksForAnotherValue(query: Query): boolean {
  const [kind] = query.asks;
  // "In which month?": the noun says only what kind of value is meant.
  const isKind = (term: QueryTerm) => term.focus && kind !== undefined && TIME.has(kind);
  return kind !== undefined && query.terms.every((term) => term.weight === "light" || term.inherited || isKind(term));
}

/** What a question that was abstained from leaves to lean on: its own topic, or the older one if it leant on that. */
export function topicOf(query: Query, language: string, conversation: Conversation): Conversation {
  const own = query.terms.filter((term) => term.weight === "content" && !term.inherited);
  if (own.length === 0 || query.terms.some((term) => term.inherited)) return conversation;
  return { language, terms: own, entities: query.entities };
}

/** The query with what it leans on: the last question's terms, marked as inherited. */
export function resolveFollowUp(
  query: Query,
  conversation: Conversation,
  pack: LanguagePack,
  isPerson: (entity: EntityId) => boolean,
): Query {
  const means = meansPerson(query, pack);
  const own = new Set(query.terms.map((term) => term.text));
  const isNamed = conversation.terms.some((term) => term.kind === "entity");
  const inherited = conversation.terms
    .filter((term) => !own.has(term.text))
    // "Who is he?": the person takes the pronoun's place, and nothing else of what was asked about them.
    .filter((term) => !means || !isNamed || term.kind === "entity")
    .map((term) => ({ ...term, inherited: true, required: means && term.kind === "entity" }));
  // "What did he say?": whoever is meant speaks.
  const meant = conversation.entities.filter(
    (id) => means && isPerson(id) && inherited.some(({ text }) => text === entityTerm(id)),
  );
  return {
    ...query,
    people: [...meant, ...query.people],
    roles: { ...query.roles, speakers: [...meant, ...query.roles.speakers] },
    terms: [...query.terms, ...inherited],
    entities: [...new Set([...query.entities, ...conversation.entities])],
  };
}
