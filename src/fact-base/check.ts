/** Checks that reach across the files of a fact base, after each file was read by its schema. */
import { fingerprint } from "./fingerprint.ts";
import { foldDocument, locate } from "./passages.ts";
import type { Entity, Event, Fact, Gap, Source } from "./schema.ts";
import { splitSentences } from "./sentences.ts";
import { checkWording, type PackLookup } from "./wording.ts";

/** Something wrong in a fact base, and where an editor finds it. */
export interface Fault {
  readonly file: string;
  /** Path in the file, such as `facts[3].statement.de`. */
  readonly field: string;
  readonly message: string;
}

/** A record with the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly file: string;
  readonly field: string;
}

/** A fact base whose files fit their schemas, but not yet each other. */
export interface Records {
  readonly base: Located<{
    readonly languages: readonly string[];
    readonly askedIn?: readonly string[] | undefined;
    readonly title: Texts;
  }>;
  readonly sources: readonly Located<Source>[];
  readonly entities: readonly Located<Entity>[];
  readonly events: readonly Located<Event>[];
  readonly facts: readonly Located<Fact>[];
  readonly gaps: readonly Located<Gap>[];
}

type Texts = Readonly<Record<string, string>>;
type Report = (at: Located<unknown>, field: string, message: string) => void;

export function checkRecords(records: Records, pack: PackLookup): Fault[] {
  const faults: Fault[] = [];
  const report: Report = ({ file, field: place, value }, field, message) =>
    faults.push({
      file,
      field: [place, field].filter((part) => part !== "").join("."),
      message: named(value, message),
    });
  checkIds(records, report);
  checkReferences(records, report);
  checkCycles(records, report);
  checkTranslations(records, report);
  checkHistory(records, report);
  const entities = byId(records.entities);
  for (const fact of records.facts) {
    for (const { field, message } of checkWording(fact.value, (id) => entities.get(id), pack)) {
      report(fact, field, message);
    }
  }
  return faults;
}

/** Looks up every passage in its document. `documents` are keyed by `custom.document` of the sources. */
export function checkPassages({ sources, facts }: Records, documents: ReadonlyMap<string, string>): Fault[] {
  const faults: Fault[] = [];
  const known = byId(sources);
  const texts = new Map<string, ReturnType<typeof prepare>>();
  for (const { value, file, field } of sources) {
    const text = documents.get(value.custom.document);
    const report = (key: string, message: string) => faults.push({ file, field: `${field}.custom.${key}`, message });
    if (text === undefined) {
      report("document", `document not found: ${value.custom.document}`);
      continue;
    }
    texts.set(value.id, prepare(text, value.language));
    const { fingerprint: imported } = value.custom;
    if (imported !== undefined && imported !== fingerprint(text)) {
      report("fingerprint", `${value.custom.document} changed since it was imported`);
    }
  }
  for (const { value: fact, file, field } of facts) {
    fact.evidence.forEach(({ source, passage }, i) => {
      const document = texts.get(source);
      if (!document) return;
      const at = `${field}.evidence[${i}].passage`;
      const places = locate(document.folded, passage);
      const [place] = places;
      const where = known.get(source)?.custom.document ?? source;
      if (!place)
        faults.push({
          file,
          field: at,
          message: named(fact, `passage not found in ${where}: "${passage.start}" … "${passage.end}"`),
        });
      else if (places.length > 1)
        faults.push({
          file,
          field: at,
          message: named(fact, `passage found ${places.length} times in ${where}, expected once`),
        });
      else {
        const spanned = document.sentences.filter(({ start, end }) => start < place.end && place.start < end).length;
        if (spanned > 2)
          faults.push({
            file,
            field: at,
            message: named(fact, `passage spans ${spanned} sentences of ${where}, expected at most 2`),
          });
      }
    });
  }
  return faults;
}

function prepare(text: string, language: string) {
  const folded = foldDocument(text);
  const at = (offset: number) => folded.offsets[offset] ?? folded.text.length;
  return {
    folded,
    sentences: splitSentences(text, language).map(({ start, end }) => ({ start: at(start), end: at(end) })),
  };
}

function checkIds(records: Records, report: Report): void {
  for (const [kind, list] of Object.entries({
    source: records.sources,
    entity: records.entities,
    event: records.events,
    fact: records.facts,
    gap: records.gaps,
  })) {
    const first = new Map<string, Located<unknown>>();
    for (const record of list) {
      const other = first.get(record.value.id);
      if (other) report(record, "id", `${kind} id is used twice, first at ${other.file}: ${other.field}`);
      else first.set(record.value.id, record);
    }
  }
}

