/** `npm start`: every platform whose token is configured, and the HTTP server. The one place that wires them together. */
import { readFileSync } from "node:fs";
import { createConversations } from "./chat/conversations.ts";
import { createLimits } from "./chat/limits.ts";
import { createDiscord } from "./discord/discord.ts";
import { readConfiguration } from "./environment/configuration.ts";
import { createLog, describeError } from "./environment/log.ts";
import { factBaseFaults, followFactBase } from "./fact-base/follow.ts";
import { createMetrics, type Metrics } from "./http/metrics.ts";
import { startHttpServer } from "./http/server.ts";
import { type Platform, PlatformError } from "./platform.ts";
import { openState } from "./state/state.ts";
import { createTelegram } from "./telegram/telegram.ts";

const UNUSABLE = 2;
const FAILED = 1;
/** Milliseconds for questions under way when the process is told to stop; supervisors kill after ten seconds. */
const GRACE = 8_000;
/** Milliseconds between two attempts at a disk that is full or read-only. */
const RETRY = 10_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function main(): Promise<void> {
  const configured = readConfiguration(process.env, (path) => readFileSync(path, "utf8"));
  if (!configured.ok) return refuse([...configured.faults, ...(await factBaseFaults(configured.dataDirectory))]);
  const { configuration } = configured;
  const log = createLog(configuration.logLevel, (line) => process.stdout.write(line));
  // A reader of the log that went away must not take the bot with it.
  process.stdout.on("error", () => {});
  process.on("unhandledRejection", (error) => log.error(describeError(error), "a promise was rejected unheard"));
  // Node.js itself would print the message, which may quote a question or a token.
  process.on("uncaughtException", (error) => {
    log.error(describeError(error), "the process failed");
    process.exit(FAILED);
  });
  const followed = await followFactBase(configuration.dataDirectory, log, {
    answerThreshold: configuration.answerThreshold,
  });
  if (!followed.ok) return refuse(followed.faults);
  const { follower } = followed;

  const now = () => Date.now();
  const stateFaults = new Set<string>();
  const state = openState({
    directory: configuration.stateDirectory,
    now,
    onFault(file, fault) {
      if (fault) {
        stateFaults.add(file);
        log.warn({ file, ...describeError(fault) }, "state cannot be written; it is kept in memory");
      } else {
        stateFaults.delete(file);
        log.info({ file }, "state can be written again");
      }
    },
  });
  const staleSince = () => {
    const { newest } = follower;
    if (newest === undefined || configuration.staleAfterDays === undefined) return undefined;
    return now() - Date.parse(newest) > configuration.staleAfterDays * DAY ? newest : undefined;
  };

  const platforms: Platform[] = [];
  const metrics: Metrics = createMetrics({
    platforms,
    factBase: () => ({
      version: follower.version,
      facts: follower.answerer.base.facts.length,
      newest: follower.newest,
      isStale: staleSince() !== undefined,
      loads: follower.loads,
      failures: follower.failures,
      isBroken: follower.faults.length > 0,
    }),
    stateFaults: () => [...stateFaults],
  });
  const shared = {
    answerer: () => follower.answerer,
    state,
    // Not by the clock, which may be set: a conversation would be forgotten, or remembered for too long.
    conversations: createConversations(() => performance.now()),
    now,
    lateAfter: configuration.lateAfterMinutes * 60_000,
    staleSince,
    observer: metrics,
    log,
    limits: createLimits({
      perPerson: configuration.questionsPerMinute,
      perPlace: configuration.questionsPerMinuteInChat,
      blocked: configuration.blocked,
    }),
  };
  const telegram = configuration.telegram
    ? createTelegram({ ...shared, configuration: configuration.telegram, answered: state.answered("telegram") })
    : undefined;
  const discord = configuration.discord
    ? createDiscord({ ...shared, configuration: configuration.discord })
    : undefined;
  if (telegram) platforms.push(telegram);
  if (discord) platforms.push(discord);

  const stopping = new AbortController();
  const server = await startHttpServer({
    ...configuration.http,
    platforms,
    webhooks: telegram?.webhook ? [telegram.webhook] : [],
    factBase: () => ({
      version: follower.version,
      newest: follower.newest,
      isStale: staleSince() !== undefined,
      faults: follower.faults,
    }),
    metrics,
    isStopping: () => stopping.signal.aborted,
  }).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    return refuse([`HTTP_HOST, HTTP_PORT: the HTTP server cannot listen there${code}`]);
  });
  log.info(
    {
      port: server.port,
      version: follower.version,
      facts: follower.answerer.base.facts.length,
      platforms: platforms.map(({ name }) => name),
    },
    "started",
  );
  if (platforms.length === 0) log.warn("no platform is configured: set TELEGRAM_BOT_TOKEN or DISCORD_TOKEN");
  const expiring = setInterval(() => state.expire(), HOUR);
  const retrying = setInterval(() => state.retry(), RETRY);
  const following = follower.run(stopping.signal, configuration.factsPollSeconds * 1000);

  const stop = async (status: number) => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    const overdue = setTimeout(() => {
      log.warn("stopped before everything was finished; it is taken up again after the next start");
      process.exit(status);
    }, GRACE);
    await Promise.all([following, ...platforms.map((platform) => platform.stop())]);
    await server.stop();
    clearInterval(expiring);
    clearInterval(retrying);
    state.close();
    clearTimeout(overdue);
    log.info("stopped");
    process.exit(status);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      // A second one does not wait.
      if (stopping.signal.aborted) process.exit(1);
      void stop(0);
    });
  }
  let alive = platforms.length;
  for (const platform of platforms) {
    platform.run().catch((error: unknown) => {
      const message = error instanceof PlatformError ? error.message : "the platform failed";
      log.error({ ...describeError(error), platform: platform.name }, message);
      alive--;
      // The others go on; a process that serves nobody ends.
      if (alive === 0) void stop(1);
    });
  }
}

function refuse(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(UNUSABLE);
}

await main();
