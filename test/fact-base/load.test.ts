import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadFactBase } from "../../src/fact-base/load.ts";
import { packFor } from "../../src/language/packs.ts";
import { createFixture, DOCUMENT, type Fixture, faultsOf, partsOf, toFiles } from "./fixture.ts";

const documents = new Map([["lund.txt", DOCUMENT]]);

/** The fixture after a change that makes it unsound; `set` writes what the types forbid. */
function broken(change: (parts: ReturnType<typeof partsOf>, fixture: Fixture) => void): Fixture {
  const fixture = createFixture();
  change(partsOf(fixture), fixture);
  return fixture;
}

function set(target: object, key: string, value: unknown): void {
  Object.assign(target, { [key]: value });
}

describe("a sound fact base", () => {
  test("loads with its defaults filled in", () => {
    const loaded = loadFactBase(toFiles(createFixture()), { pack: packFor, documents });
    expect(loaded.ok && loaded.base.facts.map(({ id, origin }) => `${id} ${origin}`)).toEqual([
      "arrests editor",
      "thanks editor",
    ]);
  });

  test("needs neither entities nor events", () => {
    const { "base.json": base, "sources.json": sources } = createFixture();
    expect(faultsOf({ "base.json": base, "sources.json": sources })).toEqual([]);
  });

  test("is the one that we ship", () => {
    const data = new URL("../../data/", import.meta.url);
    const names = [
      "base.json",
      "sources.json",
      "entities.json",
      "events.json",
      ...readdirSync(new URL("facts/", data)).map((name) => `facts/${name}`),
    ];
    const files = names
      .filter((name) => name.endsWith(".json"))
      .map((name) => ({ name, bytes: readFileSync(new URL(name, data)) }));
    const loaded = loadFactBase(files, { pack: packFor });
    expect(loaded.ok ? [] : loaded.faults).toEqual([]);
  });
});

