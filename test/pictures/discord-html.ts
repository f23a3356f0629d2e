/** Messages as Discord's apps show them, in colours of nobody. */
import { type Choice, type Component, ComponentType, Flag, type Message } from "../discord/discord-protocol.ts";
import { markdownToHtml } from "./discord-markdown.ts";
import { escapeHtml } from "./html.ts";

export const DISCORD_STYLE = `
.chat { background: #2f3136; color: #dcdee1; }
.message { position: relative; padding: 6px 4px 6px 52px; }
.quiet { background: #35383f; border-radius: 4px; }
.used { font-size: 13px; color: #a3a7ae; margin: 0 0 3px -30px; }
.used b { color: #dcdee1; font-weight: 600; }
.face { position: absolute; left: 4px; top: 28px; width: 38px; height: 38px; border-radius: 50%; background: #53606b;
  color: #fff; text-align: center; font-weight: 600; line-height: 38px; }
.author { font-weight: 600; color: #fff; }
.author span { padding: 1px 5px; margin-left: 5px; border-radius: 3px; background: #53606b; font-size: 10px; }
.card { margin-top: 4px; padding: 12px 14px; border-left: 4px solid #777; border-radius: 6px; background: #26282c;
  overflow-wrap: break-word; }
a { color: #6db3e8; text-decoration: none; }
.empty { height: 11px; }
.small { font-size: 12px; color: #a3a7ae; }
blockquote { padding-left: 11px; border-left: 4px solid #5a5e66; border-radius: 3px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 9px; }
.button { max-width: 100%; padding: 5px 13px; border-radius: 6px; background: #4a4d55; color: #fff; font-size: 14px;
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.only { margin-top: 5px; font-size: 12px; color: #a3a7ae; }
.only a { margin-left: 4px; }
.choices { border-radius: 6px 6px 0 0; background: #26282c; padding: 8px 0; }
.choices h2 { padding: 2px 14px 6px; font-size: 12px; color: #a3a7ae; }
.choice { padding: 6px 14px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.choice:nth-child(2) { background: #3a3d44; }
.typing { padding: 10px 14px; border-radius: 0 0 6px 6px; background: #3f424a; }
.typing span { padding: 2px 7px; margin-left: 6px; border-radius: 4px; background: #26282c; }
`;

export interface Posted {
  readonly message: Message;
  /** Who used which command; nobody did when a button was pressed. */
  readonly used?: { readonly person: string; readonly command: string };
  readonly language: "de" | "en";
}

/** What Discord itself says around a message. */
const WORDS = {
  en: { used: ["used", ""], only: "Only you can see this", dismiss: "Dismiss message" },
  de: { used: ["hat", "benutzt"], only: "Nur du kannst das sehen", dismiss: "Nachricht verwerfen" },
} as const;

export function post({ message, used, language }: Posted): string {
  const words = WORDS[language];
  const isQuiet = ((message.flags ?? 0) & Flag.ephemeral) !== 0;
  const name = message.author.username;
  return [
    `<div class="message${isQuiet ? " quiet" : ""}">`,
    used ? usedLine(used, words.used) : "",
    `<div class="face"${used ? "" : ' style="top: 8px"'}>${escapeHtml(name.slice(0, 1).toUpperCase())}</div>`,
    `<div class="author">${escapeHtml(name)}<span>APP</span></div>`,
    message.content === "" ? "" : markdownToHtml(message.content),
    message.components.map(componentToHtml).join(""),
    isQuiet ? `<div class="only">👁 ${words.only} • <a>${words.dismiss}</a></div>` : "",
    "</div>",
  ].join("");
}

function usedLine(
  { person, command }: NonNullable<Posted["used"]>,
  [before, after]: readonly [string, string],
): string {
  return `<div class="used"><b>${escapeHtml(person)}</b> ${before} <a>/${escapeHtml(command)}</a> ${after}</div>`;
}

/** The list above the line in which somebody types a command. */
export function choiceList(command: string, option: string, typed: string, choices: readonly Choice[]): string {
  const rows = choices.map(({ name }) => `<div class="choice">${escapeHtml(name)}</div>`);
  return [
    `<div class="choices"><h2>${escapeHtml(option)}</h2>${rows.join("")}</div>`,
    `<div class="typing">/${escapeHtml(command)}<span>${escapeHtml(option)}: ${escapeHtml(typed)}</span></div>`,
  ].join("");
}

function componentToHtml(component: Component): string {
  const inside = (component.components ?? []).map(componentToHtml).join("");
  switch (component.type) {
    case ComponentType.container: {
      const { accent_color: colour } = component as { readonly accent_color?: number | null };
      const bar = colour == null ? "" : ` style="border-left-color: #${colour.toString(16).padStart(6, "0")}"`;
      return `<div class="card"${bar}>${inside}</div>`;
    }
    case ComponentType.textDisplay:
      return markdownToHtml(component.content ?? "");
    case ComponentType.actionRow:
      return `<div class="row">${inside}</div>`;
    case ComponentType.button:
      return `<div class="button">${escapeHtml(component.label ?? "")}${component.url ? " ↗" : ""}</div>`;
    default:
      throw new Error(`no picture of a component of type ${component.type}`);
  }
}
