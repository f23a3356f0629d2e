import type { Readable } from "node:stream";

/** A line of input, without its ending; `undefined` when it is not UTF-8. */
export type InputLine = string | undefined;

const NEWLINE = 0x0a;

/**
 * The lines of a byte stream, each as soon as it is complete. Only a line feed ends one: the readline of
 * Node.js 24 takes U+2028 for an ending, too, which JSON may hold in a text, and no version tells bytes that are no text.
 */
export async function* readLines(input: Readable): AsyncGenerator<InputLine> {
  let pending: Buffer[] = [];
  for await (const piece of input) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece as Uint8Array);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      yield decode([...pending, bytes.subarray(start, end)]);
      pending = [];
      start = end + 1;
    }
    if (start < bytes.length) pending.push(bytes.subarray(start));
  }
  if (pending.length > 0) yield decode(pending);
}

function decode(parts: readonly Buffer[]): InputLine {
  try {
    // A byte order mark at the beginning is left out.
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return undefined;
  }
}
