/**
 * `npm run bench -- soak --minutes 30`: the real process on the shipped fact base under mixed, bounded load on both
 * platforms, with a fact base that is replaced and connections that break now and then. Tells memory and latency at the
 * beginning and at the end.
 */
import { cp, utimes } from "node:fs/promises";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { User } from "grammy/types";
import {
  type User as DiscordUser,
  type Interaction,
  type Place,
  startDiscordServer,
} from "../discord/discord-server.ts";
import { figure, until } from "../process/town.ts";
import { readQuestions } from "../quality/question-set.ts";
import { startBotApiServer, type TestPrivateChat } from "../telegram/bot-api-server.ts";
import { startBotProcess, temporaryDirectory } from "../telegram/bot-process.ts";
import { createRandom } from "../telegram/crash.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    /** What people do in a second, on each platform. */
    rate: { type: "string", default: "5" },
    people: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
  },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const QUESTIONS = fileURLToPath(new URL("../quality/online-fraud.dev.jsonl", import.meta.url));
const COMMANDS = ["/help", "/timeline", "/sources", "/privacy", "/settings"];
const TICK = 20;
const MINUTE = 60_000;
/** Milliseconds after which an answer is counted as lost. */
const PATIENCE = 60_000;
/** Minutes between two of each: the fact base is replaced; every connection breaks. */
const REPLACE = 5;
const BREAK = 7;
const MOST_UNDER_WAY = 200;

const random = createRandom(Number(values.seed));
const oneOf = <Item>(items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
};

const telegram = await startBotApiServer({ keepCalls: false, patience: PATIENCE });
const discord = await startDiscordServer({ keepCalls: 100, rateLimit: { limit: 10_000, windowMs: 1000 } });
const directory = await temporaryDirectory();
const data = join(directory.path, "data");
await cp(join(ROOT, "data"), data, { recursive: true });
const questions = readQuestions(QUESTIONS).map(({ question }) => question);

interface Reader {
  readonly person: User;
  readonly chat: TestPrivateChat;
  readonly user: DiscordUser;
  readonly dm: Place;
  isBusy: boolean;
}

const channel = discord.guild({ name: "Newsroom" }).channel();
const readers = Array.from({ length: Number(values.people) }, (_, number): Reader => {
  const locale = number % 2 === 0 ? "de" : "en";
  const person = telegram.person({ first_name: "Ana", language_code: locale });
  const user = discord.user({ username: `reader_${number}`, locale: locale === "de" ? "de" : "en-US" });
  return { person, chat: telegram.privateChat(person), user, dm: discord.dm(user), isBusy: false };
});

const isEvidence = (data: string) => data.startsWith("e~");

/** Asks or commands, waits for the answer, and opens its evidence now and then. */
async function visitTelegram({ person, chat }: Reader): Promise<void> {
  const dice = random();
  if (dice < 0.15) {
    await telegram.inlineAnswer(telegram.inline(person, oneOf(questions).slice(0, 200)));
    return;
  }
  const sent = chat.send(dice < 0.25 ? oneOf(COMMANDS) : oneOf(questions));
  const answer = await telegram.nextReply(chat.id);
  const buttons = answer.reply_markup?.inline_keyboard.flat() ?? [];
  const evidence = buttons
    .flatMap((button) => ("callback_data" in button ? [button.callback_data] : []))
    .find(isEvidence);
  if (evidence !== undefined && random() < 0.3) {
    telegram.press(person, answer, evidence);
    await telegram.nextEdit(chat.id);
  }
  telegram.deleteMessage(sent);
  telegram.deleteMessage(answer);
}

async function visitDiscord({ user, dm }: Reader): Promise<void> {
  const dice = random();
  const wait = { timeout: PATIENCE };
  if (dice < 0.4) {
    await discord.autocomplete(user, dm, "ask", { question: oneOf(questions).slice(0, 12) }).response(wait);
    return;
  }
  if (dice < 0.5) {
    await discord.command(user, dm, oneOf(["timeline", "sources", "about", "privacy"])).message(wait);
    return;
  }
  const asked: Interaction = discord.command(user, dice < 0.7 ? channel : dm, "ask", { question: oneOf(questions) });
  await asked.message(wait);
  const evidence = (await asked.buttons(wait)).find(({ custom_id: id }) => isEvidence(id ?? ""));
  if (evidence?.custom_id && random() < 0.3) await discord.press(user, asked, evidence.custom_id).response(wait);
}

const VISITS = { telegram: visitTelegram, discord: visitDiscord };
type PlatformName = keyof typeof VISITS;
const NAMES = Object.keys(VISITS) as readonly PlatformName[];

/** What was measured in one minute. */
interface Minute {
  readonly latencies: Readonly<Record<PlatformName, number[]>>;
  resident: number;
  heap: number;
}
const newMinute = (): Minute => ({ latencies: { telegram: [], discord: [] }, resident: Number.NaN, heap: Number.NaN });

