/** The real client on our own server, as the tests here use both. */

import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  type Interaction as ClientInteraction,
  type ClientOptions,
  DiscordAPIError,
  Events,
} from "discord.js";
import type * as spec from "discord-api-spec/zod";
import { afterEach, expect } from "vitest";
import { type DiscordServer, type DiscordServerOptions, startDiscordServer } from "./discord-server.ts";
import { schemaIssues } from "./discord-validation.ts";

const atEndOfTest: (() => Promise<unknown>)[] = [];

/** Undone after each test, the last first. */
export function atEnd(undo: () => Promise<unknown>): void {
  atEndOfTest.push(undo);
}

afterEach(async () => {
  for (const undo of atEndOfTest.splice(0).reverse()) await undo();
});

/** A server that stops with the test. */
export async function discord(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const server = await startDiscordServer(options);
  atEnd(server.stop);
  return server;
}

/** What a bot does with an interaction. */
export type Handler = (interaction: ClientInteraction) => unknown;

/** A bot that answers with the handler; what it throws is kept, not thrown. */
export async function bot(server: DiscordServer, handler: Handler = () => {}, options: Partial<ClientOptions> = {}) {
  const errors: unknown[] = [];
  const client = new Client({
    intents: [],
    rest: { api: server.apiRoot, version: "10", retries: 0 },
    // One identification in five seconds is Discord's rule for the client, and long for a test.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    allowedMentions: { parse: [] },
    ...options,
  });
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.ShardError, (error) => errors.push(error));
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await handler(interaction);
    } catch (error) {
      errors.push(error);
    }
  });
  atEnd(() => client.destroy());
  await client.login(server.token);
  if (!client.isReady()) await new Promise((resolve) => client.once(Events.ClientReady, resolve));
  return { client, errors };
}

/** A German user in a French guild. */
export function place(server: DiscordServer) {
  const ana = server.user({ username: "ana", locale: "de" });
  const guild = server.guild({ name: "Newsroom", preferred_locale: "fr" });
  return { ana, guild, channel: guild.channel({ name: "questions" }) };
}

/** What `/ask` and its kin do in a test, and nothing for other interactions. */
export function onCommand(answer: (interaction: ChatInputCommandInteraction) => unknown): Handler {
  return (interaction) => (interaction.isChatInputCommand() ? answer(interaction) : undefined);
}

/** A button; its label is its id unless another is given. */
export const button = (label: string, id = label) =>
  new ButtonBuilder().setLabel(label).setCustomId(id).setStyle(ButtonStyle.Primary);
/** A row of buttons. */
export const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
/** The code of an API error, to compare; other errors as they are. */
export const code = (error: unknown) => (error instanceof DiscordAPIError ? error.code : error);

/** Holds what the server says to Discord's own schema. */
export function expectShape(schema: spec.Schema, value: unknown): void {
  expect(schemaIssues(schema, value)).toEqual([]);
}
