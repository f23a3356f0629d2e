/** Finds dates and quantities in a sentence of any language. Month names come from the language's pack or from Unicode (CLDR). */
import type { LanguagePack } from "../language/pack.ts";
import { canonicalNumber } from "../language/tokens.ts";
import { isEdtf } from "./edtf.ts";

/** A value with the stretch of text that states it. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
}

export type Qualifier = "exactly" | "over" | "about" | "at-least" | "at-most" | "under";

export interface FoundQuantity {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly qualifier: Qualifier;
  /** The words after the number, the longest stretch first; empty when nothing is named. */
  readonly unit: readonly string[];
  readonly isAmount: boolean;
}

const DIGITS = "\\p{Nd}";
const NUMBER = new RegExp(
  `(?<![\\p{Lu}\\p{Ll}${DIGITS}]|[\\p{Lu}\\p{Ll}${DIGITS}][-.,/])${DIGITS}+(?:[.,'’\\u00a0\\u202f]${DIGITS}+)*(?!${DIGITS})`,
  "gu",
);
const YEAR = new RegExp(
  `(?<![\\p{L}${DIGITS}$€£¥.,]|[$€£¥]\\s)(?:[1១]${DIGITS}{3}|[2២][0០]${DIGITS}{2})(?![${DIGITS}%‰€$]|[.,]${DIGITS}|\\s?[%€]|\\p{Script=Latin})`,
  "gu",
);
const ISO = /(?<!\p{Nd})(\p{Nd}{4})-(\p{Nd}{2})-(\p{Nd}{2})(?!\p{Nd})/gu;
const DOTTED = /(?<![\p{Nd}.])(\p{Nd}{1,2})\.\s?(\p{Nd}{1,2})\.\s?(\p{Nd}{4})(?!\p{Nd})/gu;
const SLASHED = /(?<![\p{Nd}/])(\p{Nd}{1,2})\/(\p{Nd}{1,2})\/(\p{Nd}{4})(?![\p{Nd}/])/gu;
const EAST_ASIAN = /(?<!\p{Nd})(?:(\p{Nd}{4})\s*[年년]\s*)?(\p{Nd}{1,2})\s*[月월](?:\s*(\p{Nd}{1,2})\s*[日号號일])?/gu;

export function digits(text: string): string {
  return text.replace(/\p{Nd}+/gu, canonicalNumber);
}

export function findDates(text: string, language: string, pack?: LanguagePack): FoundDate[] {
  const found: FoundDate[] = [];
  const add = (match: RegExpExecArray, year?: string, month?: string | number, day?: string) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.some((other) => other.start < end && start < other.end)) return;
    const edtf = toEdtf(year, month, day);
    if (edtf !== undefined) found.push({ start, end: start + match[0].trimEnd().length, edtf });
  };
  if (/\p{Nd}/u.test(text)) {
    for (const match of text.matchAll(ISO)) add(match, match[1], match[2], match[3]);
    for (const match of text.matchAll(DOTTED)) add(match, match[3], match[2], match[1]);
    for (const match of text.matchAll(SLASHED)) {
      // 13/5 is a day and a month, 5/13 a month and a day; 5/6 does not tell, so only its year counts.
      const [a, b] = [Number(digits(match[1] ?? "")), Number(digits(match[2] ?? ""))];
      if (a > 12) add(match, match[3], b, match[1]);
      else if (b > 12) add(match, match[3], a, match[2]);
      else add(match, match[3]);
    }
    for (const match of /[月월]/.test(text) ? text.matchAll(EAST_ASIAN) : []) add(match, match[1], match[2], match[3]);
  }
  const months = monthsOf(language, pack);
  for (const match of months?.names.test(text.toLowerCase()) ? text.matchAll(months.pattern) : []) {
    const { before, name = "", after, year } = match.groups ?? {};
    const known = months?.byName.get(fold(name));
    const isBare = before === undefined && after === undefined && year === undefined;
    // "may", "mar.", "sept": a month alone has to be written in full and as the language writes names of months.
    if (!known || (isBare && (!known.isFull || (known.isCapital && !/^\p{Lu}/u.test(name))))) continue;
    add(match, year, known.month, before ?? after);
  }
  for (const match of /\p{Nd}{4}/u.test(text) ? text.matchAll(YEAR) : []) add(match, match[0]);
  return found.sort((a, b) => a.start - b.start);
}

