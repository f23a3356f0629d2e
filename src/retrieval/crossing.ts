/** Reads the texts of one language as the terms of another: what a question in a language without statements can find. */
import type { Analyzer, Term } from "../language/analyzer.ts";
import { countryPairs } from "../language/countries.ts";
import { analyzeWithEntities, isEntityTerm, type Voice } from "./entry.ts";
import type { MentionFinder } from "./mentions.ts";

/** A language that facts are told in, as its own index reads it. */
export interface Told {
  readonly language: string;
  readonly analyzer: Analyzer;
  readonly finder: MentionFinder;
}

/**
 * Entities, numbers and ideas are the same in every language; months and countries have a name in each; of other words
 * the spelling stays, so that names meet, and words that both languages have from a third ("construction").
 */
export function createCrossing({ language, analyzer, finder }: Told, asked: Analyzer): Voice {
  const names = namesInCommon(language, analyzer, asked);
  const cross = (term: Term): Term =>
    isEntityTerm(term.text) || term.token.kind === "number"
      ? term
      : { ...term, text: names.get(term.text) ?? asked.term(term.token.text) };
  return {
    language,
    pack: analyzer.pack,
    analyze(text) {
      const analysis = analyzeWithEntities(text, analyzer, finder);
      return {
        ...analysis,
        terms: analysis.terms.map(cross),
        merged: analysis.merged.map(({ entity, terms }) => ({ entity, terms: terms.map(cross) })),
      };
    },
  };
}

function namesInCommon(language: string, told: Analyzer, asked: Analyzer): ReadonlyMap<string, string> {
  const single = (analyzer: Analyzer, name: string | undefined) => {
    const [only, ...others] = name === undefined ? [] : analyzer.analyze(name).terms;
    return others.length === 0 ? only?.text : undefined;
  };
  const pairs = [
    ...told.pack.words.months.flatMap((names, i) =>
      names.map((name) => [name, asked.pack.words.months[i]?.[0]] as const),
    ),
    ...countryPairs(language, asked.pack.tag),
  ];
  return new Map(
    pairs.flatMap(([theirs, ours]): [string, string][] => {
      const [from, to] = [single(told, theirs), single(asked, ours)];
      return from === undefined || to === undefined ? [] : [[from, to]];
    }),
  );
}
