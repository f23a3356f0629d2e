/** What outlives the process: ids of answered updates, people's choices, reports to the editors. All of it expires. */
import { join } from "node:path";
import { z } from "zod";
import { type Journal, openJournal } from "./journal.ts";

export interface State {
  /** Updates of this platform that were answered, so that none is answered twice after a restart. */
  answered(platform: string): RememberedIds;
  readonly choices: Choices;
  readonly reports: Reports;
  /** Deletes what has been kept long enough; to be called once in a while. */
  expire(): void;
  /** Tries to write what could not be written; to be called now and then, so that a mended disk is noticed. */
  retry(): void;
  close(): void;
}

export interface RememberedIds {
  has(id: number): boolean;
  add(id: number): void;
}

/** What a person chose in the settings, under a key that does not name the person. */
export interface Choice {
  /** BCP 47; the app's language when it is left out. */
  readonly language?: string;
  /** Answers come in `language` even when the question is in another. */
  readonly always: boolean;
}

export interface Choices {
  get(key: string): Choice | undefined;
  /** `false` when it holds in memory only, because the disk refused. */
  set(key: string, choice: Choice): boolean;
  /** `false` when it is gone from memory, but the disk refused to forget it. */
  erase(key: string): boolean;
}

const Report = z.strictObject({
  fact: z.string(),
  reason: z.string(),
  /** The person's own words, where the platform asks for them. */
  comment: z.string().optional(),
  language: z.string(),
  platform: z.string(),
  /** ISO 8601 date */
  day: z.string(),
});
export type Report = z.infer<typeof Report>;

export interface Reports {
  /** `false` when the disk refused, so that nothing was kept. */
  add(report: Omit<Report, "day">): boolean;
}

/** How long and how much is kept; what /privacy tells. */
export const RETENTION = {
  /** Update ids; Telegram keeps an update for a day. */
  answered: 4096,
  /** Ids in the file before the older ones are removed from it. */
  answeredOnDisk: 8192,
  answeredDays: 2,
  choices: 100_000,
  choiceDays: 180,
  reports: 10_000,
  reportDays: 365,
} as const;

export interface StateOptions {
  readonly directory: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A file that cannot be written any more, by its name; `undefined` when it can again. */
  readonly onFault: (file: string, fault: Error | undefined) => void;
}

const DAY = 86_400_000;

export function openState(options: StateOptions): State {
  const answered = new Map<string, ReturnType<typeof openAnswered>>();
  const choices = openChoices(options);
  const reports = openReports(options);
  return {
    answered(platform) {
      const open = answered.get(platform) ?? openAnswered(options, platform);
      answered.set(platform, open);
      return open.ids;
    },
    choices: choices.choices,
    reports: reports.reports,
    expire() {
      for (const { expire } of [...answered.values(), choices, reports]) expire();
    },
    retry() {
      for (const { journal } of [...answered.values(), choices, reports]) journal.retry();
    },
    close() {
      for (const { journal } of [...answered.values(), choices, reports]) journal.close();
    },
  };
}

function open<Entry>(
  { directory, onFault }: StateOptions,
  kind: string,
  schema: z.ZodType<Entry>,
  entries: () => Iterable<Entry>,
): Journal<Entry> {
  const file = `${kind}.jsonl`;
  return openJournal({ path: join(directory, file), kind, schema, entries, onFault: (fault) => onFault(file, fault) });
}

