/** What the bot may do with an interaction and with messages, and what it is told when it may not. */
import type { APIUser } from "discord.js";
import { type Answer, type Body, type Issue, invalidForm, NO_CONTENT, ok, refuse } from "./discord-http.ts";
import type { Interactions, Pending } from "./discord-interactions.ts";
import { invalid, overByteLimit, pings } from "./discord-message-limits.ts";
import { isEmpty, type Kept, type Messages } from "./discord-messages.ts";
import {
  CallbackType,
  CommandType,
  Flag,
  InteractionType,
  type MessagePayload,
  SENDABLE_FLAGS,
} from "./discord-protocol.ts";
import { judgeCallback, judgeMessage, type MessageRoute, newMessage, type Outcome } from "./discord-validation.ts";
import type { Place, World } from "./discord-world.ts";

const FIRST_ANSWER_WITHIN = 3000;
const TOKEN_LIVES = 15 * 60_000;
/** For apps that only the person has installed. */
const MAX_FOLLOW_UPS = 5;

const ALLOWED: ReadonlyMap<number, readonly number[]> = new Map([
  [InteractionType.command, [CallbackType.reply, CallbackType.deferReply, CallbackType.modal]],
  [
    InteractionType.component,
    [CallbackType.reply, CallbackType.deferReply, CallbackType.deferUpdate, CallbackType.update, CallbackType.modal],
  ],
  [InteractionType.autocomplete, [CallbackType.autocomplete]],
  [InteractionType.modal, [CallbackType.reply, CallbackType.deferReply, CallbackType.deferUpdate, CallbackType.update]],
]);

const UNKNOWN_INTERACTION = refuse(404, 10062, "Unknown interaction");
const ALREADY_ACKNOWLEDGED = refuse(400, 40060, "Interaction has already been acknowledged.");
const UNKNOWN_MESSAGE = refuse(404, 10008, "Unknown Message");
const UNKNOWN_CHANNEL = refuse(404, 10003, "Unknown Channel");
const UNKNOWN_WEBHOOK = refuse(404, 10015, "Unknown Webhook");
const INVALID_WEBHOOK_TOKEN = refuse(401, 50027, "Invalid Webhook Token");
const EMPTY_MESSAGE = refuse(400, 50006, "Cannot send an empty message");
const MISSING_ACCESS = refuse(403, 50001, "Missing Access");
const NOT_OURS = refuse(403, 50005, "Cannot edit a message authored by another user");
const TOO_MANY_FOLLOW_UPS = refuse(400, 40094, "This interaction has reached the maximum number of follow-up messages");
const INTERNAL_ERROR = refuse(500, 0, "500: Internal Server Error");

export interface Responses {
  callback(id: string, token: string, body: Body, withResponse: boolean): Answer;
  /** `@original` or the id of a message that the interaction made. */
  read(applicationId: string, token: string, id: string): Answer;
  edit(applicationId: string, token: string, id: string, body: Body): Answer;
  remove(applicationId: string, token: string, id: string): Answer;
  followUp(applicationId: string, token: string, body: Body): Answer;
  channelMessages: {
    read(channel: string, id: string): Answer;
    create(channel: string, body: Body): Answer;
    edit(channel: string, id: string, body: Body): Answer;
    remove(channel: string, id: string): Answer;
  };
}

export interface ResponsesOptions {
  readonly applicationId: string;
  readonly bot: APIUser;
  readonly interactions: Interactions;
  readonly messages: Messages;
  readonly world: World;
  violated(what: string): void;
  pinged(mentions: readonly string[], payload: MessagePayload): void;
}

