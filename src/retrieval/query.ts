/** A question, analyzed: what it is about and what kind of answer it asks for. */
import type { EntityId } from "../fact-base/schema.ts";
import type { Analyzer, Term } from "../language/analyzer.ts";
import type { Questions } from "../language/pack.ts";
import { closestWord } from "../language/spelling.ts";
import { normalize, readLetters } from "../language/tokens.ts";
import { analyzeWithEntities, entityTerm, isEntityTerm } from "./entry.ts";
import type { MentionFinder } from "./mentions.ts";
import { askedIn, compiled, plainQuestion, type QuestionKind } from "./question-kind.ts";
import { type Roles, rolesIn } from "./roles.ts";

export interface QueryTerm {
  readonly text: string;
  /** As it was typed, for people to read. */
  readonly typed: string;
  readonly position: number;
  readonly weight: "light" | "content";
  readonly concepts: readonly string[];
  readonly parts: readonly string[];
  readonly kind: "word" | "number" | "month" | "entity" | "country";
  /** Capitalised inside the question: a name, as far as letters tell. */
  readonly capital: boolean;
  /** Stands in for a misspelt word. */
  readonly respelled: boolean;
  /** Belongs to the noun that a question word asks for ("which Korean agency"). */
  readonly focus: boolean;
  /** What somebody is asked to have done or to be: the verb of a "who" question, or the noun behind "is". */
  readonly predicate: boolean;
  /** A name that neither the fact base nor the language knows, as far as letters and neighbours tell. */
  readonly strangeName: boolean;
  /** Comes from the question before, on which this one leans. */
  readonly inherited: boolean;
  /** Inherited, and meant by a pronoun: the answer has to be about it. */
  readonly required: boolean;
}

export interface Query extends QuestionKind {
  readonly text: string;
  readonly language: string;
  readonly terms: readonly QueryTerm[];
  readonly grams: readonly string[];
  /** All its words as the language reads them, those that carry nothing too. */
  readonly words: readonly string[];
  /** Those among them that carry nothing. */
  readonly stopWords: readonly string[];
  /** Whether the focus is a noun for certain ("which ministers"; but "what helps"). */
  readonly strictFocus: boolean;
  /** Words that ask beyond what is told ("next", "other"), as terms. */
  readonly beyond: readonly string[];
  /** The people that it names, in its order. */
  readonly people: readonly EntityId[];
  /** Called by a name, so not what is asked for. */
  readonly entities: readonly EntityId[];
  readonly roles: Roles;
  /** Whether it is about something that is taken to be known ("was the raid …"). */
  readonly isDefinite: boolean;
  /** Whether it asks who belongs to a number of people ("were there women among them"). */
  readonly asksForMembers: boolean;
}

/** What the index can tell a query about its words. */
export interface Vocabulary {
  isPerson(entity: EntityId): boolean;
  isMonth(term: string): boolean;
  isCountry(term: string): boolean;
  has(term: string): boolean;
  /** The index's words that begin with the same letter. */
  wordsLike(word: string): Iterable<string>;
}

/** What a question is read with: a language's analyzer, the names of the base, and what its index knows of words. */
export interface Reader extends Vocabulary {
  readonly language: string;
  readonly analyzer: Analyzer;
  readonly finder: MentionFinder;
}

