/** The updates that wait for the bot: numbered, kept until confirmed, fetched by it or sent to its webhook. */
import type { Update } from "grammy/types";
import { ApiFailure, badRequest } from "./bot-api-failure.ts";
import { sendToWebhook, type Webhook } from "./bot-api-webhook.ts";

/** What one update holds, without its number. */
export type UpdateContent = Omit<Update, "update_id">;

const ALL_TYPES = [
  "message",
  "edited_message",
  "channel_post",
  "edited_channel_post",
  "business_connection",
  "business_message",
  "edited_business_message",
  "deleted_business_messages",
  "guest_message",
  "stopped_message_generation",
  "message_reaction",
  "message_reaction_count",
  "inline_query",
  "chosen_inline_result",
  "callback_query",
  "shipping_query",
  "pre_checkout_query",
  "purchased_paid_media",
  "poll",
  "poll_answer",
  "my_chat_member",
  "chat_member",
  "chat_join_request",
  "chat_boost",
  "removed_chat_boost",
  "managed_bot",
  "subscription",
];
const ON_REQUEST: ReadonlySet<string> = new Set(["chat_member", "message_reaction", "message_reaction_count"]);
const DEFAULT_TYPES: ReadonlySet<string> = new Set(ALL_TYPES.filter((type) => !ON_REQUEST.has(type)));
const LONGEST_POLL_SECONDS = 50;
const CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

interface Entry {
  readonly update: Update;
  /** Updates of one chat go to a webhook one after the other. */
  readonly lane: string;
  confirmed: boolean;
}

interface Poll {
  readonly answer: (updates: readonly Update[]) => void;
  readonly refuse: (failure: ApiFailure) => void;
  readonly limit: number;
}

interface Delivery {
  readonly webhook: Webhook;
  readonly lanes: Map<string, Entry[]>;
  readonly ready: Entry[][];
  readonly stop: AbortController;
  active: number;
}

export interface PollRequest {
  readonly offset: number;
  readonly limit: number;
  readonly timeout: number;
  readonly allowedUpdates: unknown;
  /** Aborted when whoever asked has gone away. */
  readonly gone: AbortSignal;
}

export interface WebhookStatus {
  readonly webhook: Webhook | undefined;
  readonly lastError: { readonly date: number; readonly message: string } | undefined;
  readonly allowedUpdates: readonly string[] | undefined;
}

export interface UpdateQueue {
  /** Undefined when the bot did not ask for updates of this type. */
  add(content: UpdateContent): Update | undefined;
  /** How many are not yet confirmed. */
  unconfirmed(): number;
  poll(request: PollRequest): Promise<readonly Update[]>;
  setWebhook(webhook: Webhook | undefined, allowedUpdates: unknown): void;
  status(): WebhookStatus;
  drop(): void;
  /** Refuses whoever waits, as after the token was revoked. */
  interrupt(failure: ApiFailure): void;
  /** While the server is down, nothing is sent to the webhook. */
  pause(isPaused: boolean): void;
  stop(): void;
}

export interface UpdateQueueOptions {
  readonly firstId: number;
  readonly webhookRetryMs: number;
  readonly onChange: () => void;
  /** A webhook's response may hold a call of a method. */
  readonly onWebhookReply: (body: string) => void;
}

