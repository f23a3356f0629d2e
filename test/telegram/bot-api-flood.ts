/** Telegram's flood limits, for tests that want them. */
import type { Chat } from "grammy/types";
import { ApiFailure } from "./bot-api-failure.ts";

export interface FloodLimits {
  readonly perChatPerSecond?: number;
  readonly perGroupPerMinute?: number;
  readonly overallPerSecond?: number;
}

/** Counts one message, or throws 429 with the seconds to wait. */
export type FloodGuard = (chat: Chat) => void;

interface Window {
  readonly key: string;
  readonly most: number;
  readonly ms: number;
}

export function createFloodGuard(limits: FloodLimits | undefined): FloodGuard {
  if (limits === undefined) return () => {};
  const { perChatPerSecond, perGroupPerMinute, overallPerSecond } = limits;
  const sent = new Map<string, number[]>();

  return (chat) => {
    const windows: Window[] = [];
    if (overallPerSecond !== undefined) windows.push({ key: "all", most: overallPerSecond, ms: 1000 });
    if (perChatPerSecond !== undefined) windows.push({ key: `chat ${chat.id}`, most: perChatPerSecond, ms: 1000 });
    if (perGroupPerMinute !== undefined && chat.type !== "private") {
      windows.push({ key: `group ${chat.id}`, most: perGroupPerMinute, ms: 60_000 });
    }
    const at = Date.now();
    const recent = windows.map(({ key, ms }) => (sent.get(key) ?? []).filter((time) => time > at - ms));
    const waits = windows.map(({ most, ms }, index) => {
      const times = recent[index] ?? [];
      return times.length < most ? 0 : (times[times.length - most] ?? at) + ms - at;
    });
    const wait = Math.max(0, ...waits);
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      throw new ApiFailure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
    }
    windows.forEach(({ key }, index) => {
      sent.set(key, [...(recent[index] ?? []), at]);
    });
  };
}
