/** How the process begins and ends where nothing can be served. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import { startBotProcess, temporaryDirectory } from "../telegram/bot-process.ts";

const ROOT = join(import.meta.dirname, "../..");
const SECRET = "hunter2-4711-secret";

/** After the last test: those that run side by side have no end of their own. */
const undone: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const undo of undone.reverse()) await undo();
});

interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: readonly string[];
}

function run(settings: Readonly<Record<string, string>>): Promise<Ended> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "adapters/main.ts"], {
    cwd: ROOT,
    env: { PATH, HOME, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    errors += chunk;
  });
  return new Promise((resolve) => {
    child.once("close", (status) => resolve({ status, output, errors: errors.trim().split("\n") }));
  });
}

/** A module that is loaded before the process begins, and does this when it gets a signal. */
const onSignal = (what: string) =>
  `--import data:text/javascript,${encodeURIComponent(`process.on("SIGUSR2", () => { ${what} })`)}`;

async function startWith(what: string) {
  const directory = await temporaryDirectory();
  undone.push(directory.remove);
  const data = join(directory.path, "data");
  await writeFactBase(data, news);
  const bot = await startBotProcess({
    DATA_DIR: data,
    STATE_DIR: join(directory.path, "state"),
    NODE_OPTIONS: onSignal(what),
  });
  undone.push(async () => {
    if (bot.child.exitCode === null) await bot.stop("SIGKILL");
  });
  bot.child.kill("SIGUSR2");
  return bot;
}

describe.concurrent("the process", { timeout: 60_000 }, () => {
  it("tells everything that is unusable at once, settings and fact base, by name and never by value", async () => {
    const { status, output, errors } = await run({
      TELEGRAM_BOT_TOKEN: SECRET,
      DISCORD_TOKEN_FILE: "/nowhere/hunter2-4711-secret",
      HTTP_PORT: SECRET,
      LOG_LEVEL: SECRET,
      DATA_DIR: "no-such-directory",
    });
    expect(status).toBe(2);
    expect(output).toBe("");
    expect(errors.map((line) => line.split(":")[0]).sort()).toEqual([
      "DISCORD_TOKEN_FILE",
      "HTTP_PORT",
      "LOG_LEVEL",
      "TELEGRAM_BOT_TOKEN",
      "no-such-directory",
    ]);
    expect(errors.join("\n")).not.toContain(SECRET);
  });

  it("ends with status 1 and one line without the message when something fails that nobody expects", async () => {
    const bot = await startWith(`throw new TypeError("${SECRET}")`);
    expect((await bot.exited).status).toBe(1);
    expect(bot.log.at(-1)).toMatchObject({ level: "error", error: "TypeError", message: "the process failed" });
    expect(bot.output() + bot.errors()).not.toContain(SECRET);
  });

  it("goes on when a promise is rejected that nobody hears, and says so", async () => {
    const bot = await startWith(`Promise.reject(new TypeError("${SECRET}"))`);
    await bot.logged(({ message }) => message === "a promise was rejected unheard", 30_000);
    expect(await (await fetch(`http://127.0.0.1:${bot.port}/healthz`)).json()).toEqual({ status: "alive" });
    expect((await bot.stop()).status).toBe(0);
    expect(bot.output() + bot.errors()).not.toContain(SECRET);
  });
});
