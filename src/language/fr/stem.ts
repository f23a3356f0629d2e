import { stemmerFor } from "../stemmers.ts";
import { foldDiacritics } from "../tokens.ts";

const snowball = stemmerFor("fr");

/** Participles whose accent people leave out; "rapatries" is one more often than a verb's form. */
const PARTICIPLE = /(?<=[^aeiou]i?)e(?=es?$)|(?<=\p{L}{3}i)e(?=s?$)/u;

/** The stem with and without accents alike: the stemmer tells endings by them, people leave them out. */
export function stem(word: string): string {
  return snowball(foldDiacritics(word).replace(PARTICIPLE, "é"));
}
