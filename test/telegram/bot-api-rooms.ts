/** The chats of the test server and the messages in them, as they look now. */
import type { Chat, Message, User } from "grammy/types";
import { ApiFailure, badRequest, forbidden } from "./bot-api-failure.ts";

/** How the bot stands to a chat. */
export type Access = "member" | "blocked" | "kicked" | "stranger";

export interface Posted {
  message: Message;
  /** Set on messages that came from the bot's inline results and have buttons. */
  readonly inlineMessageId: string | undefined;
}

export interface Room {
  readonly chat: Chat;
  readonly instance: string;
  /** By message id; what is deleted is gone from here. */
  readonly posted: Map<number, Posted>;
  /** The service message that opened each topic. */
  readonly topics: Map<number, Message>;
  /** What the bot sent and edited, as long as no test took it. */
  readonly sent: Message[];
  readonly edited: Message[];
  access: Access;
  movedTo: number | undefined;
  lastMessageId: number;
}

/** Everything of a message but what the room gives it. */
export type MessageContent = Omit<Partial<Message>, "message_id" | "chat">;

export interface Rooms {
  /** The room of the chat, new or as it is. */
  open(chat: Chat, access: Access): Room;
  get(chatId: number): Room | undefined;
  /** The room that a call names, if the bot may write there. */
  forCall(chatId: unknown): Room;
  post(room: Room, content: MessageContent, inlineMessageId?: string): Message;
  /** What a message looks like now, or undefined if it is deleted. */
  find(chatId: number, messageId: number): Posted | undefined;
  change(posted: Posted, content: MessageContent): Message;
  delete(chatId: number, messageId: number): boolean;
  byInlineMessageId(id: string): Posted | undefined;
  noteSent(room: Room, message: Message): void;
  noteEdited(room: Room, message: Message): void;
}

export const now = (): number => Math.floor(Date.now() / 1000);

/** As in `reply_to_message`, which holds no further reply. */
export function asReply(message: Message): NonNullable<Message["reply_to_message"]> {
  const { reply_to_message: _, ...rest } = message;
  return rest as NonNullable<Message["reply_to_message"]>;
}

export const isByBot = ({ from, sender_chat, via_bot }: Message, bot: User): boolean =>
  via_bot === undefined && (from?.id === bot.id || (from === undefined && sender_chat !== undefined));

export function createRooms(options: { readonly keepPerRoom: number }): Rooms {
  const rooms = new Map<number, Room>();
  const inline = new Map<string, Posted>();
  // Private chats and basic groups share one numbering, supergroups and channels have their own.
  let lastSharedId = 1000;

  function trim(list: unknown[]): void {
    if (list.length > options.keepPerRoom) list.splice(0, list.length - options.keepPerRoom);
  }

  function idOf(room: Room): number {
    if (room.chat.type === "private" || room.chat.type === "group") {
      lastSharedId += 1;
      return lastSharedId;
    }
    room.lastMessageId += 1;
    return room.lastMessageId;
  }

  function named(chatId: unknown): Room | undefined {
    if (typeof chatId === "number") return rooms.get(chatId);
    if (typeof chatId !== "string" || !chatId.startsWith("@")) return undefined;
    const username = chatId.slice(1).toLowerCase();
    return [...rooms.values()].find(({ chat }) => chat.type !== "private" && chat.username?.toLowerCase() === username);
  }

  return {
    open(chat, access) {
      const known = rooms.get(chat.id);
      if (known !== undefined) return known;
      const room: Room = {
        chat,
        instance: String(7_000_000_000_000_000_000n + BigInt(chat.id)),
        posted: new Map(),
        topics: new Map(),
        sent: [],
        edited: [],
        access,
        movedTo: undefined,
        lastMessageId: 0,
      };
      rooms.set(chat.id, room);
      return room;
    },
    get: (chatId) => rooms.get(chatId),
    forCall(chatId) {
      if (chatId === undefined || chatId === "") throw badRequest("chat_id is empty");
      const room = named(chatId);
      if (room === undefined) throw badRequest("chat not found");
      if (room.movedTo !== undefined) {
        throw new ApiFailure(400, "Bad Request: group chat was upgraded to a supergroup chat", {
          migrate_to_chat_id: room.movedTo,
        });
      }
      const { type } = room.chat;
      if (room.access === "blocked") throw forbidden("bot was blocked by the user");
      if (room.access === "kicked") throw forbidden(`bot was kicked from the ${type} chat`);
      if (room.access === "stranger") {
        throw type === "private" ? badRequest("chat not found") : forbidden(`bot is not a member of the ${type} chat`);
      }
      return room;
    },
    post(room, content, inlineMessageId) {
      const message = { message_id: idOf(room), date: now(), chat: room.chat, ...content } as Message;
      const posted: Posted = { message, inlineMessageId };
      room.posted.set(message.message_id, posted);
      if (inlineMessageId !== undefined) inline.set(inlineMessageId, posted);
      if (room.posted.size > options.keepPerRoom) {
        for (const [id, oldest] of room.posted) {
          room.posted.delete(id);
          if (oldest.inlineMessageId !== undefined) inline.delete(oldest.inlineMessageId);
          break;
        }
      }
      return message;
    },
    find: (chatId, messageId) => rooms.get(chatId)?.posted.get(messageId),
    change(posted, content) {
      posted.message = { ...posted.message, ...content } as Message;
      return posted.message;
    },
    delete: (chatId, messageId) => rooms.get(chatId)?.posted.delete(messageId) ?? false,
    byInlineMessageId: (id) => inline.get(id),
    noteSent(room, message) {
      room.sent.push(message);
      trim(room.sent);
    },
    noteEdited(room, message) {
      room.edited.push(message);
      trim(room.edited);
    },
  };
}
