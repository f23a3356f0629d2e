/** Derived by `npm run calibrate` on 2026-11-28, from 1851 questions of our own and 0 on retrieval sets. */
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted, whatever constant they come near.
import type { EditorEvidence, ImportEvidence } from "./evidence.ts";

/** Answers are given from this confidence on: the lowest that costs little more than the cheapest. */
export const answerThreshold = 0.7;

export const confidenceWeights: {
  readonly editor: Readonly<Record<keyof EditorEvidence, number>>;
  readonly import: Readonly<Record<keyof ImportEvidence, number>>;
} = {
  editor: {
    bias: 0.282,
    expected: 1.874,
    gramLikeness: 0.462,
    gap: -1.169,
    gapExpected: -2.721,
    gapOnly: -3.942,
    factOnly: 3.831,
    foreignFocus: -2.106,
    beyond: -1.086,
    otherIdeas: -3.053,
    foreignEntities: 0,
    broken: -2.349,
  },
  import: {
    bias: -5.29,
    score: 0.798,
    sourceMargin: 1.617,
    leadOfGood: 0.651,
    surroundings: 2.019,
    secondMissing: -0.207,
    gramLikeness: 1.76,
    gramAmount: 2.259,
    foreignNames: -0.922,
  },
};
