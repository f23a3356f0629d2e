/**
 * `npm run calibrate -- [--retrieval DIR]`: derives the weights of ranking and confidence from question sets and writes
 * them, with the figures that they gave, to `src/retrieval/weights.ts` and `src/answer/weights.ts`.
 *
 * Ranking: `ranking-training.ts`; its figures are given for the weights as they are written, and for weights that were
 * learned without the question's article. Confidence: logistic regression, each weight held to the sign that its feature
 * means. It is derived from what the ranking in force finds, so a new ranking takes a second run. `--only ranking` or
 * `--only confidence` leaves the other one's weights as they are.
 * Facts by editors are calibrated on the development questions of our own, imported ones on retrieval sets with half
 * of their documents left out (`DIR/*.docs.jsonl` and `*.questions.jsonl`, one pair a language).
 */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readFactBase } from "../../adapters/fact-base/read.ts";
import { brokenConstraint } from "../../src/answer/constraints.ts";
import { weigh } from "../../src/answer/decide.ts";
import type { Evidence } from "../../src/answer/evidence.ts";
import { confidenceWeights } from "../../src/answer/weights.ts";
import { parseQuery } from "../../src/retrieval/query.ts";
import { type Hit, rank } from "../../src/retrieval/ranking.ts";
import { createSearchIndex, type SearchIndex } from "../../src/retrieval/search-index.ts";
import { rankingWeights } from "../../src/retrieval/weights.ts";
import { readQuestions, sentencesByAnchors } from "./question-set.ts";
import { crossValidate, evaluate, featureNames, figures, type RankingRow, trainRanking } from "./ranking-training.ts";
import { poolOf, type RetrievalSet, retrievalSets } from "./retrieval-set.ts";

const CANDIDATES = 60;
/** The held-out set is never read here. */
const DEVELOPMENT = ["online-fraud.dev.jsonl", "online-fraud.near-misses.dev.jsonl"];
/** A question of our own counts as much as this many of a retrieval set: those are many and not about our subject. */
const OWN_WEIGHT = 2;

const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, "..", "..");
const { values: options } = parseArgs({
  options: { retrieval: { type: "string" }, only: { type: "string" }, dry: { type: "boolean", default: false } },
});

interface ConfidenceRow {
  readonly evidence: readonly number[];
  readonly answerable: boolean;
  readonly right: boolean;
}

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
const rows = sets.map((set) => ({ language: set.language, rows: rankingRows(set) }));
const allRows = [...rows.flatMap((set) => set.rows), ...own.ranking];
const ranking = sets.length > 0 && options.only !== "confidence" ? trainRanking(allRows) : rankingWeights;
const unseen =
  sets.length > 0 && options.only !== "confidence" ? crossValidate(allRows) : new Map<RankingRow, number>();
const editor = trainConfidence(
  own.confidence,
  (row) => row.right,
  evidenceNames.filter((name) => !IMPORT_ONLY.has(name)),
);
const imported =
  sets.length > 0 && options.only !== "ranking" ? calibrateImport(sets.flatMap(halfRows)) : confidenceWeights.import;

const stated = [{ language: "own questions", rows: own.ranking }, ...rows]
  .map(({ language, rows }) => {
    const crossed = unseen.size > 0 ? ` (${figures(rows.map((row) => unseen.get(row) ?? 0))} on unseen subjects)` : "";
    return `${language} ${figures(evaluate(rows, ranking).values())}${crossed}`;
  })
  .join("; ");
process.stdout.write(`${stated}\n${JSON.stringify(ranking)}\n${JSON.stringify(editor)}\n${JSON.stringify(imported)}\n`);
if (!options.dry) {
  const stamp = `Derived by \`npm run calibrate\` on ${new Date().toISOString().slice(0, 10)}; ranked first / mean reciprocal rank: ${stated}.`;
  if (options.only !== "confidence") writeFileSync(join(project, "src/retrieval/weights.ts"), rankingModule(stamp));
  if (options.only !== "ranking") writeFileSync(join(project, "src/answer/weights.ts"), confidenceModule(stamp));
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
      ranking.push({
        candidates: facts.map(toRow),
        right: indexesWhere(facts, isRight),
        weight: OWN_WEIGHT,
        // They are all about one article, but each sentence of it is a subject of its own.
        subject: `own ${question.gold.join(" ")}`,
      });
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

function rankingRows(set: RetrievalSet): readonly RankingRow[] {
  const { index, isGold } = poolOf(set, set.documents);
  const subjects = new Map(set.documents.map(({ id, title }) => [id, title]));
  return set.questions.map((question) => {
    const { hits } = find(question.question, index);
    return {
      candidates: hits.map(toRow),
      right: indexesWhere(hits, (hit) => isGold(hit, question)),
      weight: 1,
      subject: subjects.get(question.docId) ?? question.docId,
    };
  });
}

function halfRows(set: RetrievalSet): readonly ConfidenceRow[] {
  const kept = set.documents.filter((_, i) => i % 2 === 0);
  const known = new Set(kept.map((document) => document.id));
  const { index, isGold } = poolOf(set, kept);
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

function find(question: string, index: SearchIndex) {
  const query = parseQuery(question, index.language, index.analyzer, index.finder, index);
  return { query, hits: rank(query, index, CANDIDATES) };
}

function indexesWhere(hits: readonly Hit[], holds: (hit: Hit) => boolean): ReadonlySet<number> {
  return new Set(hits.flatMap((hit, i) => (holds(hit) ? [i] : [])));
}

function toRow({ features }: Hit): Float64Array {
  return Float64Array.from(featureNames, (name) => features[name]);
}

function toEvidence(evidence: Evidence): readonly number[] {
  return evidenceNames.map((name) => evidence[name]);
}

function dot(a: readonly number[], b: readonly number[]): number {
  let result = 0;
  for (let i = 0; i < a.length; i++) result += (a[i] ?? 0) * (b[i] ?? 0);
  return result;
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
