/** Cuts text without spaces into words, those that the language's lists and the fact base know before the Unicode rules' own. */
import { unicodeWords } from "./tokens.ts";

// What a piece of a run costs; the cheapest way through the run is taken. Two known words cost less than one word of
// the Unicode dictionary ("中国" + "人" for "中国人"), and so do two particles ("他" + "是" for "他是"); other letters
// cost more, or ordinary words would fall to pieces.
const KNOWN = 1;
const PARTICLE = 1.05;
const KNOWN_LETTER = 1.3;
const DICTIONARY_WORD = 2.35;
// The Unicode rules leave what they do not know in one piece, often with its neighbours: a long one is less of a word.
const WORD_LENGTH = 5;
const EXTRA_LETTER = 0.25;
const STRANGE_LETTER = 2.5;

/** Words at least this long that are a row of shorter known ones are cut like the row, so that each part is found. */
const COMPOUND = 4;
/** Longer than any word or name; longer runs are cut one stretch after another. */
const LONGEST_WORD = 24;
const LONGEST_RUN = 400;

/** A letter with the signs on it, and in Khmer and Burmese with the letters under it. */
const CLUSTER = /.(?:(?<=[\u17d2\u1039])\p{L}|\p{M})*/suy;

export interface Vocabulary {
  /** Words without spaces in them. */
  readonly words: readonly string[];
  /** Those that stay whole even if they are a row of others. */
  readonly whole?: readonly string[];
  /** Those that carry nothing, of whatever length. */
  readonly particles: readonly string[];
  /** Tells a number that is spelled out ("二百七十"), which stays whole. */
  readonly isNumeral: (run: string) => boolean;
}

export function createSegmentation({
  words,
  particles,
  whole = [],
  isNumeral,
}: Vocabulary): (run: string) => readonly string[] {
  const all = new Set([...words, ...whole, ...particles]);
  const unsplit = new Set(whole);
  const isRow = (word: string) => rows(word, (part) => part !== word && part.length > 1 && all.has(part));
  const known = new Set([...all].filter((word) => word.length < COMPOUND || unsplit.has(word) || !isRow(word)));
  const letters = new Set(particles.filter((word) => word.length === 1));
  const priceOf = (word: string): number | undefined => {
    if (!known.has(word)) return word.length > 1 && isNumeral(word) ? KNOWN : undefined;
    return word.length > 1 ? KNOWN : letters.has(word) ? PARTICLE : KNOWN_LETTER;
  };
  return (run) => {
    const pieces: string[] = [];
    for (let at = 0; at < run.length; at += LONGEST_RUN)
      pieces.push(...cheapest(run.slice(at, at + LONGEST_RUN), priceOf));
    return pieces;
  };
}

/** Whether the word is nothing but such parts in a row. */
function rows(word: string, isPart: (part: string) => boolean): boolean {
  const reached = [true];
  for (let end = 1; end <= word.length; end++)
    reached[end] = reached.some((isReached, start) => isReached && start < end && isPart(word.slice(start, end)));
  return reached[word.length] === true;
}

function cheapest(run: string, priceOf: (word: string) => number | undefined): string[] {
  const dictionary = new Map<number, string>();
  let offset = 0;
  for (const word of unicodeWords(run)) {
    dictionary.set(offset, word);
    offset += word.length;
  }
  // Backwards, so that of two ways of the same cost the one with the longer first word is taken.
  const cost: number[] = [];
  const length: number[] = [];
  cost[run.length] = 0;
  for (let at = run.length - 1; at >= 0; at--) {
    cost[at] = Number.POSITIVE_INFINITY;
    const consider = (size: number, price: number) => {
      const total = price + (cost[at + size] ?? Number.POSITIVE_INFINITY);
      if (total < (cost[at] ?? 0)) {
        cost[at] = total;
        length[at] = size;
      }
    };
    for (let size = Math.min(LONGEST_WORD, run.length - at); size > 0; size--) {
      const price = priceOf(run.slice(at, at + size));
      // A vowel sign belongs to the letter before it.
      if (price !== undefined && !/^\p{M}/u.test(run.slice(at + size))) consider(size, price);
    }
    const word = dictionary.get(at);
    if (word !== undefined)
      consider(word.length, DICTIONARY_WORD + Math.max(0, word.length - WORD_LENGTH) * EXTRA_LETTER);
    consider(clusterLength(run, at), STRANGE_LETTER);
  }
  const pieces: string[] = [];
  for (let at = 0; at < run.length; at += length[at] ?? 1) pieces.push(run.slice(at, at + (length[at] ?? 1)));
  return pieces;
}

function clusterLength(run: string, at: number): number {
  CLUSTER.lastIndex = at;
  return CLUSTER.exec(run)?.[0].length ?? 1;
}
