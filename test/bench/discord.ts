/**
 * `npx tsx test/bench/discord.ts`: how long autocomplete and /ask take on Discord with 10,000 facts and 200 interactions
 * a second, beside the least bot that discord.js makes, on the same server. Each bot has a process of its own; the
 * server and the people share another one.
 */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Client, Events } from "discord.js";
import { type Interaction, startDiscordServer } from "../discord/discord-server.ts";
import { type FactBaseInput, writeFactBase } from "../support/fact-base.ts";
import { temporaryDirectory } from "../telegram/bot-process.ts";
import { type SelfTimes, selfTimes } from "./profile.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SELF = fileURLToPath(import.meta.url);

const { values } = parseArgs({
  options: {
    facts: { type: "string", default: "10000" },
    rate: { type: "string", default: "200" },
    seconds: { type: "string", default: "30" },
    /** Also tells in which functions Beleg's time goes; slows it down. */
    profile: { type: "boolean", default: false },
    role: { type: "string", default: "main" },
  },
});
const facts = Number(values.facts);
const rate = Number(values.rate);
const seconds = Number(values.seconds);
const WARM_UP_SECONDS = 3;
const PEOPLE = 2000;
/** What Discord gives an interaction. */
const DEADLINE = 3000;
const FIRST_DEADLINE = 60_000;
const TICK = 5;

interface Latencies {
  readonly answered: number;
  readonly unanswered: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

interface Figures {
  readonly autocomplete: Latencies;
  readonly ask: Latencies;
  readonly violations: number;
}

type FromServer =
  | { readonly kind: "ready"; readonly apiRoot: string; readonly token: string }
  | { readonly kind: "first"; readonly milliseconds: number }
  | { readonly kind: "done"; readonly figures: Figures };
/** `registers`: the bot writes commands, which the people wait for. */
type ToServer =
  | { readonly kind: "first"; readonly registers: boolean }
  | { readonly kind: "load"; readonly seconds: number };

const SYLLABLES = "ma re to va os tra vel qua sel bra il co na du pe ki".split(" ");
const THINGS = ["bridges", "ferries", "schools", "wells", "markets", "towers", "gardens", "tunnels", "mills", "halls"];

/** An invented word, another one for each number. */
function wordNumber(number: number): string {
  const base = SYLLABLES.length;
  return `${number >= base ? wordNumber(Math.floor(number / base)) : ""}${SYLLABLES[number % base] ?? ""}`;
}

function nameNumber(number: number): string {
  const word = `${wordNumber(number)}n`;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Two thousand names and things in sentences of one form: rare words among those that every question has. */
function factNumber(index: number) {
  const town = nameNumber(100 + (index % 700));
  const maker = nameNumber(1000 + ((index * 7) % 900));
  const thing = `${wordNumber(3000 + ((index * 13) % 400))} ${THINGS[index % THINGS.length] ?? ""}`;
  const year = 2000 + (index % 25);
  return {
    statement: `In ${year} ${maker} of ${town} opened ${index + 2} ${thing}.`,
    question: `How many ${thing} did ${maker} of ${town} open in ${year}?`,
  };
}

function baseOf(count: number): FactBaseInput {
  return {
    facts: Array.from({ length: count }, (_, index) => {
      const { statement, question } = factNumber(index);
      return { id: `fact-${index}`, statement: { en: statement }, questions: { en: [question] } };
    }),
  };
}

/** The least that a bot can do with discord.js. */
async function echo(): Promise<void> {
  const { DISCORD_TOKEN = "", DISCORD_API_ROOT = "" } = process.env;
  const client = new Client({ intents: [], rest: { api: DISCORD_API_ROOT, version: "10" } });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isAutocomplete()) {
      const name = interaction.options.getFocused() || "nothing";
      await interaction.respond([{ name, value: name }]);
    }
    if (interaction.isChatInputCommand()) await interaction.reply(interaction.options.getString("question", true));
  });
  await client.login(DISCORD_TOKEN);
}

function latencies(times: number[], unanswered: number): Latencies {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { answered: times.length, unanswered, p50: at(0.5), p99: at(0.99), max: at(1) };
}

