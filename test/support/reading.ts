/** How the core reads a language, with no index behind it. */
import { smallTalk } from "../../src/answer/small-talk.ts";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { packFor } from "../../src/language/packs.ts";
import { normalize } from "../../src/language/tokens.ts";
import { askedIn, plainQuestion } from "../../src/retrieval/question-kind.ts";

/** `tag` is a BCP 47 language, `names` are those of a fact base. */
export function createReading(tag: string, names: readonly string[] = []) {
  const pack = packFor(tag);
  const analyzer = createAnalyzer(pack, names);
  const terms = (text: string) => analyzer.analyze(text).terms;
  return {
    pack,
    analyzer,
    terms,
    /** The terms that name a subject. */
    content: (text: string) => terms(text).flatMap((term) => (term.weight === "content" ? [term.text] : [])),
    ideas: (text: string) => terms(text).flatMap((term) => term.concepts),
    /** What a question asks for. */
    kind: (text: string) => askedIn(plainQuestion(normalize(text), pack.readAs), pack.questions),
    /** What a message is that is no question. */
    talk: (text: string) => smallTalk(normalize(text), [tag], () => false),
  };
}
