/** Splits text of any script into tokens. Knows scripts (Unicode), not languages. */
import { spellKhmer } from "./khmer.ts";

export interface Token {
  /** NFKC, lower case, diacritics kept. */
  readonly text: string;
  /** As it was written. */
  readonly written: string;
  /** Position among the tokens of the text, from 0. */
  readonly position: number;
  readonly kind: "word" | "number" | "ideographic";
  /** Starts with an upper-case letter in the text as written. */
  readonly capital: boolean;
}

/** Scripts written without spaces: the Unicode rules segment them with a dictionary. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Khmer}\\p{Script=Lao}\\p{Script=Myanmar}";
const NUMBER = "\\p{Nd}+(?:[.,'’]\\p{Nd}+)*";
/** A space that groups digits; NFKC would make it a plain one, which parts numbers. */
const GROUP_SPACE = /(?<=\p{Nd})[\u00a0\u2009\u202f](?=\p{Nd}{3}(?!\p{Nd}))/gu;
const TOKEN = new RegExp(
  `(?<acronym>(?:\\p{Lu}\\.){2,})|(?<number>${NUMBER})|(?<unspaced>(?:(?![\\p{Nd}\\p{P}\\p{S}])[${UNSPACED}\\p{M}])+)|(?<word>(?:(?![${UNSPACED}])[\\p{L}\\p{M}])+(?:\\p{Nd}+)?)(?:['’](?:s|t|re|ve|ll|d|m)(?![\\p{L}\\p{M}]))?`,
  "gu",
);
const IGNORED = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const MARKS_ONLY = /^\p{M}+$/u;
/** More combining marks in a row than any orthography uses: decoration ("zalgo") that hides the letters. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** How a language reads text where the script alone does not tell. */
export interface Reading {
  /** Letters that are read as another one of the same length. */
  readonly readAs?: ReadonlyMap<string, string>;
  /** Cuts a run of letters without spaces into words; the pieces make up the run. */
  readonly segment?: (run: string) => Iterable<string>;
  /** One of the spellings of a word in lower case. */
  readonly spell?: (word: string) => string;
}

/** Whether words of this script are written without spaces between them. */
export function isUnspaced(text: string): boolean {
  return UNSPACED_LETTER.test(text);
}

const UNSPACED_LETTER = new RegExp(`[${UNSPACED}]`, "u");

/** The text with the letters that are read as others replaced; as long as before. */
export function readLetters(text: string, readAs: ReadonlyMap<string, string> | undefined): string {
  return readAs ? Array.from(text, (letter) => readAs.get(letter) ?? letter).join("") : text;
}

/** The words of a run without spaces by the Unicode rules, which use a dictionary. */
export function* unicodeWords(run: string): Iterable<string> {
  for (const { segment } of segmenter.segment(run)) yield segment;
}

/**
 * Canonical text for matching: NFKC, without invisible characters, lone surrogates replaced, white space folded, Khmer
 * clusters spelled in one way.
 */
export function normalize(text: string): string {
  const visible = text.toWellFormed().replace(GROUP_SPACE, "").normalize("NFKC").replace(IGNORED, "");
  return spellKhmer(visible).replace(STACKED_MARKS, "$1").replace(/\s+/gu, " ").trim();
}

export function tokenize(text: string, { readAs, segment = unicodeWords, spell }: Reading = {}): Token[] {
  const tokens: Token[] = [];
  const add = (raw: string, kind: Token["kind"], read = raw) =>
    tokens.push({
      text: read.toLowerCase(),
      written: raw,
      position: tokens.length,
      kind,
      capital: /^\p{Lu}/u.test(raw),
    });
  for (const match of normalize(text).matchAll(TOKEN)) {
    const { acronym, number, unspaced, word } = match.groups ?? {};
    if (acronym) add(acronym.replaceAll(".", ""), "word");
    else if (number) add(canonicalNumber(number), "number");
    else if (unspaced && !MARKS_ONLY.test(unspaced)) {
      let at = 0;
      for (const word of segment(readLetters(unspaced, readAs))) {
        if (!MARKS_ONLY.test(word)) add(unspaced.slice(at, at + word.length), "ideographic", word);
        at += word.length;
      }
    } else if (word) add(word, "word", spell ? spell(word.toLowerCase()) : word);
  }
  return tokens;
}

/** Folds diacritics of Latin and Greek letters only: in other scripts a mark makes another letter (й, が, Khmer vowels). */
export function foldDiacritics(word: string): string {
  if (ASCII.test(word)) return word;
  return word
    .normalize("NFD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}+/gu, "")
    .replace(/[ßæœøłđðþı]/gu, (letter) => FOLDED[letter] ?? letter)
    .normalize("NFC");
}

const FOLDED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Digits of any script as ASCII, group separators dropped ("1,234" and "1.234" are 1234), a decimal comma made a point. */
export function canonicalNumber(written: string): string {
  const ascii = written.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  const groups = ascii.split(/[.,'’]/u);
  const [first = "", ...rest] = groups;
  if (rest.length === 0) return first;
  if (first.length <= 3 && rest.every((group) => group.length === 3)) return groups.join("");
  const decimals = rest.pop() ?? "";
  return rest.every((group) => group.length === 3)
    ? `${[first, ...rest].join("")}.${decimals}`
    : groups.concat(decimals).slice(0, -1).join(".");
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 48;
  if (code <= 57) return code - 48;
  // Decimal digits come in runs of ten from zero to nine (Unicode Standard, section 4.6).
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** Overlapping sequences of `size` user-perceived characters; the whole word when it is shorter. */
export function ngrams(word: string, size: number): string[] {
  const letters = graphemes(word);
  if (letters.length <= size) return [word];
  return Array.from({ length: letters.length - size + 1 }, (_, i) => letters.slice(i, i + size).join(""));
}

const graphemeSegmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the range from 0.
const ASCII = /^[\u0000-\u007f]*$/;

/** Signs that put the next letter under the one before; older Unicode rules end a letter behind them. */
const STACKING = /[\u17d2\u1039]$/u;
const MAY_STACK = /[\u17d2\u1039]/u;

function graphemes(word: string): string[] {
  if (ASCII.test(word)) return word.split("");
  const letters = Array.from(graphemeSegmenter.segment(word), ({ segment }) => segment);
  if (!MAY_STACK.test(word)) return letters;
  const whole: string[] = [];
  for (const letter of letters) {
    const before = whole.at(-1);
    if (before !== undefined && STACKING.test(before)) whole[whole.length - 1] = before + letter;
    else whole.push(letter);
  }
  return whole;
}
