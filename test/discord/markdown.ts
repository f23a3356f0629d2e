/**
 * Discord's markdown as a reader meets it, small and plain: what a text shows, and which marks in it are markup. Errs on
 * the side of markup: what some app of Discord's might take for a mark is one here.
 */

export interface Shown {
  /** What is left to read, line by line. */
  readonly text: string;
  /** The marks that were taken for markup, in order. */
  readonly marks: readonly string[];
  /** Addresses of masked links. */
  readonly links: readonly string[];
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Marks that begin a block, at the start of a line. */
const BLOCKS = /^\s*(?:#{1,3}(?=\s)|-#(?=\s)|>>>(?=\s)|>(?=\s)|[-*+](?=\s)|\d+\.(?=\s))/;
/** Without a mark of their own: addresses, emoji by name, and mentions of everybody. */
const BARE = /^(?:https?:\/\/|:[\w+-]+:|@everyone|@here)/;
const INLINE = /^(?:\*{1,3}|_{1,3}|~~|\|\||`{1,3})/;
const MENTION = /^<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^:>]+:\d+|id:\w+|https?:[^>\s]*|[^>\s]+@[^>\s]+)>/;
const LINK = /^\]\(<([^<>\s]*)>\)/;

/** Reads a text from left to right, one character or mark at a time. */
export function read(source: string): Shown {
  const lines = source.split("\n").map(readLine);
  return {
    text: lines.map(({ text }) => text).join("\n"),
    marks: lines.flatMap(({ marks }) => marks),
    links: lines.flatMap(({ links }) => links),
  };
}

export const shownAs = (source: string): string => read(source).text;

function readLine(line: string): Shown {
  const marks: string[] = [];
  const links: string[] = [];
  let text = "";
  let at = 0;
  let opened = 0;
  for (let block = BLOCKS.exec(line); block; block = BLOCKS.exec(line.slice(at))) {
    marks.push(block[0].trim());
    at += block[0].length + 1;
  }
  while (at < line.length) {
    const rest = line.slice(at);
    const [sign = ""] = rest;
    if (sign === "\\" && PUNCTUATION.test(rest[1] ?? "")) {
      text += rest[1];
      at += 2;
      continue;
    }
    const link = opened > 0 ? LINK.exec(rest) : null;
    if (link) {
      opened--;
      links.push(link[1] ?? "");
      marks.push("](<>)");
      at += link[0].length;
      continue;
    }
    if (sign === "[" && rest.includes("](")) {
      opened++;
      marks.push("[");
      at++;
      continue;
    }
    const inline = INLINE.exec(rest);
    if (inline) {
      marks.push(inline[0]);
      at += inline[0].length;
      continue;
    }
    const shown = MENTION.exec(rest) ?? BARE.exec(rest);
    if (shown) marks.push(shown[0]);
    const taken = shown?.[0] ?? sign;
    text += taken;
    at += taken.length;
  }
  return { text, marks, links };
}
