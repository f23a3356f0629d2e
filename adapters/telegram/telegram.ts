/** The Telegram bot: connects, takes updates by long polling or webhook, and stops without losing one. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { Bot, BotError } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { type ChatOptions, createChat, type PlatformFacts } from "../chat/chat.ts";
import type { Limits } from "../chat/limits.ts";
import type { Configuration } from "../environment/configuration.ts";
import { describeError, type Log } from "../environment/log.ts";
import type { Webhook } from "../http/server.ts";
import { aborted } from "../pause.ts";
import type { Platform, PlatformError, PlatformHealth } from "../platform.ts";
import type { RememberedIds } from "../state/state.ts";
import { equip, failureOf, grammySignal } from "./api.ts";
import { revoked, untilReachable } from "./contact.ts";
import { ALLOWED_UPDATES, createHandlers } from "./handlers.ts";
import { createMessages } from "./messages.ts";
import { createPolling, type Polling, type PollingState } from "./polling.ts";
import { register } from "./registration.ts";

export interface TelegramOptions extends Omit<ChatOptions, keyof PlatformFacts> {
  readonly configuration: NonNullable<Configuration["telegram"]>;
  readonly answered: RememberedIds;
  readonly limits: Limits;
  readonly log: Log;
}

export interface Telegram extends Platform {
  /** Only with a webhook. */
  readonly webhook?: Webhook;
}

const TELEGRAM = {
  platform: "Telegram",
  hasChoices: true,
  hasComments: false,
  remembersUpdates: true,
} satisfies PlatformFacts;

/** https://core.telegram.org/bots/api#setwebhook */
const SECRET_HEADER = "x-telegram-bot-api-secret-token";
/** Seconds; above those that Telegram holds a poll back. */
const REQUEST_TIMEOUT = 45;

