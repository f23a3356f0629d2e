/** Tells Telegram the bot's commands, name and descriptions in every language; writes only what is not so already. */
import type { Api } from "grammy";
import type { BotCommand, BotCommandScope, LanguageCode } from "grammy/types";
import { type CommandName, fill, type Wording, wordings } from "../chat/wording/index.ts";
import { GROUP_COMMANDS, PRIVATE_COMMANDS } from "./handlers.ts";

type RegistrationApi = Pick<
  Api,
  | "getMyCommands"
  | "setMyCommands"
  | "getMyName"
  | "setMyName"
  | "getMyDescription"
  | "setMyDescription"
  | "getMyShortDescription"
  | "setMyShortDescription"
>;

/** Characters; https://core.telegram.org/bots/api#setmydescription */
const MAX_DESCRIPTION = 512;

const SCOPES: readonly (readonly [BotCommandScope, readonly CommandName[]])[] = [
  [{ type: "all_private_chats" }, PRIVATE_COMMANDS],
  [{ type: "all_group_chats" }, GROUP_COMMANDS],
];

/** @param titleOf the fact base's title in a language */
export async function register(
  api: RegistrationApi,
  name: string,
  titleOf: (language: string) => string,
): Promise<number> {
  let written = 0;
  const ensure = async (isSo: boolean, write: () => Promise<unknown>) => {
    if (isSo) return;
    await write();
    written++;
  };
  for (const { wording, language } of languages()) {
    const other = language === undefined ? {} : { language_code: language };
    for (const [scope, names] of SCOPES) {
      const commands = names.map((command): BotCommand => ({ command, description: wording.commands[command] }));
      const current = await api.getMyCommands({ scope, ...other });
      await ensure(isSame(current, commands), () => api.setMyCommands(commands, { scope, ...other }));
    }
    const description = shorten(fill(wording.description, { title: titleOf(wording.tag) }));
    await ensure((await api.getMyDescription(other)).description === description, () =>
      api.setMyDescription(description, other),
    );
    await ensure((await api.getMyShortDescription(other)).short_description === wording.shortDescription, () =>
      api.setMyShortDescription(wording.shortDescription, other),
    );
  }
  // The name is the same in every language, so that people find the bot again.
  await ensure((await api.getMyName()).name === name, () => api.setMyName(name));
  return written;
}

/**
 * Those without a language of their own come first: they are for everybody else. Telegram knows languages by two letters,
 * so that of two scripts of one language the first is told.
 */
function languages(): readonly { readonly wording: Wording; readonly language?: LanguageCode }[] {
  const [fallback] = wordings;
  const coded = wordings.map((wording) => ({ wording, language: wording.tag.split("-")[0] as LanguageCode }));
  const all = coded.filter(({ language }, i) => coded.findIndex((other) => other.language === language) === i);
  return fallback ? [{ wording: fallback }, ...all] : all;
}

function isSame(current: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
  return (
    current.length === wanted.length &&
    wanted.every(
      ({ command, description }, i) => current[i]?.command === command && current[i]?.description === description,
    )
  );
}

function shorten(text: string): string {
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
}
