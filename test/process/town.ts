/** The real process, and people on both platforms who write to it at the same time. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "grammy/types";
import {
  type DiscordServer,
  type Interaction,
  type Place,
  startDiscordServer,
  textOf,
} from "../discord/discord-server.ts";
import { type FactBaseInput, writeFactBase } from "../support/fact-base.ts";
import { type BotApiServer, startBotApiServer, type TestGroup } from "../telegram/bot-api-server.ts";
import { type BotProcess, startBotProcess, temporaryDirectory } from "../telegram/bot-process.ts";

export const PLATFORMS = ["telegram", "discord"] as const;
export type PlatformName = (typeof PLATFORMS)[number];

export interface Ask {
  readonly language: string;
  readonly question: string;
  /** What every right answer to it holds. */
  readonly answer: RegExp;
}

/** A question, each by somebody who asks nothing else. */
export interface Asked {
  readonly platform: PlatformName;
  readonly ask: Ask;
  /** What went on when it was asked, as the test calls it. */
  readonly phase: string;
  /** Everything that the bot has said on it so far. */
  answers(): readonly string[];
  /** On Discord: the bot has told Discord that it is there; Telegram knows no such thing. */
  wasAcknowledged(): boolean;
  /** On Discord: the bot has tried, and Discord took it no more; or knew that it was too late. */
  wasLate(): boolean;
}

export interface Town {
  readonly telegram: BotApiServer;
  readonly discord: DiscordServer;
  readonly dataDirectory: string;
  readonly stateDirectory: string;
  readonly processes: readonly BotProcess[];
  /** What goes on now. */
  phase: string;
  readonly asked: readonly Asked[];
  /** Resolves once the process says that it is ready, unless that is not awaited. */
  start(settings?: Readonly<Record<string, string>>, options?: { readonly isAwaited?: boolean }): Promise<BotProcess>;
  ask(platform: PlatformName, ask: Ask): Asked;
  /** Asks, and resolves with the answer; on Discord, which lets no question wait, asks again when none comes. */
  answer(platform: PlatformName, ask: Ask): Promise<string>;
  /** Until everybody stops: so many questions a second on each platform. */
  crowd(asks: readonly Ask[], perSecond: number): () => void;
  /** Names, ids, chats, questions, answers and tokens of this town: nothing of it may be kept anywhere. */
  personal(): ReadonlySet<string>;
  end(): Promise<void>;
}

/** Milliseconds */
const PATIENCE = 60_000;
/** What a busy machine may take beyond Discord's deadline; a person would ask again then. */
const ANEW = 6_000;
const TICK = 20;
const LOOK = 50;
/** Telegram's share of questions that are asked in groups, and Discord's that are asked in channels. */
const IN_PUBLIC = 5;
const PER_GROUP = 10;
/** Shorter texts stand in everything. */
const SHORTEST = 6;

