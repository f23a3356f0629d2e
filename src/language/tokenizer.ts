/** How a language's text is cut into tokens: by its own lists, numbered months and words of several syllables as one. */
import { countryNames } from "./countries.ts";
import type { LanguagePack } from "./pack.ts";
import { createSegmentation } from "./segmentation.ts";
import { isUnspaced, normalize, type Reading, readLetters, type Token, tokenize } from "./tokens.ts";

/** `names` are words that the language cannot know, such as a base's names; `term` gives a word its term. */
export function createTokenizer(
  pack: LanguagePack,
  names: readonly string[],
  term: (word: string) => string,
): (text: string) => readonly Token[] {
  const reading = readingOf(pack, names);
  const months = numberedMonths(pack, reading);
  const join = pack.syllables ? syllableJoiner(pack, reading) : undefined;
  return (text) => {
    const tokens = joinMonths(tokenize(text, reading), months, join ? " " : "", term);
    return join ? join(tokens) : tokens;
  };
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
