import { describe, expect, it } from "vitest";
import { publishedPart } from "../../src/fact-base/published.ts";
import { newestFirst } from "../../src/index.ts";
import { cited, createAsker } from "../support/ask.ts";
import { createFactBase, type FactInput } from "../support/fact-base.ts";

const older = {
  id: "older",
  event: "fire",
  statement: "The fire destroyed 40 cars.",
  questions: { en: ["What did the fire destroy?"] },
  supersededBy: "newer",
  revisions: [{ date: "2026-02-01", reason: { en: "A later count is known." } }],
} satisfies FactInput;
const newer = { id: "newer", event: "fire", statement: "The fire destroyed 52 cars." } satisfies FactInput;

const baseOf = (...facts: readonly FactInput[]) =>
  createFactBase({ events: [{ id: "fire", name: { en: "fire" }, date: "2025-03" }], facts });

describe("a superseded fact", () => {
  it("is gone from answers, hits and the timeline: the newer one is told", () => {
    const base = baseOf(older, newer);
    const asker = createAsker(base);
    expect(cited(asker.ask("How many cars did the fire destroy?"))).not.toContain("older");
    expect(asker.rank("What did the fire destroy?")).toEqual(["newer"]);
    expect(newestFirst(base, "en")).toEqual([
      { date: "2025-03", when: "March 2025", statement: "The fire destroyed 52 cars." },
    ]);
  });

  it("stands as long as the newer one is a draft", () => {
    const { facts } = publishedPart(baseOf(older, { ...newer, status: "draft" }));
    expect(facts.map(({ id }) => id)).toEqual(["older"]);
  });
});
