/** `npm run ask`: asks the fact base in the terminal, once, in a chat, or for a batch of lines. */
import { parseArgs } from "node:util";
import { createAnswerer } from "../../src/index.ts";
import { formatFault, readFactBase, UnusablePath } from "../fact-base/read.ts";
import { canonicalTag } from "../language-tag.ts";
import { answerBatch } from "./batch.ts";
import { chat } from "./chat.ts";
import { toJson } from "./json.ts";
import { renderAnswer } from "./render.ts";

const USAGE = `usage: npm run ask -- [options] [QUESTION]
  --json        print one JSON answer object
  --batch       answer JSON lines from standard input: {"id", "question", "lang"?, "conversation"?}
  --data DIR    another fact base than data/
  --lang TAG    answer in this language (BCP 47) instead of the question's own
  --hits N      with --json or --batch: add the N best-ranked passages`;

const UNUSABLE = 2;

/** Arguments that cannot be used; the message is for the person who typed them. */
class UnusableArguments extends Error {
  override readonly name = "UnusableArguments";
}

interface Options {
  readonly question: string | undefined;
  readonly format: "text" | "json" | "batch";
  readonly data: string;
  readonly language: string | undefined;
  readonly hits: number;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const base = await readFactBase(options.data);
  if (!("facts" in base)) {
    for (const fault of base) process.stderr.write(`${formatFault(options.data, fault)}\n`);
    return UNUSABLE;
  }
  const answerer = createAnswerer(base);
  if (options.format === "batch") return answerBatch(answerer, process.stdin, process.stdout, options);
  if (options.question === undefined) return chat(answerer, process.stdin, process.stdout, options.language);
  const question = { text: options.question, language: options.language };
  const { answer } = answerer.answer(question);
  const hits = options.hits > 0 ? answerer.search(question, options.hits) : undefined;
  process.stdout.write(options.format === "json" ? `${toJson(answer, hits)}\n` : `${renderAnswer(answer)}\n`);
  return 0;
}

function readOptions(args: readonly string[]): Options | "help" {
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  if (values.json && values.batch) throw new UnusableArguments("--json and --batch exclude each other");
  const format = values.json ? "json" : values.batch ? "batch" : "text";
  if (positionals.length > 0 && format === "batch")
    throw new UnusableArguments("--batch reads its questions from standard input, not from the command line");
  if (values.hits !== undefined && format === "text") throw new UnusableArguments("--hits goes with --json or --batch");
  const hits = values.hits === undefined ? 0 : Number(values.hits);
  if (!Number.isInteger(hits) || hits < 0 || hits > 1000)
    throw new UnusableArguments(`--hits takes a whole number from 0 to 1000, not ${JSON.stringify(values.hits)}`);
  if (values.data === "") throw new UnusableArguments("--data takes the directory of a fact base");
  const question = positionals.length > 0 ? positionals.join(" ") : undefined;
  if (question === undefined && format === "json") throw new UnusableArguments("--json needs a question");
  return { question, format, data: values.data, language: languageTag(values.lang), hits };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        batch: { type: "boolean", default: false },
        data: { type: "string", default: "data" },
        lang: { type: "string" },
        hits: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (cause) {
    throw new UnusableArguments(cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause), {
      cause,
    });
  }
}

function languageTag(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  const canonical = canonicalTag(tag);
  if (canonical !== undefined) return canonical;
  throw new UnusableArguments(`--lang takes a BCP 47 language tag such as de, not ${JSON.stringify(tag)}`);
}

// A reader that closes early (`ask … | head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UnusableArguments) process.stderr.write(`${error.message}\n${USAGE}\n`);
  else if (error instanceof UnusablePath) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = UNUSABLE;
}
