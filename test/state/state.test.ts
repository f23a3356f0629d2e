/** What outlives the process, and that it does not outlive its purpose. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openState, RETENTION, type State } from "../../adapters/state/state.ts";
import { temporaryDirectory } from "./support.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 20, 12);

interface Kept {
  readonly directory: string;
  readonly faults: (readonly [string, Error | undefined])[];
  /** Ends this process's part and begins the next one's. */
  restart(): State;
  advance(days: number): void;
}

async function keep(directory?: string): Promise<Kept> {
  const place = directory ?? (await temporaryDirectory());
  const faults: (readonly [string, Error | undefined])[] = [];
  let time = START;
  let state: State | undefined;
  return {
    directory: place,
    faults,
    restart() {
      state?.close();
      state = openState({ directory: place, now: () => time, onFault: (file, fault) => faults.push([file, fault]) });
      return state;
    },
    advance: (days) => {
      time += days * DAY;
    },
  };
}

/** Every byte that is kept. */
function bytesOf(directory: string): string {
  return readdirSync(directory)
    .map((name) => readFileSync(join(directory, name), "latin1"))
    .join("\n");
}

/** A directory below a file, which cannot be made while the file is there. */
async function unwritable() {
  const parent = await temporaryDirectory();
  const file = join(parent, "file");
  writeFileSync(file, "");
  return { file, directory: join(file, "state") };
}

const REPORT = { fact: "harbour", reason: "wrong", language: "en", platform: "Example Chat" };

describe("the state", () => {
  it("is the same after a restart", async () => {
    const kept = await keep();
    const before = kept.restart();
    before.answered("telegram").add(7);
    expect(before.choices.set("anna", { language: "de", always: true })).toBe(true);
    expect(before.choices.set("bert", { always: false })).toBe(true);
    expect(before.reports.add(REPORT)).toBe(true);
    const after = kept.restart();
    expect(after.answered("telegram").has(7)).toBe(true);
    expect(after.answered("telegram").has(8)).toBe(false);
    expect(after.choices.get("anna")).toEqual({ language: "de", always: true });
    expect(after.choices.get("bert")).toEqual({ always: false });
    expect(after.choices.get("nobody")).toBeUndefined();
    expect(kept.faults).toEqual([]);
  });

  it("has the ids of each platform apart", async () => {
    const state = (await keep()).restart();
    state.answered("telegram").add(7);
    expect(state.answered("discord").has(7)).toBe(false);
    expect(state.answered("telegram").has(7)).toBe(true);
  });

  it.each(["choices.jsonl", "reports.jsonl", "telegram-answered.jsonl"])(
    "works with a %s that is garbage, and the other files are as they were",
    async (file) => {
      const kept = await keep();
      const fill = (state: State) => {
        state.answered("telegram").add(7);
        state.choices.set("anna", { always: false, language: "de" });
        state.reports.add(REPORT);
      };
      fill(kept.restart());
      writeFileSync(join(kept.directory, file), "\u0000{{{");
      const state = kept.restart();
      expect(state.answered("telegram").has(7)).toBe(file !== "telegram-answered.jsonl");
      expect(state.choices.get("anna")).toEqual(
        file === "choices.jsonl" ? undefined : { always: false, language: "de" },
      );
      fill(state);
      const next = kept.restart();
      expect(next.answered("telegram").has(7)).toBe(true);
      expect(next.choices.get("anna")?.language).toBe("de");
    },
  );

  it("of a newer version is left as it is, and this one works in memory", async () => {
    const kept = await keep();
    const newer = (kind: string) => `{"journal":"${kind}","version":2}\n{"from":"the future"}\n`;
    const kinds = ["choices", "reports", "telegram-answered"];
    for (const kind of kinds) writeFileSync(join(kept.directory, `${kind}.jsonl`), newer(kind));
    const state = kept.restart();
    state.answered("telegram").add(7);
    expect(state.answered("telegram").has(7)).toBe(true);
    expect(state.choices.set("anna", { always: false, language: "de" })).toBe(false);
    expect(state.choices.get("anna")).toEqual({ always: false, language: "de" });
    expect(state.reports.add(REPORT)).toBe(false);
    state.close();
    for (const kind of kinds) expect(readFileSync(join(kept.directory, `${kind}.jsonl`), "utf8")).toBe(newer(kind));
  });
});