async function serve(): Promise<void> {
  const server = await startDiscordServer({ keepCalls: 100, rateLimit: { limit: 1_000_000, windowMs: 1000 } });
  const channel = server.guild({ name: "Newsroom" }).channel();
  const people = Array.from({ length: PEOPLE }, (_, index) => server.user({ username: `reader_${index}` }));
  const send = (message: FromServer) => process.send?.(message);
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const someone = () => {
    const user = people[random(PEOPLE)];
    if (!user) throw new Error("nobody is there");
    return user;
  };
  const ask = () => server.command(someone(), channel, "ask", { question: factNumber(random(facts)).question });
  const type = () => {
    const { question } = factNumber(random(facts));
    return server.autocomplete(someone(), channel, "ask", { question: question.slice(0, 3 + random(40)) });
  };

  const load = async (duration: number): Promise<Figures> => {
    const kinds = [
      { act: type, times: [] as number[], unanswered: 0 },
      { act: ask, times: [] as number[], unanswered: 0 },
    ];
    const waiting: Promise<void>[] = [];
    const started = performance.now();
    let sent = 0;
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        const due = Math.min(duration * rate, ((performance.now() - started) / 1000) * rate);
        for (; sent < due; sent++) {
          const kind = kinds[sent % kinds.length];
          if (!kind) throw new Error("there is no such kind");
          const asked: Interaction = kind.act();
          const at = performance.now();
          const answered = asked.response({ timeout: DEADLINE }).then(
            () => void kind.times.push(performance.now() - at),
            () => void kind.unanswered++,
          );
          waiting.push(answered);
        }
        if (sent < duration * rate) return;
        clearInterval(timer);
        resolve();
      }, TICK);
    });
    await Promise.all(waiting);
    const [autocomplete, asks] = kinds.map(({ times, unanswered }) => latencies(times, unanswered));
    if (!autocomplete || !asks) throw new Error("nothing was measured");
    return { autocomplete, ask: asks, violations: server.violations.length };
  };

  process.on("message", async (message: ToServer) => {
    if (message.kind === "first") {
      await server.gateway.ready({ timeout: FIRST_DEADLINE });
      while (message.registers && server.commands.length === 0)
        await new Promise((resolve) => {
          setTimeout(resolve, TICK);
        });
      const at = performance.now();
      // Too late for Discord or not: how long the bot was busy is what counts here.
      const asked = ask();
      await asked.response({ timeout: DEADLINE }).catch(() => {});
      await server.autocomplete(someone(), channel, "ask", { question: "" }).response({ timeout: FIRST_DEADLINE });
      send({ kind: "first", milliseconds: performance.now() - at });
    } else send({ kind: "done", figures: await load(message.seconds) });
  });
  send({ kind: "ready", apiRoot: server.apiRoot, token: server.token });
}

interface Subject {
  readonly name: string;
  readonly command: readonly string[];
  readonly registers: boolean;
  readonly profile?: boolean;
}

interface Result {
  readonly name: string;
  readonly first: number;
  readonly figures: Figures;
  readonly memory: number | undefined;
  readonly complaints: number;
  readonly profile: SelfTimes | undefined;
}

