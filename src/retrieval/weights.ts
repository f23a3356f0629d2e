/** Derived by `npm run calibrate` on 2026-11-22; own questions: 0.957 of 230 ranked first; de: 0.722 of 612 ranked first; en: 0.761 of 612 ranked first; vi: 0.761 of 612 ranked first; zh: 0.694 of 612 ranked first. */
import type { Features } from "./features.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = {
  match: 4.052,
  coverage: 2.853,
  gramMatch: 0.967,
  gramCoverage: 1.697,
  gramLikeness: 1.019,
  contextGrams: 3.377,
  previousGrams: 1.743,
  context: 2.201,
  contextOnly: 2.72,
  title: 1.165,
  previous: 2.194,
  next: 2.04,
  offersValue: 0.809,
  offersName: 1.881,
  foreignNames: -2.375,
  length: -0.858,
  slot: 0.425,
  strictSlot: 0.072,
  expected: 2.83,
};
