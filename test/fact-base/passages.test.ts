import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchor, fold, foldDocument, locate } from "../../src/fact-base/passages.ts";
import { Passage } from "../../src/fact-base/schema.ts";
import { splitSentences } from "../../src/fact-base/sentences.ts";

function anchors(document: string, language = "en") {
  const folded = foldDocument(document);
  const sentences = splitSentences(document, language);
  return sentences.map((sentence, i) => ({
    sentence: document.slice(sentence.start, sentence.end),
    passage: anchor(document, folded, sentences, i),
  }));
}

describe("a passage is located", () => {
  test("once when its start stands in one place", () => {
    expect(locate("One two three. Four five six.", { start: "Four", end: "six" })).toEqual([{ start: 15, end: 28 }]);
  });

  test("as often as its start is followed by its end", () => {
    expect(locate("a b. a c. a b.", { start: "a", end: "b" })).toHaveLength(3);
  });

  test("nowhere when the end comes only before the start", () => {
    expect(locate("end and start", { start: "start", end: "end" })).toEqual([]);
  });

  test("whatever quotation marks, spaces, compatibility forms and invisible characters are used", () => {
    const passage = { start: "Er sagte „ja“", end: "6½ Stun\u00adden" };
    expect(locate('Er\u00a0sagte "ja"\n  und blieb 6½ Stunden.', passage)).toHaveLength(1);
  });
});

describe("an anchor", () => {
  test("takes three words at each end when they are enough", () => {
    expect(
      anchors("Der Minister Liu dankte der Regierung sehr herzlich. Danach fuhr er ab.", "de")[0]?.passage,
    ).toEqual({
      start: "Der Minister Liu",
      end: "Regierung sehr herzlich",
    });
  });

  test("takes more when three words stand elsewhere, too", () => {
    const [first, second] = anchors("In the year two men came home early. In the year three men left home late.");
    expect(first?.passage?.start).toBe("In the year two");
    expect(second?.passage?.start).toBe("In the year three");
  });

  test("ends where the end is first met", () => {
    const [first] = anchors("We met him and saw him and liked him. That was all.");
    expect(first?.passage).toEqual({ start: "We met him", end: "and liked him" });
  });

  test("does not cut a token", () => {
    expect(anchors("Der Online-Betrug in Kambodscha nimmt seit Jahren deutlich zu.", "de")[0]?.passage?.start).toBe(
      "Der Online-Betrug in",
    );
  });

  test("counts words in a script without spaces", () => {
    const passage = anchors("柬埔寨警方在波贝市逮捕了二百七十多人。中国感谢柬埔寨政府的合作。", "zh")[0]?.passage;
    expect(passage && Passage.safeParse(passage).success).toBe(true);
    expect(passage?.start.startsWith("柬埔寨警方")).toBe(true);
  });

  test("borrows words of a neighbour for a sentence that is repeated", () => {
    const document = "He came. Nobody knew why. She left. Nobody knew why. They slept.";
    for (const { passage } of anchors(document)) expect(passage && locate(document, passage)).toHaveLength(1);
  });

  test("is not found when nothing tells the places apart", () => {
    expect(
      anchors("Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja. Ja.", "de").map(
        ({ passage }) => passage,
      ),
    ).toContain(undefined);
  });
});

const words = fc.constantFrom(
  "Anna",
  "came",
  "home",
  "Bo",
  "left",
  "6½",
  "„so“",
  "it’s",
  "in",
  "the",
  "ﬁne",
  "e\u0301te\u0301",
  "한국",
  "中文",
  "x\u200by",
  "a-b-c",
  "  ",
  "\u00a0",
);
const documents = fc
  .array(fc.array(words, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 8 })
  .map((sentences) => sentences.map((sentence) => `${sentence.join(" ")}.`).join(" Z"));

test("every anchor satisfies the schema, is copied exactly, finds one place, and that lies on its sentence and one neighbour at most", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const flat = document.replace(/\s+/gu, " ");
      const text = fold(document);
      const folded = foldDocument(document);
      expect(folded.text).toBe(text);
      const sentences = splitSentences(document, "en");
      const places = sentences.map(({ start, end }) => ({
        start: folded.offsets[start] ?? 0,
        end: folded.offsets[end] ?? 0,
      }));
      sentences.forEach((_, i) => {
        const passage = anchor(document, folded, sentences, i);
        if (!passage) return;
        expect(Passage.safeParse(passage).success).toBe(true);
        expect(flat).toContain(passage.start);
        expect(flat).toContain(passage.end);
        expect(locate(folded, passage)).toHaveLength(1);
        // As the scorer does it: the first start, then the first end from there.
        const from = text.indexOf(fold(passage.start));
        const to = text.indexOf(fold(passage.end), from) + fold(passage.end).length;
        const spanned = places.flatMap(({ start, end }, j) => (start < to && from < end ? [j] : []));
        expect(spanned).toContain(i);
        expect(spanned.length).toBeLessThanOrEqual(2);
      });
    }),
    { numRuns: 500 },
  );
});

test("folding a document piece by piece gives what folding it at once gives", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      expect(foldDocument(text).text).toBe(fold(text));
    }),
    { numRuns: 2000 },
  );
});