export function createResponses(options: ResponsesOptions): Responses {
  const { applicationId, bot, interactions, messages, world, violated } = options;

  function rejected(issues: readonly Issue[]): Answer {
    for (const { path, message } of issues) violated(`${path.join(".")}: ${message}`);
    return invalidForm(issues);
  }

  /** A refusal when what was sent breaks something that is not a matter of fields. */
  function unfit(payload: MessagePayload): Answer | undefined {
    const bytes = overByteLimit(payload);
    if (!bytes) return undefined;
    violated(bytes);
    return INTERNAL_ERROR;
  }

  function note(payload: MessagePayload): void {
    const mentions = pings(payload);
    if (mentions.length > 0) options.pinged(mentions, payload);
  }

  function create(place: Place, body: Body, payload: MessagePayload, one: Pending | undefined, more: object): Kept {
    const flags = (payload.flags ?? 0) & SENDABLE_FLAGS;
    note(payload);
    return messages.create({
      place,
      author: bot,
      payload,
      flags,
      files: body.files,
      onlyFor: one && flags & Flag.ephemeral ? one.handle.user : undefined,
      more,
    });
  }

  function change(kept: Kept, route: MessageRoute, body: Body): Answer {
    const judged = judgeMessage(route, body.json, (sent) => after(kept, sent));
    if ("issues" in judged) return rejected(judged.issues);
    const refusal = unfit(judged.value) ?? emptied(kept, judged.value, body);
    if (refusal) return refusal;
    note(judged.value);
    messages.edit(kept, judged.value, body.files);
    return ok(kept.message);
  }

  /** The interaction whose token this is, as long as the token may be used. */
  function owner(application: string, token: string): Pending | Answer {
    const one = application === applicationId ? interactions.byToken(token) : undefined;
    if (!one) return UNKNOWN_WEBHOOK;
    if (one.expired || Date.now() - one.dispatchedAt > TOKEN_LIVES) return INVALID_WEBHOOK_TOKEN;
    return one.response ? one : UNKNOWN_WEBHOOK;
  }

  function owned(one: Pending, id: string): Kept | undefined {
    const mine = [one.original, one.source, ...one.followUps];
    const kept = id === "@original" ? one.original : mine.find((candidate) => candidate?.message.id === id);
    return kept?.deleted ? undefined : kept;
  }

  /** Does something to a message of the interaction. */
  function onMessage(application: string, token: string, id: string, act: (kept: Kept) => Answer): Answer {
    const one = owner(application, token);
    if ("status" in one) return one;
    const kept = owned(one, id);
    if (!kept) return UNKNOWN_MESSAGE;
    const answer = act(kept);
    one.changed.notify();
    return answer;
  }

  function onChannel(channel: string, act: (place: Place) => Answer): Answer {
    const place = world.places.get(channel);
    if (!place) return UNKNOWN_CHANNEL;
    return place.context === 2 || place.guild?.installed === false ? MISSING_ACCESS : act(place);
  }

  function onChannelMessage(channel: string, id: string, act: (kept: Kept) => Answer): Answer {
    return onChannel(channel, () => {
      const kept = messages.get(id);
      const there = kept && !kept.deleted && !kept.onlyFor && kept.place.id === channel;
      return there ? act(kept) : UNKNOWN_MESSAGE;
    });
  }

  return {
    callback(id, token, body, withResponse) {
      const one = interactions.get(id);
      if (!one || one.handle.token !== token) return UNKNOWN_INTERACTION;
      if (one.response) return ALREADY_ACKNOWLEDGED;
      if (one.expired || Date.now() - one.dispatchedAt > FIRST_ANSWER_WITHIN) return UNKNOWN_INTERACTION;

      const judged = judgeCallback(body.json, (sent) =>
        isUpdate(body) && one.source ? after(one.source, sent) : newMessage(sent),
      );
      if ("issues" in judged) return rejected(judged.issues);
      const { type, data } = judged.value;
      const issues = [...roleIssues(one, type), ...(type === CallbackType.deferReply ? deferIssues(data) : [])];
      if (issues.length > 0) return rejected(issues);
      const refusal =
        unfit(data) ?? (type === CallbackType.update && one.source ? emptied(one.source, data, body) : undefined);
      if (refusal) return refusal;

      if (type === CallbackType.reply || type === CallbackType.deferReply) {
        if (type === CallbackType.reply && nothing(data, body)) return EMPTY_MESSAGE;
        const loading = type === CallbackType.deferReply ? Flag.loading : 0;
        const kept = create(one.handle.place, body, data, one, firstMessage(one));
        kept.message = { ...kept.message, flags: (kept.message.flags ?? 0) | loading };
        one.original = kept;
      }
      if (type === CallbackType.update && one.source) {
        note(data);
        messages.edit(one.source, data, body.files);
      }
      if (type === CallbackType.update || type === CallbackType.deferUpdate) one.original = one.source;
      one.editsBefore = one.original?.edits ?? 0;
      one.response = judged.value;
      one.answeredAt = Date.now();
      one.changed.notify();
      return withResponse ? ok(callbackResponse(one, type)) : NO_CONTENT;
    },
    read: (application, token, id) => onMessage(application, token, id, ({ message }) => ok(message)),
    edit: (application, token, id, body) =>
      onMessage(application, token, id, (kept) => change(kept, "webhookEdit", body)),
    remove: (application, token, id) =>
      onMessage(application, token, id, (kept) => {
        kept.deleted = true;
        return NO_CONTENT;
      }),
    followUp(application, token, body) {
      const one = owner(application, token);
      if ("status" in one) return one;
      const { original } = one;
      // The first follow-up fills in a deferred reply.
      if (original && !original.deleted && (original.message.flags ?? 0) & Flag.loading) {
        return onMessage(application, token, "@original", (kept) => change(kept, "followUp", body));
      }
      if (one.userInstallOnly && one.followUps.length >= MAX_FOLLOW_UPS) return TOO_MANY_FOLLOW_UPS;
      const judged = judgeMessage("followUp", body.json, newMessage);
      if ("issues" in judged) return rejected(judged.issues);
      const refusal = unfit(judged.value);
      if (refusal) return refusal;
      if (nothing(judged.value, body)) return EMPTY_MESSAGE;
      const kept = create(one.handle.place, body, judged.value, one, laterMessage(one));
      one.followUps.push(kept);
      one.changed.notify();
      return ok(kept.message);
    },
    channelMessages: {
      read: (channel, id) => onChannelMessage(channel, id, ({ message }) => ok(message)),
      create: (channel, body) =>
        onChannel(channel, (place) => {
          const judged = judgeMessage("create", body.json, newMessage);
          if ("issues" in judged) return rejected(judged.issues);
          const refusal = unfit(judged.value);
          if (refusal) return refusal;
          return nothing(judged.value, body)
            ? EMPTY_MESSAGE
            : ok(create(place, body, judged.value, undefined, {}).message);
        }),
      edit: (channel, id, body) =>
        onChannelMessage(channel, id, (kept) =>
          kept.message.author.id === bot.id ? change(kept, "edit", body) : NOT_OURS,
        ),
      remove: (channel, id) =>
        onChannelMessage(channel, id, (kept) => {
          kept.deleted = true;
          return NO_CONTENT;
        }),
    },
  };
}

