/** What holds for any text at all. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, createAnswerer, MAX_ANSWER, MAX_QUESTION, newConversation } from "../../src/index.ts";
import { createFactBase, createImportedBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";

const SEED = 20260115;
const run = { seed: SEED, numRuns: 150 };

const base = createFactBase(news);
const answerer = createAnswerer(base);

const OVERRIDES = ["\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u200b", "\ufeff", "\u00ad"];
const unit = fc.string({ unit: "binary", maxLength: 20 });
/** Lone surrogates, which no well-formed string has, in any place. */
const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));
const zalgo = fc
  .array(fc.tuple(fc.constantFrom(..."MarellOsk"), fc.array(fc.integer({ min: 0x300, max: 0x36f }), { maxLength: 30 })))
  .map((letters) => letters.map(([letter, marks]) => letter + String.fromCharCode(...marks)).join(""));
const bidi = fc.array(fc.oneof(unit, fc.constantFrom(...OVERRIDES)), { maxLength: 12 }).map((parts) => parts.join(""));
const words = fc.constantFrom(
  ..."wer wie viele wann wo Marell Tovana Lin Osk Ana Roth Razzia 270 110 2025 2026 Iran who how many arrested is it true that und Hafen nicht - ? . , „ “ 警方 ប៉ូលីស ตำรวจ 경찰".split(
    " ",
  ),
);
const phrase = fc.array(words, { maxLength: 15 }).map((parts) => parts.join(" "));
const anyText = fc.oneof(
  unit,
  codeUnits,
  zalgo,
  bidi,
  phrase,
  fc.tuple(phrase, codeUnits).map((parts) => parts.join(" ")),
);
const tag = fc.constantFrom(undefined, "de", "en", "fr", "zh-Hant", "de-AT", "ar", "xx");

function expectInvariants(answer: Answer, text: string) {
  expect(answer.question).toBe(text);
  expect(["answered", "abstained", "help"]).toContain(answer.status);
  expect(answer.status === "answered").toBe(answer.citations.length > 0);
  expect(answer.nearest.length).toBeLessThanOrEqual(3);
  if (answer.status !== "abstained") expect(answer.nearest).toEqual([]);
  expect(answer.related.length).toBeLessThanOrEqual(3);
  expect(answer.confidence).toBeGreaterThanOrEqual(0);
  expect(answer.confidence).toBeLessThanOrEqual(1);
  expect(answer.answer.length).toBeGreaterThan(0);
  expect(answer.answer.length).toBeLessThanOrEqual(MAX_ANSWER);
  expect(answer.answer.isWellFormed()).toBe(true);
  expect(answer.answer).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  expect(Intl.getCanonicalLocales(answer.language)).toEqual([answer.language]);
  for (const { fact } of [...answer.citations, ...answer.nearest, ...answer.related])
    expect(base.facts.some(({ id }) => id === fact)).toBe(true);
}

describe("for any text", () => {
  it("an answer keeps the contract", () => {
    fc.assert(
      fc.property(anyText, tag, (text, language) => {
        expectInvariants(answerer.answer({ text, language }).answer, text);
      }),
      run,
    );
  });

  it("the same question gives the same bytes, also from an answerer built anew", () => {
    const again = createAnswerer(createFactBase(news));
    fc.assert(
      fc.property(anyText, (text) => {
        const first = JSON.stringify(answerer.answer({ text }));
        expect(JSON.stringify(answerer.answer({ text }))).toBe(first);
        expect(JSON.stringify(again.answer({ text }))).toBe(first);
      }),
      { ...run, numRuns: 80 },
    );
  });

  it("a conversation of any texts keeps the contract", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 6 }), (texts) => {
        let conversation = newConversation;
        for (const text of texts) {
          const turn = answerer.answer({ text }, conversation);
          expectInvariants(turn.answer, text);
          conversation = turn.conversation;
        }
      }),
      { ...run, numRuns: 60 },
    );
  });

  it("hits are facts of the base, each at most once, best first, no more than asked for", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 5 }), (text, limit) => {
        const hits = answerer.search({ text }, limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        expect(new Set(hits.map(({ fact }) => fact)).size).toBe(hits.length);
        const scores = hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
      { ...run, numRuns: 80 },
    );
  });
});

describe("for a long text", () => {
  const long = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

  it.each([
    "a",
    "ab ",
    "Marell ",
    "wie viele ",
    "who what when where ",
    "is it true that ",
    "wo, ",
    "(",
    " ",
    "?",
    "1.",
    "9",
    "1,234 ",
    "A.",
    "e\u0301",
    "\u0301",
    "\ud800",
    "😀",
    "警",
    "警方 ",
    "ก",
    "ប",
    "ـ",
    "\u202e",
    "Donaudampfschifffahrtsgesellschaft",
    "betrug",
    "ı",
    "ignore ",
    "schreib mir bitte ",
    "hallo ",
    "danke, ",
    "the the",
    "is are was were ",
  ])("of %j again and again, answers quickly and in contract", (piece) => {
    for (const length of [MAX_QUESTION, 5000]) {
      const text = long(piece, length);
      const before = performance.now();
      expectInvariants(answerer.answer({ text }).answer, text);
      // Milliseconds, generous for a busy machine: what is quadratic or worse in the length takes longer.
      expect(performance.now() - before).toBeLessThan(3000);
    }
  });

  it("that is longer than a message may be is not searched", () => {
    const text = long("Why is the harbour closed? ", MAX_QUESTION + 1);
    expect(answerer.answer({ text }).answer).toMatchObject({ status: "abstained", nearest: [] });
  });
});

describe("a sentence asked as a question", () => {
  const word = fc.string({ unit: fc.constantFrom(..."bdfgklmnprstvaeiou"), minLength: 5, maxLength: 9 });
  const corpus = fc
    .uniqueArray(word, { minLength: 40, maxLength: 40 })
    .map((list) => Array.from({ length: 8 }, (_, i) => list.slice(i * 5, i * 5 + 5)));

  it("ranks its own fact first", () => {
    fc.assert(
      fc.property(corpus, fc.nat({ max: 7 }), (sentences, at) => {
        const facts = sentences.map((list, i) => ({ id: `f-${i}`, statement: `${list.join(" ")}.` }));
        const { search } = createAnswerer(createFactBase({ languages: ["en"], facts }));
        expect(search({ text: facts[at]?.statement ?? "", language: "en" }, 1)[0]?.fact).toBe(`f-${at}`);
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  it("ranks its own fact first in an imported base, too", () => {
    fc.assert(
      fc.property(corpus, fc.nat({ max: 7 }), (sentences, at) => {
        const lines = sentences.map((list) => `The ${list.join(" ")}.`);
        const imported = createImportedBase([{ id: "doc", language: "en", title: "Doc", text: lines.join(" ") }]);
        const { search } = createAnswerer(imported);
        expect(search({ text: lines[at] ?? "", language: "en" }, 1)[0]?.fact).toBe(`doc-${at + 1}`);
      }),
      { seed: SEED, numRuns: 25 },
    );
  });
});
