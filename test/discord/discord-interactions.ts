/** Interactions: what people do, what the bot is told of it, and what tests read of the outcome. */

import type { Commands } from "./discord-commands.ts";
import { buttonsOf, everyComponent, textOf } from "./discord-components.ts";
import type { Kept, Messages } from "./discord-messages.ts";
import {
  type BotResponse,
  ButtonStyle,
  CallbackType,
  type Choice,
  type Command,
  type CommandOption,
  CommandType,
  type Component,
  ComponentType,
  Flag,
  InteractionType,
  type Message,
  OptionType,
} from "./discord-protocol.ts";
import { createSignal, type Signal } from "./discord-signal.ts";
import { ALL_PERMISSIONS, member, type Place, type User } from "./discord-world.ts";

/** How long tests wait by default: the bot has three seconds. */
const PATIENCE = 4000;
const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

export interface Wait {
  readonly timeout?: number;
}

/** What a person did, and what came of it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly user: User;
  readonly place: Place;
  /** What the bot was sent. */
  readonly payload: object;
  /** The bot's first answer, as it sent it. */
  response(wait?: Wait): Promise<BotResponse>;
  /** What autocomplete offers. */
  choices(wait?: Wait): Promise<readonly Choice[]>;
  /** The message as it looks now; after a defer, once the bot has filled it in. */
  message(wait?: Wait): Promise<Message>;
  /** All that the message says. */
  text(wait?: Wait): Promise<string>;
  /** The message's buttons, links too. */
  buttons(wait?: Wait): Promise<readonly Component[]>;
  /** Whether only the person sees the message. */
  ephemeral(wait?: Wait): Promise<boolean>;
  followUp(index?: number, wait?: Wait): Promise<Message>;
  /** The message at this moment, if there is one. */
  readonly current: Message | undefined;
  readonly followUps: readonly Message[];
  /** Milliseconds from the event to the bot's first answer. */
  readonly answeredAfter: number | undefined;
}

/** An interaction with what only the server knows about it. */
export interface Pending {
  readonly handle: Interaction;
  readonly dispatchedAt: number;
  readonly changed: Signal;
  /** The message whose component was used, or that the modal came from. */
  readonly source: Kept | undefined;
  /** Whether the interaction reached the bot only through the person's own install. */
  readonly userInstallOnly: boolean;
  response: BotResponse | undefined;
  answeredAt: number | undefined;
  /** What `@original` is. */
  original: Kept | undefined;
  /** How often the original was edited when the bot answered. */
  editsBefore: number;
  readonly followUps: Kept[];
  expired: boolean;
}

export interface Told {
  /** The language of the person's Discord, if not their usual one. */
  readonly locale?: string;
}

export interface Press extends Told {
  /** The person still sees an older state of the message, with a button of this custom id. */
  readonly stale?: boolean;
}

/** Values of command options by their name, as a person fills them in. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

export interface TargetMessage {
  readonly content: string;
  readonly author: User;
  readonly embeds?: Message["embeds"];
}

/** What people do. */
export interface People {
  command(user: User, place: Place, name: string, values?: OptionValues, told?: Told): Interaction;
  autocomplete(
    user: User,
    place: Place,
    name: string,
    values: OptionValues,
    focused?: string,
    told?: Told,
  ): Interaction;
  messageCommand(user: User, place: Place, name: string, target: TargetMessage | Message, told?: Told): Interaction;
  press(user: User, message: Message | Interaction, labelOrId: string, told?: Press): Interaction;
  select(
    user: User,
    message: Message | Interaction,
    customId: string,
    values: readonly string[],
    told?: Told,
  ): Interaction;
  submitModal(
    user: User,
    opener: Interaction,
    values?: Readonly<Record<string, string | readonly string[]>>,
    told?: Told,
  ): Interaction;
}

export interface Interactions extends People {
  get(id: string): Pending | undefined;
  byToken(token: string): Pending | undefined;
}

export interface InteractionsOptions {
  readonly applicationId: string;
  readonly messages: Messages;
  readonly commands: Commands;
  snowflake(): string;
  dispatch(payload: object): void;
  /** What happened lately, for the message of a test that waits in vain. */
  lately(): string;
}

