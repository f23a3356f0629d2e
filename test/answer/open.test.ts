/** A fact by its id, as buttons under old messages ask for it, and whether it is still the same. */
import { describe, expect, it } from "vitest";
import { createAnswerer, type FactBase, MAX_ANSWER } from "../../src/index.ts";
import { createFactBase, type FactInput } from "../support/fact-base.ts";
import { news } from "../support/news.ts";

const REVISIONS = [{ date: "2026-01-18", reason: { en: "Newer numbers" } }];

function open(base: FactBase, id: string, language = "en") {
  return createAnswerer(base).open(id, language);
}

function shown(base: FactBase, id: string, language = "en") {
  const opened = open(base, id, language);
  if (opened.status !== "shown") throw new Error(`${id} is ${opened.status}`);
  return opened.answer;
}

/** Facts with these ids, each with what is told of it; `supersededBy` by `>`: "a>b". */
function chain(...facts: readonly (readonly [string, FactInput["status"]?])[]): FactBase {
  return createFactBase({
    facts: facts.map(([name, status]) => {
      const [id = "", supersededBy] = name.split(">");
      return {
        id,
        statement: `The number of ${id} is known.`,
        ...(status === undefined ? {} : { status }),
        ...(supersededBy === undefined ? {} : { supersededBy, revisions: REVISIONS }),
      };
    }),
  });
}

describe("a fact opened by its id", () => {
  const base = createFactBase(news);

  it("is a whole answer to the editor's first question", () => {
    expect(shown(base, "harbour", "de")).toMatchObject({
      status: "answered",
      question: "Warum ist der Hafen geschlossen?",
      language: "de",
      answer: "Wegen eines Sturms. Der Hafen von Tovana bleibt wegen eines Sturms geschlossen.",
      confidence: 1,
      fact: { id: "harbour", asOf: "2026-01-15" },
      citations: [{ fact: "harbour", passage: { start: "harbour begins", end: "harbour ends" } }],
    });
  });

  it("has its own statement as the question where the editor expects none", () => {
    expect(shown(chain(["alpha"]), "alpha").question).toBe("The number of alpha is known.");
  });

  it("is the same answer each time, and every one keeps to the length", () => {
    const answerer = createAnswerer(base);
    for (const { id } of base.facts) {
      const opened = answerer.open(id, "en");
      expect(answerer.open(id, "en")).toEqual(opened);
      if (opened.status !== "shown") throw new Error(`${id} is ${opened.status}`);
      expect(opened.answer.answer.length).toBeLessThanOrEqual(MAX_ANSWER);
      expect(opened.answer.related.map(({ fact }) => fact)).not.toContain(id);
    }
  });

  it.each([
    ["de-AT", "de"],
    ["en-US", "en"],
    ["fr", "en"],
    ["zh-Hant-TW", "en"],
    ["", "en"],
    ["no language", "en"],
  ])("is told in the wanted language or what comes nearest: %s → %s", (wanted, told) => {
    expect(shown(base, "harbour", wanted).language).toBe(told);
  });

  it("is told in the one language that it has", () => {
    const german = createFactBase({ languages: ["de"], facts: [{ id: "hafen", statement: "Der Hafen ist zu." }] });
    expect(shown(german, "hafen", "en")).toMatchObject({ language: "de", answer: "Der Hafen ist zu." });
  });

  it.each(["", "no-such-fact", "__proto__", "constructor", "HARBOUR", "harbour ", "\u0000", "#harbour"])(
    "is unknown when there is none: %j",
    (id) => {
      expect(open(base, id)).toEqual({ status: "unknown" });
    },
  );

  it("that is a draft is unknown", () => {
    expect(open(chain(["alpha", "draft"]), "alpha")).toEqual({ status: "unknown" });
  });

  it("that was corrected tells when and why last", () => {
    const revisions = [
      { date: "2026-01-16", reason: { en: "A spelling" } },
      { date: "2026-01-18", reason: { en: "A number" } },
    ];
    const corrected = createFactBase({
      facts: [{ id: "one", statement: "It is one.", status: "corrected", revisions }],
    });
    expect(shown(corrected, "one").fact.correction).toEqual(revisions[1]);
    expect(shown(chain(["alpha"]), "alpha").fact.correction).toBeUndefined();
  });

  it("that was withdrawn tells when and why last, and nothing of what it said", () => {
    const withdrawn = createFactBase({
      facts: [{ id: "one", statement: "It is one.", status: "withdrawn", revisions: REVISIONS }],
    });
    expect(open(withdrawn, "one")).toEqual({ status: "withdrawn", ...REVISIONS[0] });
  });
});

