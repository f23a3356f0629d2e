/** From an interaction to what is said on it. Nothing is remembered between two of them that another shard would need. */
import {
  type APIModalInteractionResponseCallbackData,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from "discord.js";
import { shorten } from "../../src/index.ts";
import { type Action, decodeAction, encodeAction } from "../chat/actions.ts";
import { FACT_REFERENCE } from "../chat/answer-view.ts";
import type { Asker, Chat, Reply } from "../chat/chat.ts";
import type { Limits } from "../chat/limits.ts";
import { notice } from "../chat/pages.ts";
import type { View } from "../chat/view.ts";
import { type CommandName, fill, REPORT_REASONS, wordingFor } from "../chat/wording/index.ts";
import { describeError, type Log } from "../environment/log.ts";
import { COMMAND, OPTION } from "./commands.ts";
import { plain } from "./escape.ts";
import { createLateness } from "./lateness.ts";
import type { Answerable, Responses } from "./responses.ts";

export interface HandlerOptions {
  readonly chat: Chat;
  readonly responses: Responses;
  readonly limits: Limits;
  /** A key for a person that does not name them. */
  readonly pseudonym: (id: string) => string;
  readonly isStopping: () => boolean;
  readonly log: Log;
}

const COMMANDS = ["ask", "timeline", "sources", "about", "privacy"] as const satisfies readonly CommandName[];
const MAX_CHOICES = 25;
/** UTF-16 code units of a choice and of a modal's title. */
const MAX_CHOICE = 100;
const MAX_TITLE = 45;
const MAX_COMMENT = 500;
/** Milliseconds: the waiting mark is shown first when the answer before took longer, since three seconds are all there is. */
const SLOW = 1000;

/** Milliseconds beyond the usual; more than the deadline, to be sure that Discord takes it no more. */
const TOO_LATE = 10_000;
/** The same for a list of completions, which the next letter makes worthless. */
const STALE = 2_000;

/** Handles any interaction; never rejects. */
export type Handle = (interaction: Interaction) => Promise<void>;

export function createHandlers(options: HandlerOptions): Handle {
  const { chat, responses, limits, log } = options;
  const lateness = createLateness(() => performance.timeOrigin + performance.now());
  let lastDuration = 0;

  const askerOf = ({ user, channelId, locale }: Interaction): Asker => ({
    person: options.pseudonym(user.id),
    place: channelId ?? "",
    appLanguage: locale,
    // What would disturb others is only shown to the asker, so it need not be short.
    isGroup: false,
  });

  const timed = <Result>(work: () => Result): Result => {
    const started = performance.now();
    try {
      return work();
    } finally {
      lastDuration = performance.now() - started;
    }
  };

  /** What is no answer bothers nobody but the asker. */
  const isQuiet = (interaction: Answerable, { outcome }: Pick<Reply, "outcome">): boolean =>
    outcome !== "answered" && interaction.context !== InteractionContextType.BotDM;

  const isSlow = () => lastDuration > SLOW;

  const answer = async (interaction: Answerable, isPrivate: boolean, reply: () => Reply, language?: string) => {
    if (isSlow())
      await responses.quietly(interaction, () =>
        interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}),
      );
    const result = timed(reply);
    log.info(
      {
        interaction: interaction.id,
        outcome: result.outcome,
        language: language ?? result.view.language,
        ms: Math.round(lastDuration),
      },
      "answered",
    );
    await responses.say(interaction, result.view, { isPrivate: isPrivate || isQuiet(interaction, result) });
  };

  const runCommand = async (interaction: ChatInputCommandInteraction, asker: Asker) => {
    const { options: given } = interaction;
    const isPrivate = given.getBoolean(OPTION.private) ?? false;
    switch (interaction.commandName) {
      case COMMAND.ask: {
        const question = given.getString(OPTION.question, true);
        const chosen = given.getString(OPTION.language) ?? undefined;
        const fact = FACT_REFERENCE.exec(question.trim())?.[1];
        const asking = { language: chosen };
        await answer(
          interaction,
          isPrivate,
          () => (fact === undefined ? undefined : chat.open(fact, asker, asking)) ?? chat.ask(question, asker, asking),
        );
        return;
      }
      case COMMAND.timeline:
        return page(interaction, chat.timeline(asker));
      case COMMAND.sources:
        return page(interaction, chat.sources(asker));
      case COMMAND.privacy:
        return page(interaction, chat.privacy(asker));
      default:
        return page(
          interaction,
          chat.help(asker, {
            commands: COMMANDS,
            nameOf: (command, { names }) => names[command as (typeof COMMANDS)[number]],
            hints: ({ help, checkMessage }) => [fill(help.apps, { command: checkMessage })],
          }),
        );
    }
  };

  /** A page is for whoever wants to read it; in a channel others did not ask for it. */
  const page = (interaction: Answerable, view: View) =>
    responses.say(interaction, view, { isPrivate: interaction.context !== InteractionContextType.BotDM });

  const check = async (interaction: MessageContextMenuCommandInteraction, asker: Asker) => {
    const { content, embeds } = interaction.targetMessage;
    const text = [content, ...embeds.flatMap(({ title, description }) => [title ?? "", description ?? ""])]
      .filter((part) => part !== "")
      .join("\n");
    if (text === "") return responses.say(interaction, chat.notice("onlyText", asker), { isPrivate: true });
    await answer(interaction, true, () => chat.check(text, asker));
  };

  const complete = async (interaction: AutocompleteInteraction, asker: Asker) => {
    const { value } = interaction.options.getFocused(true);
    const choices = chat.complete(value, asker, MAX_CHOICES).map(({ fact, question }) => ({
      name: shorten(plain(question), MAX_CHOICE),
      value: `#${fact}`,
    }));
    // Whoever goes on typing has sent the next one already: a late list is no loss.
    await responses.quietly(interaction, () => interaction.respond(choices));
  };

  const press = async (interaction: ButtonInteraction, asker: Asker) => {
    const action = decodeAction(interaction.customId);
    if (!action) return responses.quietly(interaction, () => interaction.deferUpdate());
    const { message, user } = interaction;
    const isOwn = message.interactionMetadata?.user.id === user.id;
    const isEphemeral = message.flags.has(MessageFlags.Ephemeral);
    const isNews = action.kind === "ask" && !isEphemeral && isOwn;
    if (action.kind === "ask" && isSlow())
      await responses.quietly(interaction, () =>
        interaction.deferReply(isNews ? {} : { flags: MessageFlags.Ephemeral }),
      );
    const effect = timed(() => chat.perform(action, asker));
    log.info({ interaction: interaction.id, action: action.kind }, "pressed");
    switch (effect.kind) {
      case "say":
        // In a channel the next answer is shown to all only when the one who asked goes on.
        return responses.say(interaction, effect.view, {
          isPrivate: isEphemeral || !isOwn || action.kind === "forget",
        });
      case "replace": {
        const isOutdated = "version" in action;
        if (!isOutdated && !isOwn && !isEphemeral) return responses.say(interaction, effect.view, { isPrivate: true });
        await responses.replace(interaction, effect.view);
        // What is in its place now would puzzle whoever pressed.
        const { toast } = effect;
        if (toast === undefined || !isOutdated) return;
        return responses.add(interaction, notice(toast, effect.view.language));
      }
      case "extend":
        return responses.say(interaction, { ...effect, buttons: [] }, { isPrivate: true });
      case "buttons": {
        if (action.kind !== "report") return responses.quietly(interaction, () => interaction.deferUpdate());
        return responses.quietly(interaction, () => interaction.showModal(reportModal(action)));
      }
      default:
        effect satisfies never;
    }
  };

  const submit = async (interaction: ModalSubmitInteraction) => {
    const action = decodeAction(interaction.customId);
    if (action?.kind !== "report")
      return responses.quietly(interaction, () => interaction.deferReply({ flags: MessageFlags.Ephemeral }));
    const { fact, language } = action;
    const chosen = interaction.fields.getStringSelectValues(FIELD.reason)[0];
    const reason = REPORT_REASONS.find((name) => name === chosen) ?? "wrong";
    const comment = plain(interaction.fields.getTextInputValue(FIELD.comment)).trim().slice(0, MAX_COMMENT);
    const said = chat.report({ fact, reason, language, ...(comment === "" ? {} : { comment }) });
    await responses.say(interaction, notice(said, language), { isPrivate: true });
  };

  const route = async (interaction: Interaction): Promise<void> => {
    const asker = askerOf(interaction);
    const key = `discord:${interaction.user.id}`;
    const place = interaction.guildId === null ? undefined : `discord:${interaction.guildId}`;
    const late = lateness.of(interaction);
    if (interaction.isAutocomplete()) {
      const isStale = late > STALE;
      if (limits.isBlocked(key, place) || isStale) return responses.quietly(interaction, () => interaction.respond([]));
      return complete(interaction, asker);
    }
    if (
      !interaction.isChatInputCommand() &&
      !interaction.isMessageContextMenuCommand() &&
      !interaction.isButton() &&
      !interaction.isModalSubmit()
    )
      return;
    // After three seconds Discord takes no answer any more; working on it would make the next ones late as well.
    if (late > TOO_LATE) {
      log.warn({ interaction: interaction.id }, "an interaction came too late to be answered");
      return;
    }
    if (options.isStopping()) return responses.say(interaction, chat.notice("restarting", asker), { isPrivate: true });
    // Discord shows "the application did not respond" to one who is not answered.
    if (limits.isBlocked(key, place)) return;
    if (interaction.isButton()) {
      if (await limits.admitGesture(key)) return press(interaction, asker);
      return responses.quietly(interaction, () => interaction.deferUpdate());
    }
    switch (await limits.admit(key)) {
      case "silence":
        return;
      case "notice":
        return responses.say(interaction, chat.notice("tooMany", asker), { isPrivate: true });
      case "answer":
        if (interaction.isChatInputCommand()) return runCommand(interaction, asker);
        if (interaction.isMessageContextMenuCommand()) return check(interaction, asker);
        return submit(interaction);
    }
  };

  return async (interaction) => {
    try {
      await route(interaction);
    } catch (error) {
      log.error({ ...describeError(error), interaction: interaction.id }, "an interaction could not be handled");
      if (!interaction.isRepliable() || interaction.replied) return;
      const view = chat.notice("failed", askerOf(interaction));
      await responses.say(interaction as Answerable, view, { isPrivate: true });
    }
  };
}

const FIELD = { reason: "reason", comment: "comment" } as const;

function reportModal(action: Extract<Action, { kind: "report" }>): APIModalInteractionResponseCallbackData {
  const { report } = wordingFor(action.language);
  return {
    custom_id: encodeAction(action) ?? "",
    title: shorten(report.heading, MAX_TITLE),
    components: [
      {
        type: ComponentType.Label,
        label: shorten(report.heading, MAX_TITLE),
        component: {
          type: ComponentType.StringSelect,
          custom_id: FIELD.reason,
          required: true,
          options: REPORT_REASONS.map((reason) => ({ label: report.reasons[reason], value: reason })),
        },
      },
      {
        type: ComponentType.Label,
        label: shorten(report.comment, MAX_TITLE),
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD.comment,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: MAX_COMMENT,
        },
      },
    ],
  };
}
