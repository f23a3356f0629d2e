/** The commands that the bot has registered, globally and in guilds. */
import { MAX_COMMANDS } from "./discord-command-limits.ts";
import { type Answer, type Issue, invalidForm, NO_CONTENT, ok, refuse } from "./discord-http.ts";
import { type Command, type CommandOption, type CommandPayload, CommandType, isFields } from "./discord-protocol.ts";
import { judgeCommand } from "./discord-validation.ts";
import type { Place } from "./discord-world.ts";

const MAX_CREATES_PER_DAY = 200;

/** Where a command is registered: everywhere, or in the guild of that id. */
export type Scope = string | undefined;

export interface Commands {
  list(scope: Scope): readonly Command[];
  /** Requests that changed something. */
  readonly writes: number;
  replaceAll(scope: Scope, body: unknown): Answer;
  create(scope: Scope, body: unknown): Answer;
  edit(scope: Scope, id: string, body: unknown): Answer;
  read(scope: Scope, id: string, localisations: boolean): Answer;
  readAll(scope: Scope, localisations: boolean): Answer;
  remove(scope: Scope, id: string): Answer;
  /** The command that a person at this place finds under this name, plain or in their language. */
  find(place: Place, type: number, name: string, locale: string): Command | undefined;
  /** Whether nothing was ever registered: then people may call anything. */
  readonly untouched: boolean;
}

export function createCommands(
  applicationId: string,
  snowflake: () => string,
  violated: (what: string) => void,
): Commands {
  const scopes = new Map<Scope, readonly Command[]>();
  const created = new Map<Scope, number>();
  let writes = 0;

  const list = (scope: Scope) => scopes.get(scope) ?? [];
  const save = (scope: Scope, commands: readonly Command[]) => {
    scopes.set(scope, commands);
    writes++;
  };
  const twin = (scope: Scope, { type, name }: CommandPayload) =>
    list(scope).find((command) => command.name === name && command.type === (type ?? CommandType.chatInput));

  function rejected(issues: readonly Issue[]): Answer {
    for (const { path, message } of issues) violated(`${path.join(".")}: ${message}`);
    return invalidForm(issues);
  }

  function stored(scope: Scope, payload: CommandPayload, before: Command | undefined): Command {
    const permissions = payload.default_member_permissions ?? null;
    const command: Command = {
      id: before?.id ?? snowflake(),
      application_id: applicationId,
      version: before?.version ?? snowflake(),
      default_member_permissions: permissions === null ? null : String(permissions),
      type: payload.type ?? CommandType.chatInput,
      name: payload.name,
      name_localizations: payload.name_localizations ?? null,
      description: payload.description ?? "",
      description_localizations: payload.description_localizations ?? null,
      ...(scope === undefined
        ? { contexts: payload.contexts ?? null, integration_types: payload.integration_types ?? [0, 1] }
        : { guild_id: scope }),
      ...(payload.options?.length && { options: payload.options.map(storedOption) }),
      nsfw: payload.nsfw ?? false,
    };
    return JSON.stringify(command) === JSON.stringify(before) ? command : { ...command, version: snowflake() };
  }

  /** A refusal when there would be too many, of a type or of new ones in a day. */
  function tooManyCommands(scope: Scope, all: readonly Command[]): Answer | undefined {
    for (const [type, most] of MAX_COMMANDS) {
      const count = all.filter((command) => command.type === type).length;
      if (count <= most) continue;
      violated(`${count} commands of type ${type}, at most ${most}`);
      return refuse(400, 30032, `Maximum number of application commands reached (${most}).`);
    }
    const known = new Set(list(scope).map(({ id }) => id));
    const today = (created.get(scope) ?? 0) + all.filter(({ id }) => !known.has(id)).length;
    if (today > MAX_CREATES_PER_DAY) {
      return refuse(400, 30034, `Max number of daily application command creates has been reached (200)`);
    }
    created.set(scope, today);
    return undefined;
  }

  return {
    list,
    get writes() {
      return writes;
    },
    get untouched() {
      return scopes.size === 0;
    },
    replaceAll(scope, body) {
      if (!Array.isArray(body)) return rejected([notAList]);
      const judged = body.map((one, index) => judgeCommand(one, [index]));
      const issues = judged.flatMap((one) => ("issues" in one ? one.issues : []));
      if (issues.length > 0) return rejected(issues);
      const payloads = judged.flatMap((one) => ("value" in one ? [one.value] : []));
      const doubled = payloads.findIndex((payload, index) =>
        payloads
          .slice(0, index)
          .some((other) => other.name === payload.name && (other.type ?? 1) === (payload.type ?? 1)),
      );
      if (doubled >= 0) return rejected([duplicate([doubled, "name"])]);
      const commands = payloads.map((payload) => stored(scope, payload, twin(scope, payload)));
      const refusal = tooManyCommands(scope, commands);
      if (refusal) return refusal;
      save(scope, commands);
      return ok(commands);
    },
    create(scope, body) {
      const judged = judgeCommand(body);
      if ("issues" in judged) return rejected(judged.issues);
      const before = twin(scope, judged.value);
      const command = stored(scope, judged.value, before);
      const all = [...list(scope).filter(({ id }) => id !== command.id), command];
      const refusal = tooManyCommands(scope, all);
      if (refusal) return refusal;
      save(scope, all);
      return ok(command, before ? 200 : 201);
    },
    edit(scope, id, body) {
      const before = list(scope).find((command) => command.id === id);
      if (!before) return UNKNOWN;
      const judged = judgeCommand({ ...before, ...(isFields(body) ? body : {}), type: before.type });
      if ("issues" in judged) return rejected(judged.issues);
      if (
        list(scope).some((other) => other.id !== id && other.name === judged.value.name && other.type === before.type)
      ) {
        return rejected([duplicate(["name"])]);
      }
      const command = stored(scope, judged.value, before);
      save(
        scope,
        list(scope).map((one) => (one.id === id ? command : one)),
      );
      return ok(command);
    },
    read(scope, id, localisations) {
      const command = list(scope).find((one) => one.id === id);
      return command ? ok(shown(command, localisations)) : UNKNOWN;
    },
    readAll(scope, localisations) {
      return ok(list(scope).map((command) => shown(command, localisations)));
    },
    remove(scope, id) {
      if (!list(scope).some((command) => command.id === id)) return UNKNOWN;
      save(
        scope,
        list(scope).filter((command) => command.id !== id),
      );
      return NO_CONTENT;
    },
    find(place, type, name, locale) {
      const everywhere = list(undefined).filter((command) => reaches(command, place));
      const here = place.guild?.installed ? list(place.guild.id) : [];
      return [...here, ...everywhere].find(
        (command) => command.type === type && (command.name === name || command.name_localizations?.[locale] === name),
      );
    },
  };
}