const measured: Minute[] = [];
let minute = newMinute();
const lost: Record<PlatformName, number> = { telegram: 0, discord: 0 };
const visits: Record<PlatformName, number> = { telegram: 0, discord: 0 };
let skipped = 0;
const underWay = new Set<Promise<void>>();

function visit(name: PlatformName): void {
  const free = readers.filter(({ isBusy }) => !isBusy);
  if (free.length === 0 || underWay.size >= MOST_UNDER_WAY) {
    skipped++;
    return;
  }
  const reader = oneOf(free);
  reader.isBusy = true;
  visits[name]++;
  const { latencies } = minute;
  const start = performance.now();
  const task = VISITS[name](reader)
    .then(
      () => void latencies[name].push(performance.now() - start),
      () => void lost[name]++,
    )
    .finally(() => {
      reader.isBusy = false;
      underWay.delete(task);
    });
  underWay.add(task);
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const spread = (latencies: readonly number[]) => {
  const sorted = latencies.toSorted((a, b) => a - b);
  return `${at(sorted, 0.5).toFixed(0)} / ${at(sorted, 0.99).toFixed(0)}`;
};
const MEGABYTE = 2 ** 20;

const bot = await startBotProcess({
  DATA_DIR: data,
  STATE_DIR: join(directory.path, "state"),
  TELEGRAM_BOT_TOKEN: telegram.token,
  TELEGRAM_API_ROOT: telegram.root,
  DISCORD_TOKEN: discord.token,
  DISCORD_API_ROOT: discord.apiRoot,
  FACTS_POLL_SECONDS: "1",
  QUESTIONS_PER_MINUTE: "1000",
});
try {
  await discord.gateway.ready({ timeout: PATIENCE });
  await until(() => discord.commands.length > 0, "the commands");
  print(
    `Node.js ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? "?"}; ${minutes} minutes, ` +
      `${rate} visits a second on each platform by ${readers.length} people`,
  );
  print("minute  resident MB  heap MB  Telegram p50 / p99 ms  Discord p50 / p99 ms  load of the machine");
  let owed = 0;
  let last = performance.now();
  const asking = setInterval(() => {
    const now = performance.now();
    owed += ((now - last) * rate) / 1000;
    last = now;
    for (; owed >= 1; owed--) for (const name of NAMES) visit(name);
  }, TICK);
  for (let number = 1; number <= minutes; number++) {
    await new Promise((resolve) => {
      setTimeout(resolve, MINUTE);
    });
    minute.resident = (await figure(bot, "process_resident_memory_bytes")) / MEGABYTE;
    minute.heap = (await figure(bot, "nodejs_heap_size_used_bytes")) / MEGABYTE;
    const { latencies } = minute;
    print(
      `${String(number).padStart(6)}${minute.resident.toFixed(0).padStart(13)}${minute.heap.toFixed(0).padStart(9)}` +
        `${spread(latencies.telegram).padStart(23)}${spread(latencies.discord).padStart(22)}` +
        `${(loadavg()[0] ?? 0).toFixed(1).padStart(21)}`,
    );
    measured.push(minute);
    minute = newMinute();
    if (number % REPLACE === 0) {
      const now = new Date();
      await utimes(join(data, "base.json"), now, now);
    }
    if (number % BREAK === 0) {
      discord.gateway.dropConnections();
      telegram.drop({ method: "getUpdates" });
    }
  }
  clearInterval(asking);
  await Promise.all(underWay);
  const part = Math.max(1, Math.floor(minutes / 6));
  const rows = [
    ["beginning", measured.slice(0, part)],
    ["end", measured.slice(-part)],
  ] as const;
  for (const [name, of] of rows) {
    const mean = (value: (each: Minute) => number) => of.reduce((sum, each) => sum + value(each), 0) / of.length;
    const all = (platform: PlatformName) => spread(of.flatMap(({ latencies }) => latencies[platform]));
    print(
      `${name}, ${of.length} min: resident ${mean(({ resident }) => resident).toFixed(0)} MB, heap ` +
        `${mean(({ heap }) => heap).toFixed(0)} MB, p50 / p99 Telegram ${all("telegram")} ms, Discord ${all("discord")} ms`,
    );
  }
  print(
    `visits ${JSON.stringify(visits)}, without an answer ${JSON.stringify(lost)}, not begun for too much under way ${skipped}`,
  );
  print(
    `fact bases taken over ${await figure(bot, "beleg_fact_base_loads")}, connections cut ${Math.floor(minutes / BREAK)} times`,
  );
  const complaints = bot.log.filter(({ level }) => level === "warn" || level === "error");
  const counted = new Map<string, number>();
  for (const { message } of complaints) counted.set(message, (counted.get(message) ?? 0) + 1);
  for (const [message, times] of counted) print(`logged ${times} × ${message}`);
  const { status } = await bot.stop();
  print(`rules of the platforms broken ${telegram.remarks.length + discord.violations.length}, exit status ${status}`);
  if (lost.telegram + lost.discord > 0) process.exitCode = 1;
} finally {
  if (bot.child.exitCode === null) await bot.stop("SIGKILL");
  await Promise.all([telegram.stop(), discord.stop()]);
  await directory.remove();
}
