/** The REST API: which request is which, who may make it, and how often. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Commands } from "./discord-commands.ts";
import type { Faults, RateLimits } from "./discord-faults.ts";
import { type Answer, type Body, MALFORMED, ok, readBody, refuse, send, TOO_LARGE } from "./discord-http.ts";
import type { Responses } from "./discord-responses.ts";
import type { World } from "./discord-world.ts";

/** A request of the bot and what it got. */
export interface Call {
  readonly method: string;
  /** Without `/api/v10` and the query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** 0 when the connection was cut. */
  readonly status: number;
  readonly answer: unknown;
  /** When the request came, by `Date.now()`. */
  readonly at: number;
}

export interface RestOptions {
  readonly token: string;
  readonly applicationId: string;
  readonly world: World;
  readonly commands: Commands;
  readonly responses: Responses;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  gatewayBot(): object;
  /** Called before the handler, so that a violation can say which request it is about. */
  begin(where: string): void;
  violated(what: string): void;
  record(call: Call): void;
}

interface Request {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly name: string;
  /** Requests on an interaction's token need no other, and are outside the bot's global rate limit. */
  readonly byToken: boolean;
  handle(request: Request): Answer;
}

const UNAUTHORIZED = refuse(401, 0, "401: Unauthorized");
const NOT_FOUND = refuse(404, 0, "404: Not Found");
const METHOD_NOT_ALLOWED = refuse(405, 0, "405: Method Not Allowed");
const INVALID_VERSION = refuse(400, 50041, "Invalid API version provided");
const BAD_JSON = refuse(400, 50109, "The request body contains invalid JSON.");
const ENTITY_TOO_LARGE = refuse(413, 40005, "Request entity too large");
const UNKNOWN_APPLICATION = refuse(403, 20012, "You are not authorized to perform this action on this application");

