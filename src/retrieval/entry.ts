/** What the index holds: one fact or gap in one language, analyzed. */
import { parseEdtf } from "../fact-base/edtf.ts";
import type { Asked, EntityId, Fact, FactBase, Gap, Source, Texts } from "../fact-base/schema.ts";
import type { Analysis, Analyzer, Term } from "../language/analyzer.ts";
import type { LanguagePack } from "../language/pack.ts";
import type { MentionFinder } from "./mentions.ts";
import { askedIn, plainQuestion, questionKey } from "./question-kind.ts";

export type Indexed = { readonly kind: "fact"; readonly fact: Fact } | { readonly kind: "gap"; readonly gap: Gap };

/** A question that an editor expects: its informative terms, and the kind of value that it asks for. */
export interface Variant {
  readonly key: string;
  readonly terms: readonly Term[];
  readonly asks: Asked | "yes-no" | undefined;
  /** Asks beyond what is told ("who else"). */
  readonly beyond: boolean;
}

function toVariant(question: string, terms: readonly Term[], pack: Voice["pack"]): Variant {
  let asks: Variant["asks"] | null = null;
  const key = questionKey(question, pack.readAs);
  return {
    key,
    terms,
    beyond: key.split(" ").some((word) => pack.words.beyond.includes(word)),
    // Found when it is first looked at: all patterns over all expected questions would be half of the start-up.
    get asks() {
      if (asks === null) asks = askedIn(plainQuestion(question, pack.readAs), pack.questions).asks[0];
      return asks;
    },
  };
}

export interface Entry {
  readonly id: number;
  readonly record: Indexed;
  readonly language: string;
  /** The statement's terms in order, entities in place of their names. */
  readonly sequence: readonly string[];
  /** The statement's words as they are written, in lower case and in order, those that carry nothing too. */
  readonly words: readonly string[];
  /** Terms of statement and slots with their counts; `length` is their sum without stop words. */
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
  /** Terms that an editor gave for finding it: questions, key words, roles of the people in it. */
  readonly hints: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly hintConcepts: ReadonlySet<string>;
  readonly grams: ReadonlyMap<string, number>;
  readonly gramCount: number;
  /** Terms and grams of what surrounds it: the paragraph, the event. */
  readonly context: ReadonlySet<string>;
  readonly contextGrams: Lookup;
  readonly title: ReadonlySet<string>;
  readonly entities: ReadonlySet<EntityId>;
  readonly numbers: ReadonlySet<string>;
  /** Capitalised words inside the sentence, and foreign names that a script joins by dots: names, as far as letters tell. */
  readonly names: ReadonlySet<string>;
  readonly asked: ReadonlySet<Asked>;
  /** Each question that an editor expects. */
  readonly variants: readonly Variant[];
  /** The sentences before and after it in its source, for imported facts. */
  readonly previous?: Entry;
  readonly next?: Entry;
}

/** Whether something is among many. */
export interface Lookup {
  has(item: string): boolean;
}

/** An entry whose neighbours are not linked yet. */
interface GrowingEntry extends Entry {
  readonly context: Set<string>;
  contextGrams: Lookup;
  previous?: Entry;
  next?: Entry;
}

/** No word contains it. */
const ENTITY_SIGN = "@";

/** An entity's term among the other terms. */
export function entityTerm(id: string): string {
  return `${ENTITY_SIGN}${id}`;
}

export function isEntityTerm(term: string): boolean {
  return term.startsWith(ENTITY_SIGN);
}

/** The words that a mention's single term replaced. */
interface MergedName {
  readonly entity: EntityId;
  readonly terms: readonly Term[];
}

export interface EntityAnalysis extends Analysis {
  readonly entities: ReadonlySet<EntityId>;
  /** Those called by a name. */
  readonly named: ReadonlySet<EntityId>;
  readonly merged: readonly MergedName[];
}

