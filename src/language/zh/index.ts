import type { LanguagePack } from "../pack.ts";
import { stemmerFor } from "../stemmers.ts";
import { onlySimplified, onlyTraditional, toSimplified } from "./characters.ts";
import { concepts } from "./concepts.ts";
import { messages, traditionalMessages } from "./messages.ts";
import { questions } from "./questions.ts";
import { smallTalk } from "./small-talk.ts";
import { words } from "./words.ts";

export const zh: LanguagePack = {
  tag: "zh",
  stem: stemmerFor("zh"),
  linkingElements: [],
  capitalisesNouns: false,
  keepsMarks: false,
  readAs: toSimplified,
  ownLetters: onlySimplified,
  words,
  questions,
  concepts,
  smallTalk,
  messages,
};

/** The same language in its other script: it is read alike, and answered in its own characters. */
export const zhHant: LanguagePack = {
  ...zh,
  tag: "zh-Hant",
  ownLetters: onlyTraditional,
  messages: traditionalMessages,
};
