/** What kind of answer a question asks for, by the patterns of its language pack. */
import type { Asked } from "../fact-base/schema.ts";
import { spellKhmer } from "../language/khmer.ts";
import type { Questions } from "../language/pack.ts";
import { foldDiacritics, readLetters, tokenize } from "../language/tokens.ts";

export interface QuestionKind {
  /** Kinds asked for, first one first; empty for a question without a question word. */
  readonly asks: readonly (Asked | "yes-no")[];
  /** A statement put as a question: what it says is to be checked, not assumed. */
  readonly claim: boolean;
  /** Asks for a cause and nothing else. */
  readonly wantsReason: boolean;
  /** Asks what to do, which no report of events says. */
  readonly advice: boolean;
}

/** The form that the patterns of a language pack are written for; `readAs` is the pack's. */
export function plainQuestion(text: string, readAs?: ReadonlyMap<string, string>): string {
  return readLetters(spellKhmer(text.toLowerCase()), readAs)
    .replace(/[\s?？!！.。។៕…～]+$/u, "")
    .replace(/^[\s"'„“”«»「『《¿¡(（]+/u, "");
}

/** Equal for two spellings of one question that differ in case, punctuation and diacritics only. */
export function questionKey(text: string, readAs?: ReadonlyMap<string, string>): string {
  return tokenize(text, readAs ? { readAs } : {})
    .map((token) => foldDiacritics(token.text))
    .join(" ");
}

const patterns = new Map<string, RegExp>();

/** A pattern of a language pack as a regular expression, made once. */
export function compiled(pattern: string): RegExp {
  let expression = patterns.get(pattern);
  if (!expression) {
    expression = new RegExp(pattern, "iu");
    patterns.set(pattern, expression);
  }
  return expression;
}

/** Whether a pattern of a language pack matches. */
export function matches(pattern: string, text: string): boolean {
  return compiled(pattern).test(text);
}

export function askedIn(plain: string, questions: Questions): QuestionKind {
  const asks: (Asked | "yes-no")[] = [];
  for (const { pattern, asks: kind } of questions.asks) {
    if (!asks.includes(kind) && matches(pattern, plain)) asks.push(kind);
  }
  const claim = questions.claims.some((pattern) => matches(pattern, plain));
  const wantsReason = asks[0] === "why" && (questions.reasons ?? []).some((pattern) => matches(pattern, plain));
  return { asks, claim, wantsReason, advice: !claim && questions.advice.some((pattern) => matches(pattern, plain)) };
}
