/** The fact base that answers: follows its files while the bot runs. What does not validate changes nothing. */
import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Answerer, type AnswererOptions, createAnswerer, type FactBase } from "../../src/index.ts";
import { describeError, type Log } from "../environment/log.ts";
import { pause } from "../pause.ts";
import { formatFault, readFactBase, UnusablePath } from "./read.ts";

/** Milliseconds in which the platforms connect: building indexes would keep them from it. */
const SETTLING = 1_500;

export interface FollowedBase {
  /** The core over the last base that validated. */
  readonly answerer: Answerer;
  /** Of the files that this base was read from; changes with every change of theirs. */
  readonly version: string;
  /** ISO 8601 date of the newest fact; `undefined` of an empty base. */
  readonly newest: string | undefined;
  /** Bases taken over and bases refused, since the start. */
  readonly loads: number;
  readonly failures: number;
  /** What is wrong with the files as they are now; none when they are what answers. */
  readonly faults: readonly string[];
}

export type Follower = FollowedBase & {
  /** Looks at the files now. */
  look(): Promise<void>;
  /** Prepares every language, then looks again and again; resolves once the signal came. */
  run(signal: AbortSignal, milliseconds: number): Promise<void>;
};

export type Followed =
  | { readonly ok: true; readonly follower: Follower }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Files are compared by name, size and time of change: watching by the system misses changes of mounted directories. */
export async function followFactBase(directory: string, log: Log, options: AnswererOptions = {}): Promise<Followed> {
  // First, so that a change while they are being read is noticed at the next look.
  let seen = await fingerprintOf(directory);
  const first = await load(directory);
  if (!first.ok) return first;
  let current = toCurrent(first.base, options);
  // The first language makes the bot ready; the others follow while it already answers.
  const [usual = "en"] = first.base.languages;
  current.answerer.prepare(usual);
  let version = seen;
  let waiting: string | undefined;
  let loads = 1;
  let failures = 0;
  let faults: readonly string[] = [];

  const look = async (): Promise<void> => {
    const now = await fingerprintOf(directory);
    if (now === seen) {
      waiting = undefined;
      return;
    }
    // Files that are still being written change again until the next look.
    if (now !== waiting) {
      waiting = now;
      return;
    }
    waiting = undefined;
    seen = now;
    const loaded = await load(directory);
    if (loaded.ok) {
      const next = toCurrent(loaded.base, options);
      await prepare(next.answerer, [...loaded.base.languages, ...loaded.base.askedIn]);
      current = next;
      version = now;
      loads++;
      faults = [];
      log.info({ version, facts: loaded.base.facts.length }, "the fact base was replaced");
    } else {
      failures++;
      faults = loaded.faults;
      log.error(
        { version: now, faults: faults.slice(0, 10), more: Math.max(0, faults.length - 10) },
        "the changed fact base does not validate; the old one goes on",
      );
    }
  };

  return {
    ok: true,
    follower: {
      get answerer() {
        return current.answerer;
      },
      get newest() {
        return current.newest;
      },
      get version() {
        return version;
      },
      get loads() {
        return loads;
      },
      get failures() {
        return failures;
      },
      get faults() {
        return faults;
      },
      look,
      async run(signal, milliseconds) {
        await pause(SETTLING, signal);
        await prepare(current.answerer, [...first.base.languages, ...first.base.askedIn], signal);
        while (!signal.aborted) {
          await pause(milliseconds, signal);
          if (signal.aborted) return;
          try {
            await look();
          } catch (error) {
            failures++;
            log.error(describeError(error), "the changed fact base could not be taken over; the old one goes on");
          }
        }
      },
    },
  };
}

/** What is wrong with the files, one line each. */
export async function factBaseFaults(directory: string): Promise<readonly string[]> {
  const loaded = await load(directory);
  return loaded.ok ? [] : loaded.faults;
}

interface Current {
  readonly answerer: Answerer;
  readonly newest: string | undefined;
}

function toCurrent(base: FactBase, options: AnswererOptions): Current {
  const days = base.facts.map(({ asOf }) => asOf).sort();
  return { answerer: createAnswerer(base, options), newest: days.at(-1) };
}

/** Builds the indexes of these languages; what else the process has to do goes on between two of them. */
async function prepare(answerer: Answerer, languages: readonly string[], signal?: AbortSignal): Promise<void> {
  for (const language of languages) {
    await setImmediate();
    if (signal?.aborted) return;
    answerer.prepare(language);
    // What a first question builds beside the index: patterns, and the words by which languages are told apart.
    const [example] = answerer.examples(language, 1);
    answerer.answer({ text: example?.question ?? "?", preferred: language });
  }
}

type Loaded =
  | { readonly ok: true; readonly base: FactBase }
  | { readonly ok: false; readonly faults: readonly string[] };

async function load(directory: string): Promise<Loaded> {
  try {
    const base = await readFactBase(directory);
    if ("facts" in base) return { ok: true, base };
    return { ok: false, faults: base.map((fault) => formatFault(directory, fault)) };
  } catch (error) {
    if (error instanceof UnusablePath) return { ok: false, faults: [error.message] };
    throw error;
  }
}

/** Twelve hexadecimal digits; of a directory that cannot be read a value of its own. */
async function fingerprintOf(directory: string): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of [directory, join(directory, "facts")]) {
    try {
      for (const name of (await readdir(folder)).sort()) {
        if (!name.endsWith(".json")) continue;
        const { size, mtimeMs, ino } = await stat(join(folder, name));
        hash.update(`${name} ${size} ${mtimeMs} ${ino}\n`);
      }
    } catch {
      hash.update("unreadable\n");
    }
  }
  return hash.digest("hex").slice(0, 12);
}
