/**
 * The confidence part of `npm run calibrate`: derives the weights of the evidence, chooses the threshold by what answers
 * and abstentions cost, prints how far both can be trusted, and writes `src/answer/weights.ts`.
 *
 * Facts by editors are calibrated on the development questions of our own, imported ones on retrieval sets with half of
 * their documents left out. All printed figures are cross-validated: a fifth of the questions (imported: of the subjects, in
 * one language) by weights from the others (in other languages).
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compose } from "../../src/answer/compose.ts";
import { assess, correctionThreshold } from "../../src/answer/decide.ts";
import type { EditorEvidence, ImportEvidence } from "../../src/answer/evidence.ts";
import { answerThreshold, confidenceWeights } from "../../src/answer/weights.ts";
import { createSearchIndex, type SearchIndex } from "../../src/retrieval/search-index.ts";
import {
  auroc,
  type Candidate,
  COSTS,
  chooseThreshold,
  costCurve,
  expectedCalibrationError,
  reliability,
  shareAtPrecision,
  type ThresholdCost,
} from "./calibration-figures.ts";
import { developmentFiles, developmentQuestions, find, project } from "./development.ts";
import { dot, fitLogistic, type Regression } from "./logistic.ts";
import { says } from "./question-set.ts";
import {
  createJudge,
  importedBase,
  type RetrievalDocument,
  type RetrievalSet,
  readRetrievalSets,
} from "./retrieval-set.ts";

const FOLDS = 5;
const THRESHOLDS = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

/** What growing evidence says of the answer: 1 for it, -1 against it. */
const EDITOR_SIGNS: Readonly<Record<keyof EditorEvidence, 1 | 0 | -1>> = {
  bias: 0,
  expected: 1,
  gramLikeness: 1,
  gap: -1,
  gapExpected: -1,
  gapOnly: -1,
  factOnly: 1,
  foreignFocus: -1,
  beyond: -1,
  otherIdeas: -1,
  foreignEntities: -1,
  broken: -1,
};
const IMPORT_SIGNS: Readonly<Record<keyof ImportEvidence, 1 | 0 | -1>> = {
  bias: 0,
  score: 1,
  sourceMargin: 1,
  leadOfGood: 1,
  surroundings: 1,
  secondMissing: -1,
  gramLikeness: 1,
  gramAmount: 1,
  foreignNames: -1,
};
const EDITOR_SHRINKAGE = 3e-3;
const IMPORT_SHRINKAGE = 1e-3;

/** What is left out so that half of the questions have no answer: near documents stay where single ones go. */
const POOLS = ["document", "subject"] as const;
/** A language of which nothing is known here: most that documents are imported in are of that kind. */
const UNSPOKEN = "sw";

/** What people ask, as far as the published sample tells: near misses are many among our questions, and few among theirs. */
const ASKED: Readonly<Record<string, number>> = { answerable: 0.68, unanswerable: 0.26, false_premise: 0.06 };

/** A question with the evidence for its best fact. */
interface Sample {
  readonly pool?: (typeof POOLS)[number];
  readonly language: string;
  /** What it is reported under. */
  readonly variant: string;
  readonly fold: number;
  readonly evidence: readonly number[];
  /** Whether the sources tell, and whether they tell it in the best fact. */
  readonly answerable: boolean;
  readonly right: boolean;
  /** An answer may not be given, whatever the confidence. */
  readonly locked: boolean;
  readonly isCorrection: boolean;
  /** How often it counts. */
  readonly weight: number;
}

type Weights = readonly number[];
type Fit = (samples: readonly Sample[]) => Weights;

const { values: options } = parseArgs({
  options: { retrieval: { type: "string" }, dry: { type: "boolean", default: false }, only: { type: "string" } },
});

const editorNames = Object.keys(EDITOR_SIGNS) as (keyof EditorEvidence)[];
const importNames = Object.keys(IMPORT_SIGNS) as (keyof ImportEvidence)[];
const say = (line: string) => process.stdout.write(`${line}\n`);

const own = await ownSamples();
const editorPredictions = crossValidate(own, fitEditors, "questions");
report("facts by editors", own, editorPredictions, ({ right }) => right);

const sets = options.retrieval === undefined ? [] : readRetrievalSets(options.retrieval);
const imported = sets.flatMap((set) => [set, { ...set, tag: UNSPOKEN }]).flatMap(importSamples);
const importPredictions = crossValidate(imported, fitImports, "languages");
for (const pool of POOLS)
  report(
    `imported sentences, every second ${pool} left out`,
    ...only(imported, importPredictions, (sample) => sample.pool === pool),
    ({ answerable }) => answerable,
  );

const threshold = thresholdFor(
  candidatesOf(own, editorPredictions),
  candidatesOf(...only(imported, importPredictions, ({ pool }) => pool === "document")),
);
const weights = {
  editor: named(editorNames, fitEditors(own)),
  import: imported.length > 0 ? named(importNames, fitImports(imported)) : confidenceWeights.import,
};
say(`\nthreshold ${threshold} (was ${answerThreshold})\n${JSON.stringify(weights)}`);
if (!options.dry) writeFileSync(join(project, "src/answer/weights.ts"), weightsModule());

