/** The methods that the test server knows, with their parameters as published. */
import { badRequest } from "./bot-api-failure.ts";

type Kind = "integer" | "boolean" | "string" | "chat" | "json";
/** What a call carries, before anything is known about it. */
export type Payload = Readonly<Record<string, unknown>>;

const sending = {
  business_connection_id: "string",
  chat_id: "chat",
  message_thread_id: "integer",
  direct_messages_topic_id: "integer",
  ephemeral_message_parameters: "json",
  disable_notification: "boolean",
  protect_content: "boolean",
  allow_paid_broadcast: "boolean",
  message_effect_id: "string",
  suggested_post_parameters: "json",
  reply_parameters: "json",
  reply_markup: "json",
} as const;
const message = { business_connection_id: "string", chat_id: "chat", message_id: "integer" } as const;
const edited = { ...message, inline_message_id: "string" } as const;
const scoped = { scope: "json", language_code: "string" } as const;

/** Every method that is answered, with the kind of each parameter. */
export const METHODS = {
  getUpdates: { offset: "integer", limit: "integer", timeout: "integer", allowed_updates: "json" },
  setWebhook: {
    url: "string",
    certificate: "string",
    ip_address: "string",
    max_connections: "integer",
    allowed_updates: "json",
    drop_pending_updates: "boolean",
    secret_token: "string",
  },
  deleteWebhook: { drop_pending_updates: "boolean" },
  getWebhookInfo: {},
  getMe: {},
  getChat: { chat_id: "chat" },
  sendMessage: { ...sending, text: "string", parse_mode: "string", entities: "json", link_preview_options: "json" },
  sendChatAction: {
    business_connection_id: "string",
    chat_id: "chat",
    message_thread_id: "integer",
    action: "string",
  },
  editMessageText: {
    ...edited,
    text: "string",
    parse_mode: "string",
    entities: "json",
    link_preview_options: "json",
    rich_message: "json",
    reply_markup: "json",
  },
  editMessageReplyMarkup: { ...edited, reply_markup: "json" },
  deleteMessage: { chat_id: "chat", message_id: "integer" },
  deleteMessages: { chat_id: "chat", message_ids: "json" },
  answerCallbackQuery: {
    callback_query_id: "string",
    text: "string",
    show_alert: "boolean",
    url: "string",
    cache_time: "integer",
  },
  answerInlineQuery: {
    inline_query_id: "string",
    results: "json",
    cache_time: "integer",
    is_personal: "boolean",
    next_offset: "string",
    button: "json",
  },
  answerGuestQuery: { guest_query_id: "string", result: "json" },
  setMyCommands: { ...scoped, commands: "json" },
  getMyCommands: scoped,
  deleteMyCommands: scoped,
  setMyName: { name: "string", language_code: "string" },
  getMyName: { language_code: "string" },
  setMyDescription: { description: "string", language_code: "string" },
  getMyDescription: { language_code: "string" },
  setMyShortDescription: { short_description: "string", language_code: "string" },
  getMyShortDescription: { language_code: "string" },
  setChatMenuButton: { chat_id: "integer", menu_button: "json" },
  getChatMenuButton: { chat_id: "integer" },
  leaveChat: { chat_id: "chat" },
} as const satisfies Record<string, Readonly<Record<string, Kind>>>;

export type Method = keyof typeof METHODS;
type ParameterName = { [Name in Method]: keyof (typeof METHODS)[Name] }[Method];
/** The parameters of a call; each is of its published kind, and unchecked beyond that. */
export type Parameters = { readonly [Name in ParameterName]?: unknown };

const byLowerCase = new Map((Object.keys(METHODS) as Method[]).map((name) => [name.toLowerCase(), name]));

/** Method names are case-insensitive. */
export const methodNamed = (name: string): Method | undefined => byLowerCase.get(name.toLowerCase());

/** The parameters with their published types, and the names of those that Telegram does not know and ignores. */
export function readParameters(
  method: Method,
  raw: Payload,
): { readonly parameters: Parameters; readonly unknown: readonly string[] } {
  const kinds: Readonly<Record<string, Kind>> = METHODS[method];
  const parameters: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) unknown.push(name);
    else if (value !== undefined && value !== null) parameters[name] = read(name, kind, value);
  }
  return { parameters, unknown };
}

// Forms carry only strings, and Telegram takes strings in JSON too.
function read(name: string, kind: Kind, value: unknown): unknown {
  switch (kind) {
    case "string":
      return typeof value === "object" ? JSON.stringify(value) : String(value);
    case "chat":
      return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
    case "boolean":
      return value === true || (typeof value === "string" && ["true", "yes", "1"].includes(value.toLowerCase()));
    case "integer": {
      const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
      if (!Number.isSafeInteger(number)) throw badRequest(`invalid parameter "${name}" specified`);
      return number;
    }
    case "json":
      return typeof value === "string" ? parsed(name, value) : value;
  }
}

function parsed(name: string, value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}

export const isRecord = (value: unknown): value is Payload =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const stringIn = (record: Payload, name: string): string | undefined => {
  const value = record[name];
  return typeof value === "string" ? value : undefined;
};

export const integerIn = (record: Payload, name: string): number | undefined => {
  const value = record[name];
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
};