describe("a fault is reported with its file and field", () => {
  const cases: Record<string, { contents: () => object; fault: string }> = {
    "unknown key": {
      contents: () => broken(({ arrests }) => set(arrests, "certanty", "stated")),
      fault: "facts/raid.json: facts[0].certanty",
    },
    "unknown key in a source": {
      contents: () => broken((_, fixture) => set(fixture["sources.json"].sources[0]?.custom ?? {}, "pages", 3)),
      fault: "sources.json: sources[0].custom.pages",
    },
    "missing translation of a statement": {
      contents: () => broken(({ thanks }) => Reflect.deleteProperty(thanks.statement, "en") && thanks.translated.pop()),
      fault: "facts/raid.json: facts[1].statement.en",
    },
    "missing translation of a slot": {
      contents: () => broken(({ arrests }) => Reflect.deleteProperty(arrests.slots[1]?.text ?? {}, "en")),
      fault: "facts/raid.json: facts[0].slots[1].text.en",
    },
    "missing translation of a gap": {
      contents: () => broken(({ gap }) => Reflect.deleteProperty(gap.text, "de")),
      fault: "facts/raid.json: gaps[0].text.de",
    },
    "missing translation of a name": {
      contents: () =>
        broken((_, fixture) => Reflect.deleteProperty(fixture["entities.json"].entities[1]?.name ?? {}, "en")),
      fault: "entities.json: entities[1].name.en",
    },
    "language that is no tag": {
      contents: () => broken(({ arrests }) => set(arrests.statement, "de_DE", "…")),
      fault: "facts/raid.json: facts[0].statement.de_DE",
    },
    "passage that is not in the document": {
      contents: () =>
        broken(({ thanks }) => set(thanks.evidence[0] ?? {}, "passage", { start: "Minister Bo Roth", end: "Stadt" })),
      fault: "facts/raid.json: facts[1].evidence[0].passage",
    },
    "passage that is found twice": {
      contents: () =>
        broken(({ thanks }) => set(thanks.evidence[0] ?? {}, "passage", { start: "Mehr ist", end: "bekannt" })),
      fault: "facts/raid.json: facts[1].evidence[0].passage",
    },
    "passage over three sentences": {
      contents: () =>
        broken(({ thanks }) =>
          set(thanks.evidence[0] ?? {}, "passage", { start: "Minister Ana Roth", end: "floh im Juli" }),
        ),
      fault: "facts/raid.json: facts[1].evidence[0].passage",
    },
    "document that is not there": {
      contents: () =>
        broken((_, fixture) => set(fixture["sources.json"].sources[0]?.custom ?? {}, "document", "other.txt")),
      fault: "sources.json: sources[0].custom.document",
    },
    "lost hedge in the statement": {
      contents: () =>
        broken(({ arrests }) => set(arrests.statement, "en", "In July police arrested over 30 fraudsters in Lund.")),
      fault: "facts/raid.json: facts[0].statement.en",
    },
    "lost hedge in a slot": {
      contents: () => broken(({ arrests }) => set(arrests.slots[3]?.text ?? {}, "de", "Betrüger")),
      fault: "facts/raid.json: facts[0].slots[3].text.de",
    },
    "lost speaker": {
      contents: () => broken(({ thanks }) => set(thanks.statement, "en", "The minister thanked the city.")),
      fault: "facts/raid.json: facts[1].statement.en",
    },
    "lost manner of speaking": {
      contents: () => broken(({ thanks }) => set(thanks.statement, "de", "Ana Roth lobte die Stadt.")),
      fault: "facts/raid.json: facts[1].statement.de",
    },
    "lost qualifier": {
      contents: () => broken(({ arrests }) => set(arrests.slots[0]?.text ?? {}, "en", "30 people")),
      fault: "facts/raid.json: facts[0].slots[0].text.en",
    },
    "wrong number": {
      contents: () => broken(({ arrests }) => set(arrests.slots[0]?.text ?? {}, "de", "über 300 Personen")),
      fault: "facts/raid.json: facts[0].slots[0].text.de",
    },
    "dangling source": {
      contents: () => broken(({ thanks }) => set(thanks.evidence[0] ?? {}, "source", "lund-post-2")),
      fault: "facts/raid.json: facts[1].evidence[0].source",
    },
    "dangling event": {
      contents: () => broken(({ arrests }) => set(arrests, "event", "riot")),
      fault: "facts/raid.json: facts[0].event",
    },
    "dangling entity": {
      contents: () => broken(({ arrests }) => set(arrests, "entities", ["lund", "oslo"])),
      fault: "facts/raid.json: facts[0].entities[1]",
    },
    "dangling nearest fact": {
      contents: () => broken(({ gap }) => gap.nearest.push("verdict")),
      fault: "facts/raid.json: gaps[0].nearest[1]",
    },
    "dangling successor": {
      contents: () =>
        broken(({ thanks }) =>
          Object.assign(thanks, { supersededBy: "more-thanks", revisions: [revision("2025-09-01")] }),
        ),
      fault: "facts/raid.json: facts[1].supersededBy",
    },
    "fact that supersedes itself": {
      contents: () =>
        broken(({ thanks }) => Object.assign(thanks, { supersededBy: "thanks", revisions: [revision("2025-09-01")] })),
      fault: "facts/raid.json: facts[1].supersededBy",
    },
    "id used twice": {
      contents: () => ({ ...createFixture(), "facts/again.json": createFixture()["facts/raid.json"] }),
      fault: "facts/again.json: facts[0].id",
    },
    "withdrawn without a reason": {
      contents: () => broken(({ thanks }) => set(thanks, "status", "withdrawn")),
      fault: "facts/raid.json: facts[1].revisions",
    },
    "revisions in the wrong order": {
      contents: () =>
        broken(({ thanks }) => set(thanks, "revisions", [revision("2025-09-02"), revision("2025-09-01")])),
      fault: "facts/raid.json: facts[1].revisions[1].date",
    },
    "date that does not exist": {
      contents: () => broken(({ arrests }) => set(arrests.slots[1] ?? {}, "edtf", "2025-02-30")),
      fault: "facts/raid.json: facts[0].slots[1].edtf",
    },
    "date with another month than its text": {
      contents: () => broken(({ arrests }) => set(arrests.slots[1] ?? {}, "edtf", "XXXX-08")),
      fault: "facts/raid.json: facts[0].slots[1].text.de",
    },
    "year that the source does not give": {
      contents: () => broken(({ arrests }) => set(arrests.slots[1]?.text ?? {}, "en", "in July 2025")),
      fault: "facts/raid.json: facts[0].slots[1].text.en",
    },
    "fact older than its source": {
      contents: () => broken(({ arrests }) => set(arrests, "asOf", "2025-07-31")),
      fault: "facts/raid.json: facts[0].asOf",
    },
    "invalid JSON": {
      contents: () => ({ ...createFixture(), "events.json": '{\n  "events": [}\n' }),
      fault: "events.json: line 2, column 14",
    },
    "not UTF-8": {
      contents: () => ({ ...createFixture(), "events.json": new Uint8Array([0x7b, 0xff, 0x7d]) }),
      fault: "events.json: (file)",
    },
    "misspelt file": {
      contents: () => ({ ...createFixture(), "entites.json": { entities: [] } }),
      fault: "entites.json: (file)",
    },
  };

  test.each(Object.entries(cases))("%s", (_, { contents, fault }) => {
    expect(faultsOf(contents(), documents)).toContain(fault);
  });

  test("and a missing base is one of them", () => {
    expect(faultsOf({ "sources.json": createFixture()["sources.json"] })).toEqual(["base.json: (file)"]);
  });

  test("in one line, whatever the file holds", () => {
    const loaded = loadFactBase(toFiles({ ...createFixture(), "events.json": '{"events": [], "a\\nb\\u202e": 1}' }));
    const [fault] = loaded.ok ? [] : loaded.faults;
    expect(`${fault?.field}${fault?.message}`).not.toMatch(/[\n\u202e]/u);
  });
});

describe("what is no fault", () => {
  test("the speaker of an alleged act needs no hedge, nor does a place", () => {
    const contents = broken(({ arrests }) => {
      set(arrests.attribution, "speakers", ["ana-roth"]);
      set(arrests, "statement", {
        de: "Laut Ana Roth nahm die Polizei über 30 Verdächtige fest.",
        en: "Ana Roth: police arrested over 30 suspects.",
      });
      set(arrests, "slots", [
        ...arrests.slots,
        { type: "entity", entities: ["ana-roth"], asks: ["who"], text: { de: "Ana Roth", en: "Ana Roth" } },
      ]);
    });
    expect(faultsOf(contents)).toEqual([]);
  });

  test("an imported fact has the language of its source only", () => {
    const contents = broken(({ thanks }) => {
      set(thanks, "origin", "import");
      set(thanks, "statement", { de: "Ana Roth dankte der Stadt." });
      set(thanks, "translated", []);
    });
    expect(faultsOf(contents)).toEqual([]);
  });
});

function revision(date: string) {
  return { date, reason: { de: "Neuer Stand", en: "New state" } };
}
