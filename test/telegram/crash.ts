/**
 * Kills the real process again and again while people ask, and counts afterwards who got no answer, and who got more
 * than one. Telegram gives no way to send a message and remember the update in one step, so that a kill between the two
 * repeats an answer; it must never cost one.
 */
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import type { Message, Update, User } from "grammy/types";
import { readQuestions } from "../quality/question-set.ts";
import { type BotApiServer, startBotApiServer, type TestGroup, type TestPrivateChat } from "./bot-api-server.ts";
import { type BotProcess, startBotProcess, temporaryDirectory } from "./bot-process.ts";

export interface CrashOptions {
  readonly crashes: number;
  /** How many people are there at a time; who has asked everything leaves, and another one comes. */
  readonly people: number;
  readonly seed: number;
  /** Also while the process is down. */
  readonly questionsPerSecond?: number;
}

export interface CrashReport {
  readonly questions: number;
  readonly answered: number;
  readonly unanswered: number;
  /** Answers beyond the first of each question. */
  readonly duplicates: number;
  readonly maxAnswersOfOne: number;
  /** What the bot said that nobody asked. */
  readonly unattributed: number;
  readonly crashes: number;
  /**
   * How many questions could have been under way at the kills: of every batch that was handed out last, one for each
   * chat, since the messages of one chat are answered one after the other. No more answers than that can come twice.
   */
  readonly exposed: number;
  /** Kills after which an answer came twice, as seen at the next one. */
  readonly crashesWithDuplicates: number;
  /** Distinct warnings and errors that the processes logged. */
  readonly complaints: readonly string[];
  readonly durationMs: number;
}

type Kind = "private" | "group" | "press";

interface Question {
  readonly kind: Kind;
  readonly chatId: number;
  /** The question, or the answer under which a button was pressed. */
  readonly message: Message;
  /** How the answer begins, which tells apart the answers in a private chat. */
  readonly answer: string;
}

interface Ask {
  readonly text: string;
  readonly answer: string;
}

interface Guest {
  readonly person: User;
  readonly chat: TestPrivateChat;
  readonly open: Ask[];
  readonly pressed: Set<number>;
}

const QUESTIONS = fileURLToPath(new URL("../quality/online-fraud.dev.jsonl", import.meta.url));
const LANGUAGES = ["en", "de"] as const;
/** In each language; with commands, facts and both copies of an answer they fit what the server keeps of a chat. */
const ASKS = 12;
const COMMANDS = ["/help", "/timeline", "/sources", "/privacy", "/settings"];
const FACTS = ["meeting-participants"];
const LATEST_KILL = 800;
const TICK = 20;
/** More than a batch, and no more than a process that lives for a moment can make good. */
const MOST_WAITING = 150;
/** Below what the server keeps of a group, even if every answer came twice. */
const QUESTIONS_OF_GROUP = 30;
const SETTLING = 60_000;

