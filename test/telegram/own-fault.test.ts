/** A fault of the bot's own, beside the core: limits that break their promise. */
import { describe, expect, it, onTestFinished } from "vitest";
import { createConversations } from "../../adapters/chat/conversations.ts";
import type { Limits } from "../../adapters/chat/limits.ts";
import { createLog } from "../../adapters/environment/log.ts";
import { nobody } from "../../adapters/observer.ts";
import { openState } from "../../adapters/state/state.ts";
import { createTelegram } from "../../adapters/telegram/telegram.ts";
import { createAnswerer } from "../../src/index.ts";
import { createFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import { startBotApiServer } from "./bot-api-server.ts";
import { type LogLine, temporaryDirectory } from "./bot-process.ts";

const FAILED = "Something went wrong on my side. Please ask again in a moment.";

async function start() {
  const server = await startBotApiServer({ patience: 15_000 });
  const directory = await temporaryDirectory();
  const now = () => Date.now();
  const state = openState({ directory: directory.path, now, onFault: () => {} });
  const answerer = createAnswerer(createFactBase(news));
  const log: LogLine[] = [];
  const broken = new TypeError("a fault with 4711-secret");
  const limits: Limits = {
    admit: () => Promise.reject(broken),
    admitGesture: () => Promise.reject(broken),
    isBlocked: () => false,
  };
  const telegram = createTelegram({
    configuration: { token: server.token, apiRoot: server.root, name: "Beleg" },
    answerer: () => answerer,
    state,
    answered: state.answered("telegram"),
    conversations: createConversations(now),
    limits,
    now,
    lateAfter: 60_000,
    staleSince: () => undefined,
    observer: nobody,
    log: createLog("info", (line) => log.push(JSON.parse(line))),
  });
  const running = telegram.run();
  onTestFinished(async () => {
    await telegram.stop();
    await running;
    await server.stop();
    state.close();
    await directory.remove();
  });
  return { server, log };
}

describe("a fault of the bot's own", () => {
  it("is told to whoever asked, once, and to the log with its place and without its message", async () => {
    const { server, log } = await start();
    const person = server.person({ first_name: "Ana", language_code: "en" });
    const chat = server.privateChat(person);
    chat.send("Why is the harbour closed?");
    expect((await server.nextReply(chat.id)).text).toBe(FAILED);
    await server.settled();
    expect(server.messages(chat.id).filter(({ from }) => from?.id === server.me.id)).toHaveLength(1);
    const errors = log.filter(({ level }) => level === "error");
    expect(errors).toEqual([
      expect.objectContaining({
        error: "TypeError",
        update: expect.any(Number),
        message: "an update could not be handled",
      }),
    ]);
    expect(JSON.stringify(log)).not.toContain("4711");
  });

  it("in a group is told to whoever asked the bot, and to nobody else", async () => {
    const { server } = await start();
    const person = server.person({ first_name: "Ana", language_code: "en" });
    const group = server.group({ title: "News" });
    group.send(person, "Nice weather today");
    const asked = group.send(person, `/ask@${server.me.username} Why is the harbour closed?`);
    const said = await server.nextReply(group.id);
    expect(said.text).toBe(FAILED);
    expect(said.reply_to_message?.message_id).toBe(asked.message_id);
  });
});
