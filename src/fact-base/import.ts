/**
 * Turns documents into facts, sentence by sentence: nothing is rephrased, nothing is judged. An editor reviews the
 * drafts, or the importer publishes them at once. What is in the fact base already is never changed or removed.
 */
import { z } from "zod";
import type { LanguagePack } from "../language/pack.ts";
import { fingerprint, hash } from "./fingerprint.ts";
import { parseJson } from "./json.ts";
import { explain } from "./load.ts";
import { anchor, foldDocument } from "./passages.ts";
import {
  type Asked,
  type BaseFile,
  type Entity,
  type Fact,
  type FactBase,
  FactId,
  LanguageTag,
  type Slot,
  Source,
  SourceId,
} from "./schema.ts";
import { type Sentence, splitSentences } from "./sentences.ts";
import { findDates, findQuantities } from "./values.ts";
import { hedges, mentions, type PackLookup } from "./wording.ts";

const oneLine = (max: number) => z.string().transform(clean).pipe(z.string().min(1).max(max));

/** One line of the documents file. */
export const ImportDocument = z.strictObject({
  id: SourceId,
  title: oneLine(300),
  publisher: oneLine(200),
  published: z.iso.date(),
  language: z.string().transform(canonicalTag).pipe(LanguageTag),
  url: Source.shape.URL.optional(),
  text: z.string().regex(/[\p{L}\p{N}]/u, "expected a text with at least one word"),
});
export type ImportDocument = z.infer<typeof ImportDocument>;

/** A document with the number of its line. */
export interface NumberedDocument {
  readonly line: number;
  readonly document: ImportDocument;
}

export interface LineFault {
  readonly line: number;
  readonly field: string;
  readonly message: string;
}

/** The documents of a JSON Lines text, or every fault in it; empty lines are passed over. */
export function parseDocuments(text: string): {
  readonly documents: readonly NumberedDocument[];
  readonly faults: readonly LineFault[];
} {
  const documents: NumberedDocument[] = [];
  const faults: LineFault[] = [];
  text.split("\n").forEach((content, i) => {
    const line = i + 1;
    if (content.trim() === "") return;
    const json = parseJson(content);
    if (!json.ok) {
      faults.push({ line, field: `column ${json.column}`, message: json.message });
      return;
    }
    const result = ImportDocument.safeParse(json.value);
    if (result.success) documents.push({ line, document: result.data });
    else faults.push(...result.error.issues.flatMap(explain).map((fault) => ({ line, ...fault })));
  });
  return { documents, faults };
}

export interface ImportOptions {
  /** Answer from the facts at once, without review. */
  readonly publish?: boolean;
  readonly pack?: PackLookup;
}

export interface Imported {
  readonly ok: true;
  /** Present when the base is new or learns a language. */
  readonly base?: z.infer<typeof BaseFile>;
  /** All sources, the new ones last; absent when there is none. */
  readonly sources?: readonly Source[];
  /** New files of facts, by name in the fact base. */
  readonly topics: readonly { readonly name: string; readonly facts: readonly Fact[] }[];
  readonly unchanged: number;
  /** Sentences for which no passage finds one place, because the document repeats them. */
  readonly skipped: readonly { readonly line: number; readonly sentence: string }[];
}

export type ImportResult = Imported | { readonly ok: false; readonly faults: readonly LineFault[] };

