/** What the operator sets, and how it is told what is wrong with it. */

import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Configuration, type Environment, readConfiguration } from "../../adapters/environment/configuration.ts";

const TOKEN = "123456:AAF-example_example_example";
const SECRET = "0123456789abcdef";

function noFile(path: string): never {
  throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: "ENOENT" });
}

function read(environment: Environment, readSecret: (path: string) => string = noFile): Configuration {
  const configured = readConfiguration(environment, readSecret);
  if (!configured.ok) throw new Error(configured.faults.join("\n"));
  return configured.configuration;
}

function faultsOf(environment: Environment, readSecret: (path: string) => string = noFile): readonly string[] {
  const configured = readConfiguration(environment, readSecret);
  return configured.ok ? [] : configured.faults;
}

describe("nothing set", () => {
  it("is a process without a platform, with the defaults", () => {
    expect(read({})).toEqual({
      dataDirectory: "data",
      stateDirectory: "state",
      http: { host: "0.0.0.0", port: 8080 },
      logLevel: "info",
      lateAfterMinutes: 10,
      questionsPerMinute: 20,
      questionsPerMinuteInChat: 20,
      factsPollSeconds: 5,
      blocked: new Set(),
    });
  });

  it("or set to nothing, as Compose files do, is the same", () => {
    const names = [
      "TELEGRAM_BOT_TOKEN",
      "TELEGRAM_BOT_TOKEN_FILE",
      "DISCORD_TOKEN",
      "HTTP_PORT",
      "LOG_LEVEL",
      "BLOCKED",
    ];
    for (const empty of ["", "   ", "\n", undefined])
      expect(read(Object.fromEntries(names.map((name) => [name, empty])))).toEqual(read({}));
  });

  it("of ours is not disturbed by what else is set", () => {
    expect(read({ PATH: "/bin", HTTP_PORTS: "x", constructor: "x", __proto__: "x" } as Environment)).toEqual(read({}));
  });
});

describe("a token", () => {
  it("turns its platform on, with the platform's own address", () => {
    expect(read({ TELEGRAM_BOT_TOKEN: ` ${TOKEN}\n` }).telegram).toEqual({
      token: TOKEN,
      apiRoot: "https://api.telegram.org",
      name: "Beleg",
    });
    expect(read({ DISCORD_TOKEN: "x".repeat(60), DISCORD_GUILD_ID: "123456789012345678" }).discord).toEqual({
      token: "x".repeat(60),
      apiRoot: "https://discord.com/api",
      guildId: "123456789012345678",
    });
  });

  it("may be used at another address, with or without a slash at its end", () => {
    const environment = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: "http://127.0.0.1:8081//" };
    expect(read(environment).telegram?.apiRoot).toBe("http://127.0.0.1:8081");
  });

  it("may stand in a file, whose line feed is no part of it", async () => {
    const directory = await mkdtemp(join(tmpdir(), "beleg-configuration-"));
    onTestFinished(() => rm(directory, { recursive: true, force: true }));
    const path = join(directory, "token");
    await writeFile(path, `  ${TOKEN}\r\n\n`);
    const configuration = read({ TELEGRAM_BOT_TOKEN_FILE: ` ${path} ` }, (file) => readFileSync(file, "utf8"));
    expect(configuration.telegram?.token).toBe(TOKEN);
  });

  it.each(["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "DISCORD_TOKEN"])(
    "%s may not stand in a variable and in a file",
    (name) => {
      const value = name === "TELEGRAM_BOT_TOKEN" ? TOKEN : "x".repeat(60);
      expect(faultsOf({ [name]: value, [`${name}_FILE`]: "/run/secrets/one" }, () => value)).toEqual([
        `${name} and ${name}_FILE: set only one of them`,
      ]);
    },
  );

  it("in a file that cannot be read is told with the reason, and not where the file is", () => {
    expect(faultsOf({ DISCORD_TOKEN_FILE: "/run/secrets/discord-4711" })).toEqual([
      "DISCORD_TOKEN_FILE: this file cannot be read (ENOENT)",
    ]);
    const strange = () => {
      throw "something else";
    };
    expect(faultsOf({ DISCORD_TOKEN_FILE: "/x" }, strange)).toEqual(["DISCORD_TOKEN_FILE: this file cannot be read"]);
  });

  it("in an empty file is a fault rather than no token", () => {
    expect(faultsOf({ TELEGRAM_BOT_TOKEN_FILE: "/run/secrets/empty" }, () => "\n")).toEqual([
      expect.stringMatching(/^TELEGRAM_BOT_TOKEN/),
    ]);
  });

  it("is the only thing that may stand in a file", () => {
    expect(read({ HTTP_PORT_FILE: "/run/port" }).http.port).toBe(8080);
  });
});