describe("a directory that cannot be written", () => {
  it("is told once for each file, and all works in memory", async () => {
    const { directory } = await unwritable();
    const kept = await keep(directory);
    const state = kept.restart();
    const ids = state.answered("telegram");
    for (let id = 0; id < 10; id++) ids.add(id);
    for (let i = 0; i < 3; i++) {
      expect(state.choices.set("anna", { always: true, language: "de" })).toBe(false);
      expect(state.reports.add(REPORT)).toBe(false);
    }
    expect(ids.has(0)).toBe(true);
    expect(state.choices.get("anna")).toEqual({ always: true, language: "de" });
    state.close();
    expect(kept.faults.map(([file]) => file).sort()).toEqual([
      "choices.jsonl",
      "reports.jsonl",
      "telegram-answered.jsonl",
    ]);
    for (const [, fault] of kept.faults) expect(fault).toBeInstanceOf(Error);
  });

  it("is told once more when it can be written again", async () => {
    const { directory, file } = await unwritable();
    const kept = await keep(directory);
    const state = kept.restart();
    rmSync(file);
    mkdirSync(directory, { recursive: true });
    expect(state.choices.set("anna", { always: false, language: "de" })).toBe(true);
    expect(state.choices.set("bert", { always: false, language: "de" })).toBe(true);
    expect(kept.faults.filter(([name]) => name === "choices.jsonl").map(([, fault]) => fault)).toEqual([
      expect.any(Error),
      undefined,
    ]);
  });

  it("is noticed when it can be written again, though nobody has anything to keep", async () => {
    const { directory, file } = await unwritable();
    const kept = await keep(directory);
    const state = kept.restart();
    state.choices.set("anna", { always: false, language: "de" });
    state.retry();
    rmSync(file);
    mkdirSync(directory, { recursive: true });
    state.retry();
    const told = new Map(kept.faults.map(([name, fault]) => [name, fault]));
    expect([told.get("choices.jsonl"), told.get("reports.jsonl")]).toEqual([undefined, undefined]);
    expect(kept.restart().choices.get("anna")?.language).toBe("de");
  });

  // The file that is begun by appending has no first line, and is emptied by the next process.
  it("loses no choice that was confirmed after that", async () => {
    const { directory, file } = await unwritable();
    const kept = await keep(directory);
    const state = kept.restart();
    rmSync(file);
    mkdirSync(directory, { recursive: true });
    expect(state.choices.set("anna", { always: false, language: "de" })).toBe(true);
    expect(kept.restart().choices.get("anna")?.language).toBe("de");
  });
});

