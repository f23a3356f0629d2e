/** Answers interactions; every refusal of Discord has one outcome here, and none of them is an exception. */
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  HTTPError,
  type Interaction,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type InteractionUpdateOptions,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RateLimitError,
} from "discord.js";
import { notice } from "../chat/pages.ts";
import type { View } from "../chat/view.ts";
import { wordingFor } from "../chat/wording/index.ts";
import { describeError, type Log } from "../environment/log.ts";
import type { Observer } from "../observer.ts";
import { render } from "./render.ts";

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

export interface Responses {
  /** Says it: at once, or in place of the waiting mark where the answer was put off. */
  say(interaction: Answerable, view: View, options: { readonly isPrivate: boolean }): Promise<void>;
  /** Says more to the one who pressed. */
  add(interaction: ButtonInteraction, view: View): Promise<void>;
  /** Puts it in place of the message with the pressed button. */
  replace(interaction: ButtonInteraction, view: View): Promise<void>;
  /** Runs a call that may come too late; swallows what cannot be helped. */
  quietly(interaction: Pick<Interaction, "id">, call: () => Promise<unknown>): Promise<void>;
}

/**
 * - `late`: the three seconds are over, or somebody else has answered already
 * - `refused`: Discord does not take this content
 * - `unreachable`: no contact, or an error of the server
 */
export type Failure = "late" | "refused" | "unreachable";

/** Unknown interaction, already acknowledged, unknown webhook, token expired, unknown message. */
const LATE: ReadonlySet<number | string> = new Set([10062, 40060, 10015, 50027, 10008]);

/** `undefined` for an error that is not the API's. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof DiscordAPIError) {
    if (LATE.has(error.code)) return "late";
    // A server error as well: of text with too many bytes Discord says 500.
    return "refused";
  }
  if (error instanceof HTTPError || error instanceof RateLimitError) return "unreachable";
  if (error instanceof Error && (error.name === "AbortError" || "code" in error)) return "unreachable";
  return undefined;
}

export function createResponses(log: Log, observer: Observer): Responses {
  const quietly: Responses["quietly"] = async ({ id }, call) => {
    try {
      await call();
    } catch (error) {
      const failure = failureOf(error);
      if (failure) observer.apiFailed({ platform: "Discord", failure });
      const level = failure === "late" ? "info" : "warn";
      log[level]({ ...describeError(error), failure, interaction: id }, "Discord did not take a response");
    }
  };

  return {
    quietly,
    async say(interaction, view, { isPrivate }) {
      const { components, allowedMentions, flags } = render(view);
      const send = () => respond(interaction, { components, allowedMentions, flags }, isPrivate);
      try {
        await send();
      } catch (error) {
        // Once more is safe: had the first one arrived, Discord refuses the second.
        if (failureOf(error) === "unreachable") return quietly(interaction, send);
        if (failureOf(error) !== "refused") return quietly(interaction, () => Promise.reject(error));
        observer.apiFailed({ platform: "Discord", failure: "refused" });
        log.error({ ...describeError(error), interaction: interaction.id }, "Discord refused a message");
        // Filters of a server refuse links and words; a person who asked hears something all the same.
        const short = render(notice(wordingFor(view.language).notices.nothingToShow, view.language));
        await quietly(interaction, () => respond(interaction, short, true));
      }
    },
    add: (interaction, view) =>
      quietly(interaction, () => {
        const { components, allowedMentions } = render(view);
        const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
        return interaction.followUp({
          components: [...components],
          allowedMentions: { ...allowedMentions },
          flags: [...flags],
        });
      }),
    replace: (interaction, view) =>
      quietly(interaction, () => interaction.update(render(view) as InteractionUpdateOptions)),
  };
}

async function respond(
  interaction: Answerable,
  { components, allowedMentions, flags }: ReturnType<typeof render>,
  isPrivate: boolean,
): Promise<void> {
  const message = { components: [...components], allowedMentions: { ...allowedMentions } };
  if (interaction.deferred && isPrivate && interaction.ephemeral !== true) {
    // The waiting mark was for all to see, and cannot be made private: it goes, and what is said is private.
    await interaction.deleteReply();
    await interaction.followUp({ ...message, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] });
    return;
  }
  if (interaction.deferred || interaction.replied) {
    await interaction.editReply({ ...message, flags } satisfies InteractionEditReplyOptions);
    return;
  }
  const all = isPrivate ? ([MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const) : ([flags] as const);
  await interaction.reply({ ...message, flags: [...all] } satisfies InteractionReplyOptions);
}
