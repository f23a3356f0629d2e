import { messages } from "../en/messages.ts";
import type { LanguagePack } from "../pack.ts";
import { concepts } from "./concepts.ts";
import { questions } from "./questions.ts";
import { smallTalk } from "./small-talk.ts";
import { stem } from "./stem.ts";
import { words } from "./words.ts";

export const es: LanguagePack = {
  tag: "es",
  stem,
  linkingElements: [],
  capitalisesNouns: false,
  keepsMarks: false,
  words,
  questions,
  concepts,
  smallTalk,
  messages,
  notice: "Entiendo el español, pero respondo en {language}.",
};
