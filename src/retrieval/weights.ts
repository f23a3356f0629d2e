/** Derived by `npm run calibrate` on 2026-11-28; ranked first / mean reciprocal rank: own questions 0.965 / 0.979 (0.957 / 0.974 on unseen subjects); de 0.763 / 0.841 (0.766 / 0.842 on unseen subjects); en 0.802 / 0.873 (0.797 / 0.870 on unseen subjects); vi 0.758 / 0.839 (0.743 / 0.832 on unseen subjects); zh 0.732 / 0.829 (0.724 / 0.823 on unseen subjects). */
import type { Features } from "./features.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = {
  match: 2.734,
  gramMatch: 0.546,
  gramCoverage: 0.48,
  gramLikeness: 0.793,
  distinctGrams: 2.035,
  wording: 3.257,
  stopWords: 2.537,
  around: 3.892,
  contextGrams: 2.568,
  previousGrams: 1.829,
  context: 0.466,
  title: 0.94,
  previous: 1.829,
  next: 1.997,
  offersValue: 0.995,
  offersName: 2.46,
  foreignNames: -2.269,
  length: -1.548,
  slot: 0.487,
  strictSlot: 0.049,
  expected: 2.65,
};