const UNKNOWN = refuse(404, 10063, "Unknown application command");

const notAList: Issue = { path: [], code: "LIST_TYPE_CONVERT", message: "Only iterables may be used in a ListType" };

function duplicate(path: readonly (string | number)[]): Issue {
  return { path, code: "APPLICATION_COMMANDS_DUPLICATE_NAME", message: "Application command names must be unique" };
}

function reaches(command: Command, place: Place): boolean {
  const { contexts, integration_types: installs } = command;
  if (contexts && !contexts.includes(place.context)) return false;
  if (!installs || place.context === 1) return true;
  return installs.includes(place.guild?.installed ? 0 : 1);
}

/** Discord leaves out what is false, so a bot that compares must expect it. */
function storedOption(option: CommandOption): CommandOption {
  const { required, autocomplete, options, ...rest } = option;
  return {
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) as typeof rest),
    ...(required && { required }),
    ...(autocomplete && { autocomplete }),
    ...(options?.length && { options: options.map(storedOption) }),
  };
}

/** Localisations are shown only to those who ask for them. */
function shown(command: Command, localisations: boolean): object {
  return localisations ? command : withoutLocalisations(command);
}

function withoutLocalisations<T extends object>(thing: T): object {
  const { options, choices, ...rest } = thing as {
    readonly options?: readonly object[] | null;
    readonly choices?: readonly object[] | null;
  };
  const kept = Object.entries(rest).filter(([field]) => !field.endsWith("_localizations"));
  return {
    ...Object.fromEntries(kept),
    ...(options && { options: options.map(withoutLocalisations) }),
    ...(choices && { choices: choices.map(withoutLocalisations) }),
  };
}
