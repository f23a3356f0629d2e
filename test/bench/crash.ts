/** `npx tsx test/bench/crash.ts`: a hundred kills under load, and what they cost. */
import { parseArgs } from "node:util";
import { runCrashes } from "../telegram/crash.ts";

const { values } = parseArgs({
  options: {
    crashes: { type: "string", default: "100" },
    people: { type: "string", default: "120" },
    seed: { type: "string", default: "1" },
  },
});
const { crashes, people, seed } = values;
const { complaints, durationMs, ...report } = await runCrashes({
  crashes: Number(crashes),
  people: Number(people),
  seed: Number(seed),
});
const rows = [...Object.entries(report), ["seconds", Math.round(durationMs / 1000)] as const];
for (const [name, value] of rows) process.stdout.write(`${name.padEnd(24)}${String(value).padStart(8)}\n`);
for (const complaint of complaints) process.stdout.write(`logged: ${complaint}\n`);
if (report.unanswered > 0) process.exitCode = 1;
