/** What the operator reads: one object a line, and nothing that belongs to somebody. */
import { GrammyError, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { createLog, describeError, LOG_LEVELS, type LogLevel } from "../../adapters/environment/log.ts";

const TOKEN = "123456:AAF-example_example_example";
const SECRET = `https://api.telegram.org/bot${TOKEN}/sendMessage Who is Lin Osk?`;

function written(level: LogLevel, act: (log: ReturnType<typeof createLog>) => void): readonly string[] {
  const lines: string[] = [];
  act(createLog(level, (line) => lines.push(line)));
  return lines;
}

describe("the log", () => {
  it("is one JSON object a line, with level, time and message, whatever is in it", () => {
    const [line = "", ...others] = written("info", (log) => log.info({ file: "a\nb\u2028" }, "two\nlines"));
    expect(others).toEqual([]);
    expect(line.indexOf("\n")).toBe(line.length - 1);
    const parsed = JSON.parse(line);
    expect(parsed).toEqual({ level: "info", time: expect.any(String), file: "a\nb\u2028", message: "two\nlines" });
    expect(new Date(parsed.time).toISOString()).toBe(parsed.time);
  });

  it("does not name the machine or the process", () => {
    const [line = ""] = written("info", (log) => log.info("started"));
    expect(Object.keys(JSON.parse(line)).sort()).toEqual(["level", "message", "time"]);
  });

  it.each(LOG_LEVELS)("of level %s holds that level and what is graver", (level) => {
    const lines = written(level, (log) => {
      for (const name of ["debug", "info", "warn", "error"] as const) log[name](name);
    });
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(
      LOG_LEVELS.slice(LOG_LEVELS.indexOf(level)).filter((name) => name !== "silent"),
    );
  });
});

describe("an error in the log", () => {
  const expectSilent = (described: object) =>
    expect(JSON.stringify(described)).not.toMatch(/AAF|telegram\.org|Osk|sendMessage|4711/);

  it("is its kind, its code and its place in our code", () => {
    const error = Object.assign(new TypeError(SECRET), { code: "ECONNRESET" });
    error.stack = `TypeError: hidden\n    at fetch (node:internal/deps/undici:1:1)\n    at send (file:///app/adapters/telegram/api.ts:12:7)\n    at main (file:///app/adapters/main.ts:3:1)`;
    expect(describeError(error)).toEqual({
      error: "TypeError",
      code: "ECONNRESET",
      where: "adapters/telegram/api.ts:12:7",
    });
  });

  it("tells no message, address, token, question or recipient", () => {
    const error = Object.assign(new Error(SECRET), {
      url: SECRET,
      payload: { chat_id: 4711, text: "Who is Lin Osk?" },
      config: { headers: { authorization: TOKEN } },
    });
    expectSilent(describeError(error));
    expectSilent(describeError(new AggregateError([new Error(SECRET)], SECRET)));
  });

  it("of grammY is the status that Telegram gave", () => {
    const refusal = new GrammyError(
      `Call to 'sendMessage' failed! (403: ${SECRET})`,
      { ok: false, error_code: 403, description: SECRET },
      "sendMessage",
      { chat_id: 4711, text: "Who is Lin Osk?" },
    );
    expect(describeError(refusal)).toMatchObject({ error: "GrammyError", status: 403 });
    expectSilent(describeError(refusal));
    const failure = new HttpError(`Network request for 'sendMessage' failed! ${SECRET}`, new Error(SECRET));
    expect(describeError(failure)).toMatchObject({ error: "HttpError" });
    expectSilent(describeError(failure));
  });

  it("has its cause, told in the same way", () => {
    const cause = Object.assign(new Error(SECRET), { code: "ENOTFOUND" });
    const described = describeError(new Error(SECRET, { cause }));
    expect(described).toMatchObject({ error: "Error", cause: { error: "Error", code: "ENOTFOUND" } });
    expectSilent(described);
    expect(describeError(new Error("x", { cause: SECRET }))).not.toHaveProperty("cause");
  });

  it.each([[SECRET], [undefined], [null], [{ message: SECRET }], [4711n], [Symbol("4711")]])(
    "that is no error (%#) is told by its type alone",
    (thrown) => {
      expect(describeError(thrown)).toEqual({ error: typeof thrown });
    },
  );

  it("without a stack or with a strange code is told as far as it goes", () => {
    const error = Object.assign(new Error(SECRET), { code: { nested: SECRET }, error_code: SECRET });
    error.stack = SECRET;
    expectSilent(describeError(error));
    delete error.stack;
    expect(describeError(error)).toEqual({ error: "Error" });
  });

  // The first lines of a stack are the message; one that holds /src/ or /adapters/ is no place in our code.
  it.each([
    `request to https://api.example/src/bot${TOKEN} failed`,
    `first line\nWho is Lin Osk at /adapters/ ${TOKEN}?`,
  ])("tells nothing of a message that looks like a path of ours: %s", (message) => {
    expectSilent(describeError(new Error(message)));
  });

  // Two errors that name each other, as retrying code may make them.
  it("whose causes go in a circle is told all the same", () => {
    const error = new Error("one");
    error.cause = new Error("other", { cause: error });
    expect(describeError(error)).toMatchObject({ error: "Error" });
  });
});
