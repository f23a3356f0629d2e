/** The Discord bot: connects to the gateway, answers interactions, and stops without leaving one open. */
import { createHmac } from "node:crypto";
import { Client, DiscordAPIError, Events, type Interaction } from "discord.js";
import { type ChatOptions, createChat, type PlatformFacts } from "../chat/chat.ts";
import type { Limits } from "../chat/limits.ts";
import type { Configuration } from "../environment/configuration.ts";
import { describeError, type Log } from "../environment/log.ts";
import { aborted, pause } from "../pause.ts";
import { type Platform, PlatformError, type PlatformHealth } from "../platform.ts";
import { register } from "./commands.ts";
import { createHandlers } from "./handlers.ts";
import { createResponses } from "./responses.ts";

export interface DiscordOptions extends Omit<ChatOptions, keyof PlatformFacts> {
  readonly configuration: NonNullable<Configuration["discord"]>;
  readonly limits: Limits;
  readonly log: Log;
}

const DISCORD = {
  platform: "Discord",
  hasChoices: false,
  hasComments: true,
  remembersUpdates: false,
} satisfies PlatformFacts;

type State = "connecting" | "connected" | "reconnecting" | "unreachable" | "refused" | "stopped";

/** Close codes after which Discord will not take this bot back; https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const FATAL: Readonly<Record<number, string>> = {
  4004: "Discord refuses DISCORD_TOKEN: it was reset or never valid",
  4010: "Discord refuses the shard: another number of shards is needed",
  4011: "Discord demands more shards than were started",
  4012: "Discord does not speak this version of its API any more",
  4013: "Discord does not know the intents that were asked for",
  4014: "Discord does not allow the intents that were asked for",
};

/** Milliseconds between attempts: a thousand identifications a day are all that Discord gives a bot. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 300_000;
/** Milliseconds for interactions under way when the bot stops. */
const GRACE = 5_000;
/** Milliseconds for closing the connection. */
const CLOSING = 1_000;

export function createDiscord(options: DiscordOptions): Platform {
  const { configuration, log } = options;
  const { token, apiRoot, guildId } = configuration;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let state: State = "connecting";
  const onState = (next: State) => {
    if (next === state) return;
    log.info({ state: next }, "Discord");
    if (next === "connected") options.observer.connected({ platform: DISCORD.platform });
    state = next;
  };
  const handle = createHandlers({
    chat: createChat({ ...options, ...DISCORD }),
    responses: createResponses(log, options.observer),
    limits: options.limits,
    pseudonym: (id) => createHmac("sha256", token).update(`discord:${id}`).digest("base64url"),
    isStopping: () => stopping.signal.aborted,
    log,
  });
  let client: Client | undefined;
  let fatal: string | undefined;
  let fail: (error: PlatformError) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Heard by `run`; until then nobody is to be told of it twice.
  failed.catch(() => {});

  const create = (): Client => {
    const created = new Client({
      // Interactions come without any intent, and discord.js then waits for no servers before it hands them on.
      intents: [],
      // As many as Discord recommends: a bot in more than 2,500 servers must have several.
      shards: "auto",
      allowedMentions: { parse: [] },
      rest: { api: apiRoot, version: "10" },
    });
    created.on(Events.InteractionCreate, (interaction: Interaction) => {
      const started = performance.now();
      const task = handle(interaction).finally(() => {
        underWay.delete(task);
        log.debug({ interaction: interaction.id, ms: Math.round(performance.now() - started) }, "done");
      });
      underWay.add(task);
    });
    created.on(Events.ShardReady, () => onState("connected"));
    created.on(Events.ShardResume, () => onState("connected"));
    created.on(Events.ShardReconnecting, () => {
      if (!stopping.signal.aborted) onState("reconnecting");
    });
    created.on(Events.ShardDisconnect, ({ code }) => {
      if (stopping.signal.aborted) return;
      onState("refused");
      fatal = FATAL[code] ?? `Discord closed the connection for good (${code})`;
      fail(new PlatformError(fatal));
    });
    // Without a listener an error would end the process.
    created.on(Events.Error, (error) => log.warn(describeError(error), "Discord's client reports an error"));
    created.on(Events.ShardError, (error) =>
      log.warn(describeError(error), "a connection to Discord reports an error"),
    );
    created.on(Events.Invalidated, () => fail(new PlatformError("Discord invalidated the session for good")));
    return created;
  };

  const login = async (): Promise<Client | undefined> => {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      const attempt = create();
      client = attempt;
      try {
        // A fatal close code while logging in comes as an event; the login then only fails without a reason.
        await Promise.race([attempt.login(token), failed, aborted(stopping.signal)]);
        return attempt;
      } catch (error) {
        await attempt.destroy();
        if (error instanceof PlatformError) throw error;
        const message = fatalMessage(error) ?? fatal;
        if (message !== undefined) throw new PlatformError(message, { cause: error });
        options.observer.apiFailed({ platform: DISCORD.platform, failure: "unreachable" });
        if (failures === 0) log.warn(describeError(error), "Discord cannot be reached; trying on");
        onState("unreachable");
        await pause(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures), stopping.signal);
      }
    }
    return undefined;
  };

  const registerNow = async ({ rest, application }: Client) => {
    if (!application) return;
    try {
      const isWritten = await register(rest, application.id, guildId);
      log.info({ isWritten }, "commands are registered");
    } catch (error) {
      log.warn(describeError(error), "commands could not be registered");
    }
  };

  const run = async () => {
    try {
      const connected = await login();
      if (connected) {
        await Promise.race([ready(connected), failed, aborted(stopping.signal)]);
        if (!stopping.signal.aborted) await registerNow(connected);
        await Promise.race([failed, aborted(stopping.signal)]);
      }
      // Those that still come while the others are being finished are told that the bot restarts.
      const finished = async () => {
        while (underWay.size > 0) await Promise.allSettled(underWay);
      };
      await Promise.race([finished(), pause(GRACE, new AbortController().signal)]);
      onState("stopped");
    } catch (error) {
      onState("refused");
      throw error;
    } finally {
      // discord.js may wait for ever for a connection that was just being made.
      await Promise.race([client?.destroy(), pause(CLOSING, new AbortController().signal)]);
    }
  };

  let running: Promise<void> | undefined;
  return {
    name: "discord",
    get health(): PlatformHealth {
      return { isReady: state === "connected", state, underWay: underWay.size };
    },
    run: () => {
      running ??= run();
      return running;
    },
    async stop() {
      stopping.abort();
      await running?.catch(() => {});
    },
  };
}

/** Why it makes no sense to try again; `undefined` where it may. */
function fatalMessage(error: unknown): string | undefined {
  if (error instanceof DiscordAPIError && error.status === 401) return FATAL[4004];
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  switch (error.code) {
    case "TokenInvalid":
      return FATAL[4004];
    case "DisallowedIntents":
      return FATAL[4014];
    default:
      return undefined;
  }
}

function ready(client: Client): Promise<void> {
  return client.isReady()
    ? Promise.resolve()
    : new Promise((resolve) => client.once(Events.ClientReady, () => resolve()));
}
