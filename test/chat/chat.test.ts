/** What every platform does with what people want, over the invented news and a real state on disk. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Action } from "../../adapters/chat/actions.ts";
import { REPORT_REASONS, wordingFor, wordings } from "../../adapters/chat/wording/index.ts";
import type { Answerer, FactBase } from "../../src/index.ts";
import { createFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import {
  actionsOf,
  asker,
  expectKind,
  labelsOf,
  MINUTE,
  newsCore,
  newsWith,
  openChat,
  type TestChat,
  written,
} from "./support.ts";

const de = wordingFor("de");
const en = wordingFor("en");
const HARBOUR = { de: "Warum ist der Hafen geschlossen?", en: "Why is the harbour closed?" };

function ask({ chat }: TestChat, text: string, who = asker(), asking?: Parameters<typeof chat.ask>[2]) {
  const { outcome, view } = chat.ask(text, who, asking);
  return { outcome, view, text: written(view.paragraphs) };
}

function broken(): Answerer {
  const fail = () => {
    throw new Error("Who is Lin Osk? at https://api.example/bot123:TOKEN/send");
  };
  return { ...newsCore, answer: fail, check: fail, open: fail, search: fail };
}

describe("an answer", () => {
  it("says the value first, then its source with the address, and as of when", async () => {
    const { view, text, outcome } = ask(await openChat(), HARBOUR.en);
    expect(outcome).toBe("answered");
    expect(text).toMatch(
      /^Because of a storm\. [^\n]+\nSources\nExample Post: “What happened”, January 15, 2026\nAs of January 15, 2026$/,
    );
    expect(view.preview).toBe("https://news.example/1");
    expect(labelsOf(view.buttons)).toEqual(expect.arrayContaining([en.buttons.evidence, en.buttons.report]));
  });

  it("tells when and why it was corrected", async () => {
    const test = await openChat();
    test.use(
      newsWith("harbour", {
        status: "corrected",
        revisions: [{ date: "2026-01-18", reason: { de: "Der Sturm war gemeint.", en: "The storm was meant." } }],
      }),
    );
    expect(ask(test, HARBOUR.en).text).toMatch(/Corrected on January 18, 2026: The storm was meant\./);
    expect(ask(test, HARBOUR.de).text).toMatch(/Berichtigt am 18\. Januar 2026: Der Sturm war gemeint\./);
  });

  it("that is not there shows what comes nearest and what can be asked", async () => {
    const { view, text, outcome } = ask(await openChat(), "Wie alt ist Lin Osk?");
    expect(outcome).toBe("abstained");
    expect(text).toMatch(
      /^Die Quellen sagen nicht, wie alt Lin Osk ist\.\nAm nächsten kommt\nLin Osk, der mutmaßliche/,
    );
    expect(actionsOf(view.buttons).every(({ kind }) => kind === "ask")).toBe(true);
    expect(view.buttons.length).toBeGreaterThan(0);
  });

  it("that is not there is one line without buttons in a group", async () => {
    const test = await openChat();
    const { view, text } = ask(test, "Wie alt ist Lin Osk?", asker({ isGroup: true }));
    expect(text).toBe("Die Quellen sagen nicht, wie alt Lin Osk ist.");
    expect(view.buttons).toEqual([]);
    // An answer is whole in a group, too.
    expect(ask(test, HARBOUR.en, asker({ isGroup: true })).text).toMatch(/Sources/);
  });

  it("never shows the question of the person in a button that others may press", async () => {
    const question = `${HARBOUR.en} ${"I really wonder. ".repeat(3)}`;
    const { view } = ask(await openChat(), question);
    expect(JSON.stringify(view.buttons)).not.toMatch(/wonder/);
  });
});

describe("the language of an answer", () => {
  it("is the question's own, whatever was chosen and whatever the app speaks", async () => {
    const test = await openChat();
    test.chat.perform({ kind: "language", language: "en" }, asker());
    expect(ask(test, HARBOUR.de, asker({ appLanguage: "en-US" })).view.language).toBe("de");
  });

  it("is the chosen one where the question does not tell", async () => {
    const test = await openChat();
    test.chat.perform({ kind: "language", language: "en" }, asker());
    expect(ask(test, "Lin Osk?", asker({ appLanguage: "de" })).view.language).toBe("en");
  });

  it.each([
    ["de-AT", "de"],
    ["en-GB", "en"],
    ["fr", "en"],
    ["no language at all", "de"],
    ["", "de"],
    [undefined, "de"],
  ])("is the app's (%s → %s) where nothing was chosen", async (appLanguage, expected) => {
    expect(ask(await openChat(), "Lin Osk?", asker({ appLanguage })).view.language).toBe(expected);
  });

  it("is always the chosen one when that was chosen", async () => {
    const test = await openChat();
    test.chat.perform({ kind: "language", language: "en" }, asker());
    test.chat.perform({ kind: "always", on: true }, asker());
    const { view, text } = ask(test, HARBOUR.de);
    expect(view.language).toBe("en");
    expect(text).toMatch(/^Because of a storm/);
    test.chat.perform({ kind: "always", on: false }, asker());
    expect(ask(test, HARBOUR.de).view.language).toBe("de");
  });

  it("may be chosen for one question alone, even against what is always chosen", async () => {
    const test = await openChat();
    test.chat.perform({ kind: "language", language: "de" }, asker());
    test.chat.perform({ kind: "always", on: true }, asker());
    expect(ask(test, HARBOUR.de, asker(), { language: "en" }).view.language).toBe("en");
    expect(ask(test, HARBOUR.en).view.language).toBe("de");
  });

  it("of pages is the chosen one, then the app's, then English", async () => {
    const { chat } = await openChat();
    expect(chat.start(asker()).language).toBe("en");
    expect(chat.start(asker({ appLanguage: "de-CH" })).language).toBe("de");
    expect(chat.start(asker({ appLanguage: "th" })).language).toBe("en");
    chat.perform({ kind: "language", language: "en" }, asker());
    expect(chat.start(asker({ appLanguage: "de-CH" })).language).toBe("en");
    expect(chat.start(asker({ appLanguage: "de-CH", person: "somebody else" })).language).toBe("de");
  });
});

describe("a question that waited while the bot could not be reached", () => {
  it("is answered with a remark that says when it was asked", async () => {
    const test = await openChat();
    const at = (age: number) => ({ at: test.now() - age });
    expect(ask(test, HARBOUR.en, asker(), at(2 * 60 * MINUTE)).text).toMatch(
      /^You asked this 2 hours ago, while I could not be reached\.\nBecause of a storm/,
    );
    expect(ask(test, HARBOUR.de, asker(), at(11 * MINUTE)).text).toMatch(/^Das haben Sie vor 11 Minuten gefragt/);
    expect(ask(test, HARBOUR.en, asker(), at(50 * 60 * MINUTE)).text).toMatch(/^You asked this 2 days ago/);
  });

  it("is answered as ever when it is not that old, or its clock runs ahead", async () => {
    const test = await openChat();
    for (const age of [0, 10 * MINUTE, -60 * MINUTE])
      expect(ask(test, HARBOUR.en, asker(), { at: test.now() - age }).text).toMatch(/^Because of a storm/);
  });

  it("has the remark on an abstention, too", async () => {
    const test = await openChat();
    const { text } = ask(test, "Wie alt ist Lin Osk?", asker({ isGroup: true }), { at: test.now() - 60 * MINUTE });
    expect(text).toBe(
      "Das haben Sie vor 1 Stunde gefragt, als ich nicht erreichbar war.\nDie Quellen sagen nicht, wie alt Lin Osk ist.",
    );
  });
});

describe("a core that fails", () => {
  it("is one plain sentence for the person and no detail, neither there nor in the log", async () => {
    const test = await openChat();
    test.use(broken());
    const german = asker({ appLanguage: "de" });
    for (const reply of [
      test.chat.ask("Who is Lin Osk?", german),
      test.chat.check("Lin Osk was arrested.", german),
      test.chat.open("osk-arrest", german),
    ]) {
      if (!reply) throw new Error("nothing was said");
      expect(reply.outcome).toBe("failed");
      expect(written(reply.view.paragraphs)).toBe(de.notices.failed);
      expect(reply.view.buttons).toEqual([]);
    }
    expect(test.log).toHaveLength(3);
    expect(test.log.join("")).not.toMatch(/Osk|TOKEN|example/);
    expect(test.log.map((line) => JSON.parse(line))).toEqual(
      [1, 2, 3].map(() => expect.objectContaining({ level: "error", error: "Error", message: "the core failed" })),
    );
  });

  it("is forgotten with the next question", async () => {
    const test = await openChat();
    test.use(broken());
    ask(test, HARBOUR.en);
    test.use(newsCore);
    expect(ask(test, HARBOUR.en).outcome).toBe("answered");
  });
});

describe("the evidence button", () => {
  const evidence = (test: TestChat, fact = "harbour", language = "en"): Action => ({
    kind: "evidence",
    fact,
    version: test.shown(fact, language).fact.version,
    language,
  });

  it("puts the words of each source under the answer that still holds, and goes", async () => {
    const test = await openChat();
    const effect = expectKind(test.chat.perform(evidence(test), asker()), "extend");
    expect(effect.language).toBe("en");
    expect(effect.paragraphs.map(({ kind }) => kind)).toEqual(["quote"]);
    expect(written(effect.paragraphs)).toBe(
      "“harbour begins … harbour ends” (German)\nExample Post: “What happened”, January 15, 2026",
    );
    expect(actionsOf(effect.buttons).map(({ kind }) => kind)).toEqual(["ask", "report"]);
  });

  it("quotes every source, with the editor's note on how a copy relates to the work", async () => {
    const test = await openChat();
    const source = (id: string, custom: object = {}) => ({
      id,
      type: "article-newspaper" as const,
      title: `Title ${id}`,
      publisher: "Example Post",
      issued: "2026-01-15",
      language: "en",
      URL: null,
      custom: { document: `${id}.txt`, ...custom },
    });
    test.use(
      createFactBase({
        languages: ["de", "en"],
        entities: news.entities,
        events: news.events,
        sources: [source("one"), source("two", { note: { de: "Abschrift", en: "A transcript" } })],
        facts: [
          {
            id: "raid",
            statement: { de: "In Marell war eine Razzia.", en: "There was a raid in Marell." },
            evidence: ["one", "two"].map((id) => ({
              source: id,
              passage: { start: `${id} first`, end: `${id} last` },
            })),
          },
        ],
      }),
    );
    const effect = expectKind(test.chat.perform(evidence(test, "raid", "de"), asker()), "extend");
    expect(effect.paragraphs.map(({ kind }) => kind)).toEqual(["quote", "quote"]);
    const [one = "", two = ""] = effect.paragraphs.map((paragraph) => written([paragraph]));
    expect(one).toMatch(/^„one first … one last“ \(Englisch\)\n/);
    expect(one).not.toMatch(/Abschrift/);
    expect(two).toMatch(/^„two first … two last“[\s\S]*\nAbschrift$/);
  });

  it("brings up what holds now under an answer that was changed, and says so", async () => {
    const test = await openChat();
    const pressed = evidence(test);
    test.use(
      newsWith("harbour", {
        status: "corrected",
        statement: { de: "Der Hafen von Tovana ist wieder offen.", en: "The harbour of Tovana is open again." },
        slots: [],
      }),
    );
    const effect = expectKind(test.chat.perform(pressed, asker()), "replace");
    expect(effect.toast).toBe(en.answer.changed);
    expect(written(effect.view.paragraphs)).toMatch(/^The harbour of Tovana is open again\./);
    expect(written(effect.view.paragraphs)).not.toMatch(/storm/);
    // The new message's buttons hold.
    const [again] = actionsOf(effect.view.buttons).filter(({ kind }) => kind === "evidence");
    expect(again && test.chat.perform(again, asker()).kind).toBe("extend");
  });

  it("brings up the newer fact under one that was superseded", async () => {
    const test = await openChat();
    const pressed = evidence(test);
    test.use(
      newsWith("harbour", {
        supersededBy: "berg-hope",
        revisions: [{ date: "2026-01-16", reason: { de: "Neu", en: "New" } }],
      }),
    );
    const effect = expectKind(test.chat.perform(pressed, asker()), "replace");
    expect(effect.toast).toBe(en.answer.changed);
    expect(written(effect.view.paragraphs)).toMatch(/Jon Berg hopes/);
  });

  it("says of a withdrawn answer when and why, and never what it said", async () => {
    const test = await openChat();
    const kinds = ["evidence", "report", "back"] as const;
    const pressed = kinds.map((kind) => ({ ...evidence(test, "harbour", "de"), kind }) as Action);
    test.use(
      newsWith("harbour", {
        status: "withdrawn",
        revisions: [
          { date: "2026-01-16", reason: { de: "Unklar", en: "Unclear" } },
          { date: "2026-01-19", reason: { de: "Eine Verwechslung", en: "A mix-up" } },
        ],
      }),
    );
    for (const action of pressed) {
      const effect = expectKind(test.chat.perform(action, asker()), "replace");
      expect(written(effect.view.paragraphs)).toBe(
        "Diese Antwort wurde am 19. Januar 2026 zurückgezogen: Eine Verwechslung",
      );
      expect(effect.view.buttons).toEqual([]);
      expect(effect.toast).toBe(de.answer.changed);
      expect(JSON.stringify(effect)).not.toMatch(/Sturm|Unklar/);
    }
  });

  it.each(["draft", "deleted"])("says of a fact that is %s now that there is no such answer", async (fate) => {
    const test = await openChat();
    const pressed = evidence(test);
    const base = newsWith("harbour", { status: "draft" });
    test.use(fate === "draft" ? base : { ...base, facts: base.facts.filter(({ id }) => id !== "harbour") });
    const effect = expectKind(test.chat.perform(pressed, asker()), "replace");
    expect(written(effect.view.paragraphs)).toBe(en.answer.unknown);
    expect(JSON.stringify(effect)).not.toMatch(/storm/);
  });

  it("works in a language that the base does not have: in English", async () => {
    const test = await openChat();
    const effect = test.chat.perform({ ...evidence(test), language: "fr" } as Action, asker());
    expect(expectKind(effect, "extend").paragraphs).toHaveLength(1);
  });
});

describe("a report", () => {
  it("asks for the reason, which is kept without the person, and thanks", async () => {
    const test = await openChat();
    const { version } = test.shown("harbour", "de").fact;
    const asked = expectKind(
      test.chat.perform({ kind: "report", fact: "harbour", version, language: "de" }, asker()),
      "buttons",
    );
    expect(asked.toast).toBe(de.report.heading);
    expect(labelsOf(asked.buttons)).toEqual([
      ...REPORT_REASONS.map((reason) => de.report.reasons[reason]),
      de.buttons.back,
    ]);
    const [, outdated] = actionsOf(asked.buttons);
    if (!outdated) throw new Error("no reasons");
    const who = asker({ person: "anna-4711", place: "chat-0815" });
    const thanked = expectKind(test.chat.perform(outdated, who), "buttons");
    expect(thanked.toast).toBe(de.report.thanks);
    expect(actionsOf(thanked.buttons).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["evidence", "report"]));
    const file = await readFile(join(test.directory, "reports.jsonl"), "utf8");
    const [, line = ""] = file.split("\n");
    expect(JSON.parse(line)).toEqual({
      fact: "harbour",
      reason: "outdated",
      language: "de",
      platform: "Example Chat",
      day: "2026-01-20",
    });
    expect(file).not.toMatch(/4711|0815/);
  });

  it("that cannot be kept is not thanked for", async () => {
    const { chat } = await openChat({ isWritable: false });
    const effect = chat.perform({ kind: "reason", fact: "harbour", reason: "wrong", language: "en" }, asker());
    expect(expectKind(effect, "buttons").toast).toBe(en.report.lost);
  });

  it("on a fact that is withdrawn meanwhile is kept, and its message loses its buttons", async () => {
    const test = await openChat();
    test.use(newsWith("harbour", { status: "withdrawn" }));
    const effect = test.chat.perform({ kind: "reason", fact: "harbour", reason: "wrong", language: "en" }, asker());
    expect(expectKind(effect, "buttons").buttons).toEqual([]);
    expect(await readFile(join(test.directory, "reports.jsonl"), "utf8")).toMatch(/"harbour"/);
  });

  it("may be called off: back to the answer's buttons", async () => {
    const test = await openChat();
    const { version } = test.shown("raid", "en").fact;
    const effect = test.chat.perform({ kind: "back", fact: "raid", version, language: "en" }, asker());
    expect(actionsOf(expectKind(effect, "buttons").buttons)).toEqual(
      expect.arrayContaining([
        { kind: "evidence", fact: "raid", version, language: "en" },
        { kind: "report", fact: "raid", version, language: "en" },
      ]),
    );
  });

  // A fact without an event has related questions from the search only, which opening it by its id does not do.
  it("that is called off leaves the questions that stood under the answer", async () => {
    const test = await openChat();
    const { view } = ask(test, HARBOUR.en);
    const { version } = test.shown("harbour", "en").fact;
    const effect = test.chat.perform({ kind: "back", fact: "harbour", version, language: "en" }, asker());
    expect(expectKind(effect, "buttons").buttons).toEqual(view.buttons);
  });
});

describe("a tapped question", () => {
  it("is shown above its answer", async () => {
    const test = await openChat();
    const effect = test.chat.perform({ kind: "ask", fact: "handover", language: "en" }, asker());
    expect(written(expectKind(effect, "say").view.paragraphs)).toMatch(
      /^When were the citizens handed over\?\nIn November 2025/,
    );
  });

  it("is what a follow-up means", async () => {
    const test = await openChat();
    expect(ask(test, "And where was that?").outcome).not.toBe("answered");
    test.chat.perform({ kind: "ask", fact: "handover", language: "en" }, asker());
    expect(ask(test, "And where was that?").text).toMatch(/Tovana handed over/);
  });

  it("of a fact opened by its id is what a follow-up means, too", async () => {
    const test = await openChat();
    const opened = test.chat.open("handover", asker({ appLanguage: "de" }));
    expect(opened?.outcome).toBe("answered");
    expect(ask(test, "Und wo war das?").text).toMatch(/übergaben die Behörden in Tovana/);
  });

  it("whose fact was withdrawn says so and changes no conversation", async () => {
    const test = await openChat();
    test.use(newsWith("handover", { status: "withdrawn" }));
    const effect = test.chat.perform({ kind: "ask", fact: "handover", language: "en" }, asker());
    expect(written(expectKind(effect, "say").view.paragraphs)).toBe(
      "This answer was withdrawn on January 15, 2026: Changed",
    );
    expect(ask(test, "And where was that?").outcome).not.toBe("answered");
  });

  it("of no fact at all opens nothing", async () => {
    const test = await openChat();
    expect(test.chat.open("no-such-fact", asker())).toBeUndefined();
  });
});

/** Eleven dated events: three pages. */
function longHistory(): FactBase {
  const days = Array.from({ length: 11 }, (_, i) => `2025-03-${String(i + 10)}`);
  return createFactBase({
    events: days.map((date, i) => ({ id: `event-${i}`, name: { en: `event ${i}` }, date })),
    facts: days.map((date, i) => ({ id: `fact-${i}`, event: `event-${i}`, statement: `Statement ${date} was made.` })),
    sources: days.map((issued, i) => ({
      id: `source-${i}`,
      type: "webpage",
      title: `Title ${i}`,
      publisher: "Example Post",
      issued,
      language: "en",
      URL: `https://news.example/${i}`,
      custom: { document: `${i}.txt` },
    })),
  });
}

