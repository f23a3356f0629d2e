/** The core's one entrance: a question and the conversation so far go in, an answer with its citations comes out. */

import { publishedPart } from "../fact-base/published.ts";
import { createFactsOfEvent } from "../fact-base/same-event.ts";
import type { Fact, FactBase, FactId, Source } from "../fact-base/schema.ts";
import { detectLanguage } from "../language/detect.ts";
import type { Messages } from "../language/pack.ts";
import { messagesFor, packFor, primaryLanguage, understood } from "../language/packs.ts";
import { normalize, tokenize } from "../language/tokens.ts";
import { type CompletionIndex, createCompletionIndex } from "../retrieval/completion.ts";
import { createKnownWords } from "../retrieval/known-words.ts";
import { parseQuery } from "../retrieval/query.ts";
import { factOf, factsOf, type Hit, rank } from "../retrieval/ranking.ts";
import { createSearchIndex, type SearchIndex } from "../retrieval/search-index.ts";
import type { Answer, Citation, Opened, Question, RelatedQuestion, Unanswered } from "./answer.ts";
import { basisOf, nameOf, tellBasis, wordsOf } from "./basis.ts";
import { type CheckedStatement, checkStatements } from "./check-statements.ts";
import { cite } from "./cite.ts";
import { compose } from "./compose.ts";
import { type Conversation, newConversation, opensFollowUp, topicOf } from "./conversation.ts";
import type { Decision } from "./decide.ts";
import { createStates } from "./fact-state.ts";
import { createLanguages, languageIn, noticeOf, roomBeside, spokenIn, understands, withNotice } from "./languages.ts";
import { createSuggestions, titleOf } from "./related.ts";
import { smallTalk, withoutGreeting } from "./small-talk.ts";
import { CANDIDATES, createUnderstanding } from "./understand.ts";

export interface Answerer {
  readonly base: FactBase;
  /** Never throws for any text; the same base, question and conversation give the same answer. */
  answer(
    question: Question,
    conversation?: Conversation,
  ): { readonly answer: Answer; readonly conversation: Conversation };
  /**
   * The best-ranked passages with their scores, whatever is decided; best first, at most `limit`. Searched as `answer`
   * does: in the question's own language, and with what a follow-up leans on.
   */
  search(
    question: Question,
    limit: number,
    conversation?: Conversation,
  ): readonly (Citation & { readonly score: number })[];
  /** The editor's question that a fact answers, or its statement where no editor wrote one; `undefined` of no fact. */
  questionOf(fact: string, language: string): string | undefined;
  /** A fact by its id, in this language (BCP 47) or the nearest that the base has; of one that was superseded, the newer. */
  open(fact: string, language: string): Opened;
  /** Questions that begin as what is typed so far, or else are near to it, each of another fact; best first. */
  complete(typed: string, language: string, limit: number): readonly RelatedQuestion[];
  /** Questions that show what can be asked, each of another fact; at most `limit`. */
  examples(language: string, limit: number): readonly RelatedQuestion[];
  /** What the sources say on each statement of a text, at most `limit` of them, in the order of the text. */
  check(text: Question, limit: number): readonly CheckedStatement[];
  /**
   * Builds what questions in a language (BCP 47) need, a few hundred milliseconds of work; otherwise the first question
   * in it waits for that. Changes no answer.
   */
  prepare(language: string): void;
  /** What who checks a text should hear of its language: that it is not read, or that another one is answered in. */
  languageRemark(text: Question): LanguageRemark | undefined;
}

/** Questions above this length, in UTF-16 code units, are not read: what Telegram lets a person send in one message. */
export const MAX_QUESTION = 4096;

const MAX_NEAREST = 3;
/** From this confidence on a fact tells of the same thing as a statement, though it does not say the same. Set by hand. */
const NEAR_CONFIDENCE = 0.1;
/** A passage whose score is further below the best than this has little to do with what was typed. */
const NEAR_SHARE = 0.5;

export interface LanguageRemark {
  readonly isRead: boolean;
  /** BCP 47: what the answer is in. */
  readonly language: string;
  readonly text: string;
}

export interface AnswererOptions {
  /** Answers are given from this confidence on, from 0 to 1; below it the bot says that the sources do not tell. */
  readonly answerThreshold?: number | undefined;
}

