/**
 * Text for Discord that shows exactly what it says. discord.js's own escaper leaves headings, lists, quotes, small
 * text, second links of a line, mentions and timestamps as they are. Discord shows a backslash before a mark as the mark
 * alone, so what could begin something gets one.
 */

/** Anywhere: emphasis, code, spoilers, links, mentions, timestamps, emoji names, addresses; at the start of a line: blocks. */
const MARKS = /[\\*_~`|<>[\]@]|:(?=\/\/|[^\s:]+:)|(?<=^\s*)(?:[#+-]|\d+\.)/gmu;
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

export function escapeMarkdown(text: string): string {
  return plain(text).replace(MARKS, (mark) => (/^\d/.test(mark) ? mark.replace(".", "\\.") : `\\${mark}`));
}

/** For labels, which know no markup; overrides of the text direction would turn around what follows. */
export function plain(text: string): string {
  return text.toWellFormed().replace(UNSAFE, " ");
}

/** Longer ones would leave no room for the text. */
const MAX_URL = 1000;

/** An address that cannot end the link that it stands in; `undefined` for one that is no web page. */
export function safeUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const encoded = url.href.replace(
    /[()<>\s\\]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return encoded.length <= MAX_URL ? encoded : undefined;
}