/** Our own development questions; the held-out ones are never read here. */
async function ownSamples(): Promise<readonly Sample[]> {
  const questions = await developmentQuestions(developmentFiles());
  const samples = questions.flatMap(({ question, place, index, isGold }): (Sample & { readonly kind: string })[] => {
    const assessed = assessQuestion(question.question, index);
    if (!assessed || assessed.hit.exact) return [];
    const { fact, query, evidence, broken, isCorrection } = assessed;
    const right =
      question.kind !== "unanswerable" &&
      isGold(fact) &&
      says(question, compose(fact, undefined, query, index.language));
    // To abstain on a false premise is right as well.
    const answerable = question.kind === "answerable";
    return [
      {
        language: question.lang,
        variant: question.lang,
        fold: place % FOLDS,
        evidence: editorNames.map((name) => ("gap" in evidence ? evidence[name] : 0)),
        answerable,
        right,
        locked: broken !== false,
        isCorrection,
        weight: 1,
        kind: question.kind,
      },
    ];
  });
  const count = new Map<string, number>();
  for (const { kind } of samples) count.set(kind, (count.get(kind) ?? 0) + 1);
  return samples.map(({ kind, ...sample }) => ({
    ...sample,
    weight: ((ASKED[kind] ?? 0) * samples.length) / (count.get(kind) ?? 1),
  }));
}

/** Each question twice for every way to leave documents out: with and without its own. */
function importSamples(set: RetrievalSet & { readonly tag?: string }): readonly Sample[] {
  const subjects = [...new Set(set.documents.map(({ title }) => title))];
  const subjectOf = new Map(set.documents.map(({ id, title }) => [id, subjects.indexOf(title)]));
  const parity = {
    document: (_: RetrievalDocument, i: number) => i % 2,
    subject: ({ id }: RetrievalDocument) => (subjectOf.get(id) ?? 0) % 2,
  } satisfies Record<(typeof POOLS)[number], unknown>;
  const tag = set.tag ?? set.language;
  const isGold = createJudge(set);
  // Nothing is known of the language, whichever documents are left out.
  const pools = set.tag === undefined ? POOLS : POOLS.slice(0, 1);
  return pools.flatMap((pool) =>
    [0, 1].flatMap((half) => {
      const kept = set.documents.filter((document, i) => parity[pool](document, i) === half);
      const known = new Set(kept.map(({ id }) => id));
      const index = createSearchIndex(importedBase(kept, tag), tag);
      return set.questions.flatMap((question): Sample[] => {
        const assessed = assessQuestion(question.question, index);
        if (!assessed) return [];
        const { fact, evidence, isCorrection } = assessed;
        return [
          {
            pool,
            language: set.language,
            variant: set.tag === undefined ? set.language : `${set.language}, unspoken`,
            fold: (subjectOf.get(question.docId) ?? 0) % FOLDS,
            evidence: importNames.map((name) => ("score" in evidence ? evidence[name] : 0)),
            answerable: known.has(question.docId),
            right: isGold(fact, tag, question),
            locked: false,
            isCorrection,
            weight: 1,
          },
        ];
      });
    }),
  );
}

function assessQuestion(question: string, index: SearchIndex) {
  const { query, hits } = find(question, index);
  const assessed = assess(query, hits, index);
  return assessed && { ...assessed, query };
}

function fitEditors(samples: readonly Sample[]): Weights {
  const rows = samples.map(({ evidence, right, weight }) => ({ inputs: evidence, label: right, weight }));
  return fitLogistic(
    rows,
    regression(
      editorNames.map((name) => EDITOR_SIGNS[name]),
      EDITOR_SHRINKAGE,
    ),
  );
}

/**
 * Two things order imported sentences alike: whether the sources tell at all, and whether this sentence does. A line
 * through the logits then turns that order into the share of right answers (Platt 1999).
 */
function fitImports(samples: readonly Sample[]): Weights {
  const rows = samples.flatMap(({ evidence, answerable, right }) => [
    { inputs: evidence, label: answerable },
    { inputs: evidence, label: right },
  ]);
  const order = fitLogistic(
    rows,
    regression(
      importNames.map((name) => IMPORT_SIGNS[name]),
      IMPORT_SHRINKAGE,
    ),
  );
  const [offset = 0, slope = 1] = fitLogistic(
    samples.map(({ evidence, right }) => ({ inputs: [1, dot(evidence, order)], label: right })),
    regression([0, 1], 0),
  );
  return order.map((weight, i) => weight * slope + (i === 0 ? offset : 0));
}

function regression(signs: Regression["signs"], shrinkage: number): Regression {
  return { signs, shrinkage };
}

/**
 * The confidence of every sample by weights from other questions; imported ones from other languages too, since documents
 * come in any.
 */