export function createAnswerer(base: FactBase, { answerThreshold }: AnswererOptions = {}): Answerer {
  const answerable = publishedPart(base);
  const indexes = new Map<string, SearchIndex>();
  const sources = new Map<string, Source>(base.sources.map((source) => [source.id, source]));
  const everyFact = new Map<string, Fact>(base.facts.map((fact) => [fact.id, fact]));
  const facts = new Map(answerable.facts.map((fact) => [fact.id, fact]));
  const states = createStates(base.facts);
  const languages = createLanguages(base);
  const sameEvent = createFactsOfEvent(answerable.facts);
  const { related, examples } = createSuggestions(answerable.facts, sameEvent);

  const indexFor = (language: string): SearchIndex => {
    const told = languages.toldIn(language);
    const isCrossing = told !== languages.supported(language) && understands(language);
    const tag = isCrossing ? packFor(language).tag : told;
    let index = indexes.get(tag);
    if (!index) {
      index = createSearchIndex(answerable, tag, isCrossing ? indexFor(told) : undefined);
      indexes.set(tag, index);
    }
    return index;
  };
  const completions = new Map<string, CompletionIndex>();
  const completionsFor = (language: string): CompletionIndex => {
    let index = completions.get(language);
    if (!index) {
      index = createCompletionIndex(answerable.facts, language);
      completions.set(language, index);
    }
    return index;
  };
  const knows = createKnownWords(answerable);
  const languageOf = (text: string, preferred: string) => detectLanguage(text, base.languages, preferred, knows);

  /** The text as its language's index reads it; one in a language that the base lacks stays as it is. */
  const readAs = (language: string, text: string): string => {
    const index = indexFor(language);
    return primaryLanguage(index.language) === primaryLanguage(language) ? index.read(text) : text;
  };

  /** "Adiós" has no function word that tells its language: small talk that is one in an understood language only. */
  const greetedIn = (text: string, detected: string, isFollowUp: (language: string) => boolean): string =>
    smallTalk(text, [detected, ...base.languages], isFollowUp) === undefined
      ? (understood.find(({ tag }) => smallTalk(text, [tag], isFollowUp) !== undefined)?.tag ?? detected)
      : detected;

  const understand = createUnderstanding({ facts, sameEvent, indexFor, answerThreshold });

  /** The fact that holds now in place of this one, if any does. */
  const current = (fact: Fact): Fact | undefined => {
    const passed = new Set<Fact>();
    let next: Fact | undefined = fact;
    while (next && !facts.has(next.id) && !passed.has(next)) {
      passed.add(next);
      const successor: FactId | undefined = next.supersededBy;
      next = successor && everyFact.get(successor);
    }
    return next && facts.get(next.id);
  };

  /**
   * What the last answer rests on, or all answers do: one of their passages stands for it. Asked for the speaker, whose
   * words the last answer holds as well, unless it is the source that says so.
   */
  const basis = (
    question: Question,
    wanted: string,
    language: string,
    conversation: Conversation,
    asks: "sources" | "speaker",
  ): Answer => {
    const messageLanguage = spokenIn(language);
    const last = conversation.fact === undefined ? undefined : facts.get(conversation.fact);
    const cited = basisOf(last, sources);
    const { hits } = understand(wordsOf(cited), language, newConversation);
    const stands = last ?? factsOf(hits)[0] ?? answerable.facts[0];
    const messages = messagesFor(language);
    const remark = noticeOf(wanted, messageLanguage);
    const common = {
      question: question.text,
      language: messageLanguage,
      nearest: [] as const,
      related: related(hits, stands, language),
    };
    if (!stands || cited.length === 0)
      return {
        ...common,
        status: "abstained",
        answer: withNotice(messages.notStated, remark),
        citations: [],
        confidence: 0,
      };
    const ids = asks === "speaker" ? (last?.attribution.speakers ?? []) : [];
    const speakers = ids.map((id) => nameOf(id, base, messageLanguage));
    return {
      ...common,
      status: "answered",
      fact: states.of(stands),
      answer: withNotice(tellBasis(cited, speakers, messages, messageLanguage), remark),
      citations: cite(stands, sources),
      confidence: 1,
    };
  };

  const answerer: Answerer = {
    base,
    answer(question, conversation = newConversation) {
      const typed = normalize(question.text.slice(0, MAX_QUESTION + 1));
      const follows = (text: string) => (tag: string) =>
        conversation.fact !== undefined && opensFollowUp(text, packFor(tag));
      const asked = greetedIn(typed, languageOf(typed, languages.usual(question, conversation)), follows(typed));
      const whole = readAs(asked, typed);
      const text = withoutGreeting(whole, packFor(asked));
      const wanted = languages.supported(question.language ?? asked);
      const language = languages.answeredIn(wanted);
      const pack = packFor(language);
      const messageLanguage = spokenIn(language);
      const say = (
        status: Unanswered["status"],
        message: string,
        found?: Pick<Unanswered, "nearest" | "confidence" | "related">,
      ): Unanswered => ({
        question: question.text,
        status,
        language: messageLanguage,
        answer: withNotice(message, noticeOf(wanted, messageLanguage)),
        citations: [],
        ...(found ?? { nearest: [], confidence: status === "help" ? 1 : 0, related: examples(language) }),
      });

      if (question.text.length > MAX_QUESTION) return { answer: say("abstained", pack.messages.tooLong), conversation };
      const small = smallTalk(whole, [asked, ...base.languages], follows(whole));
      if (small === "order") return { answer: say("abstained", pack.messages.noQuestion), conversation };
      if (small === "thanks") return { answer: say("help", pack.messages.welcome ?? pack.messages.help), conversation };
      if (small === "sources" || small === "speaker")
        return { answer: basis(question, wanted, language, conversation, small), conversation };
      if (small !== undefined) return { answer: say("help", pack.messages.help), conversation };

      const { query, hits, decision } = understand(text, asked, conversation);
      if (query.terms.length === 0 && query.asks.length === 0)
        return { answer: say("help", pack.messages.help), conversation };

      if (decision.kind === "answer") {
        const { fact, companion, confidence } = decision;
        const own = query.terms.filter((term) => term.weight === "content" && !term.inherited);
        const spoken = languageIn(fact, fact.statement[wanted] === undefined ? language : wanted);
        const remark = noticeOf(wanted, spoken);
        return {
          answer: {
            question: question.text,
            status: "answered",
            language: spoken,
            fact: states.of(fact),
            answer: withNotice(compose(fact, companion, query, spoken, roomBeside(remark)), remark),
            citations: cite(fact, sources),
            nearest: [],
            confidence,
            related: related(hits, fact, language),
          },
          conversation: {
            fact: fact.id,
            language: asked,
            // "And when was that?" names nothing itself: the next question leans on what this one leant on.
            terms: own.length > 0 ? own : conversation.terms,
            entities: [...fact.entities],
          },
        };
      }

      if (languages.isForeign(asked))
        return { answer: say("abstained", languages.unsupportedIn(language)), conversation };

      const nearest = nearestOf(decision, hits, facts, sources);
      return {
        answer: say("abstained", abstention(decision, pack.messages, language), {
          nearest,
          confidence: decision.confidence,
          related: related(hits, undefined, language),
        }),
        conversation: topicOf(query, asked, conversation),
      };
    },
    search(question, limit, conversation = newConversation) {
      const typed = normalize(question.text.slice(0, MAX_QUESTION));
      const asked = languageOf(typed, languages.usual(question, conversation));
      const { hits } = understand(readAs(asked, typed), asked, conversation, Math.max(CANDIDATES, limit));
      return hits
        .flatMap((hit) => {
          const fact = factOf(hit);
          return fact ? [{ ...cite(fact, sources)[0], score: Math.round(hit.score * 1e4) / 1e4 }] : [];
        })
        .slice(0, limit);
    },
    questionOf(id, language) {
      const fact = everyFact.get(id);
      return fact && titleOf(fact, language);
    },
    open(id, wanted) {
      const named = everyFact.get(id);
      const fact = named && current(named);
      if (!fact) return closed(named);
      const language = languageIn(fact, languages.supported(wanted));
      const index = indexFor(language);
      const question = titleOf(fact, language);
      const query = parseQuery(question, index);
      // For what else can be asked: the same as under the answer to this very question.
      const hits = rank(query, index, CANDIDATES);
      return {
        status: "shown",
        answer: {
          question,
          status: "answered",
          language,
          fact: states.of(fact),
          answer: compose(fact, undefined, query, language),
          citations: cite(fact, sources),
          nearest: [],
          confidence: 1,
          related: related(hits, fact, language),
        },
      };
    },
    complete(typed, wanted, limit) {
      const { language } = indexFor(wanted);
      const begun = completionsFor(language).complete(normalize(typed.slice(0, MAX_QUESTION)), limit);
      if (begun.length > 0) return begun;
      // Other words for the same: what the question would find is offered instead.
      const hits = answerer.search({ text: typed, language, preferred: language }, limit);
      const best = hits[0]?.score ?? 0;
      const near = hits.filter(({ score }) => score > 0 && score >= best * NEAR_SHARE);
      return near
        .flatMap(({ fact }) => facts.get(fact) ?? [])
        .map((fact) => ({ fact: fact.id, question: titleOf(fact, language) }));
    },
    examples: (language, limit) => examples(languages.supported(language), limit),
    check(question, limit) {
      const text = question.text.slice(0, MAX_QUESTION);
      const language = languageOf(normalize(text), languages.usual(question, newConversation));
      // Its sentences are in the language of the whole, however short they are.
      const asked = (statement: string): Question => ({
        text: statement,
        language: languages.answeredIn(question.language ?? language),
        preferred: language,
      });
      const near = (statement: string) => {
        const index = indexFor(language);
        const query = parseQuery(index.read(normalize(statement)), index);
        // "Share now!" is near to something as well, by its words.
        const isAbout = query.entities.length > 0 || query.terms.some(({ kind }) => kind === "number");
        if (!isAbout) return undefined;
        const { nearest, confidence } = answerer.answer(asked(statement)).answer;
        const [best] = nearest;
        if (!best || confidence < NEAR_CONFIDENCE) return undefined;
        const opened = answerer.open(best.fact, question.language ?? language);
        return opened.status === "shown" ? opened.answer : undefined;
      };
      // "What are your sources?" in a text that is passed on does not ask this bot.
      const isAddressed = (statement: string) =>
        smallTalk(readAs(language, normalize(statement)), [language, ...base.languages], () => false) !== undefined;
      // "Share!" states nothing, though a fact has the word.
      const isWord = (statement: string) => tokenize(statement).length < 2;
      const say = (statement: string) =>
        isAddressed(statement) || isWord(statement) ? undefined : answerer.answer(asked(statement)).answer;
      return checkStatements(text, language, limit, say, near);
    },
    prepare(language) {
      indexFor(language);
      completionsFor(language);
    },
    languageRemark(question) {
      const asked = languageOf(
        normalize(question.text.slice(0, MAX_QUESTION)),
        languages.usual(question, newConversation),
      );
      const wanted = languages.supported(question.language ?? asked);
      const language = languages.answeredIn(wanted);
      const spoken = spokenIn(language);
      if (languages.isForeign(asked))
        return { isRead: false, language: spoken, text: languages.unsupportedIn(language) };
      const notice = noticeOf(wanted, spoken);
      return notice === undefined ? undefined : { isRead: true, language: spoken, text: notice };
    },
  };
  return answerer;
}

