/** German: verbs whose particle stands apart. */
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { de } from "../../src/language/de/index.ts";
import { separatedForms } from "../../src/language/de/separable.ts";

const analyzer = createAnalyzer(de);
const ideasOf = (text: string) =>
  new Map(analyzer.analyze(text).terms.map((term) => [term.token.text, term.concepts] as const));

describe("a separable verb", () => {
  it.each([
    ["aufdecken", ["decken auf", "deckt auf"]],
    ["zusammenarbeiten", ["arbeiten zusammen", "arbeitet zusammen"]],
    ["festnehmen", ["nehmen fest", "nehmt fest", "nimmt fest", "nahm fest", "nahmen fest"]],
    ["übereinstimmen", ["stimmen überein", "stimmt überein"]],
  ])("%s stands apart in a clause", (verb, forms) => {
    expect(separatedForms([verb])).toEqual(forms);
  });

  it.each(["Festnahme", "festgenommen", "ahnden", "anders", "bekämpfen"])("is none: %s", (word) => {
    expect(separatedForms([word])).toEqual([]);
  });

  it.each([
    ["Worin stimmten Ana Roth und Jon Berg überein?", "stimmten", "agree"],
    ["Wie viele Leute nahm die Polizei fest?", "nahm", "arrest"],
    ["Was deckten die Ermittler in Marell auf?", "deckten", "uncover"],
  ])("has its idea: %s", (question, verb, idea) => {
    expect(ideasOf(question).get(verb)).toContain(idea);
  });

  it("gives its idea to the particle, which means nothing alone", () => {
    expect(ideasOf("Wie viele Leute nahm die Polizei fest?").get("fest")).toContain("arrest");
    expect(ideasOf("Wann war das Fest?").get("fest")).not.toContain("arrest");
  });
});

describe("a word that would come out as another one", () => {
  it("keeps its own term: a language is not what was spoken", () => {
    expect(analyzer.term("sprache")).not.toBe(analyzer.term("sprach"));
    expect(ideasOf("Welche Sprache wurde gesprochen?").get("sprache")).not.toContain("talks");
  });
});
