import type { LanguagePack } from "../pack.ts";
import { stemmerFor } from "../stemmers.ts";
import { concepts } from "./concepts.ts";
import { messages } from "./messages.ts";
import { questions } from "./questions.ts";
import { smallTalk } from "./small-talk.ts";
import { words } from "./words.ts";

export const km: LanguagePack = {
  tag: "km",
  stem: stemmerFor("km"),
  linkingElements: [],
  capitalisesNouns: false,
  keepsMarks: false,
  words,
  questions,
  concepts,
  smallTalk,
  messages,
};
