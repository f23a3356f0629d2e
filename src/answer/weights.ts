/** Derived by `npm run calibrate` on 2026-11-22; own questions: 0.957 of 230 ranked first; de: 0.724 of 612 ranked first; en: 0.761 of 612 ranked first; vi: 0.750 of 612 ranked first; zh: 0.696 of 612 ranked first. */
import type { Fact } from "../fact-base/schema.ts";
import type { Evidence } from "./decide.ts";

export const confidenceWeights: Readonly<Record<Fact["origin"], Readonly<Partial<Record<keyof Evidence, number>>>>> = {
  editor: {
    bias: -0.768,
    coverage: 0.481,
    ownCoverage: 0.744,
    expected: 0.693,
    gramCoverage: 0.206,
    gramLikeness: 0.473,
    gap: -1.926,
    gapExpected: -1.576,
    gapOnly: -1.925,
    factOnly: 1.43,
    foreignFocus: -1.897,
    beyond: -1.244,
    otherIdeas: -1.596,
    foreignEntities: -0.432,
  },
  import: {
    bias: -5.035,
    coverage: 1.145,
    ownCoverage: 0.453,
    missing: -0.484,
    unknown: -0.348,
    offersValue: 0.082,
    gramCoverage: 0.61,
    gramLikeness: 0.894,
    contextGrams: 1.469,
    match: 0.48,
    margin: 0.769,
    sourceMargin: 0.769,
    amount: 0.843,
    gramAmount: 1.169,
    queryLength: 0.084,
    matchedTerms: 0.837,
    foreignNames: -1.328,
    foreignFocus: -0.022,
    otherIdeas: -0.331,
  },
};