async function measure({ name, command, registers, profile = false }: Subject): Promise<Result> {
  const directory = await temporaryDirectory();
  const data = join(directory.path, "data");
  if (registers) await writeFactBase(data, baseOf(facts));
  const load = fork(SELF, ["--role", "server", "--facts", values.facts, "--rate", values.rate], {
    execArgv: ["--import", "tsx"],
    cwd: ROOT,
  });
  const logFile = join(directory.path, "log");
  const log = openSync(logFile, "w");
  const told = async <Kind extends FromServer["kind"]>(kind: Kind, message?: ToServer) => {
    const next = received(load, kind);
    if (message) load.send(message);
    return next;
  };
  let bot: ChildProcess | undefined;
  try {
    const { apiRoot, token } = await told("ready");
    const { PATH, HOME } = process.env;
    const profiling = profile ? ["--cpu-prof", `--cpu-prof-dir=${directory.path}`] : [];
    bot = spawn(process.execPath, [...profiling, "--import", "tsx", ...command], {
      cwd: ROOT,
      env: {
        PATH,
        HOME,
        HTTP_HOST: "127.0.0.1",
        HTTP_PORT: "0",
        DISCORD_TOKEN: token,
        DISCORD_API_ROOT: apiRoot,
        DATA_DIR: data,
        STATE_DIR: join(directory.path, "state"),
        QUESTIONS_PER_MINUTE: "10000",
      },
      stdio: ["ignore", log, "inherit"],
    });
    const { milliseconds: first } = await told("first", { kind: "first", registers });
    await told("done", { kind: "load", seconds: WARM_UP_SECONDS });
    const { figures } = await told("done", { kind: "load", seconds });
    const memory = residentMegabytes(bot.pid ?? 0);
    await ended(bot);
    const complaints = readFileSync(logFile, "utf8").match(/"level":"(?:warn|error)"/g)?.length ?? 0;
    return { name, first, figures, memory, complaints, profile: profile ? selfTimes(directory.path, 20) : undefined };
  } finally {
    if (bot?.exitCode === null) bot.kill("SIGKILL");
    load.kill();
    closeSync(log);
    await directory.remove();
  }
}

function received<Kind extends FromServer["kind"]>(
  load: ChildProcess,
  kind: Kind,
): Promise<Extract<FromServer, { readonly kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`the server ended before it was ${kind}`));
    load.once("exit", gone);
    load.once("message", (message: FromServer) => {
      load.off("exit", gone);
      if (message.kind === kind) resolve(message as Extract<FromServer, { readonly kind: Kind }>);
      else reject(new Error(`the server said ${message.kind} instead of ${kind}`));
    });
  });
}

function ended(bot: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    bot.once("exit", () => resolve());
    bot.kill("SIGINT");
  });
}

/** `undefined` where the system does not tell. */
function residentMegabytes(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`);
/** A figure that is none comes as null from another process. */
const number = (value: number | null, digits = 1) => value?.toFixed(digits) ?? "–";
const spread = ({ p50, p99, max }: Latencies) => [p50, p99, max].map((value) => number(value)).join(" / ");

function table(results: readonly Result[]): void {
  const rows: readonly (readonly [string, (result: Result) => string])[] = [
    ["autocomplete p50 / p99 / max, ms", ({ figures }) => spread(figures.autocomplete)],
    ["/ask p50 / p99 / max, ms", ({ figures }) => spread(figures.ask)],
    ["answered", ({ figures: { autocomplete, ask } }) => number(autocomplete.answered + ask.answered, 0)],
    [
      "not answered in 3 s",
      ({ figures: { autocomplete, ask } }) => number(autocomplete.unanswered + ask.unanswered, 0),
    ],
    ["first /ask after the start, ms", ({ first }) => number(first, 0)],
    ["resident memory, MB", ({ memory }) => String(memory ?? "?")],
    ["violations of Discord's rules", ({ figures }) => number(figures.violations, 0)],
    ["warnings and errors logged", ({ complaints }) => number(complaints, 0)],
  ];
  print(`${"".padEnd(36)}${results.map(({ name }) => name.padStart(26)).join("")}`);
  for (const [name, value] of rows)
    print(`${name.padEnd(36)}${results.map((result) => value(result).padStart(26)).join("")}`);
  for (const { profile } of results)
    for (const { name, milliseconds, share } of [...(profile?.places ?? []), ...(profile?.functions ?? [])])
      print(`${number(share * 100).padStart(5)} % ${number(milliseconds, 0).padStart(6)} ms  ${name}`);
}

async function main(): Promise<void> {
  print(
    `Node.js ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? "?"}; ` +
      `${facts} facts, ${rate} interactions a second for ${seconds} s, half of them autocomplete`,
  );
  const bare = await measure({ name: "bare discord.js", command: [SELF, "--role", "echo"], registers: false });
  const beleg = await measure({
    name: "Beleg",
    command: ["adapters/main.ts"],
    registers: true,
    profile: values.profile,
  });
  table([bare, beleg]);
}

switch (values.role) {
  case "server":
    await serve();
    break;
  case "echo":
    await echo();
    break;
  default:
    await main();
}
