/**
 * A view as a Discord message of Components V2: a card with text and buttons under it. Unlike embeds they are shown to
 * people who turned embeds off, need no permission, and keep the answer and its buttons together.
 */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord.js";
import { shorten } from "../../src/index.ts";
import { encodeAction } from "../chat/actions.ts";
import type { Button, Paragraph, Span, View } from "../chat/view.ts";
import { escapeMarkdown, plain, safeUrl } from "./escape.ts";

export interface Rendered {
  readonly components: readonly [APIContainerComponent];
  readonly flags: typeof MessageFlags.IsComponentsV2;
  readonly allowedMentions: { readonly parse: [] };
}

/** Characters of all text of a message; https://docs.discord.com/developers/components/reference#text-display */
const MAX_CHARACTERS = 4000;
/** Bytes of the same, with 12 for each piece of text: above 10,170 Discord answers with an error (discord-api-docs#8554). */
const MAX_BYTES = 10_000;
const MAX_LABEL = 80;
const BUTTONS_PER_ROW = 5;
/** Components of a message; the card and its text are two, and each row is one beside its buttons. */
const MAX_COMPONENTS = 40;
/** The colour beside the card. */
const ACCENT = 0x1f6f8b;

export function render({ paragraphs, buttons }: View): Rendered {
  const components: APIComponentInContainer[] = [
    { type: ComponentType.TextDisplay, content: renderText(paragraphs) || "…" },
    ...renderButtons(buttons),
  ];
  return {
    components: [{ type: ComponentType.Container, accent_color: ACCENT, components }],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  };
}

/** As many paragraphs as fit; the one that does not is cut, and what follows it is left out. */
function renderText(paragraphs: readonly Paragraph[]): string {
  let text = "";
  for (const paragraph of paragraphs) {
    const before = text === "" ? "" : `${text}\n\n`;
    const whole = before + renderParagraph(paragraph, Number.POSITIVE_INFINITY);
    if (!fits(whole)) {
      const cut = longestFit((limit) => before + renderParagraph(paragraph, limit));
      return cut ?? text;
    }
    text = whole;
  }
  return text;
}

const CUTS = [1000, 500, 250, 120, 60] as const;

/** Each piece of text is cut to the greatest length with which all of it fits. */
function longestFit(render: (limit: number) => string): string | undefined {
  return CUTS.map(render).find(fits);
}

function fits(text: string): boolean {
  return text.length <= MAX_CHARACTERS && Buffer.byteLength(text) <= MAX_BYTES;
}

const PREFIXES = { text: "", quote: "> ", note: "-# " } as const satisfies Record<Paragraph["kind"], string>;

function renderParagraph({ kind, lines }: Paragraph, limit: number): string {
  return lines.map((spans) => PREFIXES[kind] + spans.map((span) => renderSpan(span, limit)).join("")).join("\n");
}

function renderSpan({ text, style, url }: Span, limit: number): string {
  const words = escapeMarkdown(shorten(text, limit));
  const address = url === undefined ? undefined : safeUrl(url);
  // The angle brackets keep Discord from showing a preview.
  const linked = address === undefined ? words : `[${words}](<${address}>)`;
  if (style === undefined || words.trim() === "") return linked;
  // A mark beside a space would be shown as it is.
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(linked) ?? [];
  const mark = style === "bold" ? "**" : "*";
  return `${before}${mark}${inner}${mark}${after}`;
}

function renderButtons(rows: readonly (readonly Button[])[]): APIActionRowComponent<APIButtonComponent>[] {
  const seen = new Set<string>();
  const rendered = rows.flatMap((row) => {
    const buttons = row.flatMap((button) => renderButton(button, seen));
    const chunks: APIButtonComponent[][] = [];
    for (let i = 0; i < buttons.length; i += BUTTONS_PER_ROW) chunks.push(buttons.slice(i, i + BUTTONS_PER_ROW));
    return chunks;
  });
  let count = 2;
  const fitting = rendered.filter((row) => {
    count += 1 + row.length;
    return count <= MAX_COMPONENTS;
  });
  return fitting.map((components) => ({ type: ComponentType.ActionRow, components }));
}

/** Nothing for what Discord does not have, such as sharing into another chat. */
function renderButton(button: Button, seen: Set<string>): APIButtonComponent[] {
  const label = shorten(plain(button.label), MAX_LABEL);
  if ("url" in button) {
    const url = safeUrl(button.url);
    return url === undefined || url.length > 512
      ? []
      : [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }];
  }
  if (!("action" in button)) return [];
  const id = encodeAction(button.action);
  // Discord refuses a message with the same id twice.
  if (id === undefined || seen.has(id)) return [];
  seen.add(id);
  return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: id }];
}