export function createInteractions(options: InteractionsOptions): Interactions {
  const { applicationId, messages, commands, snowflake } = options;
  const pending = new Map<string, Pending>();
  const byToken = new Map<string, Pending>();

  function raise(type: number, user: User, place: Place, data: object, told: Told, source?: Kept): Interaction {
    const id = snowflake();
    const token = Buffer.from(`interaction:${id}:${snowflake()}`).toString("base64url");
    const { guild } = place;
    const userInstallOnly = place.context === 2 || guild?.installed === false;
    const payload = {
      id,
      application_id: applicationId,
      type,
      token,
      version: 1,
      data,
      channel: place.channel,
      channel_id: place.id,
      context: place.context,
      locale: told.locale ?? user.locale,
      app_permissions: ALL_PERMISSIONS,
      entitlements: [],
      authorizing_integration_owners: userInstallOnly ? { "1": user.id } : { "0": guild?.id ?? "0" },
      attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
      ...(guild
        ? {
            guild_id: guild.id,
            guild: { id: guild.id, locale: guild.preferredLocale, features: [] },
            guild_locale: guild.preferredLocale,
            member: { ...member(user.account), permissions: ALL_PERMISSIONS },
          }
        : { user: user.account }),
      ...(source && { message: source.message }),
    };
    const one: Pending = {
      handle: handleOf(() => one, { id, token, type, user, place, payload }, options.lately),
      dispatchedAt: Date.now(),
      changed: createSignal(),
      source,
      userInstallOnly,
      response: undefined,
      answeredAt: undefined,
      original: undefined,
      editsBefore: 0,
      followUps: [],
      expired: false,
    };
    pending.set(id, one);
    byToken.set(token, one);
    options.dispatch(payload);
    return one.handle;
  }

  function registered(place: Place, type: number, name: string, locale: string): Command | undefined {
    const command = commands.find(place, type, name, locale);
    if (!command && !commands.untouched) throw new Error(`there is no command "${name}" of type ${type} here`);
    return command;
  }

  function chatInput(
    user: User,
    place: Place,
    line: string,
    values: OptionValues,
    told: Told,
    focused?: string,
  ): Interaction {
    const locale = told.locale ?? user.locale;
    const [name = "", ...subcommands] = line.split(" ");
    const command = registered(place, CommandType.chatInput, name, locale);
    const type = focused === undefined ? InteractionType.command : InteractionType.autocomplete;
    const data = {
      id: command?.id ?? snowflake(),
      name: command?.name ?? name,
      type: CommandType.chatInput,
      ...(command?.guild_id && { guild_id: command.guild_id }),
      options: optionsOf(command, subcommands, values, locale, focused),
    };
    return raise(type, user, place, data, told);
  }

  function messageOf(target: Message | Interaction): Kept {
    const message = "token" in target ? target.current : target;
    const kept = message && messages.get(message.id);
    if (!kept) throw new Error("there is no such message");
    if (kept.deleted) throw new Error("the message was deleted");
    return kept;
  }

  function visible(user: User, target: Message | Interaction): Kept {
    const kept = messageOf(target);
    if (kept.onlyFor && kept.onlyFor.id !== user.id) throw new Error(`${user.username} does not see this message`);
    return kept;
  }

  return {
    get: (id) => pending.get(id),
    byToken: (token) => byToken.get(token),
    command(user, place, name, values = {}, told = {}) {
      return chatInput(user, place, name, values, told);
    },
    autocomplete(user, place, name, values, focused = Object.keys(values).at(-1) ?? "", told = {}) {
      // An option that the person has just opened is focused and empty.
      return chatInput(user, place, name, { ...values, [focused]: values[focused] ?? "" }, told, focused);
    },
    messageCommand(user, place, name, target, told = {}) {
      const command = registered(place, CommandType.message, name, told.locale ?? user.locale);
      const message = "id" in target ? target : posted(place, target);
      const data = {
        id: command?.id ?? snowflake(),
        name: command?.name ?? name,
        type: CommandType.message,
        ...(command?.guild_id && { guild_id: command.guild_id }),
        target_id: message.id,
        resolved: { messages: { [message.id]: message } },
      };
      return raise(InteractionType.command, user, place, data, told);
    },
    press(user, target, labelOrId, told = {}) {
      const kept = visible(user, target);
      const button = told.stale ? { custom_id: labelOrId, id: 1 } : buttonNamed(kept.message, labelOrId);
      const data = { component_type: ComponentType.button, custom_id: button.custom_id, id: button.id };
      return raise(InteractionType.component, user, kept.place, data, told, kept);
    },
    select(user, target, customId, values, told = {}) {
      const kept = visible(user, target);
      const menu = [...everyComponent(kept.message.components)]
        .map(({ component }) => component)
        .find((component) => component.type === ComponentType.stringSelect && component.custom_id === customId);
      if (!menu || menu.disabled) throw new Error(`there is no select menu "${customId}" to use`);
      const offered = new Set(menu.options?.map(({ value }) => value));
      for (const value of values) if (!offered.has(value)) throw new Error(`the menu does not offer "${value}"`);
      if (values.length < (menu.min_values ?? 1) || values.length > (menu.max_values ?? 1)) {
        throw new Error(`the menu does not take ${values.length} values`);
      }
      const data = { component_type: menu.type, custom_id: customId, id: menu.id, values };
      return raise(InteractionType.component, user, kept.place, data, told, kept);
    },
    submitModal(user, opener, values = {}, told = {}) {
      const opened = pending.get(opener.id);
      const modal = opened?.response?.type === CallbackType.modal ? opened.response.data : undefined;
      if (!opened || !modal) throw new Error("the interaction has opened no modal");
      if (opened.handle.user.id !== user.id) throw new Error(`${user.username} does not see this modal`);
      const known = new Set<string>();
      const components = (modal.components ?? []).map((component, index) =>
        filledIn(component, index + 1, values, known),
      );
      for (const id of Object.keys(values)) if (!known.has(id)) throw new Error(`the modal has no field "${id}"`);
      const data = { custom_id: modal.custom_id, components };
      return raise(InteractionType.modal, user, opened.handle.place, data, told, opened.source);
    },
  };

  function posted(place: Place, { content, author, embeds = [] }: TargetMessage): Message {
    return messages.create({ place, author: author.account, payload: { content, embeds }, flags: 0 }).message;
  }
}

