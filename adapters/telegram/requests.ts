/** What a message wants of the bot. Nothing of the grammar of Telegram's messages is known further in. */
import type { Message, UserFromGetMe } from "grammy/types";
import { COMMANDS, type CommandName } from "../chat/wording/index.ts";

export type Request =
  | { readonly kind: "ask"; readonly text: string }
  /** Hold this text against the sources; none, when the person does not know yet how that goes. */
  | { readonly kind: "check"; readonly text?: string }
  | { readonly kind: "command"; readonly name: Exclude<CommandName, "ask" | "check">; readonly argument: string }
  /** Something other than text, in private. */
  | { readonly kind: "media" };

/** `undefined` when the message is not for the bot. */
export function requestOf(message: Message, me: UserFromGetMe): Request | undefined {
  if (message.via_bot?.id === me.id) return undefined;
  const isPrivate = message.chat.type === "private";
  const text = message.text ?? message.caption;
  if (text === undefined) return isPrivate && isMedia(message) ? { kind: "media" } : undefined;
  if (isPrivate && message.forward_origin !== undefined) return { kind: "check", text: forwarded(message, text, me) };
  const command = commandOf(message, text, me);
  if (command === "foreign") return undefined;
  if (command) return commandRequest(command, message, isPrivate);
  if (isPrivate) return { kind: "ask", text };
  const question = withoutMention(message, text, me);
  const isReply = message.reply_to_message?.from?.id === me.id;
  if (question === undefined && !isReply) return undefined;
  const asked = question ?? text;
  return /[\p{L}\p{N}]/u.test(asked) ? { kind: "ask", text: asked } : undefined;
}

interface Command {
  readonly name: string;
  readonly argument: string;
}

function commandRequest({ name, argument }: Command, message: Message, isPrivate: boolean): Request | undefined {
  switch (name) {
    case "ask":
      // In reply to somebody's question it asks that one.
      return { kind: "ask", text: argument || (repliedText(message) ?? "") };
    case "check": {
      const text = argument || repliedText(message);
      return text ? { kind: "check", text } : { kind: "check" };
    }
    default: {
      const known = COMMANDS.find((command) => command === name);
      if (known !== undefined && known !== "ask" && known !== "check")
        return { kind: "command", name: known, argument };
      // In a group an unknown command is another bot's.
      return isPrivate ? { kind: "command", name: "help", argument: "" } : undefined;
    }
  }
}

/** What the person marked in the message that is replied to, or else all of it. */
function repliedText({ quote, reply_to_message: replied }: Message): string | undefined {
  return quote?.text ?? replied?.text ?? replied?.caption;
}

/**
 * Of an answer of the bot itself only what it says: its sources are no statements, nor is the question or the remark
 * that may stand above, which are marked from end to end.
 */
function forwarded(message: Message, text: string, me: UserFromGetMe): string {
  const { forward_origin: origin } = message;
  if (origin?.type !== "user" || origin.sender_user.id !== me.id) return text;
  const isMarked = (start: number, end: number) =>
    entitiesOf(message).some(
      ({ type, offset, length }) => (type === "bold" || type === "italic") && offset <= start && offset + length >= end,
    );
  let start = 0;
  for (const paragraph of text.split("\n\n")) {
    if (!isMarked(start, start + paragraph.length)) return paragraph;
    start += paragraph.length + 2;
  }
  return text;
}

/** `foreign`: a command to another bot. */
function commandOf(message: Message, text: string, me: UserFromGetMe): Command | "foreign" | undefined {
  const entity = entitiesOf(message).find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (!entity) return undefined;
  const [name = "", addressee] = text.slice(1, entity.length).split("@");
  if (addressee !== undefined && addressee.toLowerCase() !== me.username.toLowerCase()) return "foreign";
  return { name: name.toLowerCase(), argument: text.slice(entity.length).trim() };
}

/** The text without the mentions of the bot; `undefined` when it is not mentioned. */
function withoutMention(message: Message, text: string, me: UserFromGetMe): string | undefined {
  const name = `@${me.username}`.toLowerCase();
  const mentions = entitiesOf(message).filter(
    ({ type, offset, length }) => type === "mention" && text.slice(offset, offset + length).toLowerCase() === name,
  );
  if (mentions.length === 0) return undefined;
  let rest = text;
  for (const { offset, length } of [...mentions].reverse())
    rest = `${rest.slice(0, offset)} ${rest.slice(offset + length)}`;
  return rest.trim();
}

function entitiesOf(message: Message) {
  return message.entities ?? message.caption_entities ?? [];
}

/** Sent by a person on purpose; a service message ("… pinned a message") is not. */
function isMedia(message: Message): boolean {
  const kinds = [
    "animation",
    "audio",
    "contact",
    "dice",
    "document",
    "location",
    "photo",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
  ] satisfies (keyof Message)[];
  return kinds.some((kind) => message[kind] !== undefined);
}
