/** Derived by `npm run calibrate` on 2026-11-22; own questions: 0.957 of 230 ranked first; de: 0.724 of 612 ranked first; en: 0.760 of 612 ranked first; vi: 0.750 of 612 ranked first; zh: 0.693 of 612 ranked first. */
import type { Features } from "./ranking.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = {
  match: 3.943,
  coverage: 2.793,
  gramMatch: 1.033,
  gramCoverage: 1.786,
  gramLikeness: 1.049,
  contextGrams: 3.476,
  previousGrams: 1.784,
  context: 1.982,
  contextOnly: 2.703,
  title: 1.198,
  previous: 2.141,
  next: 2.015,
  offersValue: 0.806,
  offersName: 1.843,
  foreignNames: -2.433,
  length: -0.832,
  slot: 0.413,
  expected: 2.828,
};
