/**
 * Passages: the first and the last few words of a sentence, enough to find it again in its document, as in a URL text
 * fragment. Matching ignores what print and encoding vary: compatibility forms (NFKC), quotation marks, invisible
 * characters and runs of white space.
 */
import { Passage } from "./schema.ts";
import type { Sentence } from "./sentences.ts";

/** A document folded for matching; `offsets[i]` is where the document's character `i` went. */
export interface FoldedText {
  readonly text: string;
  readonly offsets: Uint32Array;
}

/** A place in the folded text, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const MAX_WORDS = 8;
const IGNORED = /[\u200b\u200c\u00ad]/gu;
const QUOTES = /[“”„]/gu;
const SPACE = /\s/u;
// Conjoining Hangul vowels and finals compose with the letter before them, as combining marks do.
const PIECE = /\s+|[^\s\p{M}\u1160-\u11ff](?:[\p{M}\u1160-\u11ff]|\u200b|\u200c|\u00ad)*|[\p{M}\u1160-\u11ff]+/uy;

function foldPiece(piece: string): string {
  return piece.normalize("NFKC").replace(IGNORED, "").replace(QUOTES, '"');
}

export function fold(text: string): string {
  return foldPiece(text).replace(/\s+/gu, " ").trim();
}

export function foldDocument(document: string): FoldedText {
  const offsets = new Uint32Array(document.length + 1);
  const parts: string[] = [];
  let length = 0;
  let isSpacePending = false;
  const add = (character: string) => {
    if (character.length === 1 && SPACE.test(character)) {
      isSpacePending = true;
      return;
    }
    if (isSpacePending && length > 0) {
      parts.push(" ");
      length++;
    }
    isSpacePending = false;
    parts.push(character);
    length += character.length;
  };
  const pieces = new RegExp(PIECE);
  for (let at = 0; at < document.length; ) {
    pieces.lastIndex = at;
    const run = plainRun(document, at);
    if (run > at) {
      const start = length + (isSpacePending && length > 0 ? 1 : 0);
      for (let i = at; i < run; i++) offsets[i] = start + i - at;
      add(document.slice(at, run));
      at = run;
      continue;
    }
    const piece = pieces.exec(document)?.[0] ?? document.charAt(at);
    offsets.fill(length + (isSpacePending && length > 0 ? 1 : 0), at, at + piece.length);
    for (const character of foldPiece(piece)) add(character);
    at += piece.length;
  }
  offsets[document.length] = length;
  return { text: parts.join(""), offsets };
}

/** The end of the stretch of visible ASCII characters from `at`, none of which the next character could change. */
function plainRun(text: string, at: number): number {
  let end = at;
  while (end < text.length && isVisibleAscii(text.charCodeAt(end))) end++;
  // A mark after the last one composes with it.
  return end === text.length || text.charCodeAt(end) < 0x80 ? end : Math.max(at, end - 1);
}

function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

/**
 * Every place that the passage can mean: each occurrence of its start, up to the first occurrence of its end that does
 * not begin before it. Exactly one place means that any reader of the pair finds the same words.
 */
export function locate(document: string | FoldedText, passage: Passage): readonly Place[] {
  const { text } = typeof document === "string" ? { text: fold(document) } : document;
  const head = fold(passage.start);
  const tail = fold(passage.end);
  const places: Place[] = [];
  if (head === "" || tail === "") return places;
  for (let start = text.indexOf(head); start >= 0; start = text.indexOf(head, start + 1)) {
    const last = text.indexOf(tail, start);
    if (last < 0) break;
    places.push({ start, end: Math.max(start + head.length, last + tail.length) });
  }
  return places;
}

/**
 * The passage of one sentence: as few words as find exactly one place. The start moves inwards when the first words
 * stand elsewhere, too; a sentence that the document repeats word by word borrows a few words of a neighbour.
 * `undefined` when even that is not one place. Words are copied as they stand, white space made single spaces.
 */
