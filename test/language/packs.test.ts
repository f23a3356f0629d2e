import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { known } from "../../src/language/packs.ts";

describe.each(known.map((pack) => [pack.tag, pack] as const))("the pack of %s", (_, pack) => {
  // A table that is a plain object would give a function for them.
  it("reads words that every object has like any other", () => {
    const { terms } = createAnalyzer(pack).analyze("constructor toString valueOf __proto__ hasOwnProperty");
    expect(terms.length).toBeGreaterThan(0);
    for (const { text } of terms) expect(text).toBeTypeOf("string");
  });
});