function toEdtf(year?: string, month?: string | number, day?: string): string | undefined {
  const pad = (value: string | number, size: number) => digits(String(value)).padStart(size, "0");
  if (day !== undefined && Number(digits(day)) === 0) return undefined;
  const edtf = [
    year === undefined ? "XXXX" : pad(year, 4),
    ...(month === undefined ? [] : [pad(month, 2)]),
    ...(day === undefined ? [] : [pad(day, 2)]),
  ].join("-");
  return isEdtf(edtf) ? edtf : undefined;
}

interface Months {
  /** The months' names in lower case, a quick look before the pattern that takes in day and year. */
  readonly names: RegExp;
  readonly pattern: RegExp;
  readonly byName: ReadonlyMap<
    string,
    { readonly month: number; readonly isFull: boolean; readonly isCapital: boolean }
  >;
}

const monthCache = new Map<string, Months>();
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function monthsOf(language: string, pack?: LanguagePack): Months | undefined {
  let months = monthCache.get(language);
  if (!months) {
    const byName = new Map<string, { month: number; isFull: boolean; isCapital: boolean }>();
    for (let month = 1; month <= 12; month++) {
      const [full, ...others] = unicodeMonthNames(language, month);
      const isCapital = /^\p{Lu}/u.test(full ?? "");
      const names = [full, ...others, ...(pack?.words.months[month - 1] ?? [])];
      for (const name of names) {
        const key = fold(name ?? "").replace(/\.$/u, "");
        // CLDR answers with numbers for a language that it does not know.
        if (/\p{L}/u.test(key) && !byName.has(key))
          byName.set(key, { month, isFull: name === full || key.length > 4, isCapital });
      }
    }
    months = { ...monthPatterns([...byName.keys()]), byName };
    monthCache.set(language, months);
  }
  return months.byName.size > 0 ? months : undefined;
}

function unicodeMonthNames(language: string, month: number): string[] {
  const date = new Date(Date.UTC(2024, month - 1, 15));
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: "long" },
    { month: "long", day: "numeric" },
    { month: "short" },
    { month: "short", day: "numeric" },
  ];
  return forms.map((form) => {
    const parts = new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC", calendar: "gregory" }).formatToParts(
      date,
    );
    return parts.find(({ type }) => type === "month")?.value ?? "";
  });
}

function monthPatterns(names: readonly string[]): Pick<Months, "names" | "pattern"> {
  const escaped = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  const isSpaced = !names.some((name) => UNSPACED.test(name));
  const [open, close] = isSpaced ? ["(?<![\\p{L}\\p{M}])", "(?![\\p{L}\\p{M}])"] : ["", ""];
  const name = `${open}(?<name>${escaped.join("|")})${close}(?!${DIGITS})`;
  const join = "(?:de\\s|del\\s|of\\s|d['’]|ខែ\\s*)?";
  const before = `(?:(?<![${DIGITS}.,])(?<before>${DIGITS}{1,2})(?:\\.|st|nd|rd|th|er|º|°)?\\s*${join})?`;
  const after = `(?:\\s*(?<after>${DIGITS}{1,2})(?!${DIGITS}|[.,]${DIGITS})(?:st|nd|rd|th)?(?!\\p{L}))?`;
  const year = `(?:,?\\s*(?:de\\s|del\\s|of\\s|năm\\s|ឆ្នាំ\\s*|ค\\.ศ\\.\\s*)?(?<year>${DIGITS}{4})(?!${DIGITS}))?`;
  return { names: new RegExp(escaped.join("|")), pattern: new RegExp(`${before}${name}\\.?${after}${year}`, "giu") };
}

const stopWordCache = new WeakMap<LanguagePack, ReadonlySet<string>>();

