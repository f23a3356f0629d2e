/** The real process, as `npm start` runs it, without npm. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Milliseconds; the machine may be busy with other tests. */
const START = 90_000;

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

export interface BotProcess {
  /** Everything on standard output, a JSON object a line. */
  readonly log: readonly LogLine[];
  /** The same as it was written. */
  readonly output: () => string;
  readonly errors: () => string;
  /** The port of its HTTP server. */
  readonly port: number;
  readonly child: ChildProcess;
  /** Resolves with the first line that fits, past or to come. */
  logged(fits: (line: LogLine) => boolean, timeout?: number): Promise<LogLine>;
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Exit>;
  readonly exited: Promise<Exit>;
}

export interface Exit {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A directory of its own for one test; removed by `remove`. */
export async function temporaryDirectory(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "beleg-bot-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Resolves once the process is up; rejects when it ends before. `STATE_DIR` has to be among the settings. */
export async function startBotProcess(
  settings: Readonly<Record<string, string>> & { readonly STATE_DIR: string },
): Promise<BotProcess> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "adapters/main.ts"], {
    cwd: ROOT,
    env: { PATH, HOME, HTTP_HOST: "127.0.0.1", HTTP_PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log: LogLine[] = [];
  let output = "";
  let errors = "";
  const listeners = new Set<(line: LogLine) => void>();
  createInterface({ input: child.stdout }).on("line", (text) => {
    output += `${text}\n`;
    const line: LogLine = JSON.parse(text);
    log.push(line);
    for (const listener of listeners) listener(line);
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    errors += chunk;
  });
  const exited = new Promise<Exit>((resolve) => {
    child.once("close", (status, signal) => resolve({ status, signal }));
  });
  const logged: BotProcess["logged"] = (fits, timeout = 10_000) =>
    new Promise((resolve, reject) => {
      const past = log.find(fits);
      if (past) return resolve(past);
      const late = setTimeout(() => reject(new Error(`not logged in ${timeout} ms:\n${output}${errors}`)), timeout);
      const listener = (line: LogLine) => {
        if (!fits(line)) return;
        clearTimeout(late);
        listeners.delete(listener);
        resolve(line);
      };
      listeners.add(listener);
    });
  const start = Promise.race([
    logged(({ message }) => message === "started", START),
    exited.then(({ status }) => {
      throw new Error(`the process ended with ${status}:\n${output}${errors}`);
    }),
  ]);
  const started = await start.catch((error: unknown) => {
    child.kill("SIGKILL");
    throw error;
  });
  return {
    log,
    output: () => output,
    errors: () => errors,
    port: Number(started["port"]),
    child,
    logged,
    exited,
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return exited;
    },
  };
}
