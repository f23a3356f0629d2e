/** The part of Discord's markdown that the bot writes, as HTML. */
import { escapeHtml } from "./html.ts";

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const LINK_END = /^\]\(<([^<>\s]*)>\)/;

export function markdownToHtml(source: string): string {
  const html: string[] = [];
  let quoted: string[] = [];
  const endQuote = () => {
    if (quoted.length > 0) html.push(`<blockquote>${quoted.join("")}</blockquote>`);
    quoted = [];
  };
  for (const line of source.split("\n")) {
    if (line.startsWith("> ")) {
      quoted.push(`<div>${inline(line.slice(2))}</div>`);
      continue;
    }
    endQuote();
    if (line.startsWith("-# ")) html.push(`<div class="small">${inline(line.slice(3))}</div>`);
    else html.push(line === "" ? '<div class="empty"></div>' : `<div>${inline(line)}</div>`);
  }
  endQuote();
  return html.join("");
}

function inline(source: string): string {
  let html = "";
  let at = 0;
  while (at < source.length) {
    const sign = source[at] ?? "";
    if (sign === "\\" && PUNCTUATION.test(source[at + 1] ?? "")) {
      html += escapeHtml(source[at + 1] ?? "");
      at += 2;
      continue;
    }
    const span = emphasis(source, at, "**", "b") ?? emphasis(source, at, "*", "em") ?? link(source, at);
    html += span?.html ?? escapeHtml(sign);
    at = span?.end ?? at + 1;
  }
  return html;
}

interface Span {
  readonly html: string;
  readonly end: number;
}

function emphasis(source: string, at: number, mark: string, tag: string): Span | undefined {
  if (!source.startsWith(mark, at)) return undefined;
  const from = at + mark.length;
  const end = unescaped(source, from, (rest) => rest.startsWith(mark));
  if (end === undefined || end === from) return undefined;
  return { html: `<${tag}>${inline(source.slice(from, end))}</${tag}>`, end: end + mark.length };
}

function link(source: string, at: number): Span | undefined {
  if (source[at] !== "[") return undefined;
  const end = unescaped(source, at + 1, (rest) => LINK_END.test(rest));
  if (end === undefined) return undefined;
  const [whole] = LINK_END.exec(source.slice(end)) ?? [""];
  return { html: `<a>${inline(source.slice(at + 1, end))}</a>`, end: end + whole.length };
}

/** Where the rest fits first, not counting what a backslash is before. */
function unescaped(source: string, from: number, fits: (rest: string) => boolean): number | undefined {
  for (let at = from; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (fits(source.slice(at))) return at;
  }
  return undefined;
}
