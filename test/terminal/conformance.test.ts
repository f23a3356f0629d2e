import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeConformance, type Reply } from "../conformance.ts";
import { writeFactBase } from "../support/fact-base.ts";
import { openBatch } from "./ask.ts";

describeConformance({
  name: "the terminal",
  async start({ base }) {
    const data = await mkdtemp(join(tmpdir(), "beleg-conformance-"));
    await writeFactBase(data, base);
    const batch = openBatch(["--data", data]);
    return {
      async ask(question, { language: lang, conversation } = {}) {
        const { status, answer, citations } = await batch.send({ id: "q", question, lang, conversation });
        return {
          status: status as Reply["status"],
          text: answer,
          citations: citations.map(({ source }) => source.title),
        };
      },
      async stop() {
        await batch.stop();
        await rm(data, { recursive: true });
      },
    };
  },
  skips: { "says plainly that the core failed": "the command builds its core itself" },
});
