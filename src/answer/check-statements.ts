/** Holds a text, such as a forwarded message, against the fact base: statement by statement. */
import { splitSentences } from "../fact-base/sentences.ts";
import { normalize } from "../language/tokens.ts";
import type { Answer, Answered, Unanswered } from "./answer.ts";

export interface CheckedStatement {
  /** As it stands in the text, on one line. */
  readonly statement: string;
  /** What the sources say on it; `undefined` where they say nothing. */
  readonly answer?: Answered;
  /** Where they do not say it: a fact that tells of the same thing. */
  readonly nearest?: Answered;
  /** Where they do not say it: what the statement gets as a question. */
  readonly refusal?: Unanswered;
}

/** A line that ends without a mark is a statement as well: chat messages have few full stops. */
const LINE = /[\r\n\u2028\u2029]+/u;

export function checkStatements(
  text: string,
  language: string,
  limit: number,
  ask: (statement: string) => Answer | undefined,
  near: (statement: string) => Answered | undefined,
): readonly CheckedStatement[] {
  const statements = text
    .split(LINE)
    .map(normalize)
    .flatMap((line) => splitSentences(line, language).map(({ start, end }) => line.slice(start, end)));
  return statements.slice(0, limit).map((statement) => {
    const answer = ask(statement);
    if (answer?.status === "answered") return { statement, answer };
    const nearest = near(statement);
    const refusal = answer?.status === "abstained" ? answer : undefined;
    return { statement, ...(nearest ? { nearest } : {}), ...(refusal ? { refusal } : {}) };
  });
}
