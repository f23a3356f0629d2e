/** Runs the real command, as `npm run ask` does, without npm. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function start(args: readonly string[]): ChildProcessWithoutNullStreams {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "adapters/terminal/ask.ts", ...args], {
    cwd: ROOT,
    // Colours and warnings of the test runner are not the command's.
    env: { PATH, HOME },
  });
  // A command that refuses its arguments closes its input before it is read.
  child.stdin.on("error", () => {});
  return child;
}

export async function run(args: readonly string[], input = ""): Promise<Finished> {
  const child = start(args);
  const finished = collect(child);
  child.stdin.end(input);
  return finished;
}

export function collect(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

/** What a batch wrote, one object a line. */
export interface Line {
  readonly id: string | null;
  readonly line?: number;
  readonly error?: string;
  readonly question: string;
  readonly status: string;
  readonly language: string;
  readonly answer: string;
  readonly citations: readonly { readonly fact: string; readonly source: { readonly title: string } }[];
  readonly nearest: readonly { readonly fact: string }[];
  readonly confidence: number;
  readonly related: readonly unknown[];
  readonly hits?: readonly { readonly fact: string; readonly score: number; readonly passage: unknown }[];
}

export function parseLines(stdout: string): Line[] {
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

export interface OpenBatch {
  /** Writes one line and waits for the one that answers it. */
  send(line: object): Promise<Line>;
  /** Ends the input. */
  stop(): Promise<Finished>;
}

/** A batch whose input stays open: answers have to arrive before it ends. */
export function openBatch(args: readonly string[]): OpenBatch {
  const child = start(["--batch", ...args]);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const finished = collect(child);
  return {
    async send(line) {
      child.stdin.write(`${JSON.stringify(line)}\n`);
      const next = await lines.next();
      if (next.done) throw new Error(`the batch ended early: ${(await finished).stderr}`);
      return JSON.parse(next.value);
    },
    stop() {
      child.stdin.end();
      return finished;
    },
  };
}
