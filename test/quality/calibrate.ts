/**
 * `npm run calibrate -- [--retrieval DIR] [--only ranking|confidence] [--dry]`: derives the weights of ranking and
 * confidence from question sets and writes them to `src/retrieval/weights.ts` and `src/answer/weights.ts`.
 *
 * Ranking: `ranking-training.ts`; its figures are given for the weights as they are written, and for weights that were
 * learned without the question's article. Confidence, in `calibrate-confidence.ts`, goes by what ranking finds and comes
 * after it.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Features } from "../../src/retrieval/features.ts";
import type { Hit } from "../../src/retrieval/ranking.ts";
import { createSearchIndex } from "../../src/retrieval/search-index.ts";
import { rankingWeights } from "../../src/retrieval/weights.ts";
import { developmentQuestions, find, project } from "./development.ts";
import { crossValidate, evaluate, featureNames, figures, type RankingRow, trainRanking } from "./ranking-training.ts";
import { createJudge, importedBase, type RetrievalSet, readRetrievalSets } from "./retrieval-set.ts";

/** The held-out set is never read here. */
const DEVELOPMENT = ["online-fraud.dev.jsonl", "online-fraud.near-misses.dev.jsonl"];
/** A question of our own counts as much as this many of a retrieval set: those are many and not about our subject. */
const OWN_WEIGHT = 2;

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { retrieval: { type: "string" }, only: { type: "string" }, dry: { type: "boolean", default: false } },
});

if (options.only !== "confidence") await calibrateRanking();
if (options.only !== "ranking") {
  // In a process of its own, which reads the weights that were just written.
  const script = join(here, "calibrate-confidence.ts");
  const { status } = spawnSync(process.execPath, [...process.execArgv, script, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}

async function calibrateRanking(): Promise<void> {
  const own = await ownRows();
  const sets = options.retrieval === undefined ? [] : readRetrievalSets(options.retrieval);
  const rows = sets.map((set) => ({ language: set.language, rows: rankingRows(set) }));
  const allRows = [...rows.flatMap((set) => set.rows), ...own];
  // Our own questions alone are too few to rank other fact bases by.
  const ranking = sets.length > 0 ? trainRanking(allRows) : rankingWeights;
  const unseen = sets.length > 0 ? crossValidate(allRows) : new Map<RankingRow, number>();
  const stated = [{ language: "own questions", rows: own }, ...rows]
    .map(({ language, rows }) => {
      const ranks = rows.map((row) => unseen.get(row) ?? 0);
      const crossed = unseen.size > 0 ? ` (${figures(ranks)} on unseen subjects)` : "";
      return `${language} ${figures(evaluate(rows, ranking).values())}${crossed}`;
    })
    .join("; ");
  process.stdout.write(`${stated}\n${JSON.stringify(ranking)}\n`);
  const day = new Date().toISOString().slice(0, 10);
  const stamp = `Derived by \`npm run calibrate\` on ${day}; ranked first / mean reciprocal rank: ${stated}.`;
  if (!options.dry) writeFileSync(join(project, "src/retrieval/weights.ts"), rankingModule(stamp, ranking));
}

async function ownRows(): Promise<readonly RankingRow[]> {
  const questions = await developmentQuestions(DEVELOPMENT);
  return questions
    .filter(({ question }) => question.kind === "answerable")
    .map(({ question, index, isGold }) => {
      const facts = find(question.question, index).hits.filter((hit) => hit.entry.record.kind === "fact");
      return {
        candidates: facts.map(toRow),
        right: indexesWhere(facts, ({ entry: { record } }) => record.kind === "fact" && isGold(record.fact)),
        weight: OWN_WEIGHT,
        // They are all about one article, but each sentence of it is a subject of its own.
        subject: `own ${question.gold.join(" ")}`,
      };
    });
}

function rankingRows(set: RetrievalSet): readonly RankingRow[] {
  const { documents, language } = set;
  const index = createSearchIndex(importedBase(documents, language), language);
  const isGold = createJudge(set);
  const subjects = new Map(documents.map(({ id, title }) => [id, title]));
  return set.questions.map((question) => {
    const { hits } = find(question.question, index);
    return {
      candidates: hits.map(toRow),
      right: indexesWhere(
        hits,
        ({ entry: { record } }) => record.kind === "fact" && isGold(record.fact, language, question),
      ),
      weight: 1,
      subject: subjects.get(question.docId) ?? question.docId,
    };
  });
}

function indexesWhere(hits: readonly Hit[], holds: (hit: Hit) => boolean): ReadonlySet<number> {
  return new Set(hits.flatMap((hit, i) => (holds(hit) ? [i] : [])));
}

function toRow({ features }: Hit): Float64Array {
  return Float64Array.from(featureNames, (name) => features[name]);
}

function rankingModule(stamp: string, ranking: Readonly<Record<keyof Features, number>>): string {
  return `/** ${stamp} */
import type { Features } from "./features.ts";

export const rankingWeights: Readonly<Record<keyof Features, number>> = ${JSON.stringify(ranking, null, 2)};
`;
}
