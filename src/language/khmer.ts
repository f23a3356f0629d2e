/**
 * One spelling for what looks alike in Khmer script. A cluster is a consonant with the subscripts under it (each a COENG,
 * U+17D2, and a consonant), vowel signs and other signs; people type them in any order, and Unicode normalization leaves
 * the order as it is. The order here is that of the Unicode Standard, section 16.4.
 */

const KHMER = /[\u1780-\u17dd]/u;
/** Inherent vowels, which nobody sees, and letters that the standard advises against. */
const OUTDATED = /[\u17a3\u17a4\u17b2\u17b4\u17b5\u17d3]/gu;
const REPLACED: Readonly<Record<string, string>> = { "\u17a3": "អ", "\u17a4": "អា", "\u17b2": "ឱ" };
/** A letter with more than one sign or subscript behind it. */
const CLUSTER = /([\u1780-\u17b3])((?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd]){2,})/gu;
const PART = /\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd]/gu;
/** Subscript DA and TA are one shape. */
const SUBSCRIPT_DA = /\u17d2\u178a/gu;

const RANKS: readonly (readonly [RegExp, number])[] = [
  [/^\u17cc/u, 0],
  // The subscript RO, written before the letter, is typed last.
  [/^\u17d2\u179a/u, 2],
  [/^\u17d2/u, 1],
  [/^[\u17c9\u17ca]/u, 3],
  [/^[\u17b6-\u17c5]/u, 4],
  [/^\u17c6/u, 5],
];
const LAST = 6;

/** The same text with every cluster spelled in one way, without what cannot be seen; other scripts are left as they are. */
export function spellKhmer(text: string): string {
  if (!KHMER.test(text)) return text;
  return text
    .replace(OUTDATED, (letter) => REPLACED[letter] ?? "")
    .replace(SUBSCRIPT_DA, "\u17d2ត")
    .replace(CLUSTER, (_, base: string, signs: string) => base + inOrder(base, signs));
}

/** Under a vowel that is written above, a register shifter is drawn, and typed, like the vowel U. */
const RAISED = /[\u17b7-\u17ba\u17be]/u;
const VOWEL_U = /\u17bb/gu;

/** Vowels of two halves that people type one after the other. */
const HALVES: readonly (readonly [left: string, right: string, whole: string])[] = [
  ["\u17c1", "\u17b8", "\u17be"],
  ["\u17c1", "\u17b6", "\u17c4"],
];

function inOrder(base: string, signs: string): string {
  const meant = RAISED.test(signs) ? signs.replace(VOWEL_U, shifterOf(base)) : signs;
  // A sign that was typed twice is seen once.
  const parts = new Set(meant.match(PART));
  for (const [left, right, whole] of HALVES) {
    if (!parts.has(left) || !parts.has(right)) continue;
    parts.delete(left);
    parts.delete(right);
    parts.add(whole);
  }
  return [...parts].sort((a, b) => rankOf(a) - rankOf(b)).join("");
}

/** Consonants of the low series are raised by MUUSIKATOAN, the others lowered by TRIISAP. */
function shifterOf(base: string): string {
  return /[ងញមយរវនល]/u.test(base) ? "\u17c9" : "\u17ca";
}

function rankOf(part: string): number {
  return RANKS.find(([pattern]) => pattern.test(part))?.[1] ?? LAST;
}
