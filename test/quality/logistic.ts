/** Logistic regression with a sign for every weight: small enough to be read, fast enough to be run in every fold. */

export interface Regression {
  /** 1: the weight may not be negative, -1: not positive, 0: as the data have it. */
  readonly signs: readonly (1 | 0 | -1)[];
  /** Strength of the pull towards 0, a row, on inputs of unit variance; the first weight is the intercept and free. */
  readonly shrinkage: number;
}

export interface Row {
  /** The first is 1. */
  readonly inputs: readonly number[];
  readonly label: boolean;
  /** How often it counts; once where it is not given. */
  readonly weight?: number;
}

const STEPS = 25;
const PASSES = 100;
const PRECISION = 1e-6;

/** Newton steps, each solved a coordinate at a time under the signs (Friedman et al. 2010), on inputs of unit variance. */
export function fitLogistic(rows: readonly Row[], { signs, shrinkage }: Regression): readonly number[] {
  const scales = signs.map((_, j) => (j === 0 ? 1 : deviation(rows.map(({ inputs }) => inputs[j] ?? 0)) || 1));
  const scaled = rows.map(({ inputs }) => scales.map((scale, j) => (inputs[j] ?? 0) / scale));
  const total = rows.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let weights = signs.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = signs.map(() => 0);
    const curvature = signs.map(() => signs.map(() => 0));
    for (const [i, inputs] of scaled.entries()) {
      const chance = 1 / (1 + Math.exp(-dot(inputs, weights)));
      const counts = rows[i]?.weight ?? 1;
      const error = counts * (Number(rows[i]?.label) - chance);
      // Bounded from below, so that a step stays one where all are sure.
      const bend = counts * Math.max(chance * (1 - chance), 1e-4);
      for (const [j, value] of inputs.entries()) {
        gradient[j] = (gradient[j] ?? 0) + error * value;
        const line = curvature[j] ?? [];
        for (const [k, other] of inputs.entries()) line[k] = (line[k] ?? 0) + bend * value * other;
      }
    }
    const next = minimize(weights, gradient, curvature, signs, shrinkage * total);
    const moved = Math.max(...next.map((weight, j) => Math.abs(weight - (weights[j] ?? 0))));
    weights = next;
    if (moved < PRECISION) break;
  }
  return weights.map((weight, j) => weight / (scales[j] ?? 1));
}

/** The weights at which the quadratic around `from` is best. */
function minimize(
  from: readonly number[],
  gradient: readonly number[],
  curvature: readonly (readonly number[])[],
  signs: Regression["signs"],
  shrinkage: number,
): number[] {
  const weights = [...from];
  for (let pass = 0; pass < PASSES; pass++)
    for (const [j, line] of curvature.entries()) {
      const moved = weights.map((weight, k) => weight - (from[k] ?? 0));
      const pull = j === 0 ? 0 : shrinkage;
      const weight = weights[j] ?? 0;
      const slope = (gradient[j] ?? 0) - dot(line, moved) - pull * weight;
      const wanted = weight + slope / ((line[j] ?? 0) + pull || 1);
      weights[j] = (signs[j] ?? 0) * wanted < 0 ? 0 : wanted;
    }
  return weights;
}

/** Scalar product of two vectors of the same length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let result = 0;
  for (let i = 0; i < a.length; i++) result += (a[i] ?? 0) * (b[i] ?? 0);
  return result;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
