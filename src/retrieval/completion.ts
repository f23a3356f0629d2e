/** Questions that begin as somebody types: the editors' own, or an imported statement where no editor wrote one. */
import MiniSearch from "minisearch";
import type { Fact, FactId } from "../fact-base/schema.ts";
import { foldDiacritics, tokenize } from "../language/tokens.ts";

export interface Completion {
  readonly fact: FactId;
  readonly question: string;
}

export interface CompletionIndex {
  /**
   * Questions that have every word typed so far, or some where none has all; the last word is perhaps only begun. Best
   * first, one a fact.
   */
  complete(typed: string, limit: number): readonly Completion[];
}

/** Questions of a fact that are offered; its first say best what it answers. */
const PER_FACT = 12;
/** Several questions of one fact may match. */
const SPARE = 6;
/** Joins words for MiniSearch; no word contains it. */
const SEPARATOR = "\n";

export function createCompletionIndex(facts: readonly Fact[], language: string): CompletionIndex {
  const completions = facts.flatMap((fact): Completion[] => {
    const questions = fact.questions?.[language] ?? [];
    const statement = fact.statement[language];
    const offered = questions.length > 0 ? questions.slice(0, PER_FACT) : statement === undefined ? [] : [statement];
    return offered.map((question) => ({ fact: fact.id, question }));
  });
  const index = new MiniSearch<{ id: number; words: string }>({
    fields: ["words"],
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: (term) => term || null,
  });
  index.addAll(completions.map(({ question }, id) => ({ id, words: wordsOf(question).join(SEPARATOR) })));

  return {
    complete(typed, limit) {
      const words = wordsOf(typed);
      const last = words.length - 1;
      const prefix = (_: string, i: number) => i === last;
      const all = index.search(words.join(SEPARATOR), { combineWith: "AND", prefix });
      const found = all.length > 0 ? all : index.search(words.join(SEPARATOR), { combineWith: "OR", prefix });
      const best = new Map<FactId, Completion>();
      for (const { id } of found.slice(0, limit * SPARE)) {
        const completion = completions[Number(id)];
        if (completion && !best.has(completion.fact)) best.set(completion.fact, completion);
      }
      return [...best.values()].slice(0, limit);
    },
  };
}

/** A word that is only begun may be cut differently in a script without spaces, so there each character counts. */
function wordsOf(text: string): readonly string[] {
  return tokenize(text).flatMap(({ text: word, kind }) =>
    kind === "ideographic" ? [...word] : [foldDiacritics(word)],
  );
}
