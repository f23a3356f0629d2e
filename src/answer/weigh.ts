/** What speaks for and against the best fact being the answer, as figures. */
import { foldDiacritics } from "../language/tokens.ts";
import type { Query, QueryTerm } from "../retrieval/query.ts";
import { explain, factOf, type Hit, LIGHT as LIGHT_IN_RANKING, weightOf } from "../retrieval/ranking.ts";
import type { SearchIndex } from "../retrieval/search-index.ts";
import { focusOf, isCorrectable, satisfied } from "./constraints.ts";
import type { EditorEvidence, ImportEvidence } from "./evidence.ts";

/** Where no gap is near, that says little for or against the fact. Set by hand, not fitted. */
const NO_GAP = -0.3;
/** Near gaps that are weighed against the fact. */
const GAPS = 4;
/** Words count this much of their weight: light ones, those of the question before, those that only the surroundings have. */
const LIGHT = 0.15;
const INHERITED = 0.5;
const CONTEXT = 0.8;
/** How well a word is explained whose letters all stand in the passage or around it, in other words. */
const LETTERS = 0.8;
/** Units in which evidence without a natural share is measured, so that it mostly runs from 0 to 1. */
const SCORE_UNIT = 10;
const MARGIN_UNIT = 5;

/** `gap` is the one that matches best, `isBroken` whether a constraint of the question is. */
export function weighEditors(
  query: Query,
  fact: Hit,
  gap: Hit | undefined,
  hits: readonly Hit[],
  index: SearchIndex,
  isBroken: boolean,
): EditorEvidence {
  const total = sum(query.terms, (term) => informativeWeight(term, index)) || 1;
  const { gapOnly, factOnly } = compareWithGaps(query, fact, gap, hits, index);
  const weightOfAll = (some: readonly QueryTerm[]) => sum(some, (term) => weightOf(term, index));
  const otherIdeas = query.terms.filter(
    (term) =>
      term.concepts.length > 0 &&
      term.weight === "content" &&
      satisfied(term, query, fact) === 0 &&
      !fact.entry.context.has(term.text),
  );
  const foreign = query.terms.filter(
    (term) => term.kind === "entity" && explain(term, fact.entry) === 0 && !isCorrectable(term, query, fact),
  );
  const { features } = fact;
  return {
    bias: 1,
    expected: features.expected,
    gramLikeness: features.gramLikeness,
    gap: gap ? clamp((gap.score - fact.score) / SCORE_UNIT) : NO_GAP,
    gapExpected: gap ? clamp(gap.features.expected - features.expected) : NO_GAP,
    gapOnly: Math.min(1, gapOnly / total),
    factOnly: Math.min(1, factOnly / total),
    foreignFocus: foreignFocus(query, fact),
    beyond: query.beyond.some((word) => !fact.entry.sequence.includes(word) && !fact.entry.hints.has(word)) ? 1 : 0,
    otherIdeas: Math.min(1, weightOfAll(otherIdeas) / total),
    foreignEntities: Math.min(1, weightOfAll(foreign) / total),
    broken: isBroken ? 1 : 0,
  };
}

export function weighImport(query: Query, fact: Hit, hits: readonly Hit[], index: SearchIndex): ImportEvidence {
  const terms = query.terms.map((term) => ({
    weight: informativeWeight(term, index),
    explained: explainedAround(term, query, fact, index),
  }));
  const total = sum(terms, ({ weight }) => weight) || 1;
  const [, second = 0] = terms.map(({ weight, explained }) => weight * (1 - explained)).sort((a, b) => b - a);
  const margin = (isRival: (hit: Hit) => boolean) => {
    const rival = hits.find((hit) => hit.entry.record.kind === "fact" && isRival(hit));
    return rival ? clamp((fact.score - rival.score) / MARGIN_UNIT) : 1;
  };
  const score = fact.score / SCORE_UNIT;
  return {
    bias: 1,
    score,
    sourceMargin: margin((hit) => sourceOf(hit) !== sourceOf(fact)),
    leadOfGood: margin((hit) => !samePassage(hit, fact)) * Math.max(0, Math.min(2, score)) ** 2,
    surroundings: sum(terms, ({ weight, explained }) => weight * explained) / total,
    secondMissing: Math.min(1, second / index.termWeight("")),
    gramLikeness: fact.features.gramLikeness,
    gramAmount: Math.log(1 + gramsExplained(query, fact, index)) / 5,
    foreignNames: fact.features.foreignNames,
  };
}