function checkReferences(records: Records, report: Report): void {
  const ids = {
    source: idsOf(records.sources),
    entity: idsOf(records.entities),
    event: idsOf(records.events),
    fact: idsOf(records.facts),
  };
  const expect = (at: Located<unknown>, kind: keyof typeof ids, field: string, id: string | undefined) => {
    if (id !== undefined && !ids[kind].has(id)) report(at, field, `dangling reference: there is no ${kind} ${id}`);
  };
  const expectEach = (at: Located<unknown>, kind: keyof typeof ids, field: string, list: readonly string[]) => {
    for (const [i, id] of list.entries()) expect(at, kind, `${field}[${i}]`, id);
  };
  for (const entity of records.entities) expect(entity, "entity", "within", entity.value.within);
  for (const gap of records.gaps) expectEach(gap, "fact", "nearest", gap.value.nearest);
  for (const fact of records.facts) {
    const { event, entities, attribution, slots, deeds = [], evidence, supersededBy } = fact.value;
    expect(fact, "event", "event", event);
    expectEach(fact, "entity", "entities", entities);
    expectEach(fact, "entity", "attribution.speakers", attribution.speakers);
    for (const [i, slot] of slots.entries()) {
      if (slot.type === "entity") expectEach(fact, "entity", `slots[${i}].entities`, slot.entities);
    }
    for (const [i, { by, to }] of deeds.entries()) {
      expectEach(fact, "entity", `deeds[${i}].by`, by);
      expectEach(fact, "entity", `deeds[${i}].to`, to);
    }
    for (const [i, { source }] of evidence.entries()) expect(fact, "source", `evidence[${i}].source`, source);
    expect(fact, "fact", "supersededBy", supersededBy);
  }
}

function checkCycles({ facts, entities }: Records, report: Report): void {
  const newer = new Map<string, string | undefined>(facts.map(({ value }) => [value.id, value.supersededBy]));
  for (const fact of facts)
    if (isInCycle(fact.value.id, newer)) report(fact, "supersededBy", "superseded by itself, in a circle");
  const around = new Map<string, string | undefined>(entities.map(({ value }) => [value.id, value.within]));
  for (const entity of entities)
    if (isInCycle(entity.value.id, around)) report(entity, "within", "lies within itself, in a circle");
}

function isInCycle(id: string, next: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = next.get(id); at !== undefined && !seen.has(at); at = next.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

function checkTranslations(records: Records, report: Report): void {
  const { languages, askedIn = [] } = records.base.value;
  askedIn.forEach((language, i) => {
    if (languages.includes(language))
      report(records.base, `askedIn[${i}]`, `${language} is among the languages that every fact is told in`);
  });
  const expectAll = (
    at: Located<unknown>,
    field: string,
    text: Readonly<Record<string, unknown>> | undefined,
    needed = languages,
  ) => {
    for (const language of text ? needed : []) {
      if (text?.[language] === undefined)
        report(
          at,
          `${field}.${language}`,
          `missing translation: every ${field.replace(/\[\d+\]/gu, "")} needs ${needed.join(", ")}`,
        );
    }
  };
  expectAll(records.base, "title", records.base.value.title);
  for (const source of records.sources) expectAll(source, "custom.note", source.value.custom.note);
  for (const entity of records.entities) expectAll(entity, "name", entity.value.name);
  for (const event of records.events) expectAll(event, "name", event.value.name);
  for (const gap of records.gaps) {
    expectAll(gap, "text", gap.value.text);
    expectAll(gap, "questions", gap.value.questions);
  }
  const sources = byId(records.sources);
  for (const fact of records.facts) {
    const { origin, statement, slots, translated, revisions, evidence } = fact.value;
    const own = sources.get(evidence[0]?.source ?? "")?.language;
    const needed = origin === "editor" ? languages : own === undefined ? [] : [own];
    expectAll(fact, "statement", statement, needed);
    slots.forEach((slot, i) => {
      expectAll(fact, `slots[${i}].text`, slot.text, needed);
      for (const language of Object.keys(slot.text)) {
        if (statement[language] === undefined)
          report(fact, `slots[${i}].text.${language}`, `there is no statement in ${language}`);
      }
    });
    for (const [i, { reason }] of origin === "editor" ? revisions.entries() : [])
      expectAll(fact, `revisions[${i}].reason`, reason, needed);
    translated.forEach((language, i) => {
      if (statement[language] === undefined) report(fact, `translated[${i}]`, `there is no statement in ${language}`);
    });
  }
}

function checkHistory({ facts, sources }: Records, report: Report): void {
  const known = byId(sources);
  for (const fact of facts) {
    const { status, supersededBy, revisions, asOf, evidence } = fact.value;
    const isChanged = status === "corrected" || status === "withdrawn" || supersededBy !== undefined;
    if (isChanged && revisions.length === 0)
      report(
        fact,
        "revisions",
        `a ${supersededBy === undefined ? status : "superseded"} fact needs a revision with date and reason`,
      );
    revisions.forEach(({ date }, i) => {
      if (date < (revisions[i - 1]?.date ?? ""))
        report(fact, `revisions[${i}].date`, "wrong date: revisions stand oldest first");
    });
    for (const { source } of evidence) {
      const issued = known.get(source)?.issued ?? "";
      if (asOf < issued) report(fact, "asOf", `wrong date: ${asOf} is before ${source} was issued, ${issued}`);
    }
  }
}

function byId<T extends { readonly id: string }>(list: readonly Located<T>[]): ReadonlyMap<string, T> {
  return new Map(list.map(({ value }) => [value.id, value]));
}

function idsOf(list: readonly Located<{ readonly id: string }>[]): ReadonlySet<string> {
  return new Set(list.map(({ value }) => value.id));
}

/** Says which record it is: an editor searches for an id more easily than for a position. */
function named(value: unknown, message: string): string {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
  return typeof id === "string" ? `${message} (${id})` : message;
}
