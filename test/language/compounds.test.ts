import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordParts } from "../../src/language/compounds.ts";

const WORDS = new Set(["betrug", "betrugs", "zentrum", "netz", "werk", "netzwerk", "polizei", "razzia"]);
const LINKS = ["", "s", "es", "n", "en", "er"];
const parts = (word: string) => wordParts(word, LINKS, (part) => (WORDS.has(part) ? part : undefined));

describe("wordParts", () => {
  it.each([
    ["polizeirazzia", ["polizei", "razzia"]],
    ["betrugszentrum", ["betrugs", "zentrum"]],
    ["netzwerkzentrum", ["netzwerk", "zentrum"]],
    ["polizeinetzwerkrazzia", ["polizei", "netzwerk", "razzia"]],
    ["betrug", []],
    ["betrugsx", []],
    ["xzentrum", []],
    ["", []],
  ])("%s → %j", (word, expected) => {
    expect(parts(word)).toEqual(expected);
  });

  it("gives known words that stand in the compound in order, at least two or none", () => {
    const compound = fc
      .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...LINKS)), { minLength: 1, maxLength: 4 })
      .map((list) => list.flat().join(""));
    fc.assert(
      fc.property(compound, (word) => {
        const found = parts(word);
        if (found.length === 0) return;
        expect(found.length).toBeGreaterThan(1);
        let at = 0;
        for (const part of found) {
          expect(WORDS.has(part)).toBe(true);
          at = word.indexOf(part, at) + part.length;
          expect(at).toBeGreaterThanOrEqual(part.length);
        }
        expect(at).toBe(word.length);
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it("does not try every way to split a word that two ways split", () => {
    // "betrugs" is "betrugs", and "betrug" with a linking s: twelve of them can be split in 4,096 ways, none of which
    // ends in a known word. Trying each would let one message of 200 letters stop the bot for minutes.
    const word = `${"betrugs".repeat(12)}qx`;
    let calls = 0;
    wordParts(word, LINKS, (part) => {
      calls++;
      return WORDS.has(part) ? part : undefined;
    });
    expect(calls).toBeLessThanOrEqual(word.length ** 2);
  });
});