describe.each(["timeline", "sources"] as const)("the pages of the %s", (kind) => {
  const open = async () => {
    const test = await openChat();
    test.use(longHistory());
    const page = (number: number) =>
      expectKind(test.chat.perform({ kind, page: number, language: "en" }, asker()), "replace").view;
    return { ...test, page };
  };

  it("are turned by their buttons, from the first to the last and back, without a gap", async () => {
    const { chat, page } = await open();
    const first = chat[kind](asker());
    expect(written(first.paragraphs)).toMatch(/1 of 3$/);
    expect(labelsOf(first.buttons)).toEqual([en.buttons.older]);
    const seen: string[] = [];
    let next: Action | undefined = { kind, page: 0, language: "en" };
    for (let turned = 0; next?.kind === kind && turned < 5; turned++) {
      const view = page(next.page);
      seen.push(...(written(view.paragraphs).match(/2025-03-\d\d|Title \d+/gu) ?? []));
      const older = view.buttons.flat().find(({ label }) => label === en.buttons.older);
      next = older && "action" in older ? older.action : undefined;
    }
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
    const [back] = actionsOf(page(2).buttons);
    expect(back).toEqual({ kind, page: 1, language: "en" });
  });

  it("that there are not are the last or the first one", async () => {
    const { page } = await open();
    for (const absurd of [3, 999_999, Number.MAX_SAFE_INTEGER]) expect(page(absurd)).toEqual(page(2));
    expect(page(-1)).toEqual(page(0));
    expect(labelsOf(page(2).buttons)).toEqual([en.buttons.newer]);
  });

  it("are read in a base without any event, and in a language that it does not have", async () => {
    const test = await openChat();
    test.use(createFactBase({ facts: [{ id: "one", statement: "One was made." }] }));
    const effect = test.chat.perform({ kind, page: 9, language: "de" }, asker());
    const { view } = expectKind(effect, "replace");
    expect(view.language).toBe("de");
    expect(view.paragraphs.length).toBeGreaterThan(0);
    expect(view.buttons).toEqual([]);
  });
});

