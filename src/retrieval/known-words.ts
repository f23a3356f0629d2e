/** The words of each language's part of a fact base, to tell by which language a question is in. */
import type { FactBase } from "../fact-base/schema.ts";
import { textsIn } from "../fact-base/texts.ts";
import type { KnownWord } from "../language/detect.ts";
import { packFor } from "../language/packs.ts";
import { foldDiacritics, isUnspaced } from "../language/tokens.ts";

/**
 * Known are the words of facts and gaps and of the questions and key words for them, in any inflection that the
 * language's stemmer takes back. Scripts without spaces are left out: the script itself tells those languages. Far less
 * work than the search index of every language, which only questions in it need.
 */
export function createKnownWords(base: FactBase): KnownWord {
  const byLanguage = new Map<string, ReadonlySet<string>>();
  return (language, word) => {
    if (!base.languages.includes(language) && !base.askedIn.includes(language)) return false;
    let stems = byLanguage.get(language);
    if (!stems) {
      stems = new Set(Array.from(wordsIn(base, language), (known) => toStem(known, language)));
      byLanguage.set(language, stems);
    }
    return stems.has(toStem(word, language));
  };
}

function toStem(word: string, language: string): string {
  return foldDiacritics(packFor(language).stem(word));
}

const WORD = /\p{L}[\p{L}\p{M}]+/gu;

function wordsIn(base: FactBase, language: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of textsIn(base, language))
    for (const [word] of text.normalize("NFKC").toLowerCase().matchAll(WORD)) if (!isUnspaced(word)) words.add(word);
  return words;
}
