/**
 * A Telegram Bot API server on the loopback address, for tests and benchmarks of the real bot. It enforces the
 * published limits, and where Telegram mends a call in silence it rather refuses it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiResponse, Message, Update, UserFromGetMe } from "grammy/types";
import { ApiFailure } from "./bot-api-failure.ts";
import {
  createFaults,
  type DroppedCall,
  type Fault,
  type FaultScope,
  type RawResponse,
  type RefusedCall,
} from "./bot-api-faults.ts";
import { createFloodGuard, type FloodLimits } from "./bot-api-flood.ts";
import { readAddress, readBody, readPayload, refusal, write } from "./bot-api-http.ts";
import { createMethods } from "./bot-api-methods.ts";
import { isRecord, methodNamed, type Parameters, type Payload, readParameters } from "./bot-api-parameters.ts";
import { createPeople, type People } from "./bot-api-people.ts";
import {
  type AskedAsGuest,
  type AskedInline,
  type CallbackAnswer,
  createQueries,
  type GuestAnswer,
  type InlineAnswer,
} from "./bot-api-queries.ts";
import { createRooms } from "./bot-api-rooms.ts";
import { createUpdateQueue, type UpdateContent } from "./bot-api-updates.ts";
import { createWaiting, type WaitOptions } from "./bot-api-waiting.ts";

export type { SendOptions, TestChannel, TestChat, TestGroup, TestPrivateChat } from "./bot-api-people.ts";
export type { CallbackAnswer, GuestAnswer, InlineAnswer } from "./bot-api-queries.ts";
export type { UpdateContent } from "./bot-api-updates.ts";

export interface BotApiOptions {
  readonly token?: string;
  /** What `getMe` says instead of the usual. */
  readonly me?: Partial<UserFromGetMe>;
  /** False to forget calls and old messages, for long benchmarks. */
  readonly keepCalls?: boolean;
  readonly port?: number;
  /** How long the waiting functions wait, in milliseconds, unless told otherwise. */
  readonly patience?: number;
  readonly floodLimits?: FloodLimits;
  /** Whether the bot is told which inline result was picked, a setting of its owner. */
  readonly inlineFeedback?: boolean;
  readonly webhookRetryMs?: number;
}

export interface Call {
  /** As published, however the bot spelt it. */
  readonly method: string;
  readonly payload: Payload;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** Undefined as long as there is none, and if it never comes. */
  readonly response: ApiResponse<unknown> | undefined;
}

/** Something that Telegram accepts and that this bot should not do. */
export interface Remark {
  readonly method: string;
  readonly what: string;
}

export interface BotApiServer extends People {
  readonly root: string;
  readonly token: string;
  readonly me: UserFromGetMe;

  /** Any other update; undefined when the bot did not ask for its type. */
  update(content: UpdateContent): Update | undefined;

  readonly calls: readonly Call[];
  callsOf(method: string): readonly Call[];
  /** Also without `keepCalls`. */
  count(method: string): { readonly ok: number; readonly failed: number };
  /** Called when a response is known; returns how to stop it. */
  onCall(listener: (call: Call) => void): () => void;
  /** The use of `parse_mode`, of `drop_pending_updates` and of parameters that Telegram does not know. */
  readonly remarks: readonly Remark[];
  /** The messages of a chat as they look now, without those that are deleted. */
  messages(chatId: number): readonly Message[];
  /** A message as it looks now, or undefined if it is deleted. */
  current(message: Message): Message | undefined;
  inlineMessageId(message: Message): string | undefined;
  /** The bot's next message in the chat, each given once. */
  nextReply(chatId: number, options?: WaitOptions): Promise<Message>;
  /** The next edited version of one of the bot's messages in the chat, each given once. */
  nextEdit(chatId: number, options?: WaitOptions): Promise<Message>;
  readonly callbackAnswers: readonly CallbackAnswer[];
  callbackAnswer(id: string, options?: WaitOptions): Promise<CallbackAnswer>;
  inlineAnswer(id: string, options?: WaitOptions): Promise<InlineAnswer>;
  guestAnswer(id: string, options?: WaitOptions): Promise<GuestAnswer>;
  /** Everything asked so far is too old to be answered. */
  expireQueries(): void;
  waitFor(condition: () => unknown, options?: WaitOptions): Promise<void>;
  /** Until every update is delivered and confirmed. */
  settled(options?: WaitOptions): Promise<void>;
  readonly unconfirmed: number;

  /** Each of these hits the next matching calls and returns how to take it back. */
  fail(call: RefusedCall): () => void;
  hang(call: FaultScope): () => void;
  drop(call: DroppedCall): () => void;
  respondRaw(call: RawResponse): () => void;
  delay(call: FaultScope & { readonly ms: number }): () => void;

