/** What the outside world may ask of the process: whether it lives, whether it is ready, and the platforms' webhooks. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Platform } from "../platform.ts";
import type { Metrics } from "./metrics.ts";

/** A platform's updates, sent by the platform. */
export interface Webhook {
  /** Path on this server. */
  readonly path: string;
  /** Gets the request once its size is known to be bounded. */
  handle(request: Request): Promise<Response>;
}

export interface HttpServer {
  /** The one that was bound: another than asked for when that was 0. */
  readonly port: number;
  /** Takes no new requests; resolves when those under way are answered. */
  stop(): Promise<void>;
}

/** What /readyz tells of the fact base. */
export interface FactBaseHealth {
  readonly version: string;
  readonly newest: string | undefined;
  readonly isStale: boolean;
  /** Faults of the files at hand, while an older base answers. */
  readonly faults: readonly string[];
}

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly platforms: readonly Platform[];
  readonly webhooks: readonly Webhook[];
  readonly factBase: () => FactBaseHealth;
  readonly metrics: Pick<Metrics, "render">;
  /** While the process ends it is alive, but not ready. */
  readonly isStopping: () => boolean;
}

/** Bytes: an update with a text of 4,096 characters and its entities stays far below. */
const MAX_BODY = 1024 * 1024;

const MAX_FAULTS = 20;
/** Milliseconds between two looks for connections that nobody uses. */
const CLOSING = 50;
/** Seconds */
const MAX_MEASURED = 5;

export function startHttpServer(options: HttpOptions): Promise<HttpServer> {
  const app = new Hono();
  app.get("/healthz", async (context) => {
    const seconds = Number(context.req.query("seconds") ?? 0);
    if (!(seconds > 0)) return context.json({ status: "alive" });
    return context.json({ status: "alive", longestDelayMs: await longestDelay(Math.min(seconds, MAX_MEASURED)) });
  });
  app.get("/readyz", (context) => {
    const states = Object.fromEntries(options.platforms.map(({ name, health }) => [name, health.state]));
    const isReady = !options.isStopping() && options.platforms.every(({ health }) => health.isReady);
    const { version, newest, isStale, faults } = options.factBase();
    return context.json(
      {
        status: isReady ? "ready" : "not ready",
        platforms: states,
        // An old or a refused base still answers: that is worth knowing, and no reason to be restarted.
        factBase: { version, newest, isStale, faults: faults.slice(0, MAX_FAULTS) },
      },
      isReady ? 200 : 503,
    );
  });
  app.get("/metrics", async (context) => {
    const { type, text } = await options.metrics.render();
    return context.body(text, 200, { "content-type": type });
  });
  for (const { path, handle } of options.webhooks) {
    app.post(path, bodyLimit({ maxSize: MAX_BODY, onError: (context) => context.body(null, 413) }), (context) =>
      handle(context.req.raw),
    );
    app.all(path, (context) => context.body(null, 405, { allow: "POST" }));
  }
  app.notFound((context) => context.body(null, 404));
  app.onError((_, context) => context.body(null, 500));

  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: options.host, port: options.port }, ({ port }) =>
      resolve({ port, stop: () => close(server) }),
    );
    server.once("error", reject);
  });
}

/** Milliseconds for which, in the next seconds, the process could do nothing else: what a probe that times out looks for. */
async function longestDelay(seconds: number): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  delays.disable();
  return Math.round(delays.max / 1e6);
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive between requests would hold the process up.
    const closing = setInterval(() => {
      if ("closeIdleConnections" in server) server.closeIdleConnections();
    }, CLOSING);
    server.close(() => {
      clearInterval(closing);
      resolve();
    });
  });
}
