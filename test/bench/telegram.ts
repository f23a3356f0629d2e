/**
 * `npx tsx test/bench/telegram.ts`: replies a second, latency and memory of the whole bot on Telegram, beside those of
 * the least bot that grammY makes, on the same server. The bot has a process of its own; the server and the people who
 * write share another one.
 */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { temporaryDirectory } from "../telegram/bot-process.ts";
import { type SelfTimes, selfTimes } from "./profile.ts";
import type { Figures, FromLoad, Job } from "./telegram-load.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LOAD = fileURLToPath(new URL("telegram-load.ts", import.meta.url));

const { values } = parseArgs({
  options: {
    /** All that Beleg gets. */
    updates: { type: "string", default: "100000" },
    /** Also tells in which functions Beleg's time goes; slows it down. */
    profile: { type: "boolean", default: false },
  },
});
const total = Number(values.updates);
const SHORT = 10_000;
/** What Telegram lets a bot send in all. */
const USUAL = 30;
const short = Math.min(SHORT, total);
const WARM_UP = 500;
const PACED = Math.min(300, total);
const SAMPLES = 5;
const SAMPLE_PAUSE = 300;
/** What the kernel counts processor time in. */
const TICKS_PER_SECOND = 100;

interface Subject {
  readonly name: string;
  readonly script: string;
  readonly presses: boolean;
  readonly profile?: boolean;
}

interface Result {
  readonly name: string;
  readonly usual: Figures;
  readonly full: Figures;
  /** Processor time of the bot for an update, in milliseconds. */
  readonly cpu: number | undefined;
  readonly memory: readonly { readonly updates: number; readonly samples: readonly number[] }[];
  readonly long?: Figures;
  readonly complaints: readonly string[];
  readonly profile?: SelfTimes;
}

async function measure({ name, script, presses, profile }: Subject, then = 0): Promise<Result> {
  const directory = await temporaryDirectory();
  const load = fork(LOAD, { execArgv: ["--import", "tsx"], cwd: ROOT });
  const logFile = join(directory.path, "log");
  const log = openSync(logFile, "w");
  const received = (kind: FromLoad["kind"]) => nextMessage(load, kind);
  let bot: ChildProcess | undefined;
  try {
    const ready = await received("ready");
    if (ready.kind !== "ready") throw new Error("the server did not start");
    const { PATH, HOME } = process.env;
    bot = spawn(
      process.execPath,
      [...(profile ? ["--cpu-prof", `--cpu-prof-dir=${directory.path}`] : []), "--import", "tsx", script],
      {
        cwd: ROOT,
        env: {
          PATH,
          HOME,
          HTTP_HOST: "127.0.0.1",
          HTTP_PORT: "0",
          TELEGRAM_BOT_TOKEN: ready.token,
          TELEGRAM_API_ROOT: ready.root,
          QUESTIONS_PER_MINUTE: "10000",
          STATE_DIR: join(directory.path, "state"),
        },
        stdio: ["ignore", log, "inherit"],
      },
    );
    const { pid = 0 } = bot;
    const run = async (job: Omit<Job, "presses">): Promise<Figures> => {
      const done = received("done");
      load.send({ ...job, presses } satisfies Job);
      const message = await done;
      if (message.kind !== "done") throw new Error("the server sent something else");
      return message.figures;
    };
    const memory: { updates: number; samples: readonly number[] }[] = [];
    let sent = 0;
    const remember = async (updates: number) => {
      sent += updates;
      memory.push({ updates: sent, samples: await residentMegabytes(pid) });
    };

    await run({ updates: WARM_UP });
    await remember(WARM_UP);
    const usual = await run({ updates: PACED, perSecond: USUAL });
    sent += PACED;
    const before = processorSeconds(pid);
    const full = await run({ updates: short });
    const after = processorSeconds(pid);
    await remember(short);
    const long = then > sent ? await run({ updates: then - sent }) : undefined;
    if (long) await remember(long.updates);

    await ended(bot);
    return {
      name,
      usual,
      full,
      cpu: before === undefined || after === undefined ? undefined : ((after - before) * 1000) / short,
      memory,
      ...(long ? { long } : {}),
      complaints: complaintsIn(readFileSync(logFile, "utf8")),
      ...(profile ? { profile: selfTimes(directory.path, 10) } : {}),
    };
  } finally {
    if (bot?.exitCode === null) bot.kill("SIGKILL");
    load.kill();
    closeSync(log);
    await directory.remove();
  }
}

