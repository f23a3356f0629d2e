/** Text that Discord shows as it was written, held against a plain model of what Discord makes of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMarkdown, plain, safeUrl } from "../../adapters/discord/escape.ts";
import { read, shownAs } from "./markdown.ts";

/** Whatever could begin something, and what stands around it. */
const PIECES = [
  ..."*_~|`<>[]()#+-.:@\\/!&? \t",
  ..."aZ19é",
  "柬埔寨",
  "ភ្នំពេញ",
  "👩‍👩‍👧‍👦",
  "\u0301",
  "\n",
  "\r\n",
  "\u0000",
  "\u2028",
  "\u202e",
  "**",
  "__",
  "```",
  "-# ",
  "# ",
  ">>> ",
  "1. ",
  "@everyone",
  "@here",
  "<@123>",
  "<@&123>",
  "<#1>",
  "<t:1:R>",
  "<:a:1>",
  "</ask:1>",
  ":smile:",
  "https://evil.example",
  "[a](<https://evil.example>)",
  "](",
];
const nasty = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 3 })), {
  maxLength: 30,
});
/** Emoji whose names hold more than letters are a matter of their own, below. */
const text = nasty.map((pieces) => pieces.join("")).filter((words) => !/:\w*[+-][\w+-]*:/.test(words));

describe("the model of Discord's markdown", () => {
  it.each([
    ["**a** _b_", "a b", ["**", "**", "_", "_"]],
    ["\\*\\*a\\*\\*", "**a**", []],
    ["# a", "a", ["#"]],
    ["> - a", "a", [">", "-"]],
    ["\\> a", "> a", []],
    ["-# *a*", "a", ["-#", "*", "*"]],
    ["[a \\[b\\]](<https://x.example>)", "a [b]", ["[", "](<>)"]],
    ["<@1> @everyone", "<@1> @everyone", ["<@1>", "@everyone"]],
    ["\\<@1\\> \\@everyone", "<@1> @everyone", []],
    ["https://x.example", "https://x.example", ["https://"]],
    ["a\\b", "a\\b", []],
  ])("reads %s", (source, words, marks) => {
    expect(read(source)).toMatchObject({ text: words, marks });
  });
});

describe("an escaped text", () => {
  it("shows exactly what it says, and nothing in it is markup", () => {
    fc.assert(
      fc.property(text, (words) => {
        const { text: shown, marks } = read(escapeMarkdown(words));
        expect(shown).toBe(plain(words));
        expect(marks).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["in a quotation", (words: string) => `> ${words}`, [">"]],
    ["in small text", (words: string) => `-# ${words}`, ["-#"]],
    ["in bold", (words: string) => `**${words}**`, ["**", "**"]],
    ["in a link", (words: string) => `[${words}](<https://x.example/>)`, ["[", "](<>)"]],
  ])("shows exactly what it says %s", (_, around, marks) => {
    fc.assert(
      fc.property(text.map(plain), (words) => {
        fc.pre(words.trim() === words && words !== "");
        expect(read(around(escapeMarkdown(words)))).toMatchObject({ text: words, marks });
      }),
      { numRuns: 1000 },
    );
  });

  // Only names of letters, digits and underscores are taken for emoji.
  it.each([":+1:", ":-1:", ":e-mail:"])("shows %s as it is", (words) => {
    expect(read(escapeMarkdown(words))).toMatchObject({ text: words, marks: [] });
  });

  it("is one line without control characters, overrides of the direction, or halves of characters", () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(plain(words)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  // Khmer puts it between words so that lines can break there; a space in its place is seen.
  it("keeps the space of no width that Khmer has between words", () => {
    const words = "ប្រទេស\u200bកម្ពុជា";
    expect(shownAs(escapeMarkdown(words))).toBe(words);
  });

  it("keeps emoji, marks on letters and joined letters together", () => {
    for (const words of ["👩‍👩‍👧‍👦 👍🏽 🇰🇭", "Z̶̡a̵l", "ភ្នំពេញ", "می‌خواهم"])
      expect(shownAs(escapeMarkdown(words))).toBe(words);
  });
});

describe("an address", () => {
  it("cannot end the link that it stands in, and leads where it led", () => {
    const part = fc.string({ unit: fc.constantFrom(..."()<>[]{}\\ \"'`*_~|@é柬?#&=/.x1"), maxLength: 20 });
    fc.assert(
      fc.property(part, (path) => {
        const address = `https://post.example/${path}`;
        const safe = safeUrl(address);
        expect(safe).toMatch(/^https:\/\/post\.example\/[^()<>\s\\]*$/);
        expect(decodeURIComponent(safe ?? "")).toBe(decodeURIComponent(new URL(address).href));
        expect(read(`[a](<${safe}>)`)).toMatchObject({ text: "a", links: [safe] });
      }),
    );
  });

  it("that is no web page is none", () => {
    for (const address of ["javascript:alert(1)", "data:text/html,x", "discord://x", "file:///etc/passwd", "x", ""])
      expect(safeUrl(address)).toBeUndefined();
  });
});