export function parseQuery(text: string, reader: Reader): Query {
  const { language, analyzer, finder } = reader;
  const normalized = normalize(text);
  const { questions } = analyzer.pack;
  const unclaimed = withoutClaimMark(normalized, questions.claims, analyzer.pack.readAs);
  const asked = withoutWrapper(unclaimed, questions.wrappers ?? []);
  const { terms, grams, named, merged } = analyzeWithEntities(
    withoutRestated(asked, questions.restated),
    analyzer,
    finder,
  );
  const { readAs } = analyzer.pack;
  const determiner = terms.findIndex((term) => questions.determiners.includes(term.token.text));
  const focus = focusPositions(terms, determiner, questions);
  const predicate = predicatePosition(terms, questions, analyzer.pack.linkingElements.length > 0);
  const seen = new Set<string>();
  const queryTerms: QueryTerm[] = [];
  for (const term of terms) {
    if (term.weight === "stop") continue;
    const known = toQueryTerm(term, analyzer, reader);
    const { position } = term.token;
    const queryTerm = {
      ...known,
      focus: focus.has(position),
      predicate: position === predicate,
      strangeName: known.kind === "word" && !analyzer.knows(known.text) && looksLikeName(terms, term, analyzer, reader),
    };
    if (seen.has(queryTerm.text)) continue;
    seen.add(queryTerm.text);
    queryTerms.push(queryTerm);
  }
  // "Go after the gangs": a particle of its verb asks for nothing further.
  const isParticle = (term: Term) => term.concepts.length > analyzer.concepts(term.text).length;
  const beyond = terms
    .filter((term) => analyzer.pack.words.beyond.includes(term.token.text) && !isParticle(term))
    .map((term) => term.text);
  const plain = plainQuestion(normalized, readAs);
  const { asks, claim, wantsReason, advice } = askedIn(plain, questions);
  // "Over 250 arrests in Poipet?" asks whether it is so.
  const checks = asks.length === 0 && /[?？]\s*$/u.test(normalized);
  return {
    text: normalized,
    language,
    terms: queryTerms,
    grams: [...new Set(grams)],
    words: terms.map((term) => term.token.text),
    stopWords: [...new Set(terms.filter((term) => term.weight === "stop").map((term) => term.token.text))],
    asks: checks ? ["yes-no"] : asks,
    claim,
    wantsReason,
    advice,
    beyond,
    strictFocus: determiner >= 0 && !questions.looseDeterminers.includes(terms[determiner]?.token.text ?? ""),
    people: merged.flatMap(({ entity }) => (reader.isPerson(entity) ? [entity] : [])),
    entities: [...named],
    isDefinite: isDefinite(terms, questions),
    asksForMembers:
      terms.some((term) => questions.copulas.includes(term.token.text)) &&
      terms.some((term) => questions.among?.includes(term.token.text)),
    roles: rolesIn(
      terms,
      (term) => {
        const mention = merged.find(({ entity }) => entityTerm(entity) === term.text);
        return mention && { entity: mention.entity, last: mention.terms.at(-1)?.token.text ?? "" };
      },
      questions,
    ),
  };
}

/** "Could you tell me who …": who asks how is none of what is asked. */
function withoutWrapper(text: string, wrappers: readonly string[]): string {
  const open = wrappers.map((wrapper) => compiled(wrapper).exec(text)?.[0].length ?? 0);
  return text.slice(Math.max(0, ...open));
}

/** Whether an article makes the first noun a known one. */
function isDefinite(terms: readonly Term[], { roles }: Questions): boolean {
  const first = terms.findIndex((term) => term.weight === "content" && !isEntityTerm(term.text));
  return roles?.definite.includes(terms[first - 1]?.token.text ?? "") ?? false;
}

/** "…, right?", "Is it true that …": how a statement is put up for checking is none of what it says. */
function withoutClaimMark(text: string, claims: readonly string[], readAs?: ReadonlyMap<string, string>): string {
  const open = text.replace(/[\s?？!！.。។៕…]+$/u, "");
  const read = readLetters(open, readAs);
  for (const claim of claims) {
    const mark = compiled(claim).exec(read);
    if (!mark) continue;
    const rest = `${open.slice(0, mark.index)} ${open.slice(mark.index + mark[0].length)}`.trim();
    if (rest !== open && rest.length * 2 >= open.length) return rest;
  }
  return text;
}

function withoutRestated(text: string, restated: string | undefined): string {
  return restated === undefined ? text : text.replace(new RegExp(restated, "giu"), " ");
}

