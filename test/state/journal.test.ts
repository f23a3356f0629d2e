/** The file behind the state: what a kill, a full disk or a stranger's file does to it. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Journal, openJournal } from "../../adapters/state/journal.ts";
import { temporaryDirectory } from "./support.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const Entry = z.strictObject({ number: z.int(), words: z.string() });
type Entry = z.infer<typeof Entry>;

/** Words that take several bytes a character, and hold what could be taken for the end of a line. */
const entry = (number: number): Entry => ({ number, words: `Prüfung №${number} 🧾 "\n\\ \u2028` });
const entries = (count: number) => Array.from({ length: count }, (_, i) => entry(i));

interface Opened {
  readonly journal: Omit<Journal<Entry>, "rewrite"> & { rewrite(entries: readonly Entry[]): boolean };
  readonly faults: (Error | undefined)[];
}

/** With an owner that remembers what is to be kept, as the state does. */
function open(path: string): Opened {
  const faults: (Error | undefined)[] = [];
  let kept: readonly Entry[] = [];
  const journal = openJournal({
    path,
    kind: "test",
    schema: Entry,
    entries: () => kept,
    onFault: (fault) => faults.push(fault),
  });
  kept = journal.found;
  return {
    faults,
    journal: {
      found: journal.found,
      get length() {
        return journal.length;
      },
      append(entry) {
        kept = [...kept, entry];
        return journal.append(entry);
      },
      rewrite(entries) {
        kept = entries;
        return journal.rewrite();
      },
      retry: journal.retry,
      close: journal.close,
    },
  };
}

/** What a process that opens the file now finds in it. */
function found(path: string): readonly Entry[] {
  const { journal } = open(path);
  journal.close();
  return journal.found;
}

async function filled(count: number): Promise<string> {
  const path = join(await temporaryDirectory(), "test.jsonl");
  const { journal } = open(path);
  for (const one of entries(count)) expect(journal.append(one)).toBe(true);
  journal.close();
  return path;
}

