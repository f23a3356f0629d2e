/** Reads what `node --cpu-prof` wrote. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Without what was called from there. */
export interface SelfTime {
  readonly name: string;
  readonly milliseconds: number;
  /** Of the time in which the process did anything. */
  readonly share: number;
}

export interface SelfTimes {
  readonly functions: readonly SelfTime[];
  /** Folders of ours, packages, and Node.js itself. */
  readonly places: readonly SelfTime[];
}

export function selfTimes(directory: string, most: number): SelfTimes {
  const file = readdirSync(directory).find((name) => name.endsWith(".cpuprofile"));
  if (file === undefined) return { functions: [], places: [] };
  const { nodes, samples, timeDeltas }: Profile = JSON.parse(readFileSync(join(directory, file), "utf8"));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const functions = new Map<string, number>();
  const places = new Map<string, number>();
  const add = (times: Map<string, number>, name: string, time: number) =>
    times.set(name, (times.get(name) ?? 0) + time);
  samples.forEach((id, index) => {
    const { functionName = "", url = "" } = frames.get(id) ?? {};
    if (functionName === "(idle)") return;
    const time = timeDeltas[index] ?? 0;
    const path = url.replace(/^.*\/(?=(?:node_modules|src|adapters)\/)/, "");
    add(functions, [functionName || "(anonymous)", path].join(" ").trim(), time);
    add(places, placeOf(path, functionName), time);
  });
  return { functions: longest(functions, most), places: longest(places, most) };
}

function placeOf(path: string, functionName: string): string {
  if (functionName.startsWith("(") && path === "") return functionName;
  return /^node_modules\/(?:@[^/]+\/)?[^/]+|^(?:src|adapters)\/[^/]+/.exec(path)?.[0] ?? "Node.js";
}

function longest(times: ReadonlyMap<string, number>, most: number): readonly SelfTime[] {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, time]) => ({ name, milliseconds: time / 1000, share: time / total }));
}
