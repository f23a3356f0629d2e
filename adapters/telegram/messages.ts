/** Sends, edits and answers; every refusal of Telegram has one outcome here. */
import type { Context } from "grammy";
import type { InlineQueryResultArticle, Message, MessageEntity } from "grammy/types";
import { notice } from "../chat/pages.ts";
import type { View } from "../chat/view.ts";
import { wordingFor } from "../chat/wording/index.ts";
import { describeError, type Log } from "../environment/log.ts";
import type { Observer } from "../observer.ts";
import { failureOf } from "./api.ts";
import { type Rendered, type RenderOptions, render, renderButtons, renderParagraphs } from "./render.ts";

export interface Messages {
  /** The id of the message that was sent; `undefined` when it could reach nobody. */
  say(ctx: Context, view: View, replyTo?: number): Promise<number | undefined>;
  /** `false` when the message is gone. */
  edit(ctx: Context, target: Target, view: View): Promise<boolean>;
  /** Puts paragraphs under what a message says; `false` when there is no room, or no such message any more. */
  extend(ctx: Context, message: Message, addition: Pick<View, "paragraphs" | "buttons">): Promise<boolean>;
  setButtons(ctx: Context, buttons: View["buttons"]): Promise<void>;
  /** Ends the waiting mark on a pressed button. */
  acknowledge(ctx: Context, toast?: string): Promise<void>;
  answerInline(
    ctx: Context,
    results: readonly InlineQueryResultArticle[],
    other: NonNullable<Parameters<Context["answerInlineQuery"]>[1]>,
  ): Promise<void>;
}

export interface Target {
  readonly chat: number;
  readonly message: number;
}

/** Characters of what is said beside a pressed button; https://core.telegram.org/bots/api#answercallbackquery */
const MAX_TOAST = 200;

export function createMessages(options: RenderOptions, log: Log, observer: Observer): Messages {
  /**
   * A message that Telegram does not take is sent without entities and buttons, and then as a short notice: a person
   * who asked hears something.
   */
  const deliver = async <Result>(
    ctx: Context,
    view: View,
    send: (rendered: Partial<Rendered> & { readonly text: string }) => Promise<Result>,
  ): Promise<Result | undefined> => {
    const rendered = render(view, options);
    const attempts = [
      rendered,
      { text: rendered.text, link_preview_options: rendered.link_preview_options },
      { text: render(notice(wordingFor(view.language).notices.nothingToShow, view.language), options).text },
    ];
    for (const attempt of attempts) {
      try {
        return await send(attempt);
      } catch (error) {
        const failure = failureOf(error);
        if (failure !== "refused") return outcome(ctx, error);
        observer.apiFailed({ platform: "Telegram", failure });
        log.error(described(ctx, error), "Telegram refused a message");
      }
    }
    return undefined;
  };

  /** Swallows what cannot be helped; what may work later goes to whoever holds the update. */
  const outcome = (ctx: Context, error: unknown): undefined => {
    const failure = failureOf(error);
    if (failure) observer.apiFailed({ platform: "Telegram", failure });
    switch (failure) {
      case "gone":
      case "unchanged":
        log.debug(described(ctx, error), "nobody is left to hear it");
        return undefined;
      case "refused":
      case "flooded":
        log.warn(described(ctx, error), "Telegram did not take a message");
        return undefined;
      default:
        throw error;
    }
  };

  const quietly = async (ctx: Context, call: () => Promise<unknown>): Promise<void> => {
    try {
      await call();
    } catch (error) {
      outcome(ctx, error);
    }
  };

  const leniently = async (ctx: Context, call: () => Promise<unknown>): Promise<void> => {
    try {
      await call();
    } catch (error) {
      if (failureOf(error) === "revoked") throw error;
      log.debug(described(ctx, error), "a press could not be acknowledged");
    }
  };

  return {
    async say(ctx, view, replyTo) {
      const reply =
        replyTo === undefined ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
      const sent = await deliver(ctx, view, ({ text, ...other }) => ctx.reply(text, { ...other, ...reply }));
      return sent?.message_id;
    },
    async edit(ctx, { chat, message }, view) {
      let isThere = true;
      await deliver(ctx, view, async ({ text, ...other }) => {
        try {
          return await ctx.api.editMessageText(chat, message, text, other);
        } catch (error) {
          if (failureOf(error) === "gone") isThere = false;
          throw error;
        }
      });
      return isThere;
    },
    async extend(ctx, message, { paragraphs, buttons }) {
      if (message.text === undefined) return false;
      const before = { text: message.text, entities: message.entities ?? [] };
      const addition = renderParagraphs(paragraphs).text;
      // It is there already when the buttons of the answer were brought back under it.
      const { text, entities } = before.text.includes(addition) ? before : renderParagraphs(paragraphs, before);
      if (text === before.text) {
        await this.setButtons(ctx, buttons);
        return true;
      }
      if (!text.endsWith(addition)) return false;
      const preview = message.link_preview_options ?? { is_disabled: true };
      try {
        await ctx.api.editMessageText(message.chat.id, message.message_id, text, {
          entities: entities satisfies MessageEntity[],
          reply_markup: renderButtons(buttons, options),
          link_preview_options: preview,
        });
        return true;
      } catch (error) {
        outcome(ctx, error);
        return failureOf(error) === "unchanged";
      }
    },
    setButtons: (ctx, buttons) =>
      quietly(ctx, () => ctx.editMessageReplyMarkup({ reply_markup: renderButtons(buttons, options) })),
    acknowledge: (ctx, toast) =>
      // Not worth another attempt: what the button does is done beside it.
      leniently(ctx, () => ctx.answerCallbackQuery(toast === undefined ? {} : { text: toast.slice(0, MAX_TOAST) })),
    answerInline: (ctx, results, other) => quietly(ctx, () => ctx.answerInlineQuery(results, other)),
  };
}

function described({ update }: Context, error: unknown): Readonly<Record<string, unknown>> {
  return { ...describeError(error), update: update.update_id };
}
