/** Decides whether the best hit answers the question: the heart of the product, since an index always finds something. */
import type { Fact, Gap } from "../fact-base/schema.ts";
import type { Query, QueryTerm } from "../retrieval/query.ts";
import type { Hit } from "../retrieval/ranking.ts";
import { explain, LIGHT as LIGHT_IN_RANKING, STRICT, weightOf } from "../retrieval/ranking.ts";
import type { SearchIndex } from "../retrieval/search-index.ts";
import {
  brokenConstraint,
  checks,
  focusOf,
  isCorrectable,
  isOwnWords,
  satisfied,
  tellsDeed,
  turnsRolesRound,
} from "./constraints.ts";
import type { Evidence } from "./evidence.ts";
import { confidenceWeights } from "./weights.ts";

export type Decision =
  | {
      readonly kind: "answer";
      readonly fact: Fact;
      /** Another part of the same passage that bears on the question nearly as much. */
      readonly companion?: Fact;
      readonly confidence: number;
      readonly evidence?: Evidence;
    }
  | {
      readonly kind: "abstain";
      readonly reason: "nothing-near" | "not-stated" | "constraint" | "weak";
      readonly gap?: Gap;
      /** The word of the question that no source has. */
      readonly unknownTerm?: QueryTerm;
      readonly confidence: number;
      readonly evidence?: Evidence;
    };

/**
 * Answers are given from this confidence on. Chosen on the development questions so that few answers to
 * unanswerable ones are left, at the price of some needless abstentions: a wrong answer is far worse.
 */
const ANSWER_THRESHOLD = 0.55;
/** The same when the fact corrects something in the question: a correction by the wrong fact would mislead. */
const CORRECTION_THRESHOLD = 0.7;
/** What is left of the confidence when a number, country or kind of value that was asked for is not the fact's. */
const CONSTRAINT_PENALTY = 0.2;
const IMPORT_PENALTY = 0.6;
/** Where no gap is near, that says little for or against the fact. Set by hand, not fitted. */
const NO_GAP = -0.3;
/** The confidence of an answer to the very question that an editor wrote for the fact. */
const EXACT_CONFIDENCE = 0.98;
/** Near gaps that are weighed against the fact. */
const GAPS = 4;
/** Words count this much of their weight: light ones, those of the question before, those that only the surroundings have. */
const LIGHT = 0.15;
const INHERITED = 0.5;
const CONTEXT = 0.8;

export function decide(query: Query, hits: readonly Hit[], index: SearchIndex): Decision {
  const fact = bestFact(query, hits);
  const gap = hits.find((hit) => hit.entry.record.kind === "gap");
  if (fact?.entry.record.kind !== "fact") return { kind: "abstain", reason: "nothing-near", confidence: 0 };
  const evidence = weigh(query, fact, gap, hits, index);
  const [best] = hits;
  if (best?.exact && best.entry.record.kind === "gap") {
    return {
      kind: "abstain",
      reason: "not-stated",
      gap: best.entry.record.gap,
      confidence: round(1 - EXACT_CONFIDENCE),
      evidence,
    };
  }
  const isGapAsked = gap !== undefined && expectsRather(gap, fact);
  const isGapNamed = gap !== undefined && concerns(query, gap, index);
  const broken = !fact.exact && (isGapAsked || brokenConstraint(query, fact));
  const weighed = confidenceOf(evidence, fact.entry.record.fact.origin);
  const confidence = fact.exact
    ? Math.max(weighed, EXACT_CONFIDENCE)
    : broken
      ? round(weighed * penaltyOf(fact))
      : weighed;
  const isCorrection = turnsRolesRound(query, fact) || query.terms.some((term) => isCorrectable(term, query, fact));
  if (confidence >= (isCorrection ? CORRECTION_THRESHOLD : ANSWER_THRESHOLD)) {
    const companion = companionOf(query, fact, hits);
    return { kind: "answer", fact: fact.entry.record.fact, ...(companion ? { companion } : {}), confidence, evidence };
  }
  if (gap?.entry.record.kind === "gap" && isGapNamed && (isGapAsked || answersGap(gap, fact)))
    return { kind: "abstain", reason: "not-stated", gap: gap.entry.record.gap, confidence, evidence };
  if (broken)
    return {
      kind: "abstain",
      reason: "constraint",
      // That a figure stands nowhere says nothing of what it was asked about.
      ...(typeof broken === "object" &&
      broken.kind !== "number" &&
      (isUnknown(broken, index) || isNameOfNoFact(broken, hits))
        ? { unknownTerm: broken }
        : {}),
      confidence,
      evidence,
    };
  const unknownTerm = query.terms.find(
    (term) =>
      term.capital && term.kind === "word" && term.weight === "content" && !term.inherited && isUnknown(term, index),
  );
  return { kind: "abstain", reason: "weak", ...(unknownTerm ? { unknownTerm } : {}), confidence, evidence };
}

