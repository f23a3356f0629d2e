/** What each method of the Bot API does to the chats, messages and queries of the test server. */
import type { InlineKeyboardMarkup, InlineQueryResult, Message, UserFromGetMe } from "grammy/types";
import {
  checkedResult,
  checkInlineOptions,
  checkWebhook,
  inlineKeyboard,
  inlineResults,
  type KeyboardContext,
  replyMarkup,
} from "./bot-api-checks.ts";
import { badRequest, staleQuery } from "./bot-api-failure.ts";
import type { FloodGuard } from "./bot-api-flood.ts";
import { integerIn, isRecord, type Method, type Parameters, type Payload, stringIn } from "./bot-api-parameters.ts";
import { profileMethods } from "./bot-api-profile.ts";
import type {
  AskedAsGuest,
  AskedInline,
  CallbackAnswer,
  GuestAnswer,
  InlineAnswer,
  Queries,
} from "./bot-api-queries.ts";
import { asReply, isByBot, type MessageContent, now, type Posted, type Room, type Rooms } from "./bot-api-rooms.ts";
import { formattedText, inlineText } from "./bot-api-text.ts";
import type { UpdateQueue } from "./bot-api-updates.ts";
import { createWebhook } from "./bot-api-webhook.ts";

export interface MethodContext {
  readonly me: UserFromGetMe;
  readonly rooms: Rooms;
  readonly updates: UpdateQueue;
  readonly callbacks: Queries<undefined, CallbackAnswer>;
  readonly inlines: Queries<AskedInline, InlineAnswer>;
  readonly guests: Queries<AskedAsGuest, GuestAnswer>;
  readonly checkFlood: FloodGuard;
  /** Makes the ids of inline messages. */
  readonly inlineMessageId: () => string;
}

/** `gone` is aborted when the bot closes the connection. */
export type Methods = Readonly<Record<Method, (parameters: Parameters, gone: AbortSignal) => unknown>>;

const DELETABLE_SECONDS = 48 * 60 * 60;
const CALLBACK_TEXT_LENGTH = 200;
const QUOTE_LENGTH = 1024;
const ACTIONS: ReadonlySet<string> = new Set(
  (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker " +
    "find_location record_video_note upload_video_note"
  ).split(" "),
);