/** What the documents add to the base; a base that does not exist yet is `undefined`. */
export function importDocuments(
  base: FactBase | undefined,
  documents: readonly NumberedDocument[],
  options: ImportOptions = {},
): ImportResult {
  const faults: LineFault[] = [];
  const sources = new Map<string, Source>(base?.sources.map((source) => [source.id, source]));
  const imported = new Set(
    base?.facts
      .filter(({ origin }) => origin === "import")
      .flatMap(({ evidence }) => evidence.map(({ source }) => source)),
  );
  const taken = new Set<string>(base ? [...base.facts, ...base.gaps].map(({ id }) => id) : []);
  const prefixes = new Set([...taken].map((id) => id.replace(/-\d+$/u, "")));
  const topics: { name: string; facts: readonly Fact[] }[] = [];
  const skipped: { line: number; sentence: string }[] = [];
  let unchanged = 0;
  for (const { line, document } of documents) {
    const source = toSource(document);
    const known = sources.get(document.id);
    if (known && known.custom.fingerprint !== source.custom.fingerprint) {
      faults.push({ line, field: "id", message: changed(document.id, known) });
      continue;
    }
    if (known && imported.has(source.id)) {
      unchanged++;
      continue;
    }
    const prefix = prefixFor(document.id, prefixes);
    prefixes.add(prefix);
    if (!known) sources.set(source.id, source);
    imported.add(source.id);
    const { facts, repeated } = toFacts(document, prefix, base?.entities ?? [], options);
    skipped.push(...repeated.map((sentence) => ({ line, sentence })));
    if (facts.length > 0) topics.push({ name: `facts/import-${prefix}.json`, facts });
  }
  if (faults.length > 0) return { ok: false, faults };
  const header = toBase(base, documents);
  const isGrown = sources.size > (base?.sources.length ?? 0);
  return {
    ok: true,
    ...(header ? { base: header } : {}),
    ...(isGrown || !base ? { sources: [...sources.values()] } : {}),
    topics,
    unchanged,
    skipped,
  };
}

function changed(id: string, known: Source): string {
  return known.custom.fingerprint === undefined
    ? `${id} is a source of this fact base that was not imported; give the document another id`
    : `${id} was imported before with another text; facts already cite that text, so give the changed document another id`;
}

function toSource({ id, title, publisher, published, language, url, text }: ImportDocument): Source {
  return {
    id,
    type: "article-newspaper",
    title,
    publisher,
    issued: published,
    language,
    URL: url ?? null,
    custom: { document: id, fingerprint: fingerprint(text) },
  };
}

/** The base's header when it has to be written: for a new base, or a base without editors that learns a language. */
function toBase(
  base: FactBase | undefined,
  documents: readonly NumberedDocument[],
): z.infer<typeof BaseFile> | undefined {
  const [first] = documents;
  const isEdited =
    base &&
    [base.entities, base.events, base.gaps, base.facts.filter(({ origin }) => origin === "editor")].some(
      (list) => list.length > 0,
    );
  // In a base with editors its languages are a promise that every one of their facts keeps.
  if (!first || isEdited) return undefined;
  const languages = [...new Set([...(base?.languages ?? []), ...documents.map(({ document }) => document.language)])];
  if (base && languages.length === base.languages.length) return undefined;
  const name = clean(first.document.publisher.slice(0, 120));
  const title = Object.fromEntries(languages.map((language) => [language, base?.title[language] ?? name]));
  return { format: "beleg-fact-base", version: 1, id: base?.id ?? (slugOf(name) || "imported"), title, languages };
}

interface Neighbour extends Sentence {
  readonly text: string;
}

function toFacts(
  document: ImportDocument,
  prefix: string,
  entities: readonly Entity[],
  { publish = false, pack = () => undefined }: ImportOptions,
) {
  const { text, language, published } = document;
  const words = pack(language);
  const folded = foldDocument(text);
  const sentences: Neighbour[] = splitSentences(text, language).map((sentence) => ({
    ...sentence,
    text: clean(text.slice(sentence.start, sentence.end)),
  }));
  const facts: Fact[] = [];
  const repeated: string[] = [];
  sentences.forEach((sentence, i) => {
    const passage = anchor(text, folded, sentences, i);
    if (!passage) {
      repeated.push(sentence.text);
      return;
    }
    const named = entities.filter((entity) => mentions(sentence.text, entity, language));
    const context = contextOf(sentences, i);
    facts.push({
      id: FactId.parse(`${prefix}-${i + 1}`),
      status: publish ? "published" : "draft",
      origin: "import",
      statement: { [language]: sentence.text },
      translated: [],
      attribution: { mode: "reported", speakers: [] },
      certainty: words && words.words.hedges.length > 0 && hedges(sentence.text, words) ? "alleged" : "stated",
      entities: named.map(({ id }) => id),
      slots: slotsOf(sentence.text, language, named, words),
      evidence: [{ source: document.id, passage }],
      ...(context === "" ? {} : { context }),
      asOf: published,
      revisions: [],
    });
  });
  return { facts, repeated };
}

