const SHORTEST_PART = 3;
/** A Hangul syllable says as much as two or three letters. */
const SHORTEST_HANGUL_PART = 2;
/** Longer than any compound that people write; what is longer is noise. */
const LONGEST_COMPOUND = 60;

/**
 * Splits a compound ("Betrugszentrum") into known words, longest first part first; empty when the whole is no compound
 * of known words. `know` returns the term of a known word; it is asked at most once for every stretch of letters. After
 * Koehn and Knight, "Empirical Methods for Compound Splitting", EACL 2003, with a lexicon in place of corpus counts.
 */
export function wordParts(
  word: string,
  linkingElements: readonly string[],
  know: (part: string) => string | undefined,
): readonly string[] {
  if (word.length > LONGEST_COMPOUND) return [];
  const shortest = /^\p{Script=Hangul}/u.test(word) ? SHORTEST_HANGUL_PART : SHORTEST_PART;
  const splits = new Map<number, readonly string[]>();

  const splitFrom = (start: number): readonly string[] => {
    const found = splits.get(start);
    if (found) return found;
    // A dead end stays one, by whichever parts it was reached.
    splits.set(start, []);
    const split = firstSplit(start);
    splits.set(start, split);
    return split;
  };

  const firstSplit = (start: number): readonly string[] => {
    for (let end = word.length - shortest; end >= start + shortest; end--) {
      const head = know(word.slice(start, end));
      if (head === undefined) continue;
      for (const link of linkingElements) {
        const rest = end + link.length;
        if (!word.startsWith(link, end) || word.length - rest < shortest) continue;
        const tail = know(word.slice(rest));
        const tails = tail === undefined ? splitFrom(rest) : [tail];
        if (tails.length > 0) return [head, ...tails];
      }
    }
    return [];
  };

  return splitFrom(0);
}
