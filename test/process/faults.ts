/** What really happens when something around the process goes wrong: one scenario a fault, each with a process of its own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { type FactBaseInput, writeFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import type { BotProcess } from "../telegram/bot-process.ts";
import type { Surroundings } from "./preload.ts";
import { type Ask, createTown, figure, type PlatformName, readiness, type Town, until } from "./town.ts";

/** What was seen, by what it is called in the table; times in milliseconds. */
export type Seen = Readonly<Record<string, string | number | boolean>>;

export interface FaultOptions {
  /** Milliseconds that a slow API takes. */
  readonly slow: number;
}

export type Fault = (options: FaultOptions) => Promise<Seen>;

const ASK: Ask = { language: "en", question: "Why is the harbour closed?", answer: /because of a storm/i };
const PRELOAD = pathToFileURL(join(import.meta.dirname, "preload.ts")).href;
const HOUR = 3_600_000;
const CALLBACK = /\/callback$/;
const PATIENCE = 120_000;

async function inTown(run: (town: Town) => Promise<Seen>): Promise<Seen> {
  const town = await createTown(news);
  try {
    return await run(town);
  } finally {
    await town.end();
  }
}

/** Milliseconds until somebody who asks now has the answer. */
async function answer(town: Town, platform: PlatformName): Promise<number> {
  const start = performance.now();
  await town.answer(platform, ASK);
  return Math.round(performance.now() - start);
}

async function answered({ answers }: ReturnType<Town["ask"]>, timeout = PATIENCE): Promise<number> {
  const start = performance.now();
  await until(() => answers().some((text) => ASK.answer.test(text)), "an answer", timeout);
  return Math.round(performance.now() - start);
}

const stateOf = async (bot: BotProcess, platform: PlatformName) => (await readiness(bot)).platforms[platform];
const isIn = (bot: BotProcess, platform: PlatformName, state: string) =>
  until(async () => (await stateOf(bot, platform)) === state, `${platform} to be ${state}`, PATIENCE);
const howEnded = async ({ exited }: BotProcess) => {
  const { status, signal } = await exited;
  return signal ?? `status ${status}`;
};

/** The process with a file that sets its clock and its names. */
async function startIn(town: Town, surroundings: Surroundings, settings: Readonly<Record<string, string>> = {}) {
  const file = join(town.dataDirectory, "..", "surroundings.json");
  const set = (next: Surroundings) => writeFileSync(file, JSON.stringify(next));
  set(surroundings);
  const NODE_OPTIONS = `--import tsx --import ${PRELOAD}`;
  const isAway = surroundings.hasNoNames === true;
  const bot = await town.start({ NODE_OPTIONS, SURROUNDINGS: file, ...settings }, { isAwaited: !isAway });
  return { bot, set };
}

const tokenRevoked: Fault = () =>
  inTown(async (town) => {
    const bot = await town.start();
    town.telegram.revokeToken();
    await isIn(bot, "telegram", "revoked");
    const isReady = (await readiness(bot)).isReady;
    const other = await answer(town, "discord");
    town.discord.gateway.closeWith(4004);
    return {
      "/readyz": isReady ? 200 : 503,
      telegram: "revoked",
      "Discord answers after": other,
      "when Discord's is reset as well": await howEnded(bot),
    };
  });

const conflict: Fault = () =>
  inTown(async (town) => {
    const bot = await town.start();
    const stop = town.telegram.fail({
      method: "getUpdates",
      error_code: 409,
      description: "Conflict: terminated by other getUpdates request",
      times: Number.POSITIVE_INFINITY,
    });
    // Ends the poll that waits.
    town.ask("telegram", ASK);
    await isIn(bot, "telegram", "conflict");
    const other = await answer(town, "discord");
    const asked = town.ask("telegram", ASK);
    stop();
    const after = await answered(asked);
    return { telegram: "conflict", "Discord answers after": other, "asked meanwhile, answered after it ended": after };
  });