export async function runCrashes(options: CrashOptions): Promise<CrashReport> {
  const { crashes, people, seed, questionsPerSecond = 60 } = options;
  const started = performance.now();
  const random = createRandom(seed);
  const server = await startBotApiServer({ keepCalls: false, patience: SETTLING });
  const directory = await temporaryDirectory();
  const complaints = new Set<string>();
  let bot: BotProcess | undefined;
  let batch: readonly Update[] = [];
  server.onCall(({ method, response }) => {
    if (method === "getUpdates" && response?.ok) batch = response.result as readonly Update[];
  });

  const start = async () => {
    bot = await startBotProcess({
      STATE_DIR: directory.path,
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
      QUESTIONS_PER_MINUTE: "10000",
      QUESTIONS_PER_MINUTE_IN_CHAT: "10000",
    });
    return bot;
  };
  const collect = ({ log }: BotProcess) => {
    for (const { level, message, error } of log)
      if (level !== "info") complaints.add([level, message, error].filter(Boolean).join(": "));
  };

  try {
    let running = await start();
    const asks = await learn(server);
    const crowd = createCrowd(server, { asks, people, random });
    const perTick = (questionsPerSecond * TICK) / 1000;
    let owed = 0;
    let last = performance.now();
    const asking = setInterval(() => {
      const now = performance.now();
      owed += (perTick * (now - last)) / TICK;
      last = now;
      for (; owed >= 1; owed--) if (server.unconfirmed < MOST_WAITING) crowd.ask();
    }, TICK);
    let exposed = 0;
    let crashesWithDuplicates = 0;
    let before = 0;
    const noteDuplicates = () => {
      const { duplicates } = count(server, crowd.asked, crowd.chats);
      if (duplicates > before) crashesWithDuplicates++;
      before = duplicates;
    };
    try {
      for (let crash = 0; crash < crashes; crash++) {
        // Most soon after the start, when a full batch is at hand.
        await pause(random() ** 2 * LATEST_KILL);
        await running.stop("SIGKILL");
        collect(running);
        noteDuplicates();
        exposed += chatsOf(batch);
        batch = [];
        running = await start();
        // People asked in the meantime, so that there is something to fetch at once.
        await running.logged(({ message, state }) => message === "Telegram" && state === "connected", SETTLING);
      }
    } finally {
      clearInterval(asking);
    }
    await server.settled({ timeout: SETTLING });
    await running.stop();
    collect(running);
    noteDuplicates();
    return {
      ...count(server, crowd.asked, crowd.chats),
      crashes,
      exposed,
      crashesWithDuplicates,
      complaints: [...complaints],
      durationMs: Math.round(performance.now() - started),
    };
  } finally {
    if (bot?.child.exitCode === null) await bot.stop("SIGKILL");
    await server.stop();
    await directory.remove();
  }
}

/** What the undisturbed process says to each of a number of questions, one for every different answer. */
async function learn(server: BotApiServer): Promise<ReadonlyMap<string, readonly Ask[]>> {
  const known = readQuestions(QUESTIONS);
  const learned = LANGUAGES.map(async (language) => {
    const fits = (kind: string) => known.filter((line) => line.lang === language && line.kind === kind);
    const texts = [
      ...COMMANDS,
      ...FACTS.map((fact) => `/start ${fact}`),
      ...fits("unanswerable")
        .slice(0, 1)
        .map(({ question }) => question),
      ...fits("answerable")
        .filter(({ style }) => style === "full")
        .map(({ question }) => question),
    ];
    const asks = await Promise.all(
      texts.map(async (text): Promise<Ask> => {
        const chat = server.privateChat(server.person({ first_name: "Ana", language_code: language }));
        chat.send(text);
        return { text, answer: beginningOf(await server.nextReply(chat.id)) };
      }),
    );
    const byAnswer = new Map<string, Ask>();
    for (const ask of asks) if (!byAnswer.has(ask.answer)) byAnswer.set(ask.answer, ask);
    return [language, [...byAnswer.values()].slice(0, COMMANDS.length + FACTS.length + 1 + ASKS)] as const;
  });
  return new Map(await Promise.all(learned));
}

interface CrowdOptions {
  readonly asks: ReadonlyMap<string, readonly Ask[]>;
  readonly people: number;
  readonly random: () => number;
}

