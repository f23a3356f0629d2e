/** Hangul syllables taken apart into consonant, vowel and final consonant, and put together again (Unicode Standard, 3.12). */
const FIRST = 0xac00;
const LAST = 0xd7a3;
const VOWELS = 21;
const FINALS = 28;

interface Syllable {
  readonly initial: number;
  readonly vowel: number;
  /** 0 for an open syllable. */
  readonly final: number;
}

/** Indices of the vowels and finals that the conjugation needs. */
export const VOWEL = { a: 0, ae: 1, eo: 4, e: 5, yeo: 6, o: 8, wa: 9, wae: 10, oe: 11, u: 13, wo: 14, eu: 18, i: 20 };
export const FINAL = { none: 0, n: 4, l: 8, m: 16, b: 17, ss: 20 };

export function takeApart(syllable: string | undefined): Syllable | undefined {
  const code = syllable?.codePointAt(0) ?? 0;
  if (code < FIRST || code > LAST) return undefined;
  const index = code - FIRST;
  return {
    initial: Math.floor(index / (VOWELS * FINALS)),
    vowel: Math.floor(index / FINALS) % VOWELS,
    final: index % FINALS,
  };
}

function putTogether({ initial, vowel, final }: Syllable): string {
  return String.fromCodePoint(FIRST + (initial * VOWELS + vowel) * FINALS + final);
}

/** The final consonant of the word's last syllable; `undefined` when it is no Hangul. */
export function finalOf(word: string): number | undefined {
  return takeApart(word.at(-1))?.final;
}

/** The word with another final consonant in its last syllable, and another vowel if one is given. */
export function withFinal(word: string, final: number, vowel?: number): string {
  const last = takeApart(word.at(-1));
  return last ? word.slice(0, -1) + putTogether({ ...last, vowel: vowel ?? last.vowel, final }) : word;
}
