/** Limits of messages and modals that Discord publishes in prose, or not at all, so that its schema does not hold them. */
import type { APIEmbed } from "discord.js";
import { everyComponent, type Placed } from "./discord-components.ts";
import type { Issue } from "./discord-http.ts";
import {
  ButtonStyle,
  type Component,
  ComponentType,
  Flag,
  type MessagePayload,
  SELECT_TYPES,
} from "./discord-protocol.ts";

const MAX_CONTENT = 2000;
const MAX_EMBED_CHARACTERS = 6000;
const MAX_ROWS = 5;
const MAX_BUTTONS_IN_ROW = 5;
const MAX_COMPONENTS = 40;
const MAX_DISPLAYED_CHARACTERS = 4000;
const MAX_DISPLAYED_BYTES = 10_170;
/** What each text display costs of those bytes besides its text. */
const DISPLAY_OVERHEAD = 12;
const MAX_SELECT_OPTIONS = 25;
const MAX_MODAL_COMPONENTS = 5;

const BUTTON_SCHEMES: readonly string[] = ["http", "https", "discord"];
const LINK_SCHEMES: readonly string[] = ["http", "https"];
const IMAGE_SCHEMES: readonly string[] = ["http", "https", "attachment"];

type Path = readonly (string | number)[];

export function tooLong(path: Path, limit: number): Issue {
  return { path, code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${limit} or fewer in length.` };
}

export function invalid(path: Path, code: string, message: string): Issue {
  return { path, code, message };
}

/** Lengths count UTF-16 units: where Discord may count fewer, a bot that passes here passes there. */
export function* messageIssues(payload: MessagePayload, flags: number): Generator<Issue> {
  const components = payload.components ?? [];
  const placed = [...everyComponent(components, ["components"])];
  if ((payload.content ?? "").length > MAX_CONTENT) yield tooLong(["content"], MAX_CONTENT);
  yield* embedIssues(payload.embeds ?? []);
  if (placed.length > MAX_COMPONENTS) {
    yield invalid(["components"], "COMPONENT_MAX_TOTAL", `${placed.length} components, at most ${MAX_COMPONENTS}.`);
  }
  if (flags & Flag.componentsV2) yield* displayIssues(payload, placed);
  else yield* rowIssues(components);
  yield* partIssues(placed);
  yield* duplicates(placed);
}

function* embedIssues(embeds: readonly APIEmbed[]): Generator<Issue> {
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  if (total > MAX_EMBED_CHARACTERS) {
    yield invalid(
      ["embeds"],
      "MAX_EMBED_SIZE_EXCEEDED",
      `Embeds hold ${total} characters, at most ${MAX_EMBED_CHARACTERS} in all.`,
    );
  }
  for (const [index, embed] of embeds.entries()) {
    const path = ["embeds", index];
    yield* schemeIssues(embed.url, [...path, "url"], LINK_SCHEMES);
    yield* schemeIssues(embed.author?.url, [...path, "author", "url"], LINK_SCHEMES);
    yield* schemeIssues(embed.author?.icon_url, [...path, "author", "icon_url"], IMAGE_SCHEMES);
    yield* schemeIssues(embed.footer?.icon_url, [...path, "footer", "icon_url"], IMAGE_SCHEMES);
    yield* schemeIssues(embed.image?.url, [...path, "image", "url"], IMAGE_SCHEMES);
    yield* schemeIssues(embed.thumbnail?.url, [...path, "thumbnail", "url"], IMAGE_SCHEMES);
    for (const [place, field] of (embed.fields ?? []).entries()) {
      for (const part of ["name", "value"] as const) {
        if (field[part].trim() !== "") continue;
        yield invalid([...path, "fields", place, part], "BASE_TYPE_REQUIRED", "This field is required");
      }
    }
  }
}

function embedLength(embed: APIEmbed): number {
  const fields = embed.fields ?? [];
  return [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function* displayIssues(payload: MessagePayload, placed: readonly Placed[]): Generator<Issue> {
  for (const field of ["content", "embeds", "poll"] as const) {
    const value = payload[field];
    if (value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    yield invalid(
      [field],
      "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
  const characters = displayTexts(placed).reduce((sum, text) => sum + text.length, 0);
  if (characters > MAX_DISPLAYED_CHARACTERS) {
    yield invalid(
      ["components"],
      "COMPONENT_MAX_TOTAL_COMPONENT_TEXT_DISPLAY_SIZE_EXCEEDED",
      `Text displays hold ${characters} characters, at most ${MAX_DISPLAYED_CHARACTERS} in all.`,
    );
  }
}

function displayTexts(placed: readonly Placed[]): readonly string[] {
  return placed.flatMap(({ component }) =>
    component.type === ComponentType.textDisplay ? [component.content ?? ""] : [],
  );
}

/** Discord says nothing about this one: a message over it fails with HTTP 500. */
export function overByteLimit(payload: MessagePayload): string | undefined {
  const texts = displayTexts([...everyComponent(payload.components ?? [])]);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + DISPLAY_OVERHEAD, 0);
  return bytes > MAX_DISPLAYED_BYTES
    ? `text displays hold ${bytes} bytes, at most ${MAX_DISPLAYED_BYTES} with ${DISPLAY_OVERHEAD} for each display`
    : undefined;
}

function* rowIssues(components: readonly Component[]): Generator<Issue> {
  if (components.length > MAX_ROWS) {
    yield invalid(["components"], "BASE_TYPE_MAX_LENGTH", `Must be ${MAX_ROWS} or fewer in length.`);
  }
  for (const [index, { type }] of components.entries()) {
    if (type !== ComponentType.actionRow) {
      yield invalid(
        ["components", index],
        "UNION_TYPE_CHOICES",
        `Value of field "type" must be one of (1,) without IS_COMPONENTS_V2, not ${type}.`,
      );
    }
  }
}

function* partIssues(placed: readonly Placed[]): Generator<Issue> {
  for (const { component, path } of placed) {
    if (component.type === ComponentType.actionRow) yield* rowContentIssues(component, path);
    if (component.type === ComponentType.button) yield* buttonIssues(component, path);
    if (SELECT_TYPES.has(component.type)) yield* selectIssues(component, path);
  }
}

function* rowContentIssues(row: Component, path: Path): Generator<Issue> {
  const inside = row.components ?? [];
  const selects = inside.filter(({ type }) => SELECT_TYPES.has(type)).length;
  if (inside.length > MAX_BUTTONS_IN_ROW || (selects > 0 && inside.length > 1)) {
    yield invalid(
      [...path, "components"],
      "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
      "The width of the layout is exceeded: 5 buttons or one select menu a row.",
    );
  }
}

function* buttonIssues(button: Component, path: Path): Generator<Issue> {
  const hasUrl = button.url !== undefined && button.url !== null;
  const hasId = button.custom_id !== undefined && button.custom_id !== null;
  if (button.style === ButtonStyle.premium) return;
  if (!button.label && !button.emoji) {
    yield invalid([...path, "label"], "BUTTON_COMPONENT_LABEL_REQUIRED", "A button needs a label or an emoji.");
  }
  if (button.style === ButtonStyle.link) {
    if (!hasUrl) yield invalid([...path, "url"], "BUTTON_COMPONENT_URL_REQUIRED", "A link button must have a url");
    if (hasId) {
      yield invalid(
        path,
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        "A custom id and url cannot both be specified",
      );
    }
  } else {
    if (!hasId) {
      yield invalid([...path, "custom_id"], "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id required");
    }
    if (hasUrl) yield invalid([...path, "url"], "BUTTON_COMPONENT_INVALID_URL", "Only a link button has a url.");
  }
  if (hasUrl) yield* schemeIssues(button.url, [...path, "url"], BUTTON_SCHEMES);
}

function* schemeIssues(url: string | null | undefined, path: Path, schemes: readonly string[]): Generator<Issue> {
  if (!url) return;
  const scheme = URL.canParse(url) ? new URL(url).protocol.slice(0, -1) : "";
  if (schemes.includes(scheme)) return;
  const known = schemes.map((one) => `'${one}'`).join(", ");
  const message = `Scheme "${scheme}" is not supported. Scheme must be one of (${known}).`;
  yield invalid(path, "URL_TYPE_INVALID_SCHEME", message);
}

function* selectIssues(select: Component, path: Path): Generator<Issue> {
  const options = select.options ?? [];
  if (options.length > MAX_SELECT_OPTIONS) {
    yield invalid([...path, "options"], "BASE_TYPE_MAX_LENGTH", `Must be ${MAX_SELECT_OPTIONS} or fewer in length.`);
  }
  const values = new Set<string>();
  for (const [index, { value }] of options.entries()) {
    if (values.has(value)) {
      yield invalid(
        [...path, "options", index, "value"],
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        "The specified option value is already used",
      );
    }
    values.add(value);
  }
  if ((select.min_values ?? 1) > (select.max_values ?? 1)) {
    yield invalid([...path, "min_values"], "BASE_TYPE_BAD_INTEGER", "min_values is above max_values.");
  }
}

function* duplicates(placed: readonly Placed[]): Generator<Issue> {
  const customIds = new Set<string>();
  const ids = new Set<number>();
  for (const { component, path } of placed) {
    const { custom_id: customId, id } = component;
    if (customId) {
      if (customIds.has(customId)) {
        yield invalid(
          [...path, "custom_id"],
          "COMPONENT_CUSTOM_ID_DUPLICATED",
          "Component custom id cannot be duplicated",
        );
      }
      customIds.add(customId);
    }
    if (id) {
      if (ids.has(id)) yield invalid([...path, "id"], "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
      ids.add(id);
    }
  }
}

/** What a modal may not hold besides what the schema says. */
export function* modalIssues(components: readonly Component[]): Generator<Issue> {
  if (components.length > MAX_MODAL_COMPONENTS) yield tooLong(["components"], MAX_MODAL_COMPONENTS);
  const placed = [...everyComponent(components, ["components"])];
  for (const { component, path } of placed) {
    if (component.type !== ComponentType.textInput) continue;
    if ((component.min_length ?? 0) > (component.max_length ?? 4000)) {
      yield invalid([...path, "min_length"], "BASE_TYPE_BAD_INTEGER", "min_length is above max_length.");
    }
    if (component.value && component.value.length > (component.max_length ?? 4000)) {
      yield tooLong([...path, "value"], component.max_length ?? 4000);
    }
  }
  yield* duplicates(placed);
}

/** Whom the message would notify: `@everyone`, `@here`, `<@id>`, `<@&id>`. */
export function pings(payload: MessagePayload): readonly string[] {
  const shown = displayTexts([...everyComponent(payload.components ?? [])]);
  const text = [payload.content ?? "", ...shown].join("\n");
  const allowed = payload.allowed_mentions;
  return [...text.matchAll(/@everyone|@here|<@([!&]?)(\d+)>/g)].flatMap((match) => {
    const [mention, sign, id = ""] = match;
    const kind = sign === undefined ? "everyone" : sign === "&" ? "roles" : "users";
    // Without any rule Discord parses every mention that the kind of message may have.
    if (!allowed) return [mention];
    const named = kind === "everyone" ? [] : (allowed[kind] ?? []);
    return allowed.parse?.includes(kind) || named.includes(id) ? [mention] : [];
  });
}
