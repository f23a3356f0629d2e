/** Puts back the marks that people leave out where they type: "bao nhieu nguoi" is read as "bao nhiêu người". */
import { foldDiacritics, normalize } from "./tokens.ts";

export interface MarkRestorer {
  /** The text with each word in the spelling that fits its neighbours best, as far as the words are known. */
  restore(text: string): string;
}

export interface Spelling {
  readonly spell: (word: string) => string;
  /** Abbreviations and what they stand for. */
  readonly shorthand: Readonly<Record<string, string>>;
}

/** How much of a word's likelihood is its neighbour's doing, where the two are known to stand side by side. */
const PAIR = 0.85;
/** What it costs to read a word otherwise than typed in a text that has marks elsewhere; natural logarithm. */
const CHANGED = 8;
/** A word that stands nowhere counts as this part of one that stands once. */
const UNSEEN = 0.05;
/** More words than these teach no more spellings; they would only cost time. */
const MAX_LEARNED = 400_000;

const WORD = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+(?!\p{N})/gu;
const SHORT = /(?<![\p{L}\p{M}\p{N}])\p{L}{1,8}(?![\p{L}\p{M}\p{N}])/gu;

/** @param texts from which the spellings are learned, with all their marks */
export function createMarkRestorer(texts: Iterable<string>, { spell, shorthand }: Spelling): MarkRestorer {
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  const spellings = new Map<string, string[]>();
  let total = 0;
  for (const text of texts) {
    if (total > MAX_LEARNED) break;
    let before: string | undefined;
    for (const word of wordsOf(text, spell)) {
      total++;
      const count = counts.get(word) ?? 0;
      counts.set(word, count + 1);
      if (count === 0) {
        const bare = foldDiacritics(word);
        const same = spellings.get(bare);
        if (same) same.push(word);
        else spellings.set(bare, [word]);
      }
      if (before !== undefined) pairs.set(`${before} ${word}`, (pairs.get(`${before} ${word}`) ?? 0) + 1);
      before = word;
    }
  }

  const likelihood = (word: string, before: string | undefined): number => {
    const alone = (counts.get(word) ?? UNSEEN) / (total + 1);
    const together = before === undefined ? undefined : pairs.get(`${before} ${word}`);
    const behind = together === undefined ? 0 : together / (counts.get(before ?? "") ?? 1);
    return Math.log(PAIR * behind + (1 - PAIR) * alone);
  };

  const readings = (word: string): readonly string[] => {
    const isMarked = foldDiacritics(word) !== word;
    // A mark that is there is meant, unless the word with it is none.
    if (isMarked && counts.has(word)) return [word];
    const known = spellings.get(foldDiacritics(word)) ?? [];
    return known.includes(word) ? known : [...known, word];
  };

  return {
    restore(text) {
      const written = normalize(text).replace(SHORT, (word) =>
        Object.hasOwn(shorthand, word.toLowerCase()) ? (shorthand[word.toLowerCase()] ?? word) : word,
      );
      const words = [...written.matchAll(WORD)];
      const isBare = words.every(([word]) => foldDiacritics(word) === word);
      const best = likeliest(
        words.map(([word]) => readings(spell(word.toLowerCase()))),
        words.map(([word]) => spell(word.toLowerCase())),
        (reading, before, typed) => likelihood(reading, before) - (!isBare && reading !== typed ? CHANGED : 0),
      );
      let at = 0;
      let read = "";
      for (const [i, match] of words.entries()) {
        const [word] = match;
        read += written.slice(at, match.index) + inCaseOf(word, best[i] ?? word);
        at = match.index + word.length;
      }
      return read + written.slice(at);
    },
  };
}

function wordsOf(text: string, spell: (word: string) => string): string[] {
  return (text.normalize("NFKC").toLowerCase().match(WORD) ?? []).map(spell);
}

/** The likeliest row of readings (Viterbi 1967): each step's likelihood depends on the reading before. */
function likeliest(
  readings: readonly (readonly string[])[],
  typed: readonly string[],
  likelihood: (reading: string, before: string | undefined, typed: string) => number,
): readonly string[] {
  let rows: { readonly row: Row | undefined; readonly score: number }[] = [{ row: undefined, score: 0 }];
  for (const [i, choices] of readings.entries()) {
    rows = choices.map((reading) => {
      let best: Row | undefined;
      let most = Number.NEGATIVE_INFINITY;
      for (const { row, score } of rows) {
        const sum = score + likelihood(reading, row?.reading, typed[i] ?? "");
        if (sum > most) {
          most = sum;
          best = row;
        }
      }
      return { row: { reading, before: best }, score: most };
    });
  }
  const found: string[] = [];
  for (let row = rows.reduce((a, b) => (b.score > a.score ? b : a)).row; row; row = row.before) found.push(row.reading);
  return found.reverse();
}

interface Row {
  readonly reading: string;
  readonly before: Row | undefined;
}

/** The reading with the typed word's capitals. */
function inCaseOf(typed: string, reading: string): string {
  const [letters, read] = [[...typed.normalize("NFC")], [...reading]];
  if (letters.length !== read.length) return reading;
  return read.map((letter, i) => (/\p{Lu}/u.test(letters[i] ?? "") ? letter.toUpperCase() : letter)).join("");
}
