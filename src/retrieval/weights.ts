/** Derived by `npm run calibrate` on 2026-11-22; own questions: 0.944 of 180 ranked first; de: 0.724 of 612 ranked first; en: 0.763 of 612 ranked first; vi: 0.750 of 612 ranked first; zh: 0.696 of 612 ranked first. */
import type { Features } from "./ranking.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = {
  match: 3.942,
  coverage: 2.779,
  gramMatch: 1.022,
  gramCoverage: 1.802,
  gramLikeness: 1.062,
  contextGrams: 3.369,
  previousGrams: 1.804,
  context: 1.983,
  contextOnly: 2.658,
  title: 1.159,
  previous: 2.157,
  next: 2.057,
  offersValue: 0.811,
  offersName: 1.873,
  foreignNames: -2.4,
  length: -0.833,
  slot: 0.441,
  expected: 2.351,
};
