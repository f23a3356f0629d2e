/** Every view that there can be, as a Discord message: within all limits, and with exactly the text that was meant. */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeAction } from "../../adapters/chat/actions.ts";
import { type Asker, type Chat, createChat } from "../../adapters/chat/chat.ts";
import { createConversations } from "../../adapters/chat/conversations.ts";
import {
  type Button,
  bold,
  note,
  type Paragraph,
  quote,
  type Span,
  text,
  type View,
} from "../../adapters/chat/view.ts";
import { wordings } from "../../adapters/chat/wording/index.ts";
import { plain, safeUrl } from "../../adapters/discord/escape.ts";
import { type Rendered, render } from "../../adapters/discord/render.ts";
import { createLog } from "../../adapters/environment/log.ts";
import { readFactBase } from "../../adapters/fact-base/read.ts";
import { nobody } from "../../adapters/observer.ts";
import { createAnswerer, type FactBase, newestFirst } from "../../src/index.ts";
import { createFactBase, type FactBaseInput } from "../support/fact-base.ts";
import { everyComponent } from "./discord-components.ts";
import { messageIssues, overByteLimit } from "./discord-message-limits.ts";
import type { Component, MessagePayload } from "./discord-protocol.ts";
import { read } from "./markdown.ts";

const DATA = fileURLToPath(new URL("../../data", import.meta.url));

function componentsOf({ components }: Rendered): readonly Component[] {
  return [...everyComponent(components as unknown as readonly Component[])].map(({ component }) => component);
}

function contentOf(rendered: Rendered): string {
  return componentsOf(rendered)
    .flatMap(({ content }) => content ?? [])
    .join("\n\n");
}

