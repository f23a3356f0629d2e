/** The regression behind the weights. */
import { describe, expect, it } from "vitest";
import { dot, fitLogistic, type Row } from "./logistic.ts";

const rows = (...counts: readonly (readonly [number, number, number])[]): readonly Row[] =>
  counts.flatMap(([value, rights, wrongs]) =>
    Array.from({ length: rights + wrongs }, (_, i) => ({ inputs: [1, value], label: i < rights })),
  );
const chance = (weights: readonly number[], value: number) => 1 / (1 + Math.exp(-dot(weights, [1, value])));

describe("logistic regression", () => {
  it("gives the shares that were right where the inputs tell them apart", () => {
    const weights = fitLogistic(rows([0, 10, 30], [1, 36, 4]), { signs: [0, 0], shrinkage: 0 });
    expect(chance(weights, 0)).toBeCloseTo(0.25);
    expect(chance(weights, 1)).toBeCloseTo(0.9);
  });

  it("keeps a weight at 0 that would need the wrong sign", () => {
    const weights = fitLogistic(rows([0, 30, 10], [1, 10, 30]), { signs: [0, 1], shrinkage: 0 });
    expect(weights[1]).toBe(0);
    expect(chance(weights, 1)).toBeCloseTo(0.5);
  });

  it("shrinks what few rows speak for, but not the intercept", () => {
    const sure = rows([0, 0, 20], [1, 20, 0]);
    const loose = fitLogistic(sure, { signs: [0, 0], shrinkage: 1e-3 });
    const tight = fitLogistic(sure, { signs: [0, 0], shrinkage: 1 });
    expect(tight[1]).toBeLessThan((loose[1] ?? 0) / 2);
    expect(chance(fitLogistic(rows([0, 3, 1]), { signs: [0, 0], shrinkage: 1 }), 0)).toBeCloseTo(0.75);
  });
});
