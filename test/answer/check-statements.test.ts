/** A whole text, such as a forwarded message, held against the fact base. */
import { describe, expect, it } from "vitest";
import { type CheckedStatement, createAnswerer, MAX_QUESTION } from "../../src/index.ts";
import { createFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";

const answerer = createAnswerer(createFactBase(news));
const check = (text: string, limit = 20) => answerer.check({ text }, limit);
const told = (statements: readonly CheckedStatement[]) => statements.map(({ answer }) => answer?.fact.id);

const RAID = "Over 270 people were arrested in the raid in Marell.";
const HARBOUR = "The harbour of Tovana stays closed because of a storm.";
const BANANAS = "Bananas are yellow.";

describe("the statements of a text", () => {
  it("are checked one by one, in the order of the text", () => {
    const statements = check(`${HARBOUR} ${BANANAS} ${RAID}`);
    expect(statements.map(({ statement }) => statement)).toEqual([HARBOUR, BANANAS, RAID]);
    expect(told(statements)).toEqual(["harbour", undefined, "raid-arrests"]);
  });

  it.each(["\n", "\r\n", "\n\n\n", "\r", "\u2028", "\u2029", " \n \t "])(
    "end with a line (%j), without a full stop",
    (end) => {
      const lines = [RAID, BANANAS, HARBOUR].map((line) => line.replace(/\.$/, ""));
      const statements = check(lines.join(end));
      expect(statements.map(({ statement }) => statement)).toEqual(lines);
      expect(told(statements)).toEqual(["raid-arrests", undefined, "harbour"]);
    },
  );

  it("are as many as wanted, the first ones", () => {
    const text = [BANANAS, RAID, HARBOUR].join("\n");
    expect(check(text, 2).map(({ statement }) => statement)).toEqual([BANANAS, RAID]);
    expect(check(text, 0)).toEqual([]);
    expect(check(`${BANANAS}\n`.repeat(50), 20)).toHaveLength(20);
  });

  it("are understood in the language of the whole text, however short one is", () => {
    const statements = check(
      "Bei der Razzia in Marell wurden über 270 Personen festgenommen. Lin Osk ist festgenommen.",
    );
    expect(told(statements)).toEqual(["raid-arrests", "osk-arrest"]);
    expect(statements.map(({ answer }) => answer?.language)).toEqual(["de", "de"]);
  });

  it("are answered in the language that is wanted", () => {
    const [statement] = answerer.check({ text: HARBOUR, language: "de" }, 1);
    expect(statement?.answer?.answer).toBe("Der Hafen von Tovana bleibt wegen eines Sturms geschlossen.");
  });

  it("stand alone: none leans on the one before", () => {
    const [, second] = check(
      "In November 2025 the authorities in Tovana handed over 110 citizens.\nAnd where was that?",
    );
    expect(second?.answer).toBeUndefined();
  });

  it("keep abbreviations and numbers whole", () => {
    const statements = check("Dr. Roth sprach am 3. Juli mit ca. 110 Leuten. Der Hafen ist zu.");
    expect(statements.map(({ statement }) => statement)).toEqual([
      "Dr. Roth sprach am 3. Juli mit ca. 110 Leuten.",
      "Der Hafen ist zu.",
    ]);
  });
});

describe("a statement that the sources do not make", () => {
  it("has no answer; a wrong number is not confirmed", () => {
    for (const wrong of [RAID.replace("270", "900"), HARBOUR.replace("stays closed", "never closed")])
      for (const { answer } of check(wrong)) expect(answer?.answer ?? "").not.toContain("900");
    expect(check(RAID.replace("270", "900"))[0]?.answer).toBeUndefined();
  });

  it("shows the fact that comes nearest where one tells of the same thing", () => {
    const [statement] = check(
      "Ana Roth thanked the city of Tovana for the arrest of Lin Osk, the alleged head of the fraud network.",
    );
    expect(statement?.answer).toBeUndefined();
    expect(statement?.nearest?.fact.id).toBe("roth-thanks");
    expect(statement?.nearest?.citations.length).toBeGreaterThan(0);
  });

  it("shows none where it tells of something else", () => {
    expect(check(BANANAS)).toMatchObject([{ statement: BANANAS, refusal: { status: "abstained" } }]);
    expect(check(BANANAS)[0]).not.toHaveProperty("nearest");
  });

  it.each([RAID.replace("Marell", "Tovana"), BANANAS, "As bananas são amarelas e muito baratas."])(
    "gets what it gets as a question: %s",
    (statement) => {
      const [checked] = check(statement);
      expect(checked?.refusal).toEqual(answerer.answer({ text: statement }).answer);
    },
  );

  it("shows nearest or answer, never both", () => {
    for (const checked of check([RAID, HARBOUR, BANANAS, "Lin Osk lives in Marell."].join("\n")))
      expect("answer" in checked && "nearest" in checked).toBe(false);
  });
});

describe("a text that is no statement", () => {
  it.each(["", "   ", "\n\n\n", "…", "!?.", "😀🎉👨‍👩‍👧‍👦", "\u202e\u2066\u2069", "\u200b\ufeff", "\ud800"])(
    "(%j) has none",
    (text) => {
      expect(check(text)).toEqual([]);
    },
  );

  it.each([
    ["letters", "a".repeat(MAX_QUESTION)],
    ["emoji", "😀".repeat(MAX_QUESTION / 2)],
    ["full stops", ".".repeat(MAX_QUESTION)],
    ["lines", "a\n".repeat(MAX_QUESTION / 2)],
    ["sentences", "Lin Osk. ".repeat(MAX_QUESTION).slice(0, MAX_QUESTION)],
    ["overrides", "\u202eMarell\u2066 ".repeat(MAX_QUESTION).slice(0, MAX_QUESTION)],
    ["combining marks", `e${"\u0301".repeat(MAX_QUESTION - 1)}`],
    ["lone surrogates", "\udc00".repeat(MAX_QUESTION)],
    ["quotes", "“(".repeat(MAX_QUESTION / 2)],
    ["ideographs", "警方逮捕".repeat(MAX_QUESTION / 4)],
  ])("of 4,096 %s is checked without harm and in no time", (_, text) => {
    const began = performance.now();
    const statements = check(text);
    expect(statements.length).toBeLessThanOrEqual(20);
    for (const { statement } of statements) {
      expect(statement).not.toMatch(/[\n\r\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(statement.isWellFormed()).toBe(true);
    }
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it("is found again behind invisible characters", () => {
    const hidden = [...HARBOUR].join("\u200b");
    expect(told(check(`\u202e${hidden}\u2069`))).toEqual(["harbour"]);
  });

  it("is not read beyond what one message can hold", () => {
    expect(told(check(`${" ".repeat(MAX_QUESTION)}${RAID}`))).toEqual([]);
  });
});
