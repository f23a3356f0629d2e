/**
 * `npm run calibrate -- [--retrieval DIR]`: derives the weights of ranking and confidence from question sets and writes
 * them, with the figures that they gave, to `src/retrieval/weights.ts` and `src/answer/weights.ts`.
 *
 * Ranking: the candidates of a question compete in a softmax (ListNet, Cao et al., ICML 2007); its likelihood of the
 * right ones is maximised. Confidence: logistic regression, each weight held to the sign that its feature means.
 * Facts by editors are calibrated on the development questions of our own, imported ones on retrieval sets with half
 * of their documents left out (`DIR/*.docs.jsonl` and `*.questions.jsonl`, one pair a language).
 */
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readFactBase } from "../../adapters/fact-base/read.ts";
import { brokenConstraint } from "../../src/answer/constraints.ts";
import { weigh } from "../../src/answer/decide.ts";
import type { Evidence } from "../../src/answer/evidence.ts";
import { confidenceWeights } from "../../src/answer/weights.ts";
import { Fact, type FactBase, Source } from "../../src/fact-base/schema.ts";
import { normalize } from "../../src/language/tokens.ts";
import type { Features } from "../../src/retrieval/features.ts";
import { parseQuery } from "../../src/retrieval/query.ts";
import { type Hit, rank } from "../../src/retrieval/ranking.ts";
import { createSearchIndex, type SearchIndex } from "../../src/retrieval/search-index.ts";
import { rankingWeights } from "../../src/retrieval/weights.ts";
import { readLines, readQuestions, sentencesByAnchors } from "./question-set.ts";

const CANDIDATES = 60;
/** The held-out set is never read here. */
const DEVELOPMENT = ["online-fraud.dev.jsonl", "online-fraud.near-misses.dev.jsonl"];
/** A question of our own counts as much as this many of a retrieval set: those are many and not about our subject. */
const OWN_WEIGHT = 2;

const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, "..", "..");
const { values: options } = parseArgs({
  options: { retrieval: { type: "string" }, dry: { type: "boolean", default: false } },
});

interface RankingRow {
  readonly candidates: readonly (readonly number[])[];
  readonly right: ReadonlySet<number>;
  readonly weight: number;
}

interface ConfidenceRow {
  readonly evidence: readonly number[];
  readonly answerable: boolean;
  readonly right: boolean;
}

const Document = z.object({ id: z.string(), title: z.string(), sentences: z.array(z.string()) });
const RetrievalQuestion = z.object({ question: z.string(), docId: z.string(), sentenceIndex: z.number() });

const featureNames = Object.keys(rankingWeights) as (keyof Features)[];
/** What a growing feature says of the answer: 1 for it, -1 against it. Zero leaves the sign to the data. */
const SIGNS: Readonly<Record<keyof Evidence, 1 | 0 | -1>> = {
  bias: 0,
  coverage: 1,
  ownCoverage: 1,
  missing: -1,
  unknown: -1,
  slot: 1,
  offersValue: 1,
  expected: 1,
  gramCoverage: 1,
  gramLikeness: 1,
  contextGrams: 1,
  match: 1,
  margin: 1,
  sourceMargin: 1,
  amount: 1,
  gramAmount: 1,
  queryLength: 0,
  matchedTerms: 1,
  heaviest: 1,
  second: 1,
  third: 1,
  foreignNames: -1,
  gap: -1,
  gapExpected: -1,
  gapOnly: -1,
  factOnly: 1,
  foreignFocus: -1,
  foreignPredicate: -1,
  beyond: -1,
  otherIdeas: -1,
  foreignEntities: -1,
};
const evidenceNames = Object.keys(SIGNS) as (keyof Evidence)[];
/** A fact base by editors is small: how far its next fact falls short says more of the base than of the answer. */
const IMPORT_ONLY = new Set<keyof Evidence>([
  "margin",
  "sourceMargin",
  "amount",
  "gramAmount",
  "queryLength",
  "matchedTerms",
  "heaviest",
  "second",
  "third",
]);
const EDITOR_ONLY = new Set<keyof Evidence>([
  "beyond",
  "slot",
  "expected",
  "gap",
  "gapExpected",
  "gapOnly",
  "factOnly",
]);

