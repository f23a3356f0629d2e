import { type Answerer, createAnswerer } from "../../src/index.ts";
import { createFactBase, type FactBaseInput } from "./fact-base.ts";

/** A core that is as ready as the running bot's: what a first question builds would take longer than Discord waits. */
export function createPreparedAnswerer(input: FactBaseInput): Answerer {
  const answerer = createAnswerer(createFactBase(input));
  for (const language of answerer.base.languages) {
    answerer.prepare(language);
    answerer.answer({ text: "?!a", preferred: language });
  }
  return answerer;
}