describe("a journal", () => {
  it("is begun where there is nothing, its directories included, for its owner's eyes alone", async () => {
    const path = join(await temporaryDirectory(), "deep", "er", "test.jsonl");
    const { journal, faults } = open(path);
    expect(journal.found).toEqual([]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(faults).toEqual([]);
  });

  it("is found again as it was written, in order, any number of times", async () => {
    const path = await filled(20);
    for (let i = 0; i < 3; i++) expect(found(path)).toEqual(entries(20));
  });

  it("is there for the next process without being closed", async () => {
    const path = join(await temporaryDirectory(), "test.jsonl");
    const { journal } = open(path);
    journal.append(entry(0));
    expect(found(path)).toEqual([entry(0)]);
  });

  it("knows its length, and replaced as a whole holds only that", async () => {
    const path = await filled(5);
    const { journal } = open(path);
    journal.append(entry(5));
    expect(journal.length).toBe(6);
    expect(journal.rewrite([entry(7)])).toBe(true);
    expect(journal.length).toBe(1);
    journal.append(entry(8));
    expect(journal.length).toBe(2);
    journal.close();
    expect(found(path)).toEqual([entry(7), entry(8)]);
    expect(readdirSync(join(path, ".."))).toEqual(["test.jsonl"]);
  });

  it("may be closed twice, and written to after that", async () => {
    const path = await filled(1);
    const { journal } = open(path);
    journal.close();
    journal.close();
    expect(journal.append(entry(1))).toBe(true);
    expect(found(path)).toEqual(entries(2));
  });
});

describe("a journal whose last line was cut off", () => {
  it("loses that one entry alone, wherever it was cut", async () => {
    const whole = readFileSync(await filled(3));
    const path = join(await temporaryDirectory(), "test.jsonl");
    const start = whole.lastIndexOf("\n", whole.length - 2) + 1;
    for (let cut = start; cut <= whole.length; cut++) {
      writeFileSync(path, whole.subarray(0, cut));
      const { journal } = open(path);
      // Without its line feed alone, the entry is whole.
      expect(journal.found).toEqual(entries(cut >= whole.length - 1 ? 3 : 2));
      expect(journal.append(entry(9))).toBe(true);
      journal.close();
      expect(found(path)).toEqual([...journal.found, entry(9)]);
    }
  });

  it("is mended when it is opened: nothing is glued to the torn end", async () => {
    const path = await filled(2);
    writeFileSync(path, readFileSync(path).subarray(0, -5));
    open(path).journal.close();
    expect(readFileSync(path, "utf8").split("\n")).toHaveLength(3);
  });

  it.each([
    "",
    "{}",
    "null",
    "[1]",
    '{"number":1.5,"words":"x"}',
    '{"number":1,"words":"x","more":1}',
    "\u0000\u0000",
    "🧾",
  ])("or made up (%j) keeps all others", async (line) => {
    const path = await filled(2);
    const lines = readFileSync(path, "utf8").split("\n");
    writeFileSync(path, lines.toSpliced(2, 0, line).join("\n"));
    expect(found(path)).toEqual(entries(2));
  });
});

describe("a file that is no journal of this kind", () => {
  it.each([
    ["empty", ""],
    ["garbage", "\u0000\u0001\ufffd{{{"],
    ["lines without a header", '{"number":0,"words":"x"}\n'],
    ["another journal's", '{"journal":"other","version":1}\n{"number":0,"words":"x"}\n'],
    ["a header without a version", '{"journal":"test"}\n'],
  ])("(%s) gives nothing, and the journal works", async (_, content) => {
    const path = join(await temporaryDirectory(), "test.jsonl");
    writeFileSync(path, content);
    const { journal, faults } = open(path);
    expect(journal.found).toEqual([]);
    expect(journal.append(entry(0))).toBe(true);
    journal.close();
    expect(found(path)).toEqual([entry(0)]);
    expect(faults).toEqual([]);
  });

  it("in bytes that are no text gives nothing, either", async () => {
    const path = join(await temporaryDirectory(), "test.jsonl");
    writeFileSync(path, Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)));
    expect(found(path)).toEqual([]);
  });

  it("is still somewhere after that", async () => {
    const path = join(await temporaryDirectory(), "test.jsonl");
    writeFileSync(path, '{"journal":"other","version":1}\n{"precious":true}\n');
    open(path).journal.close();
    const files = readdirSync(join(path, "..")).map((name) => readFileSync(join(path, "..", name), "utf8"));
    expect(files.join("")).toContain("precious");
  });
});

describe("a journal that a newer version wrote", () => {
  const NEWER = '{"journal":"test","version":2}\n{"anything":"else"}\n';
  const openNewer = async () => {
    const path = join(await temporaryDirectory(), "test.jsonl");
    writeFileSync(path, NEWER);
    return { path, ...open(path) };
  };

  it("is not touched, whatever is to be written", async () => {
    const { path, journal } = await openNewer();
    expect(journal.found).toEqual([]);
    expect(journal.append(entry(0))).toBe(false);
    expect(journal.rewrite([entry(0)])).toBe(false);
    journal.close();
    expect(readFileSync(path, "utf8")).toBe(NEWER);
  });

  it("is told as a fault, once", async () => {
    const { journal, faults } = await openNewer();
    journal.append(entry(0));
    journal.append(entry(1));
    expect(faults).toEqual([expect.any(Error)]);
  });
});