const own = await ownRows();
const sets = options.retrieval === undefined ? [] : retrievalSets(options.retrieval);

// Our own questions alone are too few to rank other fact bases by.
const ranking = sets.length > 0 ? trainRanking([...sets.flatMap(rankingRows), ...own.ranking]) : rankingWeights;
const editor = trainConfidence(
  own.confidence,
  (row) => row.right,
  evidenceNames.filter((name) => !IMPORT_ONLY.has(name)),
);
const imported = sets.length > 0 ? calibrateImport(sets.flatMap(halfRows)) : confidenceWeights.import;

const figures = [
  `own questions: ${share(own.ranking, ranking)} of ${own.ranking.length} ranked first`,
  ...sets.map((set) => `${set.language}: ${share(rankingRows(set), ranking)} of ${set.questions.length} ranked first`),
].join("; ");
process.stdout.write(
  `${figures}\n${JSON.stringify(ranking)}\n${JSON.stringify(editor)}\n${JSON.stringify(imported)}\n`,
);
if (!options.dry) {
  const stamp = `Derived by \`npm run calibrate\` on ${new Date().toISOString().slice(0, 10)}; ${figures}.`;
  writeFileSync(join(project, "src/retrieval/weights.ts"), rankingModule(stamp));
  writeFileSync(join(project, "src/answer/weights.ts"), confidenceModule(stamp));
}

async function ownRows() {
  const base = await readFactBase(join(project, "data"));
  if (!("facts" in base)) throw new Error("data/ does not validate: run `npm run facts -- check`");
  const sentencesOf = sentencesByAnchors(join(here, "online-fraud.sentences.json"));
  const indexes = new Map(base.languages.map((language) => [language, createSearchIndex(base, language)]));
  const ranking: RankingRow[] = [];
  const confidence: ConfidenceRow[] = [];
  for (const question of DEVELOPMENT.flatMap((name) => readQuestions(join(here, name)))) {
    const index = indexes.get(question.lang);
    // Orders to the bot and small talk are told by their patterns before anything is searched.
    if (
      !index ||
      question.kind === "chitchat" ||
      question.kind === "source" ||
      question.style === "injection" ||
      question.style === "order"
    )
      continue;
    const { query, hits } = find(question.question, index);
    const facts = hits.filter((hit) => hit.entry.record.kind === "fact");
    const isRight = (hit: Hit) =>
      hit.entry.record.kind === "fact" &&
      sentencesOf({ passage: hit.entry.record.fact.evidence[0]?.passage ?? { start: "", end: "" } }).some((i) =>
        question.gold.includes(i),
      );
    const [best] = facts;
    if (!best) continue;
    if (question.kind === "answerable") {
      ranking.push({ candidates: facts.map(toRow), right: indexesWhere(facts, isRight), weight: OWN_WEIGHT });
    }
    const answerable = question.kind !== "unanswerable";
    if (question.kind === "false_premise" && !isRight(best)) continue;
    if (brokenConstraint(query, best)) continue;
    const gap = hits.find((hit) => hit.entry.record.kind === "gap");
    confidence.push({
      evidence: toEvidence(weigh(query, best, gap, hits, index)),
      answerable,
      right: answerable && isRight(best),
    });
  }
  return { ranking, confidence };
}

interface RetrievalSet {
  readonly language: string;
  readonly documents: readonly z.infer<typeof Document>[];
  readonly questions: readonly z.infer<typeof RetrievalQuestion>[];
}

function retrievalSets(directory: string): readonly RetrievalSet[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".docs.jsonl"))
    .sort()
    .map((name) => ({
      language: /\.([^.]+)\.docs\.jsonl$/u.exec(name)?.[1] ?? "en",
      documents: readLines(join(directory, name)).map((line) => Document.parse(line)),
      questions: readLines(join(directory, name.replace(".docs.", ".questions."))).map((line) =>
        RetrievalQuestion.parse(line),
      ),
    }));
}

