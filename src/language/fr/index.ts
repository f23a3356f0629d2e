import { messages } from "../en/messages.ts";
import type { LanguagePack } from "../pack.ts";
import { concepts } from "./concepts.ts";
import { questions } from "./questions.ts";
import { smallTalk } from "./small-talk.ts";
import { stem } from "./stem.ts";
import { words } from "./words.ts";

export const fr: LanguagePack = {
  tag: "fr",
  stem,
  linkingElements: [],
  capitalisesNouns: false,
  keepsMarks: false,
  words,
  questions,
  concepts,
  smallTalk,
  messages,
  notice: "Je comprends le français, mais je réponds en {language}.",
};