describe("a journal that cannot be written", () => {
  const below = async () => {
    const directory = await temporaryDirectory();
    const file = join(directory, "file");
    writeFileSync(file, "");
    return { file, path: join(file, "state", "test.jsonl") };
  };

  it("says so once, and goes on without", async () => {
    const { path } = await below();
    const { journal, faults } = open(path);
    expect(faults).toEqual([expect.any(Error)]);
    for (let i = 0; i < 5; i++) expect(journal.append(entry(i))).toBe(false);
    expect(journal.rewrite([entry(0)])).toBe(false);
    expect(journal.found).toEqual([]);
    journal.close();
    expect(faults).toHaveLength(1);
  });

  it("is whole again with the next rewriting once it can be written, and says so once", async () => {
    const { file, path } = await below();
    const { journal, faults } = open(path);
    rmSync(file);
    expect(journal.rewrite(entries(2))).toBe(true);
    expect(journal.append(entry(2))).toBe(true);
    expect(faults).toEqual([expect.any(Error), undefined]);
    journal.close();
    expect(found(path)).toEqual(entries(3));
  });

  it("is written again with the next entry once nothing stands in the way", async () => {
    const { file, path } = await below();
    const { journal } = open(path);
    rmSync(file);
    expect(journal.append(entry(0))).toBe(true);
  });

  it("loses nothing that was acknowledged after it could be written again", async () => {
    const { file, path } = await below();
    const { journal, faults } = open(path);
    rmSync(file);
    mkdirSync(join(path, ".."), { recursive: true });
    expect(journal.append(entry(0))).toBe(true);
    expect(faults.at(-1)).toBeUndefined();
    journal.close();
    expect(found(path)).toEqual([entry(0)]);
  });

  it("has all that was to be kept meanwhile once it can be written again", async () => {
    const { file, path } = await below();
    const { journal, faults } = open(path);
    for (const one of entries(3)) expect(journal.append(one)).toBe(false);
    rmSync(file);
    expect(journal.append(entry(3))).toBe(true);
    expect(faults).toEqual([expect.any(Error), undefined]);
    journal.close();
    expect(found(path)).toEqual(entries(4));
  });

  it("keeps the old file when it cannot be replaced as a whole", async () => {
    const path = await filled(2);
    const { journal, faults } = open(path);
    // Where the new file would be written stands something else.
    mkdirSync(`${path}.tmp`);
    expect(journal.rewrite([])).toBe(false);
    expect(faults).toEqual([expect.any(Error)]);
    expect(journal.append(entry(2))).toBe(true);
    journal.close();
    rmSync(`${path}.tmp`, { recursive: true });
    expect(found(path)).toEqual(entries(3));
  });
});

/** Appends for ever, and writes down each number once it was acknowledged. */
const ENDLESS = `
  import { openSync, writeSync } from "node:fs";
  import { z } from "zod";
  import { openJournal } from "./adapters/state/journal.ts";
  const schema = z.strictObject({ number: z.int(), words: z.string() });
  const journal = openJournal({ path: process.env.JOURNAL, kind: "test", schema, entries: () => [], onFault() {} });
  const acknowledged = openSync(process.env.JOURNAL + ".acknowledged", "w");
  for (let number = journal.found.length; ; number++)
    if (journal.append({ number, words: "ü".repeat(number % 3000) })) writeSync(acknowledged, number + "\\n");
`;

describe("a process that is killed while it writes", () => {
  it("leaves all that it was told is kept, in order, and nothing else", async () => {
    const path = join(await temporaryDirectory(), "test.jsonl");
    let before = 0;
    for (const count of [200, 1500]) {
      const acknowledged = await killAfter(count, path);
      const numbers = found(path).map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_, i) => i));
      expect(numbers.length).toBeGreaterThan(acknowledged);
      expect(acknowledged).toBeGreaterThan(before);
      before = acknowledged;
    }
    expect(existsSync(`${path}.tmp`)).toBe(false);
  });
});

/** The last number that was acknowledged before the process was killed, after at least so many. */
async function killAfter(count: number, path: string): Promise<number> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", ENDLESS], {
    cwd: ROOT,
    env: { PATH, HOME, JOURNAL: path },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const written = `${path}.acknowledged`;
  rmSync(written, { force: true });
  const numbers = () => (existsSync(written) ? readFileSync(written, "utf8").split("\n").slice(0, -1).map(Number) : []);
  const watch = setInterval(() => {
    if (numbers().length >= count) child.kill("SIGKILL");
  }, 10);
  const signal = await new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
  clearInterval(watch);
  expect(signal).toBe("SIGKILL");
  return numbers().at(-1) ?? -1;
}