function expectWithinLimits(rendered: Rendered): void {
  const components = componentsOf(rendered);
  const texts = components.flatMap(({ content }) => content ?? []);
  expect(components.length).toBeLessThanOrEqual(40);
  expect(texts.join("").length).toBeLessThanOrEqual(4000);
  expect(texts.reduce((sum, words) => sum + Buffer.byteLength(words) + 12, 0)).toBeLessThanOrEqual(10_170);
  expect(texts.every((words) => words.trim() !== "")).toBe(true);
  const ids = components.flatMap(({ custom_id: id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.length > 100)).toEqual([]);
  const buttons = components.filter(({ type }) => type === 2);
  expect(buttons.filter(({ label }) => !label || label.length > 80)).toEqual([]);
  for (const { components: inside } of components.filter(({ type }) => type === 1)) {
    expect(inside?.length).toBeGreaterThan(0);
    expect(inside?.length).toBeLessThanOrEqual(5);
  }
  const payload = { components: rendered.components as unknown as readonly Component[] } satisfies MessagePayload;
  expect([...messageIssues(payload, rendered.flags)]).toEqual([]);
  expect(overByteLimit(payload)).toBeUndefined();
  expect(rendered.allowedMentions).toEqual({ parse: [] });
}

const PREFIX = { text: [], quote: [">"], note: ["-#"] } as const;

/** What a reader is to read, and the marks that the renderer may set for it. */
function meant(paragraphs: readonly Paragraph[]) {
  const marksOf = ({ text: words, style, url }: Span): readonly string[] => {
    const mark = words.trim() === "" ? [] : style === "bold" ? ["**"] : style === "italic" ? ["*"] : [];
    const linked = url === undefined || safeUrl(url) === undefined ? [] : ["[", "](<>)"];
    return [...mark, ...linked, ...mark];
  };
  return {
    text: paragraphs
      .map(({ lines }) => lines.map((spans) => spans.map((span) => plain(span.text)).join("")).join("\n"))
      .join("\n\n"),
    marks: paragraphs.flatMap(({ kind, lines }) =>
      lines.flatMap((spans) => [...PREFIX[kind], ...spans.flatMap(marksOf)]),
    ),
    links: paragraphs.flatMap(({ lines }) => lines.flat().flatMap(({ url }) => (url && safeUrl(url)) ?? [])),
  };
}

function expectAsMeant(view: View): void {
  const rendered = render(view);
  expectWithinLimits(rendered);
  expect(read(contentOf(rendered))).toEqual(meant(view.paragraphs));
  const wanted = view.buttons
    .flat()
    .flatMap((button) => ("action" in button ? (encodeAction(button.action) ?? []) : []));
  expect(componentsOf(rendered).flatMap(({ custom_id: id }) => id ?? [])).toEqual([...new Set(wanted)]);
}

function chatOf(base: FactBase): Chat {
  const answerer = createAnswerer(base);
  const choices = { get: () => undefined, set: () => true, erase: () => true };
  return createChat({
    platform: "Discord",
    hasChoices: false,
    hasComments: true,
    remembersUpdates: false,
    answerer: () => answerer,
    state: { choices, reports: { add: () => true } },
    conversations: createConversations(() => 0),
    now: () => 0,
    lateAfter: 60_000,
    staleSince: () => "2026-01-15",
    observer: nobody,
    log: createLog("silent", () => {}),
  });
}

const asker = (appLanguage: string): Asker => ({ person: "ana", place: "here", appLanguage, isGroup: false });

/** What a chat shows about a fact: opened, its evidence, and what it becomes part of. */
function viewsOf(chat: Chat, fact: string, language: string): readonly View[] {
  const view = chat.open(fact, asker(language), { language })?.view;
  if (!view) throw new Error(`there is no fact ${fact}`);
  const shown = view.buttons
    .flat()
    .flatMap((button) => ("action" in button && button.action.kind === "evidence" ? [button.action] : []));
  const effects = shown.map((action) => chat.perform(action, asker(language)));
  return [
    view,
    ...effects.flatMap((effect) =>
      effect.kind === "extend" ? [{ language, paragraphs: effect.paragraphs, buttons: [] }] : [],
    ),
  ];
}

describe("the fact base that comes with the bot", () => {
  let base: FactBase;
  let chat: Chat;
  beforeAll(async () => {
    const found = await readFactBase(DATA);
    if (!("facts" in found)) throw new Error("the fact base does not load");
    base = found;
    chat = chatOf(base);
  });

  it("is shown as it was written, every fact in every language", () => {
    let count = 0;
    for (const { id } of base.facts)
      for (const language of base.languages)
        for (const view of viewsOf(chat, id, language)) {
          expectAsMeant(view);
          count++;
        }
    expect(count).toBeGreaterThan(base.facts.length * base.languages.length);
  });

  it("has pages that are shown whole, in every language that the bot speaks", () => {
    for (const { tag } of wordings) {
      const who = asker(tag);
      const pages = [chat.start(who), chat.privacy(who), chat.forget(who)];
      const help = chat.help(who, { commands: ["ask", "timeline"], hints: ({ help: hints }) => [hints.apps] });
      const turned = (["timeline", "sources"] as const).flatMap((kind) =>
        Array.from({ length: 20 }, (_, page) => chat.perform({ kind, page, language: tag }, who)),
      );
      for (const view of [...pages, help, ...turned.flatMap((effect) => ("view" in effect ? [effect.view] : []))])
        expectAsMeant(view);
    }
  });

  it("has questions that are offered within Discord's limits", () => {
    for (const { tag } of wordings)
      for (const typed of ["", "w", "wer", "who", "китай", "中国"])
        expect(chat.complete(typed, asker(tag), 25).length).toBeLessThanOrEqual(25);
  });
});

const ALPHABETS = [
  "Die Behörden in Tovana, 110 Bürger. ",
  "柬埔寨和中国联手打击网络诈骗。",
  "ភ្នំពេញប្រទេសកម្ពុជា",
  "😀🇰🇭",
  "*_~`|<>[]()#-+.:@\\!/ ",
  "ạ̄ế ",
];
const PIECES = [
  "👩‍👩‍👧‍👦",
  "@everyone",
  "<@123456789012345678>",
  "<@&1>",
  "https://evil.example/a_b",
  "[a](<https://x.y>)",
  "# ",
  "1. ",
];
const words = (maxLength: number) =>
  fc
    .oneof(
      ...ALPHABETS.map((letters) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength })),
      fc.array(fc.constantFrom(...PIECES, "a ", "é"), { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join("")),
    )
    .map((line) => plain(line.slice(0, maxLength)).trim())
    .filter((line) => line !== "" && !/:\w*[+-]/.test(line));
