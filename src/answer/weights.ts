/** Derived by `npm run calibrate` on 2026-11-22; own questions: 0.944 of 180 ranked first; de: 0.724 of 612 ranked first; en: 0.763 of 612 ranked first; vi: 0.750 of 612 ranked first; zh: 0.696 of 612 ranked first. */
import type { Fact } from "../fact-base/schema.ts";
import type { Evidence } from "./decide.ts";

export const confidenceWeights: Readonly<Record<Fact["origin"], Readonly<Partial<Record<keyof Evidence, number>>>>> = {
  editor: {
    bias: -0.115,
    coverage: 0.798,
    ownCoverage: 1.03,
    gramLikeness: 0.967,
    match: 0.029,
    gap: -1.341,
    gapExpected: -1.379,
    gapOnly: -1.434,
    factOnly: 1.268,
    foreignFocus: -1.228,
    otherIdeas: -1.683,
    foreignEntities: -0.458,
  },
  import: {
    bias: -5.027,
    coverage: 1.118,
    ownCoverage: 0.477,
    missing: -0.468,
    unknown: -0.345,
    offersValue: 0.084,
    gramCoverage: 0.626,
    gramLikeness: 0.904,
    contextGrams: 1.449,
    match: 0.49,
    margin: 0.769,
    sourceMargin: 0.769,
    amount: 0.831,
    gramAmount: 1.165,
    queryLength: 0.084,
    matchedTerms: 0.848,
    foreignNames: -1.356,
    foreignFocus: -0.017,
    otherIdeas: -0.327,
  },
};
