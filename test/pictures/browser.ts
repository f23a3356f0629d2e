/** Pictures of web pages, taken by a browser without a window. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type Sheet, toHtml, widthOf } from "./html.ts";

const run = promisify(execFile);

const FLAGS = [
  "--headless",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
  "--force-device-scale-factor=1",
  // Coloured edges of letters would need more colours than a small picture has.
  "--disable-lcd-text",
];
/** Milliseconds; the first start of a browser takes long. */
const PATIENCE = 60_000;
const MEASURED = /data-height="(\d+)"/;

export interface Browser {
  photograph(sheet: Sheet, file: string): Promise<void>;
  close(): Promise<void>;
}

/** @param command the browser's path or name */
export async function openBrowser(command: string): Promise<Browser> {
  const directory = await mkdtemp(join(tmpdir(), "beleg-pictures-"));
  const browse = async (args: readonly string[]): Promise<string> => {
    // Chromium refuses to run its sandbox as root.
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const profile = `--user-data-dir=${join(directory, "profile")}`;
    const { stdout } = await run(command, [...FLAGS, ...sandbox, profile, ...args], {
      timeout: PATIENCE,
      env: { ...process.env, HOME: directory },
    });
    return stdout;
  };
  const close = () => rm(directory, { recursive: true, force: true, maxRetries: 5 });
  try {
    await browse(["--version"]);
  } catch (error) {
    await close();
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new Error(
      isMissing
        ? `there is no browser "${command}": install Chromium, or name it with --chromium or CHROMIUM`
        : `the browser "${command}" does not start: ${String(error)}`,
    );
  }
  return {
    close,
    async photograph(sheet, file) {
      const path = join(directory, "page.html");
      await writeFile(path, toHtml(sheet));
      const { href } = pathToFileURL(path);
      const width = widthOf(sheet);
      const height = MEASURED.exec(await browse([`--window-size=${width},600`, "--dump-dom", href]))?.[1];
      if (height === undefined) throw new Error("the browser did not measure the page");
      await browse([`--screenshot=${file}`, `--window-size=${width},${height}`, href]);
    },
  };
}
