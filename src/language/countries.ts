/** Names of the world's countries, from the Unicode CLDR data that the runtime carries: no list of our own to keep. */
import type { Analyzer } from "./analyzer.ts";

/** Terms that are a country's whole name in the analyzer's language; names of several words are left out. */
export function countryTerms(analyzer: Analyzer): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const name of countryNames(analyzer.pack.tag)) {
    const [only, ...others] = analyzer.analyze(name).terms;
    if (only && others.length === 0) terms.add(only.text);
  }
  return terms;
}

/** The names of the world's countries in a language (BCP 47). */
export function countryNames(language: string): readonly string[] {
  let names = known.get(language);
  if (!names) {
    names = namesIn(language);
    known.set(language, names);
  }
  return names;
}

const known = new Map<string, readonly string[]>();

function namesIn(language: string): readonly string[] {
  // The short style has the abbreviations that people type: "US", "UK".
  const styles = (["long", "short"] as const).map(
    (style) => new Intl.DisplayNames([language, "en"], { type: "region", style, fallback: "none" }),
  );
  return codes.flatMap((code) => styles.flatMap((names) => names.of(code) ?? []));
}

/** What each country is called in one language and in another. */
export function countryPairs(one: string, other: string): readonly (readonly [string, string])[] {
  const [theirs, ours] = [one, other].map(
    (language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" }),
  );
  return codes.flatMap((code): [string, string][] => {
    const [from, to] = [theirs?.of(code), ours?.of(code)];
    return from === undefined || to === undefined ? [] : [[from, to]];
  });
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
