/** What the operator sets, from environment variables; every fault is told, by the variable's name and never its value. */
import { z } from "zod";
import { LOG_LEVELS } from "./log.ts";

export interface Configuration {
  readonly telegram?: {
    readonly token: string;
    readonly apiRoot: string;
    /** Long polling when left out. */
    readonly webhook?: { readonly url: string; readonly secret: string };
    readonly name: string;
  };
  readonly discord?: { readonly token: string; readonly apiRoot: string; readonly guildId?: string };
  readonly dataDirectory: string;
  readonly stateDirectory: string;
  readonly http: { readonly host: string; readonly port: number };
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Answers are given from this confidence on, from 0 to 1; the core's own threshold when left out. */
  readonly answerThreshold?: number;
  /** A question older than this is answered with a remark. */
  readonly lateAfterMinutes: number;
  readonly questionsPerMinute: number;
  readonly questionsPerMinuteInChat: number;
  /** The bot says so when its newest fact is older than this; never, when left out. */
  readonly staleAfterDays?: number;
  /** How often the fact base's files are looked at. */
  readonly factsPollSeconds: number;
  /** `telegram:ID` or `discord:ID` of people and chats. */
  readonly blocked: ReadonlySet<string>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type Configured =
  | { readonly ok: true; readonly configuration: Configuration }
  /** One line each, for the operator; the fact base may be looked at all the same. */
  | { readonly ok: false; readonly faults: readonly string[]; readonly dataDirectory: string };

const url = z.url({ protocol: /^https?$/, error: "expected an http or https address" });
const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number({ error: "expected a whole number" })
    .int({ error: "expected a whole number" })
    .min(least, { error: `expected at least ${least}` })
    .max(most, { error: `expected at most ${most}` });
const share = z.coerce
  .number({ error: "expected a number from 0 to 1" })
  .min(0, { error: "expected at least 0" })
  .max(1, { error: "expected at most 1" });
const telegramToken = z
  .string()
  .regex(/^\d{1,20}:[\w-]{10,100}$/, "expected the token that BotFather gave, such as 123456:ABC-…");

const DATA_DIRECTORY = "data";

const Variables = z.object({
  TELEGRAM_BOT_TOKEN: telegramToken.optional(),
  TELEGRAM_API_ROOT: url.default("https://api.telegram.org"),
  TELEGRAM_WEBHOOK_URL: url.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, "expected 16 to 256 letters, digits, _ and -")
    .optional(),
  TELEGRAM_BOT_NAME: z.string().min(1).max(64, "expected at most 64 characters").default("Beleg"),
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S{20,200}$/, "expected the bot's token from the Developer Portal")
    .optional(),
  DISCORD_API_ROOT: url.default("https://discord.com/api"),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,22}$/, "expected a server's id, a number of 15 to 22 digits")
    .optional(),
  DATA_DIR: z.string().default(DATA_DIRECTORY),
  STATE_DIR: z.string().default("state"),
  HTTP_HOST: z.string().default("0.0.0.0"),
  HTTP_PORT: wholeNumber(0, 65_535).default(8080),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `expected one of ${LOG_LEVELS.join(", ")}` }).default("info"),
  ANSWER_THRESHOLD: share.optional(),
  LATE_AFTER_MINUTES: wholeNumber(1, 1440).default(10),
  QUESTIONS_PER_MINUTE: wholeNumber(1, 10_000).default(20),
  // Telegram lets a bot send 20 messages a minute to a group.
  QUESTIONS_PER_MINUTE_IN_CHAT: wholeNumber(1, 10_000).default(20),
  STALE_AFTER_DAYS: wholeNumber(1, 10_000).optional(),
  FACTS_POLL_SECONDS: wholeNumber(1, 3600).default(5),
  BLOCKED: z
    .string()
    .transform((list) => list.split(/[\s,]+/u).filter((entry) => entry !== ""))
    .pipe(z.array(z.string().regex(/^(?:telegram|discord):-?\d{1,22}$/, "expected telegram:ID or discord:ID")))
    .default([]),
});

const NAMES = Object.keys(Variables.shape) as readonly (keyof typeof Variables.shape)[];
const SECRETS = ["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "DISCORD_TOKEN"] as const;
const FILE = "_FILE";

/** @param readSecret the content of a file that a variable `…_FILE` names */
export function readConfiguration(environment: Environment, readSecret: (path: string) => string): Configured {
  const faults: string[] = [];
  const given: Record<string, string> = {};
  for (const name of NAMES) {
    // Compose files and shells pass a variable that is not set as an empty one.
    const value = environment[name]?.trim();
    if (value) given[name] = value;
  }
  for (const name of SECRETS) {
    const path = environment[`${name}${FILE}`]?.trim();
    if (!path) continue;
    if (given[name] !== undefined) faults.push(`${name} and ${name}${FILE}: set only one of them`);
    try {
      given[name] = readSecret(path).trim();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
      faults.push(`${name}${FILE}: this file cannot be read${code}`);
    }
  }
  const parsed = Variables.safeParse(given);
  if (!parsed.success) faults.push(...parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`));
  if (given["TELEGRAM_WEBHOOK_URL"] !== undefined && given["TELEGRAM_WEBHOOK_SECRET"] === undefined)
    faults.push("TELEGRAM_WEBHOOK_SECRET: needed with TELEGRAM_WEBHOOK_URL, so that nobody else can send updates");
  if (!parsed.success || faults.length > 0)
    return { ok: false, faults: [...new Set(faults)], dataDirectory: given["DATA_DIR"] ?? DATA_DIRECTORY };
  return { ok: true, configuration: toConfiguration(parsed.data) };
}

function toConfiguration(variables: z.infer<typeof Variables>): Configuration {
  const {
    TELEGRAM_BOT_TOKEN: telegramToken,
    TELEGRAM_WEBHOOK_URL: webhookUrl,
    TELEGRAM_WEBHOOK_SECRET: webhookSecret,
    DISCORD_TOKEN: discordToken,
    DISCORD_GUILD_ID: guildId,
  } = variables;
  const webhook = webhookUrl && webhookSecret ? { url: webhookUrl, secret: webhookSecret } : undefined;
  return {
    ...(telegramToken === undefined
      ? {}
      : {
          telegram: {
            token: telegramToken,
            apiRoot: variables.TELEGRAM_API_ROOT.replace(/\/+$/, ""),
            name: variables.TELEGRAM_BOT_NAME,
            ...(webhook ? { webhook } : {}),
          },
        }),
    ...(discordToken === undefined
      ? {}
      : {
          discord: {
            token: discordToken,
            apiRoot: variables.DISCORD_API_ROOT.replace(/\/+$/, ""),
            ...(guildId === undefined ? {} : { guildId }),
          },
        }),
    dataDirectory: variables.DATA_DIR,
    stateDirectory: variables.STATE_DIR,
    http: { host: variables.HTTP_HOST, port: variables.HTTP_PORT },
    logLevel: variables.LOG_LEVEL,
    ...(variables.ANSWER_THRESHOLD === undefined ? {} : { answerThreshold: variables.ANSWER_THRESHOLD }),
    lateAfterMinutes: variables.LATE_AFTER_MINUTES,
    questionsPerMinute: variables.QUESTIONS_PER_MINUTE,
    questionsPerMinuteInChat: variables.QUESTIONS_PER_MINUTE_IN_CHAT,
    ...(variables.STALE_AFTER_DAYS === undefined ? {} : { staleAfterDays: variables.STALE_AFTER_DAYS }),
    factsPollSeconds: variables.FACTS_POLL_SECONDS,
    blocked: new Set(variables.BLOCKED),
  };
}