/** Answers one request. */
export function createRest(
  options: RestOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const routes = routesOf(options);

  function answer(method: string, path: string, query: URLSearchParams, body: Body, authorization: string): Answer {
    const here = routes.filter(({ pattern }) => pattern.test(path));
    const route = here.find((one) => one.method === method);
    if (!route) {
      options.violated(`${method} ${path}: no such route`);
      return here.length > 0 ? METHOD_NOT_ALLOWED : NOT_FOUND;
    }
    if (!route.byToken && authorization !== `Bot ${options.token}`) return UNAUTHORIZED;
    const parameters = route.pattern.exec(path)?.groups ?? {};
    const { application, token = "", channel = "", guild = "" } = parameters;
    if (!route.byToken && application !== undefined && application !== options.applicationId)
      return UNKNOWN_APPLICATION;
    // Answers to interactions have no limit of their own.
    if (route.name.endsWith("/callback")) return handled(route, { parameters, query, body });
    const { headers, refusal } = options.rateLimits.take(route.name, token || channel || guild, !route.byToken);
    if (refusal) return refusal;
    const result = handled(route, { parameters, query, body });
    return { ...result, headers: { ...headers, ...result.headers } };
  }

  function handled(route: Route, request: Request): Answer {
    options.begin(route.name);
    return route.handle(request);
  }

  return async (request, response) => {
    const at = Date.now();
    const method = request.method ?? "GET";
    const url = new URL(request.url ?? "/", "http://localhost");
    const [, version, rest = ""] = /^\/api(?:\/v(\d+))?(\/.*)$/.exec(url.pathname) ?? [];
    const path = decoded(rest);
    const body = await readBody(request);
    const json = typeof body === "symbol" ? undefined : body.json;
    const record = (status: number, told?: unknown) =>
      options.record({ method, path, query: url.search, body: json, status, answer: told, at });

    const fault = options.faults.next(method, path);
    if (fault.delay > 0) await sleep(fault.delay);
    if (fault.drop === "before") {
      record(0);
      response.destroy();
      return;
    }
    const result = (() => {
      if (fault.answer) return fault.answer;
      if (rest === "") return NOT_FOUND;
      if (version !== "10") return INVALID_VERSION;
      if (body === MALFORMED) return BAD_JSON;
      if (body === TOO_LARGE) return ENTITY_TOO_LARGE;
      return answer(method, path, url.searchParams, body, request.headers.authorization ?? "");
    })();
    if (fault.drop === "after") {
      record(0, result.body);
      response.destroy();
      return;
    }
    record(result.status, result.body);
    send(response, result);
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function routesOf(options: RestOptions): readonly Route[] {
  const { world, commands, responses, applicationId } = options;
  const bot = (method: string, name: string, handle: Route["handle"]) => route(method, name, false, handle);
  const open = (method: string, name: string, handle: Route["handle"]) => route(method, name, true, handle);
  const localised = (query: URLSearchParams) => query.get("with_localizations") === "true";

  /** The same routes serve global commands and those of a guild. */
  const commandRoutes = (base: string) => [
    bot("GET", base, ({ parameters: { guild }, query }) => commands.readAll(guild, localised(query))),
    bot("PUT", base, ({ parameters: { guild }, body }) => commands.replaceAll(guild, body.json)),
    bot("POST", base, ({ parameters: { guild }, body }) => commands.create(guild, body.json)),
    // A single command comes with its localisations.
    bot("GET", `${base}/:id`, ({ parameters: { guild, id = "" } }) => commands.read(guild, id, true)),
    bot("PATCH", `${base}/:id`, ({ parameters: { guild, id = "" }, body }) => commands.edit(guild, id, body.json)),
    bot("DELETE", `${base}/:id`, ({ parameters: { guild, id = "" } }) => commands.remove(guild, id)),
  ];

  return [
    bot("GET", "/gateway/bot", () => ok(options.gatewayBot())),
    bot("GET", "/users/@me", () =>
      ok({ ...world.bot, verified: true, mfa_enabled: true, locale: "en-US", email: null }),
    ),
    bot("GET", "/applications/@me", () => ok(application(applicationId, world))),
    ...commandRoutes("/applications/:application/commands"),
    ...commandRoutes("/applications/:application/guilds/:guild/commands"),
    open("POST", "/interactions/:id/:token/callback", ({ parameters: { id = "", token = "" }, query, body }) =>
      responses.callback(id, token, body, query.get("with_response") === "true"),
    ),
    open("POST", "/webhooks/:application/:token", ({ parameters: { application = "", token = "" }, body }) =>
      responses.followUp(application, token, body),
    ),
    open(
      "GET",
      "/webhooks/:application/:token/messages/:id",
      ({ parameters: { application = "", token = "", id = "" } }) => responses.read(application, token, id),
    ),
    open(
      "PATCH",
      "/webhooks/:application/:token/messages/:id",
      ({ parameters: { application = "", token = "", id = "" }, body }) => responses.edit(application, token, id, body),
    ),
    open(
      "DELETE",
      "/webhooks/:application/:token/messages/:id",
      ({ parameters: { application = "", token = "", id = "" } }) => responses.remove(application, token, id),
    ),
    bot("GET", "/channels/:channel", ({ parameters: { channel = "" } }) => {
      const place = world.places.get(channel);
      return place ? ok(place.channel) : refuse(404, 10003, "Unknown Channel");
    }),
    bot("POST", "/channels/:channel/messages", ({ parameters: { channel = "" }, body }) =>
      responses.channelMessages.create(channel, body),
    ),
    bot("GET", "/channels/:channel/messages/:id", ({ parameters: { channel = "", id = "" } }) =>
      responses.channelMessages.read(channel, id),
    ),
    bot("PATCH", "/channels/:channel/messages/:id", ({ parameters: { channel = "", id = "" }, body }) =>
      responses.channelMessages.edit(channel, id, body),
    ),
    bot("DELETE", "/channels/:channel/messages/:id", ({ parameters: { channel = "", id = "" } }) =>
      responses.channelMessages.remove(channel, id),
    ),
  ];
}

function route(method: string, path: string, byToken: boolean, handle: Route["handle"]): Route {
  const pattern = new RegExp(`^${path.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
  return { method, pattern, name: `${method} ${path}`, byToken, handle };
}

function application(id: string, world: World): object {
  const installed = [...world.guilds.values()].filter((guild) => guild.installed).length;
  return {
    id,
    name: "Beleg",
    icon: null,
    description: "",
    type: null,
    flags: 0,
    flags_new: "0",
    bot: world.bot,
    summary: "",
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "00",
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: world.bot,
    team: null,
    approximate_guild_count: installed,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    event_webhooks_url: null,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    integration_types_config: { "0": {}, "1": {} },
  };
}