function stopWords(pack: LanguagePack): ReadonlySet<string> {
  let words = stopWordCache.get(pack);
  if (!words) {
    words = new Set(pack.words.stop.map(fold));
    stopWordCache.set(pack, words);
  }
  return words;
}

const numberWordCache = new WeakMap<LanguagePack, RegExp>();

/** A quick look, since most sentences have no number word. */
function mayHaveNumberWord(text: string, pack: LanguagePack): boolean {
  let pattern = numberWordCache.get(pack);
  if (!pattern) {
    const words = Object.keys(pack.words.numbers).filter((word) => /^[\p{L}\p{M}]+$/u.test(word));
    pattern = new RegExp(words.length > 0 ? words.join("|") : "(?!)");
    numberWordCache.set(pack, pattern);
  }
  return pattern.test(text.toLowerCase());
}

const ORDINAL_END = /^(?:\.\s?\p{L}|(?:st|nd|rd|th|er|º|ª)(?!\p{L}))/u;

/** Quantities outside the dates of the same text. */
export function findQuantities(text: string, dates: readonly FoundDate[], pack?: LanguagePack): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  const add = (at: number, length: number, value: number) => {
    const after = text.slice(at + length, at + length + 60);
    const isTaken = dates.some(({ start, end }) => start < at + length && at < end);
    // "5th", "16. Jahrhundert": a place in an order, not a number of things.
    if (isTaken || !Number.isFinite(value) || ORDINAL_END.test(after)) return;
    // "1970s", "1980er"
    if (length === 4 && /^\p{Script=Latin}/u.test(after)) return;
    const { words, length: unitLength, factor } = unitAfter(after, pack);
    const before = /[$€£¥₫៛₩฿]\s?$/u.exec(text.slice(0, at))?.[0].length ?? 0;
    const qualifier = qualifierBefore(text.slice(0, at - before), pack);
    found.push({
      start: at - before - qualifier.length,
      end: at + length + unitLength,
      number: value * factor,
      qualifier: qualifier.name,
      unit: words,
      isAmount: before > 0 || /^\s?[%‰€$£¥₫៛₩฿]/u.test(after),
    });
  };
  if (/\p{Nd}/u.test(text))
    for (const match of text.matchAll(NUMBER)) add(match.index, match[0].length, Number(canonicalNumber(match[0])));
  const numbers = pack?.words.numbers ?? {};
  for (const { index, 0: word } of pack && mayHaveNumberWord(text, pack) ? text.matchAll(/\p{L}[\p{L}\p{M}]+/gu) : []) {
    const key = word.toLowerCase();
    const value = Object.hasOwn(numbers, key) ? numbers[key] : undefined;
    const isMultiplier = found.some(({ start, end }) => start <= index && index < end);
    // "one" and "ein" are articles more often than numbers.
    if (value !== undefined && value > 1 && !isMultiplier) add(index, word.length, value);
  }
  // A single digit without a unit is a label or a variable more often than a count.
  const isTelling = ({ number, unit, isAmount }: FoundQuantity) => unit.length > 0 || isAmount || number >= 10;
  return found.filter(isTelling).sort((a, b) => a.start - b.start);
}

