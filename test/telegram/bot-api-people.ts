/** What people do in the chats of the test server; the bot hears of it by updates. */
import type { Chat, Message, MessageEntity, MessageOrigin, User, UserFromGetMe } from "grammy/types";
import { contentOf, publicUser, threadOf } from "./bot-api-methods.ts";
import { passesPrivacy } from "./bot-api-privacy.ts";
import type {
  AskedAsGuest,
  AskedInline,
  CallbackAnswer,
  GuestAnswer,
  InlineAnswer,
  Queries,
} from "./bot-api-queries.ts";
import { type Access, asReply, type MessageContent, now, type Posted, type Room, type Rooms } from "./bot-api-rooms.ts";
import { TEXT_LENGTH, withDetected } from "./bot-api-text.ts";
import type { UpdateContent } from "./bot-api-updates.ts";

export interface SendOptions {
  readonly reply_to?: Message;
  /** A topic, as `topic` of the group gave it. */
  readonly thread?: number;
  readonly forward_origin?: MessageOrigin;
  readonly via_bot?: User;
  /** Instead of those that Telegram would find in the text. */
  readonly entities?: readonly MessageEntity[];
  readonly date?: number;
  /** The text is the caption of a photo. */
  readonly photo?: boolean;
  /** A sticker, which has no text. */
  readonly sticker?: boolean;
  /** Any other fields of the message. */
  readonly extra?: MessageContent;
}

export interface TestChat {
  readonly id: number;
  readonly chat: Chat;
  /** A person edits a message; the bot gets an update. */
  edit(message: Message, text: string, entities?: readonly MessageEntity[]): Message;
}

export interface TestPrivateChat extends TestChat {
  readonly person: User;
  /** What the app would send: trimmed, and neither empty nor longer than Telegram allows. */
  send(text: string, options?: SendOptions): Message;
}

export interface TestGroup extends TestChat {
  send(from: User, text: string, options?: SendOptions): Message;
  /** Opens a topic and returns its thread id. */
  topic(from: User, name: string): number;
  /** Mentions the bot as a guest; the message has the `guest_query_id`. */
  summon(from: User, text: string): Message;
}

export interface TestChannel extends TestChat {
  post(text: string, options?: SendOptions): Message;
}