function isUpdate({ json }: Body): boolean {
  return (json as { readonly type?: unknown } | undefined)?.type === CallbackType.update;
}

/** The message as the edit leaves it: what the edit does not name stays. */
function after({ message }: Kept, sent: MessagePayload): Outcome {
  const payload: MessagePayload = {
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    ...sent,
  };
  return { payload, flags: (message.flags ?? 0) | (sent.flags ?? 0) };
}

function emptied(kept: Kept, sent: MessagePayload, body: Body): Answer | undefined {
  const { payload } = after(kept, sent);
  const attachments = sent.attachments && body.files.length === 0 ? sent.attachments : kept.message.attachments;
  return nothing(payload, body) && attachments.length === 0 ? EMPTY_MESSAGE : undefined;
}

function nothing(payload: MessagePayload, { files }: Body): boolean {
  const { content, embeds, components, poll } = payload;
  const look = { content: content ?? "", embeds: [...(embeds ?? [])], components: components ?? [], attachments: [] };
  return isEmpty(look) && files.length === 0 && !poll;
}

function roleIssues(one: Pending, type: number): readonly Issue[] {
  const allowed = ALLOWED.get(one.handle.type) ?? [];
  const aboutSource = type === CallbackType.update || type === CallbackType.deferUpdate;
  if (allowed.includes(type) && !(aboutSource && !one.source)) return [];
  return [
    invalid(
      ["type"],
      "INTERACTION_CALLBACK_TYPE_INVALID",
      `Callback ${type} does not answer interaction ${one.handle.type}.`,
    ),
  ];
}

/** Whether the reply will be ephemeral is all that a defer decides. */
function deferIssues(data: MessagePayload): readonly Issue[] {
  const { flags, ...rest } = data;
  const sent = Object.entries(rest).filter(([field, value]) => field !== "tts" && value !== null);
  return [
    ...((flags ?? 0) & ~Flag.ephemeral
      ? [invalid(["data", "flags"], "MESSAGE_FLAGS_INVALID", `Only EPHEMERAL may be set on a defer, not ${flags}.`)]
      : []),
    ...sent.map(([field]) => invalid(["data", field], "DEFER_FIELD_INVALID", "A defer carries no message.")),
  ];
}

function metadata(one: Pending): object {
  const { id, type, user, payload } = one.handle;
  const owners = (payload as { authorizing_integration_owners?: object }).authorizing_integration_owners ?? {};
  const own = { id, type, user: user.account, authorizing_integration_owners: owners };
  const { source } = one;
  if (type === InteractionType.component) return { ...own, interacted_message_id: source?.message.id };
  if (type !== InteractionType.modal) return own;
  const triggering = source
    ? { ...own, type: InteractionType.component, interacted_message_id: source.message.id }
    : { ...own, type: InteractionType.command };
  return { ...own, triggering_interaction_metadata: triggering };
}

function firstMessage(one: Pending): object {
  const { data } = one.handle.payload as { data?: { type?: number } };
  const toCommand = data?.type === CommandType.chatInput ? 20 : 23;
  const isCommand = one.handle.type === InteractionType.command;
  return {
    type: isCommand ? toCommand : 19,
    ...byApplication(one),
    ...(one.source && { message_reference: referenceTo(one.source) }),
  };
}

function laterMessage(one: Pending): object {
  const to = one.original ?? one.source;
  return { type: to ? 19 : 0, ...byApplication(one), ...(to && { message_reference: referenceTo(to) }) };
}

function byApplication(one: Pending): object {
  const { application_id: id } = one.handle.payload as { application_id?: string };
  return { application_id: id, webhook_id: id, interaction_metadata: metadata(one) };
}

function referenceTo({ message, place }: Kept): object {
  return {
    type: 0,
    channel_id: message.channel_id,
    message_id: message.id,
    ...(place.guild && { guild_id: place.guild.id }),
  };
}

function callbackResponse(one: Pending, type: number): object {
  const { id, type: interactionType } = one.handle;
  const message = one.original?.message;
  const flags = message?.flags ?? 0;
  const onSource = type === CallbackType.update || type === CallbackType.deferUpdate;
  return {
    interaction: {
      id,
      type: interactionType,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: (flags & Flag.loading) !== 0,
        response_message_ephemeral: (flags & Flag.ephemeral) !== 0,
      }),
    },
    // A deferred answer has a message too, the one that says "thinking"; the schema knows two types of resource.
    ...(message && { resource: { type: onSource ? CallbackType.update : CallbackType.reply, message } }),
  };
}
