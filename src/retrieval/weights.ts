/** Derived by `npm run calibrate` on 2026-11-28; ranked first / mean reciprocal rank: own questions 0.961 / 0.976 (0.957 / 0.973 on unseen subjects); de 0.766 / 0.843 (0.765 / 0.841 on unseen subjects); en 0.802 / 0.874 (0.801 / 0.871 on unseen subjects); vi 0.761 / 0.841 (0.747 / 0.834 on unseen subjects); zh 0.739 / 0.832 (0.730 / 0.826 on unseen subjects). */
import type { Features } from "./features.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = {
  match: 2.478,
  gramMatch: 0.567,
  gramCoverage: 0.414,
  gramLikeness: 0.836,
  distinctGrams: 1.981,
  wording: 3.176,
  stopWords: 2.539,
  around: 4.709,
  contextGrams: 2.656,
  previousGrams: 1.802,
  context: 0.772,
  title: 0.929,
  previous: 1.975,
  next: 2.104,
  offersValue: 1,
  offersName: 2.199,
  foreignNames: -2.304,
  length: -1.657,
  slot: 0.476,
  strictSlot: 0.052,
  expected: 2.73,
};
