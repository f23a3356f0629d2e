/** Makes PNG files small where the tools for it are there; without them they are larger and look the same. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

const TOOLS: readonly (readonly [command: string, args: (file: string) => readonly string[]])[] = [
  ["pngquant", (file) => ["--force", "--nofs", "--strip", "--output", file, "96", file]],
  ["optipng", (file) => ["-quiet", "-o5", "-strip", "all", file]],
];

/** Returns the tools that are missing. */
export async function shrink(file: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const [command, args] of TOOLS) {
    try {
      await run(command, args(file));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
      missing.push(command);
    }
  }
  return missing;
}
