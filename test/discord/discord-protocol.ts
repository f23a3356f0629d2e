/** What Discord publishes and both sides must agree on: numbers, locales, and the shapes that bots send. */
import type { APIEmbed, APIMessage } from "discord.js";

export const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presenceUpdate: 3,
  voiceStateUpdate: 4,
  resume: 6,
  reconnect: 7,
  requestGuildMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
  requestSoundboardSounds: 31,
} as const;

export const Close = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** After these a client may not resume: the session is gone. */
export const FINAL_CLOSE_CODES: ReadonlySet<number> = new Set([
  1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014,
]);

export const Intent = { guilds: 1 << 0 } as const;
/** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT have to be granted. */
export const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
/** Bits 0-16, 20, 21, 24 and 25 are the intents of API version 10. */
export const KNOWN_INTENTS = ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

export const InteractionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

export const CallbackType = {
  reply: 4,
  deferReply: 5,
  deferUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const;

export const CommandType = { chatInput: 1, user: 2, message: 3 } as const;

export const OptionType = {
  subcommand: 1,
  subcommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  number: 10,
} as const;

export const ComponentType = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

export const SELECT_TYPES: ReadonlySet<number> = new Set([3, 5, 6, 7, 8]);

export const ButtonStyle = { link: 5, premium: 6 } as const;

export const Flag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

/** What a bot may set on a message that it sends. */
export const SENDABLE_FLAGS =
  Flag.suppressEmbeds | Flag.ephemeral | Flag.suppressNotifications | (1 << 13) | Flag.componentsV2;

export const LOCALES: ReadonlySet<string> = new Set(
  (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR " +
    "ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko"
  ).split(" "),
);

/** Any component of a message or of a modal; which fields it has depends on its type. */
export interface Component {
  readonly type: number;
  readonly id?: number | null;
  readonly custom_id?: string | null;
  readonly style?: number;
  readonly label?: string | null;
  readonly description?: string | null;
  readonly url?: string | null;
  readonly sku_id?: string | null;
  readonly emoji?: { readonly id?: string | null; readonly name?: string | null } | null;
  readonly disabled?: boolean | null;
  readonly content?: string;
  readonly placeholder?: string | null;
  readonly value?: string | null;
  readonly required?: boolean | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
}

export interface AllowedMentions {
  readonly parse?: readonly (string | null)[] | null;
  readonly users?: readonly (string | null)[] | null;
  readonly roles?: readonly (string | null)[] | null;
}

/** What a bot sends to make a message or to change one. */
export interface MessagePayload {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly Component[] | null;
  readonly flags?: number | null;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly attachments?: readonly { readonly id: string; readonly filename?: string | null }[] | null;
  readonly poll?: unknown;
  readonly tts?: boolean | null;
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
  readonly name_localizations?: Localisations;
}

/** The body of an answer to an interaction, as the bot sent it. */
export interface BotResponse {
  readonly type: number;
  readonly data: MessagePayload & {
    readonly choices?: readonly Choice[];
    readonly custom_id?: string;
    readonly title?: string;
  };
}

/** A message as people see it. */
export type Message = Omit<APIMessage, "components"> & { readonly components: readonly Component[] };

export type Localisations = Readonly<Record<string, string>> | null;

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localisations;
  readonly description: string;
  readonly description_localizations?: Localisations;
  readonly required?: boolean | null;
  readonly autocomplete?: boolean | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
  readonly min_value?: number | null;
  readonly max_value?: number | null;
  readonly choices?: readonly Choice[] | null;
  readonly options?: readonly CommandOption[] | null;
}

/** What a bot sends to register a command. */
export interface CommandPayload {
  readonly type?: number | null;
  readonly name: string;
  readonly name_localizations?: Localisations;
  readonly description?: string | null;
  readonly description_localizations?: Localisations;
  readonly options?: readonly CommandOption[] | null;
  readonly default_member_permissions?: string | number | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
  readonly nsfw?: boolean | null;
}

/** A registered command, as Discord gives it back. */
export interface Command extends CommandPayload {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
  readonly guild_id?: string;
  readonly type: number;
  readonly description: string;
}

/** What was not yet checked but is known to be an object. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const EPOCH = 1_420_070_400_000n;

/** Ids of now: they grow, and carry the time at which they were made. */
export function createSnowflakes(): () => string {
  let last = 0n;
  return () => {
    const now = (BigInt(Date.now()) - EPOCH) << 22n;
    last = now > last ? now : last + 1n;
    return String(last);
  };
}