/** People who ask in private, in groups and by buttons, often several things in a row without waiting. */
function createCrowd(server: BotApiServer, { asks, people, random }: CrowdOptions) {
  const asked: Question[] = [];
  const chats: number[] = [];
  const below = (limit: number) => Math.floor(random() * limit);
  let visitors = 0;

  const newGuest = (): Guest => {
    const language = LANGUAGES[visitors++ % LANGUAGES.length] ?? "en";
    const person = server.person({ first_name: "Ana", language_code: language });
    const chat = server.privateChat(person);
    chats.push(chat.id);
    return { person, chat, open: [...(asks.get(language) ?? [])], pressed: new Set() };
  };
  const newGroup = () => {
    const group = server.group({ title: "News" });
    chats.push(group.id);
    return { group, left: QUESTIONS_OF_GROUP };
  };
  const guests = Array.from({ length: people }, newGuest);
  let place: { readonly group: TestGroup; left: number } = newGroup();

  const askInGroup = ({ person }: Guest) => {
    const [language = "en"] = LANGUAGES;
    const questions = (asks.get(language) ?? []).filter(({ text }) => !text.startsWith("/"));
    const text = questions[below(questions.length)]?.text ?? "";
    if (place.left-- === 0) place = newGroup();
    const { group } = place;
    const message = group.send(person, `/ask@${server.me.username} ${text}`);
    asked.push({ kind: "group", chatId: group.id, message, answer: "" });
  };

  /** Opens the evidence under an answer; `false` when there is no answer to do so. */
  const press = ({ person, chat, pressed }: Guest): boolean => {
    for (const message of server.messages(chat.id)) {
      const data = evidenceButton(message);
      if (data === undefined || pressed.has(message.message_id)) continue;
      pressed.add(message.message_id);
      server.press(person, message, data);
      asked.push({ kind: "press", chatId: chat.id, message, answer: "" });
      return true;
    }
    return false;
  };

  const askInPrivate = ({ chat, open }: Guest) => {
    const [ask] = open.splice(below(open.length), 1);
    if (ask === undefined) return;
    asked.push({ kind: "private", chatId: chat.id, message: chat.send(ask.text), answer: ask.answer });
  };

  return {
    asked: asked as readonly Question[],
    chats: chats as readonly number[],
    ask() {
      const index = below(guests.length);
      const guest = guests[index];
      if (guest === undefined) return;
      const dice = random();
      if (dice < 0.15) askInGroup(guest);
      else if (dice >= 0.3 || !press(guest)) {
        askInPrivate(guest);
        // Somebody who sends two lines at once: the second one must not overtake the first.
        if (dice > 0.8) askInPrivate(guest);
      }
      if (guest.open.length === 0) guests[index] = newGuest();
    },
  };
}

type Counted = Pick<
  CrashReport,
  "questions" | "answered" | "unanswered" | "duplicates" | "maxAnswersOfOne" | "unattributed"
>;

function count(server: BotApiServer, asked: readonly Question[], chats: readonly number[]): Counted {
  const isAnswer = ({ from }: Message) => from?.id === server.me.id;
  const said = new Map<string, number>();
  let messages = 0;
  for (const chat of chats) {
    for (const message of server.messages(chat).filter(isAnswer)) {
      messages++;
      const key = message.reply_to_message
        ? `${chat} reply ${message.reply_to_message.message_id}`
        : `${chat} ${beginningOf(message)}`;
      said.set(key, (said.get(key) ?? 0) + 1);
    }
  }
  let attributed = 0;
  const answers = asked.map(({ kind, chatId, message, answer }) => {
    // The same evidence cannot be put under an answer twice; should it be said besides, nobody asked for that.
    if (kind === "press") return server.current(message)?.edit_date === undefined ? 0 : 1;
    const number = said.get(kind === "group" ? `${chatId} reply ${message.message_id}` : `${chatId} ${answer}`) ?? 0;
    attributed += number;
    return number;
  });
  const answered = answers.filter((number) => number > 0).length;
  return {
    questions: asked.length,
    answered,
    unanswered: asked.length - answered,
    duplicates: answers.reduce((sum, number) => sum + Math.max(0, number - 1), 0),
    maxAnswersOfOne: answers.reduce((most, number) => Math.max(most, number), 0),
    unattributed: messages - attributed,
  };
}

function beginningOf({ text = "" }: Message): string {
  return text.split("\n\n", 1)[0] ?? "";
}

function evidenceButton({ reply_markup }: Message): string | undefined {
  return reply_markup?.inline_keyboard
    .flat()
    .flatMap((button) => ("callback_data" in button ? [button.callback_data] : []))
    .find((data) => data.startsWith("e~"));
}

function chatsOf(updates: readonly Update[]): number {
  return new Set(updates.map(({ message, callback_query: press }) => message?.chat.id ?? press?.from.id)).size;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Mulberry32: the same numbers from the same seed, between 0 and 1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
