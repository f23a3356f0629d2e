/** Ranks candidates by what they have in common with a query, in named features that are comparable between queries. */
import type { Fact } from "../fact-base/schema.ts";
import { type Entry, wordsOfName } from "./entry.ts";
import type { Features } from "./features.ts";
import type { Query, QueryTerm } from "./query.ts";
import { rarity, type SearchIndex } from "./search-index.ts";
import { rankingWeights } from "./weights.ts";

export interface Hit {
  readonly entry: Entry;
  readonly features: Features;
  /** Weighted sum of the features. Only the order counts; confidence is decided elsewhere. */
  readonly score: number;
  /** An editor expects this very question here; such hits come first. */
  readonly exact: boolean;
}

// How much of a term is explained by something less than the word itself in the statement.
const HINT = 0.95;
const CONCEPT = 0.9;
const HINT_CONCEPT = 0.85;
const PART = 0.85;
/** A light word counts this much of its weight. */
export const LIGHT = 0.5;
/** A name or number counts this much more than a word: a fact about somebody else is no answer. */
const NAME = 1.6;
// BM25+ (Lv and Zhai 2011): term saturation, length normalisation, and the least that any match is worth.
const K = 0.6;
const B = 0.3;
const DELTA = 0.5;

/** `undefined` of a gap. */
export function factOf({ entry: { record } }: Pick<Hit, "entry">): Fact | undefined {
  return record.kind === "fact" ? record.fact : undefined;
}

export function factsOf(hits: readonly Hit[]): readonly Fact[] {
  return hits.flatMap((hit) => factOf(hit) ?? []);
}

export function rank(query: Query, index: SearchIndex, limit: number): readonly Hit[] {
  const weighed = weighQuery(query, index);
  const exact = new Set(index.expecting(query));
  const candidates = [...new Set([...exact, ...index.candidates(query, limit)])].map((entry) => ({
    entry,
    features: featuresOf(query, weighed, entry, index),
  }));
  const distinction = distinguish(query, candidates);
  return candidates
    .map(({ entry, features: own }): Hit => {
      const features = { ...own, distinctGrams: distinction(entry) };
      return { entry, features, score: scoreOf(features), exact: exact.has(entry) };
    })
    .sort((a, b) => Number(b.exact) - Number(a.exact) || b.score - a.score || a.entry.id - b.entry.id);
}

function scoreOf(features: Features): number {
  let score = 0;
  for (const name of Object.keys(rankingWeights) as (keyof Features)[]) score += features[name] * rankingWeights[name];
  return score;
}

/** A word that only its idea relates to the base weighs what the idea weighs. */
export function weightOf(term: QueryTerm, index: SearchIndex): number {
  const own = index.termWeight(term.text);
  const ideas = index.has(term.text) ? [] : term.concepts.flatMap((concept) => index.conceptWeight(concept) ?? []);
  const weight = ideas.length > 0 ? Math.min(...ideas) : own;
  if (term.kind !== "word") return weight * NAME;
  return term.weight === "light" ? weight * LIGHT : weight;
}

/** How well an entry explains a term of the query, from 0 to 1. */
export function explain(term: QueryTerm, entry: Entry): number {
  if (term.kind === "number") return entry.numbers.has(term.text) || entry.hints.has(term.text) ? 1 : 0;
  if (entry.terms.has(term.text)) return 1;
  if (entry.hints.has(term.text)) return HINT;
  if (term.concepts.some((concept) => entry.concepts.has(concept))) return CONCEPT;
  if (term.concepts.some((concept) => entry.hintConcepts.has(concept))) return HINT_CONCEPT;
  if (term.parts.length === 0) return 0;
  const found = term.parts.filter((part) => entry.terms.has(part) || entry.hints.has(part)).length;
  // A syllable alone stands in many words; those of a German compound are words themselves.
  if (term.text.includes(" ") && found < term.parts.length) return 0;
  return (PART * found) / term.parts.length;
}