function toQueryTerm(term: Term, analyzer: Analyzer, vocabulary: Vocabulary): QueryTerm {
  const isEntity = isEntityTerm(term.text);
  const isNumber = term.token.kind === "number" && /\p{Nd}/u.test(term.token.text);
  const base = {
    typed: term.token.written,
    position: term.token.position,
    weight: term.weight === "light" ? ("light" as const) : ("content" as const),
    capital: term.token.capital && term.token.position > 0,
    respelled: false,
    focus: false,
    predicate: false,
    required: false,
    strangeName: false,
    inherited: false,
  };
  if (isEntity || isNumber)
    return { ...base, text: term.text, concepts: [], parts: [], kind: isEntity ? "entity" : "number" };
  if (vocabulary.isMonth(term.text) && term.token.kind !== "number")
    return { ...base, weight: "content", text: term.text, concepts: [], parts: [], kind: "month" };
  if (vocabulary.isCountry(term.text) && isMeantAsCountry(term, analyzer))
    return {
      ...base,
      // Said back to the reader: without the particle that was typed with it.
      typed: analyzer.pack.segment ? term.text : base.typed,
      weight: "content",
      text: term.text,
      concepts: [],
      parts: [],
      kind: "country",
    };
  const found = {
    ...base,
    text: term.text,
    concepts: term.concepts,
    // A text may write a word's syllables beside others, which makes another word of them.
    parts: term.concepts.length > 0 && !analyzer.pack.syllables ? [] : analyzer.parts(term.token.text),
    kind: "word" as const,
  };
  const isAcronym = /^\p{Lu}/u.test(term.text);
  if (vocabulary.has(term.text) || analyzer.knows(term.text) || term.token.kind !== "word" || isAcronym) return found;
  const respelled = respell(term, analyzer, vocabulary, found.parts.length > 0);
  return respelled === undefined
    ? found
    : { ...found, text: respelled, concepts: analyzer.concepts(respelled), respelled: true };
}

/**
 * "US" is a country, "us" a pronoun. Where a script has no capitals, the language's own words tell: 인도 is India and
 * handing over.
 */
function isMeantAsCountry(term: Term, analyzer: Analyzer): boolean {
  if (/^[\p{Lu}\p{Ll}]/u.test(term.text)) return term.text.length > 3 || term.token.capital;
  return !analyzer.knows(term.text);
}

/** A noun phrase rarely has more words that matter than an adjective and the noun. */
const FOCUS_WORDS = 2;

function focusPositions(terms: readonly Term[], determiner: number, questions: Questions): ReadonlySet<number> {
  if (determiner < 0) return new Set();
  const { focusBefore = [], focusLinks = [] } = questions;
  if (focusBefore.includes(terms[determiner]?.token.text ?? "")) {
    const before = terms.slice(0, determiner).filter((term) => term.weight !== "stop");
    const last = before.at(-1);
    const noun = questions.nounFirst && last && isEntityTerm(last.text) ? (before.at(-2) ?? last) : last;
    return new Set(noun ? [noun.token.position] : []);
  }
  const behind = terms.slice(determiner + 1);
  const rest = behind.slice(
    Math.max(
      0,
      behind.findIndex((term) => !focusLinks.includes(term.token.text)),
    ),
  );
  // "How many people ended up …": a noun that says little is the whole focus.
  const end = rest.findIndex((term) => term.weight !== "content");
  const words = rest.slice(0, end < 0 ? FOCUS_WORDS : Math.min(end, FOCUS_WORDS));
  if (questions.looseDeterminers.includes(terms[determiner]?.token.text ?? "") && opensWithVerb(rest, questions))
    return new Set();
  return new Set(withoutVerb(words, rest, questions).map((term) => term.token.position));
}

/** "What endangers the reputation", "what helps to …": no noun is asked for where an object or "to" follows the first word. */
function opensWithVerb([first, second]: readonly Term[], { roles }: Questions): boolean {
  if (!roles || roles.verbLast || !first || !second || isEntityTerm(first.text)) return false;
  return isEntityTerm(second.text) || second.token.text === "to" || roles.determiners.includes(second.token.text);
}

