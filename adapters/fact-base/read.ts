/** Reads the files of a fact base, and the documents behind it, from disk. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Fault, type InputFile, loadFactBase } from "../../src/fact-base/load.ts";
import type { FactBase } from "../../src/fact-base/schema.ts";
import { packFor } from "../../src/language/packs.ts";

/** A directory or file that cannot be used; the message is one line for the person who named it. */
export class UnusablePath extends Error {
  override readonly name = "UnusablePath";
  /** There is nothing at this path yet, so it could be created. */
  readonly isVacant: boolean;

  constructor(
    message: string,
    { cause, isVacant = false }: { readonly cause?: unknown; readonly isVacant?: boolean } = {},
  ) {
    super(message, { cause });
    this.isVacant = isVacant;
  }
}

/** All JSON files of the fact base, in a fixed order. */
export async function readFactBaseFiles(directory: string): Promise<readonly InputFile[]> {
  const names = await jsonNames(directory, "");
  if (names.includes("facts")) {
    names.splice(names.indexOf("facts"), 1, ...(await jsonNames(directory, "facts")));
  }
  if (names.length === 0)
    throw new UnusablePath(`${directory}: no fact base here, base.json is missing`, { isVacant: true });
  const files: InputFile[] = [];
  // One at a time: an import leaves one file a document, more than a process may hold open.
  for (const name of names) files.push({ name, bytes: await read(join(directory, name)) });
  return files;
}

/** The fact base, or one fault a line. */
export async function readFactBase(directory: string): Promise<FactBase | readonly Fault[]> {
  const loaded = loadFactBase(await readFactBaseFiles(directory), { pack: packFor });
  return loaded.ok ? loaded.base : loaded.faults;
}

export function formatFault(directory: string, { file, field, message }: Fault): string {
  return `${join(directory, file)}: ${field}: ${message}`;
}

async function jsonNames(directory: string, folder: string): Promise<string[]> {
  const entries = await list(join(directory, folder));
  const names = entries
    .filter(
      (entry) =>
        (folder === "" && entry.name === "facts" && !entry.isFile()) ||
        (entry.name.endsWith(".json") && !entry.isDirectory()),
    )
    .map(({ name }) => (folder === "" ? name : `${folder}/${name}`));
  return names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

const ORDER = ["base.json", "sources.json", "entities.json", "events.json", "facts"];

function rank(name: string): number {
  const place = ORDER.indexOf(name);
  return place < 0 ? ORDER.length : place;
}

/**
 * The texts of the documents in a directory: text files by their name, and of JSON Lines files every line's `text` by
 * its `id`. Only files that are named, or that are JSON Lines, are read.
 */
export async function readDocuments(
  directory: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const documents = new Map<string, string>();
  for (const entry of await list(directory)) {
    if (entry.isDirectory()) continue;
    if (entry.name.endsWith(".jsonl")) await addLines(join(directory, entry.name), documents);
    else if (wanted.has(entry.name)) documents.set(entry.name, await readText(join(directory, entry.name)));
  }
  return documents;
}

async function addLines(path: string, documents: Map<string, string>): Promise<void> {
  for (const line of (await readText(path)).split("\n")) {
    try {
      const { id, text } = JSON.parse(line);
      if (typeof id === "string" && typeof text === "string") documents.set(id, text);
    } catch {
      // Another kind of file with this ending; a document that is missing in the end is reported by its source.
    }
  }
}

export async function readText(path: string): Promise<string> {
  const bytes = await read(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnusablePath(`${path}: not UTF-8: save the file with this encoding`, { cause });
  }
}

async function list(path: string) {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (cause) {
    throw new UnusablePath(`${path}: ${reason(cause, "directory")}`, { cause, isVacant: codeOf(cause) === "ENOENT" });
  }
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UnusablePath(`${path}: ${reason(cause, "file")}`, { cause });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  ENOTDIR: "is not a directory",
  EISDIR: "is a directory, expected a file",
  EACCES: "cannot be read, permission denied",
  EPERM: "cannot be read, permission denied",
};

export function reason(cause: unknown, what: "directory" | "file"): string {
  const code = codeOf(cause);
  return REASONS[code] ?? `cannot use this ${what} (${code})`;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
}
