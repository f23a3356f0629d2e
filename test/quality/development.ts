/** The development questions about the shipped fact base, as both calibrations take them. */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFactBase } from "../../adapters/fact-base/read.ts";
import { type FactBase, nearestLanguage } from "../../src/index.ts";
import { parseQuery, type Query } from "../../src/retrieval/query.ts";
import { type Hit, rank } from "../../src/retrieval/ranking.ts";
import { createSearchIndex, type SearchIndex } from "../../src/retrieval/search-index.ts";
import { type QuestionLine, readQuestions, sentencesByAnchors } from "./question-set.ts";

/** As many as an answerer ranks. */
const CANDIDATES = 60;

const here = dirname(fileURLToPath(import.meta.url));
export const project = join(here, "..", "..");

type Fact = FactBase["facts"][number];

export interface DevelopmentQuestion {
  readonly question: QuestionLine;
  /** Its place in its file. */
  readonly place: number;
  /** Of the language that it is asked in. */
  readonly index: SearchIndex;
  /** Whether a sentence that states the answer has the fact in it. */
  readonly isGold: (fact: Fact) => boolean;
}

/** Every file of single development questions; dialogs lean on answers and are no questions to be ranked alone. */
export function developmentFiles(): readonly string[] {
  return readdirSync(here).filter((name) => /\.dev\d*\.jsonl$/u.test(name) && !name.includes("dialogs"));
}

/** The files' questions that are searched; orders to the bot and small talk are told by their patterns before that. */
export async function developmentQuestions(files: readonly string[]): Promise<readonly DevelopmentQuestion[]> {
  const base = await readFactBase(join(project, "data"));
  if (!("facts" in base)) throw new Error("data/ does not validate: run `npm run facts -- check`");
  const sentencesOf = sentencesByAnchors(join(here, "online-fraud.sentences.json"));
  const indexes = new Map(base.languages.map((language) => [language, createSearchIndex(base, language)]));
  const questions = files.flatMap((name) =>
    readQuestions(join(here, name)).map((question, place) => ({ question, place })),
  );
  return questions.flatMap(({ question, place }): readonly DevelopmentQuestion[] => {
    const index = indexes.get(nearestLanguage(question.lang, base.languages) ?? "");
    const isSearched =
      !["chitchat", "source"].includes(question.kind) && !["injection", "order"].includes(question.style ?? "");
    const isGold = ({ evidence: [first] }: Fact) =>
      first !== undefined && sentencesOf(first).some((sentence) => question.gold.includes(sentence));
    return index && isSearched ? [{ question, place, index, isGold }] : [];
  });
}

export interface Found {
  readonly query: Query;
  readonly hits: readonly Hit[];
}

export function find(question: string, index: SearchIndex): Found {
  const query = parseQuery(question, index);
  return { query, hits: rank(query, index, CANDIDATES) };
}
