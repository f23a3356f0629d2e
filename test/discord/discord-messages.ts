/** The messages of the server's Discord, as they look now. */
import type { APIEmbed, APIUser } from "discord.js";
import { stored } from "./discord-components.ts";
import type { UploadedFile } from "./discord-http.ts";
import { pings } from "./discord-message-limits.ts";
import { Flag, type Message, type MessagePayload } from "./discord-protocol.ts";
import type { Place, User } from "./discord-world.ts";

/** A message with what only the server knows about it. */
export interface Kept {
  message: Message;
  readonly place: Place;
  /** The only one who sees it, if it is ephemeral. */
  readonly onlyFor: User | undefined;
  deleted: boolean;
  /** How often the bot has changed it. */
  edits: number;
}

export interface NewMessage {
  readonly place: Place;
  readonly author: APIUser;
  readonly payload: MessagePayload;
  readonly flags: number;
  readonly files?: readonly UploadedFile[];
  readonly onlyFor?: User | undefined;
  /** Fields that depend on why the message was made, as `interaction_metadata`. */
  readonly more?: object;
}

export interface Messages {
  get(id: string): Kept | undefined;
  create(message: NewMessage): Kept;
  /** Fields that the payload does not name stay as they are. */
  edit(kept: Kept, payload: MessagePayload, files?: readonly UploadedFile[]): void;
}

/** What a bot may change about a message's flags; the components flag stays once it is set. */
const EDITABLE_FLAGS = Flag.suppressEmbeds | Flag.componentsV2;

export function createMessages(snowflake: () => string): Messages {
  const all = new Map<string, Kept>();

  function attachmentsOf(
    place: Place,
    payload: MessagePayload,
    files: readonly UploadedFile[],
  ): Message["attachments"] {
    return files.map(({ id, filename, size, contentType }) => {
      const name = payload.attachments?.find((attachment) => attachment.id === id)?.filename ?? filename;
      const url = `https://cdn.example/attachments/${place.id}/${id}/${encodeURIComponent(name)}`;
      return { id: snowflake(), filename: name, size, url, proxy_url: url, content_type: contentType };
    });
  }

  return {
    get: (id) => all.get(id),
    create({ place, author, payload, flags, files = [], onlyFor, more }) {
      const pinged = pings(payload);
      const message = {
        id: snowflake(),
        type: 0,
        content: payload.content ?? "",
        channel_id: place.id,
        author,
        attachments: attachmentsOf(place, payload, files),
        embeds: (payload.embeds ?? []).map(embed),
        mentions: [],
        mention_roles: pinged.flatMap((mention) => /^<@&(\d+)>$/.exec(mention)?.[1] ?? []),
        mention_everyone: pinged.some((mention) => mention.startsWith("@")),
        pinned: false,
        tts: false,
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        flags,
        components: stored(payload.components ?? []),
        ...more,
      };
      const kept: Kept = { message: message as Message, place, onlyFor, deleted: false, edits: 0 };
      all.set(message.id, kept);
      return kept;
    },
    edit(kept, payload, files = []) {
      const { message, place } = kept;
      const flags = message.flags ?? 0;
      const changed = (payload.flags ?? 0) & EDITABLE_FLAGS;
      const suppressed = payload.flags === undefined ? flags & Flag.suppressEmbeds : 0;
      const known = new Set(payload.attachments?.map(({ id }) => id));
      const staying = payload.attachments ? message.attachments.filter(({ id }) => known.has(id)) : message.attachments;
      kept.message = {
        ...message,
        ...(payload.content !== undefined && { content: payload.content ?? "" }),
        ...(payload.embeds !== undefined && { embeds: (payload.embeds ?? []).map(embed) }),
        ...(payload.components !== undefined && { components: stored(payload.components ?? []) }),
        attachments: [...staying, ...attachmentsOf(place, payload, files)],
        flags: (flags & ~(Flag.loading | Flag.suppressEmbeds)) | changed | suppressed,
        // The first edit of a deferred reply is its first look.
        edited_timestamp: flags & Flag.loading ? null : new Date().toISOString(),
      };
      kept.edits++;
    },
  };
}

function embed(sent: APIEmbed): APIEmbed {
  const given = Object.entries(sent).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(given), type: "rich" } as APIEmbed;
}

/** Whether nothing is left to be seen of a message. */
export function isEmpty(message: Pick<Message, "content" | "embeds" | "components" | "attachments">): boolean {
  return (
    message.content.trim() === "" &&
    message.embeds.length === 0 &&
    message.components.length === 0 &&
    message.attachments.length === 0
  );
}
