/** From the bytes of a fact base's files to facts that are known to be sound, or to what is wrong with them. */
import type { z } from "zod";
import { checkPassages, checkRecords, type Fault, type Located, type Records } from "./check.ts";
import { parseJson } from "./json.ts";
import {
  BaseFile,
  EntitiesFile,
  type Entity,
  type Event,
  EventsFile,
  type Fact,
  type FactBase,
  type Gap,
  type Source,
  SourcesFile,
  TopicFile,
} from "./schema.ts";
import type { PackLookup } from "./wording.ts";

export type { Fault } from "./check.ts";

export interface InputFile {
  /** Path in the fact base with forward slashes, such as `facts/meeting.json`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Loaded =
  | { readonly ok: true; readonly base: FactBase }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export interface LoadOptions {
  /** The words of a language, to check hedges, manners of speaking, numbers and months; a language without is not checked for them. */
  readonly pack?: PackLookup;
  /** The sources' documents by `custom.document`; with them every passage has to be found exactly once. */
  readonly documents?: ReadonlyMap<string, string>;
}

export function loadFactBase(
  files: readonly InputFile[],
  { pack = () => undefined, documents }: LoadOptions = {},
): Loaded {
  const { records, faults } = readRecords(files);
  if (!records) return { ok: false, faults };
  faults.push(...checkRecords(records, pack), ...(documents ? checkPassages(records, documents) : []));
  return faults.length > 0 ? { ok: false, faults: sorted(faults, files) } : { ok: true, base: toFactBase(records) };
}

const KINDS = {
  base: { schema: BaseFile, matches: (name: string) => name === "base.json" },
  sources: { schema: SourcesFile, matches: (name: string) => name === "sources.json" },
  entities: { schema: EntitiesFile, matches: (name: string) => name === "entities.json" },
  events: { schema: EventsFile, matches: (name: string) => name === "events.json" },
  topic: { schema: TopicFile, matches: (name: string) => /^facts\/[^/]+\.json$/u.test(name) },
};

type Base = z.infer<typeof BaseFile>;

interface Collected {
  base?: Located<Base>;
  readonly sources: Located<Source>[];
  readonly entities: Located<Entity>[];
  readonly events: Located<Event>[];
  readonly facts: Located<Fact>[];
  readonly gaps: Located<Gap>[];
}

/** The records of all files, without checks across them; `undefined` when a file cannot be read. */
function readRecords(files: readonly InputFile[]): {
  records?: Records & { base: Located<Base> };
  faults: Fault[];
} {
  const faults: Fault[] = [];
  const found: Collected = { sources: [], entities: [], events: [], facts: [], gaps: [] };
  for (const file of files) {
    const json = decodeJson(file);
    if (!json.ok) faults.push(json.fault);
    else faults.push(...collect(file.name, json.value, found));
  }
  if (!files.some(({ name }) => KINDS.base.matches(name))) {
    faults.push({ file: "base.json", field: WHOLE_FILE, message: "missing file" });
  }
  const { base } = found;
  return base && faults.length === 0 ? { records: { ...found, base }, faults } : { faults };
}

const WHOLE_FILE = "(file)";

function collect(file: string, json: unknown, found: Collected): Fault[] {
  const locate = <T>(list: readonly T[], key: string) =>
    list.map((value, i): Located<T> => ({ value, file, field: `${key}[${i}]` }));
  if (KINDS.base.matches(file)) {
    const read = parse(file, json, BaseFile);
    if (read.ok) found.base = { value: read.value, file, field: "" };
    return read.faults;
  }
  if (KINDS.sources.matches(file)) {
    const read = parse(file, json, SourcesFile);
    if (read.ok) push(found.sources, locate(read.value.sources, "sources"));
    return read.faults;
  }
  if (KINDS.entities.matches(file)) {
    const read = parse(file, json, EntitiesFile);
    if (read.ok) push(found.entities, locate(read.value.entities, "entities"));
    return read.faults;
  }
  if (KINDS.events.matches(file)) {
    const read = parse(file, json, EventsFile);
    if (read.ok) push(found.events, locate(read.value.events, "events"));
    return read.faults;
  }
  if (KINDS.topic.matches(file)) {
    const read = parse(file, json, TopicFile);
    if (read.ok) {
      push(found.facts, locate(read.value.facts, "facts"));
      push(found.gaps, locate(read.value.gaps, "gaps"));
    }
    return read.faults;
  }
  return [
    {
      file,
      field: WHOLE_FILE,
      message: "unexpected file; expected base.json, sources.json, entities.json, events.json or facts/….json",
    },
  ];
}

// Spreading 100,000 records into `push` would overflow the stack.
function push<T>(list: T[], more: readonly T[]): void {
  for (const value of more) list.push(value);
}

type Decoded = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: Fault };

export function decodeJson({ name: file, bytes }: InputFile): Decoded {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, fault: { file, field: WHOLE_FILE, message: "not UTF-8: save the file with this encoding" } };
  }
  const json = parseJson(text);
  if (json.ok) return json;
  return { ok: false, fault: { file, field: `line ${json.line}, column ${json.column}`, message: json.message } };
}

/** Without what must not reach a terminal: control characters and overrides of the text direction. */
function oneLine(part: PropertyKey): string {
  return String(part)
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .slice(0, 200);
}

type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly faults: Fault[] }
  | { readonly ok: false; readonly faults: Fault[] };

function parse<T>(file: string, json: unknown, schema: z.ZodType<T>): Parsed<T> {
  const result = schema.safeParse(json);
  if (result.success) return { ok: true, value: result.data, faults: [] };
  return {
    ok: false,
    faults: result.error.issues.flatMap((issue) => explain(issue).map((fault) => ({ file, ...fault }))),
  };
}

/** The fields at fault in a record that does not fit its schema. */
export function explain(issue: z.core.$ZodIssue): Omit<Fault, "file">[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ field: fieldOf([...issue.path, key]), message: "unknown key" }));
  }
  // A key that is no language tag: the fault is in the key, the tag's own message says what was expected.
  const message = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return [{ field: fieldOf(issue.path), message: oneLine(message) }];
}

/** A path as an editor reads it: `facts[3].statement.de`. */
function fieldOf(path: readonly PropertyKey[]): string {
  const field = path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    const name = /^[\w$-]+$/u.test(String(part)) ? String(part) : JSON.stringify(oneLine(part));
    return text === "" ? name : `${text}.${name}`;
  }, "");
  return field || WHOLE_FILE;
}

function sorted(faults: readonly Fault[], files: readonly InputFile[]): Fault[] {
  const order = new Map(files.map(({ name }, i) => [name, i]));
  return [...faults].sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0));
}

function toFactBase({ base, sources, entities, events, facts, gaps }: Records & { base: Located<Base> }): FactBase {
  const values = <T>(list: readonly Located<T>[]) => list.map(({ value }) => value);
  const { id, title, languages, askedIn = [] } = base.value;
  return {
    id,
    title,
    languages,
    askedIn,
    sources: values(sources),
    entities: values(entities),
    events: values(events),
    facts: values(facts),
    gaps: values(gaps),
  };
}
