/** How a fact is said: short, whole, and never stronger than the source says it. */
import { describe, expect, it } from "vitest";
import { MAX_ANSWER } from "../../src/index.ts";
import { cited, createAsker } from "../support/ask.ts";
import { createFactBase, howMany, when } from "../support/fact-base.ts";
import { news } from "../support/news.ts";

const { ask } = createAsker(createFactBase(news));

describe("the short answer", () => {
  it("says the value that was asked for before the sentence that carries it", () => {
    expect(ask("Wie viele Staatsbürger wurden übergeben?").answer).toMatch(/^110 Staatsbürger\. Im November 2025 /);
    expect(ask("Why is the harbour closed?").answer).toMatch(/^Because of a storm\. The harbour of Tovana/);
  });

  it("does not say it twice when the sentence begins with it", () => {
    expect(ask("Wann wurden die Staatsbürger übergeben?").answer).toMatch(/^Im November 2025 übergaben/);
    expect(ask("How many people were arrested in Marell?").answer).toBe(
      "Over 270 people were arrested in the raid in Marell.",
    );
  });

  it("leads with no value when it checks a statement", () => {
    expect(ask("Were 500 people arrested in Marell?").answer).toMatch(/^Over 270 people were arrested/);
    expect(ask("Stimmt es, dass der Hafen geschlossen ist?").answer).toMatch(/^Der Hafen von Tovana/);
  });

  it("keeps the whole statement, with its speaker", () => {
    expect(ask("Was hofft der Bürgermeister?").answer).toMatch(/Jon Berg hofft/);
    expect(ask("Wofür dankte Ana Roth?").answer).toMatch(/Ana Roth dankte/);
  });
});

describe("a hedge", () => {
  it.each([
    "Wer ist Lin Osk?",
    "Who is Lin Osk?",
    "Welche Rolle hatte Lin Osk?",
    "What role did Lin Osk have?",
    "Wer ist der Kopf des Betrugsnetzwerks?",
    "Who is the head of the fraud network?",
    "Ist Lin Osk der Kopf des Betrugsnetzwerks?",
    "Is it true that Lin Osk is the head of the fraud network?",
    "Lin Osk is the head of the fraud network, right?",
    "Wofür dankte Ana Roth der Stadt?",
    "Wurde der Kopf des Betrugsnetzwerks festgenommen?",
    "Lin Osk Kopf",
  ])("stands wherever the role does: %s", (question) => {
    const { answer, status } = ask(question);
    expect(status).toBe("answered");
    for (const role of answer.matchAll(/Kopf|head/g))
      expect(answer.slice(0, role.index)).toMatch(/(?:mutmaßlich\p{L}*|alleged) (?:\p{L}+ )?$/u);
  });
});

describe("the length", () => {
  const sentence = "The committee of the northern harbour towns met again to speak about ferries, nets and lights, ";
  const long = `${sentence.repeat(8)}and it rained.`;
  const base = createAsker(
    createFactBase({
      facts: [
        { id: "long", statement: long, questions: { en: ["What did the committee speak about?"] } },
        { id: "letters", statement: `Glyph ${"𝔸😀".repeat(240)}.`, questions: { en: ["What is the glyph?"] } },
        { id: "exact", statement: `Ratio ${"a b ".repeat(73)}b.`.padEnd(300, "c").slice(0, 300) },
        {
          id: "slots",
          statement: `In May 30 boats left the port of Vell ${"and sailed on ".repeat(18)}home.`,
          slots: [
            howMany(30, { en: "30 boats" }, { en: ["boats"] }),
            when("XXXX-05", { en: "in May, says the harbour master of the northern port of Vell" }),
          ],
          questions: { en: ["When did the boats leave Vell?"] },
        },
      ],
    }),
  );

  it.each([
    "What did the committee speak about?",
    "What is the glyph?",
    "What is the ratio?",
    "When did the boats leave Vell?",
  ])("is at most 300 and never cuts a character: %s", (question) => {
    const answer = base.ask(question);
    expect(answer.status).toBe("answered");
    expect(answer.answer.length).toBeLessThanOrEqual(MAX_ANSWER);
    expect(answer.answer.isWellFormed()).toBe(true);
  });

  it("a statement of exactly 300 characters is said whole, a longer one is cut at a word and marked", () => {
    expect(base.ask("What is the ratio?").answer).toHaveLength(300);
    const { answer } = base.ask("What did the committee speak about?");
    expect(answer).toMatch(/\p{L}…$/u);
    expect(long.startsWith(answer.slice(0, -1))).toBe(true);
    expect(long.charAt(answer.length - 1)).toMatch(/[\s,.]/);
  });

  it("leaves the value away when it would not fit before the statement", () => {
    expect(base.ask("When did the boats leave Vell?").answer).toMatch(/^In May/);
  });

  it("holds for an unknown word of any length, too", () => {
    for (const word of ["x".repeat(4000), "ж".repeat(700), "𝔸".repeat(500), `${"long-".repeat(700)}`]) {
      const { answer, status } = base.ask(`Who is ${word}?`);
      expect(status).toBe("abstained");
      expect(answer.length).toBeLessThanOrEqual(MAX_ANSWER);
      expect(answer.isWellFormed()).toBe(true);
    }
  });
});

describe("facts of one passage", () => {
  // An editor splits one sentence of the source into two facts; a question about both gets both.
  const evidence = [
    { source: "example-post-1", passage: { start: "On Monday police raided", end: "and seized phones" } },
  ];
  const { ask } = createAsker(
    createFactBase({
      facts: [
        { id: "raid", statement: "On Monday police raided the hotel Astor.", evidence },
        { id: "phones", statement: "In the hotel Astor police seized phones.", evidence },
        { id: "weather", statement: "On Monday it rained in the valley." },
      ],
    }),
  );

  it("are said together when the question is about both", () => {
    const { answer, citations } = ask("Did police raid the hotel Astor on Monday and seize phones?");
    expect(answer).toMatch(/raided/);
    expect(answer).toMatch(/seized phones/);
    expect(citations).toHaveLength(1);
  });

  it("do not drag in facts of other passages", () => {
    expect(ask("What did police do in the hotel Astor on Monday?").answer).not.toMatch(/rained/);
    expect(cited(ask("Where did it rain on Monday?"))).toEqual(["weather"]);
  });
});
