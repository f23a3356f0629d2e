/**
 * Who may ask how much: a flood of questions gets one polite notice a minute and then silence; the blocked get silence.
 * Pressing and typing come in bursts and cost little: they are counted by themselves, and take nobody's notice.
 */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export interface Limits {
  /** `notice`: over the limit for the first time this minute; `silence`: again, or blocked. */
  admit(person: string, place?: string): Promise<"answer" | "notice" | "silence">;
  /** Whether a press of a button, or letters typed for completion, are still answered. */
  admitGesture(person: string, place?: string): Promise<boolean>;
  isBlocked(person: string, place?: string): boolean;
}

export interface LimitOptions {
  readonly perPerson: number;
  /** For a chat of several people. */
  readonly perPlace: number;
  readonly blocked: ReadonlySet<string>;
}

const MINUTE = 60;
/** Presses and typed letters for each question that is allowed. */
const GESTURES = 5;

export function createLimits({ perPerson, perPlace, blocked }: LimitOptions): Limits {
  const people = createCounter(perPerson);
  const places = createCounter(perPlace);
  const gestures = createCounter(perPerson * GESTURES);
  const isBlocked = (person: string, place?: string) =>
    blocked.has(person) || (place !== undefined && blocked.has(place));
  return {
    isBlocked,
    async admit(person, place) {
      if (isBlocked(person, place)) return "silence";
      if (!(await people.take(person))) return refuse(people, person);
      if (place !== undefined && !(await places.take(place))) return refuse(places, place);
      return "answer";
    },
    async admitGesture(person, place) {
      if (isBlocked(person, place)) return false;
      // What a press brings up in a group is one of the messages that Telegram counts there.
      return (await gestures.take(person)) && (place === undefined || (await places.take(place)));
    },
  };
}

interface Counter {
  /** `false` when all of this minute's are used up. */
  take(key: string): Promise<boolean>;
  /** Whether nobody was told yet; true once until the count begins anew. */
  isFirstRefusal(key: string): Promise<boolean>;
}

async function refuse(counter: Counter, key: string): Promise<"notice" | "silence"> {
  return (await counter.isFirstRefusal(key)) ? "notice" : "silence";
}

function createCounter(points: number): Counter {
  const taken = new RateLimiterMemory({ points, duration: MINUTE });
  const refusals = new RateLimiterMemory({ points: 1, duration: MINUTE });
  return {
    async take(key) {
      const result = await consume(taken, key);
      if (result?.consumedPoints === 1) await refusals.delete(key);
      return result !== undefined;
    },
    isFirstRefusal: async (key) => (await consume(refusals, key)) !== undefined,
  };
}

/** `undefined` when there is nothing left. */
async function consume(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes | undefined> {
  try {
    return await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return undefined;
  }
}