  /** From now on every call is unauthorized. */
  revokeToken(): void;
  /** Closes the port and all connections; updates wait. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

interface OpenCall extends Call {
  response: ApiResponse<unknown> | undefined;
}

const TOKEN = "7100200300:TEST-token_for_the_loopback_server0";
const FORGETFUL_LIMIT = 100;
const GOODBYE_MS = 20;
const REMARKS_LIMIT = 1000;

export async function startBotApiServer(options: BotApiOptions = {}): Promise<BotApiServer> {
  const { token = TOKEN, keepCalls = true, patience = 5000, inlineFeedback = false, webhookRetryMs = 50 } = options;
  const me = { ...usualBot(token), ...options.me };
  const keep = keepCalls ? Number.POSITIVE_INFINITY : FORGETFUL_LIMIT;
  const calls: OpenCall[] = [];
  const counts = new Map<string, { ok: number; failed: number }>();
  const listeners = new Set<(call: Call) => void>();
  const remarks: Remark[] = [];
  const { changed, until } = createWaiting(patience);
  const rooms = createRooms({ keepPerRoom: keep });
  const faults = createFaults();
  // Many at a time wait for an answer in a benchmark.
  const keepQueries = keepCalls ? Number.POSITIVE_INFINITY : FORGETFUL_LIMIT * 100;
  const callbacks = createQueries<undefined, CallbackAnswer>(4_382_000_000_000_000_000n, keepQueries);
  const inlines = createQueries<AskedInline, InlineAnswer>(6_382_000_000_000_000_000n, keepQueries);
  const guests = createQueries<AskedAsGuest, GuestAnswer>(8_382_000_000_000_000_000n, keepQueries);
  let isRevoked = false;
  let inlineMessages = 0;

  function inlineMessageId(): string {
    inlineMessages += 1;
    return Buffer.from(`inline message ${inlineMessages}`).toString("base64url");
  }

  const updates = createUpdateQueue({
    firstId: 100_000_000 + Math.floor(Math.random() * 800_000_000),
    webhookRetryMs,
    onChange: changed,
    onWebhookReply: (body) => {
      const payload = jsonObject(body);
      const { method, ...rest } = payload;
      if (typeof method === "string") void run(method, rest);
    },
  });
  const shared = { me, rooms, callbacks, inlines, guests, inlineMessageId };
  const methods = createMethods({ ...shared, updates, checkFlood: createFloodGuard(options.floodLimits) });
  const people = createPeople({ ...shared, inlineFeedback, tell: updates.add });

  function remark(method: string, what: string): void {
    if (remarks.length < REMARKS_LIMIT) remarks.push({ method, what });
  }

  function noteRemarks(method: string, parameters: Parameters, unknown: readonly string[]): void {
    for (const name of unknown) remark(method, `unknown parameter ${name}`);
    if (parameters.drop_pending_updates === true) remark(method, "drop_pending_updates");
    if (mentionsParseMode(parameters)) remark(method, "parse_mode");
  }

  async function perform(name: string, payload: Payload, gone: AbortSignal): Promise<ApiResponse<unknown>> {
    try {
      if (isRevoked) throw new ApiFailure(401, "Unauthorized");
      const method = methodNamed(name);
      if (method === undefined) throw new ApiFailure(404, "Not Found: method not found");
      const { parameters, unknown } = readParameters(method, payload);
      noteRemarks(method, parameters, unknown);
      const result = methods[method](parameters, gone);
      return { ok: true, result: result instanceof Promise ? await result : result };
    } catch (error) {
      return refusal(error);
    }
  }

  function begin(name: string, payload: Payload): OpenCall {
    const call: OpenCall = { method: methodNamed(name) ?? name, payload, at: Date.now(), response: undefined };
    if (keepCalls) calls.push(call);
    changed();
    return call;
  }

  function finish(call: OpenCall, response: ApiResponse<unknown>): void {
    call.response = response;
    const count = counts.get(call.method) ?? { ok: 0, failed: 0 };
    count[response.ok ? "ok" : "failed"] += 1;
    counts.set(call.method, count);
    for (const listener of listeners) listener(call);
    changed();
  }

  async function run(name: string, payload: Payload): Promise<void> {
    const call = begin(name, payload);
    finish(call, await perform(name, payload, NEVER));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = readAddress(request.url ?? "");
    const body = await readBody(request);
    if (address === undefined || !/^\d+:[\w-]+$/.test(address.token)) {
      return reply(response, refusal(new ApiFailure(404, "Not Found")));
    }
    if (address.token !== token) return reply(response, refusal(new ApiFailure(401, "Unauthorized")));
    const payload = payloadOf(address.query, request.headers["content-type"] ?? "", body);
    if (payload instanceof ApiFailure) return reply(response, refusal(payload));
    const call = begin(address.method, payload);
    const { fault, delayMs } = faults.next(address.method, payload);
    if (delayMs > 0) await sleep(delayMs, undefined, { ref: false });
    if (fault !== undefined) return suffer(fault, call, response);
    const outcome = await perform(address.method, payload, goneSignal(call.method, response));
    // A bot that left a poll for its next one may still seem to be there.
    if (!outcome.ok && outcome.error_code === 409) await sleep(GOODBYE_MS);
    if (response.destroyed) return;
    finish(call, outcome);
    reply(response, outcome);
  }

  async function suffer(fault: Fault, call: OpenCall, response: ServerResponse): Promise<void> {
    switch (fault.kind) {
      case "fail": {
        const { error_code, description, parameters } = fault;
        const refused = refusal(new ApiFailure(error_code, description, parameters));
        finish(call, refused);
        return reply(response, refused);
      }
      case "raw":
        changed();
        return write(response, fault.status, fault.body, fault.contentType ?? "text/html");
      case "hang":
        return changed();
      case "drop":
        if (fault.when === "after") await perform(call.method, call.payload, NEVER);
        response.socket?.destroy();
        return changed();
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.socket?.destroy());
  });
  // A connection that the server closes just as the bot uses it again would be a fault that no test asked for.
  server.keepAliveTimeout = 0;

  function listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  }

  function close(): Promise<void> {
    if (!server.listening) return Promise.resolve();
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo;

  return {
    ...people,
    root: `http://127.0.0.1:${port}`,
    token,
    me,
    update: updates.add,
    calls,
    callsOf: (name) => calls.filter(({ method }) => method === (methodNamed(name) ?? name)),
    count: (method) => ({ ...(counts.get(method) ?? { ok: 0, failed: 0 }) }),
    onCall(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    remarks,
    messages: (chatId) => [...(rooms.get(chatId)?.posted.values() ?? [])].map(({ message }) => message),
    current: ({ chat, message_id }) => rooms.find(chat.id, message_id)?.message,
    inlineMessageId: ({ chat, message_id }) => rooms.find(chat.id, message_id)?.inlineMessageId,
    nextReply: (chatId, wait) =>
      until(() => rooms.get(chatId)?.sent.shift(), { what: `a message of the bot in chat ${chatId}`, ...wait }),
    nextEdit: (chatId, wait) =>
      until(() => rooms.get(chatId)?.edited.shift(), { what: `an edit of the bot in chat ${chatId}`, ...wait }),
    get callbackAnswers() {
      return callbacks.answers();
    },
    callbackAnswer: (id, wait) =>
      until(() => callbacks.answered(id), { what: `the answer to callback ${id}`, ...wait }),
    inlineAnswer: (id, wait) =>
      until(() => inlines.answered(id), { what: `the answer to inline query ${id}`, ...wait }),
    guestAnswer: (id, wait) => until(() => guests.answered(id), { what: `the answer to guest query ${id}`, ...wait }),
    expireQueries() {
      callbacks.expire();
      inlines.expire();
      guests.expire();
    },
    async waitFor(condition, wait) {
      await until(() => (condition() ? true : undefined), wait);
    },
    async settled(wait) {
      await until(() => (updates.unconfirmed() === 0 ? true : undefined), {
        what: "all updates to be confirmed",
        ...wait,
      });
    },
    get unconfirmed() {
      return updates.unconfirmed();
    },
    fail: (call) => faults.add({ kind: "fail", ...call }),
    hang: (call) => faults.add({ kind: "hang", ...call }),
    drop: (call) => faults.add({ kind: "drop", ...call }),
    respondRaw: (call) => faults.add({ kind: "raw", ...call }),
    delay: faults.delay,
    revokeToken() {
      isRevoked = true;
      updates.interrupt(new ApiFailure(401, "Unauthorized"));
    },
    goDown() {
      updates.pause(true);
      return close();
    },
    async comeBack() {
      await listen(port);
      updates.pause(false);
    },
    stop() {
      updates.stop();
      return close();
    },
  };
}

const NEVER = new AbortController().signal;

/** Aborted when the bot closes the connection, for the one method that waits. */
function goneSignal(method: string, response: ServerResponse): AbortSignal {
  if (method !== "getUpdates") return NEVER;
  const gone = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

const usualBot = (token: string): UserFromGetMe => ({
  id: Number(token.split(":", 1)[0]),
  is_bot: true,
  first_name: "Test Bot",
  username: "test_news_bot",
  can_join_groups: true,
  can_read_all_group_messages: true,
  supports_guest_queries: true,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
});

function reply(response: ServerResponse, body: ApiResponse<unknown>): void {
  write(response, body.ok ? 200 : body.error_code, JSON.stringify(body));
}

function payloadOf(query: URLSearchParams, contentType: string, body: Buffer): Payload | ApiFailure {
  try {
    return readPayload(query, contentType, body);
  } catch (error) {
    if (error instanceof ApiFailure) return error;
    throw error;
  }
}

function jsonObject(body: string): Payload {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function mentionsParseMode(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(mentionsParseMode);
  if (!isRecord(value)) return false;
  return Object.entries(value).some(
    ([name, inner]) => name.endsWith("parse_mode") || (typeof inner === "object" && mentionsParseMode(inner)),
  );
}
