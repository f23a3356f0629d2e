/** From an update to what is said on it. */
import { createHash } from "node:crypto";
import { Composer, type Context, type Filter } from "grammy";
import type { InlineQueryResultArticle, Message, Update } from "grammy/types";
import { shorten } from "../../src/index.ts";
import { decodeAction } from "../chat/actions.ts";
import type { Asker, Chat, Effect, Reply } from "../chat/chat.ts";
import { CONVERSATION_MINUTES } from "../chat/conversations.ts";
import type { Limits } from "../chat/limits.ts";
import { notice } from "../chat/pages.ts";
import { createRecent } from "../chat/recent.ts";
import type { View } from "../chat/view.ts";
import { type CommandName, fill } from "../chat/wording/index.ts";
import { describeError, type Log } from "../environment/log.ts";
import { failureOf } from "./api.ts";
import type { Messages, Target } from "./messages.ts";
import { render } from "./render.ts";
import { type Request, requestOf } from "./requests.ts";

export interface HandlerOptions {
  readonly chat: Chat;
  readonly messages: Messages;
  readonly limits: Limits;
  /** A key for a person that does not name them. */
  readonly pseudonym: (id: number) => string;
  /** Without the "@". */
  readonly username: string;
  /** "@name", when the bot can be asked in other chats. */
  readonly inlineName?: string;
  readonly log: Log;
}

/** What the bot has to be told of; everything else it is not even sent. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
] as const satisfies readonly Exclude<keyof Update, "update_id">[];

/** In the order in which a person meets them. */
export const PRIVATE_COMMANDS = [
  "ask",
  "timeline",
  "sources",
  "check",
  "settings",
  "help",
  "privacy",
  "forget",
] as const satisfies readonly CommandName[];
export const GROUP_COMMANDS = [
  "ask",
  "check",
  "timeline",
  "sources",
  "help",
  "privacy",
] as const satisfies readonly CommandName[];

const SETTINGS_PAYLOAD = "settings";
const FACT_PAYLOAD = /^[a-z0-9-]{1,40}$/u;

/** Candidate answers to what is typed in another chat. */
const MAX_SUGGESTIONS = 8;
/** UTF-16 code units of an answer in the list, of which apps show about three lines; the source comes below it. */
const MAX_DESCRIPTION = 90;
/** Seconds for which Telegram may show them again: not longer than a correction may take to be seen. */
const SUGGESTION_CACHE = 60;
interface Attempt {
  verdict?: Awaited<ReturnType<Limits["admit"]>>;
  isAdmitted?: boolean;
  reply?: Partial<Reply>;
  effect?: Effect;
}

/** Updates under way, and albums that were answered. */
const MAX_ATTEMPTS = 1000;
/** Questions whose answer can still be edited when the question is. */
const MAX_EDITABLE = 10_000;

