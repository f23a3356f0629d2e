const SHORTEST_PART = 3;

/**
 * Splits a compound ("Betrugszentrum") into known words, longest first part first; empty when the whole is no compound
 * of known words. `know` returns the term of a known word. After Koehn and Knight, "Empirical Methods for Compound
 * Splitting", EACL 2003, with a lexicon in place of corpus counts.
 */
export function wordParts(
  word: string,
  linkingElements: readonly string[],
  know: (part: string) => string | undefined,
): readonly string[] {
  for (let end = word.length - SHORTEST_PART; end >= SHORTEST_PART; end--) {
    const head = know(word.slice(0, end));
    if (head === undefined) continue;
    for (const link of linkingElements) {
      if (!word.startsWith(link, end)) continue;
      const rest = word.slice(end + link.length);
      if (rest.length < SHORTEST_PART) continue;
      const tail = know(rest);
      if (tail !== undefined) return [head, tail];
      const tails = wordParts(rest, linkingElements, know);
      if (tails.length > 0) return [head, ...tails];
    }
  }
  return [];
}
