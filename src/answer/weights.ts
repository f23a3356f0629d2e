/** Derived by `npm run calibrate` on 2026-11-28, from 1088 questions of our own and 14673 on retrieval sets. */
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted, whatever constant they come near.
import type { EditorEvidence, ImportEvidence } from "./evidence.ts";

/** Answers are given from this confidence on: there they cost least. */
export const answerThreshold = 0.7;

export const confidenceWeights: {
  readonly editor: Readonly<Record<keyof EditorEvidence, number>>;
  readonly import: Readonly<Record<keyof ImportEvidence, number>>;
} = {
  editor: {
    bias: 0.588,
    expected: 2.129,
    gramLikeness: 0.981,
    gap: -1.272,
    gapExpected: -3.117,
    gapOnly: -4.914,
    factOnly: 2.383,
    foreignFocus: -1.569,
    beyond: -0.869,
    otherIdeas: -3.347,
    foreignEntities: -3.331,
    broken: -2.313,
  },
  import: {
    bias: -5.345,
    score: 0.753,
    sourceMargin: 1.628,
    leadOfGood: 0.662,
    surroundings: 2.125,
    secondMissing: -0.188,
    gramLikeness: 1.765,
    gramAmount: 2.27,
    foreignNames: -0.924,
  },
};