export function createHandlers(options: HandlerOptions): Composer<Context> {
  const { chat, messages, limits, log } = options;
  const answers = createRecent<{ readonly text: string; readonly answer: number }>({
    max: MAX_EDITABLE,
    minutes: CONVERSATION_MINUTES,
    now: () => performance.now(),
  });
  const handlers = new Composer<Context>();

  const askerOf = (ctx: Context): Asker | undefined => {
    const { from } = ctx;
    const sender = ctx.msg?.sender_chat;
    // An administrator who writes anonymously writes as the group itself; other chats that post are channels.
    if (sender !== undefined && ctx.callbackQuery === undefined) {
      if (sender.id !== ctx.chat?.id || ctx.chat.type === "channel") return undefined;
    } else if (from === undefined || from.is_bot) return undefined;
    const id = sender?.id ?? from?.id ?? 0;
    const topic = ctx.msg?.is_topic_message ? ctx.msg.message_thread_id : undefined;
    return {
      person: options.pseudonym(id),
      place: [ctx.chat?.id, topic].join("/"),
      appLanguage: from?.language_code,
      isGroup: ctx.chat !== undefined && ctx.chat.type !== "private",
    };
  };

  /** The raw ids, for the operator's block list and the limits. */
  const keysOf = (ctx: Context): readonly [person: string, place: string | undefined] => [
    `telegram:${ctx.msg?.sender_chat?.id ?? ctx.from?.id ?? 0}`,
    ctx.chat === undefined || ctx.chat.type === "private" ? undefined : `telegram:${ctx.chat.id}`,
  ];

  /** An update that could not be answered is tried again: it counts once, and does what it does once. */
  const attempts = createRecent<Attempt>({ max: MAX_ATTEMPTS, now: () => performance.now() });
  const attemptOf = ({ update }: Context): Attempt => {
    const key = String(update.update_id);
    const attempt = attempts.get(key) ?? {};
    attempts.set(key, attempt);
    return attempt;
  };
  const admit = async (ctx: Context) => {
    const attempt = attemptOf(ctx);
    attempt.verdict ??= await limits.admit(...keysOf(ctx));
    return attempt.verdict;
  };
  const admitGesture = async (ctx: Context) => {
    const attempt = attemptOf(ctx);
    attempt.isAdmitted ??= await limits.admitGesture(...keysOf(ctx));
    return attempt.isAdmitted;
  };

  /** Whether somebody waits for a message. */
  const isAwaited = ({ msg, me, callbackQuery }: Context): boolean =>
    callbackQuery !== undefined || (msg !== undefined && requestOf(msg, me) !== undefined);

  const respond = async (
    ctx: Filter<Context, "message" | "edited_message">,
    request: Request,
    asker: Asker,
    editing?: Target,
  ) => {
    const started = performance.now();
    const { msg } = ctx;
    const attempt = attemptOf(ctx);
    attempt.reply ??= reply(request, asker, (msg.edit_date ?? msg.date) * 1000);
    const { view, outcome } = attempt.reply;
    log.info(
      {
        update: ctx.update.update_id,
        request: request.kind,
        outcome,
        language: view?.language,
        ms: Math.round(performance.now() - started),
      },
      "answered",
    );
    if (!view) return;
    if (editing) {
      if (await messages.edit(ctx, editing, view)) remember(msg, editing.message);
      return;
    }
    const sent = await messages.say(ctx, view, asker.isGroup ? msg.message_id : undefined);
    if (sent !== undefined && request.kind === "ask") remember(msg, sent);
  };

  const albums = createRecent<{ readonly update: number }>({ max: MAX_ATTEMPTS, now: () => performance.now() });
  const isFirst = (album: string, update: number): boolean => {
    const first = albums.get(album)?.update ?? update;
    albums.set(album, { update: first });
    // The same one again is another attempt at it.
    return first === update;
  };

  const remember = (msg: Message, answer: number) => {
    answers.set(keyOf(msg), { text: digestOf(msg), answer });
  };

  const reply = (request: Request, asker: Asker, at: number): Partial<Reply> => {
    switch (request.kind) {
      case "ask": {
        const answer = chat.ask(request.text, asker, { at });
        // Thanks or a greeting between people in a group are not meant for the bot, even in reply to it.
        const isIdle = asker.isGroup && answer.outcome === "help" && request.text !== "";
        return isIdle ? { outcome: "help" } : answer;
      }
      case "check":
        if (request.text !== undefined) return chat.check(request.text, asker);
        return { view: notice(chat.wording(asker).check.usage, chat.wording(asker).tag), outcome: "help" };
      case "media":
        return { view: chat.notice("onlyText", asker), outcome: "help" };
      case "command":
        return { view: page(request.name, request.argument, asker), outcome: "help" };
      default:
        return request satisfies never;
    }
  };

  const page = (name: CommandName, argument: string, asker: Asker): View => {
    switch (name) {
      case "start":
        if (argument === SETTINGS_PAYLOAD) return settings(asker);
        return (FACT_PAYLOAD.test(argument) ? chat.open(argument, asker)?.view : undefined) ?? chat.start(asker);
      case "timeline":
        return chat.timeline(asker);
      case "sources":
        return chat.sources(asker);
      case "settings":
        return settings(asker);
      case "privacy":
        return chat.privacy(asker);
      case "forget":
        return chat.forget(asker);
      default:
        return chat.help(asker, {
          commands: asker.isGroup ? GROUP_COMMANDS : PRIVATE_COMMANDS,
          hints: ({ help }) => [
            help.groups,
            ...(options.inlineName === undefined ? [] : [fill(help.inline, { bot: options.inlineName })]),
            help.check,
          ],
        });
    }
  };

  /** Choices are a person's own: in a group others would read and press them. */
  const settings = (asker: Asker): View => {
    if (!asker.isGroup) return chat.settings(asker);
    const wording = chat.wording(asker);
    const button = { label: wording.settings.heading, url: linkTo(SETTINGS_PAYLOAD) };
    return { ...notice(wording.settings.private, wording.tag), buttons: [[button]] };
  };

  const linkTo = (payload: string) => `https://t.me/${options.username}?start=${payload}`;

  /** One boundary for a fault of our own: the person hears one plain sentence, the log where it happened. */
  handlers.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      // What Telegram refused may work the next time, which is for whoever holds the update.
      if (failureOf(error) !== undefined) throw error;
      log.error({ ...describeError(error), update: ctx.update.update_id }, "an update could not be handled");
      const asker = askerOf(ctx);
      if (asker && ctx.chat && isAwaited(ctx))
        await messages.say(ctx, chat.notice("failed", asker), asker.isGroup ? ctx.msg?.message_id : undefined);
    }
  });

  handlers.on(["message", "edited_message"], async (ctx) => {
    const asker = askerOf(ctx);
    const request = asker && requestOf(ctx.msg, ctx.me);
    if (!asker || !request) return;
    const before = answers.get(keyOf(ctx.msg));
    const isEdit = ctx.editedMessage !== undefined;
    // A reaction can come as an edit that changes nothing, and an edit of what was never answered is no question.
    if (isEdit && (request.kind !== "ask" || !before || before.text === digestOf(ctx.msg))) return;
    // An album comes as one message a picture.
    const album = request.kind === "media" ? ctx.msg.media_group_id : undefined;
    if (album !== undefined && !isFirst(album, ctx.update.update_id)) return;
    switch (await admit(ctx)) {
      case "silence":
        return;
      case "notice":
        await messages.say(ctx, chat.notice("tooMany", asker));
        return;
      case "answer":
        await respond(
          ctx,
          request,
          asker,
          isEdit && before ? { chat: ctx.chat.id, message: before.answer } : undefined,
        );
    }
  });

  handlers.on("callback_query", async (ctx) => {
    const asker = askerOf(ctx);
    const action = decodeAction(ctx.callbackQuery.data ?? "");
    if (!asker || !action || !(await admitGesture(ctx))) {
      await messages.acknowledge(ctx);
      return;
    }
    const attempt = attemptOf(ctx);
    attempt.effect ??= chat.perform(action, asker);
    const { effect } = attempt;
    log.info({ update: ctx.update.update_id, request: action.kind }, "pressed");
    await messages.acknowledge(ctx, "toast" in effect ? effect.toast : undefined);
    const { message } = ctx.callbackQuery;
    const accessible = message && message.date !== 0 ? message : undefined;
    const target = message && { chat: message.chat.id, message: message.message_id };
    switch (effect.kind) {
      case "say":
        await messages.say(ctx, effect.view, asker.isGroup ? target?.message : undefined);
        return;
      case "replace":
        if (!target || !(await messages.edit(ctx, target, effect.view))) await messages.say(ctx, effect.view);
        return;
      case "extend":
        if (!accessible || !(await messages.extend(ctx, accessible, effect)))
          await messages.say(ctx, { ...effect, buttons: [] }, target?.message);
        return;
      case "buttons":
        await messages.setButtons(ctx, effect.buttons);
        return;
      default:
        effect satisfies never;
    }
  });

  handlers.on("inline_query", async (ctx) => {
    const asker = askerOf(ctx);
    if (!asker || !(await admitGesture(ctx))) {
      await messages.answerInline(ctx, [], { cache_time: 0, is_personal: true });
      return;
    }
    const suggestions = chat.suggest(ctx.inlineQuery.query, asker, MAX_SUGGESTIONS);
    const { buttons } = chat.wording(asker);
    const results = suggestions.map(({ fact, question, answer, source, view }): InlineQueryResultArticle => {
      const ask = { label: buttons.open, url: linkTo(fact) };
      const { text, entities, link_preview_options, reply_markup } = render(
        { ...view, buttons: [[ask]] },
        { inline: true },
      );
      return {
        type: "article",
        id: `${fact}~${view.language}`.slice(0, 64),
        title: question,
        description: `${shorten(answer, MAX_DESCRIPTION)}\n${source}`,
        input_message_content: { message_text: text, entities, link_preview_options },
        reply_markup,
      };
    });
    await messages.answerInline(ctx, results, {
      cache_time: SUGGESTION_CACHE,
      // They depend on the language of the person, so they are nobody else's.
      is_personal: true,
    });
  });

  return handlers;
}

/** Tells whether a question was changed, without keeping it. */
function digestOf({ text, caption }: Message): string {
  return createHash("sha256")
    .update(text ?? caption ?? "")
    .digest("base64");
}

function keyOf({ chat, message_id: id }: Message): string {
  return `${chat.id}/${id}`;
}
