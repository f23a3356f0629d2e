/** Limits of application commands that Discord's schema does not hold. */
import type { Issue } from "./discord-http.ts";
import { invalid, tooLong } from "./discord-message-limits.ts";
import {
  type Choice,
  type CommandOption,
  type CommandPayload,
  CommandType,
  LOCALES,
  type Localisations,
  OptionType,
} from "./discord-protocol.ts";

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_NAME = 32;
const MAX_DESCRIPTION = 100;
const MAX_OPTIONS = 25;
const MAX_CHOICES = 25;
const MAX_CHOICE = 100;
const MAX_COMMAND_CHARACTERS = 8000;

/** How many commands of each type an application may have, globally and again in each guild. */
export const MAX_COMMANDS: ReadonlyMap<number, number> = new Map([
  [CommandType.chatInput, 100],
  [CommandType.user, 15],
  [CommandType.message, 15],
]);

type Path = readonly (string | number)[];

interface Described {
  readonly name: string;
  readonly name_localizations?: Localisations;
  readonly description?: string | null;
  readonly description_localizations?: Localisations;
}

export function* commandIssues(command: CommandPayload, path: Path = []): Generator<Issue> {
  if ((command.type ?? CommandType.chatInput) === CommandType.chatInput) {
    yield* describedIssues(command, path);
    yield* optionsIssues(command.options ?? [], path);
  } else {
    yield* contextMenuIssues(command, path);
  }
  const characters = size(command);
  if (characters > MAX_COMMAND_CHARACTERS) {
    yield invalid(
      path,
      "APPLICATION_COMMAND_TOO_LARGE",
      `Command exceeds maximum size (${MAX_COMMAND_CHARACTERS}): ${characters}.`,
    );
  }
}

function* contextMenuIssues(command: CommandPayload, path: Path): Generator<Issue> {
  for (const [at, name] of everyWording([...path, "name"], command.name, command.name_localizations)) {
    if (name.length < 1 || name.length > MAX_NAME) yield length(at, 1, MAX_NAME);
  }
  yield* localeIssues([...path, "name_localizations"], command.name_localizations);
  if (command.description) {
    yield invalid(
      [...path, "description"],
      "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
      "Context menu commands cannot have description",
    );
  }
  if (command.options?.length) {
    yield invalid(
      [...path, "options"],
      "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID",
      "Context menu commands cannot have options",
    );
  }
}

function* describedIssues(thing: Described, path: Path): Generator<Issue> {
  for (const [at, name] of everyWording([...path, "name"], thing.name, thing.name_localizations)) {
    if (!NAME.test(name) || name !== name.toLowerCase()) {
      yield invalid(at, "APPLICATION_COMMAND_INVALID_NAME", `Command name is invalid: ${JSON.stringify(name)}`);
    }
  }
  const descriptions = everyWording([...path, "description"], thing.description ?? "", thing.description_localizations);
  for (const [at, description] of descriptions) {
    if (description.length < 1 || description.length > MAX_DESCRIPTION) yield length(at, 1, MAX_DESCRIPTION);
  }
  yield* localeIssues([...path, "name_localizations"], thing.name_localizations);
  yield* localeIssues([...path, "description_localizations"], thing.description_localizations);
}

function* everyWording(path: Path, plain: string, localised: Localisations | undefined): Generator<[Path, string]> {
  yield [path, plain];
  const field = `${String(path.at(-1))}_localizations`;
  for (const [locale, wording] of Object.entries(localised ?? {}))
    yield [[...path.slice(0, -1), field, locale], wording];
}

function* localeIssues(path: Path, localised: Localisations | undefined): Generator<Issue> {
  for (const locale of Object.keys(localised ?? {})) {
    if (!LOCALES.has(locale)) {
      yield invalid([...path, locale], "ENUM_TYPE_COERCE", `Value "${locale}" is not a valid enum value.`);
    }
  }
}

