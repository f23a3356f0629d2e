/** Every text that the chats say, in every language, filled with the fact base that ships. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { answerView, closedView, reasonButtons } from "../../adapters/chat/answer-view.ts";
import { createChat, type PlatformFacts } from "../../adapters/chat/chat.ts";
import { CONVERSATION_MINUTES, createConversations } from "../../adapters/chat/conversations.ts";
import { helpPage, settingsPage, sourcesPage, startPage, timelinePage } from "../../adapters/chat/pages.ts";
import type { View } from "../../adapters/chat/view.ts";
import { COMMANDS, fill, REPORT_REASONS, wordingFor, wordings } from "../../adapters/chat/wording/index.ts";
import { createLog } from "../../adapters/environment/log.ts";
import { readFactBase } from "../../adapters/fact-base/read.ts";
import { nobody } from "../../adapters/observer.ts";
import { RETENTION } from "../../adapters/state/state.ts";
import { type Answerer, createAnswerer } from "../../src/index.ts";
import { asker, labelsOf, written } from "./support.ts";

async function openShipped(): Promise<Answerer> {
  const base = await readFactBase(fileURLToPath(new URL("../../data", import.meta.url)));
  if (!("facts" in base)) throw new Error(JSON.stringify(base));
  return createAnswerer(base);
}

const shipped = await openShipped();
const languages = wordings.map(({ tag }) => tag);

const FACTS: PlatformFacts = { platform: "Example Chat", hasChoices: true, hasComments: true, remembersUpdates: true };

function chatWith(facts: PlatformFacts = FACTS) {
  return createChat({
    ...facts,
    answerer: () => shipped,
    state: {
      choices: { get: () => undefined, set: () => true, erase: () => true },
      reports: { add: () => true },
    },
    conversations: createConversations(() => 1),
    now: () => 1,
    lateAfter: 1,
    staleSince: () => undefined,
    observer: nobody,
    log: createLog("silent", () => {}),
  });
}

/** Every path to a text, with the text. */
function textsOf(value: object, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const place = path === "" ? key : `${path}.${key}`;
    if (typeof part === "string") return [[place, part] as const];
    return typeof part === "object" && part !== null ? textsOf(part, place) : [];
  });
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/gu))].sort();
/** Languages differ in their plural categories. */
const isPlural = (path: string) => path.startsWith("check.rest.");

function pagesOf(language: string) {
  const chat = chatWith();
  const who = asker({ appLanguage: language });
  const help = helpPage(shipped, language, {
    commands: COMMANDS,
    hints: (wording) => [wording.help.groups, wording.help.check, fill(wording.help.inline, { bot: "@example_bot" })],
  });
  const turned = (page: (number: number) => View, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`page ${i}`, page(i)]));
  const opened = shipped.base.facts.flatMap(({ id }) => {
    const found = shipped.open(id, language);
    return found.status === "shown" ? [found.answer] : [];
  });
  const reason = { en: "A mix-up" };
  const corrected = opened
    .slice(0, 1)
    .map((answer) => ({ ...answer, fact: { ...answer.fact, correction: { date: "2026-01-18", reason } } }));
  return {
    help,
    start: startPage(shipped, language),
    settings: settingsPage({ always: false }, language),
    "settings, chosen": settingsPage({ always: true, language }, language, wordingFor(language).settings.private),
    privacy: chat.privacy(who),
    forgotten: chat.forget(who),
    ...turned((page) => timelinePage(shipped, language, page), 10),
    ...Object.fromEntries(
      Object.entries(turned((page) => sourcesPage(shipped, language, page), 3)).map(([name, view]) => [
        `sources ${name}`,
        view,
      ]),
    ),
    ...Object.fromEntries(
      [...opened, ...corrected].map((answer, i) => [
        `answer ${i} ${answer.fact.id}`,
        answerView(answer, { ...shipped, asked: answer.question }),
      ]),
    ),
    withdrawn: closedView({ status: "withdrawn", date: "2026-01-18", reason }, language),
    "withdrawn for no reason": closedView({ status: "withdrawn" }, language),
    unknown: closedView({ status: "unknown" }, language),
    "checked, nothing": chat.check("Bananen bananas bananes.", who).view,
    ...Object.fromEntries(
      (["failed", "tooMany", "onlyText", "nothingToShow", "restarting"] as const).map((name) => [
        name,
        chat.notice(name, who),
      ]),
    ),
  };
}