describe("the settings", () => {
  it("mark what is chosen and speak the chosen language at once", async () => {
    const { chat } = await openChat();
    expect(labelsOf(chat.settings(asker()).buttons)).toContain(`✓ ${en.settings.automatic}`);
    const effect = expectKind(chat.perform({ kind: "language", language: "de" }, asker()), "replace");
    expect(effect.toast).toBe(de.settings.saved);
    expect(effect.view.language).toBe("de");
    expect(labelsOf(effect.view.buttons)).toEqual([
      "Wie in meiner App",
      ...wordings.map(({ name }) => (name === "Deutsch" ? "✓ Deutsch" : name)),
      `✓ ${de.settings.asAsked}`,
      "Immer auf Deutsch antworten",
    ]);
    const always = expectKind(chat.perform({ kind: "always", on: true }, asker()), "replace");
    expect(labelsOf(always.view.buttons)).toContain("✓ Immer auf Deutsch antworten");
    const app = expectKind(chat.perform({ kind: "language" }, asker()), "replace");
    expect(app.view.language).toBe("en");
    expect(labelsOf(app.view.buttons)).toContain(`✓ ${en.settings.automatic}`);
  });

  it("that cannot be saved hold all the same, and say so", async () => {
    const { chat } = await openChat({ isWritable: false });
    const effect = chat.perform({ kind: "language", language: "de" }, asker());
    expect(expectKind(effect, "replace").toast).toBe(de.settings.unsaved);
    expect(chat.start(asker()).language).toBe("de");
  });

  it("have no “always” without a language, as an old button may want", async () => {
    const { chat } = await openChat();
    const effect = expectKind(chat.perform({ kind: "always", on: true }, asker()), "replace");
    expect(labelsOf(effect.view.buttons)).toContain(`✓ ${en.settings.automatic}`);
    expect(actionsOf(effect.view.buttons).some(({ kind }) => kind === "always")).toBe(false);
  });
});

