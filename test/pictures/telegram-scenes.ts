/** What people do on Telegram for the pictures, and what the bot sends them. */
import type { Message, User } from "grammy/types";
import { type BotApiServer, startBotApiServer, type TestPrivateChat } from "../telegram/bot-api-server.ts";
import { startBotProcess, temporaryDirectory } from "../telegram/bot-process.ts";
import type { Sheet } from "./html.ts";
import { bubble, inlineList, TELEGRAM_STYLE } from "./telegram-html.ts";

/** Milliseconds for every answer, the first of which comes when the fact base is read. */
const PATIENCE = 20_000;
const LAYOUT = { columnWidth: 420, style: TELEGRAM_STYLE } as const;

interface Person {
  readonly user: User;
  readonly room: TestPrivateChat;
  /** Sends and waits for the answer; both as the chat shows them now. */
  say(text: string): Promise<Exchange>;
  press(message: Message, button: string): Promise<Message>;
}

interface Exchange {
  readonly html: string;
  readonly answer: Message;
}

/** By the name of the picture. */
export async function telegramSheets(): Promise<ReadonlyMap<string, Sheet>> {
  const server = await startBotApiServer({
    patience: PATIENCE,
    me: { first_name: "Beleg", username: "beleg_bot" },
  });
  const directory = await temporaryDirectory();
  try {
    const bot = await startBotProcess({
      STATE_DIR: directory.path,
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
    });
    try {
      return new Map([
        ["telegram-german", await german(server)],
        ["telegram-english", await english(server)],
      ]);
    } finally {
      await bot.stop();
    }
  } finally {
    await server.stop();
    await directory.remove();
  }
}

async function german(server: BotApiServer): Promise<Sheet> {
  const mara = personOf(server, "Mara", "de");
  const welcome = await mara.say("/start");
  const asked = await mara.say("Wie viele Leute wurden bei der Razzia in Poipet festgenommen?");
  const evidence = bubble(await mara.press(asked.answer, "🔎 Beleg"));
  const unknown = await mara.say("Wie alt ist Chen Zhi?");
  return {
    ...LAYOUT,
    language: "de",
    columns: [
      { caption: "/start", body: welcome.html },
      { caption: "Eine Antwort", body: asked.html },
      { caption: "Dieselbe mit Beleg", body: evidence },
      { caption: "Steht nicht in den Quellen", body: unknown.html },
    ],
  };
}

async function english(server: BotApiServer): Promise<Sheet> {
  const sam = personOf(server, "Sam", "en");
  const asked = await sam.say("Who met Liu Zhongyi?");
  const timeline = await sam.say("/timeline");
  const opened = await sam.say("/settings");
  const settings = bubble(await sam.press(opened.answer, "Deutsch"));
  const back = await sam.press(opened.answer, "English");
  // In another chat, after the bot's name.
  const typed = "poipet";
  const query = server.inline(sam.user, typed);
  const { results } = await server.inlineAnswer(query);
  const friends = server.group({ title: "Friends", member: false });
  const picked = server.pick(sam.user, query, 0, friends);
  return {
    ...LAYOUT,
    language: "en",
    columns: [
      { caption: "An answer", body: asked.html },
      { caption: "/timeline", body: timeline.html },
      { caption: "/settings, “Deutsch” chosen, then “English”", body: `${settings}${bubble(back)}` },
      {
        caption: "In any chat: an answer that was sent, and the list",
        body: bubble(picked, { isMine: true }) + inlineList(`@${server.me.username} ${typed}`, results),
      },
    ],
  };
}

function personOf(server: BotApiServer, name: string, language: string): Person {
  const user = server.person({ first_name: name, language_code: language });
  const room = server.privateChat(user);
  return {
    user,
    room,
    async say(text) {
      const sent = room.send(text);
      const answer = await server.nextReply(room.id);
      return { html: bubble(sent, { isMine: true }) + bubble(answer), answer };
    },
    async press(message, button) {
      const press = server.press(user, message, button);
      await server.callbackAnswer(press);
      await server.settled();
      const current = server.current(message);
      if (!current) throw new Error("the message is deleted");
      return current;
    },
  };
}