describe("answered updates", () => {
  it("are few in memory and on disk however many there were, the last 4,096 known", async () => {
    const kept = await keep();
    const ids = kept.restart().answered("telegram");
    const COUNT = 50_000;
    let largest = 0;
    for (let id = 0; id < COUNT; id++) {
      ids.add(id);
      if (id % 1000 === 0) largest = Math.max(largest, statSync(join(kept.directory, "telegram-answered.jsonl")).size);
    }
    expect(largest).toBeLessThan(5 * RETENTION.answered * "[50000,1768910400]\n".length);
    for (const known of [ids, kept.restart().answered("telegram")]) {
      for (let id = COUNT - RETENTION.answered; id < COUNT; id++) expect(known.has(id)).toBe(true);
      expect(known.has(COUNT - RETENTION.answered - 1)).toBe(false);
      expect(known.has(COUNT)).toBe(false);
    }
  });

  it("are known for two days, since a quiet week lets the count begin anew", async () => {
    const kept = await keep();
    kept.restart().answered("telegram").add(7);
    kept.advance(RETENTION.answeredDays - 0.01);
    expect(kept.restart().answered("telegram").has(7)).toBe(true);
    kept.advance(0.02);
    const late = kept.restart().answered("telegram");
    expect(late.has(7)).toBe(false);
    late.add(7);
    expect(late.has(7)).toBe(true);
    expect(kept.restart().answered("telegram").has(7)).toBe(true);
  });

  it("leave the disk after two days, in a process that runs on and at the next start", async () => {
    const kept = await keep();
    const lines = () =>
      readFileSync(join(kept.directory, "telegram-answered.jsonl"), "utf8").trim().split("\n").slice(1);
    const state = kept.restart();
    state.answered("telegram").add(7);
    kept.advance(1);
    state.answered("telegram").add(8);
    state.expire();
    expect(lines()).toHaveLength(2);
    kept.advance(1.01);
    state.expire();
    expect(lines().map((line) => JSON.parse(line)[0])).toEqual([8]);
    expect(state.answered("telegram").has(8)).toBe(true);
    kept.advance(1);
    kept.restart().answered("telegram");
    expect(lines()).toEqual([]);
  });

  it("hold nothing but a number and a second", async () => {
    const kept = await keep();
    kept.restart().answered("telegram").add(123_456_789);
    expect(readFileSync(join(kept.directory, "telegram-answered.jsonl"), "utf8")).toBe(
      `{"journal":"telegram-answered","version":1}\n[123456789,${START / 1000}]\n`,
    );
  });

  it("survive a process that is killed, even while the file is replaced", async () => {
    const directory = await temporaryDirectory();
    const written = join(directory, "acknowledged");
    const { PATH, HOME } = process.env;
    const script = `
      import { openSync, writeSync } from "node:fs";
      import { openState } from "./adapters/state/state.ts";
      const ids = openState({ directory: process.env.STATE, now: Date.now, onFault() {} }).answered("telegram");
      const acknowledged = openSync(process.env.STATE + "/acknowledged", "w");
      for (let id = 0; ; id++) {
        ids.add(id);
        writeSync(acknowledged, id + "\\n");
      }`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      cwd: ROOT,
      env: { PATH, HOME, STATE: directory },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const numbers = () =>
      existsSync(written) ? readFileSync(written, "utf8").split("\n").slice(0, -1).map(Number) : [];
    const watch = setInterval(() => {
      if (numbers().length > 4 * RETENTION.answered) child.kill("SIGKILL");
    }, 5);
    await new Promise((resolve) => child.on("close", resolve));
    clearInterval(watch);
    const last = numbers().at(-1) ?? -1;
    expect(last).toBeGreaterThanOrEqual(4 * RETENTION.answered);
    const state = openState({ directory, now: Date.now, onFault: () => {} });
    const ids = state.answered("telegram");
    // One more may have been added than was said.
    for (let id = last; id > last - RETENTION.answered + 1; id--) expect(ids.has(id)).toBe(true);
    expect(ids.has(last + 2)).toBe(false);
    state.close();
  });
});

describe("choices", () => {
  it("take the place of earlier ones, and the file stays small however often one changes", async () => {
    const kept = await keep();
    const { choices } = kept.restart();
    for (let i = 0; i < 5000; i++) choices.set("anna", { language: i % 2 === 0 ? "de" : "en", always: i % 3 === 0 });
    expect(choices.get("anna")).toEqual({ language: "en", always: false });
    expect(statSync(join(kept.directory, "choices.jsonl")).size).toBeLessThan(100_000);
    expect(kept.restart().choices.get("anna")).toEqual({ language: "en", always: false });
  });

  it("are forgotten 180 days after they were last used, not earlier", async () => {
    const kept = await keep();
    kept.restart().choices.set("anna", { language: "de", always: false });
    for (let i = 0; i < 3; i++) {
      kept.advance(RETENTION.choiceDays - 1);
      expect(kept.restart().choices.get("anna")).toEqual({ language: "de", always: false });
    }
    kept.advance(RETENTION.choiceDays);
    expect(kept.restart().choices.get("anna")).toBeUndefined();
    expect(bytesOf(kept.directory)).not.toContain("anna");
  });

  it("are forgotten in a process that runs on, too", async () => {
    const kept = await keep();
    const { choices } = kept.restart();
    choices.set("anna", { language: "de", always: false });
    kept.advance(RETENTION.choiceDays);
    expect(choices.get("anna")).toBeUndefined();
    expect(bytesOf(kept.directory)).not.toContain("anna");
  });

  // Only asking for it, or a restart, takes an expired choice off the disk; /privacy promises more.
  it("of people who never write again leave the disk of a process that runs on", async () => {
    const kept = await keep();
    const { choices } = kept.restart();
    choices.set("anna", { language: "de", always: false });
    kept.advance(2 * RETENTION.choiceDays);
    for (let i = 0; i < 2500; i++) choices.set("bert", { language: "de", always: false });
    expect(bytesOf(kept.directory)).not.toContain("anna");
  });

  it("that are erased leave no trace, in whatever line they stood", async () => {
    const kept = await keep();
    const { choices } = kept.restart();
    for (const key of ["anna", "bert", "anna", "carl", "anna"]) choices.set(key, { language: "de", always: false });
    expect(choices.erase("anna")).toBe(true);
    expect(choices.get("anna")).toBeUndefined();
    expect(bytesOf(kept.directory)).not.toContain("anna");
    expect(choices.erase("anna")).toBe(true);
    const after = kept.restart().choices;
    expect(after.get("anna")).toBeUndefined();
    expect(after.get("bert")).toBeDefined();
    expect(after.get("carl")).toBeDefined();
  });

  const refuse = (directory: string) => mkdirSync(join(directory, "choices.jsonl.tmp"));
  const allow = (directory: string) => rmSync(join(directory, "choices.jsonl.tmp"), { recursive: true });

  it("that cannot be erased from the disk are not said to be", async () => {
    const kept = await keep();
    const { choices } = kept.restart();
    choices.set("anna", { language: "de", always: false });
    refuse(kept.directory);
    expect(choices.erase("anna")).toBe(false);
    expect(choices.get("anna")).toBeUndefined();
  });

  // It is gone from memory by then, which is taken for gone.
  it("that could not be erased are erased when the person tries again", async () => {
    const kept = await keep();
    const { choices } = kept.restart();
    choices.set("anna", { language: "de", always: false });
    refuse(kept.directory);
    choices.erase("anna");
    allow(kept.directory);
    expect(choices.erase("anna")).toBe(true);
    expect(bytesOf(kept.directory)).not.toContain("anna");
  });
});

