/** Derived by `npm run calibrate` on 2026-11-22; own questions: 0.957 of 230 ranked first; de: 0.724 of 612 ranked first; en: 0.761 of 612 ranked first; vi: 0.750 of 612 ranked first; zh: 0.696 of 612 ranked first. */
import type { Features } from "./ranking.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = {
  match: 3.938,
  coverage: 2.788,
  gramMatch: 1.023,
  gramCoverage: 1.799,
  gramLikeness: 1.06,
  contextGrams: 3.462,
  previousGrams: 1.803,
  context: 1.931,
  contextOnly: 2.697,
  title: 1.195,
  previous: 2.121,
  next: 2.022,
  offersValue: 0.81,
  offersName: 1.852,
  foreignNames: -2.378,
  length: -0.825,
  slot: 0.414,
  expected: 2.747,
};
