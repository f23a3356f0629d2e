/** What the bot tells about itself: commands, names, descriptions and the menu button. */
import type { MenuButton, UserFromGetMe } from "grammy/types";
import { type Command, commandList, commandScope, languageCode } from "./bot-api-checks.ts";
import { badRequest } from "./bot-api-failure.ts";
import { isRecord, type Parameters, stringIn } from "./bot-api-parameters.ts";

type Run = (parameters: Parameters) => unknown;

/** The methods about the bot's profile. */
export function profileMethods(me: UserFromGetMe) {
  const commands = new Map<string, readonly Command[]>();
  const menus = new Map<unknown, MenuButton>();
  const name = localized("name", 64, () => me.first_name);
  const description = localized("description", 512, () => "");
  const shortDescription = localized("short_description", 120, () => "");
  const keyOf = (parameters: Parameters) => `${commandScope(parameters.scope)} ${languageCode(parameters)}`;

  return {
    setMyCommands(parameters) {
      const list = commandList(parameters.commands);
      if (list.length === 0) commands.delete(keyOf(parameters));
      else commands.set(keyOf(parameters), list);
      return true;
    },
    getMyCommands: (parameters) => commands.get(keyOf(parameters)) ?? [],
    deleteMyCommands(parameters) {
      commands.delete(keyOf(parameters));
      return true;
    },
    setMyName: name.set,
    getMyName: name.get,
    setMyDescription: description.set,
    getMyDescription: description.get,
    setMyShortDescription: shortDescription.set,
    getMyShortDescription: shortDescription.get,
    setChatMenuButton(parameters) {
      const button = parameters.menu_button ?? { type: "default" };
      if (!isRecord(button) || !["default", "commands", "web_app"].includes(stringIn(button, "type") ?? "")) {
        throw badRequest("can't parse MenuButton: unsupported type specified");
      }
      menus.set(parameters.chat_id, button as unknown as MenuButton);
      return true;
    },
    getChatMenuButton: (parameters) => menus.get(parameters.chat_id) ?? menus.get(undefined) ?? { type: "default" },
  } satisfies Record<string, Run>;
}

/** A text per language; an empty one is removed. */
function localized(field: string, longest: number, standard: () => string): { readonly set: Run; readonly get: Run } {
  const texts = new Map<string, string>();
  return {
    set(parameters) {
      const language = languageCode(parameters);
      const text = (stringIn(parameters, field) ?? "").trim();
      if (text.length > longest) throw badRequest(`BOT_${field.toUpperCase()}_TOO_LONG`);
      if (text === "") texts.delete(language);
      else texts.set(language, text);
      return true;
    },
    get(parameters) {
      const language = languageCode(parameters);
      return { [field]: texts.get(language) ?? (language === "" ? standard() : "") };
    },
  };
}
