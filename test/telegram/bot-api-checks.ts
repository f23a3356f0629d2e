/** The published limits of keyboards, inline results, commands and webhooks. */
import type { InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResult } from "grammy/types";
import { badRequest } from "./bot-api-failure.ts";
import { integerIn, isRecord, type Parameters, stringIn } from "./bot-api-parameters.ts";
import { inlineText, isLink } from "./bot-api-text.ts";

const ROW_LENGTH = 8;
const BUTTONS = 100;
const CALLBACK_DATA_BYTES = 64;
const COPY_TEXT_LENGTH = 256;
const RESULTS = 50;
const RESULT_ID_BYTES = 64;
const NEXT_OFFSET_BYTES = 64;
const COMMANDS = 100;
const DESCRIPTION_LENGTH = 256;
const START_PARAMETER = /^[\w-]{1,64}$/;
const STYLES: ReadonlySet<unknown> = new Set([undefined, "danger", "success", "primary"]);

const bytes = (text: string) => Buffer.byteLength(text);

export interface KeyboardContext {
  readonly inlineQueries: boolean;
  /** Of the chat that the keyboard is for; an inline message can be anywhere. */
  readonly chat: "private" | "group" | "supergroup" | "channel" | "anywhere";
}

/** An inline keyboard, or the error with which it is refused; an empty one is none. */
export function inlineKeyboard(value: unknown, context: KeyboardContext): InlineKeyboardMarkup | undefined {
  if (value === undefined || value === null) return undefined;
  const { inline_keyboard: rows } = isRecord(value) ? value : {};
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row))) {
    throw badRequest("can't parse inline keyboard: expected an Array of Arrays of InlineKeyboardButton");
  }
  const keyboard = rows.filter((row) => row.length > 0);
  if (keyboard.length === 0) return undefined;
  if (keyboard.some((row) => row.length > ROW_LENGTH)) {
    throw badRequest(`inline keyboard has more than ${ROW_LENGTH} buttons in a row`);
  }
  if (keyboard.reduce((total, row) => total + row.length, 0) > BUTTONS) throw badRequest("REPLY_MARKUP_TOO_LONG");
  for (const button of keyboard.flat()) checkButton(button, context);
  return { inline_keyboard: keyboard };
}

/** What `sendMessage` takes: an inline keyboard or one of the other kinds, which say nothing about the message. */
export function replyMarkup(value: unknown, context: KeyboardContext): InlineKeyboardMarkup | undefined {
  if (isRecord(value) && ["keyboard", "remove_keyboard", "force_reply"].some((name) => name in value)) {
    if (!("inline_keyboard" in value)) return undefined;
  }
  return inlineKeyboard(value, context);
}

const ACTIONS: Readonly<Record<string, (value: unknown, context: KeyboardContext) => void>> = {
  callback_data(value) {
    if (typeof value !== "string" || value === "" || bytes(value) > CALLBACK_DATA_BYTES) {
      throw badRequest("BUTTON_DATA_INVALID");
    }
  },
  url(value) {
    if (typeof value !== "string" || !isLink(value)) throw badRequest("BUTTON_URL_INVALID");
  },
  copy_text(value) {
    const text = isRecord(value) ? stringIn(value, "text") : undefined;
    if (text === undefined || text === "" || text.length > COPY_TEXT_LENGTH) {
      throw badRequest("BUTTON_COPY_TEXT_INVALID");
    }
  },
  switch_inline_query: checkSwitch,
  switch_inline_query_current_chat(value, context) {
    if (context.chat === "channel") throw badRequest("BUTTON_TYPE_INVALID");
    checkSwitch(value, context);
  },
  switch_inline_query_chosen_chat(value, context) {
    if (!isRecord(value)) throw badRequest("BUTTON_TYPE_INVALID");
    const { query = "" } = value;
    checkSwitch(query, context);
  },
  web_app(_, { chat }) {
    if (chat !== "private" && chat !== "anywhere") throw badRequest("BUTTON_TYPE_INVALID");
  },
  login_url(value) {
    const url = isRecord(value) ? stringIn(value, "url") : undefined;
    if (url === undefined || !url.startsWith("https:") || !isLink(url)) throw badRequest("BUTTON_URL_INVALID");
  },
  disabled() {},
  callback_game() {},
  pay() {},
};

function checkSwitch(value: unknown, { inlineQueries }: KeyboardContext): void {
  if (typeof value !== "string") throw badRequest("BUTTON_TYPE_INVALID");
  if (!inlineQueries) {
    throw badRequest("can't use switch_inline_query buttons: the bot doesn't support inline queries");
  }
}

function checkButton(button: unknown, context: KeyboardContext): asserts button is InlineKeyboardButton {
  if (!isRecord(button)) throw badRequest("can't parse InlineKeyboardButton: expected an Object");
  const text = stringIn(button, "text");
  if (text === undefined || text.trim() === "") throw badRequest("BUTTON_TEXT_INVALID");
  const actions = Object.keys(ACTIONS).filter((name) => button[name] !== undefined);
  const [action] = actions;
  if (action === undefined) {
    throw badRequest("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard");
  }
  if (actions.length > 1) {
    throw badRequest(`can't parse inline keyboard button: it has both ${actions.join(" and ")}`);
  }
  const { style } = button;
  if (!STYLES.has(style)) throw badRequest("can't parse inline keyboard button: invalid style specified");
  ACTIONS[action]?.(button[action], context);
}