function nextMessage(load: ChildProcess, kind: FromLoad["kind"]): Promise<FromLoad> {
  return new Promise((resolve, reject) => {
    load.once("message", (message) => resolve(message as FromLoad));
    load.once("exit", () => reject(new Error(`the server ended before it was ${kind}`)));
  });
}

function ended(bot: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    bot.once("exit", () => resolve());
    bot.kill("SIGTERM");
  });
}

/** Several, since the garbage collector comes and goes; none where the system does not tell. */
async function residentMegabytes(pid: number): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readProc(pid, "status"))?.[1];
    if (kilobytes !== undefined) samples.push(Math.round(Number(kilobytes) / 1024));
    await new Promise((resolve) => {
      setTimeout(resolve, SAMPLE_PAUSE);
    });
  }
  return samples;
}

function processorSeconds(pid: number): number | undefined {
  // The second field, the command in brackets, may hold spaces.
  const fields = readProc(pid, "stat").split(") ")[1]?.split(" ");
  const [user, system] = [Number(fields?.[11]), Number(fields?.[12])];
  return fields ? (user + system) / TICKS_PER_SECOND : undefined;
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

function complaintsIn(log: string): readonly string[] {
  const counted = new Map<string, number>();
  for (const line of log.split("\n")) {
    if (!/"level":"(?:warn|error)"/.test(line)) continue;
    const { level, message, error }: Readonly<Record<string, unknown>> = JSON.parse(line);
    const complaint = [level, message, error].filter(Boolean).join(": ");
    counted.set(complaint, (counted.get(complaint) ?? 0) + 1);
  }
  return [...counted].map(([complaint, times]) => `${times} × ${complaint}`);
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const number = (value: number, digits = 0) => value.toFixed(digits);
const rate = ({ updates, seconds }: Figures) => number(updates / seconds);
const latency = ({ p50, p99 }: Figures) => `${number(p50, 1)} / ${number(p99, 1)}`;

function table(results: readonly Result[]): void {
  const rows: readonly (readonly [string, (result: Result) => string])[] = [
    ["replies a second, at most", ({ full }) => rate(full)],
    ["  over so many updates", ({ full }) => number(full.updates)],
    ["  p50 / p99 with 200 waiting, ms", ({ full }) => latency(full)],
    ["  processor time of an update, ms", ({ cpu }) => (cpu === undefined ? "?" : number(cpu, 2))],
    [`p50 / p99 at ${USUAL} a second, ms`, ({ usual }) => latency(usual)],
    ["replies a second, long run", ({ long }) => (long ? rate(long) : "–")],
    [
      "calls that the server refused",
      ({ usual, full, long }) => number(usual.refusedCalls + full.refusedCalls + (long?.refusedCalls ?? 0)),
    ],
  ];
  print(`${"".padEnd(36)}${results.map(({ name }) => name.padStart(18)).join("")}`);
  for (const [name, value] of rows)
    print(`${name.padEnd(36)}${results.map((result) => value(result).padStart(18)).join("")}`);
  for (const { name, memory } of results)
    for (const { updates, samples } of memory)
      print(`resident memory of ${name} after ${updates} updates, MB: ${samples.join(" ") || "?"}`);
  for (const { name, complaints } of results) for (const complaint of complaints) print(`${name} logged ${complaint}`);
  for (const { profile } of results)
    for (const { name, milliseconds, share } of [...(profile?.places ?? []), ...(profile?.functions ?? [])])
      print(`${number(share * 100, 1).padStart(5)} % ${number(milliseconds).padStart(6)} ms  ${name}`);
}

print(`Node.js ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? "?"}`);
const echo = await measure({ name: "echo", script: "test/bench/echo-bot.ts", presses: false });
const beleg = await measure(
  { name: "Beleg", script: "adapters/main.ts", presses: true, profile: values.profile },
  total,
);
table([echo, beleg]);
