/** What a bot in privacy mode gets to see of a group. */
import type { Message, UserFromGetMe } from "grammy/types";
import { isByBot } from "./bot-api-rooms.ts";

/** Commands, replies to the bot, what was sent through it and service messages, but not a plain mention. */
export function passesPrivacy(message: Message, me: UserFromGetMe): boolean {
  const { text = "", entities = [], reply_to_message, via_bot } = message;
  if (text === "" && message.caption === undefined && message.sticker === undefined && message.photo === undefined) {
    return true;
  }
  if (via_bot?.id === me.id) return true;
  if (reply_to_message !== undefined && isByBot(reply_to_message, me)) return true;
  return entities.some(({ type, offset, length }) => {
    if (type !== "bot_command") return false;
    const [, addressee] = text.slice(offset, offset + length).split("@");
    return addressee === undefined || addressee.toLowerCase() === me.username.toLowerCase();
  });
}
