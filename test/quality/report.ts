/** `npm run quality`: how many answers are right, wrong and withheld, by language and kind. */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readFactBase } from "../../adapters/fact-base/read.ts";
import { type Conversation, createAnswerer } from "../../src/index.ts";
import { judge, readQuestions, sentencesByAnchors, type Verdict } from "./question-set.ts";

const here = dirname(fileURLToPath(import.meta.url));

const { values } = parseArgs({
  options: {
    questions: { type: "string", default: join(here, "online-fraud.heldout.jsonl") },
    "answers-out": { type: "string" },
    data: { type: "string", default: "data" },
  },
});

const base = await readFactBase(values.data);
if (!("facts" in base)) throw new Error(`${values.data} does not validate: run \`npm run facts -- check\``);
const answerer = createAnswerer(base);
const sentencesOf = sentencesByAnchors(join(here, "online-fraud.sentences.json"));

const conversations = new Map<string, Conversation>();
const tally = new Map<string, Record<Verdict, number>>();
const lines: string[] = [];
for (const question of readQuestions(values.questions)) {
  const { answer, conversation } = answerer.answer(
    { text: question.question },
    conversations.get(question.conversation ?? ""),
  );
  if (question.conversation !== undefined) conversations.set(question.conversation, conversation);
  const verdict = judge(question, answer, sentencesOf);
  for (const key of [`${question.lang}/${question.kind}`, `all/${question.kind}`]) {
    const counts = tally.get(key) ?? { right: 0, wrong: 0, abstained: 0 };
    counts[verdict]++;
    tally.set(key, counts);
  }
  lines.push(JSON.stringify({ id: question.id, ...answer }));
}
if (values["answers-out"] !== undefined) writeFileSync(values["answers-out"], `${lines.join("\n")}\n`);

const rows = [...tally].sort(([a], [b]) => (a < b ? -1 : 1));
process.stdout.write("set                       n  right  wrong  abstained\n");
for (const [key, { right, wrong, abstained }] of rows) {
  const n = right + wrong + abstained;
  process.stdout.write(
    `${key.padEnd(22)} ${String(n).padStart(4)}  ${(right / n).toFixed(3)}  ${String(wrong).padStart(5)}  ${String(abstained).padStart(9)}\n`,
  );
}
