/** The file list is the architecture: what may import what. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

interface Module {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly code: string;
  readonly imports: readonly string[];
}

const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu;
const IMPORT =
  /(?:^|[\n;])\s*(?:import|export)\s[^"'`;]*?\sfrom\s*["'](?<named>[^"']+)["']|(?:^|[\n;])\s*import\s*["'](?<bare>[^"']+)["']|\b(?:import|require)\s*\(\s*["'](?<dynamic>[^"']+)["']/gu;

function readModules(folder: string): Module[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => {
      const path = relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/");
      const code = readFileSync(join(ROOT, path), "utf8");
      const imports = [...code.replace(COMMENTS, "").matchAll(IMPORT)].map(({ groups }) => specifierOf(groups));
      return { path, code, imports: [...new Set(imports)] };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const isRelative = (specifier: string) => specifier.startsWith(".");
const resolve = (from: string, specifier: string) => posix.join(posix.dirname(from), specifier);
/** Package name without the path in it. */
const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

const core = readModules("src");
const adapters = readModules("adapters");
const all = [...core, ...adapters];

/** `file → import` of every import that is not allowed. */
function offences(modules: readonly Module[], isAllowed: (module: Module, specifier: string) => boolean): string[] {
  return modules.flatMap((module) =>
    module.imports
      .filter((specifier) => !isAllowed(module, specifier))
      .map((specifier) => `${module.path} → ${specifier}`),
  );
}

const LAYERS: Readonly<Record<string, readonly string[]>> = {
  language: ["language"],
  "fact-base": ["fact-base", "language"],
  retrieval: ["retrieval", "language", "fact-base"],
  answer: ["answer", "retrieval", "language", "fact-base"],
};
/** What the language packs name of the fact base: the kinds of question, as a type. */
const SHARED_TYPES = "src/fact-base/schema.ts";

