import { describe, expect, test } from "vitest";
import { type ImportOptions, importDocuments, parseDocuments } from "../../src/fact-base/import.ts";
import { loadFactBase } from "../../src/fact-base/load.ts";
import { locate } from "../../src/fact-base/passages.ts";
import type { FactBase } from "../../src/fact-base/schema.ts";
import { packFor } from "../../src/language/packs.ts";
import { createFixture, toFiles } from "./fixture.ts";

const DOCUMENT = {
  id: "news/2024:1",
  title: "Two  storms",
  publisher: "Daily",
  published: "2024-06-01",
  language: "en",
  url: "https://example.org/1",
  text: "A storm hit the town on 3 May 2024. It allegedly killed 12 people. They were asleep.\nLund helped.",
};

function read(...documents: readonly object[]) {
  return parseDocuments(documents.map((document) => JSON.stringify(document)).join("\n"));
}

function imported(documents: readonly object[], base?: FactBase, options: ImportOptions = {}) {
  const result = importDocuments(base, read(...documents).documents, { pack: packFor, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result;
}

/** The base as it would be read back from the files that the import writes. */
function reloaded(
  result: ReturnType<typeof imported>,
  before: object = {},
  documents?: ReadonlyMap<string, string>,
): FactBase {
  const contents = {
    ...before,
    ...(result.base ? { "base.json": result.base } : {}),
    ...(result.sources ? { "sources.json": { sources: result.sources } } : {}),
    ...Object.fromEntries(result.topics.map(({ name, facts }) => [name, { facts }])),
  };
  return loaded(contents, documents);
}

function loaded(contents: object, documents?: ReadonlyMap<string, string>): FactBase {
  const result = loadFactBase(toFiles(contents), { pack: packFor, ...(documents ? { documents } : {}) });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.base;
}

describe("a document becomes facts", () => {
  const base = reloaded(imported([DOCUMENT]), {}, new Map([[DOCUMENT.id, DOCUMENT.text]]));

  test("one for every sentence, as it stands, as drafts that are numbered after the document", () => {
    expect(base.facts.map(({ id, status, origin, statement }) => [id, status, origin, statement])).toEqual([
      ["news-2024-1-1", "draft", "import", { en: "A storm hit the town on 3 May 2024." }],
      ["news-2024-1-2", "draft", "import", { en: "It allegedly killed 12 people." }],
      ["news-2024-1-3", "draft", "import", { en: "They were asleep." }],
      ["news-2024-1-4", "draft", "import", { en: "Lund helped." }],
    ]);
  });

  test("each with a passage that is found once", () => {
    const places = base.facts.flatMap(({ evidence }) =>
      evidence.map(({ passage }) => locate(DOCUMENT.text, passage).length),
    );
    expect(places).toEqual([1, 1, 1, 1]);
  });

  test("with the sentences around it, of the same paragraph", () => {
    expect(base.facts.map(({ context }) => context)).toEqual([
      "It allegedly killed 12 people.",
      "A storm hit the town on 3 May 2024. They were asleep.",
      "A storm hit the town on 3 May 2024. It allegedly killed 12 people.",
      undefined,
    ]);
  });

  test("with its dates and numbers as values, and its hedge as certainty", () => {
    const [first, second] = base.facts;
    expect(first?.slots).toEqual([
      { type: "date", edtf: "2024-05-03", asks: ["when", "year", "day"], text: { en: "3 May 2024" } },
    ]);
    expect(second?.slots).toMatchObject([{ type: "quantity", number: 12, unit: { en: ["people"] } }]);
    expect(base.facts.map(({ certainty }) => certainty)).toEqual(["stated", "alleged", "stated", "stated"]);
  });

  test("of a source that keeps the document's own id", () => {
    expect(base.sources).toMatchObject([
      {
        id: "news/2024:1",
        title: "Two storms",
        publisher: "Daily",
        issued: "2024-06-01",
        URL: "https://example.org/1",
        custom: { document: "news/2024:1" },
      },
    ]);
  });

  test("published at once when asked for", () => {
    expect(imported([DOCUMENT], undefined, { publish: true }).topics[0]?.facts[0]?.status).toBe("published");
  });
});

describe("importing again", () => {
  const first = imported([DOCUMENT]);
  const base = reloaded(first);

  test("changes nothing when the text is the same", () => {
    expect(imported([DOCUMENT], base)).toMatchObject({ topics: [], unchanged: 1 });
  });

  test("is refused when the text changed", () => {
    const result = importDocuments(base, read({ ...DOCUMENT, text: "Another text." }).documents);
    expect(result).toMatchObject({ ok: false, faults: [{ line: 1, field: "id" }] });
  });

  test("is refused in one go when the file has an id twice with different texts", () => {
    const result = importDocuments(undefined, read(DOCUMENT, { ...DOCUMENT, text: "Another text." }).documents);
    expect(result).toMatchObject({ ok: false, faults: [{ line: 2, field: "id" }] });
  });

  test("finishes what an interrupted import left", () => {
    expect(imported([DOCUMENT], { ...base, facts: [] }).topics[0]?.facts).toHaveLength(4);
  });
});

describe("fact ids", () => {
  const ids = (documentIds: readonly string[], base?: FactBase) =>
    imported(
      documentIds.map((id) => ({ ...DOCUMENT, id })),
      base,
    ).topics.map(({ facts }) => String(facts[0]?.id));

  test("stay apart for documents whose ids differ in signs only", () => {
    const found = ids(["a/1", "a:1", "A_1"]);
    expect(new Set(found).size).toBe(3);
    expect(found[0]).toBe("a-1-1");
  });

  test("exist for a document id without Latin letters, and stay short", () => {
    for (const id of ids(["北京", "x".repeat(100), `${"y".repeat(99)}1`, `${"y".repeat(99)}2`]))
      expect(id).toMatch(/^[a-z0-9-]{3,40}$/);
  });

  test("are never those of an editor's fact", () => {
    const fixture = createFixture();
    const base = loaded(fixture);
    const renamed = {
      ...base,
      facts: base.facts.map((fact, i) => (i === 0 ? Object.assign({ ...fact }, { id: "storm-1" }) : fact)),
    };
    expect(ids(["storm"], renamed)[0]).toMatch(/^storm-[a-z0-9]+-1$/);
  });
});

describe("a base by editors", () => {
  const fixture = createFixture();
  const base = loaded(fixture);

  test("keeps its facts and languages, and stays sound with a document in another language", () => {
    const result = imported([{ ...DOCUMENT, id: "zh-1", language: "zh", text: "警方逮捕了三十人。" }], base);
    expect(result.base).toBeUndefined();
    const grown = reloaded(result, fixture);
    expect(grown.languages).toEqual(["de", "en"]);
    expect(grown.facts.slice(0, 2)).toEqual(base.facts);
    expect(grown.facts).toHaveLength(3);
  });

  test("lends its entities to the sentences that name them", () => {
    const facts = imported([DOCUMENT], base).topics[0]?.facts;
    expect(facts?.map(({ entities }) => entities)).toEqual([[], [], [], ["lund"]]);
    expect(facts?.[3]?.slots).toMatchObject([{ type: "entity", entities: ["lund"], asks: ["where"] }]);
  });

  test("does not give the id of its source to a document", () => {
    const result = importDocuments(base, read({ ...DOCUMENT, id: "lund-post-1" }).documents);
    expect(result).toMatchObject({ ok: false, faults: [{ line: 1, field: "id" }] });
  });
});

test("a base of imports learns the languages of its documents", () => {
  const first = imported([DOCUMENT]);
  const before = {
    "base.json": first.base,
    "sources.json": { sources: first.sources },
    ...Object.fromEntries(first.topics.map(({ name, facts }) => [name, { facts }])),
  };
  const grown = reloaded(
    imported([{ ...DOCUMENT, id: "2", language: "de", text: "Es regnete." }], reloaded(first)),
    before,
  );
  expect(grown.languages).toEqual(["en", "de"]);
});

describe("a line of documents is at fault", () => {
  test.each([
    ["without an id", { ...DOCUMENT, id: undefined }, "id"],
    ["with an id of other signs", { ...DOCUMENT, id: "a b" }, "id"],
    ["with an unknown key", { ...DOCUMENT, author: "x" }, "author"],
    ["with a date that does not exist", { ...DOCUMENT, published: "2024-02-30" }, "published"],
    ["with a language that is none", { ...DOCUMENT, language: "d" }, "language"],
    ["with a URL that is none", { ...DOCUMENT, url: "example" }, "url"],
    ["without a word of text", { ...DOCUMENT, text: " … " }, "text"],
  ])("%s", (_, document, field) => {
    expect(read(DOCUMENT, document).faults).toMatchObject([{ line: 2, field }]);
  });

  test("when it is no JSON", () => {
    expect(parseDocuments(`\n{"id": }`).faults).toMatchObject([{ line: 2, field: "column 8" }]);
  });
});

test("text that the schema would refuse is made safe, not refused", () => {
  const text = "A\u0000 control\u202e sign and a lone \ud800 surrogate. Good\u0085bye for now, dear friends.";
  const result = imported([{ ...DOCUMENT, text }]);
  expect(reloaded(result, {}, new Map([[DOCUMENT.id, text]])).facts.length).toBeGreaterThan(0);
});