function crossValidate(samples: readonly Sample[], train: Fit, across: "questions" | "languages"): readonly number[] {
  const confidences = samples.map(() => 0);
  const groupOf = ({ language, fold }: Sample) => `${fold} ${across === "languages" ? language : ""}`;
  const isOther = (sample: Sample, { language, fold }: Sample) =>
    sample.fold !== fold && (across === "questions" || sample.language !== language);
  for (const [group, [first]] of groupedBy(samples, groupOf)) {
    if (!first) continue;
    const weights = train(samples.filter((sample) => isOther(sample, first)));
    for (const [i, sample] of samples.entries())
      if (groupOf(sample) === group) confidences[i] = 1 / (1 + Math.exp(-dot(sample.evidence, weights)));
  }
  return confidences;
}

function groupedBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function only<Prediction>(
  samples: readonly Sample[],
  predictions: readonly Prediction[],
  wanted: (sample: Sample) => boolean,
): [readonly Sample[], readonly Prediction[]] {
  return [samples.filter(wanted), predictions.filter((_, i) => wanted(samples[i] as Sample))];
}

function report(
  title: string,
  samples: readonly Sample[],
  confidences: readonly number[],
  positive: (sample: Sample) => boolean,
): void {
  const figures = (some: (sample: Sample) => boolean) => {
    const chosen = samples.flatMap((sample, i) =>
      some(sample) ? [{ sample, confidence: confidences[i] ?? 0, right: sample.right }] : [],
    );
    const told = chosen.map(({ sample, confidence }) => ({ confidence, right: positive(sample) }));
    return [
      String(chosen.length).padStart(6),
      (auroc(told) ?? Number.NaN).toFixed(4).padStart(7),
      shareAtPrecision(chosen).toFixed(3).padStart(9),
      expectedCalibrationError(chosen).toFixed(3).padStart(6),
    ].join(" ");
  };
  say(`\n${title}, cross-validated\n                   n   auroc  at 95 %    ece`);
  for (const variant of [...new Set(samples.map((sample) => sample.variant))].sort())
    say(`${variant.padEnd(13)} ${figures((sample) => sample.variant === variant)}`);
  say(`all           ${figures(() => true)}`);
  say("confidence        n  mean  right");
  for (const { from, to, count, confidence, accuracy } of reliability(
    samples.map((sample, i) => ({ confidence: confidences[i] ?? 0, right: sample.right })),
  ))
    say(
      `${from.toFixed(1)} to ${to.toFixed(1)} ${String(count).padStart(8)} ${confidence.toFixed(3)}  ${accuracy.toFixed(3)}`,
    );
}

/** As the threshold sees them: what must not be answered has no confidence, a correction has to be surer. */
function candidatesOf(samples: readonly Sample[], confidences: readonly number[]): readonly Candidate[] {
  return samples.map((sample, i) => {
    const confidence = confidences[i] ?? 0;
    return {
      confidence: sample.locked ? 0 : sample.isCorrection ? asAnswer(confidence) : confidence,
      right: sample.right,
      answerable: sample.answerable,
      weight: sample.weight,
    };
  });
}

/** The threshold at which a correction of this confidence is just given. */
function asAnswer(confidence: number): number {
  const [none, all] = [correctionThreshold(0), correctionThreshold(1)];
  return Math.max(0, (confidence - none) / (all - none));
}

/** The threshold by what facts by editors cost: people are answered with those. What imported ones cost stands beside. */
function thresholdFor(editors: readonly Candidate[], imports: readonly Candidate[]): number {
  const curves = [editors, imports].map((candidates) => costCurve(candidates, THRESHOLDS));
  const row = ({ answered, wrong, needless, cost }: ThresholdCost) =>
    [
      String(answered).padStart(8),
      String(wrong).padStart(6),
      String(needless).padStart(9),
      cost.toFixed(3).padStart(7),
    ].join(" ");
  say(`\ncost a question, a wrong answer costing ${COSTS.wrong}, a needless abstention ${COSTS.needless}`);
  say(`threshold      editors: ${"answered  wrong  needless    cost".padEnd(36)}imports: the same`);
  for (const [i, value] of THRESHOLDS.entries())
    say(`${value.toFixed(2).padEnd(24)}${curves.flatMap((curve) => (curve[i] ? [row(curve[i])] : [])).join("   ")}`);
  return chooseThreshold(curves[0] ?? [])?.threshold ?? answerThreshold;
}

function named<Name extends string>(names: readonly Name[], values: Weights): Record<Name, number> {
  return Object.fromEntries(names.map((name, i) => [name, round(values[i] ?? 0)])) as Record<Name, number>;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function weightsModule(): string {
  const stamp = `Derived by \`npm run calibrate\` on ${new Date().toISOString().slice(0, 10)}, from ${own.length} questions of our own and ${imported.length} on retrieval sets.`;
  return `/** ${stamp} */
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted, whatever constant they come near.
import type { EditorEvidence, ImportEvidence } from "./evidence.ts";

/** Answers are given from this confidence on: the lowest that costs little more than the cheapest. */
export const answerThreshold = ${threshold};

export const confidenceWeights: {
  readonly editor: Readonly<Record<keyof EditorEvidence, number>>;
  readonly import: Readonly<Record<keyof ImportEvidence, number>>;
} = ${JSON.stringify(weights, null, 2)};
`;
}