function openAnswered(options: StateOptions, platform: string) {
  const second = () => Math.floor(options.now() / 1000);
  const limit = RETENTION.answeredDays * (DAY / 1000);
  const isFresh = (at: number) => second() - at < limit;
  // Oldest first: a map keeps the order in which ids were added.
  const ids = new Map<number, number>();
  /** Id and second since 1970. */
  const journal = open(options, `${platform}-answered`, z.tuple([z.int(), z.int()]), () =>
    [...ids].filter(([, at]) => isFresh(at)),
  );
  for (const [id, at] of journal.found.slice(-RETENTION.answered)) {
    ids.delete(id);
    ids.set(id, at);
  }
  /** When the first line of the file was added, in seconds since 1970. */
  let oldest = journal.found[0]?.[1];
  const expire = () => {
    if (oldest === undefined || isFresh(oldest)) return;
    for (const [id, at] of ids) if (!isFresh(at)) ids.delete(id);
    if (journal.rewrite()) oldest = ids.values().next().value;
  };
  expire();
  return {
    journal,
    expire,
    ids: {
      // Telegram begins to count anew after a quiet week: an old id may come back for another message.
      has: (id) => isFresh(ids.get(id) ?? Number.NEGATIVE_INFINITY),
      add(id) {
        ids.delete(id);
        ids.set(id, second());
        oldest ??= second();
        const [first] = ids.keys();
        if (ids.size > RETENTION.answered && first !== undefined) ids.delete(first);
        journal.append([id, second()]);
        if (journal.length >= RETENTION.answeredOnDisk) journal.rewrite();
      },
    } satisfies RememberedIds,
  };
}

const StoredChoice = z.strictObject({
  key: z.string(),
  language: z.string().optional(),
  always: z.boolean(),
  /** ISO 8601 date of the last use. */
  day: z.string(),
});
type StoredChoice = z.infer<typeof StoredChoice>;

function openChoices(options: StateOptions) {
  const { now } = options;
  const today = () => dayOf(now());
  const isFresh = ({ day }: StoredChoice) => day > dayOf(now() - RETENTION.choiceDays * DAY);
  const kept = new Map<string, StoredChoice>();
  const journal = open(options, "choices", StoredChoice, () => [...kept.values()].filter(isFresh));
  for (const choice of journal.found) {
    // Put at the end: the oldest come first.
    kept.delete(choice.key);
    kept.set(choice.key, choice);
  }
  /** Something was removed that may still stand in the file. */
  let isDue = kept.size < journal.length;
  const compact = (): boolean => {
    isDue = !journal.rewrite();
    return !isDue;
  };
  const expire = () => {
    for (const [key, choice] of kept) {
      if (isFresh(choice)) continue;
      kept.delete(key);
      isDue = true;
    }
    if (isDue) compact();
  };
  expire();
  const store = (choice: StoredChoice): boolean => {
    kept.delete(choice.key);
    kept.set(choice.key, choice);
    const [oldest] = kept.keys();
    if (kept.size > RETENTION.choices && oldest !== undefined) kept.delete(oldest);
    return journal.append(choice) && (journal.length <= 2 * kept.size + 1000 || compact());
  };
  const choices: Choices = {
    get(key) {
      const choice = kept.get(key);
      if (!choice) return undefined;
      if (!isFresh(choice)) {
        choices.erase(key);
        return undefined;
      }
      if (choice.day !== today()) store({ ...choice, day: today() });
      const { language, always } = choice;
      return language === undefined ? { always } : { language, always };
    },
    set: (key, choice) => store({ key, ...choice, day: today() }),
    erase(key) {
      // The file is written anew: a line that says "erased" would leave the old one readable.
      if (kept.delete(key)) isDue = true;
      return !isDue || compact();
    },
  };
  return { journal, choices, expire };
}

function openReports(options: StateOptions) {
  const { now } = options;
  const isFresh = ({ day }: Report) => day > dayOf(now() - RETENTION.reportDays * DAY);
  let kept: Report[] = [];
  const journal = open(options, "reports", Report, () => kept.filter(isFresh));
  kept = [...journal.found];
  const expire = () => {
    const fresh = kept.filter(isFresh);
    if (fresh.length === kept.length) return;
    kept = fresh;
    journal.rewrite();
  };
  expire();
  const reports: Reports = {
    add(report) {
      const entry = { ...report, day: dayOf(now()) };
      kept.push(entry);
      if (kept.length <= RETENTION.reports) return journal.append(entry);
      kept = kept.slice(-RETENTION.reports / 2);
      return journal.rewrite();
    },
  };
  return { journal, reports, expire };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
