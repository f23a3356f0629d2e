/** Names of the world's countries, from the Unicode CLDR data that the runtime carries: no list of our own to keep. */
import type { Analyzer } from "./analyzer.ts";
import { tokenize } from "./tokens.ts";

/** Terms that are a country's whole name in the analyzer's language; names of several words are left out. */
export function countryTerms(analyzer: Analyzer): ReadonlySet<string> {
  // The short style has the abbreviations that people type: "US", "UK".
  const styles = (["long", "short"] as const).map(
    (style) => new Intl.DisplayNames([analyzer.pack.tag, "en"], { type: "region", style, fallback: "none" }),
  );
  const terms = new Set<string>();
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      for (const names of styles) {
        const tokens = tokenize(names.of(first + second) ?? "");
        const [token] = tokens;
        if (tokens.length === 1 && token) terms.add(analyzer.term(token.text));
      }
    }
  }
  return terms;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