/** How near the score of a fact with the asked kind of value has to come to that of one without, as a share of it. */
const VALUE_SHARE = 0.7;

/** How near a fact that does not break the question's constraints has to come to a better one that does. */
const UNBROKEN_SHARE = 0.8;
/** The same for one that tells how, when the better one does not. */
const MEANS_SHARE = 0.9;
/** The same for one that tells of the deed which a statement puts up for checking. */
const DEED_SHARE = 0.5;

/**
 * The best fact; near it in rank, rather one that keeps what the question holds fixed, or that tells of the deed which
 * is put up for checking. Where it lacks the number or date that is asked for, the next of the same event that has it.
 */
function bestFact(query: Query, hits: readonly Hit[]): Hit | undefined {
  const facts = hits.filter((hit) => hit.entry.record.kind === "fact");
  const [best] = facts;
  if (!best || best.exact) return best;
  const near = (share: number) => facts.filter((hit) => hit.score >= best.score * share);
  const deed = checks(query) ? near(DEED_SHARE).find((hit) => tellsDeed(query, hit)) : undefined;
  // "Who arrested Liu?" must not find another fact about an arrest and Liu.
  const turned = near(UNBROKEN_SHARE).find((hit) => !checks(query) && turnsRolesRound(query, hit));
  const words = near(VALUE_SHARE).find((hit) => isOwnWords(query, hit) && !brokenConstraint(query, hit));
  const [kind] = query.asks;
  const means =
    kind === "how" && !best.entry.asked.has(kind)
      ? near(MEANS_SHARE).find((hit) => hit.entry.asked.has(kind) && !brokenConstraint(query, hit))
      : undefined;
  const first =
    deed ?? turned ?? words ?? means ?? near(UNBROKEN_SHARE).find((hit) => !brokenConstraint(query, hit)) ?? best;
  if (!first || first.features.slot >= 0 || !STRICT.has(query.asks[0] ?? "")) return first;
  const event = eventOf(first);
  const valued = facts.find(
    (hit) => hit.features.slot > 0 && eventOf(hit) === event && hit.score >= first.score * VALUE_SHARE,
  );
  return event === undefined ? first : (valued ?? first);
}

function eventOf(hit: Hit): string | undefined {
  return hit.entry.record.kind === "fact" ? hit.entry.record.fact.event : undefined;
}

/** How near a companion's score has to come, as a share of the best's. */
const COMPANION_SHARE = 0.75;
/** The same for one that has the kind of value that is asked for, which the best has not. */
const COMPANION_KIND_SHARE = 0.4;

/** Editors split a sentence into facts; when the question is about more than one of them, both are said. */
function companionOf(query: Query, fact: Hit, hits: readonly Hit[]): Fact | undefined {
  if (fact.entry.record.kind === "fact" && fact.entry.record.fact.origin === "import") return undefined;
  const companion = hits.find((hit) => {
    const share = hit.features.slot > fact.features.slot ? COMPANION_KIND_SHARE : COMPANION_SHARE;
    return hit !== fact && samePassage(hit, fact) && hit.score >= fact.score * share;
  });
  if (companion?.entry.record.kind !== "fact") return undefined;
  const addsTerm = query.terms.some(
    (term) =>
      term.weight === "content" &&
      !term.inherited &&
      explain(term, fact.entry) === 0 &&
      explain(term, companion.entry) > 0,
  );
  const addsKind = companion.features.slot > fact.features.slot;
  return addsTerm || addsKind ? companion.entry.record.fact : undefined;
}

