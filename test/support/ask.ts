/** Asks a fact base in a test's own words; what comes back is what adapters see. */
import { type Answer, createAnswerer, type FactBase, newConversation } from "../../src/index.ts";

export interface Asker {
  ask(text: string, language?: string): Answer;
  /** The answers to the turns of one conversation. */
  chat(...texts: readonly string[]): readonly Answer[];
  /** Ids of the facts, best first. */
  rank(text: string, language?: string): readonly string[];
}

export function createAsker(base: FactBase): Asker {
  const answerer = createAnswerer(base);
  return {
    ask: (text, language) => answerer.answer({ text, language }).answer,
    chat(...texts) {
      let conversation = newConversation;
      return texts.map((text) => {
        const turn = answerer.answer({ text }, conversation);
        conversation = turn.conversation;
        return turn.answer;
      });
    },
    rank: (text, language) => answerer.search({ text, language }, 20).map((hit) => hit.fact),
  };
}

/** Ids of the facts that an answer cites. */
export function cited(answer: Answer): readonly string[] {
  return answer.citations.map((citation) => citation.fact);
}
