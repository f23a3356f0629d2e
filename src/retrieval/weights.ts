/** Derived by `npm run calibrate` on 2026-11-22; own questions: 0.957 of 230 ranked first; de: 0.722 of 612 ranked first; en: 0.760 of 612 ranked first; vi: 0.761 of 612 ranked first; zh: 0.694 of 612 ranked first. */
import type { Features } from "./ranking.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = {
  match: 4.018,
  coverage: 2.81,
  gramMatch: 1.062,
  gramCoverage: 1.592,
  gramLikeness: 1.076,
  contextGrams: 3.324,
  previousGrams: 1.782,
  context: 2.344,
  contextOnly: 2.661,
  title: 0.957,
  previous: 2.141,
  next: 2.015,
  offersValue: 0.809,
  offersName: 1.898,
  foreignNames: -2.371,
  length: -0.832,
  slot: 0.495,
  strictSlot: 0.078,
  expected: 3.113,
};
