/** `npm run facts -- check | import | schema`. */
import { runFacts } from "./command.ts";

process.exitCode = await runFacts(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
