/** A date answers as much as it says: a July without a year answers "when", but not "in which year". */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EdtfDate, isEdtf, parseEdtf } from "../../src/fact-base/edtf.ts";
import { createAsker } from "../support/ask.ts";
import { createFactBase, when } from "../support/fact-base.ts";

const pad = (n: number | undefined, size: number) =>
  n === undefined ? "X".repeat(size) : String(n).padStart(size, "0");

/** The shortest way to write a date down. */
function writeEdtf({ year, month, day, approximate }: EdtfDate): string {
  const parts = [pad(year, 4)];
  if (month !== undefined || day !== undefined) parts.push(pad(month, 2));
  if (day !== undefined) parts.push(pad(day, 2));
  return parts.join("-") + (approximate ? "~" : "");
}

describe("a date", () => {
  const date = fc.record(
    {
      year: fc.integer({ min: 1, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
      // Every month has these days.
      day: fc.integer({ min: 1, max: 28 }),
      approximate: fc.boolean(),
    },
    { requiredKeys: ["approximate"] },
  );

  it("that is written down and read again is the same", () => {
    fc.assert(
      fc.property(date, (written) => {
        expect(parseEdtf(writeEdtf(written))).toEqual(written);
      }),
      { seed: 10, numRuns: 200 },
    );
  });

  it("is read as an interval's begin, and only when the interval runs forward", () => {
    const full = date.map((value) => ({ year: 2000, month: 1, day: 1, ...value, approximate: false }));
    fc.assert(
      fc.property(full, full, (a, b) => {
        const [from, to] = [writeEdtf(a), writeEdtf(b)];
        expect(parseEdtf(`${from}/${to}`)).toEqual(from <= to ? a : undefined);
        expect(parseEdtf(`${from}/..`)).toEqual(a);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("is never read from any other text, and reading never throws", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(..."0129X-/.~?%"), maxLength: 12 }),
    );
    fc.assert(
      fc.property(text, (any) => {
        if (isEdtf(any)) expect(any).toMatch(/^[\dX]{4}(?:-[\dX]{2}){0,2}[~?%]?(?:\/.*)?$/);
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it.each(["2025-13", "2025-02-30", "2025-00", "25-01-01", "2025-1-1", "2025/2024", "2025/2026/2027", "", "../2025"])(
    "%j is none",
    (text) => {
      expect(isEdtf(text)).toBe(false);
    },
  );

  it("XXXX-02-29 is possible, 2025-02-29 is not", () => {
    expect(isEdtf("XXXX-02-29")).toBe(true);
    expect(isEdtf("2025-02-29")).toBe(false);
  });
});

describe("a question for a date", () => {
  const { ask } = createAsker(
    createFactBase({
      facts: [
        {
          id: "bridge",
          statement: "The bridge was opened in July.",
          slots: [when("XXXX-07", { en: "in July" })],
          questions: { en: ["When was the bridge opened?"] },
        },
        {
          id: "tower",
          statement: "The tower was built in 1911.",
          slots: [when("1911", { en: "in 1911" })],
          questions: { en: ["When was the tower built?"] },
        },
        {
          id: "station",
          statement: "The station burnt down on 3 May 1950.",
          slots: [when("1950-05-03", { en: "on 3 May 1950" })],
          questions: { en: ["When did the station burn down?"] },
        },
      ],
    }),
  );

  it.each([
    ["When was the bridge opened?", "answered"],
    ["In which year was the bridge opened?", "abstained"],
    ["On which day was the bridge opened?", "abstained"],
    ["When was the tower built?", "answered"],
    ["In which year was the tower built?", "answered"],
    ["On which day was the tower built?", "abstained"],
    ["In which year did the station burn down?", "answered"],
    ["On which day did the station burn down?", "answered"],
  ])("is answered only as far as the source's date goes: %s → %s", (question, status) => {
    expect(ask(question).status).toBe(status);
  });
});