describe("a conversation", () => {
  const QUESTION = "How many citizens were handed over?";
  const FOLLOW_UP = "And when was that?";

  it("lasts fifteen minutes after its last question", async () => {
    const test = await openChat();
    ask(test, QUESTION);
    test.advance(14 * MINUTE);
    expect(ask(test, FOLLOW_UP).text).toMatch(/^In November 2025/);
    test.advance(14 * MINUTE);
    expect(ask(test, FOLLOW_UP).text).toMatch(/^In November 2025/);
    test.advance(15 * MINUTE + 1);
    expect(ask(test, FOLLOW_UP).outcome).not.toBe("answered");
  });

  it.each([
    ["person", asker({ person: "another" })],
    ["place", asker({ place: "another" })],
  ])("is of one %s", async (_, other) => {
    const test = await openChat();
    ask(test, QUESTION);
    ask(test, HARBOUR.en, other);
    expect(ask(test, FOLLOW_UP, other).text).not.toMatch(/November 2025/);
    expect(ask(test, FOLLOW_UP).text).toMatch(/November 2025/);
  });

  it("is not mixed up with one whose keys look alike", async () => {
    const test = await openChat();
    ask(test, QUESTION, asker({ person: "ab", place: "c" }));
    expect(ask(test, FOLLOW_UP, asker({ person: "a", place: "bc" })).outcome).not.toBe("answered");
  });

  it("survives a failure", async () => {
    const test = await openChat();
    ask(test, QUESTION);
    test.use(broken());
    ask(test, "Who is Lin Osk?");
    test.use(newsCore);
    expect(ask(test, FOLLOW_UP).text).toMatch(/November 2025/);
  });
});