const url = fc
  .string({ unit: fc.constantFrom(..."()<>[] \"'*_é柬?#&=/.x1"), maxLength: 80 })
  .map((path) => `https://post.example/${path}`);
const span = (maxLength: number): fc.Arbitrary<Span> =>
  fc.oneof(
    fc.record({ text: words(maxLength) }),
    fc.record({ text: words(maxLength), style: fc.constantFrom("bold" as const, "italic" as const) }),
    fc.record({ text: words(maxLength), url }),
  );
/** Spans stand apart, as they do in all views. */
const line = (maxLength: number) =>
  fc.oneof(
    words(maxLength).map((one) => [{ text: one }]),
    span(maxLength).map((one) => [one]),
    fc
      .tuple(words(maxLength), words(maxLength), url)
      .map(([publisher, title, address]) => [
        { text: `${publisher}: ` },
        { text: `“${title}”`, url: address },
        { text: ", 15 January 2026" },
      ]),
  );
const paragraph = (maxLength: number): fc.Arbitrary<Paragraph> =>
  fc
    .tuple(fc.constantFrom(text, quote, note), fc.array(line(maxLength), { minLength: 1, maxLength: 4 }))
    .map(([make, lines]) => make(...lines));
const slug = fc.stringMatching(/^[a-z0-9]{1,40}$/);
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({
    label: words(120),
    action: fc.record({ kind: fc.constant("ask" as const), fact: slug, language: fc.constantFrom("en", "de") }),
  }),
  fc.record({
    label: words(120),
    action: fc.record({
      kind: fc.constantFrom("evidence" as const, "report" as const),
      fact: slug,
      version: fc.stringMatching(/^[0-9a-z]{6}$/),
      language: fc.constantFrom("en", "zh-Hans"),
    }),
  }),
  fc.record({ label: words(120), share: words(50) }),
);
const view = (maxLength: number, paragraphs: number, rows = 6): fc.Arbitrary<View> =>
  fc.record({
    language: fc.constant("en"),
    paragraphs: fc.array(paragraph(maxLength), { minLength: 1, maxLength: paragraphs }),
    buttons: fc.array(fc.array(button, { maxLength: 5 }), { maxLength: rows }),
  });

describe("any view", () => {
  it("shows exactly the text that was meant, with no markup but the renderer's", () => {
    fc.assert(fc.property(view(60, 4), expectAsMeant), { numRuns: 500 });
  });

  it("stays within every limit of Discord, however long it is", () => {
    fc.assert(
      fc.property(view(1000, 12), (one) => expectWithinLimits(render(one))),
      { numRuns: 300 },
    );
  });

  // Ten rows of five buttons are 62 components with what holds them.
  it("stays within Discord's 40 components with as many buttons as there may be", () => {
    const row = (index: number): readonly Button[] =>
      Array.from({ length: 5 }, (_, place) => ({
        label: "Which?",
        action: { kind: "ask", fact: `fact-${index}-${place}`, language: "en" },
      }));
    expectWithinLimits(
      render({ language: "en", paragraphs: [text("a")], buttons: Array.from({ length: 10 }, (_, i) => row(i)) }),
    );
  });

  it("keeps the order of what it shows when it has to leave something out, and marks the cut", () => {
    const long = "柬埔寨".repeat(400);
    const rendered = contentOf(
      render({
        language: "en",
        paragraphs: [text("First."), text(long), text(long), text(long), text("Last.")],
        buttons: [],
      }),
    );
    expect(rendered.startsWith("First.\n\n柬埔寨")).toBe(true);
    expect(rendered.endsWith("…")).toBe(true);
  });

  it("has a line that is not blank, even of nothing", () => {
    for (const paragraphs of [[], [text("")], [text([bold("")])]])
      expect(contentOf(render({ language: "en", paragraphs, buttons: [] })).trim()).not.toBe("");
  });
});

