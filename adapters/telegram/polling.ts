/**
 * Long polling that loses nothing: an update is confirmed, by asking for those after it, only when it and all before it
 * are handled. Chats are served side by side, the messages of one chat in their order.
 */
import { setMaxListeners } from "node:events";
import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { describeError, type Log } from "../environment/log.ts";
import { pause } from "../pause.ts";
import { PlatformError } from "../platform.ts";
import { type Failure, failureOf, grammySignal, retryAfter } from "./api.ts";
import { backoff, revoked, untilReachable } from "./contact.ts";
import { createUpdateQueue } from "./update-queue.ts";

export type PollingState = "connecting" | "connected" | "unreachable" | "conflict" | "revoked" | "stopped";

export interface PollingOptions {
  readonly api: Pick<Api, "getUpdates" | "getMe" | "deleteWebhook">;
  readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  /** Rejects when the update should be tried again. */
  readonly handle: (update: Update) => Promise<void>;
  readonly onState: (state: PollingState) => void;
  readonly onFailure: (failure: Failure) => void;
  readonly log: Log;
}

export interface Polling {
  /** Updates that were fetched and are not done with. */
  readonly underWay: number;
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
/** Milliseconds after which updates are fetched although some are still under way. */
const STRAGGLERS = 300;
/** Milliseconds for the request that confirms the last updates. */
const CONFIRMATION = 3_000;

export function createPolling({ api, allowedUpdates, handle, onState, onFailure, log }: PollingOptions): Polling {
  const stopping = new AbortController();
  const { signal } = stopping;
  // While Telegram is away every chat waits for it, and for the stop.
  setMaxListeners(0, signal);
  const queue = createUpdateQueue();
  let state: PollingState = "connecting";
  const enter = (next: PollingState) => {
    state = next;
    onState(next);
  };

  const fetchUpdates = async (): Promise<readonly Update[]> => {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        // The first one does not wait for an update, so that it soon shows whether Telegram can be reached.
        const timeout = state === "connected" && queue.isIdle ? LONG_POLL : 0;
        const updates = await api.getUpdates(
          { offset: queue.offset, limit: BATCH, timeout, allowed_updates: allowedUpdates },
          grammySignal(signal),
        );
        enter("connected");
        return updates;
      } catch (error) {
        if (signal.aborted) break;
        const failure = failureOf(error);
        onFailure(failure ?? "unreachable");
        if (failure === "revoked") throw revoked(error);
        const next = failure === "conflict" ? "conflict" : "unreachable";
        if (failures === 0) log.warn({ ...describeError(error), state: next }, REMARKS[next]);
        enter(next);
        const wait = retryAfter(error);
        await pause(
          wait === undefined ? Math.max(backoff(failures), next === "conflict" ? CONFLICT_WAIT : 0) : wait * 1000,
          signal,
        );
      }
    }
    return [];
  };

  /** Tries an update until it is handled, or fails although Telegram can be reached; rejects when the bot stops first. */
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
            enter("unreachable");
          },
        });
        // Failures while nothing could be reached say nothing about the update.
        if (wasAway) attempt = 0;
      }
    }
  };

  return {
    get underWay() {
      return queue.underWay;
    },
    async run() {
      try {
        while (!signal.aborted && !queue.failure) {
          for (const update of await fetchUpdates()) queue.add(update, handleOrRetry);
          // While a chat waits, for flood control or a slow answer, the others' updates are fetched beside it.
          const waiting = new AbortController();
          await Promise.race([queue.idle(), pause(STRAGGLERS, AbortSignal.any([signal, waiting.signal]))]);
          waiting.abort();
        }
        await queue.idle();
        // A stop ends the attempts at an update; whatever else ended them must not pass for one.
        if (queue.failure !== undefined && !signal.aborted) throw queue.failure;
        await confirm();
      } finally {
        enter(signal.aborted ? "stopped" : "revoked");
      }
    },
    stop: () => stopping.abort(),
  };

  /** Tells Telegram what is done; what was not handled comes again after the restart. */
  async function confirm(): Promise<void> {
    if (queue.offset === 0) return;
    try {
      await api.getUpdates(
        { offset: queue.offset, limit: 1, timeout: 0, allowed_updates: allowedUpdates },
        grammySignal(AbortSignal.timeout(CONFIRMATION)),
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
