/** What buttons hold: bytes that come back from people's clients, months later or made up. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Action, decodeAction, encodeAction, MAX_ACTION } from "../../adapters/chat/actions.ts";
import { REPORT_REASONS } from "../../adapters/chat/wording/index.ts";

const run = { seed: 20260115, numRuns: 300 };

/** As the fact base's schema has it, at most 40 characters. */
const id = fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,9}){0,3}$/);
const longestId = fc.stringMatching(/^[a-z0-9]{40}$/);
const fact = fc.oneof(id, longestId);
const version = fc.stringMatching(/^[0-9a-z]{6}$/);
const language = fc.constantFrom("de", "en", "fr", "vi", "zh", "km", "de-AT", "pt-BR", "zh-Hant", "zh-Hant-TW");
const page = fc.integer({ min: 0, max: 999_999 });

const held = { fact, version, language };
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constantFrom("evidence" as const, "report" as const, "back" as const), ...held }),
  fc.record({ kind: fc.constant("ask" as const), fact, language }),
  fc.record({ kind: fc.constant("reason" as const), fact, reason: fc.constantFrom(...REPORT_REASONS), language }),
  fc.record({ kind: fc.constantFrom("timeline" as const, "sources" as const), page, language }),
  fc.record({ kind: fc.constant("language" as const), language }),
  fc.constant<Action>({ kind: "language" }),
  fc.record({ kind: fc.constant("always" as const), on: fc.boolean() }),
  fc.constant<Action>({ kind: "forget" }),
);

describe("a button's action", () => {
  it("comes back from its bytes as it was, and they are few", () => {
    fc.assert(
      fc.property(action, (given) => {
        const code = encodeAction(given) ?? "";
        expect(Buffer.byteLength(code)).toBeLessThanOrEqual(MAX_ACTION);
        expect(Buffer.byteLength(code)).toBeGreaterThan(0);
        expect(decodeAction(code)).toEqual(given);
      }),
      run,
    );
  });

  it("says what it did before the last release: buttons of sent messages stay", () => {
    expect(encodeAction({ kind: "evidence", fact: "raid-arrests", version: "0a1b2c", language: "de" })).toBe(
      "e~de~raid-arrests~0a1b2c",
    );
    expect(decodeAction("w~en~raid~outdated")).toEqual({
      kind: "reason",
      fact: "raid",
      reason: "outdated",
      language: "en",
    });
    expect(decodeAction("t~de~3")).toEqual({ kind: "timeline", page: 3, language: "de" });
    expect(decodeAction("l")).toEqual({ kind: "language" });
  });

  it("has no two actions in the same bytes", () => {
    fc.assert(
      fc.property(action, action, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(encodeAction(one)).not.toBe(encodeAction(other));
      }),
      run,
    );
  });

  it("is left out when a very long language tag makes it too long", () => {
    const long = "de-1996-u-co-phonebk-x-redakt-der-zeitung";
    expect(Intl.getCanonicalLocales(long)).toEqual([long]);
    expect(encodeAction({ kind: "evidence", fact: "a".repeat(40), version: "0a1b2c", language: long })).toBeUndefined();
    expect(encodeAction({ kind: "ask", fact: "a".repeat(40), language: long })).toBeUndefined();
    expect(encodeAction({ kind: "language", language: `de-x-${"abcdefgh-".repeat(7)}z` })).toBeUndefined();
  });
});

describe("what is no button of ours", () => {
  it("is refused, whatever it is, and never throws", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom("~", "e", "a", "r", "w", "l", "t", "de", "raid", "0", "1", "\n", "…"), { maxLength: 9 })
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (garbage) => {
        const decoded = decodeAction(garbage);
        // Garbage that happens to be an action says what any button could say.
        if (decoded) expect(decodeAction(encodeAction(decoded) ?? "")).toEqual(decoded);
      }),
      { ...run, numRuns: 250 },
    );
  });

  it.each([
    "",
    "~",
    "~~~~",
    "x~de~raid",
    "E~de~raid~0a1b2c",
    "e",
    "e~de",
    "e~de~raid",
    "e~de~raid~",
    "e~de~raid~0a1b2c~",
    "e~de~raid~0A1B2C",
    "e~de~raid~0a1b2c3d4",
    "e~de~Raid~0a1b2c",
    "e~de~../raid~0a1b2c",
    `e~de~${"a".repeat(41)}~0a1b2c`,
    "e~d~raid~0a1b2c",
    "e~de_DE~raid~0a1b2c",
    "e~~raid~0a1b2c",
    "a~de~",
    "a~de~raid~more",
    "a~de~raid\n",
    "w~de~raid~nonsense",
    "w~de~raid",
    "w~de~raid~toString",
    "t~de~",
    "t~de~-1",
    "t~de~1.5",
    "t~de~1e3",
    "t~de~NaN",
    "t~de~1000000",
    "t~de~٣",
    "s~de~1~2",
    "l~",
    "l~de~en",
    "l~not a language",
    "o",
    "o~",
    "o~2",
    "o~1~1",
    "f~",
    "f~1",
    "toString",
    "__proto__",
  ])("%j is refused", (code) => {
    expect(decodeAction(code)).toBeUndefined();
  });
});
