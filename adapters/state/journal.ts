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
  /** Adds what `entries` holds already; `false` when it could not be written, which the next call tries anew. */
  append(entry: Entry): boolean;
  /** Replaces the whole file by `entries` at once; after a failure the old one is still there. */
  rewrite(): boolean;
  /** Tries to write again, if that failed the last time. */
  retry(): void;
  close(): void;
}

export interface JournalOptions<Entry> {
  readonly path: string;
  /** Written into the first line, so that one file is never taken for another. */
  readonly kind: string;
  readonly schema: z.ZodType<Entry>;
  /** All that is to be kept now: what is written when the file has to be made anew. */
  readonly entries: () => Iterable<Entry>;
  /** Told once when writing begins to fail, and with `undefined` when it works again. */
  readonly onFault: (fault: Error | undefined) => void;
}

const VERSION = 1;
const Header = z.object({ journal: z.string(), version: z.number() });

export function openJournal<Entry>(options: JournalOptions<Entry>): Journal<Entry> {
  const { path, kind, schema, entries, onFault } = options;
  const header = JSON.stringify({ journal: kind, version: VERSION });
  const content = read(path, kind, schema);
  let descriptor: number | undefined;
  let isFaulty = false;
  let length = content.found.length;

  const attempt = (write: () => void): boolean => {
    try {
      if (content.fault) throw content.fault;
      write();
      if (isFaulty) onFault(undefined);
      isFaulty = false;
      return true;
    } catch (cause) {
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

  const replace = (kept: readonly Entry[]) => {
    const lines = [header, ...kept.map((entry) => JSON.stringify(entry))];
    const temporary = `${path}.tmp`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary, lines.map((line) => `${line}\n`).join(""), { flush: true, mode: 0o600 });
      close();
      renameSync(temporary, path);
      descriptor = openSync(path, "a", 0o600);
      length = kept.length;
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
  };

  // A torn line is left out of the new file; a new file shows at the start whether the place can be written.
  attempt(() => {
    // What somebody else wrote here is not ours to delete.
    if (content.isForeign) renameSync(path, `${path}.unknown`);
    replace(content.found);
  });

  return {
    found: content.found,
    get length() {
      return length;
    },
    append: (entry) =>
      attempt(() => {
        if (descriptor === undefined) {
          replace([...entries()]);
          return;
        }
        const line = Buffer.from(`${JSON.stringify(entry)}\n`);
        try {
          if (writeSync(descriptor, line) < line.length) throw new Error("no space left");
        } catch (cause) {
          // Whatever part of the line reached the disk, the next entry makes the file anew.
          close();
          throw cause;
        }
        length++;
      }),
    rewrite: () => attempt(() => replace([...entries()])),
    retry() {
      if (isFaulty) attempt(() => replace([...entries()]));
    },
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

interface Content<Entry> {
  readonly found: readonly Entry[];
  /** A file that is not this journal. */
  readonly isForeign: boolean;
  /** Why the file must not be touched. */
  readonly fault?: Error;
}

function read<Entry>(path: string, kind: string, schema: z.ZodType<Entry>): Content<Entry> {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    // Where nothing is yet; a path that leads through a file shows when it is written.
    const isVacant = code === "ENOENT" || code === "ENOTDIR";
    return { found: [], isForeign: false, ...(isVacant ? {} : { fault: cause as Error }) };
  }
  if (content === "") return { found: [], isForeign: false };
  const [first, ...lines] = content.split("\n");
  const header = Header.safeParse(parse(first ?? ""));
  if (!header.success || header.data.journal !== kind) return { found: [], isForeign: true };
  if (header.data.version > VERSION)
    return { found: [], isForeign: false, fault: new Error("written by a newer version") };
  const found = lines.flatMap((line) => {
    const entry = schema.safeParse(parse(line));
    return entry.success ? [entry.data] : [];
  });
  return { found, isForeign: false };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
