/**
 * `npm run bench -- footprint`: how long the bot takes to be ready on both platforms, what it holds at rest, and what it
 * is made of, beside a bare process of grammY and discord.js on the same servers.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startDiscordServer } from "../discord/discord-server.ts";
import { until } from "../process/town.ts";
import { startBotApiServer } from "../telegram/bot-api-server.ts";
import { temporaryDirectory } from "../telegram/bot-process.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    /** Seconds of rest before memory is measured. */
    rest: { type: "string", default: "10" },
  },
});
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PATIENCE = 60_000;
const MEGABYTE = 2 ** 20;
const SUBJECTS = [
  { name: "bare", command: ["test/bench/bare-bots.mjs"] },
  { name: "Beleg, compiled", command: ["dist/adapters/main.js"] },
  { name: "Beleg, by npm start", command: ["--import", "tsx", "adapters/main.ts"] },
] as const;

interface Run {
  /** Milliseconds from the start of the process. */
  readonly telegram: number;
  readonly discord: number;
  /** When /readyz said so; the bare process has none. */
  readonly ready: number | undefined;
  /** Milliseconds of processor time until then, which a busy machine does not lengthen as much. */
  readonly processor: number;
  readonly resident: number;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function run(command: readonly string[]): Promise<Run> {
  const [telegram, discord, directory] = await Promise.all([
    startBotApiServer(),
    startDiscordServer(),
    temporaryDirectory(),
  ]);
  const port = await freePort();
  const { PATH, HOME } = process.env;
  const isServed = command[0] !== SUBJECTS[0].command[0];
  let child: ChildProcess | undefined;
  try {
    const start = performance.now();
    const since = () => Math.round(performance.now() - start);
    child = spawn(process.execPath, command, {
      cwd: ROOT,
      env: {
        PATH,
        HOME,
        HTTP_HOST: "127.0.0.1",
        HTTP_PORT: String(port),
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.root,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_ROOT: discord.apiRoot,
        STATE_DIR: join(directory.path, "state"),
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const polled = telegram.waitFor(() => telegram.callsOf("getUpdates").length > 0, { timeout: PATIENCE }).then(since);
    const connected = discord.gateway.ready({ timeout: PATIENCE }).then(since);
    const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status === 200;
    const ready = isServed ? until(isReady, "the process to be ready", PATIENCE).then(since) : undefined;
    const times = { telegram: await polled, discord: await connected, ready: await ready };
    const processor = processorTime(child.pid ?? 0);
    await new Promise((resolve) => {
      setTimeout(resolve, Number(values.rest) * 1000);
    });
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    return { ...times, processor, resident: Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]) / 1024 };
  } finally {
    child?.kill("SIGKILL");
    await Promise.all([telegram.stop(), discord.stop()]);
    await directory.remove();
  }
}

/** Milliseconds, in user and system mode; the kernel counts hundredths of a second. */
function processorTime(pid: number): number {
  // The second field, the command in brackets, may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
}
const locked: Readonly<Record<string, Locked>> = JSON.parse(
  readFileSync(join(ROOT, "package-lock.json"), "utf8"),
).packages;

/** The folders of these packages and all that they need, as npm installs them without optional ones. */
function closureOf(names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string, from: string) => {
    const place = from
      .split("/node_modules/")
      .map((_, depth, parts) => [...parts.slice(0, parts.length - depth), name].join("/node_modules/"))
      .concat(`node_modules/${name}`)
      .find((path) => locked[path] !== undefined);
    if (place === undefined || found.has(place)) return;
    found.add(place);
    for (const next of Object.keys(locked[place]?.dependencies ?? {})) visit(next, place);
  };
  for (const name of names) visit(name, "node_modules");
  return [...found];
}

/** Bytes of all files below, without packages within. */
function sizeOf(path: string): number {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status?.isDirectory()) return status?.size ?? 0;
  return readdirSync(path).reduce((sum, name) => sum + (name === "node_modules" ? 0 : sizeOf(join(path, name))), 0);
}

const print = (line: string) => process.stdout.write(`${line}\n`);

execFileSync("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: "inherit" });
print(
  `Node.js ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? "?"}; medians of ${values.runs} runs`,
);
const columns = ["Telegram polled", "Discord connected", "/readyz 200", "processor time", "resident"];
print(`${"ms from the start; MB after rest".padEnd(34)}${columns.map((name) => name.padStart(19)).join("")}`);
for (const { name, command } of SUBJECTS) {
  const runs: Run[] = [];
  for (let number = 0; number < Number(values.runs); number++) runs.push(await run(command));
  const of = (value: (each: Run) => number | undefined) => {
    const numbers = runs.flatMap((each) => value(each) ?? []);
    return (numbers.length === 0 ? "–" : median(numbers).toFixed(0)).padStart(19);
  };
  print(
    `${name.padEnd(34)}${of(({ telegram }) => telegram)}${of(({ discord }) => discord)}` +
      `${of(({ ready }) => ready)}${of(({ processor }) => processor)}${of(({ resident }) => resident)}`,
  );
}
print(`load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}`);

const megabytes = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`;
const packages = (names: readonly string[]) => {
  const folders = closureOf(names);
  return { count: folders.length, bytes: folders.reduce((sum, path) => sum + sizeOf(join(ROOT, path)), 0) };
};
const bare = packages(["grammy", "discord.js"]);
const beleg = packages(Object.keys(locked[""]?.dependencies ?? {}));
const own = ["dist", "data"].filter((path) => existsSync(join(ROOT, path)));
print(
  `production packages: bare ${bare.count}, ${megabytes(bare.bytes)}; Beleg ${beleg.count}, ${megabytes(beleg.bytes)}`,
);
for (const path of own) print(`${path}/ ${megabytes(sizeOf(join(ROOT, path)))}`);