/** How alike a gap's expected question and the user's have to be for the gap to be what was asked. */
const EXPECTED_GAP = 0.8;

/** An editor expects nearly this question of the gap, and the fact lacks the kind of value that is asked for. */
function expectsRather(gap: Hit, fact: Hit): boolean {
  return fact.features.slot < 0 && gap.features.slot > 0 && gap.features.expected >= EXPECTED_GAP;
}

/** A name that only a gap's expected questions have: no fact says anything about it. */
function isNameOfNoFact(term: QueryTerm, hits: readonly Hit[]): boolean {
  const isTold = ({ entry }: Hit) =>
    entry.record.kind === "fact" && (explain(term, entry) > 0 || entry.context.has(term.text));
  return (term.kind === "country" || term.strangeName) && !hits.some(isTold);
}

/** How much of what is asked about its names a gap has to tell for it to be named. */
const CONCERNED_SHARE = 0.5;

/** Whether the gap is about what is asked, rather than about the same place or person only. */
function concerns(query: Query, gap: Hit, index: SearchIndex): boolean {
  const own = query.terms.filter((term) => term.weight === "content" && !term.inherited);
  const isName = (term: QueryTerm) => term.kind !== "word" || term.strangeName;
  if (own.some((term) => isName(term) && explain(term, gap.entry) === 0)) return false;
  let asked = 0;
  let told = 0;
  for (const term of own.filter((candidate) => !isName(candidate))) {
    const weight = weightOf(term, index);
    asked += weight;
    told += weight * explain(term, gap.entry);
  }
  return told >= asked * CONCERNED_SHARE;
}

/** The gap is what was asked only when it resembles the question more than the facts do. */
function answersGap(gap: Hit, fact: Hit): boolean {
  return gap.features.expected >= 0.5 && gap.score > fact.score * 0.8 && gap.features.slot >= 0;
}

function confidenceOf(evidence: Evidence, origin: Fact["origin"]): number {
  const weights = confidenceWeights[origin];
  let logit = 0;
  for (const name of Object.keys(weights) as (keyof Evidence)[]) logit += (weights[name] ?? 0) * evidence[name];
  return round(1 / (1 + Math.exp(-logit)));
}

/** A sentence taken as it stands leans on others for its numbers and names, so that less follows from one it lacks. */
function penaltyOf(fact: Hit): number {
  return fact.entry.record.kind === "fact" && fact.entry.record.fact.origin === "import"
    ? IMPORT_PENALTY
    : CONSTRAINT_PENALTY;
}

function round(confidence: number): number {
  return Math.round(confidence * 1e4) / 1e4;
}

