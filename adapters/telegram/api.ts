/** How the bot speaks to the Bot API, and what each refusal means for it. */
import { setTimeout } from "node:timers/promises";
import { type Api, GrammyError, HttpError, type Transformer } from "grammy";

/** Seconds that flood control may cost one message, in however many waits: an answer after a minute helps nobody. */
const FLOOD_SECONDS = 45;
/** Worth nothing when they come late. */
const IMMEDIATE: ReadonlySet<string> = new Set(["answerCallbackQuery", "answerInlineQuery", "getUpdates"]);

export function equip(api: Api): void {
  api.config.use(followMigration, waitOutFlood);
}

/** Waits as long as Telegram says, as often as it says so. Other failures are left to whoever holds the update. */
const waitOutFlood: Transformer = async (previous, method, payload, signal) => {
  for (let left = FLOOD_SECONDS; ; ) {
    const result = await previous(method, payload, signal);
    const wait = result.ok || result.error_code !== 429 ? undefined : (result.parameters?.retry_after ?? 1);
    if (wait === undefined || wait > left || IMMEDIATE.has(method)) return result;
    left -= Math.max(1, wait);
    await setTimeout(wait * 1000);
  }
};

/** A group that became a supergroup has a new id, which the refusal tells. */
const followMigration: Transformer = async (previous, method, payload, signal) => {
  const result = await previous(method, payload, signal);
  const chat = result.ok ? undefined : result.parameters?.migrate_to_chat_id;
  if (chat === undefined || !("chat_id" in payload)) return result;
  return previous(method, { ...payload, chat_id: chat }, signal);
};

/**
 * - `gone`: the message cannot reach anybody any more, and nobody misses it
 * - `unchanged`: what was wanted is so already
 * - `refused`: Telegram does not take this content
 * - `flooded`: too much, for longer than a person would wait
 * - `unreachable`: no contact, or an error of the server: it may work later
 * - `revoked`: the token is not valid any more
 * - `conflict`: another process polls with the same token
 */
export type Failure = "gone" | "unchanged" | "refused" | "flooded" | "unreachable" | "revoked" | "conflict";

const GONE =
  /chat not found|user is deactivated|message to (?:be replied|edit|delete) not found|message can't be edited|query is too old|topic[ _]closed|not enough rights|have no rights|chat_write_forbidden|thread not found|message_id_invalid|peer_id_invalid/iu;

/** `undefined` for an error that is not the Bot API's. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof HttpError) return "unreachable";
  if (!(error instanceof GrammyError)) return undefined;
  const { error_code: code, description } = error;
  switch (code) {
    // An unknown path: Telegram says so of a token that was never valid.
    case 401:
    case 404:
      return "revoked";
    case 403:
      return "gone";
    case 409:
      return "conflict";
    case 429:
      return "flooded";
    default:
      if (code >= 500) return "unreachable";
      if (/message is not modified/iu.test(description)) return "unchanged";
      return GONE.test(description) ? "gone" : "refused";
  }
}

/** Seconds to wait, where Telegram says so. */
export function retryAfter(error: unknown): number | undefined {
  return error instanceof GrammyError ? error.parameters.retry_after : undefined;
}

type GrammySignal = NonNullable<Parameters<Api["getMe"]>[0]>;

/** grammY's types name the signal of a package for old versions of Node.js; it takes the platform's own. */
export function grammySignal(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}
