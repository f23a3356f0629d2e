/** One JSON object a line on standard output. No question, no person and no token is ever given to it. */
import { type Logger, pino } from "pino";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export function createLog(level: LogLevel, write: (line: string) => void): Log {
  return pino(
    {
      level,
      base: null,
      messageKey: "message",
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
}

/**
 * What may be logged of an error: its kind, code and place in our own code. Messages of libraries quote addresses, which
 * hold tokens, and requests, which hold questions.
 */
export function describeError(error: unknown, depth = MAX_CAUSES): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { error_code: status, code, cause } = error as { error_code?: unknown; code?: unknown; cause?: unknown };
  const where = placeOf(error);
  return {
    error: error.name,
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(where === undefined ? {} : { where }),
    ...(cause instanceof Error && depth > 0 ? { cause: describeError(cause, depth - 1) } : {}),
  };
}

const MAX_CAUSES = 3;

/** The innermost line of our own code: "adapters/chat/chat.ts:12:3". The lines before the first "at" are the message. */
function placeOf({ stack = "", message }: Error): string | undefined {
  const frames = stack
    .replace(message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  const own = frames.find(
    (line) => /\/(?:src|adapters)\/[\w./-]+:\d+:\d+\)?$/.test(line) && !line.includes("node_modules"),
  );
  return own === undefined ? undefined : /((?:src|adapters)\/[\w./-]+:\d+:\d+)\)?$/.exec(own)?.[1];
}
