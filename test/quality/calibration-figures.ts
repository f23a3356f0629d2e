/**
 * How far a confidence can be trusted: reliability diagram and expected calibration error (Naeini et al., AAAI 2015;
 * Guo et al., ICML 2017), area under the ROC curve, share of questions at a precision, and what a threshold costs.
 */

/** A confidence from 0 to 1 and whether what it was given to was right. */
export interface Prediction {
  readonly confidence: number;
  readonly right: boolean;
}

export interface ReliabilityBin {
  /** Above `from` (the first: from it on) up to and with `to`. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence, and share that was right; both 0 in an empty bin. */
  readonly confidence: number;
  readonly accuracy: number;
}

const BINS = 10;

/** Bins of equal width, all of them, the empty ones too. */
export function reliability(predictions: readonly Prediction[], bins = BINS): readonly ReliabilityBin[] {
  const members = Array.from({ length: bins }, (): Prediction[] => []);
  for (const prediction of predictions)
    members[Math.min(bins - 1, Math.max(0, Math.ceil(prediction.confidence * bins) - 1))]?.push(prediction);
  return members.map((bin, i) => ({
    from: i / bins,
    to: (i + 1) / bins,
    count: bin.length,
    confidence: mean(bin.map(({ confidence }) => confidence)),
    accuracy: mean(bin.map(({ right }) => Number(right))),
  }));
}

/** Mean distance of confidence and accuracy over the bins, by their counts; 0 without predictions. */
export function expectedCalibrationError(predictions: readonly Prediction[], bins = BINS): number {
  return reliability(predictions, bins).reduce(
    (error, { count, confidence, accuracy }) =>
      error + (count / Math.max(1, predictions.length)) * Math.abs(accuracy - confidence),
    0,
  );
}

/**
 * How often one that is right has more confidence than one that is not, a tie counting half (Mann and Whitney 1947);
 * `undefined` without one of either.
 */
export function auroc(predictions: readonly Prediction[]): number | undefined {
  const sorted = [...predictions].sort((a, b) => a.confidence - b.confidence);
  const rights = sorted.filter(({ right }) => right).length;
  const wrongs = sorted.length - rights;
  if (rights === 0 || wrongs === 0) return undefined;
  let ranks = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.confidence === sorted[start]?.confidence) end++;
    const tied = sorted.slice(start, end).filter(({ right }) => right).length;
    ranks += (tied * (start + 1 + end)) / 2;
    start = end;
  }
  return (ranks - (rights * (rights + 1)) / 2) / (rights * wrongs);
}

/** Largest share of all, the surest first, of which at least `precision` are right. */
export function shareAtPrecision(predictions: readonly Prediction[], precision = 0.95): number {
  const sorted = [...predictions].sort((a, b) => b.confidence - a.confidence);
  let rights = 0;
  let most = 0;
  for (const [i, { right }] of sorted.entries()) {
    if (right) rights++;
    if (rights >= precision * (i + 1)) most = i + 1;
  }
  return most / Math.max(1, predictions.length);
}

/** What a question may have been answered with. */
export interface Candidate extends Prediction {
  /** Whether the sources tell. */
  readonly answerable: boolean;
  /** How often it counts; once where it is not given. */
  readonly weight?: number;
}

export interface Costs {
  readonly wrong: number;
  /** Of an abstention where the sources tell. */
  readonly needless: number;
}

/** A wrong answer is about ten times worse than a needless abstention. */
export const COSTS: Costs = { wrong: 10, needless: 1 };

export interface ThresholdCost {
  readonly threshold: number;
  readonly answered: number;
  readonly wrong: number;
  readonly needless: number;
  /** A question, on average. */
  readonly cost: number;
}

/** What answering from each of the thresholds on would have cost. */
export function costCurve(
  candidates: readonly Candidate[],
  thresholds: readonly number[],
  costs: Costs = COSTS,
): readonly ThresholdCost[] {
  return thresholds.map((threshold) => {
    const spent = candidates.map(({ confidence, right, answerable }) =>
      confidence >= threshold ? (right ? 0 : costs.wrong) : answerable ? costs.needless : 0,
    );
    const counts = candidates.map(({ weight = 1 }) => weight);
    const total = counts.reduce((sum, count) => sum + count, 0) || 1;
    const cost = spent.reduce((sum, one, i) => sum + (counts[i] ?? 0) * one, 0) / total;
    const answered = candidates.filter(({ confidence }) => confidence >= threshold);
    return {
      threshold,
      answered: answered.length,
      wrong: answered.filter(({ right }) => !right).length,
      needless: candidates.filter(({ confidence, answerable }) => confidence < threshold && answerable).length,
      cost,
    };
  });
}

/** What may be paid above the least cost for fewer needless abstentions, which people meet far more often. Set by hand. */
const TOLERANCE = 1.25;

/** The lowest threshold whose cost is at most a quarter above the cheapest; `undefined` of an empty curve. */
export function chooseThreshold(curve: readonly ThresholdCost[]): ThresholdCost | undefined {
  const [cheapest] = [...curve].sort((a, b) => a.cost - b.cost);
  return (
    cheapest &&
    [...curve].sort((a, b) => a.threshold - b.threshold).find(({ cost }) => cost <= TOLERANCE * cheapest.cost)
  );
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;
}
