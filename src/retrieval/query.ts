/** A question, analyzed: what it is about and what kind of answer it asks for. */
import type { Asked, EntityId } from "../fact-base/schema.ts";
import type { Analyzer, Term } from "../language/analyzer.ts";
import type { Questions } from "../language/pack.ts";
import { closestWord } from "../language/spelling.ts";
import { normalize } from "../language/tokens.ts";
import { analyzeWithEntities, entityTerm } from "./entry.ts";
import type { MentionFinder } from "./mentions.ts";

export interface QueryTerm {
  readonly text: string;
  /** As it was typed, for people to read. */
  readonly typed: string;
  readonly position: number;
  readonly weight: "light" | "content";
  readonly concepts: readonly string[];
  readonly parts: readonly string[];
  readonly kind: "word" | "number" | "entity" | "country";
  /** Capitalised inside the question: a name, as far as letters tell. */
  readonly capital: boolean;
  /** Stands in for a misspelt word. */
  readonly respelled: boolean;
  /** Belongs to the noun that a question word asks for ("which Korean agency"). */
  readonly focus: boolean;
  /** Comes from the question before, on which this one leans. */
  readonly inherited: boolean;
}

export interface Query {
  readonly text: string;
  readonly language: string;
  readonly terms: readonly QueryTerm[];
  readonly grams: readonly string[];
  /** Kinds asked for, first one first; empty for a question without a question word. */
  readonly asks: readonly (Asked | "yes-no")[];
  /** A statement put as a question: what it says is to be checked, not assumed. */
  readonly claim: boolean;
  /** Asks what to do, which no report of events says. */
  readonly advice: boolean;
  /** Called by a name, so not what is asked for. */
  readonly entities: readonly EntityId[];
}

/** What the index can tell a query about its words. */
export interface Vocabulary {
  isCountry(term: string): boolean;
  has(term: string): boolean;
  words(): Iterable<string>;
}

export function parseQuery(
  text: string,
  language: string,
  analyzer: Analyzer,
  finder: MentionFinder,
  vocabulary: Vocabulary,
): Query {
  const normalized = normalize(text);
  const { terms, grams, named } = analyzeWithEntities(normalized, analyzer, finder);
  const focus = focusPositions(terms, analyzer.pack.questions.determiners);
  const seen = new Set<string>();
  const queryTerms: QueryTerm[] = [];
  for (const term of terms) {
    if (term.weight === "stop") continue;
    const queryTerm = { ...toQueryTerm(term, analyzer, vocabulary), focus: focus.has(term.token.position) };
    if (seen.has(queryTerm.text)) continue;
    seen.add(queryTerm.text);
    queryTerms.push(queryTerm);
  }
  const plain = plainQuestion(normalized);
  const { asks, claim, advice } = askedIn(plain, analyzer.pack.questions);
  return {
    text: normalized,
    language,
    terms: queryTerms,
    grams: [...new Set(grams)],
    asks,
    claim,
    advice,
    entities: [...named],
  };
}

function toQueryTerm(term: Term, analyzer: Analyzer, vocabulary: Vocabulary): QueryTerm {
  const isEntity = term.text.startsWith("@");
  const isNumber = term.token.kind === "number" && /\p{Nd}/u.test(term.token.text);
  const base = {
    typed: term.token.text,
    position: term.token.position,
    weight: term.weight === "light" ? ("light" as const) : ("content" as const),
    capital: term.token.capital && term.token.position > 0,
    respelled: false,
    focus: false,
    inherited: false,
  };
  if (isEntity || isNumber)
    return { ...base, text: term.text, concepts: [], parts: [], kind: isEntity ? "entity" : "number" };
  if (vocabulary.isCountry(term.text))
    return { ...base, weight: "content", text: term.text, concepts: [], parts: [], kind: "country" };
  const found = {
    ...base,
    text: term.text,
    concepts: term.concepts,
    parts: analyzer.parts(term.token.text),
    kind: "word" as const,
  };
  if (vocabulary.has(term.text) || analyzer.knows(term.text) || term.token.kind !== "word") return found;
  const respelled = respell(term, analyzer, vocabulary, found.parts.length > 0);
  return respelled === undefined
    ? found
    : { ...found, text: respelled, concepts: analyzer.concepts(respelled), respelled: true };
}

/** A noun phrase rarely has more words that matter than an adjective and the noun. */
const FOCUS_WORDS = 2;

function focusPositions(terms: readonly Term[], determiners: readonly string[]): ReadonlySet<number> {
  const at = terms.findIndex((term) => determiners.includes(term.token.text));
  if (at < 0) return new Set();
  const rest = terms.slice(at + 1);
  const end = rest.findIndex((term) => term.weight === "stop");
  return new Set(rest.slice(0, end < 0 ? FOCUS_WORDS : Math.min(end, FOCUS_WORDS)).map((term) => term.token.position));
}

/** "Rueckfuehrung" for "Rückführung", then the nearest word of the index, if the language does not know the word as typed. */
function respell(term: Term, analyzer: Analyzer, vocabulary: Vocabulary, isCompound: boolean): string | undefined {
  const umlauts = analyzer.term(term.token.text.replace(/ae|oe|ue/gu, (pair) => UMLAUTS[pair] ?? pair));
  if (umlauts !== term.text && (vocabulary.has(umlauts) || analyzer.knows(umlauts))) return umlauts;
  return isCompound ? undefined : closestWord(term.text, vocabulary.words());
}

const UMLAUTS: Readonly<Record<string, string>> = { ae: "ä", oe: "ö", ue: "ü" };

/** The form that the patterns of a language pack are written for. */
export function plainQuestion(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s?？!！.。…]+$/u, "")
    .replace(/^[\s"'„“”«»¿¡(]+/u, "");
}

const patterns = new Map<string, RegExp>();

/** Whether a pattern of a language pack matches; patterns are compiled once. */
export function matches(pattern: string, text: string): boolean {
  let compiled = patterns.get(pattern);
  if (!compiled) {
    compiled = new RegExp(pattern, "iu");
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}

function askedIn(plain: string, questions: Questions): Pick<Query, "asks" | "claim" | "advice"> {
  const asks: (Asked | "yes-no")[] = [];
  for (const { pattern, asks: kind } of questions.asks) {
    if (!asks.includes(kind) && matches(pattern, plain)) asks.push(kind);
  }
  const claim = questions.claims.some((pattern) => matches(pattern, plain));
  return { asks, claim, advice: !claim && questions.advice.some((pattern) => matches(pattern, plain)) };
}

export function isEntityTerm(term: QueryTerm, id: EntityId): boolean {
  return term.text === entityTerm(id);
}
