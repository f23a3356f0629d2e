/**
 * One life of the whole process, both platforms at once and under load: start, a fact base replaced, one that does not
 * validate, each platform away for a time, stop, restart. Tells what was lost and what was left behind.
 */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Message } from "grammy/types";
import { type FactBaseInput, writeFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import type { BotProcess, Exit, LogLine } from "../telegram/bot-process.ts";
import {
  type Ask,
  type Asked,
  createTown,
  figure,
  filesOf,
  PLATFORMS,
  type PlatformName,
  type Readiness,
  readiness,
  type Town,
  until,
} from "./town.ts";

export interface LifeOptions {
  /** How long each platform is away, in milliseconds. */
  readonly outage: number;
  /** Questions on each platform. */
  readonly perSecond: number;
}

export interface Outage {
  /** What /readyz told meanwhile. */
  readonly readiness: Readiness;
  /** Answers that the other platform got meanwhile. */
  readonly othersAnswered: number;
  /** Milliseconds from its return until the process was ready. */
  readonly recovery: number;
}

export interface LifeReport {
  readonly asked: readonly Asked[];
  readonly replaced: {
    readonly answers: readonly string[];
    readonly staleBefore: boolean;
    readonly staleAfter: boolean;
  };
  readonly refused: {
    readonly logged: LogLine;
    readonly readiness: Readiness;
    readonly broken: number;
    readonly failures: number;
    readonly answers: readonly string[];
    readonly brokenAfterMending: number;
  };
  readonly outages: Readonly<Record<PlatformName, Outage>>;
  readonly stop: Exit & { readonly milliseconds: number };
  readonly lastStop: Exit;
  /** Questions that waited at Telegram when the process was started again. */
  readonly waiting: number;
  /** What the bot says under /privacy, and the files that it left. */
  readonly privacy: string;
  readonly files: ReadonlyMap<string, string>;
  /** All that was printed. */
  readonly output: string;
  readonly errors: string;
  /** Names, ids, questions and tokens that stand in it or in the files. */
  readonly leaks: readonly string[];
  readonly violations: readonly unknown[];
}

const HARBOUR = "Why is the harbour closed?";
const ASKS: readonly Ask[] = [
  { language: "en", question: HARBOUR, answer: /because of a (?:storm|strike)/i },
  { language: "de", question: "Warum ist der Hafen geschlossen?", answer: /wegen eines (?:Sturms|Streiks)/i },
  { language: "en", question: "How many people were arrested in Marell?", answer: /Over 270 people/ },
  { language: "de", question: "Wie viele Personen wurden in Marell festgenommen?", answer: /[üÜ]ber 270 Personen/ },
  { language: "en", question: "How many citizens were handed over?", answer: /110 citizens/ },
  { language: "en", question: "When were the citizens handed over?", answer: /November 2025/ },
  { language: "de", question: "Wer ist Lin Osk?", answer: /mutmaßliche Kopf/ },
  { language: "en", question: "How old is Lin Osk?", answer: /do not say how old Lin Osk is/ },
];
/** Answers on each platform before the next thing happens. */
const SOME = 20;
/** Days after which the invented news, of January 2026, are old. */
const STALE = "30";
const BROKEN = "facts/broken.json";
const SETTLING = 90_000;

/** The storm has become a strike, today. */
function changed(): FactBaseInput {
  return {
    ...news,
    facts: news.facts.map((fact) =>
      fact.id === "harbour"
        ? {
            ...fact,
            asOf: new Date().toISOString().slice(0, 10),
            statement: {
              de: "Der Hafen von Tovana bleibt wegen eines Streiks geschlossen.",
              en: "The harbour of Tovana stays closed because of a strike.",
            },
            slots: [
              {
                type: "reason",
                asks: ["why"],
                text: { de: "wegen eines Streiks", en: "because of a strike" },
              } as const,
            ],
          }
        : fact,
    ) as FactBaseInput["facts"],
  };
}

export async function runLife({ outage, perSecond }: LifeOptions): Promise<LifeReport> {
  const town = await createTown(news);
  const settings = { FACTS_POLL_SECONDS: "1", STALE_AFTER_DAYS: STALE };
  let stopAsking = () => {};
  try {
    const bot = await town.start(settings);
    await until(() => town.discord.commands.length > 0, "commands on Discord");
    stopAsking = town.crowd(ASKS, perSecond);
    await answered(town, "quiet");
    const privacy = await choicesAndReports(town);

    town.phase = "replaced";
    const staleBefore = (await readiness(bot)).factBase.isStale;
    await writeFactBase(town.dataDirectory, changed());
    await bot.logged(({ message }) => message === "the fact base was replaced", SETTLING);
    const replaced = {
      staleBefore,
      answers: await harbour(town),
      staleAfter: (await readiness(bot)).factBase.isStale,
    };

    town.phase = "refused";
    await writeFile(join(town.dataDirectory, BROKEN), '{"facts": [{"id": "no-statement"}]}');
    const logged = await bot.logged(({ message }) => message.startsWith("the changed fact base does not"), SETTLING);
    const refused = {
      logged,
      readiness: await readiness(bot),
      broken: await figure(bot, "beleg_fact_base_broken"),
      failures: await figure(bot, "beleg_fact_base_failures"),
      answers: await harbour(town),
    };
    await rm(join(town.dataDirectory, BROKEN));
    await until(async () => (await readiness(bot)).factBase.faults.length === 0, "the fact base to be sound again");
    const brokenAfterMending = await figure(bot, "beleg_fact_base_broken");

    const telegram = await takeAway(town, bot, "telegram", outage);
    const discord = await takeAway(town, bot, "discord", outage);
    await answered(town, "together");

    town.phase = "stopping";
    await caughtUp(town);
    const start = performance.now();
    const exit = await bot.stop();
    const stop = { ...exit, milliseconds: performance.now() - start };
    town.phase = "down";
    await until(() => town.telegram.unconfirmed >= SOME, "questions while nobody answers");
    const waiting = town.telegram.unconfirmed;

    town.phase = "starting";
    const second = await town.start({ ...settings, LOG_LEVEL: "debug" });
    await answered(town, "again");
    stopAsking();
    await settled(town);
    const lastStop = await second.stop();

    const files = filesOf(town.stateDirectory);
    const output = town.processes.map((process) => process.output()).join("");
    const errors = town.processes.map((process) => process.errors()).join("");
    const written = [output, errors, ...files.values()].join("\n");
    return {
      asked: town.asked,
      replaced,
      refused: { ...refused, brokenAfterMending },
      outages: { telegram, discord },
      stop,
      lastStop,
      waiting,
      privacy,
      files,
      output,
      errors,
      leaks: [...town.personal()].filter((secret) => written.includes(secret)),
      violations: [...town.telegram.remarks, ...town.discord.violations, ...town.discord.pings],
    };
  } finally {
    stopAsking();
    await town.end();
  }
}

/** Begins a phase, and waits until enough of what is asked in it is answered on every platform. */
async function answered(town: Town, phase: string): Promise<void> {
  town.phase = phase;
  const count = (platform: PlatformName) =>
    town.asked.filter((asked) => asked.phase === phase && asked.platform === platform && asked.answers().length > 0);
  await until(() => PLATFORMS.every((platform) => count(platform).length >= SOME), `answers while ${phase}`);
}

/** Until nothing that was asked can be answered any more. */
async function settled(town: Town): Promise<void> {
  await town.telegram.settled({ timeout: SETTLING });
  const last = town.asked.filter(({ phase, platform }) => phase === "again" && platform === "discord");
  await until(() => last.every((asked) => asked.answers().length > 0 || asked.wasLate()), "the last answers");
}

/** Until Discord owes nothing of what was asked before this phase: it lets no question wait for its return. */
async function caughtUp(town: Town): Promise<void> {
  const before = town.asked.filter(
    ({ platform, phase }) => platform === "discord" && phase !== town.phase && phase !== "without discord",
  );
  await until(() => before.every((asked) => asked.answers().length > 0 || asked.wasLate()), "all answers so far");
}

async function harbour(town: Town): Promise<readonly string[]> {
  const [ask] = ASKS;
  return ask ? Promise.all(PLATFORMS.map((platform) => town.answer(platform, ask))) : [];
}

async function takeAway(town: Town, bot: BotProcess, name: PlatformName, outage: number): Promise<Outage> {
  const phase = `without ${name}`;
  town.phase = phase;
  await caughtUp(town);
  const start = performance.now();
  await town[name].goDown();
  await until(async () => !(await readiness(bot)).isReady, `${name} to be missed`);
  const others = () =>
    town.asked.filter((asked) => asked.phase === phase && asked.platform !== name && asked.answers().length > 0).length;
  await until(() => performance.now() - start >= outage && others() >= SOME, "the others' answers", outage + SETTLING);
  const told = await readiness(bot);
  const othersAnswered = others();
  const back = performance.now();
  await town[name].comeBack();
  await until(async () => (await readiness(bot)).isReady, `${name} to be back`, SETTLING);
  return { readiness: told, othersAnswered, recovery: performance.now() - back };
}

/** Whatever can leave something in the state is done once: a choice, a report on each platform; what /privacy says. */
async function choicesAndReports({ telegram, discord }: Town): Promise<string> {
  const person = telegram.person({ first_name: "Quirina", last_name: "Vaszary", username: "quirina_chooses" });
  const chat = telegram.privateChat(person);
  const ask = async (text: string) => {
    chat.send(text);
    return telegram.nextReply(chat.id);
  };
  await telegram.callbackAnswer(telegram.press(person, await ask("/settings"), "English"));
  await telegram.nextEdit(chat.id);
  const answer = await ask(HARBOUR);
  await telegram.callbackAnswer(telegram.press(person, answer, "Wrong or outdated?"));
  const reasons = await telegram.nextEdit(chat.id);
  await telegram.callbackAnswer(telegram.press(person, reasons, reasonOf(reasons)));

  const user = discord.user({ username: "ottilie_reports" });
  const asked = discord.command(user, discord.dm(user), "ask", { question: HARBOUR });
  await asked.message({ timeout: SETTLING });
  const pressed = discord.press(user, asked, "Wrong or outdated?");
  await pressed.response({ timeout: SETTLING });
  await discord.submitModal(user, pressed, { reason: ["outdated"], comment: "It is a strike by now." }).text();
  return (await ask("/privacy")).text ?? "";
}

/** The data of the first button that gives a reason for a report. */
function reasonOf({ reply_markup: markup }: Message): string {
  const buttons = markup?.inline_keyboard.flat() ?? [];
  const data = buttons.flatMap((button) => ("callback_data" in button ? [button.callback_data] : []));
  return data.find((each) => each.startsWith("w~")) ?? "";
}
