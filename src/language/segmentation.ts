/** Cuts text without spaces into words, those that the language's lists and the fact base know before the Unicode rules' own. */
import { composedNumber, numeralLengths } from "./numerals.ts";
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
const CLUSTER = /.(?:(?<=[\u17d2\u1039])\p{L}|\p{M})*/gsu;

export interface Vocabulary {
  /** Words without spaces in them. */
  readonly words: readonly string[];
  /** Those that stay whole even if they are a row of others. */
  readonly whole?: readonly string[];
  /** Those that carry nothing, of whatever length. */
  readonly particles: readonly string[];
  /** Words and signs of which numbers are spelled out ("二百七十"), which stay whole. */
  readonly numbers: Readonly<Record<string, number>>;
}

export function createSegmentation({
  words,
  particles,
  whole = [],
  numbers,
}: Vocabulary): (run: string) => readonly string[] {
  const all = new Set([...words, ...whole, ...particles]);
  const unsplit = new Set(whole);
  const isRow = (word: string) => rows(word, (part) => part !== word && part.length > 1 && all.has(part));
  const known = [...all].filter((word) => word.length < COMPOUND || unsplit.has(word) || !isRow(word));
  const letters = new Set(particles.filter((word) => word.length === 1));
  const lexicon = prefixTree(known, (word) => (word.length > 1 ? KNOWN : letters.has(word) ? PARTICLE : KNOWN_LETTER));
  return (run) => {
    const pieces: string[] = [];
    let stretch = "";
    for (const [cluster] of run.matchAll(CLUSTER)) {
      if (stretch.length + cluster.length > LONGEST_RUN) {
        pieces.push(...cheapest(stretch, lexicon, numbers));
        stretch = "";
      }
      stretch += cluster;
    }
    return [...pieces, ...cheapest(stretch, lexicon, numbers)];
  };
}

/** Known words by their letters, each with its price where it ends. */
interface Node {
  price?: number;
  readonly next: Map<string, Node>;
}

function prefixTree(words: readonly string[], priceOf: (word: string) => number): Node {
  const root: Node = { next: new Map() };
  for (const word of words) {
    let node = root;
    for (let at = 0; at < word.length; at++) {
      const letter = word.charAt(at);
      const child = node.next.get(letter) ?? { next: new Map() };
      node.next.set(letter, child);
      node = child;
    }
    node.price = priceOf(word);
  }
  return root;
}

/** Whether the word is nothing but such parts in a row. */
function rows(word: string, isPart: (part: string) => boolean): boolean {
  const reached = [true];
  for (let end = 1; end <= word.length; end++)
    reached[end] = reached.some((isReached, start) => isReached && start < end && isPart(word.slice(start, end)));
  return reached[word.length] === true;
}

function cheapest(run: string, lexicon: Node, numbers: Readonly<Record<string, number>>): string[] {
  const dictionary = new Map<number, string>();
  let offset = 0;
  for (const word of unicodeWords(run)) {
    dictionary.set(offset, word);
    offset += word.length;
  }
  const clusters = Array.from(run.matchAll(CLUSTER), ({ index, 0: text }) => ({ at: index, size: text.length }));
  // Backwards, so that of two ways of the same cost the one with the longer first word is taken. There is no way through
  // the middle of a letter: its cost stays infinite.
  const cost = new Array<number>(run.length).fill(Number.POSITIVE_INFINITY);
  const length: number[] = [];
  cost[run.length] = 0;
  for (const { at, size: letter } of clusters.reverse()) {
    const consider = (size: number, price: number) => {
      const total = price + (cost[at + size] ?? Number.POSITIVE_INFINITY);
      const best = cost[at] ?? Number.POSITIVE_INFINITY;
      if (total < best || (total === best && size > (length[at] ?? 0))) {
        cost[at] = total;
        length[at] = size;
      }
    };
    let node: Node | undefined = lexicon;
    for (let size = 1; size <= LONGEST_WORD && at + size <= run.length; size++) {
      node = node.next.get(run.charAt(at + size - 1));
      if (!node) break;
      if (node.price !== undefined) consider(size, node.price);
    }
    for (const size of numeralLengths(run, at, numbers))
      if (composedNumber(run.slice(at, at + size), numbers) !== undefined) consider(size, KNOWN);
    const word = dictionary.get(at);
    if (word !== undefined)
      consider(word.length, DICTIONARY_WORD + Math.max(0, word.length - WORD_LENGTH) * EXTRA_LETTER);
    consider(letter, STRANGE_LETTER);
  }
  const pieces: string[] = [];
  for (let at = 0; at < run.length; at += length[at] ?? 1) pieces.push(run.slice(at, at + (length[at] ?? 1)));
  return pieces;
}