describe("a fact that was superseded", () => {
  it("opens the newer one, over any number of steps", () => {
    const base = chain(["a>b"], ["b>c", "corrected"], ["c>d"], ["d"]);
    for (const id of ["a", "b", "c", "d"]) expect(shown(base, id).fact.id).toBe("d");
  });

  it("and withdrawn opens the newer one all the same", () => {
    expect(shown(chain(["a>b", "withdrawn"], ["b"]), "a").fact.id).toBe("b");
    expect(shown(chain(["a>b", "withdrawn"], ["b>c", "withdrawn"], ["c"]), "a").fact.id).toBe("c");
  });

  it("by a draft holds until that is published", () => {
    expect(shown(chain(["a>b"], ["b", "draft"]), "a").fact.id).toBe("a");
    expect(open(chain(["a>b", "withdrawn"], ["b", "draft"]), "a").status).toBe("withdrawn");
  });

  // The one that was superseded comes back: nothing released supersedes it any more.
  it("by one that was withdrawn later is not told again", () => {
    expect(open(chain(["a>b"], ["b", "withdrawn"]), "a").status).not.toBe("shown");
  });

  // Only the next step is looked at, so that the oldest is answered beside the newest.
  it("by a withdrawn one that was superseded itself opens the newest", () => {
    expect(shown(chain(["a>b"], ["b>c", "withdrawn"], ["c"]), "a").fact.id).toBe("c");
  });

  it.each([
    [["a", "a"]],
    [
      ["a", "b"],
      ["b", "a"],
    ],
    [
      ["a", "b"],
      ["b", "c"],
      ["c", "b"],
    ],
  ])("in a circle (%j), which no check lets in, does not hang", (...links) => {
    const sound = chain(["a"], ["b"], ["c"]);
    const next = new Map(links.map((link) => [link[0] ?? "", link[1] ?? ""]));
    const facts = sound.facts.map((fact) => {
      const successor = sound.facts.find(({ id }) => id === next.get(fact.id));
      return successor ? { ...fact, supersededBy: successor.id } : fact;
    });
    const answerer = createAnswerer({ ...sound, facts });
    for (const { id } of facts) expect(["unknown", "shown"]).toContain(answerer.open(id, "en").status);
    expect(answerer.open("a", "en").status).toBe("unknown");
  });
});

describe("the version of a fact", () => {
  const passage = (name: string) => ({
    source: "example-post-1",
    passage: { start: `${name} from`, end: `${name} to` },
  });
  const first: FactInput = { id: "first", statement: "The first was said.", evidence: [passage("shared")] };
  const second: FactInput = { id: "second", statement: "The second was said.", evidence: [passage("shared")] };
  const apart: FactInput = { id: "apart", statement: "Something else was said.", evidence: [passage("apart")] };
  const versions = (facts: readonly FactInput[]) => {
    const answerer = createAnswerer(createFactBase({ facts }));
    return (id: string) => {
      const opened = answerer.open(id, "en");
      if (opened.status !== "shown") throw new Error(`${id} is ${opened.status}`);
      return opened.answer.fact.version;
    };
  };
  const original = versions([first, second, apart]);

  it("is six characters that fit into a button, and each fact has its own", () => {
    const { base, open: openFact } = createAnswerer(createFactBase(news));
    const all = base.facts.map(({ id }) => {
      const opened = openFact(id, "en");
      return opened.status === "shown" ? opened.answer.fact.version : opened.status;
    });
    for (const version of all) expect(version).toMatch(/^[0-9a-z]{6}$/);
    expect(new Set(all).size).toBe(all.length);
  });

  const changes: readonly (readonly [string, Partial<FactInput>])[] = [
    ["statement", { statement: "The first was said loudly." }],
    ["status", { status: "corrected" }],
    ["slots", { slots: [{ type: "reason", asks: ["why"], text: { en: "because" } }] }],
    ["evidence", { evidence: [passage("shared"), passage("more")] }],
  ];

  it.each(changes)("is another one when its %s changes, and that of a fact of the same passage, too", (_, change) => {
    const changed = versions([{ ...first, ...change }, second, apart]);
    expect(changed("first")).not.toBe(original("first"));
    expect(changed("second")).not.toBe(original("second"));
    expect(changed("apart")).toBe(original("apart"));
  });

  it("is another one when a fact comes to share its passage, or leaves it", () => {
    expect(versions([first, apart])("first")).not.toBe(original("first"));
    expect(versions([first, { ...second, status: "withdrawn" }, apart])("first")).not.toBe(original("first"));
    expect(versions([first, { ...second, evidence: [passage("moved")] }, apart])("first")).not.toBe(original("first"));
  });

  it("is the same after a restart, in every language and whatever else changes", () => {
    expect(versions([first, second, apart])("first")).toBe(original("first"));
    const more = versions([
      { ...first, questions: { en: ["What was said first?"] }, keywords: { en: ["speech"] }, asOf: "2026-01-19" },
      second,
      { ...apart, statement: "Yet another thing was said." },
      { id: "new", statement: "Something new was said." },
    ]);
    for (const id of ["first", "second"]) expect(more(id)).toBe(original(id));
    expect(more("apart")).not.toBe(original("apart"));
    const base = createFactBase(news);
    expect(shown(base, "harbour", "de").fact.version).toBe(shown(base, "harbour", "en").fact.version);
  });

  it("is the same when other facts stand elsewhere in the files", () => {
    const moved = versions([apart, first, second]);
    for (const id of ["first", "second", "apart"]) expect(moved(id)).toBe(original(id));
  });

  // Every button under an answer of such a pair then says "has changed".
  it("is the same when the facts of one passage change places in the files", () => {
    const moved = versions([second, first, apart]);
    for (const id of ["first", "second", "apart"]) expect(moved(id)).toBe(original(id));
  });

  it("is the one that an answer to a question has", () => {
    const answerer = createAnswerer(createFactBase(news));
    const { answer } = answerer.answer({ text: "Why is the harbour closed?" });
    const opened = answerer.open("harbour", "en");
    expect(answer.status === "answered" && answer.fact).toEqual(opened.status === "shown" && opened.answer.fact);
  });
});