const MAX_SLOTS = 16;
const MAX_CONTEXT = 2000;

/** The two sentences before and the one after, of the same paragraph: what "he" and "there" stand for. */
function contextOf(sentences: readonly Neighbour[], at: number): string {
  const paragraph = sentences[at]?.paragraph;
  const near = (i: number) => (sentences[i]?.paragraph === paragraph ? (sentences[i]?.text ?? "") : "");
  const chosen: string[] = [];
  let length = 0;
  for (const { text, isBefore } of [
    { text: near(at - 1), isBefore: true },
    { text: near(at + 1), isBefore: false },
    { text: near(at - 2), isBefore: true },
  ]) {
    if (text === "" || length + text.length + 1 > MAX_CONTEXT) continue;
    length += text.length + 1;
    if (isBefore) chosen.unshift(text);
    else chosen.push(text);
  }
  return chosen.join(" ");
}

function slotsOf(text: string, language: string, named: readonly Entity[], pack?: LanguagePack): Slot[] {
  const stated = (start: number, end: number) => ({ [language]: clean(text.slice(start, end).slice(0, 160)) });
  const dates = findDates(text, language, pack);
  const quantities = findQuantities(text, dates, pack);
  const slots: Slot[] = [
    ...dates.map(
      ({ start, end, edtf }): Slot => ({ type: "date", edtf, asks: datesAsked(edtf), text: stated(start, end) }),
    ),
    ...quantities.map(
      ({ start, end, number, qualifier, unit, isAmount }): Slot => ({
        type: "quantity",
        number,
        qualifier,
        unit: unit.length > 0 ? { [language]: unit.map((word) => word.slice(0, 120).trim()) } : {},
        asks: isAmount ? ["how-much", "how-many"] : ["how-many"],
        text: stated(start, end),
      }),
    ),
    ...named.map(
      (entity): Slot => ({
        type: "entity",
        entities: [entity.id],
        asks: [ENTITY_ASKED[entity.kind]],
        text: { [language]: nameIn(entity, language) },
      }),
    ),
  ];
  return slots.slice(0, MAX_SLOTS);
}

const ENTITY_ASKED = { person: "who", organisation: "who", place: "where", other: "what" } satisfies Record<
  Entity["kind"],
  Asked
>;

function nameIn(entity: Entity, language: string): string {
  return entity.name[language] ?? Object.values(entity.name)[0] ?? entity.id;
}

function datesAsked(edtf: string): Asked[] {
  const [year, , day] = edtf.split("-");
  return ["when", ...(year === "XXXX" ? [] : ["year" as const]), ...(day === undefined ? [] : ["day" as const])];
}

/** A readable start for fact ids that no other document has: the document's id, or a hash when that leaves nothing. */
function prefixFor(id: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(id);
  if (slug !== "" && !taken.has(slug)) return slug;
  const hashed = (salt: string) =>
    [slugOf(slug.slice(0, 18)), hash(id + salt).toString(36)].filter((part) => part !== "").join("-");
  let prefix = hashed("");
  for (let salt = 1; taken.has(prefix); salt++) prefix = hashed(` ${salt}`);
  return prefix;
}

/** At most 30 characters, which leaves room for the number of the sentence. */
function slugOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, 30)
    .replace(/^-+|-+$/gu, "");
}

/** What the schema asks of a line of text: white space single, no control characters or overrides of the text direction. */
function clean(text: string): string {
  const safe = text.toWellFormed().replace(/(?!\s)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "");
  return safe.replace(/\s+/gu, " ").trim();
}

function canonicalTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}
