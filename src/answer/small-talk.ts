/** Greetings, questions about the bot and orders to it, by the patterns of the language packs. */
import type { LanguagePack } from "../language/pack.ts";
import { packFor } from "../language/packs.ts";
import { matches, plainQuestion } from "../retrieval/question-kind.ts";

/** What a message that is no question is, if it is none. */
export function smallTalk(
  text: string,
  languages: readonly string[],
  isFollowUp: (language: string) => boolean,
): "greeting" | "thanks" | "about" | "speaker" | "sources" | "order" | "empty" | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return "empty";
  for (const language of new Set(languages)) {
    const { readAs, smallTalk } = packFor(language);
    const { greetings, thanks = [], aboutBot, aboutSpeaker = [], aboutSources, orders } = smallTalk;
    const plain = plainQuestion(text, readAs);
    const bare = plain.replace(/[\s\p{P}\p{S}]+$/u, "");
    // One expression for the list: a first question would wait for the making of a hundred.
    const whole = (list: readonly string[]) => list.length > 0 && matches(`^(?:${list.join("|")})$`, bare);
    if (orders.some((pattern) => matches(pattern, plain))) return "order";
    if (whole(greetings)) return thanks.some((pattern) => matches(pattern, plain)) ? "thanks" : "greeting";
    // "And who is that?" asks for the person just named.
    if (whole(aboutBot) && !isFollowUp(language)) return "about";
    if (whole(aboutSpeaker)) return "speaker";
    if (whole(aboutSources)) return "sources";
  }
  return undefined;
}

/** "Good morning, who is …": the question behind the greeting. */
export function withoutGreeting(text: string, { smallTalk, readAs }: LanguagePack): string {
  const [, opening, rest] =
    /^([^,.!:;–，、。！：；។-]{1,40})[,.!:;–，、。！：；។-]+\s*(.*[\p{L}\p{N}].*)$/u.exec(text) ?? [];
  if (opening === undefined || rest === undefined) return text;
  return smallTalk.greetings.some((pattern) => matches(`^(?:${pattern})$`, plainQuestion(opening, readAs)))
    ? rest
    : text;
}
