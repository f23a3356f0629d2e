/** Which language a question is answered in, and what the bot says of a language that it does not speak or read. */
import type { Fact, FactBase } from "../fact-base/schema.ts";
import { messagesFor, nearestLanguage, packFor, primaryLanguage } from "../language/packs.ts";
import { MAX_ANSWER, type Question } from "./answer.ts";
import { shorten } from "./compose.ts";
import type { Conversation } from "./conversation.ts";

/** Languages are BCP 47 tags throughout. */
export interface Languages {
  /** What facts are told in to who speaks this one: itself, English, or the base's first. */
  toldIn(language: string): string;
  /** What who speaks this one is answered in; of a foreign one it stays, and the bot's own words are English. */
  answeredIn(language: string): string;
  /** What a text is taken to be in when it does not tell. */
  usual(question: Question, conversation: Conversation): string;
  /** The base's form of a language: "de" for "de-AT", "en-GB" for "en-US"; the tag itself when the base has none. */
  supported(tag: string): string;
  /** Whether the bot cannot read the language; in a base of languages that it has no words of, nothing tells. */
  isForeign(language: string): boolean;
  /** Says that this language is not read, and which ones are. */
  unsupportedIn(language: string): string;
}

export function createLanguages({ languages, askedIn }: Pick<FactBase, "languages" | "askedIn">): Languages {
  const [first = "en"] = languages;
  const supported = (tag: string) => nearestLanguage(tag, languages) ?? tag;
  const toldIn = (language: string) => [language, "en"].map(supported).find((tag) => languages.includes(tag)) ?? first;
  return {
    toldIn,
    answeredIn: (language) => (understands(language) ? toldIn(language) : language),
    usual({ preferred = first }, conversation) {
      if (conversation.language !== undefined) return conversation.language;
      const wanted = [preferred, "en"].map(supported);
      return wanted.find((tag) => languages.includes(tag) || askedIn.includes(tag)) ?? first;
    },
    supported,
    isForeign: (language) =>
      !understands(language) &&
      !languages.some((known) => primaryLanguage(known) === primaryLanguage(language)) &&
      !speaksNone(languages),
    unsupportedIn(language) {
      const spoken = spokenIn(language);
      const names = new Intl.DisplayNames(spoken, { type: "language" });
      const list = enumerate(
        [...languages, ...askedIn].map((tag) => names.of(tag) ?? tag),
        spoken,
      );
      return messagesFor(language).unsupported.replace("{languages}", () => list);
    },
  };
}

/** Whether questions in a language are understood that the bot does not speak. */
export function understands(language: string): boolean {
  return packFor(language).notice !== undefined;
}

/** Imported bases may be in a language without words of its own here: there nothing tells the question's language. */
function speaksNone(languages: readonly string[]): boolean {
  return languages.every((language) => packFor(language).smallTalk.greetings.length === 0);
}

/** The language of what the bot itself says to who is told facts in this one. */
export function spokenIn(language: string): string {
  return messagesFor(language) === messagesFor("en") ? "en" : language;
}

/** The language to tell a fact in: the wanted one, English, or any that it has. */
export function languageIn(fact: Fact, wanted: string): string {
  return [wanted, "en", ...Object.keys(fact.statement)].find((tag) => fact.statement[tag] !== undefined) ?? wanted;
}

/** Says in the wanted language that the answer is in another one, where that is so. */
export function noticeOf(wanted: string, spoken: string): string | undefined {
  const { notice, tag } = packFor(wanted);
  if (notice === undefined || primaryLanguage(spoken) === primaryLanguage(wanted)) return undefined;
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(spoken) ?? spoken;
  return notice.replace("{language}", () => name);
}

/** Behind the answer, since who understands that does not need it; in brackets, since it is in another language. */
export function withNotice(answer: string, notice: string | undefined): string {
  return `${shorten(answer, roomBeside(notice))}${inBrackets(notice)}`;
}

/** UTF-16 code units that an answer may have beside the notice. */
export function roomBeside(notice: string | undefined): number {
  return MAX_ANSWER - inBrackets(notice).length;
}

function inBrackets(notice: string | undefined): string {
  return notice === undefined ? "" : ` (${notice})`;
}

export function enumerate(items: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(items);
}
