/**
 * Long polling that loses nothing: a batch of updates is confirmed, by asking for the next one, only when all of it is
 * handled. Chats are served side by side, the messages of one chat in their order.
 */
import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { describeError, type Log } from "../environment/log.ts";
import { pause } from "../pause.ts";
import { PlatformError } from "../platform.ts";
import { failureOf, grammySignal, retryAfter } from "./api.ts";
import { backoff, revoked, untilReachable } from "./contact.ts";

export type PollingState = "connecting" | "connected" | "unreachable" | "conflict" | "revoked" | "stopped";

export interface PollingOptions {
  readonly api: Pick<Api, "getUpdates" | "getMe" | "deleteWebhook">;
  readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  /** Rejects when the update should be tried again. */
  readonly handle: (update: Update) => Promise<void>;
  readonly onState: (state: PollingState) => void;
  readonly log: Log;
}

export interface Polling {
  /** Resolves after `stop`; rejects with {@link PlatformError} when the token is refused. */
  run(): Promise<void>;
  /** Asks for no more updates; `run` resolves when those at hand are handled and confirmed. */
  stop(): void;
}

/** Seconds that Telegram may hold a request back until there is an update. */
const LONG_POLL = 30;
const BATCH = 100;
/** Another process that polls has to end first. */
const CONFLICT_WAIT = 5_000;
/** An update that fails this often while the API can be reached will not succeed the next time either. */
const ATTEMPTS = 5;
/** Milliseconds for the request that confirms the last updates. */
const CONFIRMATION = 3_000;

export function createPolling({ api, allowedUpdates, handle, onState, log }: PollingOptions): Polling {
  const stopping = new AbortController();
  const { signal } = stopping;
  let offset = 0;

  const fetchUpdates = async (): Promise<readonly Update[]> => {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        const updates = await api.getUpdates(
          { offset, limit: BATCH, timeout: LONG_POLL, allowed_updates: allowedUpdates },
          grammySignal(signal),
        );
        onState("connected");
        return updates;
      } catch (error) {
        if (signal.aborted) break;
        const failure = failureOf(error);
        if (failure === "revoked") throw revoked(error);
        const state = failure === "conflict" ? "conflict" : "unreachable";
        if (failures === 0) log.warn({ ...describeError(error), state }, REMARKS[state]);
        onState(state);
        const wait = retryAfter(error);
        await pause(
          wait === undefined ? Math.max(backoff(failures), state === "conflict" ? CONFLICT_WAIT : 0) : wait * 1000,
          signal,
        );
      }
    }
    return [];
  };

  /** Tries an update until it is handled, or fails although Telegram can be reached. */
  const handleOrRetry = async (update: Update): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await handle(update);
      } catch (error) {
        if (failureOf(error) === "revoked") throw revoked(error);
        if (signal.aborted) throw error;
        if (attempt >= ATTEMPTS) {
          log.error({ ...describeError(error), update: update.update_id }, "an update was given up");
          return;
        }
        log.warn({ ...describeError(error), update: update.update_id, attempt }, "an update failed and is tried again");
        await pause(backoff(attempt), signal);
        let wasAway = false;
        await untilReachable(() => api.getMe(), {
          signal,
          log,
          onFailure: () => {
            wasAway = true;
            onState("unreachable");
          },
        });
        // Failures while nothing could be reached say nothing about the update.
        if (wasAway) attempt = 0;
      }
    }
  };

  const handleInOrder = async (updates: readonly Update[]): Promise<void> => {
    for (const update of updates) await handleOrRetry(update);
  };

  return {
    async run() {
      try {
        while (!signal.aborted) {
          const updates = await fetchUpdates();
          const results = await Promise.allSettled([...byChat(updates).values()].map(handleInOrder));
          const failed = results.find((result) => result.status === "rejected");
          if (failed) {
            if (failed.reason instanceof PlatformError) throw failed.reason;
            // Only a stop ends the attempts: what was not handled comes again after the restart.
            return;
          }
          const last = updates.at(-1);
          if (last) offset = last.update_id + 1;
        }
        await confirm();
      } finally {
        onState(signal.aborted ? "stopped" : "revoked");
      }
    },
    stop: () => stopping.abort(),
  };

  async function confirm(): Promise<void> {
    if (offset === 0) return;
    try {
      await api.getUpdates(
        { offset, limit: 1, timeout: 0, allowed_updates: allowedUpdates },
        AbortSignal.timeout(CONFIRMATION) as Parameters<typeof api.getUpdates>[1],
      );
    } catch (error) {
      log.warn(describeError(error), "the last updates could not be confirmed; those answered are remembered");
    }
  }
}

const REMARKS = {
  conflict: "another process polls with this token, or a webhook is set; waiting for it to end",
  unreachable: "Telegram cannot be reached; trying on",
};

function byChat(updates: readonly Update[]): ReadonlyMap<number, readonly Update[]> {
  const chats = new Map<number, Update[]>();
  for (const update of updates) {
    const key = placeOf(update);
    const sameChat = chats.get(key);
    if (sameChat) sameChat.push(update);
    else chats.set(key, [update]);
  }
  return chats;
}

function placeOf({ message, edited_message: edited, callback_query: press, inline_query: inline }: Update): number {
  return message?.chat.id ?? edited?.chat.id ?? press?.message?.chat.id ?? press?.from.id ?? inline?.from.id ?? 0;
}
