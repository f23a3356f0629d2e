/** Updates that were fetched and not confirmed yet: one after the other within a chat, chats side by side. */
import type { Update } from "grammy/types";

export interface UpdateQueue {
  /** The first update that is not done with; what `getUpdates` is asked for. 0 before there was any. */
  readonly offset: number;
  readonly isIdle: boolean;
  /** Updates that are not done with. */
  readonly underWay: number;
  /** Why an update could not be handled at all; nothing more is begun then. */
  readonly failure: unknown;
  /** Handles an update, unless it is at hand already. */
  add(update: Update, handle: (update: Update) => Promise<void>): void;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

export function createUpdateQueue(): UpdateQueue {
  /** Whether each update from `offset` on is done, in the order in which Telegram numbers them. */
  const known = new Map<number, boolean>();
  const chats = new Map<number, Promise<void>>();
  let offset = 0;
  let failure: unknown;
  let turn: Promise<unknown> = Promise.resolve();

  /** One chat a turn of the event loop: the first answers leave while the others are still being worked out. */
  const nextTurn = () => {
    turn = turn.then(() => new Promise((resolve) => setImmediate(resolve)));
    return turn;
  };

  const finish = (id: number) => {
    known.set(id, true);
    for (const [first, isDone] of known) {
      if (!isDone) return;
      known.delete(first);
      offset = first + 1;
    }
  };

  return {
    get offset() {
      return offset;
    },
    get isIdle() {
      return chats.size === 0;
    },
    get underWay() {
      return [...known.values()].filter((isDone) => !isDone).length;
    },
    get failure() {
      return failure;
    },
    add(update, handle) {
      const { update_id: id } = update;
      // After a quiet week Telegram counts from another number, perhaps a lower one.
      if (known.has(id) || (id < offset && known.size > 0)) return;
      known.set(id, false);
      const place = placeOf(update);
      const before = chats.get(place) ?? nextTurn();
      const task = before
        .then(async () => {
          if (failure !== undefined) return;
          await handle(update);
          finish(id);
        })
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => {
          if (chats.get(place) === task) chats.delete(place);
        });
      chats.set(place, task);
    },
    async idle() {
      while (chats.size > 0) await Promise.all(chats.values());
    },
  };
}

function placeOf({ message, edited_message: edited, callback_query: press, inline_query: inline }: Update): number {
  return message?.chat.id ?? edited?.chat.id ?? press?.message?.chat.id ?? press?.from.id ?? inline?.from.id ?? 0;
}
