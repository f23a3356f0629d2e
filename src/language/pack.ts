/**
 * What the core knows of one language. Everything here is data: a further language is a folder with the same files, or,
 * where it is only searched, with `words.ts`, `questions.ts` and `index.ts` of them (`basicPack`). Words are written in
 * their dictionary form or any form that people type; the analyzer folds and stems them.
 */
import type { Asked } from "../fact-base/schema.ts";

export interface LanguagePack {
  /** BCP 47 */
  readonly tag: string;
  /** Snowball stemmer; the identity for languages that do not inflect. */
  readonly stem: (word: string) => string;
  /**
   * The words in what was written as one, for languages whose spaces people leave out and whose words carry particles;
   * `knows` tells whether a part is a known word in any of its forms. In such a language a stop word is known by its stem.
   */
  readonly segment?: (word: string, knows: (part: string) => boolean) => readonly string[];
  /** Letters put between the words of a compound ("s" in "Betrugszentrum"), "" for none; empty where compounds are spaced. */
  readonly linkingElements: readonly string[];
  /** All nouns are capitalised, so that a capital does not mark a name. */
  readonly capitalisesNouns: boolean;
  /** Diacritics tell words apart (Vietnamese tones), so they are not folded. */
  readonly keepsMarks: boolean;
  /** One of the spellings of a word, in lower case and as long as the word ("hòa" for "hoà"). */
  readonly spell?: (word: string) => string;
  /**
   * For a language whose spaces stand between syllables: the lists' words of several syllables are read as one word.
   * People leave marks out where they type: `phrases` show which words stand side by side in questions, so that the
   * marks can be put back; `shorthand` are words as they are abbreviated.
   */
  readonly syllables?: { readonly shorthand: Readonly<Record<string, string>>; readonly phrases: readonly string[] };
  /** Letters that are read as another one: where a language has two scripts, those of the one in the other's. Each is as long. */
  readonly readAs?: ReadonlyMap<string, string>;
  /** Letters that tell this pack's script from the other one of the same language. */
  readonly ownLetters?: ReadonlySet<string>;
  readonly words: Words;
  readonly questions: Questions;
  /** Synonyms: words under one key mean the same for a reader of news. Keys are shared by all languages. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly smallTalk: SmallTalk;
  readonly messages: Messages;
  /**
   * Of a language that the bot understands and does not speak: one sentence in it that says so. `{language}` is what the
   * answer is in, by its name in this language.
   */
  readonly notice?: string;
}

/** The least that retrieval needs: enough to search a language that the bot does not speak. */
export type BasicWords = Pick<Words, "stop"> & Partial<Pick<Words, "numbers">>;
export type BasicQuestions = Pick<Questions, "asks">;

export interface Words {
  /** Carry no information at all: articles, prepositions, auxiliaries, pronouns, particles. */
  readonly stop: readonly string[];
  /** Carry little: words that shape a question more than they name its subject ("role", "kind", "happen", "exactly"). */
  readonly light: readonly string[];
  /** Two words side by side that carry little together, whatever each says alone ("ended up", "wanted to", "string of"). */
  readonly lightPairs?: readonly string[];
  /** Words that are no slip of another one, however near they come to it. */
  readonly familiar?: readonly string[];
  /** Number words to their values: "twelve" 12. */
  readonly numbers: Readonly<Record<string, number>>;
  /** January to December, each with its spellings and abbreviations; "7月", of two tokens, is read as the first of them. */
  readonly months: readonly (readonly string[])[];
  /** Qualifiers of a quantity, by the fact base's names. */
  readonly qualifiers: Readonly<Record<"over" | "about" | "at-least" | "at-most" | "under", readonly string[]>>;
  /** Marks that a text hedges ("alleged", "suspected"): regular expressions, flags `iu`. */
  readonly hedges: readonly string[];
  /** Marks of how something was said, by the fact base's attribution modes: regular expressions, flags `iu`. */
  readonly modes: Readonly<
    Record<"said" | "thanked" | "promised" | "hoped" | "admitted" | "agreed", readonly string[]>
  >;
  /** Words that ask beyond what is told ("next", "other", "before", "still"): a fact that lacks them tells something else. */
  readonly beyond: readonly string[];
  /** Words that point back at something said before ("he", "there", "that", "these"). */
  readonly anaphora: readonly string[];
  /**
   * Well-known places and people, where no capital letter tells a name, and years without a figure ("last year"): a fact
   * that lacks one is about another.
   */
  readonly names?: readonly string[];
  /** Words that text without spaces is cut by besides those listed; they stay whole even if shorter ones make them up ("រត់ពន្ធ": run, tax). */
  readonly whole?: readonly string[];
  /** Pronouns for one person ("he", "her"): the person last spoken of. */
  readonly pronouns: readonly string[];
  /** Words that open a follow-up ("and", "what about"); without a space behind them where words are not spaced. */
  readonly followUp: readonly string[];
}

