import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runFacts } from "../../adapters/fact-base/command.ts";
import { createFixture, DOCUMENT, partsOf } from "./fixture.ts";

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "beleg-facts-"));
  await writeBase("sound", createFixture());
  await mkdir(join(directory, "documents"));
  await writeFile(join(directory, "documents", "lund.txt"), DOCUMENT);
});

afterAll(() => rm(directory, { recursive: true, force: true }));

async function writeBase(name: string, contents: object): Promise<void> {
  for (const [file, content] of Object.entries(contents)) {
    await mkdir(dirname(join(directory, name, file)), { recursive: true });
    await writeFile(join(directory, name, file), JSON.stringify(content));
  }
}

/** Runs the command; paths are given and answered relative to the temporary directory. */
async function facts(...args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ["", ""];
  const add = (line: string) => `${line.replaceAll(`${directory}/`, "")}\n`;
  const output = {
    print: (line: string) => {
      stdout += add(line);
    },
    complain: (line: string) => {
      stderr += add(line);
    },
  };
  const status = await runFacts(
    args.map((arg, i) => (args[i - 1]?.startsWith("--d") || arg.endsWith(".jsonl") ? join(directory, arg) : arg)),
    output,
  );
  return { status, stdout, stderr };
}

describe("facts -- check", () => {
  test("says that a sound base is sound, with its documents", async () => {
    expect(await facts("check", "--data", "sound", "--documents", "documents")).toEqual({
      status: 0,
      stdout: "sound: 2 facts, 1 gap, 1 source, 2 passages found, no faults\n",
      stderr: "",
    });
  });

  test("ends with 2 and one line for every fault, with file and field", async () => {
    const fixture = createFixture();
    partsOf(fixture).arrests.statement.en = "Police arrested over 30 people.";
    partsOf(fixture).gap.nearest = ["nothing"];
    await writeBase("unsound", fixture);
    const { status, stdout, stderr } = await facts("check", "--data", "unsound");
    expect([status, stderr]).toEqual([2, ""]);
    expect(stdout.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^unsound\/facts\/raid\.json: gaps\[0\]\.nearest\[0\]: .+$/),
      expect.stringMatching(/^unsound\/facts\/raid\.json: facts\[0\]\.statement\.en: .+$/),
    ]);
  });

  test.each([
    ["a directory that does not exist", "nowhere", /^nowhere: does not exist\n$/],
    ["a directory without a fact base", "documents", /^documents: no fact base here, base\.json is missing\n$/],
    ["a file", "documents/lund.txt", /^documents\/lund\.txt: is not a directory\n$/],
  ])("ends with 2 and one line for %s", async (_, data, message) => {
    const { status, stdout, stderr } = await facts("check", "--data", data);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});

describe("facts -- import", () => {
  const line = (id: string, text: string) =>
    JSON.stringify({ id, title: "Storm", publisher: "Daily", published: "2024-06-01", language: "en", text });

  test("makes a base that checks with its documents, and importing again changes no byte of it", async () => {
    await writeFile(
      join(directory, "documents", "storms.jsonl"),
      `${line("storm-1", "It rained. It snowed a lot.")}\n${line("storm-2", "Wind came.")}\n`,
    );
    expect((await facts("import", "documents/storms.jsonl", "--data", "storms", "--publish")).stdout).toBe(
      "storms: 3 published facts from 2 documents\n",
    );
    expect((await facts("check", "--data", "storms", "--documents", "documents")).stdout).toContain(
      "3 passages found, no faults",
    );
    const before = await contentsOf("storms");
    expect((await facts("import", "documents/storms.jsonl", "--data", "storms", "--publish")).stdout).toBe(
      "storms: 0 published facts from 0 documents, 2 documents there already\n",
    );
    expect(await contentsOf("storms")).toEqual(before);
  });

  test("leaves a base as it was when any line is at fault, and names line and field", async () => {
    await cp(join(directory, "sound"), join(directory, "kept"), { recursive: true });
    await writeFile(join(directory, "bad.jsonl"), `${line("a", "It rained.")}\n${line("b c", "It rained.")}\n`);
    const { status, stdout, stderr } = await facts("import", "bad.jsonl", "--data", "kept");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^bad\.jsonl: line 2: id: .+\n$/);
    expect(await contentsOf("kept")).toEqual(await contentsOf("sound"));
  });

  test.each([
    [["import"], /expected one file/],
    [["import", "bad.jsonl"], /expected --data/],
    [["import", "missing.jsonl", "--data", "new"], /^missing\.jsonl: does not exist\n$/],
    [["check", "--dat", "x"], /Unknown option '--dat'/],
    [["chek"], /unknown command "chek"/],
    [[], /expected a command/],
  ])("%j ends with 2 and without a stack trace", async (args, message) => {
    const { status, stdout, stderr } = await facts(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test("the executable ends with the command's status and prints nothing but its output", async () => {
  const executable = fileURLToPath(new URL("../../adapters/fact-base/facts.ts", import.meta.url));
  const ended = await new Promise((resolve) => {
    const args = ["--import", import.meta.resolve("tsx"), executable, "check", "--data", join(directory, "nowhere")];
    execFile(process.execPath, args, (error, stdout, stderr) => resolve({ status: error?.code, stdout, stderr }));
  });
  expect(ended).toEqual({ status: 2, stdout: "", stderr: `${directory}/nowhere: does not exist\n` });
}, 30_000);

async function contentsOf(name: string): Promise<Record<string, string>> {
  const files = (await readdir(join(directory, name), { recursive: true }))
    .filter((file) => file.endsWith(".json"))
    .sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(join(directory, name, file), "utf8")])),
  );
}