function rankingRows(set: RetrievalSet): readonly RankingRow[] {
  const index = indexOf(set, set.documents);
  return set.questions.map((question) => {
    const { hits } = find(question.question, index);
    return { candidates: hits.map(toRow), right: indexesWhere(hits, (hit) => isGold(hit, question)), weight: 1 };
  });
}

function halfRows(set: RetrievalSet): readonly ConfidenceRow[] {
  const kept = set.documents.filter((_, i) => i % 2 === 0);
  const known = new Set(kept.map((document) => document.id));
  const index = indexOf(set, kept);
  return set.questions.flatMap((question) => {
    const { query, hits } = find(question.question, index);
    const [best] = hits;
    if (!best) return [];
    return [
      {
        evidence: toEvidence(weigh(query, best, undefined, hits, index)),
        answerable: known.has(question.docId),
        right: isGold(best, question),
      },
    ];
  });
}

/**
 * What tells known questions from unknown ones orders the answers; a line through its logits then turns that order
 * into the share of right answers (Platt 1999).
 */
function calibrateImport(rows: readonly ConfidenceRow[]): Partial<Record<keyof Evidence, number>> {
  const names = evidenceNames.filter((name) => !EDITOR_ONLY.has(name));
  const weights = trainConfidence(rows, (row) => row.answerable, names);
  const logit = (row: ConfidenceRow) =>
    evidenceNames.reduce((sum, name, i) => sum + (weights[name] ?? 0) * (row.evidence[i] ?? 0), 0);
  const [offset, slope] = logisticRegression(
    rows.map((row) => [1, logit(row)]),
    rows.map((row) => row.right),
    [0, 1],
    0,
  );
  return Object.fromEntries(
    names.map((name) => [name, round((weights[name] ?? 0) * (slope ?? 1) + (name === "bias" ? (offset ?? 0) : 0))]),
  );
}

function trainConfidence(
  rows: readonly ConfidenceRow[],
  label: (row: ConfidenceRow) => boolean,
  names: readonly (keyof Evidence)[],
) {
  const columns = names.map((name) => evidenceNames.indexOf(name));
  const inputs = rows.map((row) => columns.map((column) => row.evidence[column] ?? 0));
  const weights = logisticRegression(
    inputs,
    rows.map(label),
    names.map((name) => SIGNS[name]),
    3e-3,
  );
  return Object.fromEntries(names.map((name, i) => [name, round(weights[i] ?? 0)])) as Partial<
    Record<keyof Evidence, number>
  >;
}

/** Gradient ascent on the likelihood; the first column is the intercept and is not shrunk. */
function logisticRegression(
  inputs: readonly (readonly number[])[],
  labels: readonly boolean[],
  signs: readonly number[],
  shrinkage: number,
): number[] {
  const weights = signs.map(() => 0);
  for (let step = 0; step < 4000; step++) {
    const gradient = weights.map(() => 0);
    for (const [row, input] of inputs.entries()) {
      const error = Number(labels[row]) - 1 / (1 + Math.exp(-dot(input, weights)));
      for (const [i, value] of input.entries()) gradient[i] = (gradient[i] ?? 0) + error * value;
    }
    for (const [i, sign] of signs.entries()) {
      const weight = weights[i] ?? 0;
      const moved = weight + (gradient[i] ?? 0) / inputs.length - (i === 0 ? 0 : shrinkage * weight);
      weights[i] = sign * moved < 0 ? 0 : moved;
    }
  }
  return weights;
}