function closed(fact: Fact | undefined): Opened {
  if (fact?.status !== "withdrawn") return { status: "unknown" };
  return { status: "withdrawn", ...fact.revisions.at(-1) };
}

function abstention(decision: Decision & { kind: "abstain" }, messages: Messages, language: string): string {
  const gap = decision.gap?.text[language];
  if (gap !== undefined) return messages.gap.replace("{gap}", () => gap);
  if (decision.unknownTerm) return messages.unknownTerm.replace("{term}", () => decision.unknownTerm?.typed ?? "");
  return messages.notStated;
}

/** The facts that the editors named for a gap, then the best hits; no passage twice. */
function nearestOf(
  { gap }: Decision & { kind: "abstain" },
  hits: readonly Hit[],
  facts: ReadonlyMap<FactId, Fact>,
  sources: ReadonlyMap<string, Source>,
): readonly Citation[] {
  const named = (gap?.nearest ?? []).flatMap((id) => facts.get(id) ?? []);
  const found = factsOf(hits).slice(0, 3 * MAX_NEAREST);
  const seen = new Set<string>();
  const key = ({ source, passage }: Citation) => `${source.id}\n${passage.start}\n${passage.end}`;
  return [...named, ...found]
    .map((fact) => cite(fact, sources)[0])
    .filter((citation) => !seen.has(key(citation)) && seen.add(key(citation)))
    .slice(0, MAX_NEAREST);
}
