import { stemmerFor } from "../stemmers.ts";
import { foldDiacritics } from "../tokens.ts";

const snowball = stemmerFor("es");

/** Endings whose accent people leave out, and without which the stemmer does not know them ("operacion", "prometio"). */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[cs]i)on$/u, "ón"],
  [/(?<=\p{L}{3}i)o$/u, "ó"],
];
/** Nouns that look like an inflected form of another word. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ["redada", "redada"],
  ["redadas", "redada"],
]);

/** The stem with and without accents alike: the stemmer tells endings by them, people leave them out. */
export function stem(word: string): string {
  const folded = foldDiacritics(word);
  return (
    NOUNS.get(folded) ?? snowball(ENDINGS.reduce((text, [ending, accented]) => text.replace(ending, accented), folded))
  );
}
