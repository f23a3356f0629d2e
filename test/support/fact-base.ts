/** Small fact bases, written in a test's own lines; checked like the files of an editor. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { type ImportDocument, importDocuments } from "../../src/fact-base/import.ts";
import { type InputFile, loadFactBase } from "../../src/fact-base/load.ts";
import type { Asked, Entity, Event, Fact, FactBase, Gap, Slot, Source, Texts } from "../../src/fact-base/schema.ts";
import { packFor } from "../../src/language/packs.ts";

type PartialBy<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** A statement alone will do; in a base of one language it may be a plain string. */
export type FactInput = Omit<
  PartialBy<z.input<typeof Fact>, "status" | "attribution" | "certainty" | "evidence" | "asOf">,
  "statement"
> & { readonly statement: string | Texts };
export type GapInput = PartialBy<z.input<typeof Gap>, "status">;
export type SlotInput = z.input<typeof Slot>;

export interface FactBaseInput {
  /** `["en"]` when not given. */
  readonly languages?: readonly string[];
  readonly askedIn?: readonly string[];
  readonly facts: readonly FactInput[];
  readonly gaps?: readonly GapInput[];
  readonly entities?: readonly z.input<typeof Entity>[];
  readonly events?: readonly z.input<typeof Event>[];
  /** One newspaper article in the first language when not given; facts without evidence cite the first. */
  readonly sources?: readonly z.input<typeof Source>[];
}

export const PUBLISHED = "2026-01-15";

/** Throws with every fault when the parts do not make a sound fact base. */
export function createFactBase(input: FactBaseInput): FactBase {
  return load(toFiles(input));
}

/** Every sentence of the documents as a published fact, as `facts import --publish` makes them. */
export function createImportedBase(
  documents: readonly Pick<z.input<typeof ImportDocument>, "id" | "language" | "title" | "text">[],
): FactBase {
  const imported = importDocuments(
    undefined,
    documents.map(({ id, language, title, text }, i) => ({
      line: i + 1,
      document: {
        id: id as Source["id"],
        language,
        title,
        text,
        publisher: "Example Post",
        published: PUBLISHED,
      },
    })),
    { publish: true, pack: packFor },
  );
  if (!imported.ok) throw new Error(`not importable: ${JSON.stringify(imported.faults)}`);
  return load([
    toFile("base.json", imported.base),
    toFile("sources.json", { sources: imported.sources }),
    ...imported.topics.map(({ name, facts }) => toFile(name, { facts })),
  ]);
}

/** Writes the fact base where `--data` can read it. */
export async function writeFactBase(directory: string, input: FactBaseInput): Promise<void> {
  await mkdir(join(directory, "facts"), { recursive: true });
  for (const { name, bytes } of toFiles(input)) await writeFile(join(directory, name), bytes);
}

export function howMany(
  number: number,
  text: Texts,
  unit: Readonly<Record<string, string[]>> = {},
  qualifier: "exactly" | "over" = "exactly",
): SlotInput {
  return { type: "quantity", number, qualifier, unit: { ...unit }, asks: ["how-many"], text: { ...text } };
}

export function when(edtf: string, text: Texts): SlotInput {
  const [year = "", , day] = edtf.split("-");
  const asks: Asked[] = ["when"];
  if (!year.startsWith("X")) asks.push("year");
  if (day !== undefined) asks.push("day");
  return { type: "date", edtf, asks, text: { ...text } };
}

export function names(asks: Asked, entities: readonly string[], text: Texts): SlotInput {
  return { type: "entity", entities: [...entities], asks: [asks], text: { ...text } };
}

function load(files: readonly InputFile[]): FactBase {
  const loaded = loadFactBase(files, { pack: packFor });
  if (loaded.ok) return loaded.base;
  throw new Error(`not a sound fact base: ${JSON.stringify(loaded.faults, undefined, 2)}`);
}

function toFiles({
  languages = ["en"],
  askedIn,
  facts,
  gaps = [],
  entities = [],
  events = [],
  sources,
}: FactBaseInput) {
  const [first = "en"] = languages;
  const cited = sources ?? [article(first)];
  return [
    toFile("base.json", {
      format: "beleg-fact-base",
      version: 1,
      id: "test",
      title: Object.fromEntries(languages.map((language) => [language, "Test"])),
      languages,
      ...(askedIn ? { askedIn } : {}),
    }),
    toFile("sources.json", { sources: cited }),
    toFile("entities.json", { entities }),
    toFile("events.json", { events }),
    toFile("facts/test.json", { facts: facts.map((fact) => toFact(fact, first, cited[0]?.id)), gaps: gaps.map(toGap) }),
  ];
}

function article(language: string): z.input<typeof Source> {
  return {
    id: "example-post-1",
    type: "article-newspaper",
    title: "What happened",
    publisher: "Example Post",
    issued: PUBLISHED,
    language,
    URL: "https://news.example/1",
    custom: { document: "example-post-1.txt" },
  };
}

function toFact({ statement, ...fact }: FactInput, language: string, source: string | undefined) {
  const isChanged = fact.status === "corrected" || fact.status === "withdrawn";
  return {
    status: "published",
    attribution: { mode: "reported" },
    certainty: "stated",
    // The builder's facts have no document; the id makes each one's passage its own.
    evidence: [{ source, passage: { start: `${fact.id} begins`, end: `${fact.id} ends` } }],
    asOf: PUBLISHED,
    ...(isChanged ? { revisions: [{ date: PUBLISHED, reason: { de: "Anders", en: "Changed" } }] } : {}),
    ...fact,
    statement: typeof statement === "string" ? { [language]: statement } : statement,
  };
}

function toGap(gap: GapInput) {
  return { status: "published", ...gap };
}

function toFile(name: string, content: unknown): InputFile {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(content)) };
}
