/** The callback, inline and guest queries that people asked, and the bot's one answer to each. */
import type { InlineQueryResult, User } from "grammy/types";
import { staleQuery } from "./bot-api-failure.ts";
import type { Room } from "./bot-api-rooms.ts";

export interface CallbackAnswer {
  readonly id: string;
  readonly text?: string;
  readonly show_alert: boolean;
  readonly url?: string;
  readonly cache_time: number;
}

export interface InlineAnswer {
  readonly id: string;
  readonly results: readonly InlineQueryResult[];
  readonly cache_time: number;
  readonly is_personal: boolean;
  readonly next_offset: string;
  readonly button?: unknown;
}

export interface GuestAnswer {
  readonly id: string;
  readonly result: InlineQueryResult;
  readonly inline_message_id: string;
}

/** Each query can be answered once, and not after it got too old. */
export interface Queries<Asked, Answer> {
  open(asked: Asked): string;
  /** Who asked and where, also of queries that are answered. */
  asked(id: string): Asked | undefined;
  isOpen(id: string): boolean;
  answer(id: string, answer: Answer): void;
  answered(id: string): Answer | undefined;
  answers(): readonly Answer[];
  expire(): void;
}

export interface AskedInline {
  readonly from: User;
  readonly query: string;
}

export interface AskedAsGuest {
  readonly room: Room;
  readonly from: User;
}

export function createQueries<Asked, Answer>(firstId: bigint, keep: number): Queries<Asked, Answer> {
  const asked = new Map<string, Asked>();
  const open = new Set<string>();
  const answers = new Map<string, Answer>();
  let lastId = firstId;
  return {
    open(content) {
      lastId += 1n;
      const id = String(lastId);
      asked.set(id, content);
      open.add(id);
      for (const oldest of asked.keys()) {
        if (asked.size <= keep) break;
        asked.delete(oldest);
        open.delete(oldest);
        answers.delete(oldest);
      }
      return id;
    },
    asked: (id) => asked.get(id),
    isOpen: (id) => open.has(id),
    answer(id, answer) {
      if (!open.delete(id)) throw staleQuery();
      answers.set(id, answer);
    },
    answered: (id) => answers.get(id),
    answers: () => [...answers.values()],
    expire: () => open.clear(),
  };
}