/** The text with the names and offices of known entities as single terms, `@id`. */
export function analyzeWithEntities(text: string, analyzer: Analyzer, finder: MentionFinder): EntityAnalysis {
  const { terms, grams } = analyzer.analyze(text);
  const mentions = finder.find(terms);
  if (mentions.length === 0) return { terms, grams, entities: new Set(), named: new Set(), merged: [] };
  const merged: Term[] = [];
  let at = 0;
  for (const { entity, start, end } of mentions) {
    const first = terms[start];
    merged.push(...terms.slice(at, start));
    if (first) merged.push({ ...first, text: entityTerm(entity), weight: "content", concepts: [] });
    at = end;
  }
  return {
    terms: [...merged, ...terms.slice(at)],
    grams,
    entities: new Set(mentions.map((mention) => mention.entity)),
    merged: mentions.map(({ entity, start, end }) => ({ entity, terms: terms.slice(start, end) })),
    named: new Set(mentions.filter((mention) => !mention.byRole).map((mention) => mention.entity)),
  };
}

const CONTEXT_SENTENCES = 6;

/**
 * The facts and gaps that there are in a language. `told` is another one, whose texts stand in where there is no
 * statement: a question may then find a fact that is not told in its language.
 */
export function createEntries(
  base: FactBase,
  language: string,
  analyzer: Analyzer,
  finder: MentionFinder,
  told?: Voice,
): Entry[] {
  const entries: GrowingEntry[] = [];
  const entityById = new Map(base.entities.map((entity) => [entity.id, entity]));
  const eventById = new Map(base.events.map((event) => [event.id, event]));
  const sourceById = new Map<string, Source>(base.sources.map((source) => [source.id, source]));
  const own: Voice = {
    language,
    pack: analyzer.pack,
    analyze: (text) => analyzeWithEntities(text, analyzer, finder),
  };
  const voicesOf = (texts: Texts): readonly Voice[] =>
    texts[language] !== undefined ? [own] : told && texts[told.language] !== undefined ? [own, told] : [];
  // A large base says the same words again and again: each is kept once.
  const singles = new Map<string, string>();
  const single = (word: string) => {
    const kept = singles.get(word);
    if (kept === undefined) singles.set(word, word);
    return kept ?? word;
  };

  const add = (
    record: Indexed,
    parts: {
      main: Texts;
      shown: readonly Texts[];
      hints: readonly (Readonly<Record<string, readonly string[]>> | undefined)[];
      questions: Readonly<Record<string, readonly string[]>> | undefined;
      context: readonly (Readonly<Record<string, readonly string[]>> | undefined)[];
      /** In the language of the statement. */
      surroundings: string;
      title: string;
      entities: readonly EntityId[];
      asked: ReadonlySet<Asked>;
      numbers: readonly number[];
    },
  ) => {
    const voices = voicesOf(parts.main);
    // The last one tells: its language has the statement.
    const teller = voices.at(-1);
    if (!teller) return;
    const textIn = (texts: Texts) => texts[teller.language] ?? "";
    const listed = (lists: readonly (Readonly<Record<string, readonly string[]>> | undefined)[], voice: Voice) =>
      lists.flatMap((list) => list?.[voice.language] ?? []).map(voice.analyze);
    const main = teller.analyze(textIn(parts.main));
    const shown = parts.shown.map((texts) => teller.analyze(textIn(texts)));
    const variants = voices.flatMap((voice) =>
      (parts.questions?.[voice.language] ?? []).map((question) => ({
        question,
        analysis: voice.analyze(question),
        pack: voice.pack,
      })),
    );
    // "Still", "more": an editor's word for what a fact tells beyond the rest.
    const beyond = voices.flatMap((voice) =>
      listed(parts.hints, voice).flatMap(({ terms }) =>
        terms.length === 1 && voice.pack.words.beyond.includes(terms[0]?.token.text ?? "")
          ? (terms[0]?.text ?? [])
          : [],
      ),
    );
    const hints = [
      ...voices.flatMap((voice) => listed(parts.hints, voice)),
      ...variants.map(({ analysis }) => analysis),
    ];
    const context = [
      ...voices.flatMap((voice) => listed(parts.context, voice)),
      ...(parts.surroundings === "" ? [] : [teller.analyze(parts.surroundings)]),
    ];
    // Letters are compared within a language: with the questions and key words where the statement is in another one.
    const spelled = teller === own ? [] : [...listed(parts.hints, own), ...listed([parts.questions], own)];
    const grams = spelled.length > 0 ? spelled.flatMap((part) => part.grams) : main.grams;
    // The words of a thing's name count as words too: "the networks" are those that the base calls the fraud networks.
    const names = [main, ...shown]
      .flatMap((part) => part.merged)
      .filter(({ entity }) => entityById.get(entity)?.kind === "other");
    const terms = counts(
      [...[main, ...shown].flatMap(informative), ...names.flatMap((name) => informative(name))].flatMap((term) =>
        withParts(term, analyzer),
      ),
    );
    const entities = new Set([...main.entities, ...shown.flatMap((part) => [...part.entities]), ...parts.entities]);
    entries.push({
      id: entries.length,
      record,
      language,
      sequence: main.terms.map((term) => term.text),
      words: main.terms.map((term) => single(term.token.text)),
      terms,
      length: main.terms.filter((term) => term.weight !== "stop").length,
      hints: new Set([
        ...hints.flatMap(informative).flatMap((term) => withParts(term, analyzer)),
        ...[...entities].map(entityTerm),
        ...beyond,
      ]),
      concepts: conceptsOf([main, ...shown, ...names], analyzer),
      hintConcepts: conceptsOf(hints, analyzer),
      grams: counts(grams),
      gramCount: grams.length,
      context: new Set(context.flatMap(informative).map((term) => term.text)),
      contextGrams: new Set(context.flatMap((part) => part.grams)),
      title: new Set(informative(teller.analyze(parts.title)).map((term) => term.text)),
      entities,
      numbers: new Set([
        ...main.terms.filter((term) => term.token.kind === "number").map((term) => term.text),
        ...parts.numbers.map(String),
      ]),
      names: new Set([
        ...(analyzer.pack.capitalisesNouns ? [] : main.terms.filter((term, i) => i > 0 && term.token.capital)).map(
          (term) => term.text,
        ),
        ...dottedNames(textIn(parts.main)),
      ]),
      asked: parts.asked,
      variants: variants.map(({ question, analysis, pack }) => toVariant(question, informative(analysis), pack)),
    });
  };

  for (const fact of base.facts) {
    const event = fact.event === undefined ? undefined : eventById.get(fact.event);
    const source = sourceById.get(fact.evidence[0]?.source ?? "");
    const people = [...fact.entities, ...fact.attribution.speakers].flatMap((id) => entityById.get(id) ?? []);
    add(
      { kind: "fact", fact },
      {
        main: fact.statement,
        shown: fact.slots.map((slot) => slot.text),
        hints: [fact.keywords, ...people.map((entity) => entity.roles)],
        questions: fact.questions,
        context: event ? [inLists(event.name), event.keywords] : [],
        surroundings: fact.context ?? "",
        title: fact.origin === "import" ? (source?.title ?? "") : "",
        entities: [...fact.entities, ...fact.attribution.speakers],
        asked: askedOf(fact, (id) => entityById.get(id)?.kind === "person"),
        numbers: fact.slots.flatMap((slot) => (slot.type === "quantity" ? [slot.number] : [])),
      },
    );
  }
  for (const gap of base.gaps) {
    add(
      { kind: "gap", gap },
      {
        main: gap.text,
        shown: [],
        hints: [gap.keywords],
        questions: gap.questions,
        context: [],
        surroundings: "",
        title: "",
        entities: [],
        asked: new Set(gap.asks),
        numbers: [],
      },
    );
  }
  linkNeighbours(entries);
  return entries;
}