/** "Which outlet ran the story", "welche Zeitung druckte das": the second word is the verb where its object follows. */
function withoutVerb(words: readonly Term[], rest: readonly Term[], { roles, marks }: Questions): readonly Term[] {
  if (marks && "verb" in marks)
    return words.filter(({ token }, i) => i === 0 || !compiled(marks.verb).test(token.text));
  if (!roles || words.length < FOCUS_WORDS) return words;
  const noun = words.findLastIndex(({ token }) => token.capital);
  if (roles.verbLast && noun >= 0) return words.slice(0, noun + 1);
  const next = rest[words.length];
  const isVerb =
    next === undefined ||
    isEntityTerm(next.text) ||
    [...roles.determiners, ...roles.prepositions].includes(next.token.text) ||
    (roles.verbLast && next.weight === "stop");
  return isVerb ? words.slice(0, -1) : words;
}

/**
 * What somebody is asked to have done or to be: the verb right after "who"; behind a form of "to be" the noun that
 * follows; behind another auxiliary the last word where verbs close the sentence.
 */
function predicatePosition(
  terms: readonly Term[],
  { subjectWords, copulas, verbFinal }: Questions,
  verbLast: boolean,
): number | undefined {
  const at = terms.findIndex((term) => subjectWords.includes(term.token.text));
  if (at < 0) return undefined;
  const rest = terms.slice(at + 1);
  if (verbFinal) return rest.findLast((term) => term.weight !== "stop")?.token.position;
  const [next] = rest;
  if (next && next.weight !== "stop") return next.token.position;
  const isCopula = copulas.includes(next?.token.text ?? "") || copulas.includes(terms[at]?.token.text ?? "");
  if (verbLast && !isCopula) return rest.filter((term) => term.weight !== "stop").at(-1)?.token.position;
  return rest.find((term) => term.weight === "content" && !isEntityTerm(term.text))?.token.position;
}

/**
 * Capitalised inside the sentence; where all nouns are, only behind a preposition of place or beside another such word.
 * Without capitals a name of the language's list, or an unknown word behind a preposition of place.
 */
function looksLikeName(terms: readonly Term[], term: Term, analyzer: Analyzer, vocabulary: Vocabulary): boolean {
  const i = terms.indexOf(term);
  const isBehindPlace = analyzer.pack.questions.placePrepositions.includes(terms[i - 1]?.token.text ?? "");
  if (analyzer.pack.words.names?.includes(term.text)) return true;
  if (term.token.kind === "ideographic")
    return isBehindPlace && term.weight === "content" && term.concepts.length === 0 && !vocabulary.has(term.text);
  const isStrange = (other: Term | undefined) =>
    other?.token.capital === true &&
    other.weight === "content" &&
    other.concepts.length === 0 &&
    !analyzer.knows(other.text) &&
    !isEntityTerm(other.text);
  if (i === 0 || !isStrange(term)) return false;
  if (!analyzer.pack.capitalisesNouns) return true;
  return (
    analyzer.parts(term.token.text).length === 0 &&
    (isBehindPlace || isStrange(terms[i - 1]) || isStrange(terms[i + 1]))
  );
}

/** "Rueckfuehrung" for "Rückführung", then the nearest word of the index, if the language does not know the word as typed. */
function respell(term: Term, analyzer: Analyzer, vocabulary: Vocabulary, isCompound: boolean): string | undefined {
  const umlauts = analyzer.term(term.token.text.replace(/ae|oe|ue/gu, (pair) => UMLAUTS[pair] ?? pair));
  if (umlauts !== term.text && (vocabulary.has(umlauts) || analyzer.knows(umlauts))) return umlauts;
  if (isCompound) return undefined;
  const near = closestWord(term.text, vocabulary.wordsLike(term.text));
  // A capital tells a name. Where words are put together, one that no list has is seldom a slip.
  const { segment, linkingElements } = analyzer.pack;
  const isOther = term.token.capital || segment !== undefined || linkingElements.length > 0;
  return near ?? (isOther ? undefined : analyzer.respelled(term.token.text));
}

const UMLAUTS: Readonly<Record<string, string>> = { ae: "ä", oe: "ö", ue: "ü" };