export function createMethods(context: MethodContext): Methods {
  const { me, rooms, updates, callbacks, inlines, guests, checkFlood } = context;
  const keyboardIn = (chat: KeyboardContext["chat"]): KeyboardContext => ({
    inlineQueries: me.supports_inline_queries,
    chat,
  });

  function sendMessage(parameters: Parameters): Message {
    const room = rooms.forCall(parameters.chat_id);
    const { text, entities } = formattedText(stringIn(parameters, "text"), parameters.entities);
    const keyboard = replyMarkup(parameters.reply_markup, keyboardIn(room.chat.type));
    const placement = placeOf(room, parameters);
    checkFlood(room.chat);
    const message = rooms.post(room, {
      ...(room.chat.type === "channel" ? { sender_chat: room.chat } : { from: publicUser(me) }),
      ...placement,
      text,
      ...(entities.length > 0 ? { entities: [...entities] } : {}),
      ...previewOf(parameters),
      ...(parameters.protect_content === true ? { has_protected_content: true } : {}),
      ...markupOf(keyboard),
    });
    rooms.noteSent(room, message);
    return message;
  }

  /** The topic and the message that is replied to. */
  function placeOf(room: Room, parameters: Parameters): MessageContent {
    const thread = integerIn(parameters, "message_thread_id");
    if (thread !== undefined && !room.topics.has(thread)) throw badRequest("message thread not found");
    const reply = parameters.reply_parameters;
    const target = reply === undefined ? undefined : repliedTo(room, reply);
    const topic = thread ?? (target?.is_topic_message === true ? target.message_thread_id : undefined);
    const root = topic === undefined ? undefined : room.topics.get(topic);
    const answered = target ?? root;
    return {
      ...(topic === undefined ? threadOf(room, target) : { message_thread_id: topic, is_topic_message: true }),
      ...(answered === undefined ? {} : { reply_to_message: asReply(answered) }),
      ...(target === undefined || !isRecord(reply) ? {} : quoteOf(target, reply)),
    };
  }

  function repliedTo(room: Room, reply: unknown): Message | undefined {
    const id = isRecord(reply) ? integerIn(reply, "message_id") : undefined;
    if (!isRecord(reply) || id === undefined) throw badRequest("message identifier is not specified");
    const { chat_id: elsewhere, allow_sending_without_reply } = reply;
    const isHere = elsewhere === undefined || elsewhere === room.chat.id;
    const other = isHere ? room : rooms.forCall(elsewhere);
    const found = other.posted.get(id)?.message;
    if (found !== undefined) return isHere ? found : undefined;
    if (isHere && allow_sending_without_reply === true) return undefined;
    throw badRequest("message to be replied not found");
  }

  function getEditable(parameters: Parameters): Posted {
    const inlineId = stringIn(parameters, "inline_message_id");
    if (inlineId !== undefined) {
      const posted = rooms.byInlineMessageId(inlineId);
      if (posted === undefined) throw badRequest("MESSAGE_ID_INVALID");
      return posted;
    }
    const room = rooms.forCall(parameters.chat_id);
    const id = integerIn(parameters, "message_id");
    if (id === undefined) throw badRequest("message identifier is not specified");
    const posted = room.posted.get(id);
    if (posted === undefined) throw badRequest("message to edit not found");
    if (!isByBot(posted.message, me)) throw badRequest("message can't be edited");
    return posted;
  }

  function edit(parameters: Parameters, change: (old: MessageContent) => MessageContent): Message | true {
    const posted = getEditable(parameters);
    const chat = posted.inlineMessageId === undefined ? posted.message.chat.type : "anywhere";
    const keyboard = inlineKeyboard(parameters.reply_markup, keyboardIn(chat));
    const { reply_markup: _, edit_date: __, ...old } = posted.message;
    const content = { ...change(old), ...markupOf(keyboard) };
    if (appearance(content) === appearance(posted.message)) {
      throw badRequest(
        "message is not modified: specified new message content and reply markup are exactly the same as a current " +
          "content and reply markup of the message",
      );
    }
    checkFlood(posted.message.chat);
    const edited = { ...content, edit_date: now() } as Message;
    posted.message = edited;
    const room = rooms.get(edited.chat.id);
    if (room !== undefined) rooms.noteEdited(room, edited);
    return stringIn(parameters, "inline_message_id") === undefined ? edited : true;
  }

  function deleteMessage(room: Room, id: number): void {
    const message = room.posted.get(id)?.message;
    if (message === undefined) throw badRequest("message to delete not found");
    const mayDelete = isByBot(message, me) || room.chat.type === "private";
    if (!mayDelete || message.forum_topic_created !== undefined) throw badRequest("message can't be deleted");
    if (message.date < now() - DELETABLE_SECONDS) throw badRequest("message can't be deleted for everyone");
    room.posted.delete(id);
  }

  return {
    ...profileMethods(me),
    getMe: () => me,
    getUpdates: (parameters, gone) =>
      updates.poll({
        offset: integerIn(parameters, "offset") ?? 0,
        limit: integerIn(parameters, "limit") ?? 100,
        timeout: integerIn(parameters, "timeout") ?? 0,
        allowedUpdates: parameters.allowed_updates,
        gone,
      }),
    setWebhook(parameters) {
      const url = stringIn(parameters, "url") ?? "";
      if (url !== "") checkWebhook(parameters);
      if (parameters.drop_pending_updates === true) updates.drop();
      const connections = integerIn(parameters, "max_connections") ?? 40;
      updates.setWebhook(
        url === "" ? undefined : createWebhook(url, stringIn(parameters, "secret_token"), connections),
        parameters.allowed_updates,
      );
      return true;
    },
    deleteWebhook(parameters) {
      if (parameters.drop_pending_updates === true) updates.drop();
      updates.setWebhook(undefined, undefined);
      return true;
    },
    getWebhookInfo() {
      const { webhook, lastError, allowedUpdates } = updates.status();
      return {
        url: webhook?.url ?? "",
        has_custom_certificate: false,
        pending_update_count: updates.unconfirmed(),
        ...(webhook === undefined ? {} : { max_connections: webhook.maxConnections, ip_address: "127.0.0.1" }),
        ...(lastError === undefined ? {} : { last_error_date: lastError.date, last_error_message: lastError.message }),
        ...(allowedUpdates === undefined ? {} : { allowed_updates: allowedUpdates }),
      };
    },
    getChat(parameters) {
      const { chat } = rooms.forCall(parameters.chat_id);
      return { ...chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: NO_GIFTS };
    },
    sendMessage,
    sendChatAction(parameters) {
      const room = rooms.forCall(parameters.chat_id);
      const thread = integerIn(parameters, "message_thread_id");
      if (thread !== undefined && !room.topics.has(thread)) throw badRequest("message thread not found");
      if (!ACTIONS.has(stringIn(parameters, "action") ?? "")) {
        throw badRequest("wrong parameter action in request");
      }
      return true;
    },
    editMessageText: (parameters) =>
      edit(parameters, ({ text: old, entities: _, link_preview_options: __, ...rest }) => {
        if (old === undefined) throw badRequest("there is no text in the message to edit");
        const { text, entities } = formattedText(stringIn(parameters, "text"), parameters.entities);
        return {
          ...rest,
          text,
          ...(entities.length > 0 ? { entities: [...entities] } : {}),
          ...previewOf(parameters),
        };
      }),
    editMessageReplyMarkup: (parameters) => edit(parameters, (old) => old),
    deleteMessage(parameters) {
      const room = rooms.forCall(parameters.chat_id);
      const id = integerIn(parameters, "message_id");
      if (id === undefined) throw badRequest("message identifier is not specified");
      deleteMessage(room, id);
      return true;
    },
    deleteMessages(parameters) {
      const room = rooms.forCall(parameters.chat_id);
      const ids = parameters.message_ids;
      if (!Array.isArray(ids) || ids.length < 1 || ids.length > 100) {
        throw badRequest("message identifiers are not specified");
      }
      for (const id of ids) if (room.posted.has(Number(id))) deleteMessage(room, Number(id));
      return true;
    },
    answerCallbackQuery(parameters) {
      const id = stringIn(parameters, "callback_query_id") ?? "";
      const text = stringIn(parameters, "text");
      const url = stringIn(parameters, "url");
      if (!callbacks.isOpen(id)) throw staleQuery();
      if (text !== undefined && text.length > CALLBACK_TEXT_LENGTH) throw badRequest("MESSAGE_TOO_LONG");
      callbacks.answer(id, {
        id,
        ...(text === undefined || text === "" ? {} : { text }),
        ...(url === undefined ? {} : { url }),
        show_alert: parameters.show_alert === true,
        cache_time: integerIn(parameters, "cache_time") ?? 0,
      });
      return true;
    },
    answerInlineQuery(parameters) {
      const id = stringIn(parameters, "inline_query_id") ?? "";
      if (!inlines.isOpen(id)) throw staleQuery();
      const results = inlineResults(parameters.results, me.supports_inline_queries);
      checkInlineOptions(parameters);
      inlines.answer(id, {
        id,
        results,
        cache_time: integerIn(parameters, "cache_time") ?? 300,
        is_personal: parameters.is_personal === true,
        next_offset: stringIn(parameters, "next_offset") ?? "",
        ...(parameters.button === undefined ? {} : { button: parameters.button }),
      });
      return true;
    },
    answerGuestQuery(parameters) {
      const id = stringIn(parameters, "guest_query_id") ?? "";
      const asked = guests.asked(id);
      if (asked === undefined || !guests.isOpen(id)) throw staleQuery();
      checkedResult(parameters.result, me.supports_inline_queries);
      const result = parameters.result as InlineQueryResult;
      const inlineMessageId = context.inlineMessageId();
      guests.answer(id, { id, result, inline_message_id: inlineMessageId });
      const content = { ...contentOf(result), from: publicUser(me), guest_bot_caller_user: asked.from };
      rooms.noteSent(asked.room, rooms.post(asked.room, content, inlineMessageId));
      return { inline_message_id: inlineMessageId };
    },
    leaveChat(parameters) {
      rooms.forCall(parameters.chat_id).access = "stranger";
      return true;
    },
  };
}

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

