/** All that facts and gaps say in one language. */
import type { FactBase } from "./schema.ts";

/** Their texts in a language (its exact tag), and the questions and key words for them. */
export function* textsIn({ facts, gaps }: Pick<FactBase, "facts" | "gaps">, language: string): Iterable<string> {
  for (const { questions, keywords, statement, slots } of facts) {
    yield* questions?.[language] ?? [];
    yield* keywords?.[language] ?? [];
    for (const text of [statement, ...slots.map((slot) => slot.text)]) if (text[language]) yield text[language];
  }
  for (const { questions, keywords, text } of gaps) {
    yield* questions[language] ?? [];
    yield* keywords?.[language] ?? [];
    if (text[language]) yield text[language];
  }
}
