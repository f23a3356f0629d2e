/** Who did what to whom: a question that turns it round is put right or left open, never taken for a match. */
import { describe, expect, it } from "vitest";
import { cited, createAsker } from "../support/ask.ts";
import { createFactBase, names, when } from "../support/fact-base.ts";

const { ask } = createAsker(
  createFactBase({
    languages: ["de", "en"],
    entities: [
      { id: "marell", kind: "place", name: { de: "Marell", en: "Marell" } },
      { id: "tovana", kind: "place", name: { de: "Tovana", en: "Tovana" } },
      { id: "ana-roth", kind: "person", name: { de: "Ana Roth", en: "Ana Roth" } },
      { id: "jon-berg", kind: "person", name: { de: "Jon Berg", en: "Jon Berg" } },
      { id: "lin-osk", kind: "person", name: { de: "Lin Osk", en: "Lin Osk" } },
    ],
    facts: [
      {
        id: "arrest",
        statement: {
          de: "Lin Osk ist im Juli von der Polizei von Marell festgenommen worden; Ana Roth lobte die Festnahme.",
          en: "Lin Osk was arrested by the police of Marell in July; Ana Roth praised the arrest.",
        },
        entities: ["marell", "lin-osk", "ana-roth"],
        slots: [when("XXXX-07", { de: "im Juli", en: "in July" })],
        deeds: [{ idea: "arrest", by: ["marell"], to: ["lin-osk"] }],
      },
      {
        id: "thanks",
        statement: {
          de: "Ana Roth dankte Jon Berg für die Festnahme von Lin Osk.",
          en: "Ana Roth thanked Jon Berg for the arrest of Lin Osk.",
        },
        attribution: { mode: "thanked", speakers: ["ana-roth"] },
        entities: ["jon-berg", "lin-osk"],
        slots: [names("who", ["ana-roth"], { de: "Ana Roth", en: "Ana Roth" })],
      },
      {
        id: "office",
        statement: { de: "Ana Roth ist Innenministerin.", en: "Ana Roth is interior minister." },
        entities: ["ana-roth"],
        slots: [names("who", ["ana-roth"], { de: "Ana Roth", en: "Ana Roth" })],
      },
    ],
  }),
);

describe("a statement that turns it round", () => {
  it.each([
    ["Did Ana Roth arrest Lin Osk?", "arrest"],
    ["Did Lin Osk arrest Ana Roth?", "arrest"],
    ["Was Lin Osk arrested by Tovana?", "arrest"],
    ["Ana Roth arrested Lin Osk, right?", "arrest"],
    ["Tovana arrested Lin Osk, didn't it?", "arrest"],
    ["Hat Ana Roth Lin Osk verhaftet?", "arrest"],
    ["Wurde Lin Osk von Tovana festgenommen?", "arrest"],
    ["Did Jon Berg thank Ana Roth?", "thanks"],
    ["Bedankte sich Jon Berg bei Ana Roth?", "thanks"],
  ])("is put right by the fact, or left open: %s", (question, fact) => {
    const answer = ask(question);
    expect(answer.answer).not.toMatch(/^(?:yes|ja)\b/iu);
    if (answer.status === "answered") expect(cited(answer)).toEqual([fact]);
  });
});

describe("a question that takes it for granted", () => {
  it.each([
    "When did Ana Roth arrest Lin Osk?",
    "When did Lin Osk arrest Ana Roth?",
    "Who arrested Ana Roth?",
    "Wann hat Tovana Lin Osk verhaftet?",
    "Wer verhaftete Ana Roth?",
  ])("is not answered: %s", (question) => {
    expect(ask(question)).toMatchObject({ status: "abstained", citations: [] });
  });
});

describe("a question that has it right", () => {
  it.each([
    ["When did Marell arrest Lin Osk?", "arrest"],
    ["When was Lin Osk arrested by Marell?", "arrest"],
    ["Wann wurde Lin Osk festgenommen?", "arrest"],
    ["Was Lin Osk arrested?", "arrest"],
    ["Did Ana Roth thank Jon Berg?", "thanks"],
    ["Dankte Ana Roth Jon Berg?", "thanks"],
  ])("is answered: %s", (question, fact) => {
    expect(cited(ask(question))).toEqual([fact]);
  });
});

describe("what somebody says", () => {
  it.each(["What did Ana Roth say?", "Was sagte Ana Roth?"])(
    "is told by their words, not their office: %s",
    (question) => {
      expect(cited(ask(question))).toEqual(["thanks"]);
    },
  );

  it.each(["What did Jon Berg say?", "Was sagte Jon Berg zu Ana Roth?", "What did Lin Osk say?"])(
    "is not told by what others say of them: %s",
    (question) => {
      expect(ask(question).status).toBe("abstained");
    },
  );
});

describe("a deed that the fact does not tell", () => {
  it.each([
    "Why did Lin Osk come to Marell?",
    "Warum kam Lin Osk nach Marell?",
    "When did the arrest of Lin Osk cost his job?",
    "Wann hat Ana Roth Marell besucht?",
    "Which lawyer of Lin Osk praised the arrest?",
    "Were any women among those who arrested Lin Osk?",
  ])("is not answered by its values: %s", (question) => {
    expect(ask(question).status).toBe("abstained");
  });
});

describe("somebody to whom the deed was not done", () => {
  it.each(["Was Ana Roth arrested?", "Has Ana Roth been arrested?", "Wurde Ana Roth festgenommen?"])(
    "is told nothing of: %s",
    (question) => expect(ask(question).status).toBe("abstained"),
  );

  it("leaves the answer about the one to whom it was", () => {
    expect(cited(ask("Was Lin Osk arrested?"))).toEqual(["arrest"]);
  });
});
