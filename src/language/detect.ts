/** Which language a short question is in, among those that the fact base and the core know. */
import { known, nearestLanguage, packFor, primaryLanguage } from "./packs.ts";
import { foldDiacritics, tokenize } from "./tokens.ts";

/** What tells a language of its own: a script that only it uses among those supported, or letters that others lack. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Khmer}/gu, "km"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Lao}/gu, "lo"],
  [/\p{Script=Myanmar}/gu, "my"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Cyrillic}/gu, "ru"],
];
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[äöüß]/giu, "de"],
  [/[ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu, "vi"],
  [/[ñ¿¡]/giu, "es"],
  [/[œçêèëîïûà]/giu, "fr"],
];

/** Whether a language's part of the fact base holds a word. */
export type KnownWord = (language: string, word: string) => boolean;

// A function word tells a language best; a word of the base little, since names stand in every language.
const STOP_WORD = 2;
/** What its marks add to one in a language whose marks tell words apart, and what it loses without them: "la" is many languages' word, "là" hardly any's. */
const MARKED = 2;
const UNMARKED = -1;
/** Two words side by side as the language's questions have them ("la ai"), where its words are as short as another's. */
const PAIR = 1.5;
const LEXICON_WORD = 1;
/** A word of the lexicon but for its marks, where these tell words apart: "met" is no "mét". */
const UNMARKED_WORD = 0.5;
const BASE_WORD = 0.6;
const LETTER = 1.5;

/**
 * The language of `text`: one of `candidates` or a language that its script gives away. `preferred` decides between
 * equals and for text that tells nothing (names, digits).
 */
export function detectLanguage(
  text: string,
  candidates: readonly string[],
  preferred: string,
  knows: KnownWord,
): string {
  const script = scriptLanguage(text);
  if (script) return amongCandidates(script, text, candidates, preferred);
  const tokens = tokenize(text).filter((token) => token.kind === "word");
  const languages = [...new Set([preferred, ...candidates, ...known.map((pack) => pack.tag)].map(primaryLanguage))];
  let best = preferred;
  let most = 0;
  let bestStops = 0;
  for (const language of languages) {
    const { stop, lexicon, written, marked, pairs } = knownWords(language);
    let score = 0;
    let stops = 0;
    for (const { text: word } of tokens) {
      const folded = foldDiacritics(word);
      if (stop.has(folded)) {
        stops++;
        if (marked) score += marked.has(word) ? (word === folded ? 0 : MARKED) : UNMARKED;
      } else if (lexicon.has(folded)) score += !written || written.has(word) ? LEXICON_WORD : UNMARKED_WORD;
      else if (knows(language, word)) score += BASE_WORD;
    }
    if (pairs) score += PAIR * pairsOf(tokens.map((token) => token.text)).filter((pair) => pairs.has(pair)).length;
    for (const [letters, tag] of LETTERS) if (tag === language) score += (text.match(letters)?.length ?? 0) * LETTER;
    score += stops * STOP_WORD;
    if (score > most) {
      most = score;
      best = language;
      bestStops = stops;
    }
  }
  // Names in Latin letters, however many, make no sentence in a language of Latin letters.
  if (bestStops === 0) best = scriptBesideName(text) ?? best;
  return amongCandidates(best, text, candidates, preferred);
}

/** The candidate that stands for a language: of two scripts the one that the text is written in, or else the preferred. */
function amongCandidates(language: string, text: string, candidates: readonly string[], preferred: string): string {
  const written = writtenForm(language, text);
  if (written) return nearestLanguage(written, candidates) ?? written;
  const same = candidates.filter((tag) => primaryLanguage(tag) === language);
  if (primaryLanguage(preferred) === language) return nearestLanguage(preferred, same) ?? preferred;
  return same[0] ?? language;
}

/** The pack of the script that a text in a language of two scripts is in, as far as its letters tell. */
function writtenForm(language: string, text: string): string | undefined {
  const forms = known
    .filter((pack) => pack.ownLetters && primaryLanguage(pack.tag) === language)
    .map(({ tag, ownLetters }) => ({ tag, count: [...text].filter((letter) => ownLetters?.has(letter)).length }))
    .sort((a, b) => b.count - a.count);
  const [most, next] = forms;
  return most && most.count > (next?.count ?? 0) ? most.tag : undefined;
}

function scriptLanguage(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const counts = SCRIPTS.map(([script, language]) => ({ language, count: lettersOf(script, text) }));
  const kana = counts[0];
  if (kana && kana.count > 0 && kana.count * 5 > letters) return kana.language;
  const most = counts.reduce((a, b) => (b.count > a.count ? b : a));
  // Names in Latin letters stand in questions of every script.
  return most.count * 4 > letters ? most.language : undefined;
}

/** Vowel signs, which some scripts write as marks, would make a name in them outweigh the letters of other scripts. */
function lettersOf(script: RegExp, text: string): number {
  return (text.match(script) ?? []).filter((sign) => /\p{L}/u.test(sign)).length;
}

/** A script beside a Latin name that is most of a short question ("Chen Zhi 是谁?", "Chen Zhi 왜?"). */
function scriptBesideName(text: string): string | undefined {
  return SCRIPTS.find(([script]) => text.search(script) >= 0)?.[1];
}

interface WordLists {
  readonly stop: ReadonlySet<string>;
  readonly lexicon: ReadonlySet<string>;
  /** The lexicon with its marks, where these tell words apart. */
  readonly written?: ReadonlySet<string>;
  /** The stop words with their marks, where these tell words apart. */
  readonly marked?: ReadonlySet<string>;
  /** Neighbours in typical questions, where spaces stand between syllables. */
  readonly pairs?: ReadonlySet<string>;
}

const wordLists = new Map<string, WordLists>();

/** Neighbours, without their marks. */
function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, i) => foldDiacritics(`${words[i]} ${word}`));
}

function knownWords(language: string) {
  let lists = wordLists.get(language);
  if (!lists) {
    const pack = packFor(language);
    const fold = (words: readonly string[]) =>
      new Set(words.flatMap((word) => tokenize(word).map((token) => foldDiacritics(token.text))));
    const lexical = [...pack.words.light, ...Object.values(pack.concepts).flat(), ...Object.keys(pack.words.numbers)];
    lists = {
      stop: fold(pack.words.stop),
      lexicon: fold(lexical),
      ...(pack.keepsMarks && {
        written: new Set(lexical.flatMap((word) => tokenize(word).map((token) => token.text))),
        marked: new Set(pack.words.stop.flatMap((word) => tokenize(word).map((token) => token.text))),
      }),
      ...(pack.syllables && {
        pairs: new Set(pack.syllables.phrases.flatMap((text) => pairsOf(tokenize(text).map((token) => token.text)))),
      }),
    };
    wordLists.set(language, lists);
  }
  return lists;
}
