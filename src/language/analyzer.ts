/** Turns text into the terms that are indexed and searched: one analyzer for a language, used on both sides alike. */
import { wordParts } from "./compounds.ts";
import { gramsOf, syllablePairs } from "./grams.ts";
import { composedNumber } from "./numerals.ts";
import type { LanguagePack } from "./pack.ts";
import { closestWord } from "./spelling.ts";
import { createTokenizer } from "./tokenizer.ts";
import { foldDiacritics, type Token, tokenize } from "./tokens.ts";

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
/** Letters of an acronym that may be mistaken for a word ("US", "WHO", "AIDS"). */
const MAX_ACRONYM = 4;
/** The same where nothing else stands beside it: "FÜR" is shouted. */
const MAX_LONE_ACRONYM = 2;
const ACRONYM = /^(?:\p{Lu}\.?){2,4}$/u;
/** Words whose analysis is kept at the most: people type any number of different ones. */
const MAX_REMEMBERED = 200_000;

/** `names` are words that the language cannot know and that other words may be written against, such as a base's names. */
export function createAnalyzer(pack: LanguagePack, names: readonly string[] = []): Analyzer {
  const term = remembered((word) => (pack.keepsMarks ? word : foldDiacritics(pack.stem(word))));
  const fold = (word: string) => (pack.keepsMarks ? word.toLowerCase() : foldDiacritics(word.toLowerCase()));
  // Where words carry particles and endings, a stop word has too many forms to list.
  const stopKey = pack.segment ? term : fold;
  const read = createTokenizer(pack, names, term);
  const stop = new Set(pack.words.stop.flatMap((word) => read(word).map((token) => stopKey(token.text))));
  const light = new Set(pack.words.light.flatMap((word) => read(word).map((token) => term(token.text))));
  const lightPairs = new Set((pack.words.lightPairs ?? []).map((pair) => termsOf([pair], term).join(" ")));
  const ideas = lexicon(pack, term, read, (token) => stop.has(stopKey(token.text)));
  const { conceptsOf } = ideas;
  const known = new Set([
    ...conceptsOf.keys(),
    ...light,
    ...pack.words.stop.map((word) => term(word)),
    ...(pack.words.familiar ?? []).map((word) => term(word)),
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
        const inLightPair = lightPairs.has(`${stemmed} ${stems[i + 1]}`);
        const weight = stops[i] ? "stop" : inLightPair || light.has(stemmed) ? "light" : "content";
        const spelled = spelledValue(token);
        const inPhrase = inLightPair ? NO_CONCEPTS : phraseConcepts(ideas, stems, i, (index) => stops[index] === true);
        const own = (inLightPair ? undefined : conceptsOf.get(stemmed)) ?? NO_CONCEPTS;
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
    (i === last ? firstOf(stems, (_, first) => at(first, last)) : undefined) ??
    NO_CONCEPTS
  );
}

/** The first value that is one. */
function firstOf<Item, Value>(items: readonly Item[], find: (item: Item, i: number) => Value | undefined) {
  for (const [i, item] of items.entries()) {
    const value = find(item, i);
    if (value !== undefined) return value;
  }
  return undefined;
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
