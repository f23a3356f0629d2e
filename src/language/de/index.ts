import type { LanguagePack } from "../pack.ts";
import { stemmerFor } from "../stemmers.ts";
import { concepts } from "./concepts.ts";
import { messages } from "./messages.ts";
import { questions } from "./questions.ts";
import { smallTalk } from "./small-talk.ts";
import { words } from "./words.ts";

const snowball = stemmerFor("de");
/** Words that would come out as another one: "Sprache" as "sprach", which is no language. */
const OWN_STEMS: ReadonlyMap<string, string> = new Map([["sprache", "sprache"]]);

export const de: LanguagePack = {
  tag: "de",
  stem: (word) => OWN_STEMS.get(word.toLowerCase()) ?? snowball(word),
  linkingElements: ["", "s", "es", "n", "en", "er"],
  capitalisesNouns: true,
  keepsMarks: false,
  words,
  questions,
  concepts,
  smallTalk,
  messages,
};
