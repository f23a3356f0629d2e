/** Derived by `npm run calibrate` on 2026-11-22; own questions: 0.957 of 230 ranked first. */
import type { Features } from "./ranking.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = {
  match: 4.511,
  coverage: 3.217,
  gramMatch: 1.7,
  gramCoverage: 1.895,
  gramLikeness: 1.576,
  contextGrams: 1.807,
  previousGrams: 0.724,
  context: 1.462,
  contextOnly: 1.601,
  title: 0.486,
  previous: 0.869,
  next: 0.818,
  offersValue: 0.327,
  offersName: 0.265,
  foreignNames: -1.326,
  length: -0.592,
  slot: 0.748,
  expected: 4.393,
};