function optionsOf(
  command: Command | undefined,
  subcommands: readonly string[],
  values: OptionValues,
  locale: string,
  focused: string | undefined,
): readonly object[] {
  const [next, ...deeper] = subcommands;
  const known = command?.options;
  if (next !== undefined) {
    const sub = known?.find((option) => goesBy(option, next, locale));
    if (command && !sub) throw new Error(`the command has no subcommand "${next}"`);
    const inner = sub && { ...command, options: sub.options ?? null };
    const type = sub?.type ?? (deeper.length > 0 ? OptionType.subcommandGroup : OptionType.subcommand);
    return [
      {
        name: sub?.name ?? next,
        type,
        options: optionsOf(inner as Command | undefined, deeper, values, locale, focused),
      },
    ];
  }
  const filled = Object.entries(values).map(([name, value]) => {
    const option = known?.find((one) => goesBy(one, name, locale));
    if (command && !option) throw new Error(`the command has no option "${name}"`);
    const isFocused = name === focused;
    if (option && !isFocused) checkValue(option, value);
    if (option && isFocused && !option.autocomplete) throw new Error(`the option "${name}" has no autocomplete`);
    return {
      name: option?.name ?? name,
      type: option?.type ?? typeOf(value),
      value,
      ...(isFocused && { focused: true }),
    };
  });
  const missing = known?.find((option) => option.required && !filled.some(({ name }) => name === option.name));
  if (missing && focused === undefined) throw new Error(`the option "${missing.name}" is required`);
  return filled;
}

function goesBy(option: CommandOption, name: string, locale: string): boolean {
  return option.name === name || option.name_localizations?.[locale] === name;
}

function typeOf(value: string | number | boolean): number {
  if (typeof value === "string") return OptionType.string;
  if (typeof value === "boolean") return OptionType.boolean;
  return Number.isInteger(value) ? OptionType.integer : OptionType.number;
}

/** What Discord's own client does not let a person send. */
function checkValue(option: CommandOption, value: string | number | boolean): void {
  const fits =
    option.type === typeOf(value) || (option.type === OptionType.number && typeOf(value) === OptionType.integer);
  if (!fits) throw new Error(`the option "${option.name}" does not take ${typeof value}s`);
  if (option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
    throw new Error(`the option "${option.name}" does not offer "${value}"`);
  }
  const size = typeof value === "string" ? value.length : Number(value);
  const least = (typeof value === "string" ? option.min_length : option.min_value) ?? Number.NEGATIVE_INFINITY;
  const most = (typeof value === "string" ? (option.max_length ?? 6000) : option.max_value) ?? Number.POSITIVE_INFINITY;
  if (typeof value !== "boolean" && (size < least || size > most)) {
    throw new Error(`the option "${option.name}" takes ${least} to ${most}, not ${size}`);
  }
}

