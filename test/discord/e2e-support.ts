/** One run of the real process, or of the adapter alone, against the Discord server, and what every run owes. */
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createConversations } from "../../adapters/chat/conversations.ts";
import { createLimits } from "../../adapters/chat/limits.ts";
import { createDiscord } from "../../adapters/discord/discord.ts";
import { createLog } from "../../adapters/environment/log.ts";
import { nobody } from "../../adapters/observer.ts";
import type { Platform } from "../../adapters/platform.ts";
import { openState } from "../../adapters/state/state.ts";
import type { Answerer } from "../../src/index.ts";
import { type FactBaseInput, writeFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import { createPreparedAnswerer } from "../support/prepared.ts";
import {
  type BotProcess,
  type Exit,
  type LogLine,
  startBotProcess,
  temporaryDirectory,
} from "../telegram/bot-process.ts";
import { type Component, Flag, type Message } from "./discord-protocol.ts";
import {
  type BotResponse,
  buttonsOf,
  type Call,
  type DiscordServer,
  type DiscordServerOptions,
  type Guild,
  type Interaction,
  type Place,
  startDiscordServer,
  textOf,
  type User,
} from "./discord-server.ts";

export type Settings = Readonly<Record<string, string>>;

/** A person with a conversation with the bot. */
export interface Someone {
  readonly user: User;
  readonly dm: Place;
}

/** What is the same whether the bot has a process of its own or not. */
interface Scene {
  readonly server: DiscordServer;
  readonly guild: Guild;
  /** A channel of the guild. */
  readonly channel: Place;
  someone(locale?: string): Someone;
  /** `/ask`, in the guild's channel unless another place is given. */
  ask(who: Someone, question: string, options?: AskOptions): Interaction;
}

export interface AskOptions {
  readonly place?: Place;
  readonly private?: boolean;
  readonly language?: string;
}

export interface RunOptions {
  readonly base?: FactBaseInput;
  readonly settings?: Settings;
  readonly server?: DiscordServerOptions;
  /** Before the process starts; it does not wait for the connection then. */
  readonly before?: (server: DiscordServer) => unknown;
}

export interface Run extends Scene {
  /** The process that was started last. */
  readonly bot: BotProcess;
  readonly stateDirectory: string;
  /** Starts the process, and waits until its commands are registered. */
  start(change?: Pick<RunOptions, "base" | "settings">): Promise<BotProcess>;
  restart(change?: Pick<RunOptions, "base" | "settings">): Promise<BotProcess>;
  stop(signal?: NodeJS.Signals): Promise<Exit>;
  end(): Promise<void>;
}

interface Finished {
  readonly server: DiscordServer;
  readonly processes: readonly BotProcess[];
  /** What must stand in no log. */
  readonly secrets: ReadonlySet<string>;
}

const runs: Finished[] = [];
const servers = new Set<DiscordServer>();

const undone: (() => unknown)[] = [];

/** Undone after the last test of the file: tests that run side by side have no end of their own. */
export function atEnd(undo: () => unknown): void {
  undone.push(undo);
}

afterAll(async () => {
  await Promise.all(undone.splice(0).map((undo) => undo()));
});

afterEach(() => {
  for (const server of servers) {
    expect(server.violations).toEqual([]);
    expect(server.pings).toEqual([]);
  }
});

/** Milliseconds; the tests of other files may keep the machine busy. */
export const PATIENCE = { timeout: 15_000 };
const isRegistered = ({ message }: LogLine): boolean => message === "commands are registered";

function createScene(server: DiscordServer, secrets: Set<string>): Scene {
  servers.add(server);
  const guild = server.guild({ name: "Neighbours of Marell" });
  const channel = guild.channel({ name: "questions" });
  for (const secret of [server.token, guild.id, guild.name, channel.id]) secrets.add(secret);
  let people = 0;
  return {
    server,
    guild,
    channel,
    someone(locale = "en-US") {
      people += 1;
      const user = server.user({ username: `quirina_vaszary_${people}`, locale });
      secrets.add(user.id).add(user.username);
      return { user, dm: server.dm(user) };
    },
    ask({ user }, question, { place = channel, ...options } = {}) {
      if (question.trim().length > 5) secrets.add(question.trim());
      return server.command(user, place, "ask", { question, ...options });
    },
  };
}

/** The real process; ends with `end`. */
export async function startRun({ base = news, settings = {}, server: options, before }: RunOptions = {}): Promise<Run> {
  const server = await startDiscordServer(options);
  const directory = await temporaryDirectory();
  const stateDirectory = join(directory.path, "state");
  const dataDirectory = join(directory.path, "data");
  await writeFactBase(dataDirectory, base);
  const processes: BotProcess[] = [];
  const secrets = new Set<string>();
  let isRunning = false;
  let usual = settings;
  const launch = async (): Promise<BotProcess> => {
    const bot = await startBotProcess({
      DATA_DIR: dataDirectory,
      DISCORD_TOKEN: server.token,
      DISCORD_API_ROOT: server.apiRoot,
      ...usual,
      STATE_DIR: stateDirectory,
    });
    isRunning = true;
    void bot.exited.then(() => {
      if (processes.at(-1) === bot) isRunning = false;
    });
    processes.push(bot);
    return bot;
  };
  const run: Run = {
    ...createScene(server, secrets),
    get bot() {
      const bot = processes.at(-1);
      if (!bot) throw new Error("no process was started");
      return bot;
    },
    stateDirectory,
    async start(change = {}) {
      usual = { ...usual, ...change.settings };
      if (change.base) await writeFactBase(dataDirectory, change.base);
      const bot = await launch();
      await bot.logged(isRegistered, 30_000);
      return bot;
    },
    async restart(change) {
      await run.stop();
      return run.start(change);
    },
    stop: (signal) => run.bot.stop(signal),
    async end() {
      servers.delete(server);
      if (isRunning) await run.stop("SIGKILL");
      await server.stop();
      await directory.remove();
    },
  };
  runs.push({ server, processes, secrets });
  if (before) {
    await before(server);
    await launch();
  } else await run.start();
  return run;
}

/** The same, ended by itself. */
export async function runForTest(options?: RunOptions): Promise<Run> {
  const run = await startRun(options);
  atEnd(run.end);
  return run;
}

export interface AdapterOptions {
  readonly base?: FactBaseInput;
  /** In place of the core that answers from `base`. */
  readonly answerer?: Answerer;
  readonly perPerson?: number;
  readonly server?: DiscordServerOptions;
  /** Whether the commands are registered in the guild alone. */
  readonly inGuild?: boolean;
  /** Before the adapter connects. */
  readonly before?: (server: DiscordServer) => unknown;
}

/** The adapter in the process of the test. */
export interface Adapter extends Scene {
  readonly discord: Platform;
  readonly log: readonly LogLine[];
  /** How `run` of the platform ended; pending while it runs. */
  readonly ended: Promise<unknown>;
  /** People and servers that are not answered, as the operator writes them; may be changed. */
  readonly blocked: Set<string>;
  /** Resolves when the commands are registered, or when the adapter gave up. */
  readonly registered: Promise<unknown>;
  /** Stops and starts again, with the fact base as it is then. */
  restart(base?: FactBaseInput): Promise<void>;
  end(): Promise<void>;
}

let usual: Answerer | undefined;
/** Over the news; one for all, since building it takes longest. */
function usualAnswerer(): Answerer {
  usual ??= createPreparedAnswerer(news);
  return usual;
}

/** Connects, and waits until the commands are registered unless something happens `before`. */
export async function startAdapter(options: AdapterOptions = {}): Promise<Adapter> {
  const server = await startDiscordServer(options.server);
  const scene = createScene(server, new Set());
  await options.before?.(server);
  const directory = await temporaryDirectory();
  const now = () => Date.now();
  const state = openState({ directory: directory.path, now, onFault: () => {} });
  const blocked = new Set<string>();
  const log: LogLine[] = [];
  let answerer = options.answerer ?? (options.base ? createPreparedAnswerer(options.base) : usualAnswerer());
  const connect = () => {
    let registered: () => void = () => {};
    const isReady = new Promise<void>((resolve) => {
      registered = resolve;
    });
    const discord = createDiscord({
      configuration: {
        token: server.token,
        apiRoot: server.apiRoot,
        ...(options.inGuild ? { guildId: scene.guild.id } : {}),
      },
      answerer: () => answerer,
      state,
      conversations: createConversations(now),
      limits: createLimits({ perPerson: options.perPerson ?? 10_000, perPlace: 10_000, blocked }),
      now,
      lateAfter: 60_000,
      staleSince: () => undefined,
      observer: nobody,
      log: createLog("debug", (text) => {
        const line: LogLine = JSON.parse(text);
        log.push(line);
        if (isRegistered(line)) registered();
      }),
    });
    const ended = discord.run().then(
      () => undefined,
      (error: unknown) => error,
    );
    return { discord, ended, registered: Promise.race([isReady, ended]) };
  };
  let connection = connect();
  if (!options.before) await connection.registered;
  const disconnect = async () => {
    await connection.discord.stop();
    await connection.ended;
  };
  return {
    ...scene,
    get discord() {
      return connection.discord;
    },
    get ended() {
      return connection.ended;
    },
    get registered() {
      return connection.registered;
    },
    log,
    blocked,
    async restart(base) {
      await disconnect();
      if (base) answerer = createPreparedAnswerer(base);
      connection = connect();
      await connection.registered;
    },
    async end() {
      servers.delete(server);
      await disconnect();
      await server.stop();
      state.close();
      await directory.remove();
    },
  };
}

/** The same, ended by itself. */
export async function adapterForTest(options?: AdapterOptions): Promise<Adapter> {
  const adapter = await startAdapter(options);
  atEnd(adapter.end);
  return adapter;
}

/** At the end of a file: what holds of every process in it, whatever happened. */
export function describeEveryRun(): void {
  describe("over all runs of this file", () => {
    it("writes one JSON object a line and nothing to standard error", () => {
      for (const { processes } of runs) {
        for (const { output, errors } of processes) {
          for (const line of output().split("\n").filter(Boolean)) expect(JSON.parse(line)).toBeTypeOf("object");
          expect(errors()).toBe("");
        }
      }
    });

    it("logs no token, no question, no answer, no person and no server", () => {
      for (const { server, processes, secrets } of runs) {
        const output = processes.map((bot) => bot.output() + bot.errors()).join("");
        const all = [...secrets, ...server.calls.flatMap(saidIn)];
        expect(all.filter((secret) => output.includes(secret))).toEqual([]);
      }
    });
  });
}

/** The interaction's token, and every longer text that was sent on it. */
function saidIn({ path, body }: Call): readonly string[] {
  const token = /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1];
  const texts = JSON.stringify(body ?? "").match(/(?<="(?:content|label)":")[^"\\]{12,}/g) ?? [];
  return [...(token === undefined ? [] : [token]), ...texts];
}