const noNames: Fault = () =>
  inTown(async (town) => {
    const named = (address: string) => address.replace("127.0.0.1", "localhost");
    const settings = {
      TELEGRAM_API_ROOT: named(town.telegram.root),
      DISCORD_API_ROOT: named(town.discord.apiRoot),
    };
    const { bot, set } = await startIn(town, { hasNoNames: true }, settings);
    await isIn(bot, "telegram", "unreachable");
    await isIn(bot, "discord", "unreachable");
    set({});
    const start = performance.now();
    await until(async () => (await readiness(bot)).isReady, "both platforms", PATIENCE);
    const ready = Math.round(performance.now() - start);
    set({ hasNoNames: true });
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    // New connections need a name.
    await town.telegram.goDown();
    await town.telegram.comeBack();
    const asked = town.ask("telegram", ASK);
    await isIn(bot, "telegram", "unreachable");
    set({});
    return {
      "without names at the start": "runs, both unreachable",
      "ready after names are back": ready,
      "asked while they were gone again, answered after": await answered(asked),
    };
  });

const slowApi: Fault = ({ slow }) =>
  inTown(async (town) => {
    const bot = await town.start();
    await answer(town, "discord");
    town.telegram.delay({ method: "sendMessage", ms: slow });
    const asked = town.ask("telegram", ASK);
    await until(() => town.telegram.callsOf("sendMessage").length > 0, "the slow call");
    const others = [await answer(town, "telegram"), await answer(town, "telegram"), await answer(town, "discord")];
    const rest = await answered(asked, slow + PATIENCE);
    await town.telegram.settled();
    town.discord.delay({ path: CALLBACK, ms: slow });
    const late = town.ask("discord", ASK);
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
    const next = await answer(town, "discord");
    await until(() => late.wasLate(), "the late answer", slow + PATIENCE);
    return {
      "others are answered after": Math.max(...others),
      "the slow one is answered after": rest,
      "and so often": asked.answers().length,
      "Discord's slow one": "let go: Discord takes no answer after 3 s",
      "Discord answers others after": next,
      alive: bot.child.exitCode === null,
    };
  });

const html: Fault = () =>
  inTown(async (town) => {
    const bot = await town.start();
    await answer(town, "telegram");
    await answer(town, "discord");
    const page = { body: "<html><h1>Bad Gateway</h1></html>", contentType: "text/html" };
    town.telegram.respondRaw({ ...page, method: "getUpdates", status: 502, times: 2 });
    town.telegram.respondRaw({ ...page, method: "sendMessage", status: 200 });
    const first = town.ask("telegram", ASK);
    const telegram = await answered(first);
    await town.telegram.settled();
    town.discord.fail({ path: CALLBACK, status: 502, body: page.body, headers: { "content-type": page.contentType } });
    const discord = await answer(town, "discord");
    return {
      "Telegram answers after": telegram,
      "and so often": first.answers().length,
      "Discord answers after": discord,
      ready: (await readiness(bot)).isReady,
    };
  });

const clockJumps: Fault = () =>
  inTown(async (town) => {
    const { bot, set } = await startIn(town, {}, { LATE_AFTER_MINUTES: "10" });
    const seen: Record<string, number | string> = {};
    for (const platform of ["telegram", "discord"] as const) await answer(town, platform);
    for (const [name, clock] of [
      ["an hour ahead", HOUR],
      ["an hour behind", -HOUR],
      ["three days ahead", 72 * HOUR],
    ] as const) {
      set({ clock });
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      const asked = town.ask("telegram", ASK);
      seen[`${name}: Telegram, Discord answer after`] = `${await answered(asked)}, ${await answer(town, "discord")}`;
      seen[`${name}: a remark that it is late`] = String(asked.answers()[0]?.startsWith("You asked this") === true);
    }
    set({});
    await town.telegram.settled();
    return { ...seen, "so often each": repeated(town), alive: bot.child.exitCode === null };
  });

/** The most answers that one question on Telegram got. */
function repeated({ asked }: Town): number {
  return Math.max(...asked.filter(({ platform }) => platform === "telegram").map(({ answers }) => answers().length));
}

