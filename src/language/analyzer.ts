/** Turns text into the terms that are indexed and searched: one analyzer for a language, used on both sides alike. */
import { wordParts } from "./compounds.ts";
import { countryNames } from "./countries.ts";
import { composedNumber } from "./numerals.ts";
import type { LanguagePack } from "./pack.ts";
import { createSegmentation } from "./segmentation.ts";
import { closestWord } from "./spelling.ts";
import {
  foldDiacritics,
  isUnspaced,
  ngrams,
  normalize,
  type Reading,
  readLetters,
  type Token,
  tokenize,
} from "./tokens.ts";

export interface Term {
  /** Folded stem, segment or number: what has to be equal for two words to match. */
  readonly text: string;
  readonly token: Token;
  /** `stop` carries no information, `light` little, `content` names a subject. */
  readonly weight: "stop" | "light" | "content";
  /** Ideas that the word names, by the language's lexicon; shared between languages. */
  readonly concepts: readonly string[];
}

export interface Analysis {
  readonly terms: readonly Term[];
  /** Letter sequences across which words that inflect, compound or have no spaces still meet. */
  readonly grams: readonly string[];
}

export interface Analyzer {
  readonly pack: LanguagePack;
  analyze(text: string): Analysis;
  /** The term of a single word. */
  term(word: string): string;
  /** Whether the language's own word lists know the word: then it is not a misspelling of another one. */
  knows(term: string): boolean;
  /** The term of the nearest word of the language's own lists, for one that is misspelt; `undefined` when none is near. */
  respelled(word: string): string | undefined;
  /** The parts of a compound, as terms; empty when it is none. */
  parts(word: string): readonly string[];
  concepts(term: string): readonly string[];
}

const NO_CONCEPTS: readonly string[] = [];
const LETTER_SIZE = 4;
/** Letters of an acronym that may be mistaken for a word ("US", "WHO", "AIDS"). */
const MAX_ACRONYM = 4;
/** The same where nothing else stands beside it: "FÜR" is shouted. */
const MAX_LONE_ACRONYM = 2;
const ACRONYM = /^(?:\p{Lu}\.?){2,4}$/u;
/** Words whose analysis is kept at the most: people type any number of different ones. */
const MAX_REMEMBERED = 200_000;