/** What a term of the question weighs among the others: its rarity, less where it is light or was not asked for anew. */
function informativeWeight(term: QueryTerm, index: SearchIndex): number {
  // The weight has ranking's share for light words in it already.
  const factor = (term.weight === "light" ? LIGHT / LIGHT_IN_RANKING : 1) * (term.inherited ? INHERITED : 1);
  return weightOf(term, index) * factor;
}

/** From 0 to 1 how well the fact with its surroundings explains a term, where another form of the word will do. */
function explainedAround(term: QueryTerm, query: Query, fact: Hit, index: SearchIndex): number {
  const isAround = fact.entry.context.has(term.text) || fact.entry.title.has(term.text);
  return Math.max(
    satisfied(term, query, fact),
    isAround ? CONTEXT : 0,
    LETTERS * lettersExplained(term, query, fact, index),
  );
}

/** Share of the weight of the word's letters that the fact or its surroundings have. */
function lettersExplained(term: QueryTerm, query: Query, fact: Hit, index: SearchIndex): number {
  if (term.kind !== "word") return 0;
  const word = foldDiacritics(term.typed.toLowerCase());
  const grams = query.grams.filter((gram) => word.includes(gram));
  const explained = grams.filter((gram) => fact.entry.grams.has(gram) || fact.entry.contextGrams.has(gram));
  const weight = (some: readonly string[]) => sum(some, (gram) => index.gramWeight(gram));
  return grams.length === 0 ? 0 : weight(explained) / weight(grams);
}

/** Weight of what only the gap or only the fact explains, for the near gap that speaks most against the fact. */
function compareWithGaps(query: Query, fact: Hit, gap: Hit | undefined, hits: readonly Hit[], index: SearchIndex) {
  let gapOnly = 0;
  let factOnly = 0;
  for (const near of hits.filter((hit) => hit.entry.record.kind === "gap").slice(0, GAPS)) {
    let theirs = 0;
    let ours = 0;
    for (const term of query.terms) {
      const difference = explain(term, near.entry) - satisfied(term, query, fact);
      const weight = weightOf(term, index) * (term.inherited ? INHERITED : 1);
      if (difference > 0) theirs += difference * weight;
      else ours -= difference * weight;
    }
    if (theirs - ours > gapOnly - factOnly || near === gap) [gapOnly, factOnly] = [theirs, ours];
  }
  return { gapOnly, factOnly };
}

/** Share of the noun that is asked for which the fact does not have, 0 when none is asked for. */
function foreignFocus(query: Query, fact: Hit): number {
  const focus = focusOf(query);
  return focus.length === 0 ? 0 : sum(focus, (term) => 1 - satisfied(term, query, fact)) / focus.length;
}

/** No fact or gap has the word, nor another word for the same idea. */
export function isUnknown(term: QueryTerm, index: SearchIndex): boolean {
  return (
    !index.has(term.text) &&
    term.concepts.every((concept) => index.conceptWeight(concept) === undefined) &&
    term.parts.every((part) => !index.has(part))
  );
}

/** Whether both facts were read from the same passage; of a gap never. */
export function samePassage(a: Hit, b: Hit): boolean {
  const [first] = factOf(a)?.evidence ?? [];
  const [second] = factOf(b)?.evidence ?? [];
  return (
    first !== undefined &&
    second !== undefined &&
    first.source === second.source &&
    first.passage.start === second.passage.start
  );
}

function sourceOf(hit: Hit): string | undefined {
  return factOf(hit)?.evidence[0]?.source;
}

/** Weight of the question's letters that the fact or its surroundings hold. */
function gramsExplained(query: Query, fact: Hit, index: SearchIndex): number {
  let weight = 0;
  for (const gram of query.grams) {
    if (fact.entry.grams.has(gram)) weight += index.gramWeight(gram);
    else if (fact.entry.contextGrams.has(gram)) weight += CONTEXT * index.gramWeight(gram);
  }
  return weight;
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
