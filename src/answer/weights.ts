/** Derived by `npm run calibrate` on 2026-11-28, from 670 questions of our own and 14658 on retrieval sets. */
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted, whatever constant they come near.
import type { EditorEvidence, ImportEvidence } from "./evidence.ts";

/** Answers are given from this confidence on: there they cost least. */
export const answerThreshold = 0.8;

export const confidenceWeights: {
  readonly editor: Readonly<Record<keyof EditorEvidence, number>>;
  readonly import: Readonly<Record<keyof ImportEvidence, number>>;
} = {
  editor: {
    bias: 0.592,
    coverage: 0,
    ownCoverage: 0,
    missing: 0,
    expected: 1.776,
    gramCoverage: 0.122,
    gramLikeness: 0.464,
    gap: -0.185,
    gapExpected: -3.396,
    gapOnly: -4.462,
    factOnly: 3.132,
    foreignFocus: -2.737,
    beyond: -1.474,
    otherIdeas: -2.822,
    foreignEntities: -2.055,
    broken: -2.265,
  },
  import: {
    bias: -5.326,
    score: 0.161,
    sourceMargin: 1.595,
    leadOfGood: 0.84,
    surroundings: 2.761,
    secondMissing: 0,
    gramLikeness: 1.577,
    gramAmount: 2.392,
    foreignNames: -1.443,
  },
};
