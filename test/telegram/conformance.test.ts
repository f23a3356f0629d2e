import type { Message, Update, User } from "grammy/types";
import { createConversations } from "../../adapters/chat/conversations.ts";
import { createLimits } from "../../adapters/chat/limits.ts";
import { wordings } from "../../adapters/chat/wording/index.ts";
import { createLog } from "../../adapters/environment/log.ts";
import { nobody } from "../../adapters/observer.ts";
import { openState } from "../../adapters/state/state.ts";
import { createTelegram } from "../../adapters/telegram/telegram.ts";
import { messagesFor } from "../../src/index.ts";
import { describeConformance, type Reply } from "../conformance.ts";
import { startBotApiServer, type TestPrivateChat } from "./bot-api-server.ts";
import { temporaryDirectory } from "./bot-process.ts";

interface Place {
  readonly person: User;
  readonly chat: TestPrivateChat;
}

describeConformance({
  name: "Telegram",
  async start({ answerer }) {
    const server = await startBotApiServer();
    const directory = await temporaryDirectory();
    const now = () => Date.now();
    const state = openState({ directory: directory.path, now, onFault: () => {} });
    const telegram = createTelegram({
      configuration: { token: server.token, apiRoot: server.root, name: "Beleg" },
      answerer: () => answerer,
      state,
      answered: state.answered("telegram"),
      conversations: createConversations(now),
      limits: createLimits({ perPerson: 1000, perPlace: 1000, blocked: new Set() }),
      now,
      lateAfter: 60_000,
      staleSince: () => undefined,
      observer: nobody,
      log: createLog("silent", () => {}),
    });
    const running = telegram.run();
    const chats = new Map<string, Place>();
    const newChat = (): Place => {
      const person = server.person({ first_name: "Ana", language_code: "en" });
      return { person, chat: server.privateChat(person) };
    };
    return {
      async ask(text, { language, conversation } = {}) {
        const place = (conversation === undefined ? undefined : chats.get(conversation)) ?? newChat();
        const { chat } = place;
        if (conversation !== undefined) chats.set(conversation, place);
        if (language !== undefined) await choose(server, place, language);
        // Telegram lets nobody send an empty message; a command without its question comes nearest.
        if (text.length <= LONGEST) chat.send(text.trim() === "" ? "/ask" : text);
        else server.update({ message: longMessage(place, text) });
        return toReply(await server.nextReply(chat.id));
      },
      async stop() {
        await telegram.stop();
        await running;
        await server.stop();
        state.close();
        await directory.remove();
      },
    };
  },
});

/** What Telegram's apps split into several messages. */
const LONGEST = 4096;

/** Should Telegram ever allow more. */
function longMessage({ person, chat: { chat } }: Place, text: string) {
  if (chat.type !== "private") throw new Error("a private chat was expected");
  return { message_id: 1_000_000, date: Math.floor(Date.now() / 1000), from: person, chat, text } as NonNullable<
    Update["message"]
  >;
}

/** As a person does it: /settings, the language, then "always". */
async function choose(
  server: Awaited<ReturnType<typeof startBotApiServer>>,
  { person, chat }: Place,
  language: string,
): Promise<void> {
  chat.send("/settings");
  const settings = await server.nextReply(chat.id);
  server.press(person, settings, `l~${language}`);
  const chosen = await server.nextEdit(chat.id);
  server.press(person, chosen, "o~1");
  await server.nextEdit(chat.id);
}

function toReply({ text = "", entities = [] }: Message): Reply {
  const [first = "", ...rest] = text.split("\n\n");
  const headings = wordings.map(({ tag }) => messagesFor(tag).sources);
  const sources = rest.find((paragraph) => headings.some((heading) => paragraph.startsWith(`${heading}\n`)));
  const bold = entities
    .filter(({ type }) => type === "bold")
    .map(({ offset, length }) => text.slice(offset, offset + length));
  const citations = sources && bold.some((words) => headings.includes(words)) ? sources.split("\n").slice(1) : [];
  const titles = citations.map((line) => /[“„](.*)[”“]/u.exec(line)?.[1] ?? line);
  const isHelp = wordings.some(({ tag }) => messagesFor(tag).help === first);
  const isFailure = wordings.some(({ notices }) => notices.failed === first);
  const status = isFailure ? "failed" : isHelp ? "help" : titles.length > 0 ? "answered" : "abstained";
  return { status, text: first, citations: titles };
}
