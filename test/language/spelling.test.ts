import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closestWord, editDistance, forgivenSlips } from "../../src/language/spelling.ts";

/** Optimal string alignment by its definition: slow and obvious. */
function slowDistance(a: string, b: string): number {
  const [i, j] = [a.length, b.length];
  if (i === 0 || j === 0) return Math.max(i, j);
  const costs = [
    slowDistance(a.slice(0, -1), b) + 1,
    slowDistance(a, b.slice(0, -1)) + 1,
    slowDistance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (i > 1 && j > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    costs.push(slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...costs);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "ü", "警"), maxLength: 6 });

describe("editDistance", () => {
  it.each([
    ["poipet", "poipett", 1],
    ["poipet", "popiet", 1],
    ["razzia", "razia", 1],
    ["berg", "burg", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
  ])("of %s and %s is %d", (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });

  it("is what the definition gives, up to the limit", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(slowDistance(a, b), limit + 1));
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("is symmetric, and 0 for the same word only", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 6)).toBe(editDistance(b, a, 6));
        expect(editDistance(a, b, 6) === 0).toBe(a === b);
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe("closestWord", () => {
  const vocabulary = ["iraq", "court", "festnahme", "network", "repatriation", "nigeria", "november", "rückführung"];

  it.each([
    ["netwrok", "network"],
    ["repatraition", "repatriation"],
    ["festname", "festnahme"],
    ["novembre", "november"],
  ])("%s → %s", (typed, meant) => {
    expect(closestWord(typed, vocabulary)).toBe(meant);
  });

  it.each(["iran", "count", "niger", "estnahme", "zebra", "", "networking"])("%j → none", (typed) => {
    expect(closestWord(typed, vocabulary)).toBeUndefined();
  });

  it("gives the nearest within what is forgiven, or none", () => {
    const long = fc.string({ unit: fc.constantFrom(..."aeinrst"), minLength: 4, maxLength: 10 });
    fc.assert(
      fc.property(long, fc.uniqueArray(long, { minLength: 1, maxLength: 20 }), (typed, words) => {
        const closest = closestWord(typed, words);
        if (closest === undefined) return;
        expect(words).toContain(closest);
        expect(editDistance(typed, closest, 9)).toBeLessThanOrEqual(forgivenSlips(typed.length));
        for (const other of words)
          if (other[0] === typed[0] && forgivenSlips(other.length) > 0)
            expect(editDistance(typed, closest, 9)).toBeLessThanOrEqual(editDistance(typed, other, 9));
      }),
      { seed: 8, numRuns: 150 },
    );
  });
});
