import { nearestLanguage } from "../../../src/index.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { km } from "./km.ts";
import { ko } from "./ko.ts";
import { vi } from "./vi.ts";
import type { Wording } from "./wording.ts";
import { zhHans } from "./zh-hans.ts";
import { zhHant } from "./zh-hant.ts";

export { COMMANDS, type CommandName, REPORT_REASONS, type ReportReason, type Wording } from "./wording.ts";

/** Every language that the chats speak; English, the one that stands in for all others, first. */
export const wordings: readonly Wording[] = [en, de, zhHans, zhHant, ko, vi, km];

/** The wording of a BCP 47 language: of the tag itself, of the same language and script, or else English. */
export function wordingFor(tag: string): Wording {
  const nearest = nearestLanguage(
    tag,
    wordings.map((wording) => wording.tag),
  );
  return wordings.find((wording) => wording.tag === nearest) ?? en;
}

/** Fills the `{…}` of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
