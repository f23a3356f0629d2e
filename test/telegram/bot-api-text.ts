/** What Telegram accepts as the text of a message and its entities, and what it makes of them. */
import type { MessageEntity } from "grammy/types";
import { badRequest } from "./bot-api-failure.ts";
import { integerIn, isRecord, type Payload } from "./bot-api-parameters.ts";

/** In UTF-16 units. */
export const TEXT_LENGTH = 4096;
const ENTITIES = 100;

const PLAIN_ENTITIES = [
  "mention",
  "hashtag",
  "cashtag",
  "bot_command",
  "url",
  "email",
  "phone_number",
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "spoiler",
  "blockquote",
  "expandable_blockquote",
  "code",
  "pre",
] as const;
const known: ReadonlySet<string> = new Set([
  ...PLAIN_ENTITIES,
  "text_link",
  "text_mention",
  "custom_emoji",
  "date_time",
]);
const isQuote = ({ type }: MessageEntity) => type === "blockquote" || type === "expandable_blockquote";
const isCode = ({ type }: MessageEntity) => type === "code" || type === "pre";

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** The text as Telegram shows it, or the error with which it refuses it. */
export function formattedText(text: string | undefined, entities: unknown, longest = TEXT_LENGTH): FormattedText {
  if (text === undefined) throw badRequest("message text is empty");
  if (!text.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
  const given = checkedEntities(text, entities);
  const trimmed = trim(text, given);
  if (trimmed.text === "") throw badRequest("message text is empty");
  if (trimmed.text.length > longest) throw badRequest("message is too long");
  return { text: trimmed.text, entities: withDetected(trimmed.text, trimmed.entities) };
}

/**
 * Telegram mends some of this in silence: it drops entities past the hundredth and splits those that overlap. Whoever
 * sends them did not mean to, so here they are errors.
 */
function checkedEntities(text: string, value: unknown): MessageEntity[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badRequest("can't parse entities: expected an Array of MessageEntity");
  if (value.length > ENTITIES) throw badRequest(`can't parse entities: more than ${ENTITIES} entities`);
  const entities = value.map((entity: unknown) => checkedEntity(text, entity));
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
  checkNesting(entities);
  return entities;
}

function checkedEntity(text: string, entity: unknown): MessageEntity {
  if (!isRecord(entity)) throw badRequest("can't parse MessageEntity: expected an Object");
  const { type, offset, length } = entity;
  if (typeof type !== "string" || !known.has(type)) {
    throw badRequest(`can't parse MessageEntity: unsupported type "${String(type)}" specified`);
  }
  if (!isNatural(offset)) throw badRequest(`receive an entity with incorrect offset ${String(offset)}`);
  if (!isNatural(length) || length === 0) {
    throw badRequest(`receive an entity with incorrect length ${String(length)}`);
  }
  if (offset > text.length) throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  const end = offset + length;
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  if (splitsCharacter(text, offset)) {
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at UTF-16 offset ${offset}`);
  }
  if (splitsCharacter(text, end)) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at UTF-16 offset ${end}`,
    );
  }
  checkContent(type, entity);
  return entity as unknown as MessageEntity;
}

function checkContent(type: string, entity: Payload): void {
  const { url, user, custom_emoji_id, unix_time, date_time_format } = entity;
  if (type === "text_link") {
    const link = typeof url === "string" ? url : "";
    if (!isLink(link)) throw badRequest(`entity URL '${link}' is invalid: wrong HTTP URL`);
  }
  if (type === "text_mention" && !(isRecord(user) && integerIn(user, "id") !== undefined)) {
    throw badRequest("can't parse MessageEntity: can't find field \"user\"");
  }
  if (type === "custom_emoji" && !(typeof custom_emoji_id === "string" && /^\d{1,20}$/.test(custom_emoji_id))) {
    throw badRequest('can\'t parse MessageEntity: field "custom_emoji_id" must be a valid Number');
  }
  if (type === "date_time") {
    if (!Number.isSafeInteger(unix_time)) throw badRequest("can't parse MessageEntity: can't find field \"unix_time\"");
    if (date_time_format !== undefined && !/^(?:r|w?[dD]?[tT]?)$/.test(String(date_time_format))) {
      throw badRequest("can't parse MessageEntity: invalid date-time format specified");
    }
  }
}

