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
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { error_code: status, code, cause } = error as { error_code?: unknown; code?: unknown; cause?: unknown };
  const where = error.stack
    ?.split("\n")
    .find((line) => /\/(?:src|adapters)\//.test(line))
    ?.replace(/.*\/((?:src|adapters)\/)/, "$1")
    .replace(/\)$/, "");
  return {
    error: error.name,
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(where === undefined ? {} : { where }),
    ...(cause instanceof Error ? { cause: describeError(cause) } : {}),
  };
}
