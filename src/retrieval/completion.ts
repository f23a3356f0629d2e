/** Questions that begin as somebody types: the editors' own, or an imported statement where no editor wrote one. */
import MiniSearch from "minisearch";
import type { Fact, FactId } from "../fact-base/schema.ts";
import { foldDiacritics, tokenize } from "../language/tokens.ts";

export interface Completion {
  readonly fact: FactId;
  readonly question: string;
}

export interface CompletionIndex {
  /** Questions that begin with what is typed, then those that have its rarer words; best first, one a fact. */
  complete(typed: string, limit: number): readonly Completion[];
}

/** Questions of a fact that are offered; its first say best what it answers. */
const PER_FACT = 12;
/** Questions that a word may stand in to be searched by: "how" finds nothing, and costs most. */
const MAX_FREQUENCY = 300;
/** A shorter word is not taken for the beginning of another. */
const MIN_PREFIX = 3;
/** Joins words for MiniSearch; no word contains it. */
const SEPARATOR = "\n";

export function createCompletionIndex(facts: readonly Fact[], language: string): CompletionIndex {
  const completions = facts.flatMap((fact) => {
    const questions = fact.questions?.[language] ?? [];
    const statement = fact.statement[language];
    const offered = questions.length > 0 ? askable(questions) : statement === undefined ? [] : [statement];
    return offered.map((question) => ({ fact: fact.id, question, words: wordsOf(question) }));
  });
  const sorted = completions
    .map(({ words }, id) => ({ key: words.join(" "), id }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id));
  const frequencies = new Map<string, number>();
  for (const { words } of completions)
    for (const word of new Set(words)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  const index = new MiniSearch<{ id: number; words: string }>({
    fields: ["words"],
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: (term) => term || null,
  });
  // Words that are never searched by need no place in the index.
  const isSelective = (word: string) => (frequencies.get(word) ?? 0) <= MAX_FREQUENCY;
  index.addAll(completions.map(({ words }, id) => ({ id, words: words.filter(isSelective).join(SEPARATOR) })));

  const beginning = function* (key: string): Generator<number> {
    for (let i = firstFrom(sorted, key); i < sorted.length; i++) {
      const entry = sorted[i];
      if (!entry?.key.startsWith(key)) return;
      yield entry.id;
    }
  };

  const containing = function* (words: readonly string[]): Generator<number> {
    const last = words.length - 1;
    const searched = words.filter((word, i) => isSelective(word) && (i === last || frequencies.has(word)));
    if (searched.length === 0) return;
    const found = index.search(searched.join(SEPARATOR), {
      combineWith: "AND",
      prefix: (term, i) => i === searched.length - 1 && term.length >= MIN_PREFIX,
    });
    for (const { id } of found) yield Number(id);
  };

  return {
    complete(typed, limit) {
      const words = wordsOf(typed);
      if (words.length === 0) return [];
      const best = new Map<FactId, Completion>();
      for (const source of [beginning(words.join(" ")), containing(words)]) {
        for (const id of source) {
          const completion = completions[id];
          if (completion && !best.has(completion.fact))
            best.set(completion.fact, { fact: completion.fact, question: completion.question });
          if (best.size === limit) return [...best.values()];
        }
      }
      return [...best.values()];
    },
  };
}

/** Editors also write down keywords that people type; a person is offered whole questions. */
function askable(questions: readonly string[]): readonly string[] {
  const whole = questions.filter((question) => /[?？؟]$/u.test(question));
  return (whole.length > 0 ? whole : questions.slice(0, 1)).slice(0, PER_FACT);
}

/** The first place of a sorted list whose key is not below. */
function firstFrom(sorted: readonly { readonly key: string }[], key: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.key ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A word that is only begun may be cut differently in a script without spaces, so there each character counts. */
function wordsOf(text: string): readonly string[] {
  return tokenize(text).flatMap(({ text: word, kind }) =>
    kind === "ideographic" ? [...word] : [foldDiacritics(word)],
  );
}
