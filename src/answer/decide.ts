/** Decides whether the best hit answers the question: the heart of the product, since an index always finds something. */
import type { Fact, Gap } from "../fact-base/schema.ts";
import type { Query, QueryTerm } from "../retrieval/query.ts";
import { explain, factOf, type Hit, STRICT, weightOf } from "../retrieval/ranking.ts";
import type { SearchIndex } from "../retrieval/search-index.ts";
import {
  brokenConstraint,
  checks,
  isCorrectable,
  isOwnWords,
  isToldSo,
  tellsDeed,
  turnsRolesRound,
} from "./constraints.ts";
import type { Evidence } from "./evidence.ts";
import { isUnknown, samePassage, weighEditors, weighImport } from "./weigh.ts";
import { answerThreshold, confidenceWeights } from "./weights.ts";

export type Decision = (
  | {
      readonly kind: "answer";
      readonly fact: Fact;
      /** Another part of the same passage that bears on the question nearly as much. */
      readonly companion?: Fact;
    }
  | {
      readonly kind: "abstain";
      /** What is known not to be stated, where that is what was asked. */
      readonly gap?: Gap;
      /** The word of the question that no source has. */
      readonly unknownTerm?: QueryTerm;
    }
) & {
  /** From 0 to 1, that the best fact answers the question, whichever was decided. */
  readonly confidence: number;
  /** The best fact has not the kind of value that is asked for. */
  readonly lacksValue?: boolean;
};

/**
 * A correction allows for this much of the doubt that an answer does: by the wrong fact it would mislead twice, in what
 * it says and in what it takes back. Set by hand.
 */
const CORRECTION_DOUBT = 2 / 3;
/** The confidence of an answer to the very question that an editor wrote for the fact. */
const EXACT_CONFIDENCE = 0.98;

/** @param threshold answers are given from this confidence on, from 0 to 1 */
export function decide(query: Query, hits: readonly Hit[], index: SearchIndex, threshold = answerThreshold): Decision {
  const [best] = hits;
  const assessed = assess(query, hits, index);
  const lacksValue = assessed !== undefined && assessed.hit.features.slot < 0;
  const exact = best?.exact ? gapOf(best) : undefined;
  if (exact) return { kind: "abstain", gap: exact, confidence: round(1 - EXACT_CONFIDENCE), lacksValue };
  if (!assessed) return { kind: "abstain", confidence: 0 };
  const { hit, fact, gap, isGapAsked, broken, confidence } = assessed;
  const common = { confidence, lacksValue };
  if (
    !(broken && fact.origin === "editor") &&
    confidence >= (assessed.isCorrection ? correctionThreshold(threshold) : threshold)
  ) {
    const companion = companionOf(query, hit, hits);
    return { ...common, kind: "answer", fact, ...(companion ? { companion } : {}) };
  }
  const named = gap && concerns(query, gap, index) && (isGapAsked || answersGap(gap, hit)) ? gapOf(gap) : undefined;
  if (named) return { ...common, kind: "abstain", gap: named };
  const unknownTerm = broken ? brokenBy(broken, hits, index) : unknownName(query, index);
  return { ...common, kind: "abstain", ...(unknownTerm ? { unknownTerm } : {}) };
}

/** The word that broke a constraint, if no source has it; that a figure stands nowhere says nothing of what it was asked about. */
function brokenBy(broken: QueryTerm | true, hits: readonly Hit[], index: SearchIndex): QueryTerm | undefined {
  if (broken === true || broken.kind === "number") return undefined;
  return isUnknown(broken, index) || isNameOfNoFact(broken, hits) ? broken : undefined;
}

/** The first name of the question that no source has. */
function unknownName(query: Query, index: SearchIndex): QueryTerm | undefined {
  return query.terms.find(
    (term) =>
      term.capital && term.kind === "word" && term.weight === "content" && !term.inherited && isUnknown(term, index),
  );
}

/** From which confidence on something in the question is corrected, where answers are given from `threshold` on. */
export function correctionThreshold(threshold: number): number {
  return 1 - (1 - threshold) * CORRECTION_DOUBT;
}

/** The best fact, and how sure it is that it answers the question. */
export interface Assessment {
  readonly hit: Hit;
  readonly fact: Fact;
  /** The gap that matches best. */
  readonly gap?: Hit;
  /** An editor expects nearly this question of the gap. */
  readonly isGapAsked: boolean;
  /** What the question holds fixed and the fact does not have: the word, `true` when no single one. */
  readonly broken: QueryTerm | boolean;
  /** The fact's answer would correct something in the question. */
  readonly isCorrection: boolean;
  readonly evidence: Evidence;
  readonly confidence: number;
}

/** What `decide` goes by, before any threshold; `undefined` where no fact is near. */
export function assess(query: Query, hits: readonly Hit[], index: SearchIndex): Assessment | undefined {
  const hit = bestFact(query, hits);
  const fact = hit && factOf(hit);
  if (!fact) return undefined;
  const gap = hits.find(gapOf);
  const isGapAsked = gap !== undefined && expectsRather(gap, hit);
  const broken = !hit.exact && (isGapAsked || brokenConstraint(query, hit));
  const evidence: Evidence =
    fact.origin === "editor"
      ? weighEditors(query, hit, gap, hits, index, broken !== false)
      : weighImport(query, hit, hits, index);
  const weighed = logistic({ ...evidence }, { ...confidenceWeights[fact.origin] });
  return {
    hit,
    fact,
    ...(gap ? { gap } : {}),
    isGapAsked,
    broken,
    isCorrection: turnsRolesRound(query, hit) || query.terms.some((term) => isCorrectable(term, query, hit)),
    evidence,
    confidence: round(hit.exact ? Math.max(weighed, EXACT_CONFIDENCE) : weighed),
  };
}

