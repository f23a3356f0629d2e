/** What is worth knowing for a while only: the oldest entries make room for new ones. In memory. */
import { LRUCache } from "lru-cache";

export type Recent<Value extends object> = Pick<LRUCache<string, Value>, "get" | "set" | "delete" | "keys">;

export interface RecentOptions {
  /** Entries */
  readonly max: number;
  /** Without it, entries only make room for others. */
  readonly minutes?: number;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}

export function createRecent<Value extends object>({ max, minutes, now }: RecentOptions): Recent<Value> {
  const ttl = minutes === undefined ? {} : { ttl: minutes * 60_000, ttlResolution: 0 };
  return new LRUCache<string, Value>({ max, perf: { now }, ...ttl });
}
