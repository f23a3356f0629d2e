/** A view as a Telegram message: text with entities, never a parse mode, so that nothing in it can be taken for markup. */
import type { InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity } from "grammy/types";
import { encodeAction } from "../chat/actions.ts";
import type { Button, Paragraph, View } from "../chat/view.ts";

export interface Rendered {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly reply_markup: InlineKeyboardMarkup;
  readonly link_preview_options: LinkPreviewOptions;
}

/** UTF-16 code units of a message; https://core.telegram.org/bots/api#sendmessage says 4096 after parsing. */
const MAX_TEXT = 4096;

export interface RenderOptions {
  /** Whether the bot can be asked in other chats; without it Telegram refuses the buttons that lead there. */
  readonly inline: boolean;
}

export function render(view: View, options: RenderOptions): Rendered {
  return {
    ...renderParagraphs(view.paragraphs),
    reply_markup: renderButtons(view.buttons, options),
    link_preview_options:
      view.preview === undefined ? { is_disabled: true } : { url: view.preview, prefer_small_media: true },
  };
}

/** @param before what the message says already; the paragraphs follow it */
export function renderParagraphs(
  paragraphs: readonly Paragraph[],
  before: { readonly text: string; readonly entities: readonly MessageEntity[] } = { text: "", entities: [] },
): Pick<Rendered, "text" | "entities"> {
  const entities: MessageEntity[] = [...before.entities];
  let text = before.text;
  for (const { kind, lines } of paragraphs) {
    if (text !== "") text += "\n\n";
    const start = text.length;
    lines.forEach((spans, number) => {
      if (number > 0) text += "\n";
      for (const span of spans) {
        const offset = text.length;
        text += plain(span.text);
        const length = text.length - offset;
        if (length === 0) continue;
        if (span.style !== undefined) entities.push({ type: span.style, offset, length });
        if (span.url !== undefined) entities.push({ type: "text_link", offset, length, url: span.url });
      }
    });
    if (kind === "quote" && text.length > start)
      entities.push({ type: "expandable_blockquote", offset: start, length: text.length - start });
  }
  return cut(text, entities);
}

export function renderButtons(rows: readonly (readonly Button[])[], { inline }: RenderOptions): InlineKeyboardMarkup {
  const inline_keyboard = rows
    .map((row) => row.flatMap((button): InlineKeyboardButton[] => renderButton(button, inline)))
    .filter((row) => row.length > 0);
  return { inline_keyboard };
}

function renderButton(button: Button, inline: boolean): InlineKeyboardButton[] {
  const text = plain(button.label);
  if ("url" in button) return [{ text, url: button.url }];
  if ("share" in button) return inline ? [{ text, switch_inline_query: plain(button.share) }] : [];
  const data = encodeAction(button.action);
  return data === undefined ? [] : [{ text, callback_data: data }];
}

/** Overrides of the text direction would let a fact or a question turn the rest of the message around. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ").toWellFormed();
}

/** No view is this long; a fact base with very long titles could make one. Entities are cut with the text. */
function cut(text: string, entities: MessageEntity[]): Pick<Rendered, "text" | "entities"> {
  const fitting = text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1).toWellFormed()}…`;
  // Telegram trims messages, and would then find the entities in the wrong place.
  const trimmed = fitting.trimEnd();
  return {
    text: trimmed,
    entities: entities.flatMap((entity) => {
      const length = Math.min(entity.length, trimmed.length - entity.offset);
      return length > 0 ? [{ ...entity, length }] : [];
    }),
  };
}
