/** Who is said to have done something, and to whom: read from word order, voice and prepositions, without a parser. */
import type { EntityId } from "../fact-base/schema.ts";
import type { Term } from "../language/analyzer.ts";
import type { Questions } from "../language/pack.ts";
import { type NameOf, rolesByParticles, rolesByWords } from "./marked-roles.ts";
import { matches } from "./question-kind.ts";

export interface Roles {
  /** Who is the subject of an active verb, or stands behind "by". */
  readonly actors: readonly EntityId[];
  /** Who is the object of an active verb, or the subject of a passive one. */
  readonly affected: readonly EntityId[];
  /** The ideas that the verb names. */
  readonly deeds: readonly string[];
  /** The verb itself, as a term; `undefined` where none is found. */
  readonly verb?: string;
  /** Everybody without a preposition, in order: whose words are asked for comes first. */
  readonly speakers: readonly EntityId[];
}

const NONE: Roles = { actors: [], affected: [], deeds: [], speakers: [] };

function sharesIdea(term: Term, other: Term | undefined): boolean {
  return other !== undefined && (term === other || term.concepts.some((concept) => other.concepts.includes(concept)));
}

/** How far a preposition stands before its name: an article or an adjective may come between, where they come first. */
const REACH = 2;
const NOUN_FIRST_REACH = 1;

/** `nameOf` tells which entity a term stands for. In a language that does not say how, nobody has a role. */
export function rolesIn(
  terms: readonly Term[],
  nameOf: NameOf,
  { roles, marks, subjectWords, nounFirst, determiners }: Questions,
): Roles {
  if (marks)
    return "agent" in marks
      ? (rolesByWords(terms, nameOf, marks, subjectWords) ?? NONE)
      : rolesByParticles(terms, nameOf, marks, subjectWords);
  if (!roles) return NONE;
  const words = terms.map((term) => term.token.text);
  const named = terms.flatMap((term, at) => {
    const entity = nameOf(term)?.entity;
    const near = words.slice(Math.max(0, at - (nounFirst ? NOUN_FIRST_REACH : REACH)), at);
    const preposition = near.findLast((word) => roles.by.includes(word) || roles.prepositions.includes(word));
    return entity === undefined ? [] : [{ entity, at, preposition }];
  });
  const bare = named.filter(({ preposition }) => preposition === undefined);
  const entities = (list: typeof named) => list.map(({ entity }) => entity);
  const isPassive = words.some((word) => roles.passive.includes(word));
  const speakers = isPassive ? [] : entities(bare);
  const isVerb = ({ concepts, token, weight }: Term, i: number) =>
    weight !== "stop" &&
    concepts.length > 0 &&
    (roles.verbLast ? i === 0 || !token.capital : !roles.determiners.includes(words[i - 1] ?? ""));
  const last = terms.findLastIndex(isVerb);
  // A separated particle closes the clause, and the verb that shares its idea stands before it ("schickte … heim").
  const whole = terms.findIndex((term, i) => isVerb(term, i) && sharesIdea(term, terms[last]));
  const verb = roles.verbLast ? whole : terms.findIndex(isVerb);
  // "Was Liu thankful": what he is, not what was done to him.
  const isAdjective = isPassive && !matches(roles.participle, words[verb] ?? "");
  if (verb < 0 || isAdjective) return { ...NONE, speakers };
  const { text, concepts: deeds = [] } = terms[verb] ?? {};
  const found = { deeds, speakers, ...(text === undefined ? {} : { verb: text }) };
  if (isPassive) {
    const by = named.filter(({ preposition }) => preposition !== undefined && roles.by.includes(preposition));
    return { actors: entities(by), affected: entities(bare), ...found };
  }
  // "Chen Zhi bắt ai?", whom did he arrest: behind the verb it is the object that is asked for.
  const asksForActor = words.some(
    (word, at) =>
      subjectWords.includes(word) && !roles.objectMarks?.includes(words[at + 1] ?? "") && (roles.verbLast || at < verb),
  );
  if (asksForActor) return { actors: [], affected: entities(bare), ...found };
  // "Wie viele Vietnamesen schickte Kambodscha heim?": what is asked for comes first, subject or not.
  const [first, second] = bare;
  if (roles.verbLast && first && second && determiners.includes(words[first.at - 1] ?? ""))
    return { actors: [], affected: [], ...found };
  // Where the verb closes the sentence the subject comes first, elsewhere it stands before the verb.
  const subjects = roles.verbLast ? bare.slice(0, 1) : bare.filter(({ at }) => at < verb);
  const objects = bare.filter((name) => !subjects.includes(name));
  const isSentence = objects.length > 0 && matches(roles.participle, words[verb] ?? "");
  if (isKeywords(terms) && !isSentence) return { ...NONE, speakers };
  return { actors: entities(subjects), affected: entities(objects), ...found };
}

/** "raid Poipet": words without any that make a sentence of them. */
function isKeywords(terms: readonly Term[]): boolean {
  return terms.every(({ weight }) => weight !== "stop");
}