describe("all wordings", () => {
  const [first, ...others] = wordings;
  if (!first) throw new Error("no wording");

  it("begin with English, which stands in for all others", () => {
    expect(first.tag).toBe("en");
    expect(others.length).toBeGreaterThan(0);
    for (const tag of ["fr", "", "xx-YY", "e", "english"]) expect(wordingFor(tag)).toBe(first);
    expect(wordingFor("de-AT")).toBe(wordingFor("de"));
    expect(wordingFor("DE")).toBe(wordingFor("de"));
  });

  it.each(others)("have the same texts with the same parts to fill in: $tag", (wording) => {
    const shape = (texts: readonly (readonly [string, string])[]) =>
      Object.fromEntries(texts.filter(([path]) => !isPlural(path)).map(([path, text]) => [path, placeholders(text)]));
    expect(shape(textsOf(wording))).toEqual(shape(textsOf(first)));
  });

  it.each(wordings)("have every plural that the language makes: $tag", ({ tag, check }) => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    expect(Object.keys(check.rest).sort()).toEqual([...pluralCategories].sort());
  });

  it.each(wordings)("have no empty, untrimmed or unsafe text: $tag", (wording) => {
    for (const [path, text] of textsOf(wording)) {
      expect(text.trim(), path).toBe(text);
      expect(text, path).not.toBe("");
      expect(text, path).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it.each(wordings)("have a tag that is canonical and a name of its own: $tag", ({ tag, name }) => {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(new Intl.DisplayNames(tag, { type: "language" }).of(tag)).toBe(name);
  });
});

describe.each(wordings)("the platforms' limits, in $tag", (wording) => {
  it("are kept by commands, options and the menu of a message", () => {
    for (const text of [...Object.values(wording.commands), ...Object.values(wording.options)])
      expect(text.length).toBeLessThanOrEqual(100);
    expect(wording.checkMessage.length).toBeLessThanOrEqual(32);
    for (const name of Object.values(wording.names)) {
      expect(name).toMatch(/^[-_\p{L}\p{N}]{1,32}$/u);
      expect(name).toBe(name.toLowerCase());
    }
    // Commands and options have names apart from each other.
    const { question, private: own, language, ...commands } = wording.names;
    for (const names of [[question, own, language], Object.values(commands)])
      expect(new Set(names).size).toBe(names.length);
  });

  it("are kept by the profile, filled with the shipped base's title", () => {
    for (const title of Object.values(shipped.base.title)) {
      const description = fill(wording.description, { title });
      expect(description).toContain(title);
      expect(description.length).toBeLessThanOrEqual(512);
    }
    expect(wording.shortDescription.length).toBeLessThanOrEqual(120);
  });

  it("are kept by what is said beside a pressed button", () => {
    const { answer, report, settings, notices } = wording;
    const toasts = [answer.changed, report.heading, report.thanks, report.lost, settings.saved, settings.unsaved];
    for (const toast of [...toasts, ...Object.values(notices)]) expect(toast.length).toBeLessThanOrEqual(200);
    // The label of a field, and the shortest buttons.
    expect(report.comment.length).toBeLessThanOrEqual(45);
    for (const reason of REPORT_REASONS) expect(report.reasons[reason].length).toBeLessThanOrEqual(80);
  });
});

describe.each(languages)("the pages in %s", (language) => {
  const pages = pagesOf(language);

  it("say something, in their language, with every part filled in", () => {
    for (const [name, { paragraphs, language: spoken }] of Object.entries(pages)) {
      const words = written(paragraphs);
      expect(words.length, name).toBeGreaterThan(5);
      expect(words, name).not.toMatch(/\{\w*\}|undefined|NaN|\[object|Invalid/);
      expect(spoken, name).toBe(language);
    }
  });

  it("fit into one message of every platform", () => {
    for (const [name, { paragraphs }] of Object.entries(pages))
      expect(written(paragraphs).length + 2 * paragraphs.length, name).toBeLessThanOrEqual(4000);
  });

  it("have buttons whose labels every platform takes, in rows of at most five", () => {
    for (const [name, { buttons }] of Object.entries(pages)) {
      for (const label of labelsOf(buttons)) {
        expect(label, name).not.toMatch(/\{\w*\}|undefined/);
        expect(label.length, `${name}: ${label}`).toBeLessThanOrEqual(80);
        expect(label.length, name).toBeGreaterThan(0);
      }
      expect(buttons.length, name).toBeLessThanOrEqual(5);
      for (const row of buttons) expect(row.length, name).toBeLessThanOrEqual(5);
    }
  });

  it("with reasons for a report have short buttons, too", () => {
    const [fact] = shipped.base.facts;
    const opened = fact && shipped.open(fact.id, language);
    if (opened?.status !== "shown") throw new Error("the first fact is not shown");
    const rows = reasonButtons(opened.answer);
    expect(rows.length).toBeLessThanOrEqual(5);
    for (const label of labelsOf(rows)) expect(label.length).toBeLessThanOrEqual(80);
  });

  it("name every command that they are given, once", () => {
    const words = written(pages.help.paragraphs);
    for (const name of COMMANDS) expect(words.split(`/${name} – `)).toHaveLength(2);
  });
});

describe.each(wordings)("what /privacy says, in $tag", ({ tag, privacy, buttons }) => {
  const page = (facts: Partial<PlatformFacts> = {}) =>
    chatWith({ ...FACTS, ...facts }).privacy(asker({ appLanguage: tag }));

  it("has the numbers that the program keeps to", () => {
    const words = written(page().paragraphs);
    expect(words).toContain(fill(privacy.conversation, { minutes: CONVERSATION_MINUTES }));
    expect(words).toContain(fill(privacy.settings, { days: RETENTION.choiceDays }));
    expect(words).toContain(fill(privacy.reports, { days: RETENTION.reportDays }));
    expect(words).toContain(fill(privacy.updates, { count: RETENTION.answeredOnDisk.toLocaleString(tag) }));
    expect(words).toContain(fill(privacy.platform, { platform: "Example Chat" }));
  });

  it("leaves out what a platform does not do", () => {
    const words = written(page({ hasChoices: false, hasComments: false, remembersUpdates: false }).paragraphs);
    expect(words).not.toContain(fill(privacy.settings, { days: RETENTION.choiceDays }));
    expect(words).not.toContain(privacy.comments);
    expect(words).not.toContain(RETENTION.answered.toLocaleString(tag));
    expect(written(page().paragraphs)).toContain(privacy.comments);
  });

  it("ends with the button that erases it all", () => {
    expect(page().buttons.flat()).toEqual([{ label: buttons.forget, action: { kind: "forget" } }]);
  });
});