describe("forgetting", () => {
  it("erases the choice and the conversations in every chat, of this person alone", async () => {
    const test = await openChat();
    const [anna, bert] = ["anna-4711", "bert-0815"].map((person) => asker({ person }));
    if (!anna || !bert) throw new Error("nobody");
    const places = ["one", "two"];
    for (const who of [anna, bert]) {
      test.chat.perform({ kind: "language", language: "de" }, who);
      for (const place of places) ask(test, "How many citizens were handed over?", { ...who, place });
    }
    expect(written(test.chat.forget(anna).paragraphs)).toBe(de.forgotten);
    const file = await readFile(join(test.directory, "choices.jsonl"), "utf8");
    expect(file).not.toMatch(/4711/);
    expect(file).toMatch(/0815/);
    expect(test.chat.start(anna).language).toBe("en");
    expect(test.chat.start(bert).language).toBe("de");
    for (const place of places) {
      expect(ask(test, "And when was that?", { ...anna, place }).outcome).not.toBe("answered");
      expect(ask(test, "And when was that?", { ...bert, place }).text).toMatch(/November 2025/);
    }
  });

  it("by its button says so in a message of its own", async () => {
    const { chat } = await openChat();
    const [erase] = actionsOf(chat.privacy(asker()).buttons);
    expect(erase).toEqual({ kind: "forget" });
    expect(written(expectKind(chat.perform({ kind: "forget" }, asker()), "say").view.paragraphs)).toBe(en.forgotten);
  });

  it("does not take people whose key begins alike", async () => {
    const test = await openChat();
    ask(test, "How many citizens were handed over?", asker({ person: "anna-2" }));
    test.chat.forget(asker({ person: "anna" }));
    expect(ask(test, "And when was that?", asker({ person: "anna-2" })).text).toMatch(/November 2025/);
  });
});