export function createTelegram(options: TelegramOptions): Telegram {
  const { configuration, answered, log } = options;
  const { token, apiRoot, webhook } = configuration;
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: REQUEST_TIMEOUT } });
  const stopping = new AbortController();
  let state: PollingState = "connecting";
  const onState = (next: PollingState) => {
    if (next === state) return;
    log.info({ state: next }, "Telegram");
    if (next === "connected") options.observer.connected({ platform: TELEGRAM.platform });
    state = next;
  };
  equip(bot.api);

  let fail: (error: PlatformError) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Heard by `run`; until then nobody is to be told of it twice.
  failed.catch(() => {});

  const underWay = new Map<number, Promise<void>>();
  let polling: Polling | undefined;
  /** Telegram sends an update again when its answer was late, or when the process died before confirming it. */
  bot.use(async (ctx, next) => {
    const { update_id: id } = ctx.update;
    if (answered.has(id)) return;
    const running = underWay.get(id);
    if (running) {
      await running;
      return;
    }
    const started = performance.now();
    const task = next().then(() => {
      answered.add(id);
      log.debug({ update: id, ms: Math.round(performance.now() - started) }, "done");
    });
    underWay.set(id, task);
    try {
      await task;
    } finally {
      underWay.delete(id);
    }
  });

  const handle = async (update: Update): Promise<void> => {
    try {
      await bot.handleUpdate(update);
    } catch (wrapped) {
      const error = wrapped instanceof BotError ? wrapped.error : wrapped;
      // Only what may work the next time is worth another attempt; a fault of our own is the same again.
      if (failureOf(error) !== undefined) throw error;
      log.error({ ...describeError(error), update: update.update_id }, "an update could not be handled");
    }
  };

  const connect = async (): Promise<UserFromGetMe | undefined> => {
    const me = await untilReachable(() => bot.api.getMe(grammySignal(stopping.signal)), {
      signal: stopping.signal,
      log,
      onFailure: () => onState("unreachable"),
    });
    if (!me) return undefined;
    bot.botInfo = me;
    const isInline = me.supports_inline_queries;
    bot.use(
      createHandlers({
        chat: createChat({ ...options, ...TELEGRAM }),
        messages: createMessages({ inline: isInline }, log, options.observer),
        limits: options.limits,
        pseudonym: (id) => createHmac("sha256", token).update(`telegram:${id}`).digest("base64url"),
        username: me.username,
        ...(isInline ? { inlineName: `@${me.username}` } : {}),
        log,
      }),
    );
    return me;
  };

  /** Not worth delaying a question for, or failing over: without it the bot answers all the same. */
  const registerNow = async () => {
    try {
      const title = (language: string) => {
        const { title } = options.answerer().base;
        return title[language] ?? title["en"] ?? Object.values(title)[0] ?? "";
      };
      const written = await register(bot.api, configuration.name, title);
      log.info({ written }, "commands and descriptions are registered");
    } catch (error) {
      log.warn(describeError(error), "commands and descriptions could not be registered");
    }
  };

  const runByPolling = async () => {
    polling = createPolling({
      api: bot.api,
      allowedUpdates: ALLOWED_UPDATES,
      handle,
      onState,
      onFailure: (failure) => options.observer.apiFailed({ platform: TELEGRAM.platform, failure }),
      log,
    });
    const { stop, run } = polling;
    stopping.signal.addEventListener("abort", stop);
    if (stopping.signal.aborted) stop();
    // Updates that wait are kept: they are questions.
    await untilReachable(() => bot.api.deleteWebhook(), { signal: stopping.signal, log });
    await run();
  };

  const runByWebhook = async ({ url, secret }: NonNullable<typeof webhook>) => {
    await untilReachable(() => bot.api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES }), {
      signal: stopping.signal,
      log,
      onFailure: () => onState("unreachable"),
    });
    if (!stopping.signal.aborted) onState("connected");
    await Promise.race([failed, aborted(stopping.signal)]);
    await Promise.allSettled(underWay.values());
    onState("stopped");
  };

  let running: Promise<void> | undefined;
  const run = async () => {
    try {
      const me = await connect();
      if (!me) return onState("stopped");
      const registered = registerNow();
      await (webhook ? runByWebhook(webhook) : runByPolling());
      await Promise.race([registered, undefined]);
    } catch (error) {
      onState("revoked");
      throw error;
    }
  };

  /** Kept open until the update is handled: Telegram sends it again when the answer is no success. */
  const receive = async (request: Request, secret: string): Promise<Response> => {
    if (!isSecret(request.headers.get(SECRET_HEADER), secret)) return new Response(null, { status: 401 });
    // Until the bot knows its own name it cannot tell what is meant for it.
    if (state !== "connected") return new Response(null, { status: 503 });
    const update = await request.json().catch(() => undefined);
    if (!isUpdate(update)) return new Response(null, { status: 400 });
    try {
      await handle(update);
      return new Response(null, { status: 200 });
    } catch (error) {
      if (failureOf(error) === "revoked") fail(revoked(error));
      return new Response(null, { status: 500 });
    }
  };

  return {
    name: "telegram",
    get health(): PlatformHealth {
      return { isReady: state === "connected", state, underWay: polling?.underWay ?? underWay.size };
    },
    run: () => {
      running ??= run();
      return running;
    },
    async stop() {
      stopping.abort();
      await running?.catch(() => {});
    },
    ...(webhook
      ? {
          webhook: {
            path: new URL(webhook.url).pathname,
            handle: (request) => receive(request, webhook.secret),
          } satisfies Webhook,
        }
      : {}),
  };
}

/** In a time that does not tell how much of it is right. */
function isSecret(given: string | null, secret: string): boolean {
  const digest = (text: string) => createHmac("sha256", secret).update(text).digest();
  return given !== null && timingSafeEqual(digest(given), digest(secret));
}

/** No more is asked of it: unknown fields of a newer Telegram are no reason to drop a question. */
function isUpdate(value: unknown): value is Update {
  return typeof value === "object" && value !== null && "update_id" in value && Number.isInteger(value.update_id);
}