describe("a webhook", () => {
  const TELEGRAM_WEBHOOK_URL = "https://bot.example/telegram";

  it("has its secret", () => {
    const environment = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL, TELEGRAM_WEBHOOK_SECRET: SECRET };
    expect(read(environment).telegram?.webhook).toEqual({ url: TELEGRAM_WEBHOOK_URL, secret: SECRET });
    const inFile = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL, TELEGRAM_WEBHOOK_SECRET_FILE: "/run/secret" };
    expect(read(inFile, () => `${SECRET}\n`).telegram?.webhook?.secret).toBe(SECRET);
  });

  it("without one is refused: anybody could send updates", () => {
    expect(faultsOf({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL })).toEqual([
      expect.stringMatching(/^TELEGRAM_WEBHOOK_SECRET: needed/),
    ]);
  });

  it("is not used for a secret alone", () => {
    expect(read({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: SECRET }).telegram?.webhook).toBeUndefined();
  });
});

describe("a value that cannot be used", () => {
  const WRONG: Readonly<Record<string, readonly string[]>> = {
    TELEGRAM_BOT_TOKEN: ["hunter2-hunter2", "123456", "123456:short", `${TOKEN} ${TOKEN}`, "token:ABCDEFGHIJKLMNOP"],
    TELEGRAM_API_ROOT: ["hunter2", "ftp://hunter2.example", "javascript:hunter2", "//hunter2.example"],
    TELEGRAM_WEBHOOK_URL: ["hunter2", "file:///hunter2"],
    TELEGRAM_WEBHOOK_SECRET: ["hunter2", "hunter2 hunter2 hunter2", "hunter2".repeat(40), "hünter2hünter2hünter2"],
    TELEGRAM_BOT_NAME: ["hunter2".repeat(10)],
    DISCORD_TOKEN: ["hunter2", "hunter2 hunter2 hunter2"],
    DISCORD_API_ROOT: ["hunter2"],
    DISCORD_GUILD_ID: ["hunter2", "123", "-123456789012345678"],
    HTTP_PORT: ["hunter2", "-1", "65536", "80.5", "Infinity", "NaN", "99999999999999999999"],
    LOG_LEVEL: ["hunter2", "INFO", "trace"],
    ANSWER_THRESHOLD: ["hunter2", "-0.1", "1.1", "55%", "0,8", "Infinity"],
    LATE_AFTER_MINUTES: ["hunter2", "0", "1441", "1.5"],
    QUESTIONS_PER_MINUTE: ["hunter2", "0", "10001"],
    STALE_AFTER_DAYS: ["hunter2", "0"],
    FACTS_POLL_SECONDS: ["hunter2", "0", "3601"],
    QUESTIONS_PER_MINUTE_IN_CHAT: ["hunter2", "0", "10001"],
    BLOCKED: ["hunter2", "telegram:hunter2", "telegram:1 2", "discord:", "signal:1"],
  };

  it.each(Object.entries(WRONG).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    "is told by its name and not by itself: %s=%s",
    (name, value) => {
      const secret = name === "TELEGRAM_WEBHOOK_URL" ? { TELEGRAM_WEBHOOK_SECRET: SECRET } : {};
      const faults = faultsOf({ ...secret, [name]: value });
      expect(faults.length).toBeGreaterThan(0);
      for (const fault of faults) {
        expect(fault).toMatch(new RegExp(`^${name}: expected [^\n]+$`));
        expect(fault).not.toMatch(/hunter2/);
      }
    },
  );

  it("is told together with all others, each on a line of its own", () => {
    const environment = Object.fromEntries(Object.entries(WRONG).map(([name, [value]]) => [name, value]));
    const faults = faultsOf({ ...environment, DISCORD_TOKEN_FILE: "/run/hunter2" });
    for (const name of [...Object.keys(WRONG), "DISCORD_TOKEN_FILE"])
      expect(faults.some((fault) => fault.startsWith(`${name}: `))).toBe(true);
    for (const fault of faults) expect(fault).not.toMatch(/\n|hunter2/);
    expect(new Set(faults).size).toBe(faults.length);
  });
});

describe("a value at the edge", () => {
  it("is the confidence to answer from, which the core chooses when it is left out", () => {
    expect(read({ ANSWER_THRESHOLD: "0.9" }).answerThreshold).toBe(0.9);
    expect(read({ ANSWER_THRESHOLD: "0" }).answerThreshold).toBe(0);
    expect(read({ ANSWER_THRESHOLD: "1" }).answerThreshold).toBe(1);
    expect(read({})).not.toHaveProperty("answerThreshold");
  });

  it("is the age from which the fact base is told to be old, which is never when it is left out", () => {
    expect(read({ STALE_AFTER_DAYS: "30" }).staleAfterDays).toBe(30);
    expect(read({})).not.toHaveProperty("staleAfterDays");
  });

  it.each([
    ["HTTP_PORT", "0"],
    ["HTTP_PORT", "65535"],
    ["LATE_AFTER_MINUTES", "1"],
    ["LATE_AFTER_MINUTES", "1440"],
    ["QUESTIONS_PER_MINUTE", "10000"],
    ["TELEGRAM_BOT_NAME", "x".repeat(64)],
    ["LOG_LEVEL", "silent"],
  ])("is taken: %s=%s", (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([]);
  });

  it("is a list of the blocked with commas, spaces or lines, in any order", () => {
    const { blocked } = read({ BLOCKED: " telegram:1,telegram:-100123 ,\n discord:123456789012345678,, telegram:1 " });
    expect([...blocked]).toEqual(["telegram:1", "telegram:-100123", "discord:123456789012345678"]);
  });
});
