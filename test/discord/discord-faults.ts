/** Faults that a test puts in the way of requests, and Discord's rate limits. */
import { createHash } from "node:crypto";
import type { Answer } from "./discord-http.ts";

/** Which requests, and how many of them. */
export interface Target {
  readonly method?: string;
  readonly path?: RegExp;
  readonly times?: number;
}

export interface Failure extends Target {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Fault {
  readonly delay: number;
  readonly answer: Answer | undefined;
  /** The connection is cut: before the request is worked on, or when its answer is due. */
  readonly drop: "before" | "after" | undefined;
}

export interface Faults {
  fail(failure: Failure): void;
  delay(target: Target & { readonly ms: number }): void;
  drop(target?: Target & { readonly processed?: boolean }): void;
  /** What happens to this request; each fault that applies is used up once. */
  next(method: string, path: string): Fault;
  clear(): void;
}

interface Planned {
  readonly target: Target;
  readonly effect: Partial<Fault>;
  left: number;
}

export function createFaults(): Faults {
  let planned: Planned[] = [];
  const plan = (target: Target, effect: Partial<Fault>) => {
    planned.push({ target, effect, left: target.times ?? 1 });
  };
  return {
    fail({ status, body, headers, ...target }) {
      plan(target, { answer: { status, body, ...(headers && { headers }) } });
    },
    delay({ ms, ...target }) {
      plan(target, { delay: ms });
    },
    drop({ processed = false, ...target } = {}) {
      plan(target, { drop: processed ? "after" : "before" });
    },
    next(method, path) {
      let fault: Fault = { delay: 0, answer: undefined, drop: undefined };
      for (const one of planned) {
        const { target, effect } = one;
        if (target.method && target.method !== method) continue;
        if (target.path && !matches(target.path, path)) continue;
        // One delay and one end a request: what else is planned waits for the next.
        const taken = "delay" in effect ? fault.delay > 0 : fault.answer !== undefined || fault.drop !== undefined;
        if (taken) continue;
        fault = { ...fault, ...effect };
        one.left--;
      }
      planned = planned.filter(({ left }) => left > 0);
      return fault;
    },
    clear() {
      planned = [];
    },
  };
}

/** A pattern with the `g` flag would remember where it last matched. */
function matches(pattern: RegExp, path: string): boolean {
  return path.search(pattern) >= 0;
}

export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
}

export interface RateLimits {
  /** The headers for an answer on this route, or the 429 that it gets instead. */
  take(
    route: string,
    major: string,
    global: boolean,
  ): { readonly headers: Record<string, string>; readonly refusal?: Answer };
}

const MAX_REQUESTS_PER_SECOND = 50;
const MANY_BUCKETS = 2000;

export function createRateLimits({ limit, windowMs }: RateLimit): RateLimits {
  const buckets = new Map<string, { used: number; readonly resetsAt: number }>();
  const hashes = new Map<string, string>();
  let second = { used: 0, resetsAt: 0 };

  function hash(route: string): string {
    const known = hashes.get(route) ?? createHash("md5").update(route).digest("hex");
    hashes.set(route, known);
    return known;
  }

  return {
    take(route, major, global) {
      const now = Date.now();
      if (global) {
        if (second.resetsAt <= now) second = { used: 0, resetsAt: now + 1000 };
        second.used++;
        if (second.used > MAX_REQUESTS_PER_SECOND) {
          const headers = { "x-ratelimit-global": "true", "x-ratelimit-scope": "global" };
          return { headers: {}, refusal: tooMany((second.resetsAt - now) / 1000, headers) };
        }
      }
      if (buckets.size > MANY_BUCKETS) {
        for (const [key, { resetsAt }] of buckets) if (resetsAt <= now) buckets.delete(key);
      }
      const key = `${route} ${major}`;
      const known = buckets.get(key);
      const bucket = known && known.resetsAt > now ? known : { used: 0, resetsAt: now + windowMs };
      buckets.set(key, bucket);
      bucket.used++;
      const left = (bucket.resetsAt - now) / 1000;
      const headers = {
        "x-ratelimit-limit": String(limit),
        "x-ratelimit-remaining": String(Math.max(0, limit - bucket.used)),
        "x-ratelimit-reset": (bucket.resetsAt / 1000).toFixed(3),
        "x-ratelimit-reset-after": left.toFixed(3),
        "x-ratelimit-bucket": hash(route),
      };
      if (bucket.used <= limit) return { headers };
      return { headers, refusal: tooMany(left, { ...headers, "x-ratelimit-scope": "user" }) };
    },
  };
}

/** The answer to a request that came too soon. */
export function tooMany(retryAfter: number, headers: Readonly<Record<string, string>> = {}): Answer {
  const global = headers["x-ratelimit-scope"] === "global";
  return {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: retryAfter, global },
    headers: { "retry-after": String(Math.ceil(retryAfter)), ...headers },
  };
}
