/** The Bot API server and the people who write to the bot, in a process of their own. */
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import type { Message, User } from "grammy/types";
import { readQuestions } from "../quality/question-set.ts";
import { type Call, startBotApiServer, type TestPrivateChat } from "../telegram/bot-api-server.ts";
import { createRandom } from "../telegram/crash.ts";

export interface Job {
  /** Whether people also press buttons, which an echo does not have. */
  readonly presses: boolean;
  readonly updates: number;
  /** Updates a second; without it, as many as the bot takes. */
  readonly perSecond?: number;
}

export interface Figures {
  readonly updates: number;
  readonly seconds: number;
  /** From when the update can be fetched until the reply is there, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly refusedCalls: number;
}

export type FromLoad =
  | { readonly kind: "ready"; readonly root: string; readonly token: string }
  | { readonly kind: "done"; readonly figures: Figures };

interface Seat {
  readonly person: User;
  readonly chat: TestPrivateChat;
  readonly language: string;
  /** When the update was made that waits for its reply. */
  asked?: number;
  question?: Message;
  answer?: Message;
  /** Of the button that opens the evidence. */
  button?: string | undefined;
}

const PEOPLE = 2000;
/** Updates that wait at a time, so that the bot always finds a full batch. */
const WINDOW = 200;
const SILENCE = 20_000;
const COMMANDS = ["/help", "/timeline", "/sources", "/privacy", "/settings"];
const QUESTIONS = fileURLToPath(new URL("../quality/online-fraud.dev.jsonl", import.meta.url));
const REPLIES: ReadonlySet<string> = new Set(["sendMessage", "editMessageText", "editMessageReplyMarkup"]);

const send = (message: FromLoad) => process.send?.(message);
const random = createRandom(1);
const oneOf = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];

const server = await startBotApiServer({ keepCalls: false });
const known = readQuestions(QUESTIONS);
const LANGUAGES = ["de", "en"] as const;
const questionsIn = (language: string, isAnswerable: boolean) =>
  known.filter((line) => line.lang === language && (line.kind === "answerable") === isAnswerable);
const answerable = new Map(LANGUAGES.map((language) => [language as string, questionsIn(language, true)]));
const others = new Map(LANGUAGES.map((language) => [language as string, questionsIn(language, false)]));

const seats = Array.from({ length: PEOPLE }, (_, index): Seat => {
  const language = LANGUAGES[index % LANGUAGES.length] ?? "en";
  const person = server.person({ first_name: "Ana", language_code: language });
  return { person, chat: server.privateChat(person), language };
});
const seatOf = new Map(seats.map((seat) => [seat.chat.id, seat]));
const free = [...seats];

/** One in five presses a button where there is one; of the others, most ask what the sources answer. */
function write(seat: Seat, presses: boolean): void {
  const dice = random();
  const { person, chat, language, answer, button } = seat;
  seat.asked = performance.now();
  if (presses && dice < 0.3 && answer && button !== undefined) {
    seat.button = undefined;
    server.press(person, answer, button);
    return;
  }
  if (answer) server.deleteMessage(answer);
  delete seat.answer;
  delete seat.button;
  const text =
    random() < 0.12 ? oneOf(COMMANDS) : oneOf((random() < 0.7 ? answerable : others).get(language) ?? [])?.question;
  seat.question = chat.send(text ?? "/help");
}

/** The seat of whom the call replies to. What the server would keep of it is taken out. */
function replied({ method, payload: { chat_id: chat }, response }: Call): Seat | undefined {
  const seat = REPLIES.has(method) ? seatOf.get(Number(chat)) : undefined;
  if (seat?.asked === undefined) return undefined;
  if (response?.ok) {
    if (method === "sendMessage") {
      void server.nextReply(seat.chat.id);
      const message = response.result as Message;
      // Somebody who pressed a button may have got a message instead of an edit.
      if (seat.answer) server.deleteMessage(seat.answer);
      seat.answer = message;
      seat.button = evidenceButton(message);
    } else void server.nextEdit(seat.chat.id);
  }
  if (seat.question) server.deleteMessage(seat.question);
  delete seat.question;
  return seat;
}

function evidenceButton({ reply_markup }: Message): string | undefined {
  return reply_markup?.inline_keyboard
    .flat()
    .flatMap((button) => ("callback_data" in button ? [button.callback_data] : []))
    .find((data) => data.startsWith("e~"));
}

function work({ presses, updates, perSecond }: Job): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const latencies: number[] = [];
    let written = 0;
    let refusedCalls = 0;
    let lastReply = performance.now();
    const started = performance.now();
    const next = () => {
      const seat = written < updates ? free.shift() : undefined;
      if (seat === undefined) return;
      written++;
      write(seat, presses);
    };
    const watch = setInterval(() => {
      if (performance.now() - lastReply < SILENCE) return;
      end();
      reject(new Error(`no reply for ${SILENCE / 1000} s; ${written - latencies.length} updates wait`));
    }, 1000);
    const pace = perSecond === undefined ? undefined : setInterval(next, 1000 / perSecond);
    const ignore = server.onCall((call) => {
      if (call.response?.ok === false) refusedCalls++;
      const seat = replied(call);
      if (seat?.asked === undefined) return;
      lastReply = performance.now();
      latencies.push(lastReply - seat.asked);
      delete seat.asked;
      free.push(seat);
      if (latencies.length === updates) {
        end();
        latencies.sort((a, b) => a - b);
        const at = (share: number) => latencies[Math.min(updates - 1, Math.floor(updates * share))] ?? Number.NaN;
        resolve({ updates, seconds: (lastReply - started) / 1000, p50: at(0.5), p99: at(0.99), refusedCalls });
      } else if (pace === undefined) next();
    });
    const end = () => {
      clearInterval(watch);
      clearInterval(pace);
      ignore();
    };
    if (pace === undefined) for (let waiting = 0; waiting < WINDOW; waiting++) next();
  });
}

process.on("message", async (job: Job) => {
  const figures = await work(job);
  // What the bot still has to confirm belongs to this job.
  await server.settled({ timeout: SILENCE });
  send({ kind: "done", figures });
});
send({ kind: "ready", root: server.root, token: server.token });
