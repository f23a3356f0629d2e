/** The real command, in processes of its own. Starting one takes most of a second, so tests share what they can. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import { collect, type Finished, type Line, openBatch, parseLines, ROOT, run, start } from "./ask.ts";

let folder: string;
let data: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "beleg-ask-"));
  data = join(folder, "news");
  await writeFactBase(data, news);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const FIELDS = ["question", "status", "language", "answer", "citations", "nearest", "confidence", "related"];
const jsonLines = (lines: readonly unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

describe("one question", () => {
  it("prints the answer and its numbered sources, from the shipped fact base, and nothing else", async () => {
    const { status, stdout, stderr } = await run(["Wie viele Menschen wurden in Poipet festgenommen?"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^Über 270 Personen/);
    expect(stdout).toMatch(/\n\nQuellen:\n {2}\[1\] Khmer Times: .*15\. Januar 2026/);
    expect(stdout).not.toMatch(/[{}]|confidence|undefined/);
    expect(stdout.endsWith("\n")).toBe(true);
  });

  it("as words without quotes is one question, and --lang chooses the answer's language", async () => {
    const { stdout } = await run(["--data", data, "--lang", "en", "Warum", "ist", "der", "Hafen", "geschlossen?"]);
    expect(stdout).toMatch(/^Because of a storm\./);
    expect(stdout).toMatch(
      /\nSources:\n {2}\[1\] Example Post: What happened, January 15, 2026\n +https:\/\/news\.example\/1/,
    );
  });

  it("--json prints exactly one line with the contract's fields in order", async () => {
    const { status, stdout, stderr } = await run([
      "--data",
      data,
      "--json",
      "--hits",
      "2",
      "Why is the harbour closed?",
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^[^\n]+\n$/);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual([...FIELDS, "hits"]);
    expect(answer).toMatchObject({
      question: "Why is the harbour closed?",
      status: "answered",
      language: "en",
      nearest: [],
    });
    const [citation] = answer.citations;
    expect(Object.keys(citation)).toEqual(["fact", "source", "passage"]);
    expect(Object.keys(citation.source)).toEqual(["id", "title", "publisher", "published", "language", "url"]);
    expect(Object.keys(citation.passage)).toEqual(["start", "end"]);
    for (const hit of answer.hits) {
      expect(Object.keys(hit)).toEqual(["fact", "source", "passage", "score"]);
      expect(hit.score).toEqual(expect.any(Number));
    }
    expect(answer.hits.length).toBeLessThanOrEqual(2);
    expect(answer.hits[0].fact).toBe("harbour");
  });
});

describe("a batch", () => {
  it("answers while its input is still open, in order, with conversations apart from each other", async () => {
    const batch = openBatch(["--data", data]);
    const ask = (id: string, question: string, conversation?: string) => batch.send({ id, question, conversation });
    // Each is awaited before the next is written: a batch that waits for the end of its input would never get here.
    expect(await ask("1", "How many citizens were handed over?", "a")).toMatchObject({ id: "1", status: "answered" });
    expect(await ask("2", "Why is the harbour closed?", "b")).toMatchObject({ id: "2", status: "answered" });
    expect((await ask("3", "And when was that?", "a")).answer).toMatch(/November 2025/);
    expect((await ask("4", "And where is that?", "b")).answer).toMatch(/Tovana/);
    expect((await ask("5", "And when was that?")).status).not.toBe("answered");
    expect(await batch.stop()).toMatchObject({ status: 0, stderr: "" });
  });

  it("ends a line at a line feed only, and says which line is not UTF-8", async () => {
    const question = { id: "separator", question: "Why is\u2028the harbour closed?" };
    const child = start(["--batch", "--data", data]);
    const finished = collect(child);
    child.stdin.write(`\ufeff${JSON.stringify(question)}\r\n`);
    child.stdin.write(Buffer.from([0x22, 0xff, 0x22, 0x0a]));
    child.stdin.end(JSON.stringify({ ...question, id: "split" }));
    const { status, stdout } = await finished;
    expect(status).toBe(1);
    expect(parseLines(stdout)).toEqual([
      expect.objectContaining({ id: "separator", question: question.question, status: "answered" }),
      { id: null, line: 2, error: "not UTF-8" },
      expect.objectContaining({ id: "split", status: "answered" }),
    ]);
  });

  describe("with invalid lines", () => {
    const valid = { id: "q", question: "Why is the harbour closed?" };
    const input = [
      JSON.stringify({ ...valid, id: "first" }),
      "not json",
      "",
      "[]",
      "null",
      "42",
      JSON.stringify({ id: "no-question" }),
      JSON.stringify({ id: 7, question: "x" }),
      JSON.stringify({ ...valid, id: "number", question: 5 }),
      JSON.stringify({ ...valid, id: "extra", colour: "red" }),
      JSON.stringify({ ...valid, id: "bad-lang", lang: "not a tag" }),
      '{"id": "cut", "question": "x"',
      JSON.stringify({ ...valid, id: "lang", lang: "DE" }),
      JSON.stringify({ ...valid, id: "last" }),
    ];
    let finished: Finished;
    let lines: Line[];

    beforeAll(async () => {
      // The last line has no end, as a file from some editors.
      finished = await run(["--batch", "--data", data, "--hits", "3"], input.join("\n"));
      lines = parseLines(finished.stdout);
    });

    it("puts an error with id and line number in their place and goes on", () => {
      expect(finished.stderr).toBe("");
      expect(finished.status).toBe(1);
      expect(lines.map(({ id, line, error }) => [id, line, typeof error])).toEqual([
        ["first", undefined, "undefined"],
        [null, 2, "string"],
        [null, 4, "string"],
        [null, 5, "string"],
        [null, 6, "string"],
        ["no-question", 7, "string"],
        [null, 8, "string"],
        ["number", 9, "string"],
        ["extra", 10, "string"],
        ["bad-lang", 11, "string"],
        [null, 12, "string"],
        ["lang", undefined, "undefined"],
        ["last", undefined, "undefined"],
      ]);
    });

    it("has nothing but these three fields in an error, and the message names the field", () => {
      for (const line of lines.filter(({ error }) => error !== undefined))
        expect(Object.keys(line)).toEqual(["id", "line", "error"]);
      expect(lines.find(({ id }) => id === "bad-lang")?.error).toMatch(/lang/);
      expect(lines.find(({ id }) => id === "no-question")?.error).toMatch(/question/);
      expect(lines.find(({ id }) => id === "extra")?.error).toMatch(/colour/);
    });

    it("has id first and hits last in an answer, and a line's own language in any spelling", () => {
      const [first] = lines;
      expect(Object.keys(first ?? {})).toEqual(["id", ...FIELDS, "hits"]);
      expect(first?.hits?.length).toBeGreaterThan(0);
      expect(lines.find(({ id }) => id === "lang")).toMatchObject({
        language: "de",
        answer: expect.stringMatching(/Sturm/),
      });
    });
  });

  describe("of bad input", () => {
    const questions: Readonly<Record<string, readonly [question: string, statuses: readonly string[]]>> = {
      empty: ["", ["help"]],
      blank: [" \t\n ", ["help"]],
      huge: ["Why is the harbour closed? ".repeat(4000), ["abstained"]],
      "one huge word": ["x".repeat(100_000), ["abstained"]],
      controls: ["\u0000\u0007\u001b[31m\u009b Why is the harbour closed?", ["answered", "abstained"]],
      "only controls": ["\u0000\u001b\u0085", ["help"]],
      "lone surrogates": ["\ud800 Why is the harbour closed? \udfff", ["answered", "abstained"]],
      "only a lone surrogate": ["\udc00", ["help"]],
      overrides: ["\u202eWhy is the harbour closed?\u2066", ["answered"]],
      emoji: ["🔥🚢❓", ["help"]],
      "stop words": ["und der die das ist", ["help", "abstained"]],
      "stop words in English": ["is the of and to", ["help", "abstained"]],
      zalgo: [`W${"\u0301\u0316".repeat(50)}hy is the harbour closed?`, ["answered", "abstained"]],
      html: ["<script>alert(1)</script> Why is the harbour closed?", ["answered", "abstained"]],
      proto: ["__proto__ constructor toString", ["abstained", "help"]],
      regex: ["(((((.*)+)+)+$ [", ["abstained", "help"]],
      newline: ["Why is\nthe harbour\r\nclosed?", ["answered"]],
    };
    const input = jsonLines(Object.entries(questions).map(([id, [question]]) => ({ id, question })));
    let runs: readonly Finished[];

    beforeAll(async () => {
      runs = await Promise.all([run(["--batch", "--data", data], input), run(["--batch", "--data", data], input)]);
    });

    it("is no error: every line is answered, abstained on or helped with", () => {
      const [first] = runs;
      expect(first).toMatchObject({ status: 0, stderr: "" });
      const lines = parseLines(first?.stdout ?? "");
      expect(lines.map(({ id }) => id)).toEqual(Object.keys(questions));
      for (const line of lines) {
        expect(questions[line.id ?? ""]?.[1], line.id ?? "").toContain(line.status);
        expect(line.question, line.id ?? "").toBe(questions[line.id ?? ""]?.[0]);
        expect(line.answer.length, line.id ?? "").toBeLessThanOrEqual(300);
        expect(line.answer, line.id ?? "").not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      }
    });

    it("gives the same bytes in two runs", () => {
      expect(runs[1]?.stdout).toBe(runs[0]?.stdout);
    });

    it("reaches a terminal without control characters", async () => {
      const { status, stdout } = await run(["--data", data, "\u001b[31mWer ist \u202eXyzzy\u0007?"]);
      expect(status).toBe(0);
      expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    });
  });
});

describe("unusable arguments and fact bases", () => {
  const write = async (name: string, files: Readonly<Record<string, string>>) => {
    const directory = join(folder, name);
    await mkdir(join(directory, "facts"), { recursive: true });
    for (const [file, content] of Object.entries(files)) await writeFile(join(directory, file), content);
    return directory;
  };

  const cases: readonly (readonly [string, () => Promise<readonly string[]>, RegExp])[] = [
    ["an unknown option", async () => ["--jsn", "x"], /--jsn/],
    ["--json without a question", async () => ["--json"], /--json needs a question/],
    ["--hits that is no number", async () => ["--json", "--hits", "many", "x"], /--hits .*many/],
    ["--lang that is no tag", async () => ["--lang", "deutsch!", "x"], /--lang .*deutsch!/],
    ["--data with an empty name", async () => ["--data", "", "x"], /--data takes the directory/],
    [
      "a data directory that is missing",
      async () => ["--data", join(folder, "nowhere"), "x"],
      /nowhere: does not exist/,
    ],
    [
      "a data directory that is a file",
      async () => ["--data", join(ROOT, "package.json"), "x"],
      /package\.json: is not a directory/,
    ],
    [
      "a data directory that is empty",
      async () => {
        await mkdir(join(folder, "empty"), { recursive: true });
        return ["--data", join(folder, "empty"), "x"];
      },
      /empty.*base\.json/,
    ],
    [
      "a fact base that is no JSON",
      async () => ["--data", await write("broken", { "base.json": "{ nope" }), "x"],
      /base\.json/,
    ],
    [
      "a fact base that does not validate",
      async () => {
        const directory = join(folder, "invalid");
        await writeFactBase(directory, news);
        await writeFile(join(directory, "sources.json"), JSON.stringify({ sources: [{ id: "no spaces allowed" }] }));
        return ["--data", directory, "x"];
      },
      /invalid\/sources\.json: sources\[0\]\.id/,
    ],
  ];

  const finished = new Map<string, Finished>();
  beforeAll(async () => {
    await Promise.all(cases.map(async ([name, args]) => finished.set(name, await run(await args()))));
  });

  it.each(cases)("exit 2 with plain lines and no stack trace for %s", (name, _, message) => {
    const { status, stdout, stderr } = finished.get(name) ?? { status: null, stdout: "", stderr: "did not run" };
    expect(stdout).toBe("");
    expect(stderr.split("\n")[0]).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at |node:internal|\.ts:\d+/m);
    expect(status).toBe(2);
  });

  it.skipIf(process.getuid?.() === 0)(
    "exit 2 for a file that may not be read (skipped for root, who may read all)",
    async () => {
      const directory = join(folder, "locked");
      await writeFactBase(directory, news);
      await rm(join(directory, "base.json"));
      await writeFile(join(directory, "base.json"), "{}", { mode: 0o000 });
      const { status, stderr } = await run(["--data", directory, "x"]);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringMatching(/base\.json: cannot be read, permission denied/),
      });
    },
  );
});
