/** `npm run facts -- check | import | schema`: works on a fact base. Exit status 2 for unusable arguments or faults. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Imported, importDocuments, parseDocuments } from "../../src/fact-base/import.ts";
import { jsonSchemas } from "../../src/fact-base/json-schema.ts";
import { type InputFile, loadFactBase, parseJson } from "../../src/fact-base/load.ts";
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

async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case "check": {
      const { values } = parse(() => parseArgs({ args, options: OPTIONS.check, allowPositionals: false }));
      return check(values.data, values.documents);
    }
    case "import": {
      const { values, positionals } = parse(() => parseArgs({ args, options: OPTIONS.import, allowPositionals: true }));
      const [file, ...more] = positionals;
      if (file === undefined || more.length > 0)
        throw new UsageError(`import: expected one file of documents\n${USAGE}`);
      if (values.data === undefined)
        throw new UsageError(`import: expected --data DIR, the fact base to add to\n${USAGE}`);
      return importFile(file, values.data, values.publish);
    }
    case "schema": {
      const { values } = parse(() => parseArgs({ args, options: OPTIONS.schema, allowPositionals: false }));
      const files = jsonSchemas();
      await writeFiles(join(values.data, "schema"), files);
      print(`wrote ${count(files.length, "JSON Schema")} to ${join(values.data, "schema")}`);
      return 0;
    }
    case "help":
    case "--help":
    case "-h":
      print(USAGE);
      return 0;
    default:
      throw new UsageError(
        `${command === undefined ? "expected a command" : `unknown command ${JSON.stringify(command)}`}\n${USAGE}`,
      );
  }
}

async function check(data: string, documentsDirectory: string | undefined): Promise<number> {
  const files = await readFactBaseFiles(data);
  const documents =
    documentsDirectory === undefined ? undefined : await readDocuments(documentsDirectory, documentNames(files));
  const loaded = loadFactBase(files, { pack: packFor, ...(documents ? { documents } : {}) });
  if (!loaded.ok) {
    for (const fault of loaded.faults) print(formatFault(data, fault));
    return 2;
  }
  const { facts, gaps, sources } = loaded.base;
  const passages = documents ? `, ${count(facts.flatMap(({ evidence }) => evidence).length, "passage")} found` : "";
  print(
    `${data}: ${count(facts.length, "fact")}, ${count(gaps.length, "gap")}, ${count(sources.length, "source")}${passages}, no faults`,
  );
  return 0;
}

/** The documents that the sources name; faults in the file are reported when it is loaded. */
function documentNames(files: readonly InputFile[]): ReadonlySet<string> {
  const file = files.find(({ name }) => name === "sources.json");
  const json = file && parseJson(file);
  const read = json?.ok ? SourcesFile.safeParse(json.value) : undefined;
  return new Set(read?.success ? read.data.sources.map(({ custom }) => custom.document) : []);
}

async function importFile(file: string, data: string, publish: boolean): Promise<number> {
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
    complain(`${file}: line ${line}: left out, the document repeats it word by word: ${sentence.slice(0, 80)}`);
  }
  await writeFiles(data, outputFiles(result, existing.files));
  const facts = result.topics.reduce((sum, topic) => sum + topic.facts.length, 0);
  const unchanged = result.unchanged > 0 ? `, ${count(result.unchanged, "document")} there already` : "";
  print(
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
    const json = file && parseJson(file);
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  complain(
    error instanceof UsageError || error instanceof UnusablePath ? error.message : `unexpected failure: ${error}`,
  );
}
