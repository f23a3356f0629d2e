/**
 * A Discord of our own for tests: gateway and REST API on a loopback port, with the people who use it.
 * A real client connects to it; nothing in the bot needs to know:
 *
 *     const server = await startDiscordServer();
 *     // The bot starts with server.token and server.apiRoot.
 *     await server.gateway.ready();
 *     const asked = server.command(ana, channel, "ask", { question: "Where was the raid?" });
 *     expect(await asked.text()).toContain("Marell");
 *     expect(server.violations).toEqual([]);
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createCommands } from "./discord-commands.ts";
import { createFaults, createRateLimits, type Faults, type RateLimit, type Target, tooMany } from "./discord-faults.ts";
import { createGateway, type GatewayControls } from "./discord-gateway.ts";
import { createInteractions, type Interaction, type People } from "./discord-interactions.ts";
import { createMessages } from "./discord-messages.ts";
import { type Command, createSnowflakes, Intent, type Message, type MessagePayload } from "./discord-protocol.ts";
import { createResponses } from "./discord-responses.ts";
import { type Call, createRest } from "./discord-rest.ts";
import { createWorld, type Guild, type GuildOptions, type Place, type User } from "./discord-world.ts";

export { buttonsOf, textOf } from "./discord-components.ts";
export type { GatewayControls } from "./discord-gateway.ts";
export type { Interaction } from "./discord-interactions.ts";
export type { BotResponse, Choice, Command, Component, Message } from "./discord-protocol.ts";
export type { Call } from "./discord-rest.ts";
export type { Guild, Place, User } from "./discord-world.ts";

export interface DiscordServerOptions {
  readonly token?: string;
  readonly applicationId?: string;
  /** Milliseconds between heartbeats. */
  readonly heartbeatInterval?: number;
  /** How many of the latest calls to remember. */
  readonly keepCalls?: number;
  readonly port?: number;
  /** Identifications that are left today. */
  readonly sessionStarts?: number;
  /** Whether the application may ask for members, presences and message content. */
  readonly privilegedIntents?: boolean;
  /** For each route, and there for each interaction, channel or guild. */
  readonly rateLimit?: RateLimit;
}

/** A message that would have notified somebody. */
export interface Ping {
  readonly mentions: readonly string[];
  readonly payload: MessagePayload;
}

export interface DiscordServer extends People, Pick<Faults, "fail" | "delay" | "drop"> {
  /** Without the version: what a client calls its `api`. */
  readonly apiRoot: string;
  readonly port: number;
  readonly token: string;
  readonly applicationId: string;
  readonly gateway: GatewayControls;

  user(options: { readonly username: string; readonly locale?: string }): User;
  /** With `installed: false` only people brought the bot, which is no member. */
  guild(options: GuildOptions): Guild;
  dm(user: User): Place;
  groupDm(users: readonly User[], name?: string): Place;

  /** What the bot did, in order. */
  readonly calls: readonly Call[];
  /** The commands that are registered everywhere. */
  readonly commands: readonly Command[];
  guildCommands(guild: Guild | string): readonly Command[];
  /** Requests that changed commands. */
  readonly commandWrites: number;
  /** What the bot sent against Discord's schema or a published limit. */
  readonly violations: readonly string[];
  readonly pings: readonly Ping[];
  /** A message as it is now; undefined once it is deleted. */
  message(id: string): Message | undefined;

  /** Answers 429 to requests. */
  rateLimit(target: Target & { readonly retryAfter: number; readonly scope?: "user" | "global" | "shared" }): void;
  clearFaults(): void;
  /** As if the deadlines of the interaction had passed. */
  expireInteraction(interaction: Interaction): void;
  /** Cuts all connections and takes no new ones; sessions stay known. */
  goDown(): Promise<void>;
  /** Listens again, on the same port. */
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

const TOKEN = "MTAw.loopback.beleg-test-token";
const APPLICATION_ID = "1000000000000000001";
/** As in Discord's own documentation. */
const HEARTBEAT_INTERVAL = 45_000;
const KEEP_CALLS = 10_000;
const SESSION_STARTS = 1000;
const RATE_LIMIT: RateLimit = { limit: 50, windowMs: 1000 };

export async function startDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const { token = TOKEN, applicationId = APPLICATION_ID, keepCalls = KEEP_CALLS } = options;
  const { sessionStarts = SESSION_STARTS } = options;
  const snowflake = createSnowflakes();
  const calls: Call[] = [];
  const violations: string[] = [];
  const pings: Ping[] = [];
  let where = "";
  const violated = (what: string) => violations.push(where === "" ? what : `${where}: ${what}`);