function trainRanking(rows: readonly RankingRow[]): Record<keyof Features, number> {
  const usable = rows.filter((row) => row.right.size > 0);
  const total = usable.reduce((sum, row) => sum + row.weight, 0);
  const weights = featureNames.map((name) => rankingWeights[name]);
  for (let step = 0; step < 300; step++) {
    const gradient = weights.map(() => 0);
    for (const { candidates, right, weight } of usable) {
      const scores = candidates.map((candidate) => dot(candidate, weights));
      const highest = Math.max(...scores);
      const exponentials = scores.map((score) => Math.exp(score - highest));
      const all = sum(exponentials);
      const ours = sum([...right].map((i) => exponentials[i] ?? 0)) || Number.MIN_VALUE;
      for (const [j, candidate] of candidates.entries()) {
        const share = exponentials[j] ?? 0;
        const pull = ((right.has(j) ? share / ours : 0) - share / all) * weight;
        for (const [i, value] of candidate.entries()) gradient[i] = (gradient[i] ?? 0) + pull * value;
      }
    }
    for (const [i, value] of gradient.entries())
      weights[i] = (weights[i] ?? 0) + 6 * (value / total - 5e-4 * (weights[i] ?? 0));
  }
  return Object.fromEntries(featureNames.map((name, i) => [name, round(weights[i] ?? 0)])) as Record<
    keyof Features,
    number
  >;
}

function share(rows: readonly RankingRow[], weights: Readonly<Record<keyof Features, number>>): string {
  const row = featureNames.map((name) => weights[name]);
  const first = rows.filter(({ candidates, right }) => {
    const scores = candidates.map((candidate) => dot(candidate, row));
    return right.has(scores.indexOf(Math.max(...scores)));
  });
  return (first.length / rows.length).toFixed(3);
}

function find(question: string, index: SearchIndex) {
  const query = parseQuery(question, index.language, index.analyzer, index.finder, index);
  return { query, hits: rank(query, index, CANDIDATES) };
}

function indexOf(set: RetrievalSet, documents: RetrievalSet["documents"]): SearchIndex {
  const facts = documents.flatMap((document) =>
    document.sentences.map((sentence, i) =>
      Fact.parse({
        id: `${document.id}-${i}`,
        status: "published",
        origin: "import",
        statement: { [set.language]: normalize(sentence).slice(0, 1000).trim() },
        attribution: { mode: "reported" },
        certainty: "stated",
        evidence: [{ source: document.id, passage: { start: "-", end: "-" } }],
        asOf: "2020-01-01",
      }),
    ),
  );
  const sources = documents.map((document) =>
    Source.parse({
      id: document.id,
      type: "webpage",
      title: document.title,
      publisher: "-",
      issued: "2020-01-01",
      language: set.language,
      URL: null,
      custom: { document: document.id },
    }),
  );
  const base: FactBase = {
    id: "retrieval",
    title: {},
    languages: [set.language],
    sources,
    entities: [],
    events: [],
    facts,
    gaps: [],
  };
  return createSearchIndex(base, set.language);
}

function isGold(hit: Hit, { docId, sentenceIndex }: z.infer<typeof RetrievalQuestion>): boolean {
  return hit.entry.record.kind === "fact" && hit.entry.record.fact.id === `${docId}-${sentenceIndex}`;
}

function indexesWhere(hits: readonly Hit[], holds: (hit: Hit) => boolean): ReadonlySet<number> {
  return new Set(hits.flatMap((hit, i) => (holds(hit) ? [i] : [])));
}

function toRow({ features }: Hit): readonly number[] {
  return featureNames.map((name) => features[name]);
}

function toEvidence(evidence: Evidence): readonly number[] {
  return evidenceNames.map((name) => evidence[name]);
}

function dot(a: readonly number[], b: readonly number[]): number {
  let result = 0;
  for (let i = 0; i < a.length; i++) result += (a[i] ?? 0) * (b[i] ?? 0);
  return result;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function rankingModule(stamp: string): string {
  return `/** ${stamp} */
import type { Features } from "./features.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = ${JSON.stringify(ranking, null, 2)};
`;
}

function confidenceModule(stamp: string): string {
  const nonZero = (weights: Partial<Record<keyof Evidence, number>>) =>
    Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight !== 0));
  return `/** ${stamp} */
import type { Fact } from "../fact-base/schema.ts";
import type { Evidence } from "./evidence.ts";

export const confidenceWeights: Readonly<Record<Fact["origin"], Readonly<Partial<Record<keyof Evidence, number>>>>> = ${JSON.stringify({ editor: nonZero(editor), import: nonZero(imported) }, null, 2)};
`;
}
