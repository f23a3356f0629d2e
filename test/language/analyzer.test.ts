import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { packFor } from "../../src/language/packs.ts";

describe("an analyzer", () => {
  it.each(["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"])(
    "takes %s for a word like any other, not for a number word",
    (word) => {
      const [term] = createAnalyzer(packFor("en")).analyze(word).terms;
      expect(term).toMatchObject({ weight: "content", concepts: [], token: { kind: "word" } });
      expect(term?.text).not.toMatch(/function|object/);
    },
  );

  it("takes capitals for an acronym where the word would be another one", () => {
    const { analyze } = createAnalyzer(packFor("en"));
    const term = (text: string, i: number) => analyze(text).terms[i];
    expect(term("What did the US say?", 3)).toMatchObject({ text: "US", weight: "content" });
    expect(term("What did the U.S. say?", 3)).toMatchObject({ text: "US", weight: "content" });
    expect(term("What did the WHO say?", 3)).toMatchObject({ text: "WHO", weight: "content" });
    expect(term("Tell us more", 1)).toMatchObject({ weight: "stop" });
    expect(term("used cars", 0)?.text).not.toBe("US");
  });

  it("takes nothing for an acronym where everything is in capitals", () => {
    const { analyze } = createAnalyzer(packFor("en"));
    const texts = (text: string) => analyze(text).terms.map((term) => term.text);
    expect(texts("WHO RAID US")).toEqual(texts("who raid us"));
  });
});
