import type { Features } from "./ranking.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = {
  match: 3.9,
  coverage: 2.46,
  gramMatch: 1,
  gramCoverage: 1.67,
  gramLikeness: 1.18,
  contextGrams: 3.4,
  previousGrams: 1.69,
  context: 2.42,
  contextOnly: 2.22,
  title: 0.98,
  previous: 2.23,
  next: 2.01,
  offersValue: 0.81,
  offersName: 1.84,
  foreignNames: -2.5,
  length: -0.7,
  slot: 0.37,
  expected: 2.68,
};