/** `names` are words that the language cannot know and that other words may be written against, such as a base's names. */
export function createAnalyzer(pack: LanguagePack, names: readonly string[] = []): Analyzer {
  const reading = readingOf(pack, names);
  const term = remembered((word) => (pack.keepsMarks ? word : foldDiacritics(pack.stem(word))));
  const fold = (word: string) => (pack.keepsMarks ? word.toLowerCase() : foldDiacritics(word.toLowerCase()));
  // Where words carry particles and endings, a stop word has too many forms to list.
  const stopKey = pack.segment ? term : fold;
  const months = numberedMonths(pack, reading);
  const join = pack.syllables ? syllableJoiner(pack, reading) : undefined;
  const read = (text: string): readonly Token[] => {
    const tokens = joinMonths(tokenize(text, reading), months, join ? " " : "", term);
    return join ? join(tokens) : tokens;
  };
  const stop = new Set(pack.words.stop.flatMap((word) => read(word).map((token) => stopKey(token.text))));
  const light = new Set(pack.words.light.flatMap((word) => read(word).map((token) => term(token.text))));
  const ideas = lexicon(pack, term, read, (token) => stop.has(stopKey(token.text)));
  const { conceptsOf } = ideas;
  const known = new Set([
    ...conceptsOf.keys(),
    ...light,
    ...pack.words.stop.map((word) => term(word)),
    ...Object.keys(pack.words.numbers).map(term),
  ]);
  // What the stems of other words look like, so that capitals alone tell an acronym from them.
  const homographs = new Set([...known].filter((word) => word.length <= MAX_ACRONYM));
  const split = remembered((word) =>
    wordParts(foldDiacritics(word), pack.linkingElements, (part) => {
      const stemmed = term(part);
      return conceptsOf.has(stemmed) || light.has(stemmed) ? stemmed : undefined;
    }),
  );
  const parts = (word: string): readonly string[] => {
    if (pack.syllables) return word.includes(" ") ? word.split(" ") : [];
    return pack.linkingElements.length === 0 ? [] : split(word);
  };
  const numbers = new Map(Object.entries(pack.words.numbers));
  const separable = pack.segment
    ? new Set([...known, ...termsOf([...names, ...(pack.words.names ?? [])], term)])
    : known;
  const segmented = remembered((word) => pack.segment?.(word, (part) => separable.has(term(part))) ?? [word]);
  const spelledValue = (token: Token): number | undefined =>
    token.kind === "number"
      ? undefined
      : (numbers.get(pack.segment && token.kind === "word" ? term(token.text) : token.text) ??
        (token.kind === "ideographic" ? composedNumber(token.text, pack.words.numbers) : undefined));
  let typed: ReturnType<typeof wordsByLetter> | undefined;
  const monthNames = new Set(pack.words.months.flat());

  return {
    pack,
    term,
    parts,
    respelled(word) {
      typed ??= wordsByLetter(pack, fold);
      const sameLetter = typed.get(fold(word).charAt(0)) ?? [];
      const nearest = closestWord(fold(word), sameLetter) ?? closestWord(term(word), sameLetter);
      return nearest === undefined ? undefined : term(nearest);
    },
    knows: (text) => known.has(text),
    concepts: (text) => conceptsOf.get(text) ?? NO_CONCEPTS,
    analyze(text) {
      const tokens = pack.segment ? splitWords(read(text), segmented) : read(text);
      const isShouted = !/\p{Ll}/u.test(text) && (tokens.length > 1 || text.length > MAX_LONE_ACRONYM);
      // "US" is neither "us" nor the stem of "use": written as it is, no other word comes out equal.
      const isAcronym = ({ written, text: word }: Token) =>
        !isShouted && ACRONYM.test(written) && (stop.has(stopKey(word)) || homographs.has(word));
      const acronyms = tokens.map(isAcronym);
      const stems = tokens.map((token, i) =>
        acronyms[i] ? token.written.replaceAll(".", "") : token.kind === "number" ? token.text : term(token.text),
      );
      // "In May" is no "may".
      const isMonth = ({ text: word, capital }: Token, i: number) =>
        capital && i > 0 && !isShouted && monthNames.has(word);
      const stops = tokens.map((token, i) => !acronyms[i] && !isMonth(token, i) && stop.has(stopKey(token.text)));
      const terms = tokens.map((token, i): Term => {
        const stemmed = stems[i] ?? token.text;
        const weight = stops[i] ? "stop" : light.has(stemmed) ? "light" : "content";
        const spelled = spelledValue(token);
        const inPhrase = phraseConcepts(ideas, stems, i, (index) => stops[index] === true);
        const own = conceptsOf.get(stemmed) ?? NO_CONCEPTS;
        return {
          text: spelled === undefined ? stemmed : String(spelled),
          token: spelled === undefined ? token : { ...token, kind: "number" },
          // "One" and "two" mostly point ("the two officials"); they do not name a figure to be matched.
          weight:
            spelled !== undefined && spelled <= 2
              ? "stop"
              : inPhrase.length > 0 && weight === "light"
                ? "content"
                : weight,
          concepts: inPhrase.length > 0 ? [...own, ...inPhrase] : own,
        };
      });
      return { terms, grams: pack.keepsMarks ? syllablePairs(terms) : gramsOf(terms) };
    },
  };
}

/** The language's own words as they are typed, by their first letter: stems are too short to tell a slip from a word. */
function wordsByLetter(pack: LanguagePack, fold: (word: string) => string): ReadonlyMap<string, readonly string[]> {
  const byLetter = new Map<string, string[]>();
  for (const word of new Set([...Object.values(pack.concepts).flat(), ...pack.words.light].map(fold))) {
    const letter = word.charAt(0);
    const sameLetter = byLetter.get(letter);
    if (!/^\p{L}+$/u.test(word)) continue;
    if (sameLetter) sameLetter.push(word);
    else byLetter.set(letter, [word]);
  }
  return byLetter;
}

function termsOf(names: Iterable<string>, term: (word: string) => string): string[] {
  return [...names].flatMap((name) => tokenize(name).map((token) => term(token.text)));
}

/** The tokens with those words split that were written as one. */
function splitWords(tokens: readonly Token[], segmented: (word: string) => readonly string[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const parts = token.kind === "word" ? segmented(token.text) : [token.text];
    let at = 0;
    for (const text of parts) {
      const isWhole = parts.length === 1;
      const written = isWhole ? token.written : token.written.slice(at, at + text.length);
      const capital = token.capital && at === 0;
      at += text.length;
      result.push({ ...token, text, written, capital, position: result.length });
    }
  }
  return result;
}

