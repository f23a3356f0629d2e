/**
 * Text for Discord that shows exactly what it says. discord.js's own escaper leaves headings, lists, quotes, small
 * text, second links of a line, mentions and timestamps as they are. Discord shows a backslash before a mark as the mark
 * alone, so what could begin something gets one.
 */

/** Anywhere: emphasis, code, spoilers, links, mentions, timestamps, emoji names, addresses; at the start of a line: blocks. */
const MARKS = /[\\*_~`|<>[\]@]|:(?=\/\/|\w+:)|(?<=^\s*)(?:[#+-]|\d+\.)/gmu;
const UNSAFE = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

export function escapeMarkdown(text: string): string {
  return plain(text).replace(MARKS, (mark) => (/^\d/.test(mark) ? mark.replace(".", "\\.") : `\\${mark}`));
}

/** For labels, which know no markup; overrides of the text direction would turn around what follows. */
export function plain(text: string): string {
  return text.toWellFormed().replace(UNSAFE, " ");
}

/** An address that cannot end the link that it stands in; `undefined` for one that is no web page. */
export function safeUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  return url.href.replace(
    /[()<>\s\\]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

/** At most `limit` UTF-16 code units, never half a character; a cut is marked. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter("und").segment(text)) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
