/**
 * `npm run quality`: how many answers are right, wrong and withheld, by language and kind, with 95% confidence intervals
 * and beside the figures last published; ends with 1 when one of them fell. Without options it asks all held-out
 * questions. `--questions FILE.jsonl` asks others, `--answers-out FILE.jsonl` writes the answers down, `--data DIR` asks
 * another fact base, `--publish` makes this run's figures the published ones.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readFactBase } from "../../adapters/fact-base/read.ts";
import { type Conversation, createAnswerer } from "../../src/index.ts";
import { auroc, expectedCalibrationError, type Prediction, reliability } from "./calibration-figures.ts";
import { readQuestions, sentencesByAnchors } from "./question-set.ts";
import { type Judged, outcomeOf, type Tally, tallyOf, wilsonInterval } from "./tally.ts";

const here = dirname(fileURLToPath(import.meta.url));
const PUBLISHED = join(here, "published.json");
const REGRESSION = 1;

const Published = z.object({
  /** ISO 8601 date */
  date: z.string(),
  figures: z.record(z.string(), z.object({ n: z.number(), right: z.number(), wrong: z.number() })),
});
type Published = z.infer<typeof Published>;

const { values } = parseArgs({
  options: {
    questions: { type: "string", multiple: true },
    "answers-out": { type: "string" },
    data: { type: "string", default: "data" },
    publish: { type: "boolean", default: false },
  },
});

async function main(): Promise<number> {
  const base = await readFactBase(values.data);
  if (!("facts" in base)) throw new Error(`${values.data} does not validate: run \`npm run facts -- check\``);
  const sets = values.questions ?? heldOut();
  const judged = sets.flatMap((path) => ask(createAnswerer(base), path));
  if (values["answers-out"] !== undefined) {
    const lines = judged.map(({ question, answer }) => JSON.stringify({ id: question.id, ...answer }));
    writeFileSync(values["answers-out"], `${lines.join("\n")}\n`);
  }
  const sentencesOf = sentencesByAnchors(join(here, "online-fraud.sentences.json"));
  const spoken = base.languages.map((tag) => tag.split("-")[0] ?? tag);
  const tallies = tallyOf(judged, sentencesOf, spoken);
  const published = values.questions === undefined && !values.publish ? readPublished() : undefined;

  print(`${judged.length} questions of ${sets.map((path) => basename(path)).join(", ")}\n`);
  printTallies(tallies, published);
  printCalibration(
    judged.flatMap((one): Prediction[] =>
      one.answer.status === "help" ? [] : [{ confidence: one.answer.confidence, right: outcomeOf(one, sentencesOf) }],
    ),
  );
  if (values.publish) {
    publish(tallies);
    return 0;
  }
  const fallen = [...tallies].filter(([key, tally]) => hasFallen(tally, published?.figures[key]));
  for (const [key] of fallen) print(`FALLEN  ${key}: below the figure published on ${published?.date}`);
  return fallen.length > 0 ? REGRESSION : 0;
}

function heldOut(): readonly string[] {
  return readdirSync(here)
    .filter((name) => name.endsWith(".heldout.jsonl"))
    .sort()
    .map((name) => join(here, name));
}

/** The questions of a file, in its order; those with the same `conversation` belong to one chat. */
function ask(answerer: ReturnType<typeof createAnswerer>, path: string): readonly Judged[] {
  const conversations = new Map<string, Conversation>();
  return readQuestions(path).map((question) => {
    const key = question.conversation;
    const before = key === undefined ? undefined : conversations.get(key);
    const { answer, conversation } = answerer.answer({ text: question.question }, before);
    if (key !== undefined) conversations.set(key, conversation);
    return { question, answer };
  });
}

function printTallies(tallies: ReadonlyMap<string, Tally>, published: Published | undefined): void {
  print("set                       n  right  95% interval  published  wrong  abstained  language  long");
  for (const [key, tally] of tallies) {
    const [low, high] = wilsonInterval(tally.right, tally.n);
    const before = published?.figures[key];
    const cells = [
      key.padEnd(22),
      String(tally.n).padStart(4),
      (tally.right / tally.n).toFixed(3).padStart(6),
      `${low.toFixed(3)}–${high.toFixed(3)}`.padStart(13),
      (before ? (before.right / before.n).toFixed(3) : "–").padStart(10),
      String(tally.wrong).padStart(6),
      String(tally.abstained).padStart(10),
      String(tally.otherLanguage).padStart(9),
      String(tally.tooLong).padStart(5),
    ];
    print(cells.join(" "));
  }
}

function printCalibration(predictions: readonly Prediction[]): void {
  print("\nconfidence     n   mean  right   (of an abstention: that the nearest passage would have been right)");
  for (const { from, to, count, confidence, accuracy } of reliability(predictions)) {
    if (count === 0) continue;
    const bar = "█".repeat(Math.round(accuracy * 20)).padEnd(20, "·");
    const range = `${from.toFixed(1)}–${to.toFixed(1)}`;
    print(`${range}    ${String(count).padStart(4)}  ${confidence.toFixed(3)}  ${accuracy.toFixed(3)}  ${bar}`);
  }
  const error = expectedCalibrationError(predictions).toFixed(3);
  print(`expected calibration error ${error}, area under the ROC curve ${auroc(predictions)?.toFixed(3) ?? "–"}`);
}

/** A run gives the same figures every time, so that each fewer right one is a loss and no chance. */
function hasFallen(tally: Tally, published: Published["figures"][string] | undefined): boolean {
  return published !== undefined && tally.right / tally.n < published.right / published.n;
}

/** `undefined` until a first run was published. */
function readPublished(): Published | undefined {
  return existsSync(PUBLISHED) ? Published.parse(JSON.parse(readFileSync(PUBLISHED, "utf8"))) : undefined;
}

function publish(tallies: ReadonlyMap<string, Tally>): void {
  const figures = Object.fromEntries(
    [...tallies].map(([key, { n, right, wrong }]) => [key, { n, right, wrong }] as const),
  );
  const published: Published = { date: new Date().toISOString().slice(0, 10), figures };
  writeFileSync(PUBLISHED, `${JSON.stringify(published, undefined, 2)}\n`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main();
