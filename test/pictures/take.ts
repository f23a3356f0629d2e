/**
 * `npx tsx test/pictures/take.ts [--chromium PATH]`: pictures of the real bot on both platforms. Each platform is played
 * by its server on the loopback address; what is shown is what the bot sent there.
 */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openBrowser } from "./browser.ts";
import { discordSheets } from "./discord-scenes.ts";
import { shrink } from "./shrink.ts";
import { telegramSheets } from "./telegram-scenes.ts";

/** Bytes of all pictures together: they are kept in the repository. */
const MAX_BYTES = 350_000;

const { CHROMIUM } = process.env;
const { values } = parseArgs({
  options: { chromium: { type: "string", default: CHROMIUM || "chromium" } },
});
const here = fileURLToPath(new URL(".", import.meta.url));

async function take(): Promise<void> {
  const browser = await openBrowser(values.chromium);
  try {
    let total = 0;
    for (const [name, sheet] of [...(await telegramSheets()), ...(await discordSheets())]) {
      const file = join(here, `${name}.png`);
      await browser.photograph(sheet, file);
      const missing = await shrink(file);
      const { size } = await stat(file);
      total += size;
      const remark = missing.length > 0 ? `, larger than need be without ${missing.join(" and ")}` : "";
      process.stdout.write(`${name}.png ${Math.round(size / 1000)} kB${remark}\n`);
    }
    if (total > MAX_BYTES) throw new Error(`the pictures have ${total} bytes, more than ${MAX_BYTES}`);
  } finally {
    await browser.close();
  }
}

try {
  await take();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