/** The paragraphs as they were sent, with their markup. */
export async function paragraphsOf(interaction: Interaction): Promise<readonly string[]> {
  return (await interaction.text(PATIENCE)).split("\n\n");
}

/** The labels of all buttons. */
export function labelsOf(message: Pick<Message, "components">): readonly string[] {
  return buttonsOf(message).map(({ label }) => label ?? "");
}

/** The custom id of the button with this label. */
export function idOf(message: Pick<Message, "components">, label: string): string {
  const id = buttonsOf(message).find((button) => button.label === label)?.custom_id;
  if (!id) throw new Error(`no button ${label}, only: ${labelsOf(message).join(", ")}`);
  return id;
}

/** The message as it is now. */
export function current(server: DiscordServer, { id }: Message): Message {
  const message = server.message(id);
  if (!message) throw new Error("the message is deleted");
  return message;
}

export const isPrivate = ({ flags }: Pick<Message, "flags">): boolean => ((flags ?? 0) & Flag.ephemeral) !== 0;

/** Whether the bot has answered this interaction in any way. */
export function isAnswered({ answeredAfter }: Interaction): boolean {
  return answeredAfter !== undefined;
}

export const CALLBACK = /\/callback$/;
export const STORM = /^Because of a storm\\?\. The harbour of Tovana stays closed/;
export const HARBOUR = "Why is the harbour closed?";
export const HAFEN = "Warum ist der Hafen geschlossen?";
export const TOO_MANY = "That was a lot at once. Please give me a minute, then ask on.";
export const EVIDENCE = "🔎 Evidence";
export const REPORT = "Wrong or outdated?";
export { type BotResponse, type Component, type Message, textOf };