/** A language that an entry has texts in, and how they are read as terms of the index. */
export interface Voice {
  readonly language: string;
  readonly pack: Pick<LanguagePack, "questions" | "readAs" | "words">;
  readonly analyze: (text: string) => EntityAnalysis;
}

function inLists(texts: Texts): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, [text]]));
}

export function informative(analysis: Pick<Analysis, "terms">): readonly Term[] {
  return analysis.terms.filter((term) => term.weight !== "stop");
}

/** The kinds of question that a fact answers: its slots', people's names, and of dates what their precision allows. */
function askedOf(fact: Fact, isPerson: (id: EntityId) => boolean): ReadonlySet<Asked> {
  return new Set(
    fact.slots.flatMap((slot): readonly Asked[] => {
      if (slot.type === "entity" && slot.asks.includes("who") && slot.entities.every(isPerson))
        return [...slot.asks, "name"];
      if (slot.type !== "date") return slot.asks;
      const date = parseEdtf(slot.edtf);
      const precise: Asked[] = [
        ...(date?.year === undefined ? [] : ["year" as const]),
        ...(date?.day === undefined ? [] : ["day" as const]),
      ];
      return [...slot.asks.filter((kind) => kind !== "year" && kind !== "day"), ...precise];
    }),
  );
}

/** A name spelled by its sound in a script without spaces ("卡万·肖特"); the letters next to the dot stand for all of it. */
const DOTTED_NAME = /[\p{Script=Han}\p{Script=Katakana}ー]{1,2}[·•・‧][\p{Script=Han}\p{Script=Katakana}ー]{1,2}/gu;