function buttonNamed(message: Message, labelOrId: string): Component {
  const buttons = buttonsOf(message);
  const button =
    buttons.find(({ custom_id: id }) => id === labelOrId) ?? buttons.find(({ label }) => label === labelOrId);
  if (!button) {
    const there = buttons.map(({ label, custom_id: id }) => label ?? id).join(", ");
    throw new Error(`there is no button "${labelOrId}", only: ${there || "none"}`);
  }
  if (button.style === ButtonStyle.link) throw new Error(`the button "${labelOrId}" is a link: the bot is not told`);
  if (button.disabled) throw new Error(`the button "${labelOrId}" is disabled`);
  return button;
}

type Filled = Readonly<Record<string, string | readonly string[]>>;

function filledIn(component: Component, id: number, values: Filled, known: Set<string>): object {
  const own = { type: component.type, id: component.id ?? id };
  if (component.component) return { ...own, component: filledIn(component.component, id + 100, values, known) };
  if (component.components) {
    const inside = component.components.map((inner, index) => filledIn(inner, id * 100 + index, values, known));
    return { ...own, components: inside };
  }
  const customId = component.custom_id;
  if (!customId) return own;
  known.add(customId);
  const value = values[customId];
  if (component.type !== ComponentType.textInput) {
    const chosen = typeof value === "string" ? [value] : (value ?? []);
    return { ...own, custom_id: customId, values: chosen };
  }
  const text = typeof value === "string" ? value : (component.value ?? "");
  if (text === "" && component.required !== false) throw new Error(`the field "${customId}" is required`);
  const most = component.max_length ?? 4000;
  if (text !== "" && (text.length < (component.min_length ?? 0) || text.length > most)) {
    throw new Error(`the field "${customId}" does not take ${text.length} characters`);
  }
  return { ...own, custom_id: customId, value: text };
}

type Identity = Pick<Interaction, "id" | "token" | "type" | "user" | "place" | "payload">;

function handleOf(state: () => Pending, identity: Identity, lately: () => string): Interaction {
  const wait = <T>(look: () => T | undefined, what: string, timeout: number) =>
    state().changed.until(look, timeout, () => `the bot ${what} within ${timeout} ms; ${lately()}`);

  const handle: Interaction = {
    ...identity,
    response: ({ timeout = PATIENCE } = {}) => wait(() => state().response, "has not answered", timeout),
    async choices(options) {
      const { type, data } = await handle.response(options);
      if (type !== CallbackType.autocomplete) throw new Error(`the bot answered with type ${type}, not with choices`);
      return data.choices ?? [];
    },
    message: ({ timeout = PATIENCE } = {}) => wait(() => finished(state()), "has shown no message", timeout),
    text: (options) => handle.message(options).then(textOf),
    buttons: (options) => handle.message(options).then(buttonsOf),
    ephemeral: (options) => handle.message(options).then(({ flags = 0 }) => (flags & Flag.ephemeral) !== 0),
    followUp: (index = 0, { timeout = PATIENCE } = {}) =>
      wait(() => handle.followUps[index], "has sent no such follow-up", timeout),
    get current() {
      const { original } = state();
      return original && !original.deleted ? original.message : undefined;
    },
    get followUps() {
      return state()
        .followUps.filter(({ deleted }) => !deleted)
        .map(({ message }) => message);
    },
    get answeredAfter() {
      const { answeredAt, dispatchedAt } = state();
      return answeredAt === undefined ? undefined : answeredAt - dispatchedAt;
    },
  };
  return handle;
}

/** The message once the bot is done with it; a defer alone shows none. */
function finished({ response, original, editsBefore }: Pending): Message | undefined {
  if (!response) return undefined;
  if (!original) throw new Error(`the bot answered with type ${response.type}, which shows no message`);
  if (original.deleted) throw new Error("the bot has deleted the message");
  const deferred = response.type === CallbackType.deferReply || response.type === CallbackType.deferUpdate;
  return deferred && original.edits === editsBefore ? undefined : original.message;
}