describe("reports", () => {
  const stored = ({ directory }: Kept) =>
    readFileSync(join(directory, "reports.jsonl"), "utf8")
      .split("\n")
      .slice(1, -1)
      .map((line) => JSON.parse(line));

  it("are kept with the day, and with the person's own words where there are some", async () => {
    const kept = await keep();
    const { reports } = kept.restart();
    reports.add(REPORT);
    kept.advance(1);
    reports.add({ ...REPORT, comment: "It is “open”\nagain" });
    expect(stored(kept)).toEqual([
      { ...REPORT, day: "2026-01-20" },
      { ...REPORT, comment: "It is “open”\nagain", day: "2026-01-21" },
    ]);
  });

  it("are deleted after a year", async () => {
    const kept = await keep();
    kept.restart().reports.add(REPORT);
    kept.advance(RETENTION.reportDays - 1);
    kept.restart().reports.add({ ...REPORT, fact: "raid" });
    expect(stored(kept)).toHaveLength(2);
    kept.advance(1);
    kept.restart();
    expect(stored(kept).map(({ fact }) => fact)).toEqual(["raid"]);
  });

  it("are deleted after a year in a process that runs on", async () => {
    const kept = await keep();
    const { reports, expire } = kept.restart();
    reports.add(REPORT);
    kept.advance(RETENTION.reportDays);
    expect(reports.add({ ...REPORT, fact: "raid" })).toBe(true);
    expire();
    expect(stored(kept).map(({ fact }) => fact)).toEqual(["raid"]);
  });

  it("are at most so many, the newest ones, and every restart agrees", async () => {
    const kept = await keep();
    const lines = Array.from({ length: RETENTION.reports }, (_, i) =>
      JSON.stringify({ ...REPORT, fact: `fact-${i}`, day: "2026-01-20" }),
    );
    const header = '{"journal":"reports","version":1}';
    writeFileSync(join(kept.directory, "reports.jsonl"), [header, ...lines, ""].join("\n"));
    const { reports } = kept.restart();
    expect(stored(kept)).toHaveLength(RETENTION.reports);
    reports.add({ ...REPORT, fact: `fact-${RETENTION.reports}` });
    const facts = stored(kept).map(({ fact }) => fact);
    expect(facts.length).toBeLessThanOrEqual(RETENTION.reports);
    expect(facts.length).toBeGreaterThanOrEqual(RETENTION.reports / 2);
    expect(facts.at(-1)).toBe(`fact-${RETENTION.reports}`);
    kept.restart();
    expect(stored(kept).map(({ fact }) => fact)).toEqual(facts);
  });
});
