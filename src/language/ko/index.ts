import type { LanguagePack } from "../pack.ts";
import { concepts } from "./concepts.ts";
import { messages } from "./messages.ts";
import { questions } from "./questions.ts";
import { segment } from "./segment.ts";
import { smallTalk } from "./small-talk.ts";
import { stem } from "./stem.ts";
import { words } from "./words.ts";

export const ko: LanguagePack = {
  tag: "ko",
  stem,
  segment,
  linkingElements: [""],
  capitalisesNouns: false,
  keepsMarks: false,
  words,
  questions,
  concepts,
  smallTalk,
  messages,
};