export interface PersonOptions {
  readonly id?: number;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface GroupOptions {
  readonly id?: number;
  readonly title: string;
  readonly type?: "supergroup" | "group";
  readonly username?: string;
  /** A group with topics. */
  readonly topics?: boolean;
  /** False for a group that the bot is not in. */
  readonly member?: boolean;
}

export interface ChannelOptions {
  readonly id?: number;
  readonly title: string;
  readonly username?: string;
}

export interface PressOptions {
  /** The person still sees an older version of the message, or one that is deleted by now: the data is not checked. */
  readonly outdated?: boolean;
}

export interface InlineOptions {
  readonly offset?: string;
  readonly chat_type?: "sender" | Chat["type"];
}

export interface People {
  person(options: PersonOptions): User;
  privateChat(person: User): TestPrivateChat;
  group(options: GroupOptions): TestGroup;
  channel(options: ChannelOptions): TestChannel;
  /** Presses a button by its label or data and returns the id of the callback query. */
  press(person: User, message: Message, button: string, options?: PressOptions): string;
  /** Types a query after the bot's name and returns the id of the inline query. */
  inline(person: User, query: string, options?: InlineOptions): string;
  /** Sends one of the results of an answered inline query, by its id or place. */
  pick(person: User, queryId: string, result: string | number, to: TestChat): Message;
  /** The person blocks the bot, of which it gets an update. */
  block(person: User): void;
  unblock(person: User): void;
  /** The bot is removed from the group. */
  kick(group: TestChat, by: User): void;
  /** The group becomes a supergroup with another id. */
  migrate(group: TestGroup): TestGroup;
  /** A person deletes a message, of which the bot hears nothing. */
  deleteMessage(message: Message): void;
}

export interface PeopleContext {
  readonly me: UserFromGetMe;
  readonly rooms: Rooms;
  readonly tell: (content: UpdateContent) => void;
  readonly callbacks: Queries<undefined, CallbackAnswer>;
  readonly inlines: Queries<AskedInline, InlineAnswer>;
  readonly guests: Queries<AskedAsGuest, GuestAnswer>;
  readonly inlineMessageId: () => string;
  readonly inlineFeedback: boolean;
}

const INLINE_QUERY_LENGTH = 256;
const CAPTION_LENGTH = 1024;

export function createPeople(context: PeopleContext): People {
  const { me, rooms, tell, callbacks, inlines, guests } = context;
  const bot = publicUser(me);
  // Both kinds of id have more than 32 bits nowadays.
  let lastPersonId = 5_123_000_000;
  let lastChatId = 2_345_000_000;

  function supergroupId(): number {
    lastChatId += 1;
    return -1_000_000_000_000 - lastChatId;
  }

  function roomOf(chatId: number): Room {
    const room = rooms.get(chatId);
    if (room === undefined) throw new Error(`the test knows no chat ${chatId}`);
    return room;
  }

  function currentOf(message: Message): Posted {
    const posted = rooms.find(message.chat.id, message.message_id);
    if (posted === undefined) throw new Error(`message ${message.message_id} is deleted`);
    return posted;
  }

  function say(room: Room, from: User | undefined, typed: string, options: SendOptions): Message {
    const { reply_to, thread, forward_origin, via_bot, date, photo, sticker, extra } = options;
    const text = options.entities === undefined ? typed.toWellFormed().trim() : typed;
    const longest = photo === true ? CAPTION_LENGTH : TEXT_LENGTH;
    if (text.length > longest) throw new Error(`nobody can send a text of more than ${longest} characters`);
    if (text === "" && photo !== true && sticker !== true && extra === undefined) {
      throw new Error("nobody can send an empty text");
    }
    const entities = options.entities ?? withDetected(text, []);
    const withEntities = (name: "entities" | "caption_entities") =>
      entities.length > 0 ? { [name]: [...entities] } : {};
    const words =
      text === ""
        ? {}
        : photo === true
          ? { caption: text, ...withEntities("caption_entities") }
          : { text, ...withEntities("entities") };
    const media = { ...(photo === true ? { photo: PHOTO } : {}), ...(sticker === true ? { sticker: STICKER } : {}) };
    const topic = thread ?? (reply_to?.is_topic_message === true ? reply_to.message_thread_id : undefined);
    const root = topic === undefined ? undefined : room.topics.get(topic);
    if (topic !== undefined && root === undefined) throw new Error(`the chat has no topic ${topic}`);
    const answered = reply_to ?? root;
    return rooms.post(room, {
      ...(from === undefined ? { sender_chat: room.chat } : { from }),
      date: date ?? now(),
      ...(topic === undefined ? threadOf(room, reply_to) : { message_thread_id: topic, is_topic_message: true }),
      ...(answered === undefined ? {} : { reply_to_message: asReply(answered) }),
      ...(forward_origin === undefined ? {} : { forward_origin }),
      ...(via_bot === undefined ? {} : { via_bot }),
      ...media,
      ...words,
      ...extra,
    });
  }

  function hears(room: Room, message: Message): boolean {
    if (room.access !== "member") return false;
    const isPrivacyMode = !me.can_read_all_group_messages && room.chat.type.endsWith("group");
    return !isPrivacyMode || passesPrivacy(message, me);
  }

  function announce(room: Room, message: Message): void {
    if (hears(room, message)) tell({ message } as UpdateContent);
  }

  function editIn(room: Room, message: Message, text: string, given?: readonly MessageEntity[]): Message {
    const entities = given ?? withDetected(text, []);
    const posted = currentOf(message);
    const { entities: _, caption_entities: __, ...rest } = posted.message;
    const [words, marks] = rest.photo === undefined ? ["text", "entities"] : ["caption", "caption_entities"];
    posted.message = {
      ...rest,
      [words]: text,
      ...(entities.length > 0 ? { [marks]: [...entities] } : {}),
      edit_date: now(),
    };
    const edited = posted.message;
    const type = room.chat.type === "channel" ? "edited_channel_post" : "edited_message";
    if (hears(room, edited)) tell({ [type]: edited });
    return edited;
  }

  function openRoom(chat: Chat, access: Access): { room: Room; basics: TestChat } {
    const room = rooms.open(chat, access);
    return {
      room,
      basics: { id: chat.id, chat, edit: (message, text, entities) => editIn(room, message, text, entities) },
    };
  }

  function openGroup(chat: Chat.GroupChat | Chat.SupergroupChat, access: Access): TestGroup {
    const { room, basics } = openRoom(chat, access);
    return {
      ...basics,
      send(from, text, options = {}) {
        const message = say(room, from, text, options);
        announce(room, message);
        return message;
      },
      topic(from, name) {
        if (chat.type !== "supergroup" || chat.is_forum !== true) throw new Error(`${chat.title} has no topics`);
        const root = rooms.post(room, { from, forum_topic_created: { name, icon_color: 7322096 } });
        const message = rooms.change(currentOf(root), { message_thread_id: root.message_id, is_topic_message: true });
        room.topics.set(root.message_id, message);
        announce(room, message);
        return root.message_id;
      },
      summon(from, text) {
        if (me.supports_guest_queries !== true) throw new Error("the bot does not support guest queries");
        const message = say(room, from, text, { extra: { guest_query_id: guests.open({ room, from }) } });
        tell({ guest_message: message } as UpdateContent);
        return message;
      },
    };
  }

  function membership(
    room: Room,
    from: User,
    was: "member" | "kicked" | "left",
    is: "member" | "kicked",
  ): UpdateContent {
    const status = (value: string) => ({ user: bot, status: value, ...(value === "kicked" ? { until_date: 0 } : {}) });
    const my_chat_member = {
      chat: room.chat,
      from,
      date: now(),
      old_chat_member: status(was),
      new_chat_member: status(is),
    };
    return { my_chat_member } as UpdateContent;
  }

  return {
    person({ id, ...rest }) {
      lastPersonId += 1;
      return { id: id ?? lastPersonId, is_bot: false, ...rest };
    },
    privateChat(person) {
      const { id, first_name, last_name, username } = person;
      const { room, basics } = openRoom(
        {
          id,
          type: "private",
          first_name,
          ...(last_name === undefined ? {} : { last_name }),
          ...(username === undefined ? {} : { username }),
        },
        "member",
      );
      return {
        ...basics,
        person,
        send(text, options = {}) {
          const message = say(room, person, text, options);
          announce(room, message);
          return message;
        },
      };
    },
    group({ id, title, type = "supergroup", username, topics = false, member = true }) {
      const access = member ? "member" : "stranger";
      if (type === "group") {
        lastChatId += 1;
        return openGroup({ id: id ?? -lastChatId, type, title }, access);
      }
      return openGroup(
        {
          id: id ?? supergroupId(),
          type,
          title,
          ...(username === undefined ? {} : { username }),
          ...(topics ? { is_forum: true as const } : {}),
        },
        access,
      );
    },
    channel({ id, title, username }) {
      const { room, basics } = openRoom(
        { id: id ?? supergroupId(), type: "channel", title, ...(username === undefined ? {} : { username }) },
        "member",
      );
      return {
        ...basics,
        post(text, options = {}) {
          const message = say(room, undefined, text, options);
          tell({ channel_post: message } as UpdateContent);
          return message;
        },
      };
    },
    press(person, message, button, { outdated = false } = {}) {
      const room = roomOf(message.chat.id);
      const posted = rooms.find(message.chat.id, message.message_id);
      if (posted === undefined && !outdated) throw new Error(`message ${message.message_id} is deleted`);
      const data = outdated ? button : callbackDataOf(currentOf(message).message, button);
      const id = callbacks.open(undefined);
      const origin =
        posted?.inlineMessageId === undefined
          ? { message: posted?.message ?? { chat: room.chat, message_id: message.message_id, date: 0 as const } }
          : { inline_message_id: posted.inlineMessageId };
      tell({ callback_query: { id, from: person, ...origin, chat_instance: room.instance, data } });
      return id;
    },
    inline(person, query, { offset = "", chat_type = "sender" } = {}) {
      if (!me.supports_inline_queries) throw new Error("the bot does not support inline queries");
      if (query.length > INLINE_QUERY_LENGTH) throw new Error("an inline query has at most 256 characters");
      const id = inlines.open({ from: person, query });
      tell({ inline_query: { id, from: person, query, offset, chat_type } });
      return id;
    },
    pick(person, queryId, which, to) {
      const results = inlines.answered(queryId)?.results ?? [];
      const result = typeof which === "number" ? results[which] : results.find(({ id }) => id === which);
      if (result === undefined) throw new Error(`inline query ${queryId} was not answered with a result ${which}`);
      const content = contentOf(result);
      const inlineMessageId = content.reply_markup === undefined ? undefined : context.inlineMessageId();
      const room = roomOf(to.id);
      const message = rooms.post(room, { from: person, via_bot: bot, ...content }, inlineMessageId);
      announce(room, message);
      if (context.inlineFeedback) {
        const chosen_inline_result = {
          result_id: result.id,
          from: person,
          query: inlines.asked(queryId)?.query ?? "",
          ...(inlineMessageId === undefined ? {} : { inline_message_id: inlineMessageId }),
        };
        tell({ chosen_inline_result });
      }
      return message;
    },
    block(person) {
      const room = roomOf(person.id);
      room.access = "blocked";
      tell(membership(room, person, "member", "kicked"));
    },
    unblock(person) {
      const room = roomOf(person.id);
      room.access = "member";
      tell(membership(room, person, "kicked", "member"));
    },
    kick({ id }, by) {
      const room = roomOf(id);
      room.access = "kicked";
      tell(membership(room, by, "member", "kicked"));
    },
    migrate({ id, chat }) {
      const old = roomOf(id);
      const newId = supergroupId();
      const group = openGroup({ id: newId, type: "supergroup", title: chat.title ?? "" }, old.access);
      old.movedTo = newId;
      const from = GROUP_ANONYMOUS_BOT;
      announce(old, rooms.post(old, { from, sender_chat: old.chat, migrate_to_chat_id: newId }));
      const moved = roomOf(newId);
      announce(moved, rooms.post(moved, { from, sender_chat: moved.chat, migrate_from_chat_id: id }));
      return group;
    },
    deleteMessage({ chat, message_id }) {
      if (!rooms.delete(chat.id, message_id)) throw new Error(`message ${message_id} is deleted already`);
    },
  };
}

// Who acts for an anonymous administrator, and for the group itself.
const GROUP_ANONYMOUS_BOT: User = {
  id: 1087968824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};
const FILE = { file_id: "AgACAgIAAxkBAAIB", file_unique_id: "AQADtest", file_size: 1234 };
const PHOTO = [{ ...FILE, width: 90, height: 90 }];
const STICKER = { ...FILE, type: "regular" as const, width: 512, height: 512, is_animated: false, is_video: false };

function callbackDataOf({ reply_markup, message_id }: Message, button: string): string {
  const buttons = reply_markup?.inline_keyboard.flat() ?? [];
  const withData = buttons.flatMap((found) =>
    "callback_data" in found ? [{ text: found.text, data: found.callback_data }] : [],
  );
  const pressed = withData.find(({ text, data }) => text === button || data === button);
  if (pressed === undefined) {
    const labels = buttons.map(({ text }) => JSON.stringify(text)).join(", ");
    throw new Error(`message ${message_id} has no button ${JSON.stringify(button)} to press, only: ${labels}`);
  }
  return pressed.data;
}
