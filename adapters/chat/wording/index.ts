import { de } from "./de.ts";
import { en } from "./en.ts";
import { ko } from "./ko.ts";
import type { Wording } from "./wording.ts";

export { COMMANDS, type CommandName, REPORT_REASONS, type ReportReason, type Wording } from "./wording.ts";

/** Every language that the chats speak; English, the one that stands in for all others, first. */
export const wordings: readonly Wording[] = [en, de, ko];

/** The wording of a BCP 47 language: of the tag itself, of its primary language, or else English. */
export function wordingFor(tag: string): Wording {
  const primary = tag.split("-")[0]?.toLowerCase();
  return wordings.find((wording) => wording.tag === tag) ?? wordings.find((wording) => wording.tag === primary) ?? en;
}

/** Fills the `{…}` of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
