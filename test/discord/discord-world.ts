/** The people and places that the server's Discord consists of. */
import type { APIUser } from "discord.js";
import { LOCALES } from "./discord-protocol.ts";

export interface User {
  readonly id: string;
  readonly username: string;
  readonly locale: string;
  readonly account: APIUser;
}

/** Where people talk: a channel of a guild, a conversation with the bot, or a group of people. */
export interface Place {
  readonly id: string;
  readonly context: 0 | 1 | 2;
  readonly guild?: Guild;
  /** The channel as events carry it. */
  readonly channel: object;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly preferredLocale: string;
  /** False when only people have the app: the bot itself is no member. */
  readonly installed: boolean;
  channel(options?: { readonly name?: string }): Place;
  readonly channels: readonly Place[];
  /** What GUILD_CREATE tells. */
  snapshot(): object;
}

export interface GuildOptions {
  readonly name: string;
  readonly preferred_locale?: string;
  readonly installed?: boolean;
}

export interface World {
  readonly bot: APIUser;
  readonly guilds: ReadonlyMap<string, Guild>;
  readonly places: ReadonlyMap<string, Place>;
  user(options: { readonly username: string; readonly locale?: string }): User;
  guild(options: GuildOptions): Guild;
  dm(user: User): Place;
  groupDm(users: readonly User[], name?: string): Place;
}

/** Every permission of a member who may do anything: the tests do not ask about permissions. */
export const ALL_PERMISSIONS = "9007199254740991";

export function createWorld(applicationId: string, snowflake: () => string): World {
  const guilds = new Map<string, Guild>();
  const places = new Map<string, Place>();
  const conversations = new Map<string, Place>();
  const bot = account(applicationId, "beleg", { bot: true });

  function settle(place: Place): Place {
    places.set(place.id, place);
    return place;
  }

  return {
    bot,
    guilds,
    places,
    user({ username, locale = "en-US" }) {
      if (!LOCALES.has(locale)) throw new Error(`Discord is not available in "${locale}"`);
      const id = snowflake();
      return { id, username, locale, account: account(id, username, { global_name: username }) };
    },
    guild({ name, preferred_locale: preferredLocale = "en-US", installed = true }) {
      const id = snowflake();
      const channels: Place[] = [];
      const guild: Guild = {
        id,
        name,
        preferredLocale,
        installed,
        channels,
        channel(options = {}) {
          const place: Place = settle({
            id: snowflake(),
            context: 0,
            guild,
            get channel() {
              return guildChannel(place.id, id, options.name ?? "general", channels.indexOf(place));
            },
          });
          channels.push(place);
          return place;
        },
        snapshot: () => guildSnapshot(guild, bot),
      };
      guilds.set(id, guild);
      return guild;
    },
    dm(user) {
      const known = conversations.get(user.id);
      if (known) return known;
      const id = snowflake();
      const channel = { id, type: 1, flags: 0, last_message_id: null, recipients: [user.account] };
      const place = settle({ id, context: 1, channel });
      conversations.set(user.id, place);
      return place;
    },
    groupDm(users, name) {
      const id = snowflake();
      return settle({
        id,
        context: 2,
        channel: {
          id,
          type: 3,
          flags: 0,
          name: name ?? null,
          icon: null,
          last_message_id: null,
          owner_id: users[0]?.id ?? null,
          recipients: users.map((user) => user.account),
        },
      });
    },
  };
}

function account(id: string, username: string, more: object): APIUser {
  const user = {
    id,
    username,
    discriminator: "0",
    global_name: null,
    avatar: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    ...more,
  };
  return user as APIUser;
}

function guildChannel(id: string, guildId: string, name: string, position: number): object {
  return {
    id,
    type: 0,
    guild_id: guildId,
    name,
    position,
    topic: null,
    nsfw: false,
    flags: 0,
    parent_id: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites: [],
    permissions: ALL_PERMISSIONS,
  };
}

function guildSnapshot(guild: Guild, bot: APIUser): object {
  const everyone = {
    id: guild.id,
    name: "@everyone",
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: "2248473465835073",
    managed: false,
    mentionable: false,
    flags: 0,
  };
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: bot.id,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [everyone],
    emojis: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: guild.preferredLocale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    stickers: [],
    joined_at: new Date().toISOString(),
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    members: [member(bot)],
    channels: guild.channels.map(({ channel }) => channel),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The user as a member of a guild, without the permissions that only interactions carry. */
export function member(user: APIUser): object {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: "2024-01-01T00:00:00.000Z",
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    communication_disabled_until: null,
    flags: 0,
  };
}