function dottedNames(text: string): readonly string[] {
  return text.match(DOTTED_NAME) ?? [];
}

/** The words that a name of `Entry.names` is of. */
export function wordsOfName(name: string): readonly string[] {
  return name.split(/[·•・‧]/u);
}

function withParts(term: Term, analyzer: Analyzer): readonly string[] {
  return [term.text, ...analyzer.parts(term.token.text)];
}

function conceptsOf(parts: readonly Pick<Analysis, "terms">[], analyzer: Analyzer): ReadonlySet<string> {
  return new Set(
    parts
      .flatMap(informative)
      .flatMap((term) => [
        ...term.concepts,
        ...analyzer.parts(term.token.text).flatMap((part) => analyzer.concepts(part)),
      ]),
  );
}

function counts(items: readonly string[]): ReadonlyMap<string, number> {
  const result = new Map<string, number>();
  for (const item of items) result.set(item, (result.get(item) ?? 0) + 1);
  return result;
}

/** An imported sentence leans on those around it: what they say is its context. */
function linkNeighbours(entries: readonly GrowingEntry[]): void {
  const imported = entries.filter((entry) => entry.record.kind === "fact" && entry.record.fact.origin === "import");
  for (const [i, entry] of imported.entries()) {
    const previous = imported[i - 1];
    if (previous && sourceOf(previous) === sourceOf(entry)) {
      entry.previous = previous;
      previous.next = entry;
    }
  }
  for (const [i, entry] of imported.entries()) {
    const near = imported
      .slice(Math.max(0, i - CONTEXT_SENTENCES), i + CONTEXT_SENTENCES + 1)
      .filter((other) => sourceOf(other) === sourceOf(entry));
    for (const other of near) for (const term of other.terms.keys()) entry.context.add(term);
    // Looked up where they are: a set of its own for every entry would be most of a large index.
    const own = entry.contextGrams;
    entry.contextGrams = { has: (gram) => near.some(({ grams }) => grams.has(gram)) || own.has(gram) };
  }
}

function sourceOf(entry: Entry): string | undefined {
  return entry.record.kind === "fact" ? entry.record.fact.evidence[0]?.source : undefined;
}