/** The results of an inline query, all of which the bot's user could pick. */
export function inlineResults(value: unknown, inlineQueries: boolean): readonly InlineQueryResult[] {
  if (!Array.isArray(value)) throw badRequest("can't parse inline query results: expected an Array");
  if (value.length > RESULTS) throw badRequest("RESULTS_TOO_MUCH");
  const ids = new Set<string>();
  for (const result of value) {
    const id = checkedResult(result, inlineQueries);
    if (ids.has(id)) throw badRequest("RESULT_ID_DUPLICATE");
    ids.add(id);
  }
  return value as readonly InlineQueryResult[];
}

/** Checks one result and returns its id. */
export function checkedResult(result: unknown, inlineQueries: boolean): string {
  if (!isRecord(result)) throw badRequest("can't parse inline query result: expected an Object");
  const { type, id, title, input_message_content, reply_markup } = result;
  if (typeof id !== "string" || id === "" || bytes(id) > RESULT_ID_BYTES) throw badRequest("RESULT_ID_INVALID");
  if (typeof type !== "string" || type === "") throw badRequest("RESULT_TYPE_INVALID");
  if (type === "article") {
    if (typeof title !== "string" || title.trim() === "") throw badRequest("ARTICLE_TITLE_EMPTY");
    inlineText(input_message_content);
  } else if (input_message_content !== undefined) {
    inlineText(input_message_content);
  }
  inlineKeyboard(reply_markup, { inlineQueries, chat: "anywhere" });
  return id;
}

/** The rest of what goes with the results of an inline query. */
export function checkInlineOptions(parameters: Parameters): void {
  if (bytes(stringIn(parameters, "next_offset") ?? "") > NEXT_OFFSET_BYTES) throw badRequest("NEXT_OFFSET_INVALID");
  if ((integerIn(parameters, "cache_time") ?? 0) < 0) throw badRequest("CACHE_TIME_INVALID");
  const button = parameters.button;
  if (button === undefined) return;
  const { text, web_app, start_parameter } = isRecord(button) ? button : {};
  if (typeof text !== "string" || text.trim() === "") throw badRequest("BUTTON_TEXT_INVALID");
  if (isRecord(web_app)) return;
  if (typeof start_parameter !== "string" || !START_PARAMETER.test(start_parameter)) {
    throw badRequest("START_PARAM_INVALID");
  }
}

export interface Command {
  readonly command: string;
  readonly description: string;
}

/** A list of commands as `setMyCommands` takes it. */
export function commandList(value: unknown): readonly Command[] {
  if (!Array.isArray(value)) throw badRequest("can't parse commands: expected an Array of BotCommand");
  if (value.length > COMMANDS) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  return value.map((entry: unknown) => {
    const { command, description } = isRecord(entry) ? entry : {};
    if (typeof command !== "string" || !/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (typeof description !== "string" || description.trim() === "" || description.length > DESCRIPTION_LENGTH) {
      throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    return { command, description };
  });
}

const CHAT_SCOPES: ReadonlySet<string> = new Set(["chat", "chat_administrators", "chat_member"]);
const WIDE_SCOPES: ReadonlySet<string> = new Set([
  "default",
  "all_private_chats",
  "all_group_chats",
  "all_chat_administrators",
]);

/** One name for each scope that commands can have. */
export function commandScope(value: unknown): string {
  if (value === undefined) return "default";
  const { type, chat_id, user_id } = isRecord(value) ? value : {};
  if (typeof type === "string" && WIDE_SCOPES.has(type)) return type;
  if (typeof type === "string" && CHAT_SCOPES.has(type) && chat_id !== undefined) {
    return [type, chat_id, ...(type === "chat_member" ? [user_id] : [])].join(" ");
  }
  throw badRequest("can't parse BotCommandScope: unsupported type specified");
}

// ISO 639-1.
const LANGUAGES: ReadonlySet<string> = new Set(
  (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo " +
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka " +
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng " +
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su " +
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
  ).split(" "),
);

/** The language that a text of the bot's profile is for; empty for everyone else. */
export function languageCode(parameters: Parameters): string {
  const code = stringIn(parameters, "language_code") ?? "";
  if (code !== "" && !LANGUAGES.has(code)) throw badRequest("invalid language code specified");
  return code;
}

/** Telegram takes only HTTPS and four ports; a test's own server on the loopback address is let through. */
export function checkWebhook(parameters: Parameters): void {
  const url = stringIn(parameters, "url") ?? "";
  if (!URL.canParse(url)) throw badRequest("bad webhook: invalid webhook URL specified");
  const { protocol, hostname, port } = new URL(url);
  const isLoopback = hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback)) {
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  }
  if (!isLoopback && !["", "80", "88", "443", "8443"].includes(port)) {
    throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
  }
  const secret = stringIn(parameters, "secret_token");
  if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
    throw badRequest("secret token contains unallowed characters or has an invalid length");
  }
  const connections = integerIn(parameters, "max_connections");
  if (connections !== undefined && (connections < 1 || connections > 100)) {
    throw badRequest("max_connections must be between 1 and 100");
  }
}
