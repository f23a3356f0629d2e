/** What the core gives back: the answer object that every adapter renders and `--json` prints as it is. */
import type { FactId, Passage, SourceId } from "../fact-base/schema.ts";

export interface Question {
  readonly text: string;
  /** BCP 47: answer in this language instead of the question's own. */
  readonly language?: string | undefined;
}

export interface Citation {
  readonly fact: FactId;
  readonly source: {
    readonly id: SourceId;
    readonly title: string;
    readonly publisher: string;
    /** ISO 8601 date */
    readonly published: string;
    readonly language: string;
    readonly url: string | null;
  };
  readonly passage: Passage;
}

export interface RelatedQuestion {
  readonly fact: FactId;
  readonly question: string;
}

interface AnswerBase {
  /** As it was asked. */
  readonly question: string;
  /** BCP 47 tag of `answer`. */
  readonly language: string;
  /** Plain text, at most {@link MAX_ANSWER} characters, without the source list. */
  readonly answer: string;
  /** From 0 to 1, comparable between questions: of the answers given with 0.9, nine in ten are right. */
  readonly confidence: number;
  readonly related: readonly RelatedQuestion[];
}

export type Answer =
  | (AnswerBase & {
      readonly status: "answered";
      readonly citations: readonly [Citation, ...Citation[]];
      readonly nearest: readonly [];
    })
  | (AnswerBase & {
      readonly status: "abstained" | "help";
      readonly citations: readonly [];
      readonly nearest: readonly Citation[];
    });

/** UTF-16 code units. */
export const MAX_ANSWER = 300;