/** How near the score of a fact with the asked kind of value has to come to that of one without, as a share of it. */
const VALUE_SHARE = 0.7;

/** How near a fact that does not break the question's constraints has to come to a better one that does. */
const UNBROKEN_SHARE = 0.8;
/** The same for one that is thanked, promised, hoped or admitted by whom the question has do so. */
const TOLD_SHARE = 0.6;
/** The same for one that tells how, when the better one does not. */
const MEANS_SHARE = 0.9;
/** The same for one of which the question is likelier expected, and how much likelier that has to be. */
const EXPECTED_SHARE = 0.85;
const EXPECTED_LEAD = 0.15;
/** The same for one that tells of the deed which a statement puts up for checking. */
const DEED_SHARE = 0.5;

/**
 * The best fact; near it in rank, rather one that keeps what the question holds fixed, or that tells of the deed which
 * is put up for checking. Where it lacks the number or date that is asked for, the next of the same event that has it.
 */
function bestFact(query: Query, hits: readonly Hit[]): Hit | undefined {
  const facts = hits.filter(factOf);
  const [best] = facts;
  if (!best || best.exact) return best;
  const near = (share: number) => facts.filter((hit) => hit.score >= best.score * share);
  const deed = checks(query) ? near(DEED_SHARE).find((hit) => tellsDeed(query, hit)) : undefined;
  // "Who arrested Liu?" must not find another fact about an arrest and Liu.
  const turned = near(UNBROKEN_SHARE).find((hit) => !checks(query) && turnsRolesRound(query, hit));
  const words = near(VALUE_SHARE).find((hit) => isOwnWords(query, hit) && !brokenConstraint(query, hit));
  // "What did Savoeun admit?" must not find what else he said.
  const told = isToldSo(query, best)
    ? undefined
    : near(TOLD_SHARE).find((hit) => isToldSo(query, hit) && !brokenConstraint(query, hit));
  const [kind] = query.asks;
  const means =
    kind === "how" && !best.entry.asked.has(kind)
      ? near(MEANS_SHARE).find((hit) => hit.entry.asked.has(kind) && !brokenConstraint(query, hit))
      : undefined;
  const unbroken = near(UNBROKEN_SHARE).find((hit) => !brokenConstraint(query, hit)) ?? best;
  const first = deed ?? turned ?? words ?? told ?? means ?? expectedOf(query, unbroken, near(EXPECTED_SHARE));
  if (first.features.slot >= 0 || !STRICT.has(query.asks[0] ?? "")) return first;
  const event = factOf(first)?.event;
  const valued = facts.find(
    (hit) => hit.features.slot > 0 && factOf(hit)?.event === event && hit.score >= first.score * VALUE_SHARE,
  );
  return event === undefined ? first : (valued ?? first);
}

/** Of facts as near as the best, the one that is clearly rather expected to answer the question. */
function expectedOf(query: Query, best: Hit, near: readonly Hit[]): Hit {
  const likelier = near
    .filter(
      (hit) =>
        hit.features.expected >= best.features.expected + EXPECTED_LEAD &&
        hit.features.slot >= best.features.slot &&
        !brokenConstraint(query, hit),
    )
    .sort((a, b) => b.features.expected - a.features.expected);
  return likelier[0] ?? best;
}

/** How near a companion's score has to come, as a share of the best's. */
const COMPANION_SHARE = 0.75;
/** The same for one that has the kind of value that is asked for, which the best has not. */
const COMPANION_KIND_SHARE = 0.4;

/** Editors split a sentence into facts; when the question is about more than one of them, both are said. */
function companionOf(query: Query, fact: Hit, hits: readonly Hit[]): Fact | undefined {
  if (factOf(fact)?.origin === "import") return undefined;
  const companion = hits.find((hit) => {
    const share = hit.features.slot > fact.features.slot ? COMPANION_KIND_SHARE : COMPANION_SHARE;
    return hit !== fact && samePassage(hit, fact) && hit.score >= fact.score * share;
  });
  if (!companion) return undefined;
  const addsTerm = query.terms.some(
    (term) =>
      term.weight === "content" &&
      !term.inherited &&
      explain(term, fact.entry) === 0 &&
      explain(term, companion.entry) > 0,
  );
  const addsKind = companion.features.slot > fact.features.slot;
  return addsTerm || addsKind ? factOf(companion) : undefined;
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

/** `undefined` of a fact. */
function gapOf({ entry: { record } }: Hit): Gap | undefined {
  return record.kind === "gap" ? record.gap : undefined;
}

function logistic(evidence: Readonly<Record<string, number>>, weights: Readonly<Record<string, number>>): number {
  let logit = 0;
  for (const [name, weight] of Object.entries(weights)) logit += weight * (evidence[name] ?? 0);
  return 1 / (1 + Math.exp(-logit));
}

function round(confidence: number): number {
  return Math.round(confidence * 1e4) / 1e4;
}
