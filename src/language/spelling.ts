/** Spelling mistakes: which known word a person meant. */

/**
 * Optimal string alignment distance (insert, delete, replace, swap neighbours), at most `limit + 1`: what lies beyond
 * is not told apart. Damerau 1964; Wagner and Fischer 1974.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}

/**
 * How many slips are forgiven. None in words so short that a slip makes another word ("Iran", "Iraq"; "court", "count"),
 * and none ever in digits: callers pass words only.
 */
export function forgivenSlips(length: number): number {
  return length < 6 ? 0 : length < 9 ? 1 : 2;
}

/** The vocabulary's nearest word that begins alike, or `undefined`; ties go to the first. */
export function closestWord(word: string, vocabulary: Iterable<string>): string | undefined {
  const limit = forgivenSlips(word.length);
  if (limit === 0) return undefined;
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of vocabulary) {
    if (candidate[0] !== word[0] || forgivenSlips(candidate.length) === 0) continue;
    const distance = editDistance(word, candidate, least - 1);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