describe("a fact at the extremes", () => {
  const statement = words(1000);
  const fact = (index: number) =>
    fc
      .record({ statement, question: words(110), title: words(290), publisher: words(190), address: fc.option(url) })
      .map((one) => ({ ...one, id: `fact-${index}` }));

  type Extreme = {
    readonly id: string;
    readonly statement: string;
    readonly question: string;
    readonly title: string;
    readonly publisher: string;
    readonly address: string | null;
  };
  const baseOf = (facts: readonly Extreme[]): FactBaseInput => ({
    sources: facts.map(({ id, title, publisher, address }) => ({
      id: `source-${id}`,
      type: "webpage",
      title,
      publisher,
      issued: "2026-01-15",
      language: "en",
      URL: address === null ? null : new URL(address).href,
      custom: { document: `${id}.txt` },
    })),
    events: facts.map(({ id }, index) => ({
      id: `event-${id}`,
      name: { en: `Event ${id}` },
      date: `2025-0${index + 1}`,
    })),
    facts: facts.map(({ id, statement: said, question }) => ({
      id,
      event: `event-${id}`,
      statement: { en: said },
      questions: { en: [question] },
      evidence: [{ source: `source-${id}`, passage: { start: "It begins", end: "it ends" } }],
    })),
  });

  it("is shown as it was written, with its source and its evidence", () => {
    fc.assert(
      fc.property(fc.tuple(fact(1), fact(2), fact(3)), (facts) => {
        const chat = chatOf(createFactBase(baseOf(facts)));
        for (const { id } of facts) for (const one of viewsOf(chat, id, "en")) expectAsMeant(one);
        for (const page of [chat.timeline(asker("en")), chat.sources(asker("en"))]) expectWithinLimits(render(page));
      }),
      { numRuns: 40 },
    );
  });

  const longest = (index: number, letter: string): Extreme => ({
    id: `fact-${index}`,
    statement: `${index} ${letter.repeat(995)}.`,
    question: `What about ${index}?`,
    title: `${index} ${letter.repeat(290)}`,
    publisher: letter.repeat(190),
    address: `https://post.example/${index}`,
  });

  // Five statements of the length that the fact base allows are more than a message holds; the rest is on no page.
  it.each(["a", "柬", "*"])("leaves no event out of the timeline (%s)", (letter) => {
    const base = createFactBase(baseOf([1, 2, 3, 4, 5, 6].map((index) => longest(index, letter))));
    const chat = chatOf(base);
    const pages = [0, 1].map((page) => chat.perform({ kind: "timeline", page, language: "en" }, asker("en")));
    const shown = pages.map((effect) => ("view" in effect ? contentOf(render(effect.view)) : "")).join("\n\n");
    for (const { statement: said } of newestFirst(base, "en")) expect(read(shown).text).toContain(said.slice(0, 60));
    expect(shown).toContain("1 of 2");
  });

  // An address cannot be cut; where it does not fit, the sources and the date are left out with it.
  it("names the source and the date of an answer, even where the source's address is too long to be a link", () => {
    const chat = chatOf(
      createFactBase(baseOf([{ ...longest(1, "a"), address: `https://post.example/${"x".repeat(4000)}` }])),
    );
    const [first] = viewsOf(chat, "fact-1", "en");
    const shown = first ? contentOf(render(first)) : "";
    expect(shown).toContain("Sources");
    expect(shown).toContain("As of");
  });
});
