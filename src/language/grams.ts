/** Letter sequences of a text, across which words that inflect, compound or have no spaces still meet. */
import type { Term } from "./analyzer.ts";
import { foldDiacritics, ngrams } from "./tokens.ts";

const LETTERS = 4;
const HANGUL = /^\p{Script=Hangul}+$/u;
const HAN = /^\p{Script=Han}+$/u;
const THAI_LAO = /^[\p{Script=Thai}\p{Script=Lao}\p{M}]+$/u;

/**
 * Four letters where words are spaced, two characters or syllables where they are not, none across stop words. A Chinese
 * character is a word often enough to stand for itself, too.
 */
export function gramsOf(terms: readonly Term[]): string[] {
  const grams: string[] = [];
  let run = "";
  const flush = () => {
    if (run) grams.push(...ngrams(run, THAI_LAO.test(run) ? 3 : 2));
    if (run.length > 1 && HAN.test(run)) grams.push(...run);
    run = "";
  };
  for (const { token, weight, text } of terms) {
    if (weight === "stop" || token.kind !== "ideographic") flush();
    if (weight === "stop") continue;
    if (token.kind === "ideographic") run += token.text;
    else if (token.kind === "number") grams.push(token.text);
    // The stem: particles would make most pairs of short words.
    else if (HANGUL.test(text)) grams.push(...ngrams(text, 2));
    else grams.push(...ngrams(foldDiacritics(token.text), LETTERS));
  }
  flush();
  return grams;
}

/** Where a syllable is a word of its own (Vietnamese), pairs of neighbours name an idea. */
export function syllablePairs(terms: readonly Term[]): string[] {
  const syllables = terms.flatMap(({ token, weight }) =>
    token.text.split(" ").map((text) => ({ text, isStop: weight === "stop" })),
  );
  return syllables.slice(1).flatMap((syllable, i) => {
    const before = syllables[i];
    return before && !(before.isStop && syllable.isStop) ? [`${before.text} ${syllable.text}`] : [];
  });
}
