/** A language that is searched and neither spoken nor understood: the least that retrieval needs. */
import { en } from "./en/index.ts";
import type { BasicQuestions, BasicWords, LanguagePack } from "./pack.ts";
import { stemmerFor } from "./stemmers.ts";

/** `tag` is a BCP 47 language; what the bot itself says is English. */
export function basicPack(
  tag: string,
  words: BasicWords = { stop: [] },
  questions: BasicQuestions = { asks: [] },
): LanguagePack {
  return {
    tag,
    stem: stemmerFor(tag),
    linkingElements: [],
    capitalisesNouns: false,
    keepsMarks: false,
    words: {
      light: [],
      numbers: {},
      months: [],
      qualifiers: { over: [], about: [], "at-least": [], "at-most": [], under: [] },
      hedges: [],
      modes: { said: [], thanked: [], promised: [], hoped: [], admitted: [], agreed: [] },
      beyond: [],
      anaphora: [],
      pronouns: [],
      followUp: [],
      ...words,
    },
    questions: {
      advice: [],
      determiners: [],
      looseDeterminers: [],
      placePrepositions: [],
      subjectWords: [],
      copulas: [],
      claims: [],
      ...questions,
    },
    concepts: {},
    smallTalk: { greetings: [], aboutBot: [], aboutSources: [], orders: [] },
    messages: en.messages,
  };
}
