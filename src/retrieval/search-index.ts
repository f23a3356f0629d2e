/** Candidates for a query among the entries of one language, and the words' statistics. */
import MiniSearch from "minisearch";
import type { FactBase } from "../fact-base/schema.ts";
import { textsIn } from "../fact-base/texts.ts";
import { createAnalyzer } from "../language/analyzer.ts";
import { countryNames, countryTerms } from "../language/countries.ts";
import { createMarkRestorer, type MarkRestorer } from "../language/marks.ts";
import type { LanguagePack } from "../language/pack.ts";
import { packFor } from "../language/packs.ts";
import { createCrossing, type Told } from "./crossing.ts";
import { createEntries, type Entry } from "./entry.ts";
import { createMentionFinder, namesOf } from "./mentions.ts";
import type { Query, Reader } from "./query.ts";
import { questionKey } from "./question-kind.ts";

export interface SearchIndex extends Reader {
  readonly entries: readonly Entry[];
  /** Mean number of informative terms and of grams of an entry. */
  readonly meanLength: number;
  readonly meanGrams: number;
  /** Inverse document frequency as in BM25, natural logarithm, always positive. */
  termWeight(term: string): number;
  conceptWeight(concept: string): number | undefined;
  gramWeight(gram: string): number;
  /** Of all the entry's letter sequences together. */
  gramsWeight(entry: Entry): number;
  /** The same of a word as it is written. */
  wordWeight(word: string): number;
  /** Entries for which an editor expects this very question. */
  expecting(query: Query): readonly Entry[];
  candidates(query: Query, limit: number): readonly Entry[];
  /** The text as the language's people would write it with care: the marks put back that they leave out where they type. */
  read(text: string): string;
}

/** What candidates are searched by at the most, rarest first: a message may hold a thousand words, a question does not. */
const MAX_SEARCHED_TERMS = 64;
const MAX_SEARCHED_GRAMS = 64;

/** Entries that have it: what more have is not searched by. */
const MAX_FREQUENCY = 200;

/** Joins terms for MiniSearch; no term contains it. */
const SEPARATOR = "\n";