/** What is the same for all candidates of a query. */
interface WeighedQuery {
  /** Of the query's terms, in their order, and their sum. */
  readonly weights: readonly number[];
  readonly total: number;
  /** Its words as they are written, with their weights, and their sum. */
  readonly words: ReadonlyMap<string, number>;
  readonly totalOfWords: number;
  readonly stopWords: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

function weighQuery(query: Query, index: SearchIndex): WeighedQuery {
  const weights = query.terms.map((term) => weightOf(term, index));
  const words = new Map(query.words.map((word) => [word, index.wordWeight(word)]));
  return {
    weights,
    total: sum(weights) || 1,
    words,
    totalOfWords: sum(words.values()) || 1,
    stopWords: new Set(query.stopWords),
    terms: new Set(query.terms.map((term) => term.text)),
  };
}

function sum(values: Iterable<number>): number {
  let result = 0;
  for (const value of values) result += value;
  return result;
}

/** Candidates that compete for the first place, as many as are worth telling apart. */
const RIVALS = 10;
/** What letters and words of the surroundings are worth when these are chosen. Set by hand, not fitted. */
const CONTEXT_GRAMS = 0.7;
const CONTEXT = 0.5;

type Candidate = Pick<Hit, "entry"> & { readonly features: Omit<Features, "distinctGrams"> };

/**
 * Candidates share what the question is about and differ in what it asks: the rarer letters are among the strongest of
 * them, the more they count, as if these were the whole collection.
 */
function distinguish(query: Query, candidates: readonly Candidate[]): (entry: Entry) => number {
  const likeness = ({ features }: Candidate) =>
    features.match + features.gramMatch + CONTEXT_GRAMS * features.contextGrams + CONTEXT * features.context;
  const rivals = candidates
    .map((candidate) => ({ candidate, likeness: likeness(candidate) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, RIVALS);
  const weights = query.grams.map((gram) => {
    const having = rivals.filter(({ candidate }) => candidate.entry.grams.has(gram));
    return rarity(having.length, rivals.length);
  });
  const total = sum(weights) || 1;
  return (entry) => {
    let having = 0;
    for (const [i, gram] of query.grams.entries()) if (entry.grams.has(gram)) having += weights[i] ?? 0;
    return having / total;
  };
}

function featuresOf(query: Query, weighed: WeighedQuery, entry: Entry, index: SearchIndex): Candidate["features"] {
  const { weights, total } = weighed;
  let match = 0;
  let context = 0;
  let around = 0;
  let title = 0;
  let previous = 0;
  let next = 0;
  let foreign = 0;
  let named = 0;
  for (const [i, term] of query.terms.entries()) {
    const weight = weights[i] ?? 0;
    const explained = explain(term, entry);
    const count = entry.terms.get(term.text) ?? explained;
    if (explained > 0)
      match +=
        weight *
        explained *
        (DELTA + (count * (K + 1)) / (count + K * (1 - B + (B * entry.length) / index.meanLength)));
    const inContext = entry.context.has(term.text);
    const inTitle = entry.title.has(term.text);
    if (inContext) context += weight;
    if (inTitle) title += weight;
    around += weight * (inContext || inTitle ? 1 : explained);
    if (explained === 0) {
      if (entry.previous?.terms.has(term.text)) previous += weight;
      else if (entry.next?.terms.has(term.text)) next += weight;
    }
    if (term.kind !== "word" || term.capital) {
      named += weight;
      if (explained === 0 && !inContext && !inTitle) foreign += weight;
    }
  }
  const grams = gramFeatures(query, entry, index);
  return {
    match: match / total,
    ...grams,
    ...wordFeatures(weighed, entry),
    context: context / total,
    around: around / total,
    title: title / total,
    previous: previous / total,
    next: next / total,
    offersValue: offersValue(query, entry),
    offersName: offersName(query, weighed, entry),
    foreignNames: named === 0 ? 0 : foreign / named,
    length: Math.log(1 + entry.length) / 4,
    slot: slotFeature(query, entry),
    strictSlot: STRICT.has(query.asks[0] ?? "") ? slotFeature(query, entry) : 0,
    expected: expectedLikeness(query, weights, entry, index),
  };
}

function gramFeatures(query: Query, entry: Entry, index: SearchIndex) {
  let total = 0;
  let match = 0;
  let coverage = 0;
  let context = 0;
  let previous = 0;
  for (const gram of query.grams) {
    const weight = index.gramWeight(gram);
    total += weight;
    const count = entry.grams.get(gram) ?? 0;
    if (count > 0) {
      coverage += weight;
      match += (weight * count * (K + 1)) / (count + K * (1 - B + (B * entry.gramCount) / index.meanGrams));
    } else if (entry.previous?.grams.has(gram)) previous += weight;
    if (entry.contextGrams.has(gram)) context += weight;
  }
  const own = index.gramsWeight(entry);
  total ||= 1;
  return {
    gramMatch: match / total,
    gramCoverage: coverage / total,
    gramLikeness: (2 * coverage) / (total + own || 1),
    contextGrams: context / total,
    previousGrams: previous / total,
  };
}

function wordFeatures({ words, totalOfWords, stopWords, total }: WeighedQuery, entry: Entry) {
  let wording = 0;
  let stop = 0;
  const seen = new Set<string>();
  for (const word of entry.words) {
    const weight = words.get(word);
    if (weight === undefined || seen.has(word)) continue;
    seen.add(word);
    wording += weight;
    if (stopWords.has(word)) stop += weight;
  }
  return { wording: wording / totalOfWords, stopWords: stop / total };
}

function offersName(query: Query, { terms }: WeighedQuery, entry: Entry): number {
  const share = NAMED[query.asks[0] ?? ""];
  if (share === undefined) return 0;
  let fresh = 0;
  for (const name of entry.names) {
    const words = wordsOfName(name);
    const isKnown = terms.has(name) || (words.length > 1 && words.some((word) => query.text.includes(word)));
    if (!isKnown) fresh += words.length;
  }
  // A first name and a family name make a person.
  return share * Math.min(1, fresh / 2);
}

const YEAR = /^(1\d{3}|20\d{2})$/;

function offersValue(query: Query, entry: Entry): number {
  if (entry.record.kind === "fact" && entry.record.fact.origin === "editor") return 0;
  const fresh = [...entry.numbers].filter((number) => !query.terms.some((term) => term.text === number));
  const hasYear = fresh.some((number) => YEAR.test(number));
  switch (query.asks[0]) {
    case "how-many":
    case "how-much":
    case "how-long":
    case "how-old":
      return fresh.some((number) => !YEAR.test(number)) ? 1 : hasYear ? 0 : -1;
    case "when":
    case "year":
    case "day":
      return hasYear || entry.asked.has("when") ? 1 : fresh.length > 0 ? 0 : -1;
    default:
      return 0;
  }
}

/** Kinds of question that a name answers, and how much more likely one with a name is then. */
const NAMED: Readonly<Record<string, number>> = { who: 1, where: 0.5, name: 0.5 };

/** Kinds of value that a curated fact either has or has not: nothing else in it can answer them. */
export const STRICT = new Set<string>(["when", "year", "day", "how-long", "how-old", "how-much", "how-many", "name"]);
/** Questions of these kinds are open: any statement may answer them. */
const OPEN = new Set<string>(["what", "how", "yes-no", "said"]);

function slotFeature(query: Query, entry: Entry): number {
  const [kind] = query.asks;
  if (kind === undefined || kind === "yes-no" || OPEN.has(kind)) return 0;
  if (entry.record.kind === "fact" && entry.record.fact.origin === "import") return 0;
  return entry.asked.has(kind) ? 1 : -1;
}

/** An expected question in the same words is worth this much when it asks for something else ("where", not "who"). */
const OTHER_KIND = 0.7;

/** Kinds of question that a date answers. */
export const TIME = new Set<string>(["when", "year", "day"]);

function asksAlike(asked: Query["asks"][number] | undefined, expected: Query["asks"][number] | undefined): boolean {
  return (
    asked === undefined ||
    expected === undefined ||
    asked === expected ||
    (OPEN.has(asked) && OPEN.has(expected)) ||
    (TIME.has(asked) && TIME.has(expected))
  );
}

function expectedLikeness(query: Query, weights: readonly number[], entry: Entry, index: SearchIndex): number {
  let best = 0;
  const own = weights.reduce((sum, weight) => sum + weight, 0);
  for (const variant of entry.variants) {
    let theirs = 0;
    let shared = 0;
    for (const term of variant.terms) {
      const weight = index.termWeight(term.text) * (term.weight === "light" ? LIGHT : 1);
      theirs += weight;
      const i = query.terms.findIndex(
        (other) => other.text === term.text || other.concepts.some((concept) => term.concepts.includes(concept)),
      );
      if (i >= 0) shared += Math.min(weight, weights[i] ?? 0);
    }
    const isAlike = asksAlike(query.asks[0], variant.asks) && variant.beyond === query.beyond.length > 0;
    const fits = isAlike ? 1 : OTHER_KIND;
    best = Math.max(best, (fits * 2 * shared) / (own + theirs || 1));
  }
  return best;
}
