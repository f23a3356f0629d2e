/** Directories of a test's own, and a clock in its hand. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "beleg-state-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}