  const world = createWorld(applicationId, snowflake);
  const faults = createFaults();
  const messages = createMessages(snowflake);
  const commands = createCommands(applicationId, snowflake, violated);
  const installedGuilds = () => [...world.guilds.values()].filter(({ installed }) => installed);

  const gateway = createGateway({
    token,
    heartbeatInterval: options.heartbeatInterval ?? HEARTBEAT_INTERVAL,
    sessionStarts,
    privilegedIntents: options.privilegedIntents ?? false,
    snowflake,
    readyData: () => ({
      user: { ...world.bot, verified: true, mfa_enabled: true, email: null },
      guilds: installedGuilds().map(({ id }) => ({ id, unavailable: true })),
      application: { id: applicationId, flags: 0 },
    }),
    greeting: (intents) =>
      intents & Intent.guilds
        ? installedGuilds().map((guild) => ({ event: "GUILD_CREATE", data: guild.snapshot() }))
        : [],
    resumeUrl: () => `ws://127.0.0.1:${port}/gateway/resume`,
  });

  const interactions = createInteractions({
    applicationId,
    messages,
    commands,
    snowflake,
    dispatch: (payload) => gateway.dispatch("INTERACTION_CREATE", payload),
    lately: () => {
      const last = calls.slice(-3).map(({ method, path, status }) => `${method} ${path} ${status}`);
      return `last calls: ${last.join(", ") || "none"}; violations: ${violations.slice(-3).join(", ") || "none"}`;
    },
  });

  const rest = createRest({
    token,
    applicationId,
    world,
    commands,
    responses: createResponses({
      applicationId,
      bot: world.bot,
      interactions,
      messages,
      world,
      violated,
      pinged: (mentions, payload) => pings.push({ mentions, payload }),
    }),
    faults,
    rateLimits: createRateLimits(options.rateLimit ?? RATE_LIMIT),
    gatewayBot: () => ({
      url: `ws://127.0.0.1:${port}/gateway`,
      shards: 1,
      session_start_limit: {
        total: 1000,
        remaining: gateway.remainingStarts,
        reset_after: 86_400_000,
        max_concurrency: 1,
      },
    }),
    begin: (name) => {
      where = name;
    },
    violated: (what) => violations.push(what),
    record: (call) => {
      calls.push(call);
      if (calls.length > keepCalls) calls.shift();
    },
  });

  const http = createServer((request, response) => {
    // A connection that breaks while its body comes has nobody to answer.
    rest(request, response).catch(() => response.destroy());
  });
  http.on("upgrade", gateway.accept);

  const listen = (on: number) =>
    new Promise<void>((resolve, reject) => {
      http.once("error", reject);
      http.listen(on, "127.0.0.1", () => {
        http.off("error", reject);
        resolve();
      });
    });
  const close = () =>
    new Promise<void>((resolve) => {
      http.close(() => resolve());
      gateway.cutAll();
      http.closeAllConnections();
    });

  await listen(options.port ?? 0);
  const { port } = http.address() as AddressInfo;

  return {
    apiRoot: `http://127.0.0.1:${port}/api`,
    port,
    token,
    applicationId,
    gateway: gateway.controls,
    user: world.user,
    guild(guildOptions) {
      const guild = world.guild(guildOptions);
      if (guild.installed) gateway.dispatch("GUILD_CREATE", guild.snapshot(), Intent.guilds);
      return guild;
    },
    dm: world.dm,
    groupDm: world.groupDm,
    command: interactions.command,
    autocomplete: interactions.autocomplete,
    messageCommand: interactions.messageCommand,
    press: interactions.press,
    select: interactions.select,
    submitModal: interactions.submitModal,
    calls,
    get commands() {
      return commands.list(undefined);
    },
    guildCommands: (guild) => commands.list(typeof guild === "string" ? guild : guild.id),
    get commandWrites() {
      return commands.writes;
    },
    violations,
    pings,
    message(id) {
      const kept = messages.get(id);
      return kept && !kept.deleted ? kept.message : undefined;
    },
    fail: faults.fail,
    delay: faults.delay,
    drop: faults.drop,
    rateLimit({ retryAfter, scope = "user", ...target }) {
      const headers = {
        "x-ratelimit-scope": scope,
        ...(scope === "global" && { "x-ratelimit-global": "true" }),
      };
      const answer = tooMany(retryAfter, headers);
      faults.fail({ ...target, status: answer.status, body: answer.body, headers: answer.headers ?? {} });
    },
    clearFaults: faults.clear,
    expireInteraction({ id }) {
      const one = interactions.get(id);
      if (one) one.expired = true;
    },
    goDown: close,
    comeBack: () => listen(port),
    async stop() {
      if (http.listening) await close();
    },
  };
}
