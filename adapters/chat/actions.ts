/**
 * What a button does, written into the button itself: it works after a restart and in another process, since nothing
 * else has to be remembered. Fits 64 bytes of Telegram's callback data, and so Discord's 100 characters of custom id.
 */
import { canonicalTag } from "../language-tag.ts";
import { REPORT_REASONS, type ReportReason } from "./wording/index.ts";

export type Action =
  /** Shows the passages that state a fact; `version` tells whether the message under which it stands still holds. */
  | { readonly kind: "evidence"; readonly fact: string; readonly version: string; readonly language: string }
  /** Asks the question that the fact answers. */
  | { readonly kind: "ask"; readonly fact: string; readonly language: string }
  /** Asks what is wrong with a fact. */
  | { readonly kind: "report"; readonly fact: string; readonly version: string; readonly language: string }
  | { readonly kind: "reason"; readonly fact: string; readonly reason: ReportReason; readonly language: string }
  /** From the reasons back to the answer's own buttons. */
  | { readonly kind: "back"; readonly fact: string; readonly version: string; readonly language: string }
  | { readonly kind: "timeline" | "sources"; readonly page: number; readonly language: string }
  /** Chooses a language, or the app's own when it is left out. */
  | { readonly kind: "language"; readonly language?: string }
  /** Whether answers come in the chosen language even when the question is in another. */
  | { readonly kind: "always"; readonly on: boolean }
  /** Erases what is kept about the person. */
  | { readonly kind: "forget" };

/** Bytes */
export const MAX_ACTION = 64;

const SEPARATOR = "~";
const KINDS = {
  evidence: "e",
  ask: "a",
  report: "r",
  reason: "w",
  back: "b",
  timeline: "t",
  sources: "s",
  language: "l",
  always: "o",
  forget: "f",
} as const satisfies Record<Action["kind"], string>;

/** `undefined` for an action too long to be kept, which only a very long language tag makes. */
export function encodeAction(action: Action): string | undefined {
  const code = [KINDS[action.kind], ...fieldsOf(action)].join(SEPARATOR);
  return Buffer.byteLength(code) <= MAX_ACTION ? code : undefined;
}

function fieldsOf(action: Action): readonly string[] {
  switch (action.kind) {
    case "evidence":
    case "report":
    case "back":
      return [action.language, action.fact, action.version];
    case "ask":
      return [action.language, action.fact];
    case "reason":
      return [action.language, action.fact, action.reason];
    case "timeline":
    case "sources":
      return [action.language, String(action.page)];
    case "language":
      return action.language === undefined ? [] : [action.language];
    case "always":
      return [action.on ? "1" : "0"];
    case "forget":
      return [];
    default:
      return action satisfies never;
  }
}

/** `undefined` for anything that {@link encodeAction} did not write: button data comes from people's clients. */
export function decodeAction(code: string): Action | undefined {
  const [letter, first, second, third, ...rest] = code.split(SEPARATOR);
  const kind = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((name) => KINDS[name] === letter);
  if (kind === undefined || rest.length > 0) return undefined;
  if (kind === "always")
    return second === undefined && /^[01]$/.test(first ?? "") ? { kind, on: first === "1" } : undefined;
  if ((kind === "language" || kind === "forget") && first === undefined) return { kind };
  if (kind === "forget") return undefined;
  const language = first === undefined ? undefined : canonicalTag(first);
  if (language === undefined) return undefined;
  if (kind === "language") return second === undefined ? { kind, language } : undefined;
  if (second === undefined) return undefined;
  switch (kind) {
    case "timeline":
    case "sources":
      return third === undefined && /^\d{1,6}$/.test(second) ? { kind, language, page: Number(second) } : undefined;
    case "ask":
      return third === undefined && isId(second) ? { kind, language, fact: second } : undefined;
    case "reason": {
      const reason = REPORT_REASONS.find((name) => name === third);
      return reason !== undefined && isId(second) ? { kind, language, fact: second, reason } : undefined;
    }
    case "evidence":
    case "report":
    case "back":
      return third !== undefined && /^[0-9a-z]{1,8}$/.test(third) && isId(second)
        ? { kind, language, fact: second, version: third }
        : undefined;
    default:
      return kind satisfies never;
  }
}

function isId(text: string): boolean {
  return /^[a-z0-9-]{1,40}$/.test(text);
}
