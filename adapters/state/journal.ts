/**
 * An append-only file of JSON lines, read whole at the start. A process that is killed in mid-write leaves at most one
 * torn line, which the next one skips. Writing is synchronous: what was appended survives the process, though not a
 * loss of power in the same moment.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

export interface Journal<Entry> {
  /** What was found at the start, oldest first. */
  readonly found: readonly Entry[];
  /** Lines in the file now. */
  readonly length: number;
  /** `false` when it could not be written; it is tried anew with the next entry. */
  append(entry: Entry): boolean;
  /** Replaces the whole file at once; after a failure the old one is still there. */
  rewrite(entries: Iterable<Entry>): boolean;
  close(): void;
}

export interface JournalOptions<Entry> {
  readonly path: string;
  /** Written into the first line, so that one file is never taken for another. */
  readonly kind: string;
  readonly schema: z.ZodType<Entry>;
  /** Told once when writing begins to fail, and with `undefined` when it works again. */
  readonly onFault: (fault: Error | undefined) => void;
}

const VERSION = 1;
const Header = z.object({ journal: z.string(), version: z.number() });

export function openJournal<Entry>({ path, kind, schema, onFault }: JournalOptions<Entry>): Journal<Entry> {
  const header = JSON.stringify({ journal: kind, version: VERSION });
  let descriptor: number | undefined;
  let isFaulty = false;
  let length = 0;

  const attempt = (write: () => void): boolean => {
    try {
      write();
      if (isFaulty) onFault(undefined);
      isFaulty = false;
      return true;
    } catch (cause) {
      close();
      if (!isFaulty) onFault(cause instanceof Error ? cause : new Error(String(cause)));
      isFaulty = true;
      return false;
    }
  };

  const close = () => {
    if (descriptor === undefined) return;
    const open = descriptor;
    descriptor = undefined;
    try {
      closeSync(open);
    } catch {
      // What was written stays; there is nothing left to do with this descriptor.
    }
  };

  const replace = (entries: Iterable<Entry>) => {
    const lines = [header, ...Array.from(entries, (entry) => JSON.stringify(entry))];
    const temporary = `${path}.tmp`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary, lines.map((line) => `${line}\n`).join(""), { flush: true, mode: 0o600 });
      close();
      renameSync(temporary, path);
      length = lines.length - 1;
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
  };

  const { found, isUsable } = read(path, kind, schema);
  length = found.length;
  // A torn or foreign line is left out of the new file; a new file shows at the start whether the place can be written.
  if (isUsable) attempt(() => replace(found));
  else isFaulty = true;

  return {
    found,
    get length() {
      return length;
    },
    append: (entry) =>
      attempt(() => {
        if (!isUsable) throw new Error(`${path} was written by a newer version`);
        descriptor ??= openSync(path, "a", 0o600);
        const line = Buffer.from(`${JSON.stringify(entry)}\n`);
        // A disk that fills up takes only part of a line; the rest of it must not be glued to the next one.
        if (writeSync(descriptor, line) < line.length) {
          writeSync(descriptor, "\n");
          throw new Error(`${path}: no space left`);
        }
        length++;
      }),
    rewrite: (entries) =>
      attempt(() => {
        if (!isUsable) throw new Error(`${path} was written by a newer version`);
        replace(entries);
      }),
    close() {
      if (descriptor !== undefined) {
        try {
          fsyncSync(descriptor);
        } catch {
          // The lines are with the operating system, which is all that a stop needs.
        }
      }
      close();
    },
  };
}

function read<Entry>(
  path: string,
  kind: string,
  schema: z.ZodType<Entry>,
): { readonly found: readonly Entry[]; readonly isUsable: boolean } {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch {
    return { found: [], isUsable: true };
  }
  const [first, ...lines] = content.split("\n");
  const header = Header.safeParse(parse(first ?? ""));
  if (!header.success || header.data.journal !== kind) return { found: [], isUsable: true };
  if (header.data.version > VERSION) return { found: [], isUsable: false };
  const found = lines.flatMap((line) => {
    const entry = schema.safeParse(parse(line));
    return entry.success ? [entry.data] : [];
  });
  return { found, isUsable: true };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