export function weigh(
  query: Query,
  fact: Hit,
  gap: Hit | undefined,
  hits: readonly Hit[],
  index: SearchIndex,
): Evidence {
  const { total, explainedHere, explainedAround, missing, unknown, heaviest } = explainedShares(query, fact, index);
  const { gapOnly, factOnly } = compareWithGaps(query, fact, gap, hits, index);
  const otherIdeas = query.terms.filter(
    (term) =>
      term.concepts.length > 0 &&
      term.weight === "content" &&
      satisfied(term, query, fact) === 0 &&
      !fact.entry.context.has(term.text),
  );
  const entities = query.terms.filter((term) => term.kind === "entity");
  const weightOfAll = (terms: readonly QueryTerm[]) => terms.reduce((sum, term) => sum + weightOf(term, index), 0);
  const foreign = entities.filter((term) => explain(term, fact.entry) === 0 && !isCorrectable(term, query, fact));
  const other = hits.find((hit) => hit.entry.record.kind === "fact" && !samePassage(hit, fact));
  const otherSource = hits.find((hit) => hit.entry.record.kind === "fact" && sourceOf(hit) !== sourceOf(fact));
  const { features } = fact;
  return {
    bias: 1,
    coverage: explainedAround / total,
    ownCoverage: explainedHere / total,
    missing: Math.min(1, missing),
    unknown: unknown / total,
    slot: features.slot,
    offersValue: features.offersValue,
    expected: features.expected,
    gramCoverage: features.gramCoverage,
    gramLikeness: features.gramLikeness,
    contextGrams: features.contextGrams,
    match: Math.min(2, features.match) / 2,
    margin: other ? clamp((fact.score - other.score) / Math.max(1, Math.abs(fact.score))) : 1,
    sourceMargin: otherSource ? clamp((fact.score - otherSource.score) / Math.max(1, Math.abs(fact.score))) : 1,
    amount: Math.log(1 + explainedAround) / 3,
    gramAmount: Math.log(1 + gramsExplained(query, fact, index)) / 5,
    queryLength: Math.log(1 + query.terms.length) / 3,
    matchedTerms: Math.min(1, query.terms.filter((term) => fact.entry.terms.has(term.text)).length / 6),
    heaviest: heaviest[0] ?? 0,
    second: heaviest[1] ?? 0,
    third: heaviest[2] ?? 0,
    foreignNames: features.foreignNames,
    gap: gap ? clamp((gap.score - fact.score) / 10) : NO_GAP,
    gapExpected: gap ? clamp(gap.features.expected - features.expected) : NO_GAP,
    gapOnly: Math.min(1, gapOnly / total),
    factOnly: Math.min(1, factOnly / total),
    foreignFocus: foreignFocus(query, fact),
    foreignPredicate: query.terms.some(
      (term) => term.predicate && term.kind === "word" && term.weight === "content" && explain(term, fact.entry) === 0,
    )
      ? 1
      : 0,
    beyond: query.beyond.some((word) => !fact.entry.sequence.includes(word) && !fact.entry.hints.has(word)) ? 1 : 0,
    otherIdeas: Math.min(1, weightOfAll(otherIdeas) / total),
    foreignEntities: Math.min(1, weightOfAll(foreign) / total),
  };
}

/** How much of the question's weight the fact explains, by itself and with its surroundings. */
function explainedShares(query: Query, fact: Hit, index: SearchIndex) {
  const unknownWeight = index.termWeight("");
  let total = 0;
  let explainedHere = 0;
  let explainedAround = 0;
  let missing = 0;
  let unknown = 0;
  const byWeight: { readonly weight: number; readonly around: number }[] = [];
  for (const term of query.terms) {
    // The weight has ranking's share for light words in it already.
    const factor = (term.weight === "light" ? LIGHT / LIGHT_IN_RANKING : 1) * (term.inherited ? INHERITED : 1);
    const weight = weightOf(term, index) * factor;
    const explained = satisfied(term, query, fact);
    const isAround = fact.entry.context.has(term.text) || fact.entry.title.has(term.text);
    const around = Math.max(explained, isAround ? CONTEXT : 0);
    byWeight.push({ weight, around });
    total += weight;
    explainedHere += weight * explained;
    explainedAround += weight * around;
    missing = Math.max(missing, (weight * (1 - around)) / unknownWeight);
    if (isUnknown(term, index)) unknown += weight;
  }
  const heaviest = byWeight.sort((a, b) => b.weight - a.weight).map(({ around }) => around);
  return { total: total || 1, explainedHere, explainedAround, missing, unknown, heaviest };
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

function foreignFocus(query: Query, fact: Hit): number {
  const focus = focusOf(query);
  return focus.length === 0 ? 0 : focus.reduce((sum, term) => sum + 1 - satisfied(term, query, fact), 0) / focus.length;
}

/** No fact or gap has the word, nor another word for the same idea. */
export function isUnknown(term: QueryTerm, index: SearchIndex): boolean {
  return (
    !index.has(term.text) &&
    term.concepts.every((concept) => index.conceptWeight(concept) === undefined) &&
    term.parts.every((part) => !index.has(part))
  );
}

function samePassage(a: Hit, b: Hit): boolean {
  if (a.entry.record.kind !== "fact" || b.entry.record.kind !== "fact") return false;
  const [first] = a.entry.record.fact.evidence;
  const [second] = b.entry.record.fact.evidence;
  return (
    first !== undefined &&
    second !== undefined &&
    first.source === second.source &&
    first.passage.start === second.passage.start
  );
}

function sourceOf(hit: Hit): string | undefined {
  return hit.entry.record.kind === "fact" ? hit.entry.record.fact.evidence[0]?.source : undefined;
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