export interface Questions {
  /**
   * What a question asks for, first match wins; regular expressions (flags `iu`) over the question in NFKC, lower
   * case, single spaces, diacritics kept and without a closing mark.
   */
  readonly asks: readonly { readonly pattern: string; readonly asks: Asked | "yes-no" }[];
  /** Asks for a cause and nothing else ("why", but not "what … for"). Regular expressions, flags `iu`. */
  readonly reasons?: readonly string[];
  /** Prepositions before a number of people to whom somebody belongs ("among the arrested"). */
  readonly among?: readonly string[];
  /** What a question is wrapped in ("could you tell me …"): none of its words is asked about. Regular expressions, flags `iu`. */
  readonly wrappers?: readonly string[];
  /** Words before the noun that is asked for ("which" ministers, "how many" people). */
  readonly determiners: readonly string[];
  /** Those among them that may also stand alone ("what helps"). */
  readonly looseDeterminers: readonly string[];
  /** Those behind whose noun they stand ("여성 몇 명", women how many). */
  readonly focusBefore?: readonly string[];
  /** What describes a noun stands behind it ("quan chức Hàn Quốc nào", officials Korean which). */
  readonly nounFirst?: boolean;
  /** Words between a determiner and its noun ("combien de personnes"). */
  readonly focusLinks?: readonly string[];
  /** Prepositions before the name of a place ("in Poipet"). */
  readonly placePrepositions: readonly string[];
  /** Words after which the verb of a question comes at once or, behind an auxiliary, at the end ("who paid", "wer hat bezahlt"). */
  readonly subjectWords: readonly string[];
  /** What only repeats a subject ("la descente a-t-elle …") and so points back at nothing; a regular expression, flags `iu`. */
  readonly restated?: string;
  /** A sentence needs no subject: a question that names nobody and hardly anything means what was last spoken of. */
  readonly dropsSubject?: boolean;
  /** The verb closes the sentence, whatever stands between it and the subject. */
  readonly verbFinal?: boolean;
  /** How to tell who does something from whom it is done to; without it, nobody is taken for either. */
  readonly roles?: RoleWords;
  /** The same where words beside the verb or particles tell it. */
  readonly marks?: WordMarks | ParticleMarks;
  /** Forms of "to be" and "to be called": what follows them names who is asked for ("wer ist der Polizeichef"). */
  readonly copulas: readonly string[];
  /** Asks for advice, not for news: "how do I report …". Regular expressions, flags `iu`. */
  readonly advice: readonly string[];
  /** A statement put as a question: "is it true that …", "…, right?". Regular expressions, flags `iu`. */
  readonly claims: readonly string[];
}

export interface RoleWords {
  /** Auxiliaries of the passive ("was", "wurde"). */
  readonly passive: readonly string[];
  /** Prepositions before who did it ("by", "von"). */
  readonly by: readonly string[];
  /** Right behind "who": somebody else does it, and to whom is asked ("who did they return"). */
  readonly objectMarks?: readonly string[];
  /** Those before names that are neither subject nor object ("about", "in"). */
  readonly prepositions: readonly string[];
  /** Words that make a noun of what follows ("the arrest"); of no use where nouns are capitalised. */
  readonly determiners: readonly string[];
  /** Articles before what is taken to be known ("the"). */
  readonly definite: readonly string[];
  /** What the verb of a passive looks like; a regular expression. */
  readonly participle: string;
  /** The verb closes the sentence or opens it, and the subject comes before the object. */
  readonly verbLast: boolean;
}

/** Where the names that have a role stand beside the verb. */
export interface WordMarks {
  /** Before who did it ("被"); what is before that had it done to it. */
  readonly agent: readonly string[];
  /** Before whom it is done to ("向"). */
  readonly recipient: readonly string[];
  /** Before names that are neither ("在"). */
  readonly other: readonly string[];
  /** Verbs that are passive without such a word ("被捕"); a regular expression. */
  readonly passive: string;
}

/** Where a particle on the name tells its role; regular expressions over the name's last word, or over the verb. */
export interface ParticleMarks {
  readonly subject: string;
  readonly topic: string;
  readonly object: string;
  /** Whom it is done to, or in a passive who did it ("에게"). */
  readonly recipient: string;
  /** A question word or noun that is the object ("누구를"): then the topic is who does it. */
  readonly askedObject: string;
  /** What tells a verb from the noun of the same stem. */
  readonly verb: string;
  readonly passive: string;
}

export interface SmallTalk {
  /** A whole message that is a greeting, thanks or a farewell; regular expressions, flags `iu`, matched against all of it. */
  readonly greetings: readonly string[];
  /** What makes thanks of a greeting; without it, thanks are greeted back. Regular expressions, flags `iu`. */
  readonly thanks?: readonly string[];
  /** A whole message that asks about the bot itself ("who are you", "what can you do"). */
  readonly aboutBot: readonly string[];
  /** A whole message that asks whose words the last answer holds ("who said that?"). */
  readonly aboutSpeaker?: readonly string[];
  /** A whole message that asks where the answers come from ("says who?", "where did you get this"). */
  readonly aboutSources: readonly string[];
  /** Orders to the bot ("ignore your instructions", "tell me a joke"); matched anywhere in the message. */
  readonly orders: readonly string[];
}

/** What the bot says besides facts. `{…}` are filled in; every text is plain. */
export interface Messages {
  /** Abstaining without a known gap. */
  readonly notStated: string;
  /** Abstaining when the gap is known; `{gap}` completes the sentence. */
  readonly gap: string;
  /** Abstaining because of a word that no source has; `{term}` is quoted from the question. */
  readonly unknownTerm: string;
  /** No question in the message: orders, noise. */
  readonly noQuestion: string;
  /** Abstaining from a question in another language; `{languages}` are those of the fact base. */
  readonly unsupported: string;
  readonly help: string;
  /** To thanks; `help` where it is left out. */
  readonly welcome?: string;
  /** Whose words the last answer holds: `{speakers}`, and `{sources}` as in `basis`, which stands in where it is left out. */
  readonly saidBy?: string;
  /** Quotation marks of the language around `{text}`. */
  readonly quoted: string;
  /** What the answers rest on; `{sources}` is a list of publisher, title and date. */
  readonly basis: string;
  /** Headings for a person to read in the terminal. */
  readonly sources: string;
  readonly nearest: string;
  readonly related: string;
  /** A date whose year the source leaves out; `{date}` is the month, with the day where it is known. */
  readonly noYear: string;
  /** The question is longer than what is read. */
  readonly tooLong: string;
}
