/** Questions that can be asked: after an answer, instead of one, and to begin with. */
import type { FactsOfEvent } from "../fact-base/same-event.ts";
import type { Fact, Slot } from "../fact-base/schema.ts";
import { factsOf, type Hit } from "../retrieval/ranking.ts";
import type { RelatedQuestion } from "./answer.ts";

const MAX_RELATED = 3;

export interface Suggestions {
  /** Of the same event as the fact that is shown, then of the other hits; examples where there is none and no fact. */
  related(hits: readonly Hit[], shown: Fact | undefined, language: string): readonly RelatedQuestion[];
  /** Each of another event, those with most figures, dates and names first. */
  examples(language: string, limit?: number): readonly RelatedQuestion[];
}

export function createSuggestions(facts: readonly Fact[], sameEvent: FactsOfEvent): Suggestions {
  const exemplary = onePerEvent(facts);
  const examples = (language: string, limit = MAX_RELATED) => questionsOf(exemplary, language, limit);
  return {
    examples,
    related(hits, shown, language) {
      const others = [...new Set([...(shown ? sameEvent(shown) : []), ...factsOf(hits)])].filter(
        (fact) => fact.id !== shown?.id,
      );
      const questions = questionsOf(others, language, MAX_RELATED);
      // Who asked for what nobody knows still sees what can be asked.
      return questions.length > 0 || shown ? questions : examples(language);
    },
  };
}

/** The question that stands for a fact, or the fact itself where no editor wrote one. */
export function titleOf(fact: Fact, language: string): string {
  return fact.questions?.[language]?.[0] ?? fact.statement[language] ?? "";
}

/** The fact of each event with most figures, dates and names, the richest first: examples that show what can be asked. */
function onePerEvent(facts: readonly Fact[]): readonly Fact[] {
  const values: readonly Slot["type"][] = ["quantity", "date", "entity"];
  const kinds = (fact: Fact) => fact.slots.filter(({ type }) => values.includes(type)).length;
  const best = new Map<string, Fact>();
  for (const fact of facts) {
    const key = fact.event ?? `fact ${fact.id}`;
    const other = best.get(key);
    if (!other || kinds(fact) > kinds(other)) best.set(key, fact);
  }
  return [...best.values()].sort((a, b) => kinds(b) - kinds(a));
}

/** The first question that an editor expects for each of the first facts that have one. */
function questionsOf(facts: Iterable<Fact>, language: string, limit: number): readonly RelatedQuestion[] {
  const found: RelatedQuestion[] = [];
  for (const fact of facts) {
    if (found.length === limit) break;
    const question = fact.questions?.[language]?.[0];
    if (question !== undefined) found.push({ fact: fact.id, question });
  }
  return found;
}
