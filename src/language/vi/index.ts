import type { LanguagePack } from "../pack.ts";
import { concepts } from "./concepts.ts";
import { messages } from "./messages.ts";
import { questions } from "./questions.ts";
import { smallTalk } from "./small-talk.ts";
import { phrases, shorthand, spell } from "./spelling.ts";
import { words } from "./words.ts";

export const vi: LanguagePack = {
  tag: "vi",
  stem: (word) => word,
  linkingElements: [],
  capitalisesNouns: false,
  keepsMarks: true,
  spell,
  syllables: { shorthand, phrases },
  words,
  questions,
  concepts,
  smallTalk,
  messages,
};
