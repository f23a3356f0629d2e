/** One run of the real process against the Bot API server, and what every run owes. */
import { join } from "node:path";
import type { Message, User } from "grammy/types";
import { describe, expect, it } from "vitest";
import { type FactBaseInput, writeFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import {
  type BotApiOptions,
  type BotApiServer,
  type InlineAnswer,
  type SendOptions,
  startBotApiServer,
  type TestGroup,
  type TestPrivateChat,
} from "./bot-api-server.ts";
import { type BotProcess, type Exit, startBotProcess, temporaryDirectory } from "./bot-process.ts";

export type Settings = Readonly<Record<string, string>>;

export interface RunOptions {
  readonly base?: FactBaseInput;
  readonly settings?: Settings;
  readonly server?: BotApiOptions;
}

/** A person with a private chat. */
export interface Someone extends Pick<TestPrivateChat, "id" | "chat" | "edit"> {
  readonly person: User;
  readonly room: TestPrivateChat;
  send(text: string, options?: SendOptions): Message;
  /** Sends and waits for the answer. */
  ask(text: string, options?: SendOptions): Promise<Message>;
  /** Presses and waits until the press is answered; returns what was said beside the button. */
  press(message: Message, button: string, options?: { readonly outdated?: boolean }): Promise<string | undefined>;
  inline(query: string): Promise<InlineAnswer>;
}

export interface Run {
  readonly server: BotApiServer;
  /** The process that was started last. */
  readonly bot: BotProcess;
  readonly stateDirectory: string;
  someone(language?: string, id?: number): Someone;
  group(options?: Partial<Parameters<BotApiServer["group"]>[0]>): TestGroup;
  start(change?: Pick<RunOptions, "base" | "settings">): Promise<BotProcess>;
  restart(change?: Pick<RunOptions, "base" | "settings">): Promise<BotProcess>;
  stop(signal?: NodeJS.Signals): Promise<Exit>;
  /** What the bot wrote in a chat, as it looks now. */
  said(chat: { readonly id: number }): readonly Message[];
  /** Waits until everything is handled and returns what the bot wrote in the chat. */
  heard(chat: { readonly id: number }): Promise<readonly Message[]>;
  end(): Promise<void>;
}

interface Finished {
  readonly run: Run;
  readonly processes: readonly BotProcess[];
  /** What must stand in no log. */
  readonly secrets: () => ReadonlySet<string>;
}

const runs: Finished[] = [];
/** Milliseconds; the tests of other files may keep the machine busy. */
const PATIENCE = 15_000;

export async function startRun({ base = news, settings = {}, server: serverOptions }: RunOptions = {}): Promise<Run> {
  const server = await startBotApiServer({ patience: PATIENCE, ...serverOptions });
  const directory = await temporaryDirectory();
  const stateDirectory = join(directory.path, "state");
  const dataDirectory = join(directory.path, "data");
  await writeFactBase(dataDirectory, base);
  const processes: BotProcess[] = [];
  const chats: { readonly id: number }[] = [];
  const words = new Set<string>([server.token]);
  let isRunning = false;
  let usual = settings;
  let people = 0;

  const run: Run = {
    server,
    get bot() {
      const bot = processes.at(-1);
      if (!bot) throw new Error("no process was started");
      return bot;
    },
    stateDirectory,
    someone(language = "en", id) {
      people += 1;
      const person = server.person({
        ...(id === undefined ? {} : { id }),
        first_name: `Quirina${people}`,
        last_name: "Vaszary",
        username: `quirina_${people}`,
        language_code: language,
      });
      const room = server.privateChat(person);
      chats.push(room);
      words.add(person.first_name).add("Vaszary").add(`quirina_${people}`).add(String(person.id));
      return {
        person,
        room,
        id: room.id,
        chat: room.chat,
        edit: room.edit,
        send: room.send,
        ask(text, options) {
          room.send(text, options);
          return server.nextReply(room.id);
        },
        async press(message, button, options) {
          const id = server.press(person, message, button, options);
          const answer = await server.callbackAnswer(id);
          await server.settled();
          return answer.text;
        },
        inline(query) {
          if (query.length > 5) words.add(query);
          return server.inlineAnswer(server.inline(person, query));
        },
      };
    },
    group(options = {}) {
      const group = server.group({ title: "Neighbours of Marell", ...options });
      chats.push(group);
      words.add("Neighbours of Marell").add(String(Math.abs(group.id)));
      return group;
    },
    async start(change = {}) {
      usual = { ...usual, ...change.settings };
      if (change.base) await writeFactBase(dataDirectory, change.base);
      const bot = await startBotProcess({
        DATA_DIR: dataDirectory,
        TELEGRAM_BOT_TOKEN: server.token,
        TELEGRAM_API_ROOT: server.root,
        ...usual,
        STATE_DIR: stateDirectory,
      });
      isRunning = true;
      void bot.exited.then(() => {
        if (processes.at(-1) === bot) isRunning = false;
      });
      processes.push(bot);
      return bot;
    },
    async restart(change) {
      await run.stop();
      return run.start(change);
    },
    stop(signal) {
      return run.bot.stop(signal);
    },
    said: ({ id }) => server.messages(id).filter((message) => message.from?.id === server.me.id),
    async heard(chat) {
      await server.settled();
      return run.said(chat);
    },
    async end() {
      if (isRunning) await run.stop();
      await server.stop();
      await directory.remove();
    },
  };
  const secrets = () => {
    const texts = chats.flatMap(({ id }) => server.messages(id).flatMap(({ text, caption }) => text ?? caption ?? []));
    return new Set([...words, ...texts.filter((text) => text.length > 5)]);
  };
  runs.push({ run, processes, secrets });
  await run.start();
  return run;
}

/** At the end of a file: what holds of every run in it, whatever happened. */
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

    it("logs no token, no question, no answer, no person and no chat", () => {
      for (const { processes, secrets } of runs) {
        const output = processes.map((bot) => bot.output() + bot.errors()).join("");
        expect([...secrets()].filter((secret) => output.includes(secret))).toEqual([]);
      }
    });

    it("sends entities and never markup, and only parameters that Telegram knows", () => {
      for (const { run } of runs) expect(run.server.remarks).toEqual([]);
    });
  });
}

/** The labels of all buttons, row by row. */
export function labelsOf({ reply_markup }: Message): readonly (readonly string[])[] {
  return reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text)) ?? [];
}

/** The stretches of the text that an entity of this type covers. */
export function marked({ text = "", entities = [] }: Message, type: string): readonly string[] {
  return entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

export function paragraphsOf({ text = "" }: Message): readonly string[] {
  return text.split("\n\n");
}

export const STORM = /^Because of a storm\. The harbour of Tovana stays closed/;
export const STURM = /^Wegen eines Sturms\. Der Hafen von Tovana bleibt/;
export const HARBOUR = "Why is the harbour closed?";
export const HAFEN = "Warum ist der Hafen geschlossen?";
export const TOO_MANY = "That was a lot at once. Please give me a minute, then ask on.";
