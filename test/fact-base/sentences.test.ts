import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../../src/fact-base/sentences.ts";

const split = (text: string, language: string) =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe("a sentence goes on after", () => {
  test.each([
    ["an initial", "en", "John C. Messenger sang. He left."],
    ["a title", "en", "Mr. Smith met Dr. Jones. Both left."],
    ["a saint", "de", "Sie reisten zum St. Johns River. Dort blieben sie."],
    ["an ordinal", "de", "Am 8. Februar kam er im 19. Jahrhundert an. Er blieb."],
    ["an abbreviation with spaces", "de", "Das sind z. B. Hunde und u. a. Katzen. Sie bellen."],
    ["a question inside quotes", "de", "„Wer kommt?“ fragte sie. Niemand kam."],
    ["letters with full stops", "en", "The U.S. Senate voted. It passed."],
    ["a line break inside it", "en", "The pressure of O\n2 rises with the\ndepth. It falls again."],
  ])("%s", (_, language, text) => {
    expect(split(text, language)).toHaveLength(2);
  });
});

describe("a sentence ends", () => {
  test("before a number that begins the next one", () => {
    expect(split("Das war die Richtung. 1950 ernannte er Robert.", "de")).toEqual([
      "Das war die Richtung.",
      "1950 ernannte er Robert.",
    ]);
  });

  test("at a line break after a heading", () => {
    expect(split("Razzia in Lund\nDie Polizei kam.", "de")).toEqual(["Razzia in Lund", "Die Polizei kam."]);
  });

  test("at full stops of other scripts, an opening quote going to the next one", () => {
    expect(split("如今这被称为理论。“瘟疫”没有特别的含义。", "zh")).toEqual([
      "如今这被称为理论。",
      "“瘟疫”没有特别的含义。",
    ]);
    expect(split("यह पहला है। यह दूसरा है।", "hi")).toHaveLength(2);
    expect(split("នេះជាទីមួយ។ នេះជាទីពីរ។", "km")).toHaveLength(2);
  });

  test("at a space in Thai, which has no full stop, when it is long enough", () => {
    const clause = "รัฐบาลประกาศมาตรการใหม่เพื่อแก้ไขปัญหาเศรษฐกิจของประเทศในปีนี้ซึ่งมีผลบังคับใช้ทันทีสำหรับประชาชนทุกคนในประเทศ";
    expect(split(`${clause} ${clause}`, "th")).toEqual([clause, clause]);
  });
});

test("a very long sentence is cut at its clauses", () => {
  const text = `${Array.from({ length: 60 }, (_, i) => `clause number ${i} goes on and on`).join(", ")}.`;
  const parts = split(text, "en");
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(1000);
  expect(parts.join(" ")).toBe(text);
});

test("sentences are in order, trimmed, and leave out no letter", () => {
  const words = fc.array(
    fc.constantFrom(
      "Anna",
      "kam",
      "z. B.",
      "3.",
      "„Ja!“",
      "中文。",
      "\n",
      "O",
      "...",
      "[1]",
      "ค่ำ",
      "(so)",
      "\n\n",
      "2.",
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(words, fc.constantFrom("de", "en", "zh", "th"), (parts, language) => {
      const text = parts.join(" ");
      const sentences = splitSentences(text, language);
      let before = 0;
      for (const { start, end } of sentences) {
        expect(text.slice(before, start)).not.toMatch(/[\p{L}\p{N}]/u);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        expect(end).toBeGreaterThan(start);
        before = end;
      }
      expect(text.slice(before)).not.toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});
