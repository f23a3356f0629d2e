/**
 * `npm run bench -- cost`: what a question costs beside bare MiniSearch over the same facts, at 1,000, 10,000 and 100,000
 * of them; and what the index costs to build and to keep. Each engine and size has a process of its own.
 */
import { fork } from "node:child_process";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import MiniSearch from "minisearch";
import { createAnswerer } from "../../src/index.ts";
import { createImportedBase } from "../support/fact-base.ts";

const { values } = parseArgs({
  options: {
    facts: { type: "string", multiple: true, default: ["1000", "10000", "100000"] },
    questions: { type: "string", default: "300" },
    engine: { type: "string" },
  },
});

const ENGINES = ["beleg", "minisearch"] as const;
type Engine = (typeof ENGINES)[number];

interface Figures {
  readonly engine: Engine;
  readonly facts: number;
  /** Milliseconds. */
  readonly build: number;
  readonly p50: number;
  readonly p99: number;
  /** MB, of which the texts alone are `texts`. */
  readonly resident: number;
  readonly texts: number;
  /** Share of the questions whose own fact comes first. */
  readonly first: number;
}

/** Numbers from 0 to 1, the same in every run (Park and Miller 1988). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const SYLLABLES = "ba co de fi go hu ja ke li mo nu pa re si to va wen zor tal mer ling st ger port ham".split(" ");
const WORDS = 30_000;
const NAMES = 3_000;
const SENTENCES_PER_DOCUMENT = 8;
const FUNCTION_WORDS = "the of and in to a was for on by with that it from at".split(" ");

/** A word of two to five syllables, its own for every index. */
function wordNumber(index: number): string {
  let rest = index + SYLLABLES.length;
  let word = "";
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

interface Sentence {
  readonly text: string;
  readonly question: string;
}

/** Sentences whose words are as unequally frequent as those of a language (Zipf). */
function createSentences(count: number): readonly Sentence[] {
  const random = createRandom(7);
  const word = () => wordNumber(Math.floor(WORDS ** random()) - 1);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  return Array.from({ length: count }, (): Sentence => {
    const name = wordNumber(WORDS + Math.floor(random() * NAMES));
    const who = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const words = Array.from({ length: 9 }, word);
    const year = 1900 + Math.floor(random() * 125);
    const spaced = words.flatMap((next) => (random() < 0.6 ? [pick(FUNCTION_WORDS), next] : [next]));
    return {
      text: `In ${year} ${who} ${spaced.join(" ")}.`,
      question: `What did ${who} ${words[1]} with the ${words[4]} of ${words[6]} and ${words[8]} in ${year}?`,
    };
  });
}

function run(engine: Engine, facts: number, questions: number): Figures {
  const sentences = createSentences(facts);
  const stride = Math.max(1, Math.floor(facts / questions));
  const asked = sentences.map((sentence, id) => ({ ...sentence, id })).filter((_, id) => id % stride === 0);
  const built = BUILD[engine](sentences);
  // The first questions compile what runs.
  for (const { question } of asked.slice(0, 20)) built.find(question);
  const times: number[] = [];
  let first = 0;
  for (const { question, text } of asked.slice(0, questions)) {
    const start = performance.now();
    const found = built.find(question);
    times.push(performance.now() - start);
    if (found === text) first++;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  globalThis.gc?.();
  return {
    engine,
    facts,
    build: built.milliseconds,
    p50: at(0.5),
    p99: at(0.99),
    resident: process.memoryUsage().rss / 1e6,
    texts: sentences.reduce((sum, { text }) => sum + text.length, 0) / 1e6,
    first: first / times.length,
  };
}

interface Built {
  /** To build the index, the texts being there. */
  readonly milliseconds: number;
  /** The text of the best hit. */
  find(question: string): string | undefined;
}

const BUILD: Readonly<Record<Engine, (sentences: readonly Sentence[]) => Built>> = {
  beleg(sentences) {
    const documents = Array.from({ length: Math.ceil(sentences.length / SENTENCES_PER_DOCUMENT) }, (_, i) => ({
      id: `document-${i}`,
      language: "en",
      title: `Report ${i}`,
      text: sentences
        .slice(i * SENTENCES_PER_DOCUMENT, (i + 1) * SENTENCES_PER_DOCUMENT)
        .map(({ text }) => text)
        .join(" "),
    }));
    const base = createImportedBase(documents);
    const statements = new Map<string, string | undefined>(
      base.facts.map(({ id, statement }) => [id, statement["en"]]),
    );
    const start = performance.now();
    const answerer = createAnswerer(base);
    answerer.prepare("en");
    return {
      milliseconds: performance.now() - start,
      find(question) {
        const { answer } = answerer.answer({ text: question, language: "en" });
        return statements.get((answer.citations[0] ?? answer.nearest[0])?.fact ?? "");
      },
    };
  },
  minisearch(sentences) {
    const start = performance.now();
    const index = new MiniSearch<{ id: number; text: string }>({ fields: ["text"] });
    index.addAll(sentences.map(({ text }, id) => ({ id, text })));
    return {
      milliseconds: performance.now() - start,
      find: (question) => sentences[index.search(question)[0]?.id]?.text,
    };
  },
};

async function main(): Promise<void> {
  process.stdout.write(`${cpus().length} cores, Node.js ${process.version}\n`);
  process.stdout.write("engine        facts   build s  p50 ms   p99 ms  resident MB  own fact first\n");
  for (const facts of values.facts) {
    for (const engine of ENGINES) {
      const child = fork(
        fileURLToPath(import.meta.url),
        ["--engine", engine, "--facts", facts, "--questions", values.questions],
        { execArgv: [...process.execArgv, "--expose-gc", "--max-old-space-size=16000"] },
      );
      const figures = await new Promise<Figures>((resolve, reject) => {
        child.once("message", (message) => resolve(message as Figures));
        child.once("exit", (code) => reject(new Error(`${engine} with ${facts} facts ended with ${code}`)));
      });
      const cells = [
        figures.engine.padEnd(10),
        String(figures.facts).padStart(8),
        (figures.build / 1000).toFixed(2).padStart(9),
        figures.p50.toFixed(2).padStart(7),
        figures.p99.toFixed(2).padStart(8),
        figures.resident.toFixed(0).padStart(12),
        figures.first.toFixed(3).padStart(15),
      ];
      process.stdout.write(`${cells.join(" ")}\n`);
    }
  }
}

if (values.engine === undefined) await main();
else {
  const figures = run(values.engine as Engine, Number(values.facts[0]), Number(values.questions));
  process.send?.(figures);
}