describe("the core", () => {
  it("is found, with its imports", () => {
    expect(core.length).toBeGreaterThan(20);
    expect(core.find(({ path }) => path === "src/answer/answerer.ts")?.imports).toContain("../retrieval/ranking.ts");
  });

  it("imports only itself and three libraries, nothing of Node.js or of a platform", () => {
    const libraries = ["zod", "minisearch", "@orama/stemmers"];
    expect(
      offences(core, ({ path }, specifier) =>
        isRelative(specifier) ? resolve(path, specifier).startsWith("src/") : libraries.includes(packageOf(specifier)),
      ),
    ).toEqual([]);
  });

  it.each([
    ["minisearch", /^src\/retrieval\/(?:search-index|completion)\.ts$/],
    ["@orama/stemmers", /^src\/language\/stemmers\.ts$/],
    ["zod", /^(?:src\/fact-base|adapters)\//],
    ["grammy", /^adapters\/telegram\//],
    ["discord.js", /^adapters\/discord\//],
    ["hono", /^adapters\/http\/server\.ts$/],
    ["@hono/node-server", /^adapters\/http\/server\.ts$/],
    ["pino", /^adapters\/environment\/log\.ts$/],
    ["lru-cache", /^adapters\/chat\/recent\.ts$/],
    ["rate-limiter-flexible", /^adapters\/chat\/limits\.ts$/],
  ])("%s has one home", (library, home) => {
    const users = all.filter(({ imports }) => imports.some((specifier) => packageOf(specifier) === library));
    expect(users.map(({ path }) => path).filter((path) => !home.test(path))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it.each(Object.keys(LAYERS))("%s imports only the layers below it", (layer) => {
    const allowed = LAYERS[layer] ?? [];
    expect(
      offences(
        core.filter(({ path }) => path.startsWith(`src/${layer}/`)),
        ({ path, code }, specifier) => {
          if (!isRelative(specifier)) return true;
          const target = resolve(path, specifier);
          if (allowed.some((below) => target.startsWith(`src/${below}/`))) return true;
          return layer === "language" && target === SHARED_TYPES && isTypeOnly(code, specifier);
        },
      ),
    ).toEqual([]);
  });

  it("has every folder in a layer", () => {
    const folders = new Set(core.map(({ path }) => path.split("/")[1] ?? "").filter((name) => !name.endsWith(".ts")));
    expect([...folders].sort()).toEqual(Object.keys(LAYERS).sort());
  });

  it("reads no clock, no chance, no environment and prints nothing", () => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bconsole\.|\bfetch\(|\bsetTimeout\b/u;
    expect(core.filter(({ code }) => impure.test(code.replace(COMMENTS, ""))).map(({ path }) => path)).toEqual([]);
  });
});

describe("adapters", () => {
  it("reach the core through its one entrance; work on the fact base's files may go deeper", () => {
    expect(
      offences(adapters, ({ path }, specifier) => {
        if (!isRelative(specifier)) return true;
        const target = resolve(path, specifier);
        if (!target.startsWith("src/") || target === "src/index.ts") return true;
        return (
          path.startsWith("adapters/fact-base/") &&
          (target.startsWith("src/fact-base/") || target === "src/language/packs.ts")
        );
      }),
    ).toEqual([]);
  });

  it("import no other platform; what platforms share has folders of its own", () => {
    const folder = (path: string) => path.split("/")[1] ?? "";
    const shared = new Set(["fact-base", "http", "environment", "state", "chat"]);
    expect(
      offences(
        // A file at the top of adapters/ wires them together.
        adapters.filter(({ path }) => path.split("/").length > 2),
        ({ path }, specifier) => {
          if (!isRelative(specifier)) return true;
          const target = resolve(path, specifier);
          return (
            !target.startsWith("adapters/") ||
            folder(target) === folder(path) ||
            shared.has(folder(target)) ||
            target.split("/").length === 2
          );
        },
      ),
    ).toEqual([]);
  });

  it("read the environment and the arguments in main files only", () => {
    const readers = adapters.filter(({ code }) => /\bprocess\.(?:env|argv)\b/u.test(code.replace(COMMENTS, "")));
    // A main file is one that runs by itself: nothing imports it.
    const imported = new Set(
      all.flatMap(({ path, imports }) => imports.filter(isRelative).map((to) => resolve(path, to))),
    );
    expect(readers.map(({ path }) => path).filter((path) => imported.has(path))).toEqual([]);
  });
});

describe("imports", () => {
  it("name files that there are, with their ending", () => {
    const files = new Set(all.map(({ path }) => path));
    expect(
      offences(
        all,
        ({ path }, specifier) =>
          !isRelative(specifier) || files.has(resolve(path, specifier)) || specifier.endsWith(".json"),
      ),
    ).toEqual([]);
  });

  it("make no circle", () => {
    const graph = new Map(
      all.map(({ path, imports, code }) => [
        path,
        // Types are gone when the program runs.
        imports.filter((to) => isRelative(to) && !isTypeOnly(code, to)).map((to) => resolve(path, to)),
      ]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      else if (!done.has(path)) {
        for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
        done.add(path);
      }
    };
    for (const path of graph.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  it("of the core's entrance are silent", async () => {
    const before = { ...process.env };
    await import("../src/index.ts");
    expect({ ...process.env }).toEqual(before);
  });
});

function specifierOf(groups: Readonly<Record<string, string>> | undefined): string {
  const { named, bare, dynamic } = groups ?? {};
  return named ?? bare ?? dynamic ?? "";
}

function isTypeOnly(code: string, specifier: string): boolean {
  const statements = [...code.replace(COMMENTS, "").matchAll(IMPORT)].filter(
    ({ groups }) => specifierOf(groups) === specifier,
  );
  return statements.every(([statement]) => {
    if (/^\s*;?\s*(?:import|export)\s+type\s/u.test(statement)) return true;
    const [, names = "not named"] = /\{([^}]*)\}/u.exec(statement) ?? [];
    return names.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type "));
  });
}
