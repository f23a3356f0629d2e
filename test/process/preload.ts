/**
 * Loaded into the process before everything else: lets a test set its clock and take its name server away, by a file
 * that it looks at again and again.
 */
import dns from "node:dns";
import { readFileSync } from "node:fs";
import { isIP } from "node:net";

/** What the file holds, as JSON. */
export interface Surroundings {
  /** Milliseconds by which the clock is wrong. */
  readonly clock?: number;
  /** No name can be resolved. */
  readonly hasNoNames?: boolean;
}

const LOOK = 50;
const { SURROUNDINGS = "" } = process.env;
let now: Surroundings = {};
const look = () => {
  try {
    now = JSON.parse(readFileSync(SURROUNDINGS, "utf8"));
  } catch {
    // Not there, or just being written.
  }
};
look();
setInterval(look, LOOK).unref();

const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);
class MovedDate extends RealDate {
  constructor(...values: readonly unknown[]) {
    super(...((values.length === 0 ? [MovedDate.now()] : values) as [number]));
  }
  static override now(): number {
    return realNow() + (now.clock ?? 0);
  }
}
globalThis.Date = MovedDate as DateConstructor;

const { lookup } = dns;
dns.lookup = ((host: string, ...rest: readonly unknown[]) => {
  const done = rest.at(-1) as (error: Error) => void;
  if (!now.hasNoNames || isIP(host) !== 0) return (lookup as (...all: readonly unknown[]) => void)(host, ...rest);
  const error = Object.assign(new Error(`getaddrinfo EAI_AGAIN ${host}`), {
    code: "EAI_AGAIN",
    syscall: "getaddrinfo",
  });
  setImmediate(() => done(error));
}) as typeof dns.lookup;
