/** The commands in Discord's picker, in every language; registered only when they changed. */
import { isDeepStrictEqual } from "node:util";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import { type Wording, wordingFor, wordings } from "../chat/wording/index.ts";

/** Discord's locales for a language that the chats speak; it has none for some. */
const LOCALES: Readonly<Record<string, readonly Locale[]>> = {
  en: [Locale.EnglishUS, Locale.EnglishGB],
  de: [Locale.German],
  "zh-Hans": [Locale.ChineseCN],
  "zh-Hant": [Locale.ChineseTW],
  vi: [Locale.Vietnamese],
  ko: [Locale.Korean],
};

/** UTF-16 code units; an answer is asked for in a sentence or two. */
const MAX_ASKED = 1000;

/** Names by which the handlers know the commands. */
export const COMMAND = {
  ask: "ask",
  timeline: "timeline",
  sources: "sources",
  about: "about",
  privacy: "privacy",
  check: "Check against sources",
} as const;

export const OPTION = { question: "question", private: "private", language: "language" } as const;

/** @param isGlobal commands of one server know no contexts and no installations */
export function commands(isGlobal = true): RESTPostAPIApplicationCommandsJSONBody[] {
  const en = wordingFor("en");
  const reach = {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
  // Told although they are the defaults, so that what somebody else set is set back.
  const everywhere = { default_member_permissions: null, nsfw: false, ...(isGlobal ? reach : {}) };
  const option = (name: keyof typeof OPTION) => ({
    name: OPTION[name],
    name_localizations: localized(({ names }) => names[name]),
    description: en.options[name],
    description_localizations: localized(({ options }) => options[name]),
  });
  const slash = (name: "ask" | "timeline" | "sources" | "about" | "privacy") => ({
    type: ApplicationCommandType.ChatInput as const,
    name: COMMAND[name],
    name_localizations: localized(({ names }) => names[name]),
    description: en.commands[name],
    description_localizations: localized((wording) => wording.commands[name]),
    ...everywhere,
  });
  return [
    {
      ...slash("ask"),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          ...option("question"),
          required: true,
          autocomplete: true,
          min_length: 1,
          max_length: MAX_ASKED,
        },
        { type: ApplicationCommandOptionType.Boolean, ...option("private") },
        {
          type: ApplicationCommandOptionType.String,
          ...option("language"),
          // Each in its own name for itself: whoever looks for it reads it.
          choices: wordings.map(({ name, tag }) => ({ name, value: tag })),
        },
      ],
    },
    slash("timeline"),
    slash("sources"),
    slash("about"),
    slash("privacy"),
    {
      type: ApplicationCommandType.Message,
      name: COMMAND.check,
      name_localizations: localized(({ checkMessage }) => checkMessage),
      ...everywhere,
    },
  ];
}

function localized(text: (wording: Wording) => string): LocalizationMap {
  return Object.fromEntries(
    wordings.flatMap((wording) => (LOCALES[wording.tag] ?? []).map((locale) => [locale, text(wording)])),
  );
}

/** `true` when the commands had to be written. Discord allows 200 new commands a day. */
export async function register(rest: REST, application: string, guild: string | undefined): Promise<boolean> {
  const route =
    guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  const wanted = commands(guild === undefined);
  const current = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
  if (isSame(current, wanted)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

function isSame(current: unknown, wanted: readonly RESTPostAPIApplicationCommandsJSONBody[]): boolean {
  if (!Array.isArray(current) || current.length !== wanted.length) return false;
  return wanted.every((command) => {
    const registered = current.find(({ name, type }) => name === command.name && type === command.type);
    return registered !== undefined && isDeepStrictEqual(pick(registered, command), pick(command, command));
  });
}

/** What of a registered command was asked for: Discord adds ids, versions and defaults. */
function pick(from: unknown, like: unknown): unknown {
  if (Array.isArray(like)) {
    if (!Array.isArray(from) || from.length !== like.length) return undefined;
    // Contexts and installations come back in another order.
    const isPlain = like.every((value) => typeof value === "number");
    return isPlain ? [...from].sort() : like.map((value, i) => pick(from[i], value));
  }
  if (typeof like !== "object" || like === null) return from;
  const fields = Object.entries(like).filter(([, value]) => value !== undefined);
  const source = typeof from === "object" && from !== null ? (from as Record<string, unknown>) : {};
  return Object.fromEntries(
    // A translation that nobody asked for is a difference as well.
    fields.map(([name, value]) => [name, name.endsWith("_localizations") ? source[name] : pick(source[name], value)]),
  );
}
