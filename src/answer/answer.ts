/** What the core gives back: the answer object that every adapter renders and `--json` prints as it is. */
import type { FactId, Passage, SourceId, Texts } from "../fact-base/schema.ts";

export interface Question {
  readonly text: string;
  /** BCP 47: answer in this language instead of the question's own. */
  readonly language?: string | undefined;
  /** BCP 47: what the person usually speaks; decides where the text itself does not tell its language. */
  readonly preferred?: string | undefined;
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

/** What is known of a fact beside its text, so that an older message can be told from what holds now. */
export interface FactState {
  readonly id: FactId;
  /** ISO 8601 date: the source's knowledge is of this day. */
  readonly asOf: string;
  /** Six characters of [0-9a-z]; another one when the fact, or one that may be told with it, was changed. */
  readonly version: string;
  /** The last correction, when there was one. */
  readonly correction?: { readonly date: string; readonly reason: Texts };
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

export type Answered = AnswerBase & {
  readonly status: "answered";
  readonly fact: FactState;
  readonly citations: readonly [Citation, ...Citation[]];
  readonly nearest: readonly [];
};

export type Unanswered = AnswerBase & {
  readonly status: "abstained" | "help";
  readonly citations: readonly [];
  readonly nearest: readonly Citation[];
};

export type Answer = Answered | Unanswered;

/** A fact that was asked for by its id, as it stands now. */
export type Opened =
  | { readonly status: "shown"; readonly answer: Answered }
  | { readonly status: "withdrawn"; readonly date?: string; readonly reason?: Texts }
  /** No such fact, or none that was ever published. */
  | { readonly status: "unknown" };

/** UTF-16 code units. */
export const MAX_ANSWER = 300;
