import type { Answer, Citation } from "../../src/index.ts";

export type ScoredCitation = Citation & { readonly score: number };

/** The answer object of `--json` and `--batch` on one line, its fields always in the same order. */
export function toJson(answer: Answer, hits?: readonly ScoredCitation[], id?: string): string {
  const { question, status, language, answer: text, citations, nearest, confidence, related } = answer;
  const object = {
    ...(id === undefined ? {} : { id }),
    question,
    status,
    language,
    answer: text,
    citations,
    nearest,
    confidence,
    related,
    ...(hits ? { hits } : {}),
  };
  return JSON.stringify(object);
}
