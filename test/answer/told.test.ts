/** Among facts that are near, the one that tells it in the way that is asked for, or that is expected to answer. */
import { describe, expect, it } from "vitest";
import { cited, createAsker } from "../support/ask.ts";
import { createFactBase, names } from "../support/fact-base.ts";

const passage = (start: string, end: string) => [{ source: "example-post-1", passage: { start, end } }];
const anaRoth = [names("who", ["ana-roth"], { de: "Ana Roth", en: "Ana Roth" })];

const { ask } = createAsker(
  createFactBase({
    languages: ["de", "en"],
    entities: [
      { id: "marell", kind: "place", name: { de: "Marell", en: "Marell" } },
      { id: "tovana", kind: "place", name: { de: "Tovana", en: "Tovana" } },
      { id: "ana-roth", kind: "person", name: { de: "Ana Roth", en: "Ana Roth" } },
    ],
    facts: [
      {
        id: "overview",
        statement: {
          de: "Ana Roth gab einen Überblick über die Häfen von Marell.",
          en: "Ana Roth gave an overview of the ports of Marell.",
        },
        entities: ["ana-roth", "marell"],
        slots: anaRoth,
        questions: { de: ["Worüber gab Ana Roth einen Überblick?"], en: ["What did Ana Roth give an overview of?"] },
      },
      {
        id: "admission",
        statement: {
          de: "Ana Roth räumte ein, dass die Häfen von Marell zu klein sind.",
          en: "Ana Roth admitted that the ports of Marell are too small.",
        },
        attribution: { mode: "admitted", speakers: ["ana-roth"] },
        entities: ["ana-roth", "marell"],
        slots: anaRoth,
        questions: { de: ["Was räumte Ana Roth ein?"], en: ["What did Ana Roth admit?"] },
      },
      {
        id: "rules",
        statement: {
          de: "Marell führt strenge Regeln für Fischer ein, damit der See sich erholt.",
          en: "Marell introduces strict rules for fishers so that the lake recovers.",
        },
        entities: ["marell"],
        evidence: passage("Marell führt strenge", "der See sich erholt."),
      },
      {
        id: "aim",
        statement: {
          de: "Mit strengen Regeln für Fischer will Marell erreichen, dass der See sich erholt.",
          en: "With strict rules for fishers Marell wants the lake to recover.",
        },
        entities: ["marell"],
        evidence: passage("Marell führt strenge", "der See sich erholt."),
        questions: {
          de: ["Was sollen die Regeln für Fischer bewirken?"],
          en: ["What are the rules for fishers meant to do?"],
        },
      },
      {
        id: "returns",
        statement: {
          de: "Marell schickte 40 Bürger von Tovana zurück.",
          en: "Marell sent 40 citizens of Tovana back.",
        },
        entities: ["marell", "tovana"],
        slots: [
          {
            type: "quantity",
            asks: ["how-many"],
            number: 40,
            qualifier: "exactly",
            unit: { de: ["Bürger"], en: ["citizens"] },
            text: { de: "40 Bürger von Tovana", en: "40 citizens of Tovana" },
          },
        ],
        deeds: [{ idea: "repatriate", by: ["marell"], to: ["tovana"] }],
        questions: {
          de: ["Wie viele Bürger von Tovana wurden zurückgeschickt?"],
          en: ["How many citizens of Tovana were sent back?"],
        },
      },
    ],
  }),
);

describe("a way of speaking", () => {
  it.each(["Was gab Ana Roth offen zu?", "Was hat Ana Roth zugegeben?", "What did Ana Roth admit about Marell?"])(
    "finds what was told in that way: %s",
    (question) => {
      expect(cited(ask(question))).toEqual(["admission"]);
    },
  );

  it("finds what else is told when it is not the way asked for", () => {
    expect(cited(ask("Worüber gab Ana Roth Auskunft und Überblick?"))).toEqual(["overview"]);
  });
});

describe("facts of one passage", () => {
  it("are told apart by what they are expected to answer", () => {
    expect(cited(ask("Was sollen die strengen Regeln für Fischer bewirken?"))).toEqual(["aim"]);
  });
});

describe("what is asked for first", () => {
  it("may be whom it is done to", () => {
    expect(cited(ask("Wie viele Tovana-Bürger schickte Marell zurück?"))).toEqual(["returns"]);
  });
});