export async function createTown(base: FactBaseInput): Promise<Town> {
  const [telegram, discord, directory] = await Promise.all([
    startBotApiServer({ patience: PATIENCE }),
    startDiscordServer({ rateLimit: { limit: 10_000, windowMs: 1000 } }),
    temporaryDirectory(),
  ]);
  const dataDirectory = join(directory.path, "data");
  const stateDirectory = join(directory.path, "state");
  await writeFactBase(dataDirectory, base);
  const processes: BotProcess[] = [];
  const asked: Asked[] = [];
  const personal = new Set<string>([telegram.token, discord.token]);
  const keep = (...values: readonly (string | number)[]) => {
    for (const value of values) if (String(value).length >= SHORTEST) personal.add(String(value));
  };
  const guild = discord.guild({ name: "Neighbours of Marell" });
  const channel = guild.channel({ name: "questions-of-all" });
  keep(guild.id, guild.name, channel.id);
  let people = 0;
  let group: { readonly room: TestGroup; left: number } | undefined;

  const currentGroup = (): TestGroup => {
    if (group === undefined || group.left === 0) {
      const room = telegram.group({ title: `Quarter ${people} of Tovana` });
      keep(Math.abs(room.id), `Quarter ${people} of Tovana`);
      group = { room, left: PER_GROUP };
    }
    group.left--;
    return group.room;
  };

  const askOnTelegram = (ask: Ask, number: number): Omit<Asked, "phase" | "ask"> => {
    const name = { first_name: `Quirina${number}`, last_name: `Vaszary${number}`, username: `quirina_${number}` };
    const person = telegram.person({ ...name, language_code: ask.language });
    keep(person.id, ...Object.values(name));
    const isPublic = number % IN_PUBLIC === 0;
    const room = isPublic ? currentGroup() : telegram.privateChat(person);
    const question = isPublic
      ? (room as TestGroup).send(person, `/ask@${telegram.me.username} ${ask.question}`)
      : telegram.privateChat(person).send(ask.question);
    const isAnswer = ({ from, reply_to_message: replied }: Message) =>
      from?.id === telegram.me.id && (!isPublic || replied?.message_id === question.message_id);
    return {
      platform: "telegram",
      answers: () =>
        telegram
          .messages(room.id)
          .filter(isAnswer)
          .map(({ text = "" }) => text),
      wasAcknowledged: () => false,
      wasLate: () => false,
    };
  };

  const askOnDiscord = (ask: Ask, number: number): Omit<Asked, "phase" | "ask"> => {
    const user = discord.user({ username: `ottilie_${number}`, locale: ask.language === "de" ? "de" : "en-US" });
    keep(user.id, user.username);
    const place: Place = number % IN_PUBLIC === 0 ? channel : discord.dm(user);
    keep(place.id);
    const interaction: Interaction = discord.command(user, place, "ask", { question: ask.question });
    let isAcknowledged = false;
    interaction.response({ timeout: 10 * PATIENCE }).then(
      () => {
        isAcknowledged = true;
      },
      () => {},
    );
    return {
      platform: "discord",
      // After a waiting mark for all, what only the asker should see comes as a message of its own.
      answers: () =>
        [interaction.current, ...interaction.followUps]
          .flatMap((message) => (message ? [textOf(message)] : []))
          .filter((text) => text !== ""),
      wasAcknowledged: () => isAcknowledged,
      wasLate: () =>
        discord.calls.some(({ path, status }) => path.includes(interaction.id) && status >= 400 && status < 500) ||
        processes.some(({ log }) =>
          log.some(({ interaction: id, message }) => id === interaction.id && message.includes("came too late")),
        ),
    };
  };

  const town: Town = {
    telegram,
    discord,
    dataDirectory,
    stateDirectory,
    processes,
    phase: "quiet",
    asked,
    async start(settings = {}, { isAwaited = true } = {}) {
      const bot = await startBotProcess({
        DATA_DIR: dataDirectory,
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.root,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_ROOT: discord.apiRoot,
        QUESTIONS_PER_MINUTE_IN_CHAT: "1000",
        ...settings,
        STATE_DIR: stateDirectory,
      });
      processes.push(bot);
      if (isAwaited) await until(async () => (await readiness(bot)).isReady, "the process to be ready");
      return bot;
    },
    ask(platform, ask) {
      people++;
      const entry = { ask, phase: town.phase, ...ASKING[platform](ask, people) };
      asked.push(entry);
      keep(ask.question);
      return entry;
    },
    async answer(platform, ask) {
      let last = 0;
      let entry: Asked | undefined;
      let found: string | undefined;
      const isAnswered = () => {
        const isDue = entry === undefined || (platform === "discord" && performance.now() - last > ANEW);
        if (isDue) {
          last = performance.now();
          entry = town.ask(platform, ask);
        }
        found = entry?.answers().find((answer) => ask.answer.test(answer));
        return found !== undefined;
      };
      await until(isAnswered, `an answer on ${platform}`, 2 * PATIENCE);
      return found ?? "";
    },
    crowd(asks, perSecond) {
      let owed = 0;
      let last = performance.now();
      const timer = setInterval(() => {
        const now = performance.now();
        owed += ((now - last) * perSecond) / 1000;
        last = now;
        for (; owed >= 1; owed--)
          for (const platform of PLATFORMS) {
            const ask = asks[people % asks.length];
            if (ask) town.ask(platform, ask);
          }
      }, TICK);
      return () => clearInterval(timer);
    },
    personal() {
      for (const { answers } of asked) keep(...answers());
      return personal;
    },
    async end() {
      const bot = processes.at(-1);
      if (bot?.child.exitCode === null) await bot.stop("SIGKILL");
      await Promise.all([telegram.stop(), discord.stop()]);
      await directory.remove();
    },
  };
  const ASKING = { telegram: askOnTelegram, discord: askOnDiscord } satisfies Record<PlatformName, unknown>;
  return town;
}

/** Resolves when it holds; rejects when it does not in time. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, timeout = PATIENCE): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > timeout) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK);
    });
  }
}

export interface Readiness {
  readonly isReady: boolean;
  readonly platforms: Readonly<Record<PlatformName, string>>;
  readonly factBase: { readonly version: string; readonly isStale: boolean; readonly faults: readonly string[] };
}

/** Asked again when the connection, kept alive from before, was just being closed. */
async function get(port: number, path: string, attempts = 3): Promise<Response> {
  try {
    return await fetch(`http://127.0.0.1:${port}${path}`);
  } catch (error) {
    if (attempts === 1) throw error;
    return get(port, path, attempts - 1);
  }
}

/** What /readyz tells. */
export async function readiness({ port }: Pick<BotProcess, "port">): Promise<Readiness> {
  const response = await get(port, "/readyz");
  const told = (await response.json()) as Omit<Readiness, "isReady">;
  return { ...told, isReady: response.status === 200 };
}

/** A figure of /metrics, its series added up; 0 where there is none yet. */
export async function figure({ port }: Pick<BotProcess, "port">, name: string, label = ""): Promise<number> {
  const text = await (await get(port, "/metrics")).text();
  return text
    .split("\n")
    .filter((line) => (line.startsWith(`${name}{`) || line.startsWith(`${name} `)) && line.includes(label))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
}

/** Every file of the state, by its name. */
export function filesOf(directory: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), "utf8")]));
}
