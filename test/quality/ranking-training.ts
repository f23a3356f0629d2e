/**
 * Learns the weights of ranking. The candidates of a question compete in a softmax (ListNet, Cao et al., ICML 2007); its
 * likelihood of the right ones is maximised.
 */
import type { Features } from "../../src/retrieval/features.ts";
import { rankingWeights } from "../../src/retrieval/weights.ts";
import { dot } from "./logistic.ts";

export type RankingWeights = Record<keyof Features, number>;

/** One question: its candidates' features in the order of `featureNames`, and which of them are right. */
export interface RankingRow {
  readonly candidates: readonly Float64Array[];
  readonly right: ReadonlySet<number>;
  /** How much it counts in training. */
  readonly weight: number;
  /** Questions of one subject: never trained and tested on apart. */
  readonly subject: string;
}

export const featureNames = Object.keys(rankingWeights) as (keyof Features)[];

const STEPS = 400;
const RATE = 3;
/** Of gradient descent (Nesterov 1983). */
const MOMENTUM = 0.9;
const SHRINKAGE = 5e-4;

/** From zero, so that the same rows give the same weights whatever they were before. */
export function trainRanking(rows: readonly RankingRow[]): RankingWeights {
  const weights = learn(rows);
  return Object.fromEntries(featureNames.map((name, i) => [name, round(weights[i] ?? 0)])) as RankingWeights;
}

const FOLDS = 8;

/** Each question's reciprocal rank under weights that were learned without its subject. */
export function crossValidate(rows: readonly RankingRow[]): ReadonlyMap<RankingRow, number> {
  const subjects = [...new Set(rows.map((row) => row.subject))];
  const foldOf = (row: RankingRow) => subjects.indexOf(row.subject) % FOLDS;
  const ranks = new Map<RankingRow, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = learn(rows.filter((row) => foldOf(row) !== fold));
    for (const row of rows.filter((row) => foldOf(row) === fold)) ranks.set(row, reciprocalRank(row, weights));
  }
  return ranks;
}

/** The reciprocal rank of the first right candidate of each question. */
export function evaluate(rows: readonly RankingRow[], weights: RankingWeights): ReadonlyMap<RankingRow, number> {
  const list = Float64Array.from(featureNames, (name) => weights[name]);
  return new Map(rows.map((row) => [row, reciprocalRank(row, list)]));
}

/** Share ranked first and mean reciprocal rank of the first ten: "0.758 / 0.845". */
export function figures(ranks: Iterable<number>): string {
  const all = [...ranks];
  const first = all.filter((rank) => rank === 1).length / all.length;
  const mean = all.reduce((sum, rank) => sum + (rank >= 0.1 ? rank : 0), 0) / all.length;
  return `${first.toFixed(3)} / ${mean.toFixed(3)}`;
}

function reciprocalRank({ candidates, right }: RankingRow, weights: Float64Array): number {
  const scores = candidates.map((candidate) => dot(candidate, weights));
  const best = Math.max(...[...right].map((i) => scores[i] ?? Number.NEGATIVE_INFINITY));
  return right.size === 0 ? 0 : 1 / (1 + scores.filter((score) => score > best).length);
}

function learn(rows: readonly RankingRow[]): Float64Array {
  const usable = rows.filter((row) => row.right.size > 0);
  const total = usable.reduce((sum, row) => sum + row.weight, 0) || 1;
  const weights = new Float64Array(featureNames.length);
  const speed = new Float64Array(featureNames.length);
  for (let step = 0; step < STEPS; step++) {
    const ahead = weights.map((weight, i) => weight + MOMENTUM * (speed[i] ?? 0));
    const gradient = gradientAt(usable, ahead);
    for (const [i, value] of gradient.entries()) {
      speed[i] = MOMENTUM * (speed[i] ?? 0) + RATE * (value / total - SHRINKAGE * (ahead[i] ?? 0));
      weights[i] = (weights[i] ?? 0) + speed[i];
    }
  }
  return weights;
}

/** Of the log-likelihood. */
function gradientAt(rows: readonly RankingRow[], weights: Float64Array): Float64Array {
  const gradient = new Float64Array(weights.length);
  for (const { candidates, right, weight } of rows) {
    const scores = candidates.map((candidate) => dot(candidate, weights));
    const highest = Math.max(...scores);
    const exponentials = scores.map((score) => Math.exp(score - highest));
    const all = exponentials.reduce((sum, value) => sum + value, 0);
    let ours = 0;
    for (const i of right) ours += exponentials[i] ?? 0;
    for (const [j, candidate] of candidates.entries()) {
      const share = exponentials[j] ?? 0;
      const pull = ((right.has(j) ? share / (ours || Number.MIN_VALUE) : 0) - share / all) * weight;
      for (let i = 0; i < candidate.length; i++) gradient[i] = (gradient[i] ?? 0) + pull * (candidate[i] ?? 0);
    }
  }
  return gradient;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