/** A real file system with no room, which only root can make. */
const diskFull: Fault = () =>
  inTown(async (town) => {
    mkdirSync(town.stateDirectory, { recursive: true });
    const mount = (...options: readonly string[]) =>
      spawnSync("mount", [...options, town.stateDirectory], { stdio: "ignore" }).status === 0;
    if (!mount("-t", "tmpfs", "-o", "size=64k", "tmpfs")) return { "not run": "needs the right to mount" };
    try {
      const bot = await town.start();
      const filler = join(town.stateDirectory, "filler");
      const fill = spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=4k"], { stdio: "ignore" });
      const chosen = await answer(town, "telegram");
      // Many, since the last page of a file may have room for some more lines.
      for (let i = 0; i < 300; i++) town.ask("telegram", ASK);
      await town.telegram.settled({ timeout: PATIENCE });
      const full = await figure(bot, "beleg_state_faults");
      const isReady = (await readiness(bot)).isReady;
      rmSync(filler);
      await answer(town, "telegram");
      const afterwards = await figure(bot, "beleg_state_faults");
      // Files that are open for writing keep a file system writable.
      await bot.stop();
      mount("-o", "remount,ro");
      const second = await town.start();
      const readOnly = await answer(town, "telegram");
      const faults = await figure(second, "beleg_state_faults");
      mount("-o", "remount,rw");
      await until(
        async () => (await figure(second, "beleg_state_faults")) === 0,
        "the disk to be used again",
        PATIENCE,
      );
      const unanswered = town.asked.filter(({ answers }) => answers().length === 0).length;
      return {
        "disk full": fill.status !== 0,
        "Telegram answers after": chosen,
        "without an answer of 300": unanswered,
        beleg_state_faults: full,
        ready: isReady,
        "the same when there is room again": afterwards,
        "read-only: Telegram answers after": readOnly,
        "read-only: beleg_state_faults": faults,
        "writable again: beleg_state_faults": await figure(second, "beleg_state_faults"),
      };
    } finally {
      const bot = town.processes.at(-1);
      if (bot?.child.exitCode === null) await bot.stop();
      spawnSync("umount", ["-l", town.stateDirectory]);
    }
  });

const baseGone: Fault = () =>
  inTown(async (town) => {
    const bot = await town.start({ FACTS_POLL_SECONDS: "1" });
    const elsewhere = `${town.dataDirectory}-elsewhere`;
    renameSync(town.dataDirectory, elsewhere);
    await until(async () => (await figure(bot, "beleg_fact_base_broken")) === 1, "the loss to be noticed", PATIENCE);
    const { isReady } = await readiness(bot);
    const after = await answer(town, "telegram");
    renameSync(elsewhere, town.dataDirectory);
    await until(async () => (await figure(bot, "beleg_fact_base_broken")) === 0, "the base to be back", PATIENCE);
    return {
      beleg_fact_base_broken: 1,
      ready: isReady,
      "Telegram answers after": after,
      "when it is back": "taken over",
    };
  });

/** A fact base that needs more memory than there is. */
function tooLarge(facts: number): FactBaseInput {
  const more = Array.from({ length: facts }, (_, number) => ({
    id: `more-${number}`,
    statement: {
      de: `Die Fähre ${number} von Tovana nach Marell befördert ${number} Personen und ${number} Kisten.`,
      en: `Ferry ${number} from Tovana to Marell carries ${number} people and ${number} boxes.`,
    },
    questions: { de: [`Was befördert die Fähre ${number}?`], en: [`What does ferry ${number} carry?`] },
  }));
  return { ...news, facts: [...news.facts, ...more] };
}

const memoryLimit: Fault = () =>
  inTown(async (town) => {
    const bot = await town.start({ FACTS_POLL_SECONDS: "1", NODE_OPTIONS: "--max-old-space-size=96" });
    await answer(town, "telegram");
    const asks: ReturnType<Town["ask"]>[] = [];
    const asking = setInterval(() => asks.push(town.ask("telegram", ASK)), 100);
    await writeFactBase(town.dataDirectory, tooLarge(20_000));
    const ended = await howEnded(bot);
    clearInterval(asking);
    const waiting = town.telegram.unconfirmed;
    await writeFactBase(town.dataDirectory, news);
    await town.start();
    await town.telegram.settled({ timeout: PATIENCE });
    return {
      "the process ends with": ended,
      "questions that waited": waiting,
      "without an answer after the restart": asks.filter(({ answers }) => answers().length === 0).length,
      "answered twice": asks.filter(({ answers }) => answers().length > 1).length,
    };
  });

export const FAULTS = {
  "token revoked": tokenRevoked,
  "409, another process polls": conflict,
  "DNS gone": noNames,
  "API slow": slowApi,
  "API returns HTML": html,
  "clock jumps": clockJumps,
  "disk full, then read-only": diskFull,
  "fact base gone while running": baseGone,
  "memory limit reached": memoryLimit,
} as const satisfies Readonly<Record<string, Fault>>;