describe("suggestions while a question is typed", () => {
  const suggest = ({ chat }: TestChat, typed: string, limit = 5) => chat.suggest(typed, asker(), limit);

  it("are answers with their source, the best first, each with its evidence", async () => {
    const test = await openChat();
    const [first] = suggest(test, HARBOUR.en);
    expect(first).toMatchObject({ fact: "harbour", source: "Example Post, January 15, 2026" });
    expect(first?.answer).toMatch(/^Because of a storm/);
    expect(written(first?.view.paragraphs ?? [])).toMatch(
      /^Why is the harbour closed\?\nBecause[\s\S]*“harbour begins/,
    );
  });

  it("are examples while nothing is typed", async () => {
    const examples = suggest(await openChat(), "");
    expect(examples.length).toBeGreaterThan(1);
    for (const { question, answer } of examples) expect(question.length * answer.length).toBeGreaterThan(0);
  });

  it.each(["harbour", "raid-arrests"])("of #%s are this fact, in the language of its reader", async (id) => {
    const test = await openChat();
    const [first] = test.chat.suggest(` #${id} `, asker({ appLanguage: "de" }), 3);
    expect(first?.fact).toBe(id);
    expect(first?.view.language).toBe("de");
  });

  it("of a withdrawn fact's id never say what it said", async () => {
    const test = await openChat();
    test.use(newsWith("harbour", { status: "withdrawn" }));
    expect(JSON.stringify(suggest(test, "#harbour", 20))).not.toMatch(/storm|Sturm/);
    expect(JSON.stringify(suggest(test, HARBOUR.en, 20))).not.toMatch(/storm|Sturm/);
  });

  it.each(["qwertz uiop asdf", "#no-such-fact", "😀😀😀", "Who is the Pope?", "\u202e\u2066", "a".repeat(5000)])(
    "of %j are no abstention and no more than wanted",
    async (typed) => {
      const test = await openChat();
      const found = suggest(test, typed, 2);
      expect(found.length).toBeLessThanOrEqual(2);
      for (const { answer } of found) expect(answer).not.toMatch(/do not state|sagen nicht/);
    },
  );

  it("name no fact twice", async () => {
    const facts = suggest(await openChat(), "Marell", 20).map(({ fact }) => fact);
    expect(facts.length).toBeGreaterThan(2);
    expect(new Set(facts).size).toBe(facts.length);
  });

  it("leave the conversation as it is", async () => {
    const test = await openChat();
    ask(test, "How many citizens were handed over?");
    suggest(test, HARBOUR.en);
    expect(ask(test, "And when was that?").text).toMatch(/November 2025/);
  });
});