function checkNesting(entities: readonly MessageEntity[]): void {
  const open: MessageEntity[] = [];
  for (const entity of entities) {
    while (open.length > 0 && endOf(open.at(-1)) <= entity.offset) open.pop();
    const around = open.at(-1);
    if (around !== undefined && endOf(entity) > endOf(around)) {
      throw badRequest(`can't parse entities: ${entity.type} at ${entity.offset} overlaps ${around.type} only in part`);
    }
    if (isQuote(entity) && open.some(isQuote)) throw badRequest("can't parse entities: blockquotes can't be nested");
    if (around !== undefined && (isCode(around) || (isCode(entity) && open.some((other) => !isQuote(other))))) {
      throw badRequest(`can't parse entities: ${entity.type} can't be nested in ${around.type}`);
    }
    if (isLinked(entity) && open.some(isLinked)) throw badRequest("can't parse entities: links can't be nested");
    open.push(entity);
  }
}

const endOf = (entity: MessageEntity | undefined) => (entity === undefined ? 0 : entity.offset + entity.length);
const isNatural = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function splitsCharacter(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

function trim(text: string, entities: readonly MessageEntity[]): { text: string; entities: MessageEntity[] } {
  const trimmed = text.trim();
  if (trimmed.length === text.length) return { text, entities: [...entities] };
  const cut = text.length - text.trimStart().length;
  return {
    text: trimmed,
    entities: entities.flatMap((entity) => {
      const start = Math.max(entity.offset - cut, 0);
      const end = Math.min(endOf(entity) - cut, trimmed.length);
      return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
    }),
  };
}

const DETECTED =
  /(?<url>\bhttps?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]}'’…])|(?<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b)|(?<![\p{L}\p{N}_@/])(?:(?<mention>@[a-z]\w{3,31})\b|(?<hashtag>#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)|(?<bot_command>\/\w{1,64}(?:@[a-z]\w{3,31})?)(?![\w/]))/giu;
const DETECTABLE = /[@#/]/;

/** Telegram finds addresses, mentions, hashtags and commands itself, where nothing else is in their way. */
export function withDetected(text: string, given: readonly MessageEntity[]): readonly MessageEntity[] {
  if (!DETECTABLE.test(text)) return given;
  const found: MessageEntity[] = [];
  for (const match of text.matchAll(DETECTED)) {
    const type = detectedType(match.groups ?? {});
    const entity: MessageEntity = { type, offset: match.index, length: match[0].length };
    const isFree = given.every(
      (other) =>
        endOf(other) <= entity.offset ||
        endOf(entity) <= other.offset ||
        (!isCode(other) && !isLinked(other) && other.offset <= entity.offset && endOf(entity) <= endOf(other)),
    );
    if (isFree) found.push(entity);
  }
  if (found.length === 0) return given;
  return [...given, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

const DETECTED_TYPES = ["url", "email", "mention", "hashtag", "bot_command"] as const;

function detectedType(groups: Readonly<Record<string, string | undefined>>): (typeof DETECTED_TYPES)[number] {
  return DETECTED_TYPES.find((type) => groups[type] !== undefined) ?? "url";
}

const LINKED: ReadonlySet<string> = new Set([
  "text_link",
  "text_mention",
  "mention",
  "hashtag",
  "cashtag",
  "bot_command",
  "url",
  "email",
]);
const isLinked = ({ type }: MessageEntity) => LINKED.has(type);

const SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "tg:", "ton:", "tonsite:"]);

/** Whether Telegram opens it: a web address with a full host name, or a link of its own. */
export function isLink(url: string): boolean {
  if (url === "" || /\s/u.test(url)) return false;
  const address = /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `http://${url}`;
  if (!URL.canParse(address)) return false;
  const parsed = new URL(address);
  if (!SCHEMES.has(parsed.protocol)) return false;
  return parsed.protocol.startsWith("http") ? /^[^.].*\.[^.]+$|^\[.*\]$/u.test(parsed.hostname) : true;
}

/** The text of an inline result, checked as if it were sent. */
export function inlineText(content: unknown): FormattedText {
  const { message_text, entities } = isRecord(content) ? content : {};
  if (typeof message_text !== "string") {
    throw badRequest("can't parse inline query result: can't find field \"input_message_content\"");
  }
  return formattedText(message_text, entities);
}