/**
 * Concepts of two-word phrases that the word at `i` begins or ends: side by side, across stop words ("pull the
 * strings"), or as a verb and its particle at the end of the sentence ("gab … zu").
 */
function phraseConcepts(
  { phrases, inPhrases }: Lexicon,
  stems: readonly string[],
  i: number,
  isStop: (index: number) => boolean,
): readonly string[] {
  if (!inPhrases.has(stems[i] ?? "")) return NO_CONCEPTS;
  const at = (first: number, second: number) => phrases.get(`${stems[first]} ${stems[second]}`);
  let next = i + 1;
  while (next < stems.length - 1 && isStop(next)) next++;
  let previous = i - 1;
  while (previous > 0 && isStop(previous)) previous--;
  const last = stems.length - 1;
  return (
    at(i, i + 1) ??
    at(i - 1, i) ??
    at(i, next) ??
    at(previous, i) ??
    (i < last ? at(i, last) : undefined) ??
    NO_CONCEPTS
  );
}

/** How the pack's text is read; where its words are not spaced, they are cut by its own lists and the names. */
function readingOf(pack: LanguagePack, names: readonly string[]): Reading {
  const readAs = { ...(pack.readAs ? { readAs: pack.readAs } : {}), ...(pack.spell ? { spell: pack.spell } : {}) };
  const { stop, light, numbers, months, beyond, anaphora } = pack.words;
  const own = [
    ...light,
    ...beyond,
    ...anaphora,
    ...Object.keys(numbers),
    ...months.flat(),
    ...Object.values(pack.concepts).flat(),
  ];
  if (![...stop, ...own].some(isUnspaced)) return readAs;
  const runs = (list: readonly string[]) =>
    list
      .flatMap((word) => readLetters(normalize(word), pack.readAs).split(/[^\p{L}\p{M}]+/u))
      .filter((word) => /^\p{L}/u.test(word) && isUnspaced(word));
  const segment = createSegmentation({
    words: runs([...own, ...names, ...(pack.words.names ?? []), ...countryNames(pack.tag)]),
    particles: runs(stop),
    whole: runs(pack.words.whole ?? []),
    numbers,
  });
  return { ...readAs, segment };
}

/** Names of months that are a number and a word ("7月", "tháng 7", "ខែ7"): both, joined by a space, to the month's first name. */
function numberedMonths(pack: LanguagePack, reading: Reading): ReadonlyMap<string, string> {
  return new Map(
    pack.words.months.flatMap(([first = "", ...others]) =>
      others.flatMap((name): [string, string][] => {
        const tokens = tokenize(name, reading);
        return tokens.length === 2 && tokens.some((token) => token.kind === "number")
          ? [[tokens.map((token) => token.text).join(" "), first]]
          : [];
      }),
    ),
  );
}

/** Beside the figure stands the stem: "7월에" is the month as well. */
function joinMonths(
  tokens: readonly Token[],
  months: ReadonlyMap<string, string>,
  space: "" | " ",
  term: (word: string) => string,
): readonly Token[] {
  if (months.size === 0) return tokens;
  const keyOf = ({ kind, text }: Token) => (kind === "number" ? text : term(text));
  const monthAt = (first: Token | undefined, second: Token | undefined) =>
    first && second ? months.get(`${keyOf(first)} ${keyOf(second)}`) : undefined;
  return tokens.flatMap((token, i): Token[] => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    if (monthAt(before, token) !== undefined) return [];
    const month = monthAt(token, after);
    if (!month || !after) return [token];
    const { kind } = after.kind === "number" ? token : after;
    return [{ ...after, kind, text: month, written: `${token.written}${space}${after.written}`, position: i }];
  });
}

/**
 * Joins the syllables of words that the pack's lists know, the longest word first. A word of the lexicon that is a row
 * of shorter known ones ("trung tâm lừa đảo") stays apart, so that each part is found.
 */