describe("questions that fit what is typed", () => {
  it("are examples while nothing is typed, and the fitting ones after that, in the reader's language", async () => {
    const { chat } = await openChat();
    const german = asker({ appLanguage: "de" });
    expect(chat.complete("", german, 3)).toHaveLength(3);
    expect(chat.complete(" ?! ", german, 3)).toEqual(chat.complete("", german, 3));
    expect(chat.complete("Hafen", german, 3)).toEqual([{ fact: "harbour", question: HARBOUR.de }]);
    expect(chat.complete("harbour", german, 3)).toContainEqual({ fact: "harbour", question: HARBOUR.de });
    expect(chat.complete("qwertz uiop", german, 3)).toEqual([]);
  });
});

describe("a text held against the sources", () => {
  const check = ({ chat }: TestChat, text: string, who = asker()) => {
    const { view, outcome } = chat.check(text, who);
    return { view, outcome, text: written(view.paragraphs) };
  };
  const TWO =
    "Over 270 people were arrested in the raid in Marell.\nThe harbour of Tovana stays closed because of a storm.";

  it("shows what they say on each statement, and counts those on which they say nothing", async () => {
    const { text, view, outcome } = check(await openChat(), `${TWO}\nBananas are yellow.`);
    expect(outcome).toBe("answered");
    expect(text).toMatch(
      /^What the sources say about it\nOver 270 [\s\S]*\nThe harbour [\s\S]*\nAbout one more statement/,
    );
    expect(actionsOf(view.buttons)).toEqual([
      { kind: "ask", fact: "raid-arrests", language: "en" },
      { kind: "ask", fact: "harbour", language: "en" },
    ]);
  });

  it("counts many in the plural", async () => {
    const { text } = check(await openChat(), `${TWO}\nBananas are yellow.\nCherries are red.`);
    expect(text).toMatch(/About 2 more statements they say nothing\.$/);
  });

  it("with one statement that they know is a whole answer with its buttons", async () => {
    const { view, text } = check(await openChat(), "The harbour of Tovana stays closed because of a storm.");
    expect(text).toMatch(/As of January 15, 2026/);
    expect(actionsOf(view.buttons).map(({ kind }) => kind)).toContain("evidence");
    expect(view.preview).toBe("https://news.example/1");
  });

  it("of which they know nothing is said to be that, and nothing is offered as true", async () => {
    const { view, outcome, text } = check(await openChat(), "Bananas are yellow.");
    expect({ outcome, text }).toEqual({ outcome: "abstained", text: en.check.nothing });
    expect(view.buttons).toEqual([]);
  });

  it("that names a place of which they know nothing gets what it gets as a question", async () => {
    const statement = "Was there a raid in Iran?";
    const test = await openChat();
    expect(check(test, statement).text).toBe(ask(await openChat(), statement).text);
    expect(check(test, statement).text).toContain("Iran");
  });

  it.each(["", " \n ", "😀😀", "\u202e"])("that says nothing (%j) does no harm", async (text) => {
    expect(check(await openChat(), text).outcome).toBe("abstained");
  });

  it("is no part of the conversation", async () => {
    const test = await openChat();
    ask(test, "How many citizens were handed over?");
    check(test, TWO);
    expect(ask(test, "And when was that?").text).toMatch(/November 2025/);
  });

  // The label is the person's statement instead of the editor's question, however long it is.
  it("has buttons whose labels every platform takes", async () => {
    const { view } = check(
      await openChat(),
      "Interior minister Ana Roth thanked the city of Marell for the arrest of Lin Osk, the alleged head of the fraud network.\nOver 270 people were arrested in the raid in Marell.",
    );
    expect(view.buttons.length).toBeGreaterThan(1);
    for (const label of labelsOf(view.buttons)) expect(label.length).toBeLessThanOrEqual(80);
  });

  // "What are your sources?" is answered with the list of sources, as if they said something on it.
  it("that asks the bot itself for its sources is nothing that they say anything on", async () => {
    expect(check(await openChat(), "What are your sources?").outcome).toBe("abstained");
  });
});