const markupOf = (keyboard: InlineKeyboardMarkup | undefined): MessageContent =>
  keyboard === undefined ? {} : { reply_markup: keyboard };

/** The bot as others see it; only `getMe` tells the rest. */
export const publicUser = ({ id, is_bot, first_name, username }: UserFromGetMe) => ({
  id,
  is_bot,
  first_name,
  username,
});

/** What a picked result looks like as a message. */
export function contentOf(result: InlineQueryResult): MessageContent {
  const content: unknown = "input_message_content" in result ? result.input_message_content : undefined;
  const keyboard = result.reply_markup;
  if (content === undefined) return markupOf(keyboard);
  const { text, entities } = inlineText(content);
  return {
    text,
    ...(entities.length > 0 ? { entities: [...entities] } : {}),
    ...(isRecord(content) ? previewOf(content) : {}),
    ...markupOf(keyboard),
  };
}

function previewOf({ link_preview_options }: Parameters): MessageContent {
  return isRecord(link_preview_options) ? { link_preview_options } : {};
}

/** Replies in a supergroup form a thread of their own, which is no topic. */
export function threadOf(room: Room, target: Message | undefined): MessageContent {
  if (target === undefined || room.chat.type !== "supergroup") return {};
  return { message_thread_id: target.message_thread_id ?? target.message_id };
}

function quoteOf(target: Message, reply: Payload): MessageContent {
  const quote = stringIn(reply, "quote");
  if (quote === undefined || quote === "") return {};
  const position = (target.text ?? target.caption ?? "").indexOf(quote);
  if (position < 0 || quote.length > QUOTE_LENGTH) throw badRequest("QUOTE_TEXT_INVALID");
  return { quote: { text: quote, position, is_manual: true } };
}

/** Whatever a reader sees of a message, to tell whether an edit changes anything. */
function appearance({ text, caption, entities, reply_markup, link_preview_options }: MessageContent): string {
  return JSON.stringify([text, caption, entities ?? [], reply_markup, link_preview_options], (_, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}