function syllableJoiner(pack: LanguagePack, reading: Reading): (tokens: readonly Token[]) => readonly Token[] {
  const { stop, light, numbers, months, beyond, anaphora, names = [] } = pack.words;
  const rows = (words: readonly string[]) =>
    words.map((word) => tokenize(word, reading).map((token) => token.text)).filter((row) => row.length > 0);
  const own = rows([...stop, ...light, ...Object.keys(numbers), ...months.flat(), ...beyond, ...anaphora, ...names]);
  const lexical = rows([...Object.values(pack.concepts).flat(), ...countryNames(pack.tag)]);
  const known = new Set([...own, ...lexical].map((row) => row.join(" ")));
  const isRow = (row: readonly string[]): boolean =>
    row.length > 2 && row.some((_, cut) => cut > 0 && isKnownRow(row.slice(0, cut)) && isKnownRow(row.slice(cut)));
  const isKnownRow = (row: readonly string[]) => known.has(row.join(" ")) || isRow(row);
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const row of [...own, ...lexical.filter((row) => !isRow(row))]) {
    const [first = ""] = row;
    if (row.length < 2) continue;
    const same = byFirst.get(first);
    if (same) same.push(row);
    else byFirst.set(first, [row]);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.length - a.length);
  return (tokens) => {
    const joined: Token[] = [];
    for (let at = 0; at < tokens.length; ) {
      const first = tokens[at] as Token;
      const row = byFirst.get(first.text)?.find((word) => word.every((text, i) => tokens[at + i]?.text === text));
      const size = row?.length ?? 1;
      const written = tokens.slice(at, at + size).map((token) => token.written);
      joined.push(
        row
          ? { ...first, text: row.join(" "), written: written.join(" "), position: joined.length }
          : { ...first, position: joined.length },
      );
      at += size;
    }
    return joined;
  };
}

interface Lexicon {
  readonly conceptsOf: ReadonlyMap<string, readonly string[]>;
  /** By the stems of both words. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** Every stem that is one of the two: hardly any word of a text is. */
  readonly inPhrases: ReadonlySet<string>;
}

function lexicon(
  pack: LanguagePack,
  term: (word: string) => string,
  read: (text: string) => readonly Token[],
  isStop: (token: Token) => boolean,
): Lexicon {
  const conceptsOf = new Map<string, string[]>();
  const phrases = new Map<string, string[]>();
  const inPhrases = new Set<string>();
  const add = (to: Map<string, string[]>, key: string, concept: string) => {
    const list = to.get(key);
    if (!list) to.set(key, [concept]);
    else if (!list.includes(concept)) list.push(concept);
  };
  for (const [concept, words] of Object.entries(pack.concepts)) {
    for (const word of words) {
      const all = read(word);
      // "Centre d'arnaque": two words of a text are a phrase across the stop words between them, too.
      const said = all.length > 2 ? all.filter((token) => !isStop(token)) : all;
      const tokens = said.map((token) => term(token.text));
      if (all.length === 1 && tokens[0]) add(conceptsOf, tokens[0], concept);
      else if (tokens.length > 1) {
        add(phrases, tokens.join(" "), concept);
        for (const token of tokens) inPhrases.add(token);
      }
    }
  }
  return { conceptsOf, phrases, inPhrases };
}

const HANGUL = /^\p{Script=Hangul}+$/u;
const HAN = /^\p{Script=Han}+$/u;
const THAI_LAO = /^[\p{Script=Thai}\p{Script=Lao}\p{M}]+$/u;

/**
 * Four letters where words are spaced, two characters or syllables where they are not, none across stop words. A Chinese
 * character is a word often enough to stand for itself, too.
 */
function gramsOf(terms: readonly Term[]): string[] {
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
    else grams.push(...ngrams(foldDiacritics(token.text), LETTER_SIZE));
  }
  flush();
  return grams;
}

/** Where a syllable is a word of its own (Vietnamese), pairs of neighbours name an idea. */
function syllablePairs(terms: readonly Term[]): string[] {
  const syllables = terms.flatMap(({ token, weight }) =>
    token.text.split(" ").map((text) => ({ text, isStop: weight === "stop" })),
  );
  return syllables.slice(1).flatMap((syllable, i) => {
    const before = syllables[i];
    return before && !(before.isStop && syllable.isStop) ? [`${before.text} ${syllable.text}`] : [];
  });
}

/** The function with its results kept, until there are too many of them. */
function remembered<T>(compute: (word: string) => T): (word: string) => T {
  const results = new Map<string, T>();
  return (word) => {
    const known = results.get(word);
    if (known !== undefined) return known;
    const result = compute(word);
    if (results.size >= MAX_REMEMBERED) results.clear();
    results.set(word, result);
    return result;
  };
}