/** `told` is the index of the language that facts are told in where this one has questions and key words alone. */
export function createSearchIndex(base: FactBase, language: string, told?: Told): SearchIndex {
  const analyzer = createAnalyzer(packFor(language), base.entities.flatMap(namesOf));
  const finder = createMentionFinder(base.entities, analyzer, language);
  const countries = countryTerms(analyzer);
  const months = new Set(analyzer.pack.words.months.flat().map((month) => analyzer.term(month.toLowerCase())));
  const people = new Set(base.entities.filter(({ kind }) => kind === "person").map(({ id }) => id));
  const entries = createEntries(base, language, analyzer, finder, told && createCrossing(told, analyzer));

  const miniSearch = new MiniSearch<{
    id: number;
    terms: string;
    hints: string;
    concepts: string;
    grams: string;
    context: string;
  }>({
    fields: ["terms", "hints", "concepts", "grams", "context"],
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: (term) => term || null,
    searchOptions: { bm25: { k: 0.6, b: 0.3, d: 0.5 } },
  });
  miniSearch.addAll(
    entries.map((entry) => ({
      id: entry.id,
      terms: repeat(entry.terms),
      hints: [...entry.hints].join(SEPARATOR),
      concepts: [...entry.concepts, ...entry.hintConcepts].join(SEPARATOR),
      grams: repeat(entry.grams),
      context: [...entry.context, ...entry.title].join(SEPARATOR),
    })),
  );

  const terms = frequencies(entries, (entry) => new Set([...entry.terms.keys(), ...entry.hints]));
  const concepts = frequencies(entries, (entry) => new Set([...entry.concepts, ...entry.hintConcepts]));
  const grams = frequencies(entries, (entry) => entry.grams.keys());
  const words = frequencies(entries, (entry) => new Set(entry.words));
  const expected = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const { key } of entry.variants) expected.set(key, [...(expected.get(key) ?? []), entry]);
  }
  const wordsByLetter = new Map<string | undefined, string[]>();
  for (const term of terms.keys()) {
    if (!/^\p{L}+$/u.test(term)) continue;
    const sameLetter = wordsByLetter.get(term[0]);
    if (sameLetter) sameLetter.push(term);
    else wordsByLetter.set(term[0], [term]);
  }
  const termWeight = (term: string) => idf(terms.get(term) ?? 0);
  const gramWeight = (gram: string) => idf(grams.get(gram) ?? 0);
  /** By entry; negative until somebody asks. */
  const gramsWeights = new Float64Array(entries.length).fill(-1);
  const idf = (count: number) => rarity(count, entries.length);

  const { restore } = markRestorer(base, analyzer.pack) ?? { restore: (text: string) => text };

  return {
    read: restore,
    language,
    analyzer,
    finder,
    entries,
    meanLength: mean(entries, (entry) => entry.length),
    meanGrams: mean(entries, (entry) => entry.gramCount),
    has: (term) => terms.has(term),
    isCountry: (term) => countries.has(term),
    isMonth: (term) => months.has(term),
    isPerson: (entity) => people.has(entity),
    wordsLike: (word) => wordsByLetter.get(word[0]) ?? [],
    termWeight,
    conceptWeight: (concept) => {
      const count = concepts.get(concept);
      return count === undefined ? undefined : idf(count);
    },
    gramWeight,
    gramsWeight(entry) {
      const known = gramsWeights[entry.id];
      if (known !== undefined && known >= 0) return known;
      let weight = 0;
      for (const gram of entry.grams.keys()) weight += gramWeight(gram);
      gramsWeights[entry.id] = weight;
      return weight;
    },
    wordWeight: (word) => idf(words.get(word) ?? 0),
    expecting: (query) => expected.get(questionKey(query.text, analyzer.pack.readAs)) ?? [],
    candidates(query, limit) {
      const texts = query.terms.flatMap((term) => [term.text, ...term.parts]);
      const allIdeas = query.terms.flatMap((term) => term.concepts);
      const isSelective = (counts: ReadonlyMap<string, number>) => (item: string) => {
        const count = counts.get(item);
        return count !== undefined && count <= MAX_FREQUENCY;
      };
      // What a great many entries have finds nothing and costs most; where there is nothing else, it has to do.
      const found = [
        texts.filter(isSelective(terms)),
        allIdeas.filter(isSelective(concepts)),
        query.grams.filter(isSelective(grams)),
      ];
      const [rareTexts = [], rareIdeas = [], rareGrams = []] = found.some(({ length }) => length > 0)
        ? found
        : [texts, allIdeas, query.grams];
      const wanted = rarest(rareTexts, MAX_SEARCHED_TERMS, termWeight);
      const wantedGrams = rarest(rareGrams, MAX_SEARCHED_GRAMS, gramWeight);
      const ideas = rareIdeas;
      const parts = [
        {
          queries: [wanted.join(SEPARATOR)],
          fields: ["terms", "hints", "context"],
          boost: { context: 0.3, hints: 0.8 },
        },
        { queries: [ideas.join(SEPARATOR)], fields: ["concepts"], boost: { concepts: 0.7 } },
        { queries: [wantedGrams.join(SEPARATOR)], fields: ["grams"], boost: { grams: 0.3 } },
      ].filter((part) => part.queries[0] !== "");
      if (parts.length === 0) return [];
      return miniSearch
        .search({ combineWith: "OR", queries: parts })
        .slice(0, limit)
        .flatMap((result) => entries[result.id] ?? []);
    },
  };
}

function markRestorer(base: FactBase, pack: LanguagePack): MarkRestorer | undefined {
  const { syllables, spell = (word: string) => word } = pack;
  return syllables && createMarkRestorer(learnedFrom(base, pack), { spell, shorthand: syllables.shorthand });
}

/** How often the language's own words count beside the base's texts: in most questions they stand more often. */
const OWN_WORDS = 3;

/** All that the base says in the pack's language, and the pack's own words. */
function* learnedFrom(base: FactBase, { tag, words, concepts, syllables }: LanguagePack): Iterable<string> {
  for (let i = 0; i < OWN_WORDS; i++) {
    yield* words.stop;
    yield* words.light;
    yield* syllables?.phrases ?? [];
  }
  yield* Object.values(concepts).flat();
  yield* words.months.flat();
  yield* words.names ?? [];
  yield* countryNames(tag);
  yield* base.entities.flatMap((entity) => [...namesOf(entity), ...(entity.roles?.[tag] ?? [])]);
  for (const event of base.events) yield* [event.name[tag] ?? "", ...(event.keywords?.[tag] ?? [])];
  yield* textsIn(base, tag);
}

/** Inverse document frequency of what `count` of `total` entries have, as in BM25: natural logarithm, always positive. */
export function rarity(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

function rarest(items: readonly string[], limit: number, weight: (item: string) => number): readonly string[] {
  return items.length <= limit ? items : [...items].sort((a, b) => weight(b) - weight(a)).slice(0, limit);
}

function repeat(counts: ReadonlyMap<string, number>): string {
  return [...counts].flatMap(([item, count]) => Array<string>(count).fill(item)).join(SEPARATOR);
}

function frequencies(
  entries: readonly Entry[],
  items: (entry: Entry) => Iterable<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) for (const item of items(entry)) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function mean(entries: readonly Entry[], of: (entry: Entry) => number): number {
  return entries.reduce((sum, entry) => sum + of(entry), 0) / Math.max(1, entries.length) || 1;
}
