/** The `facts` command: checks a fact base, imports documents into one, writes the JSON Schemas. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Imported, importDocuments, parseDocuments } from "../../src/fact-base/import.ts";
import { jsonSchemas } from "../../src/fact-base/json-schema.ts";
import { decodeJson, type InputFile, loadFactBase } from "../../src/fact-base/load.ts";
import { type Fact, type FactBase, SourcesFile } from "../../src/fact-base/schema.ts";
import { packFor } from "../../src/language/packs.ts";
import { formatFault, readDocuments, readFactBaseFiles, readText, UnusablePath } from "./read.ts";
import { type OutputFile, writeFiles } from "./write.ts";

const USAGE = `usage:
  facts -- check [--data DIR] [--documents DIR]
  facts -- import DOCUMENTS.jsonl --data DIR [--publish]
  facts -- schema [--data DIR]`;

const OPTIONS = {
  check: { data: { type: "string", default: "data" }, documents: { type: "string" } },
  import: { data: { type: "string" }, publish: { type: "boolean", default: false } },
  schema: { data: { type: "string", default: "data" } },
} as const;

/** Something that the person who called the command has to change; every line of the message stands for itself. */
class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Where the command's own output and its complaints go, a line at a time. */
export interface Output {
  print(line: string): void;
  complain(line: string): void;
}

/** Runs one command; the exit status is 2 for unusable arguments, files or facts. */
export async function runFacts(args: readonly string[], output: Output): Promise<number> {
  try {
    return await run(args, output);
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof UnusablePath;
    output.complain(isExpected ? error.message : `unexpected failure: ${error}`);
    return 2;
  }
}

async function run([command, ...args]: readonly string[], output: Output): Promise<number> {
  switch (command) {
    case "check": {
      const { values } = parse(() => parseArgs({ args, options: OPTIONS.check, allowPositionals: false }));
      return check(values.data, values.documents, output);
    }
    case "import": {
      const { values, positionals } = parse(() => parseArgs({ args, options: OPTIONS.import, allowPositionals: true }));
      const [file, ...more] = positionals;
      if (file === undefined || more.length > 0)
        throw new UsageError(`import: expected one file of documents\n${USAGE}`);
      if (values.data === undefined)
        throw new UsageError(`import: expected --data DIR, the fact base to add to\n${USAGE}`);
      return importFile(file, values.data, values.publish, output);
    }
    case "schema": {
      const { values } = parse(() => parseArgs({ args, options: OPTIONS.schema, allowPositionals: false }));
      const files = jsonSchemas();
      await writeFiles(join(values.data, "schema"), files);
      output.print(`wrote ${count(files.length, "JSON Schema")} to ${join(values.data, "schema")}`);
      return 0;
    }
    case "help":
    case "--help":
    case "-h":
      output.print(USAGE);
      return 0;
    default:
      throw new UsageError(
        `${command === undefined ? "expected a command" : `unknown command ${JSON.stringify(command)}`}\n${USAGE}`,
      );
  }
}

async function check(data: string, documentsDirectory: string | undefined, output: Output): Promise<number> {
  const files = await readFactBaseFiles(data);
  const documents =
    documentsDirectory === undefined ? undefined : await readDocuments(documentsDirectory, documentNames(files));
  const loaded = loadFactBase(files, { pack: packFor, ...(documents ? { documents } : {}) });
  if (!loaded.ok) {
    for (const fault of loaded.faults) output.print(formatFault(data, fault));
    return 2;
  }
  const { facts, gaps, sources } = loaded.base;
  const passages = documents ? `, ${count(facts.flatMap(({ evidence }) => evidence).length, "passage")} found` : "";
  output.print(
    `${data}: ${count(facts.length, "fact")}, ${count(gaps.length, "gap")}, ${count(sources.length, "source")}${passages}, no faults`,
  );
  return 0;
}

/** The documents that the sources name; faults in the file are reported when it is loaded. */
function documentNames(files: readonly InputFile[]): ReadonlySet<string> {
  const file = files.find(({ name }) => name === "sources.json");
  const json = file && decodeJson(file);
  const read = json?.ok ? SourcesFile.safeParse(json.value) : undefined;
  return new Set(read?.success ? read.data.sources.map(({ custom }) => custom.document) : []);
}

async function importFile(file: string, data: string, publish: boolean, output: Output): Promise<number> {
  const { documents, faults } = parseDocuments(await readText(file));
  if (faults.length === 0 && documents.length === 0)
    throw new UsageError(`${file}: no documents, expected one JSON object a line`);
  const existing = await readExisting(data);
  const result =
    faults.length > 0
      ? { ok: false as const, faults }
      : importDocuments(existing.base, documents, { publish, pack: packFor });
  if (!result.ok) {
    throw new UsageError(
      result.faults.map(({ line, field, message }) => `${file}: line ${line}: ${field}: ${message}`).join("\n"),
    );
  }
  for (const { line, sentence } of result.skipped) {
    output.complain(`${file}: line ${line}: left out, the document repeats it word by word: ${sentence.slice(0, 80)}`);
  }
  await writeFiles(data, outputFiles(result, existing.files));
  const facts = result.topics.reduce((sum, topic) => sum + topic.facts.length, 0);
  const unchanged = result.unchanged > 0 ? `, ${count(result.unchanged, "document")} there already` : "";
  output.print(
    `${data}: ${count(facts, publish ? "published fact" : "draft fact")} from ${count(result.topics.length, "document")}${unchanged}`,
  );
  return 0;
}

async function readExisting(
  data: string,
): Promise<{ readonly base: FactBase | undefined; readonly files: readonly InputFile[] }> {
  let files: readonly InputFile[];
  try {
    files = await readFactBaseFiles(data);
  } catch (error) {
    if (error instanceof UnusablePath && error.isVacant) return { base: undefined, files: [] };
    throw error;
  }
  const loaded = loadFactBase(files, { pack: packFor });
  if (!loaded.ok) throw new UsageError(loaded.faults.map((fault) => formatFault(data, fault)).join("\n"));
  return { base: loaded.base, files };
}

/** Each file needs only those before it, so an import that is interrupted between two of them leaves a sound base. */
function outputFiles({ base, sources, topics }: Imported, existing: readonly InputFile[]): OutputFile[] {
  const link = (name: string) => {
    const file = existing.find((other) => other.name === name);
    const json = file && decodeJson(file);
    const schema: unknown = json?.ok ? Object(json.value).$schema : undefined;
    return typeof schema === "string" ? { $schema: schema } : {};
  };
  return [
    ...(base ? [{ name: "base.json", content: toJson({ ...link("base.json"), ...base }) }] : []),
    ...(sources ? [{ name: "sources.json", content: toJson({ ...link("sources.json"), sources }) }] : []),
    ...topics.map(({ name, facts }) => ({ name, content: toJson({ facts: facts.map(withoutEmpty) }) })),
  ];
}

function withoutEmpty(fact: Fact): Partial<Fact> {
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.split("\n")[0] : error}\n${USAGE}`);
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