const NEXT_WORD = /^(\s?[%‰€$£¥₫៛₩฿]|[\s-]?[\p{L}\p{M}][\p{L}\p{M}'’-]*)/u;
const wordSegmenter = new Intl.Segmenter("und", { granularity: "word" });

function unitAfter(after: string, pack?: LanguagePack): { words: string[]; length: number; factor: number } {
  let length = 0;
  let factor = 1;
  let word = NEXT_WORD.exec(after)?.[0] ?? "";
  const name = fold(word.trim());
  const scale = pack && Object.hasOwn(pack.words.numbers, name) ? pack.words.numbers[name] : SCALES.get(name);
  if (scale !== undefined && scale >= 1000) {
    factor = scale;
    length = word.length + (after[word.length] === "." ? 1 : 0);
    word = NEXT_WORD.exec(after.slice(length))?.[0] ?? "";
  }
  if (UNSPACED.test(word)) {
    const lead = word.length - word.trimStart().length;
    for (const { segment, isWordLike } of wordSegmenter.segment(word.trimStart())) {
      return isWordLike
        ? { words: [segment], length: length + lead + segment.length, factor }
        : { words: [], length, factor };
    }
  }
  // "3 of them", "zwei und": what follows is not what is counted.
  if (pack && stopWords(pack).has(word.trim().toLowerCase())) return { words: [], length, factor };
  if (!/[\p{L}%‰]/u.test(word)) return { words: [], length: length + word.length, factor };
  const second = NEXT_WORD.exec(after.slice(length + word.length))?.[0] ?? "";
  // "110 vietnamesische Staatsbürger"
  const isNounPhrase = CAPITAL_NOUNS.has(pack?.tag ?? "") && /^\s\p{Ll}/u.test(word) && /^\s\p{Lu}/u.test(second);
  const clean = (text: string) => text.trim().replace(/^-/u, "");
  if (isNounPhrase)
    return { words: [clean(word + second), clean(second)], length: length + word.length + second.length, factor };
  return { words: [clean(word)], length: length + word.length, factor };
}

/** Languages that write every noun with a capital letter. */
const CAPITAL_NOUNS = new Set(["de", "lb"]);

const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    mio: 1_000_000,
    mrd: 1_000_000_000,
    万: 10_000,
    萬: 10_000,
    亿: 100_000_000,
    億: 100_000_000,
    만: 10_000,
    억: 100_000_000,
  }),
);

function qualifierBefore(before: string, pack?: LanguagePack): { name: Qualifier; length: number } {
  const text = before.toLowerCase();
  const qualifiers = Object.entries(pack?.words.qualifiers ?? {}) as [Qualifier, readonly string[]][];
  let best: { name: Qualifier; length: number } = { name: "exactly", length: 0 };
  for (const [name, phrases] of qualifiers) {
    for (const phrase of phrases) {
      const end = text.trimEnd();
      const isWord =
        UNSPACED.test(phrase) ||
        (before !== "" && !/[\p{L}\p{M}]/u.test(end.at(-phrase.length - 1) ?? " ") && end !== text);
      const length = phrase.length + text.length - end.length;
      if (end.endsWith(phrase.toLowerCase()) && isWord && length > best.length) best = { name, length };
    }
  }
  return best;
}

/** Every number that a reader can see in the text, each in all its readings ("1.500" is 1500 or 1.5), and as words. */
export function numbersIn(text: string, pack?: LanguagePack): ReadonlySet<number> {
  const found = new Set<number>();
  const matches = [...text.matchAll(new RegExp(`${DIGITS}+(?:[.,'’\\s]${DIGITS}+)*`, "gu"))];
  for (const { index, 0: written } of matches) {
    const { factor } = unitAfter(text.slice(index + written.length), pack);
    const readings = [
      canonicalNumber(written),
      digits(written).replace(/[^\d]/gu, ""),
      digits(written).replace(",", "."),
      ...digits(written).split(/\s/u),
    ];
    for (const reading of readings)
      if (reading !== "" && Number.isFinite(Number(reading))) found.add(Number(reading)).add(Number(reading) * factor);
  }
  const words: readonly string[] = fold(text).match(/[\p{L}\p{M}]+/gu) ?? [];
  const numbers = pack?.words.numbers ?? {};
  for (const [name, value] of Object.entries(numbers)) {
    if (UNSPACED.test(name) ? text.includes(name) : words.includes(name)) found.add(value);
  }
  return found;
}

/** The months, 1 to 12, that the text names. */
export function monthsIn(text: string, language: string, pack?: LanguagePack): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { edtf } of findDates(text, language, pack)) {
    const month = /^(?:\d{4}|XXXX)-(\d{2})/u.exec(edtf)?.[1];
    if (month) found.add(Number(month));
  }
  const months = monthsOf(language, pack);
  for (const match of months ? text.matchAll(months.pattern) : []) {
    const { name = "" } = match.groups ?? {};
    const known = months?.byName.get(fold(name));
    if (known) found.add(known.month);
  }
  return found;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
