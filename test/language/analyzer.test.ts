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
});