export function anchor(
  document: string,
  folded: FoldedText,
  sentences: readonly Sentence[],
  index: number,
): Passage | undefined {
  const sentence = sentences[index];
  if (!sentence) return undefined;
  const own = units(document, sentence.start, sentence.end);
  const pair = inside(document, folded, own, 0, own.length);
  if (pair) return pair;
  const next = sentences[index + 1];
  const previous = sentences[index - 1];
  if (next) {
    const all = [...own, ...units(document, next.start, next.end)];
    const found = inside(document, folded, all, Math.max(0, own.length - MAX_WORDS), own.length);
    if (found) return found;
  }
  if (previous) {
    const before = units(document, previous.start, previous.end);
    for (let back = 1; back <= Math.min(before.length, MAX_WORDS); back++) {
      const all = [...before.slice(-back), ...own];
      const found = inside(document, folded, all, 0, 1);
      if (found) return found;
    }
  }
  return undefined;
}

/** A word, or a token that a cut inside would disfigure ("Online-Betrug"), with its number of words. */
interface Unit extends Place {
  readonly words: number;
}

/** Start lengths in the order of preference: three words say more than one, more than three are rarely needed. */
const LENGTHS = [3, 4, 5, 6, 7, 8, 2, 1];

/** A passage that begins at one of the units `from` to `to` and ends with the last unit. */
function inside(
  document: string,
  folded: FoldedText,
  all: readonly Unit[],
  from: number,
  to: number,
): Passage | undefined {
  const last = all.at(-1);
  if (!last) return undefined;
  const goal = { end: offset(folded, last.end) };
  for (let first = from; first < Math.min(to, all.length); first++) {
    const rest = all.slice(first);
    for (const length of LENGTHS) {
      const start = copy(document, rest.slice(0, length));
      if (rest.length < length || start === undefined || !isOnly(folded, start, offset(folded, rest[0]?.start ?? 0)))
        continue;
      const end = endOf(document, folded, rest, length, goal.end);
      if (end !== undefined) return { start, end };
    }
  }
  return undefined;
}

/** The fewest last words that, read on from the start, are first met at the end of the sentence. */
function endOf(
  document: string,
  folded: FoldedText,
  rest: readonly Unit[],
  taken: number,
  goal: number,
): string | undefined {
  const from = offset(folded, rest[0]?.start ?? 0);
  const free = rest.length - taken;
  // Words of a short sentence may be needed twice: better an overlap than no passage.
  const lengths =
    free > 0
      ? LENGTHS.filter((length) => length <= free)
      : LENGTHS.filter((length) => length <= rest.length).sort((a, b) => b - a);
  for (const length of lengths) {
    const end = copy(document, rest.slice(-length));
    if (end === undefined) continue;
    const tail = fold(end);
    const at = folded.text.indexOf(tail, from);
    if (at >= 0 && at + tail.length === goal) return end;
  }
  return undefined;
}

function isOnly(folded: FoldedText, start: string, at: number): boolean {
  const head = fold(start);
  return folded.text.indexOf(head) === at && folded.text.indexOf(head, at + 1) < 0;
}

function offset(folded: FoldedText, at: number): number {
  return folded.offsets[at] ?? folded.text.length;
}

/** The words as they stand in the document; `undefined` when they do not make an anchor. */
function copy(document: string, chosen: readonly Unit[]): string | undefined {
  const first = chosen[0];
  const last = chosen.at(-1);
  if (!first || !last || chosen.reduce((sum, { words }) => sum + words, 0) > MAX_WORDS) return undefined;
  const text = document.slice(first.start, last.end).replace(/\s+/gu, " ");
  return Passage.shape.start.safeParse(text).success ? text : undefined;
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const TOKEN = /[^\s\u200b]+/gu;
const EDGES = /^[^\p{L}\p{N}]*([\p{L}\p{N}].*?)[^\p{L}\p{N}\p{M}]*$/su;
const wordSegmenter = new Intl.Segmenter("und", { granularity: "word" });

function units(document: string, start: number, end: number): Unit[] {
  const found: Unit[] = [];
  const sentence = document.slice(start, end);
  for (const { index, 0: token } of sentence.matchAll(TOKEN)) {
    if (UNSPACED.test(token)) {
      for (const segment of wordSegmenter.segment(token)) {
        if (!segment.isWordLike) continue;
        const at = start + index + segment.index;
        found.push({ start: at, end: at + segment.segment.length, words: 1 });
      }
      continue;
    }
    const word = EDGES.exec(token)?.[1];
    if (word === undefined) continue;
    const at = start + index + token.indexOf(word);
    found.push({ start: at, end: at + word.length, words: token.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 1 });
  }
  return found;
}
