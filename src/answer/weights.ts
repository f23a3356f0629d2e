import type { Fact } from "../fact-base/schema.ts";
import type { Evidence } from "./decide.ts";

/** Answers are given from this confidence on. */
export const answerThreshold = 0.5;

export const confidenceWeights: Readonly<Record<Fact["origin"], Partial<Readonly<Record<keyof Evidence, number>>>>> = {
  editor: {
    bias: -0.71,
    coverage: 0.99,
    ownCoverage: 0.99,
    gramLikeness: 0.68,
    match: 0.02,
    margin: 1.45,
    foreignNames: -0.63,
    gap: -1.58,
    gapExpected: -1.56,
    gapOnly: -1.72,
    factOnly: 0.69,
    foreignFocus: -1.61,
    otherIdeas: -1,
    foreignEntities: -0.6,
  },
  import: { bias: -4, coverage: 4, match: 2, gramCoverage: 2, margin: 1, contextGrams: 1 },
};
