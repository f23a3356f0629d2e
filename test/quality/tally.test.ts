import { describe, expect, it } from "vitest";
import type { Answer, Answered, Citation } from "../../src/index.ts";
import { QuestionLine } from "./question-set.ts";
import { type Judged, outcomeOf, tallyOf, wilsonInterval } from "./tally.ts";

const cited = { passage: { start: "The raid", end: "in July" } } as Citation;
const onFirst = () => [0];

function answered(language: string, answer: string): Answer {
  const said: Omit<Answered, "fact"> = {
    question: "",
    status: "answered",
    language,
    answer,
    citations: [cited],
    nearest: [],
    confidence: 0.9,
    related: [],
  };
  return said as Answer;
}

function abstained(nearest: readonly Citation[]): Answer {
  return {
    question: "",
    status: "abstained",
    language: "en",
    answer: "",
    citations: [],
    nearest,
    confidence: 0.1,
    related: [],
  };
}

function question(fields: Partial<QuestionLine>): QuestionLine {
  return QuestionLine.parse({ id: "q", lang: "en", question: "When?", kind: "answerable", gold: [0], ...fields });
}

describe("a tally", () => {
  it("counts by language and kind, and over all languages", () => {
    const judged: Judged[] = [
      { question: question({ must: ["July"] }), answer: answered("en", "In July.") },
      { question: question({ must: ["July"] }), answer: answered("en", "In June.") },
      { question: question({ lang: "de" }), answer: abstained([]) },
    ];
    const tallies = tallyOf(judged, onFirst, ["en", "de"]);
    expect([...tallies.keys()]).toEqual(["all/answerable", "de/answerable", "en/answerable"]);
    expect(tallies.get("en/answerable")).toMatchObject({ n: 2, right: 1, wrong: 1, abstained: 0 });
    expect(tallies.get("all/answerable")).toMatchObject({ n: 3, right: 1, wrong: 1, abstained: 1 });
  });

  it("expects English where the question's language is not spoken", () => {
    const judged = [{ question: question({ lang: "fr" }), answer: answered("en", "In July.") }];
    expect(tallyOf(judged, onFirst, ["en"]).get("fr/answerable")).toMatchObject({ otherLanguage: 0 });
    expect(tallyOf(judged, onFirst, ["en", "fr"]).get("fr/answerable")).toMatchObject({ otherLanguage: 1 });
  });

  it("counts answers above the length that is allowed", () => {
    const judged = [{ question: question({}), answer: answered("en", "x".repeat(301)) }];
    expect(tallyOf(judged, onFirst, ["en"]).get("en/answerable")).toMatchObject({ tooLong: 1 });
  });
});

describe("what a confidence is of", () => {
  it("is the answer, where there is one", () => {
    expect(outcomeOf({ question: question({ must: ["July"] }), answer: answered("en", "In July.") }, onFirst)).toBe(
      true,
    );
    expect(outcomeOf({ question: question({ must: ["May"] }), answer: answered("en", "In July.") }, onFirst)).toBe(
      false,
    );
  });

  it("is the nearest passage of an abstention", () => {
    expect(outcomeOf({ question: question({}), answer: abstained([cited]) }, onFirst)).toBe(true);
    expect(outcomeOf({ question: question({}), answer: abstained([]) }, onFirst)).toBe(false);
    expect(outcomeOf({ question: question({ kind: "unanswerable" }), answer: abstained([cited]) }, onFirst)).toBe(
      false,
    );
  });
});

describe("a confidence interval", () => {
  // Brown, Cai and DasGupta 2001, and by hand: (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n).
  it.each([
    [0, 10, 0, 0.278],
    [10, 10, 0.722, 1],
    [50, 100, 0.404, 0.596],
  ])("of %d of %d is from %d to %d", (right, n, low, high) => {
    const interval = wilsonInterval(right, n);
    expect(interval[0]).toBeCloseTo(low, 3);
    expect(interval[1]).toBeCloseTo(high, 3);
  });

  it("says nothing when nothing was counted", () => expect(wilsonInterval(0, 0)).toEqual([0, 1]));
});
