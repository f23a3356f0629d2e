/** The chat loop, its input and output held in memory. */
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { chat } from "../../adapters/terminal/chat.ts";
import { createAnswerer } from "../../src/index.ts";
import { createFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import { run } from "./ask.ts";

const answerer = createAnswerer(createFactBase(news));

/** What the chat wrote after each line of input; the first part is its welcome. */
async function converse(lines: readonly string[], language?: string) {
  const input = new PassThrough();
  const output = new PassThrough();
  let written = "";
  output.setEncoding("utf8").on("data", (chunk: string) => {
    written += chunk;
  });
  input.end(lines.map((line) => `${line}\n`).join(""));
  const status = await chat(answerer, input, output, language);
  return { status, written, parts: written.split("> ") };
}

describe("a chat in the terminal", () => {
  it("welcomes, prompts, answers and leaves at the end of the input", async () => {
    const { status, parts } = await converse(["Why is the harbour closed?"]);
    expect(status).toBe(0);
    expect(parts[0]).toMatch(/^Ich bin Beleg/);
    expect(parts[1]).toMatch(/^Because of a storm\.[\s\S]*Sources:/);
    expect(parts).toHaveLength(3);
  });

  it("sees the conversation", async () => {
    const { parts } = await converse(["How many citizens were handed over?", "And when was that?"]);
    expect(parts[2]).toMatch(/November 2025/);
  });

  it("/quit leaves before the rest is read", async () => {
    const { status, written } = await converse(["/quit", "Why is the harbour closed?"]);
    expect(status).toBe(0);
    expect(written).not.toMatch(/storm/);
  });

  it("/help, /start and what it does not know show the help, with questions to ask", async () => {
    const { parts } = await converse(["/help", "/start", "/nonsense"]);
    for (const part of parts.slice(1, 4)) expect(part).toMatch(/^Hallo, ich bin Beleg[\s\S]*\n {2}· \S/);
    expect(parts[3]).toMatch(/\/timeline – /);
  });

  it("/check holds a text against the sources, /settings chooses a language, /forget starts anew", async () => {
    const { parts } = await converse([
      "/check The harbour of Tovana is closed because of a storm.",
      "/settings",
      "/settings en",
      "/check Jon Berg owns a horse.",
      "/forget",
      "/privacy",
    ]);
    expect(parts[1]).toMatch(/harbour of Tovana|Hafen von Tovana/);
    expect(parts[2]).toMatch(/\/settings de – Deutsch/);
    expect(parts[3]).toMatch(/^Saved/);
    expect(parts[4]).not.toMatch(/horse/);
    expect(parts[5]).toMatch(/erased|gelöscht/);
    expect(parts[6]).toMatch(/Nichts wird gespeichert/);
  });

  it("/ask asks; alone it shows the help", async () => {
    const { parts } = await converse(["/ask Why is the harbour closed?", "/ask"]);
    expect(parts[1]).toMatch(/storm/);
    expect(parts[2]).toMatch(/Beleg/);
  });

  it("/sources and /timeline list what is read and what happened", async () => {
    const { parts } = await converse(["/sources", "/timeline"], "en");
    expect(parts[1]).toBe(
      "What I read\n\nExample Post: “What happened” (https://news.example/1), January 15, 2026\n\n",
    );
    expect(parts[2]).toMatch(/July \(no year given\)\nIn July there was a raid in Marell/);
  });

  it("an empty line is no question, and commands mind no spaces", async () => {
    const { parts, status } = await converse(["", "   /quit  ", "x"]);
    expect(parts[1]).toBe("");
    expect(parts).toHaveLength(3);
    expect(status).toBe(0);
  });

  it("answers in the language that was chosen", async () => {
    const { parts } = await converse(["Warum ist der Hafen geschlossen?"], "en");
    expect(parts[0]).toMatch(/^I am Beleg/);
    expect(parts[1]).toMatch(/storm/);
  });

  it("runs as the real command on a pipe", async () => {
    const { status, stdout, stderr } = await run([], "Wer bist du?\n/quit\n");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.match(/Ich bin Beleg/g)).toHaveLength(2);
  });
});
