/** Who may ask how much: a flood gets one polite notice a minute and then silence; the blocked get silence. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export interface Limits {
  /** `notice`: over the limit for the first time this minute; `silence`: again, or blocked. */
  admit(person: string, place?: string): Promise<"answer" | "notice" | "silence">;
  isBlocked(person: string, place?: string): boolean;
}

export interface LimitOptions {
  readonly perPerson: number;
  /** For a chat of several people. */
  readonly perPlace: number;
  readonly blocked: ReadonlySet<string>;
}

const MINUTE = 60;

export function createLimits({ perPerson, perPlace, blocked }: LimitOptions): Limits {
  const people = new RateLimiterMemory({ points: perPerson, duration: MINUTE });
  const places = new RateLimiterMemory({ points: perPlace, duration: MINUTE });
  const isBlocked = (person: string, place?: string) =>
    blocked.has(person) || (place !== undefined && blocked.has(place));
  return {
    isBlocked,
    async admit(person, place) {
      if (isBlocked(person, place)) return "silence";
      const own = await take(people, person);
      if (own !== "answer" || place === undefined) return own;
      return take(places, place);
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<"answer" | "notice" | "silence"> {
  try {
    await limiter.consume(key);
    return "answer";
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return refusal.consumedPoints === limiter.points + 1 ? "notice" : "silence";
  }
}
