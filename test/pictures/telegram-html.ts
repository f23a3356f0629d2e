/** Messages as Telegram's apps show them, in colours of nobody. */
import type { InlineKeyboardButton, InlineQueryResult, Message, MessageEntity } from "grammy/types";
import { escapeHtml } from "./html.ts";

export const TELEGRAM_STYLE = `
.chat { background: #dfe6ea; color: #1b1b1b; }
.bubble { width: fit-content; max-width: 366px; padding: 7px 11px 8px; margin-top: 8px; border-radius: 12px;
  background: #fff; white-space: pre-wrap; overflow-wrap: break-word; }
.bubble:first-child { margin-top: 0; }
.mine { margin-left: auto; background: #d5ead8; }
.from { font-size: 13px; font-weight: 600; color: #3d6b8f; white-space: normal; }
a { color: #1f6fae; text-decoration: none; }
blockquote { position: relative; margin: 2px 0; padding: 4px 22px 4px 9px; border-left: 3px solid #5a8aa8;
  border-radius: 4px; background: #eef3f6; font-size: 14px; }
blockquote.folds::after { content: "⌃"; position: absolute; right: 7px; bottom: 0; color: #5a8aa8; }
.preview { margin-top: 7px; padding: 5px 9px; border: 1px dashed #9aa8b0; border-radius: 4px; color: #66747c;
  font-size: 13px; }
.keyboard { width: 366px; margin-top: 4px; }
.row { display: flex; gap: 4px; margin-top: 4px; }
.button { position: relative; flex: 1 1 0; min-width: 0; padding: 7px 14px; border-radius: 8px; background: #b4c2ca;
  text-align: center; font-size: 14px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.button i { position: absolute; top: 1px; right: 6px; font-style: normal; font-size: 10px; color: #4b5960; }
.results { margin: 12px -12px 0; background: #fff; }
.result { padding: 8px 12px; border-bottom: 1px solid #e2e7ea; }
.result b { display: block; font-size: 14px; font-weight: 600; white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; }
.result p { font-size: 13px; color: #66747c; white-space: pre-line; display: -webkit-box; -webkit-box-orient: vertical;
  -webkit-line-clamp: 3; overflow: hidden; }
.typed { margin: 0 -12px -12px; padding: 11px 12px; background: #f4f6f7; border-top: 1px solid #cfd7db; }
`;

/** What is shown of entities inside a line; Telegram finds commands, mentions and addresses by itself. */
const INLINE: Partial<Readonly<Record<MessageEntity["type"], readonly [open: string, close: string]>>> = {
  bold: ["<b>", "</b>"],
  italic: ["<em>", "</em>"],
  bot_command: ["<a>", "</a>"],
  mention: ["<a>", "</a>"],
  url: ["<a>", "</a>"],
  text_link: ["<a>", "</a>"],
};
const BLOCKS: readonly MessageEntity["type"][] = ["blockquote", "expandable_blockquote"];

export function bubble(message: Message, { isMine = false, from }: { isMine?: boolean; from?: string } = {}): string {
  const { text = "", entities = [], reply_markup: keyboard, link_preview_options: preview } = message;
  const name = from ?? (message.via_bot ? `via @${message.via_bot.username}` : undefined);
  return [
    `<div class="bubble${isMine ? " mine" : ""}">`,
    name === undefined ? "" : `<div class="from">${escapeHtml(name)}</div>`,
    formatted(text, entities),
    preview?.url === undefined ? "" : `<div class="preview">preview of ${escapeHtml(new URL(preview.url).host)}</div>`,
    "</div>",
    keyboard === undefined || keyboard.inline_keyboard.length === 0 ? "" : keyboardOf(keyboard.inline_keyboard, isMine),
  ].join("");
}

/** What Telegram lists above the line in which somebody types to the bot: one line of title and three of description. */
export function inlineList(typed: string, results: readonly InlineQueryResult[]): string {
  const rows = results.map((result) => {
    if (result.type !== "article") throw new Error(`no picture of a result of type ${result.type}`);
    return `<div class="result"><b>${escapeHtml(result.title)}</b><p>${escapeHtml(result.description ?? "")}</p></div>`;
  });
  return `<div class="results">${rows.join("")}</div><div class="typed">${escapeHtml(typed)}</div>`;
}

/** Offsets are UTF-16 code units, as in strings. */
function formatted(text: string, entities: readonly MessageEntity[]): string {
  const blocks = entities.filter(({ type }) => BLOCKS.includes(type)).sort((a, b) => a.offset - b.offset);
  const inside = entities.filter(({ type }) => !BLOCKS.includes(type));
  let html = "";
  let at = 0;
  for (const { type, offset, length } of blocks) {
    // A page shows no line for the break before a block, and one for the break after it.
    html += stretch(text, at, offset, inside);
    const folds = type === "expandable_blockquote" ? ' class="folds"' : "";
    html += `<blockquote${folds}>${stretch(text, offset, offset + length, inside)}</blockquote>`;
    at = offset + length + (text[offset + length] === "\n" ? 1 : 0);
  }
  return html + stretch(text, at, text.length, inside);
}

function stretch(text: string, from: number, to: number, entities: readonly MessageEntity[]): string {
  const edges = entities
    .flatMap(({ offset, length }) => [offset, offset + length])
    .filter((at) => at > from && at < to);
  const cuts = [...new Set([from, ...edges, to])].sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((start, number) => {
      const end = cuts[number + 1] ?? to;
      const marks = entities
        .filter(({ offset, length }) => offset <= start && end <= offset + length)
        .map(({ type }) => {
          const mark = INLINE[type];
          if (!mark) throw new Error(`no picture of an entity of type ${type}`);
          return mark;
        });
      const words = escapeHtml(text.slice(start, end));
      return marks.reduceRight((inner, [open, close]) => open + inner + close, words);
    })
    .join("");
}

function keyboardOf(rows: readonly (readonly InlineKeyboardButton[])[], isMine: boolean): string {
  const side = isMine ? ' style="margin-left: auto"' : "";
  const html = rows.map((row) => `<div class="row">${row.map(buttonOf).join("")}</div>`);
  return `<div class="keyboard"${side}>${html.join("")}</div>`;
}

function buttonOf(button: InlineKeyboardButton): string {
  const sign = "url" in button ? "↗" : "switch_inline_query" in button ? "➜" : "";
  return `<div class="button">${escapeHtml(button.text)}${sign === "" ? "" : `<i>${sign}</i>`}</div>`;
}
