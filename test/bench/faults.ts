/** `npm run bench -- faults`: makes everything go wrong that an operator has to expect, and tells what was seen. */
import { parseArgs } from "node:util";
import { FAULTS, type Fault } from "../process/faults.ts";

const { values } = parseArgs({
  options: {
    /** A part of a fault's name. */
    only: { type: "string", default: "" },
    /** Seconds that a slow API takes. */
    slow: { type: "string", default: "30" },
  },
});
const print = (line: string) => process.stdout.write(`${line}\n`);
for (const [name, fault] of Object.entries<Fault>(FAULTS)) {
  if (!name.includes(values.only)) continue;
  print(name);
  try {
    const seen = await fault({ slow: Number(values.slow) * 1000 });
    for (const [what, value] of Object.entries(seen)) print(`  ${what.padEnd(56)}${value}`);
  } catch (error) {
    process.exitCode = 1;
    print(`  ${error instanceof Error ? error.message : String(error)}`);
  }
}
