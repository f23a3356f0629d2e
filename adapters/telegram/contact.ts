/** Waiting for an API that cannot be reached. */
import { describeError, type Log } from "../environment/log.ts";
import { pause } from "../pause.ts";
import { PlatformError } from "../platform.ts";
import { failureOf, retryAfter } from "./api.ts";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

/** Milliseconds to wait after so many failures in a row, counted from 0. */
export function backoff(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures);
}

/**
 * The result of a call that is repeated until it succeeds; `undefined` when the signal ended the attempts. Rejects with
 * {@link PlatformError} for a token that is refused, and with the error of a call that Telegram refuses otherwise.
 */
export async function untilReachable<Result>(
  call: () => Promise<Result>,
  options: { readonly signal: AbortSignal; readonly log: Log; readonly onFailure?: () => void },
): Promise<Result | undefined> {
  const { signal, log, onFailure } = options;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      return await call();
    } catch (error) {
      const failure = failureOf(error);
      if (failure === "revoked") throw revoked(error);
      if (failure !== "unreachable" && failure !== "flooded") throw error;
      if (failures === 0) log.warn(describeError(error), "Telegram cannot be reached; trying on");
      onFailure?.();
      await pause(Math.max(backoff(failures), (retryAfter(error) ?? 0) * 1000), signal);
    }
  }
  return undefined;
}

export function revoked(cause: unknown): PlatformError {
  return new PlatformError("Telegram refuses TELEGRAM_BOT_TOKEN: it was revoked or never valid", { cause });
}