export function createUpdateQueue(options: UpdateQueueOptions): UpdateQueue {
  const { onChange } = options;
  let entries: Entry[] = [];
  let head = 0;
  let nextId = options.firstId;
  let open = 0;
  let allowed: ReadonlySet<string> = DEFAULT_TYPES;
  let waiting: Poll | undefined;
  let delivery: Delivery | undefined;
  let lastError: WebhookStatus["lastError"];
  let isPaused = false;

  function confirm(entry: Entry): void {
    if (entry.confirmed) return;
    entry.confirmed = true;
    open -= 1;
    while (entries[head]?.confirmed === true) head += 1;
    if (head > 1024 && head * 2 > entries.length) {
      entries = entries.slice(head);
      head = 0;
    }
    onChange();
  }

  function confirmBelow(offset: number): void {
    for (let entry = entries[head]; entry !== undefined && entry.update.update_id < offset; entry = entries[head]) {
      confirm(entry);
    }
  }

  /** A negative offset counts from the end, and everything before it is forgotten. */
  function startOf(offset: number): number {
    if (offset >= 0) return offset;
    const kept = entries.slice(head).filter(({ confirmed }) => !confirmed);
    return kept.at(Math.max(offset, -kept.length))?.update.update_id ?? 0;
  }

  function fetch(limit: number): Update[] {
    const fetched: Update[] = [];
    for (let at = head; at < entries.length && fetched.length < limit; at += 1) {
      const entry = entries[at];
      if (entry !== undefined && !entry.confirmed) fetched.push(entry.update);
    }
    return fetched;
  }

  function allow(types: unknown): void {
    if (types === undefined || types === null) return;
    if (!Array.isArray(types)) throw badRequest("can't parse allowed updates: expected an Array of String");
    // Telegram ignores names that it does not know.
    allowed =
      types.length === 0
        ? DEFAULT_TYPES
        : new Set(types.filter((type: unknown): type is string => typeof type === "string"));
  }

  function schedule(entry: Entry, to: Delivery): void {
    const lane = to.lanes.get(entry.lane);
    if (lane === undefined) {
      const created = [entry];
      to.lanes.set(entry.lane, created);
      to.ready.push(created);
    } else {
      lane.push(entry);
    }
  }

  function deliverTo(webhook: Webhook | undefined): void {
    delivery?.stop.abort();
    delivery?.webhook.agent.destroy();
    delivery = undefined;
    if (webhook === undefined) return;
    delivery = { webhook, lanes: new Map(), ready: [], stop: new AbortController(), active: 0 };
    for (const entry of entries) if (!entry.confirmed) schedule(entry, delivery);
    pump(delivery);
  }

  function pump(to: Delivery): void {
    while (!isPaused && !to.stop.signal.aborted && to.active < to.webhook.maxConnections) {
      const lane = to.ready.shift();
      if (lane === undefined) return;
      void deliver(lane, to);
    }
  }

  async function deliver(lane: Entry[], to: Delivery): Promise<void> {
    const [entry] = lane;
    if (entry === undefined) return;
    to.active += 1;
    const outcome = await sendToWebhook(to.webhook, entry.update, to.stop.signal);
    to.active -= 1;
    if (outcome.error === undefined) {
      lane.shift();
      confirm(entry);
      if (lane.length > 0) to.ready.push(lane);
      else to.lanes.delete(entry.lane);
      if (outcome.body !== "") options.onWebhookReply(outcome.body);
    } else if (!to.stop.signal.aborted) {
      lastError = { date: Math.floor(Date.now() / 1000), message: outcome.error };
      onChange();
      setTimeout(() => {
        to.ready.push(lane);
        pump(to);
      }, options.webhookRetryMs).unref();
    }
    pump(to);
  }

  function answerWaiting(): void {
    const poll = waiting;
    if (poll === undefined || open === 0) return;
    waiting = undefined;
    poll.answer(fetch(poll.limit));
  }

  function refuseWaiting(failure: ApiFailure): void {
    const poll = waiting;
    waiting = undefined;
    poll?.refuse(failure);
  }

  return {
    add(content) {
      const type = Object.keys(content)[0] ?? "";
      if (!allowed.has(type)) return undefined;
      const update: Update = { update_id: nextId, ...content };
      nextId += 1;
      const entry = { update, lane: laneOf(content), confirmed: false };
      entries.push(entry);
      open += 1;
      if (delivery !== undefined) {
        schedule(entry, delivery);
        pump(delivery);
      } else if (waiting !== undefined) {
        // Whatever is added in the same breath comes in the same response.
        queueMicrotask(answerWaiting);
      }
      onChange();
      return update;
    },
    unconfirmed: () => open,
    poll({ offset, limit, timeout, allowedUpdates, gone }) {
      if (delivery !== undefined) {
        const description =
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
        return Promise.reject(new ApiFailure(409, description));
      }
      allow(allowedUpdates);
      refuseWaiting(new ApiFailure(409, CONFLICT));
      const most = limit < 1 || limit > 100 ? 100 : limit;
      confirmBelow(startOf(offset));
      const ready = fetch(most);
      const seconds = Math.min(timeout, LONGEST_POLL_SECONDS);
      if (ready.length > 0 || seconds <= 0) return Promise.resolve(ready);
      return new Promise((resolve, reject) => {
        const settle = () => {
          clearTimeout(timer);
          gone.removeEventListener("abort", leave);
        };
        const poll: Poll = {
          limit: most,
          answer(updates) {
            settle();
            resolve(updates);
          },
          refuse(failure) {
            settle();
            reject(failure);
          },
        };
        const leave = () => {
          if (waiting === poll) waiting = undefined;
          poll.answer([]);
        };
        const timer = setTimeout(leave, seconds * 1000);
        gone.addEventListener("abort", leave);
        waiting = poll;
      });
    },
    setWebhook(webhook, allowedUpdates) {
      allow(allowedUpdates);
      lastError = undefined;
      deliverTo(webhook);
      if (webhook !== undefined) refuseWaiting(new ApiFailure(409, "Conflict: terminated by setWebhook request"));
    },
    status: () => ({
      webhook: delivery?.webhook,
      lastError,
      allowedUpdates: allowed === DEFAULT_TYPES ? undefined : [...allowed],
    }),
    drop() {
      for (const entry of entries.slice(head)) confirm(entry);
      // Forgets what is scheduled, too.
      deliverTo(delivery?.webhook);
    },
    interrupt: refuseWaiting,
    pause(paused) {
      isPaused = paused;
      if (!paused && delivery !== undefined) pump(delivery);
    },
    stop() {
      deliverTo(undefined);
      waiting?.answer([]);
      waiting = undefined;
    },
  };
}

function laneOf(content: UpdateContent): string {
  const { callback_query, inline_query, chosen_inline_result } = content;
  const message =
    content.message ??
    content.edited_message ??
    content.channel_post ??
    content.edited_channel_post ??
    callback_query?.message;
  if (message !== undefined) return `chat ${message.chat.id}`;
  const from = callback_query?.from ?? inline_query?.from ?? chosen_inline_result?.from;
  return from === undefined ? "other" : `user ${from.id}`;
}
