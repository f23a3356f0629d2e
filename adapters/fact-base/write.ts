/** Writes several files so that each is either the old or the new one, never half of it. */
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reason, UnusablePath } from "./read.ts";

export interface OutputFile {
  readonly name: string;
  readonly content: string;
}

/** All contents reach the disk before the first file takes its name; a failure until then leaves the directory as it was. */
export async function writeFiles(directory: string, files: readonly OutputFile[]): Promise<void> {
  const pending: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const { name, content } of files) {
      const path = join(directory, name);
      const temporary = `${path}.${process.pid}.tmp`;
      await mkdir(dirname(path), { recursive: true });
      pending.push({ temporary, path });
      await writeThrough(temporary, content);
    }
    for (const { temporary, path } of pending) await rename(temporary, path);
  } catch (cause) {
    await Promise.allSettled(pending.map(({ temporary }) => rm(temporary, { force: true })));
    throw new UnusablePath(`${directory}: ${writeReason(cause)}`, { cause });
  }
}

async function writeThrough(path: string, content: string): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(content, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}

function writeReason(cause: unknown): string {
  return reason(cause, "directory")
    .replace("cannot be read", "cannot be written")
    .replace("does not exist", "cannot be created");
}
