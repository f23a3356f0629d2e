/** What follow-up questions lean on, for a while and in memory only. */
import { type Conversation, newConversation } from "../../src/index.ts";
import { createRecent } from "./recent.ts";

export interface Conversations {
  get(key: string): Conversation;
  set(key: string, conversation: Conversation): void;
  /** All conversations of a person, in whatever chat. */
  forget(person: string): void;
}

export const CONVERSATION_MINUTES = 15;
const MAX_CONVERSATIONS = 50_000;
const SEPARATOR = "\n";

export function conversationKey(person: string, place: string): string {
  return `${person}${SEPARATOR}${place}`;
}

export function createConversations(now: () => number): Conversations {
  const recent = createRecent<Conversation>({ max: MAX_CONVERSATIONS, minutes: CONVERSATION_MINUTES, now });
  return {
    get: (key) => recent.get(key) ?? newConversation,
    set: (key, conversation) => {
      recent.set(key, conversation);
    },
    forget(person) {
      for (const key of [...recent.keys()]) if (key.startsWith(`${person}${SEPARATOR}`)) recent.delete(key);
    },
  };
}