function* optionsIssues(options: readonly CommandOption[], path: Path): Generator<Issue> {
  const at = [...path, "options"];
  if (options.length > MAX_OPTIONS) yield tooLong(at, MAX_OPTIONS);
  yield* uniqueNames(options, at);
  const nested = options.filter(isNested);
  if (nested.length > 0 && nested.length < options.length) {
    yield invalid(
      at,
      "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      "Sub-command and other options are mutually exclusive",
    );
  }
  let optional = false;
  for (const [index, option] of options.entries()) {
    yield* describedIssues(option, [...at, index]);
    yield* optionIssues(option, [...at, index]);
    if (isNested(option)) {
      yield* optionsIssues(option.options ?? [], [...at, index]);
    } else if (option.required && optional) {
      yield invalid(
        [...at, index],
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
    }
    optional ||= !option.required;
  }
}

function isNested({ type }: CommandOption): boolean {
  return type === OptionType.subcommand || type === OptionType.subcommandGroup;
}

function* optionIssues(option: CommandOption, path: Path): Generator<Issue> {
  const choices = option.choices ?? [];
  if (choices.length > MAX_CHOICES) yield tooLong([...path, "choices"], MAX_CHOICES);
  if (choices.length > 0 && option.autocomplete) {
    yield invalid(
      [...path, "autocomplete"],
      "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
      "An option has choices or autocomplete, not both.",
    );
  }
  if ((option.min_length ?? 0) > (option.max_length ?? 6000)) {
    yield invalid([...path, "min_length"], "BASE_TYPE_BAD_INTEGER", "min_length is above max_length.");
  }
  yield* choiceIssues(choices, [...path, "choices"]);
}

/** Choices of an option, or those that autocomplete offers. */
export function* choiceIssues(choices: readonly Choice[], path: Path): Generator<Issue> {
  if (choices.length > MAX_CHOICES) yield tooLong(path, MAX_CHOICES);
  for (const [index, choice] of choices.entries()) {
    const at = [...path, index];
    for (const [where, name] of everyWording([...at, "name"], choice.name, choice.name_localizations)) {
      if (name.length < 1 || name.length > MAX_CHOICE) yield length(where, 1, MAX_CHOICE);
    }
    yield* localeIssues([...at, "name_localizations"], choice.name_localizations);
    if (typeof choice.value === "string" && choice.value.length > MAX_CHOICE) {
      yield tooLong([...at, "value"], MAX_CHOICE);
    }
  }
}

/** In each locale, people see the localised name or else the plain one; no two options may then look the same. */
function* uniqueNames(options: readonly CommandOption[], path: Path): Generator<Issue> {
  const locales = new Set(options.flatMap(({ name_localizations: localised }) => Object.keys(localised ?? {})));
  for (const locale of [undefined, ...locales]) {
    const seen = new Set<string>();
    for (const [index, option] of options.entries()) {
      const localised = locale === undefined ? undefined : option.name_localizations?.[locale];
      const name = localised ?? option.name;
      if (seen.has(name)) {
        yield invalid(
          [...path, index, ...(localised && locale ? ["name_localizations", locale] : ["name"])],
          "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
          `Option name "${name}" already exists${locale === undefined ? "" : ` in ${locale}`}`,
        );
      }
      seen.add(name);
    }
  }
}

/** Names, descriptions and choice values, each in its longest wording. */
function size(thing: Described & { readonly options?: readonly CommandOption[] | null }): number {
  const own =
    longest(thing.name, thing.name_localizations) + longest(thing.description, thing.description_localizations);
  const options = (thing.options ?? []).reduce((sum, option) => {
    const choices = (option.choices ?? []).map(
      ({ name, name_localizations: localised, value }) => longest(name, localised) + String(value).length,
    );
    return sum + size(option) + choices.reduce((total, length) => total + length, 0);
  }, 0);
  return own + options;
}

function longest(plain: string | null | undefined, localised: Localisations | undefined): number {
  return Math.max(...[plain ?? "", ...Object.values(localised ?? {})].map(({ length }) => length));
}

function length(path: Path, least: number, most: number): Issue {
  return invalid(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length.`);
}
