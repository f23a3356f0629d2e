/** Derived by `npm run calibrate` on 2026-11-22; own questions: 0.957 of 230 ranked first; de: 0.722 of 612 ranked first; en: 0.761 of 612 ranked first; vi: 0.761 of 612 ranked first; zh: 0.694 of 612 ranked first. */
import type { Features } from "./features.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = {
  match: 4.041,
  coverage: 2.843,
  gramMatch: 0.993,
  gramCoverage: 1.672,
  gramLikeness: 1.026,
  contextGrams: 3.369,
  previousGrams: 1.75,
  context: 2.232,
  contextOnly: 2.697,
  title: 1.114,
  previous: 2.188,
  next: 2.039,
  offersValue: 0.809,
  offersName: 1.881,
  foreignNames: -2.377,
  length: -0.854,
  slot: 0.412,
  strictSlot: 0.073,
  expected: 2.881,
};
