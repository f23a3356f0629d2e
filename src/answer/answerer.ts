/** The core's one entrance: a question and the conversation so far go in, an answer with its citations comes out. */

import { publishedPart } from "../fact-base/published.ts";
import type { EntityId, EventId, Fact, FactBase, FactId, Slot, Source } from "../fact-base/schema.ts";
import { detectLanguage } from "../language/detect.ts";
import type { Messages } from "../language/pack.ts";
import { messagesFor, nearestLanguage, packFor, primaryLanguage, understood } from "../language/packs.ts";
import { normalize, tokenize } from "../language/tokens.ts";
import { type CompletionIndex, createCompletionIndex } from "../retrieval/completion.ts";
import { entityTerm } from "../retrieval/entry.ts";
import { createKnownWords } from "../retrieval/known-words.ts";
import { parseQuery, type Query, type QueryTerm } from "../retrieval/query.ts";
import { type Hit, rank } from "../retrieval/ranking.ts";
import { createSearchIndex, type SearchIndex } from "../retrieval/search-index.ts";
import {
  type Answer,
  type Citation,
  MAX_ANSWER,
  type Opened,
  type Question,
  type RelatedQuestion,
  type Unanswered,
} from "./answer.ts";
import { type CheckedStatement, checkStatements } from "./check-statements.ts";
import { cite } from "./cite.ts";
import { compose, shorten } from "./compose.ts";
import {
  asksForAnotherValue,
  type Conversation,
  leansOnConversation,
  meansPerson,
  newConversation,
  opensFollowUp,
  resolveFollowUp,
  topicOf,
} from "./conversation.ts";
import { type Decision, decide } from "./decide.ts";
import { createStates } from "./fact-state.ts";
import { premiseOf, putsRight, withoutPremise } from "./premise.ts";
import { smallTalk, withoutGreeting } from "./small-talk.ts";
import { isUnknown } from "./weigh.ts";

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

const CANDIDATES = 60;
/** Of a follow-up that asks for another value of the fact just shown. */
const FOLLOW_UP_CONFIDENCE = 0.9;
/** How near the fact that has the right value has to come to the best, as a share of its score. */
const PREMISE_SHARE = 0.7;
const MAX_NEAREST = 3;
const MAX_RELATED = 3;
/** From this confidence on a fact tells of the same thing as a statement, though it does not say the same. Set by hand. */
const NEAR_CONFIDENCE = 0.1;
/** A passage whose score is further below the best than this has little to do with what was typed. */
const NEAR_SHARE = 0.5;
/** More sources than fit into an answer are neither named nor searched for. */
const MAX_NAMED_SOURCES = 10;

export interface LanguageRemark {
  readonly isRead: boolean;
  /** BCP 47: what the answer is in. */
  readonly language: string;
  readonly text: string;
}

interface Understood {
  readonly query: Query;
  readonly hits: readonly Hit[];
  readonly index: SearchIndex;
  readonly decision: Decision;
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
  const factsOfEvent = new Map<EventId, Fact[]>();
  for (const fact of answerable.facts) {
    if (fact.event === undefined) continue;
    const sameEvent = factsOfEvent.get(fact.event);
    if (sameEvent) sameEvent.push(fact);
    else factsOfEvent.set(fact.event, [fact]);
  }
  const states = createStates(base.facts);
  const exemplary = onePerEvent(answerable.facts);
  const [firstLanguage = "en"] = base.languages;

  /** The language that facts are told in to who speaks this one: itself, English, or the base's first. */
  const toldIn = (language: string): string =>
    [language, "en"].map((tag) => supported(tag, base.languages)).find((tag) => base.languages.includes(tag)) ??
    firstLanguage;

  /** The language of the answers to who speaks this one; of a foreign one it stays, and the bot's own words are English. */
  const answeredIn = (language: string): string => (understands(language) ? toldIn(language) : language);

  const indexFor = (language: string): SearchIndex => {
    const told = toldIn(language);
    const isCrossing = told !== supported(language, base.languages) && understands(language);
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

  /** The language that a text is taken to be in when it does not tell. */
  const usual = ({ preferred = firstLanguage }: Question, conversation: Conversation): string => {
    if (conversation.language !== undefined) return conversation.language;
    const wanted = [preferred, "en"].map((tag) => supported(tag, base.languages));
    return wanted.find((tag) => base.languages.includes(tag) || base.askedIn.includes(tag)) ?? firstLanguage;
  };

  const understand = (
    text: string,
    language: string,
    conversation: Conversation,
    candidates = CANDIDATES,
  ): Understood => {
    const index = indexFor(language);
    const query = parseQuery(text, index);
    const consider = (considered: Query): Understood => {
      const hits = rank(considered, index, candidates);
      return { query: considered, hits, index, decision: decide(considered, hits, index, answerThreshold) };
    };
    const isPerson = (term: QueryTerm) => query.people.some((id) => entityTerm(id) === term.text);
    const alone = correct(consider(query), premiseOf(query, isPerson), consider);
    const isKnown = (term: QueryTerm) => term.kind === "number" || !isUnknown(term, index);
    if (!leansOnConversation(query, conversation, packFor(language), isKnown)) return alone;
    const followUp = resolveFollowUp(query, conversation, packFor(language), (id) => index.isPerson(id));
    const leaning = consider(followUp);
    // "Who is he?" asks what he is, not who else has to do with it.
    const isIdentity = query.asks[0] === "who" && meansPerson(query, packFor(language));
    const told = asksForAnotherValue(query) && !isIdentity ? tellsValue(conversation, query.asks[0]) : undefined;
    // Where the problem grows is no answer to where the meeting was, once that is known to be left open.
    if (told && (told.id === conversation.fact || !isKnownGap(leaning.decision)))
      return { ...leaning, decision: { kind: "answer", fact: told, confidence: FOLLOW_UP_CONFIDENCE } };
    if (meansPerson(query, packFor(language)) && query.people.length === 0) return leaning;
    // "Where was he arrested?" without the "he": a fact that tells no place is no answer when the place is a known gap.
    if (alone.decision.lacksValue && isKnownGap(leaning.decision)) return leaning;
    return leaning.decision.confidence > alone.decision.confidence || query.terms.length === 0 ? leaning : alone;
  };

  /** A statement that nothing bears out is put right by the fact that all the rest of it is about. */
  const correct = (
    asked: Understood,
    premise: readonly QueryTerm[],
    consider: (query: Query) => Understood,
  ): Understood => {
    if (asked.decision.kind === "answer" || premise.length === 0) return asked;
    const rest = consider(withoutPremise(asked.query, premise));
    const { decision } = rest;
    if (decision.kind !== "answer") return asked;
    const best = rest.hits.find((hit) => factOf(hit) === decision.fact)?.score ?? 0;
    const right = rest.hits.find(
      (hit) => hit.score >= best * PREMISE_SHARE && putsRight(rest.query, premise, hit, factOf(hit)),
    );
    const fact = right && factOf(right);
    const { confidence } = decision;
    return fact ? { ...rest, query: asked.query, decision: { kind: "answer", fact, confidence } } : asked;
  };

  /** The fact that was just shown, or one of the same event, when it has the kind of value that is asked for now. */
  const tellsValue = (conversation: Conversation, kind: Query["asks"][number] | undefined): Fact | undefined => {
    const last = conversation.fact === undefined ? undefined : facts.get(conversation.fact);
    if (!last) return undefined;
    const sameEvent = last.event === undefined ? [] : (factsOfEvent.get(last.event) ?? []);
    const told = [last, ...sameEvent].filter((fact) =>
      fact.slots.some((slot) => slot.asks.some((asks) => asks === kind)),
    );
    // A value of another fact is only right when no second one has one, too.
    return told[0] === last || told.length === 1 ? told[0] : undefined;
  };

  /** Whether the bot cannot read the language; in a base of languages that it has no words of, nothing tells. */
  const isForeign = (language: string): boolean =>
    !understands(language) &&
    !base.languages.some((known) => primaryLanguage(known) === primaryLanguage(language)) &&
    !speaksNone(base.languages);

  const unsupportedIn = (language: string) =>
    unsupported(messagesFor(language), [...base.languages, ...base.askedIn], spokenIn(language));

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

  const citationsOf = (hits: readonly Hit[], limit: number): readonly Citation[] =>
    factsOf(hits)
      .slice(0, limit)
      .map((fact) => cite(fact, sources)[0]);

  const related = (hits: readonly Hit[], shown: Fact | undefined, language: string): readonly RelatedQuestion[] => {
    const sameEvent = shown?.event === undefined ? [] : (factsOfEvent.get(shown.event) ?? []);
    const others = [...new Set([...sameEvent, ...factsOf(hits)])].filter((fact) => fact.id !== shown?.id);
    const questions = questionsOf(others, language, MAX_RELATED);
    // Who asked for what nobody knows still sees what can be asked.
    return questions.length > 0 || shown ? questions : examples(language);
  };

  const examples = (language: string, limit = MAX_RELATED) => questionsOf(exemplary, language, limit);

  const nameIn = (language: string) => (id: EntityId) => {
    const name = base.entities.find((entity) => entity.id === id)?.name ?? {};
    return [language, "en", ...Object.keys(name)].flatMap((tag) => name[tag] ?? [])[0] ?? id;
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
    const all = last?.evidence.flatMap(({ source }) => sources.get(source) ?? []) ?? base.sources;
    const cited = all.slice(0, MAX_NAMED_SOURCES);
    const { hits } = understand(
      cited.map(({ publisher, title }) => `${publisher} ${title}`).join(" "),
      language,
      newConversation,
    );
    const stands = last ?? factsOf(hits)[0] ?? answerable.facts[0];
    const message = messagesFor(language);
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
        answer: withNotice(message.notStated, remark),
        citations: [],
        confidence: 0,
      };
    const named = cited.map(
      ({ publisher, title, issued }) =>
        `${publisher}, ${message.quoted.replace("{text}", () => title)}, ${longDate(issued, messageLanguage)}`,
    );
    const speakers = asks === "speaker" ? (last?.attribution.speakers ?? []).map(nameIn(messageLanguage)) : [];
    return {
      ...common,
      status: "answered",
      fact: states.of(stands),
      answer: withNotice(
        (speakers.length > 0 && message.saidBy ? message.saidBy : message.basis)
          .replace("{speakers}", () => enumerate(speakers, messageLanguage))
          .replace("{sources}", () => named.join("; ")),
        remark,
      ),
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
      const asked = greetedIn(typed, languageOf(typed, usual(question, conversation)), follows(typed));
      const whole = readAs(asked, typed);
      const text = withoutGreeting(whole, packFor(asked));
      const wanted = supported(question.language ?? asked, base.languages);
      const language = answeredIn(wanted);
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

      if (isForeign(asked)) return { answer: say("abstained", unsupportedIn(language)), conversation };

      const nearest = nearestOf(decision, hits, facts, sources, citationsOf);
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
      const asked = languageOf(typed, usual(question, conversation));
      const { hits } = understand(readAs(asked, typed), asked, conversation, Math.max(CANDIDATES, limit));
      return hits
        .flatMap(({ entry, score }) =>
          entry.record.kind === "fact"
            ? [{ ...cite(entry.record.fact, sources)[0], score: Math.round(score * 1e4) / 1e4 }]
            : [],
        )
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
      const language = languageIn(fact, supported(wanted, base.languages));
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
    examples: (language, limit) => examples(supported(language, base.languages), limit),
    check(question, limit) {
      const text = question.text.slice(0, MAX_QUESTION);
      const language = languageOf(normalize(text), usual(question, newConversation));
      // Its sentences are in the language of the whole, however short they are.
      const asked = (statement: string): Question => ({
        text: statement,
        language: answeredIn(question.language ?? language),
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
      const asked = languageOf(normalize(question.text.slice(0, MAX_QUESTION)), usual(question, newConversation));
      const wanted = supported(question.language ?? asked, base.languages);
      const language = answeredIn(wanted);
      const spoken = spokenIn(language);
      if (isForeign(asked)) return { isRead: false, language: spoken, text: unsupportedIn(language) };
      const notice = noticeOf(wanted, spoken);
      return notice === undefined ? undefined : { isRead: true, language: spoken, text: notice };
    },
  };
  return answerer;
}

/** Whether questions in a language are understood that the bot does not speak. */
function understands(language: string): boolean {
  return packFor(language).notice !== undefined;
}

/** The language of what the bot itself says to who is told facts in this one. */
function spokenIn(language: string): string {
  return messagesFor(language) === messagesFor("en") ? "en" : language;
}

/** Says in the wanted language that the answer is in another one, where that is so. */
function noticeOf(wanted: string, spoken: string): string | undefined {
  const { notice, tag } = packFor(wanted);
  if (notice === undefined || primaryLanguage(spoken) === primaryLanguage(wanted)) return undefined;
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(spoken) ?? spoken;
  return notice.replace("{language}", () => name);
}

/** Behind the answer, since who understands that does not need it; in brackets, since it is in another language. */
function withNotice(answer: string, notice: string | undefined): string {
  return `${shorten(answer, roomBeside(notice))}${inBrackets(notice)}`;
}

function roomBeside(notice: string | undefined): number {
  return MAX_ANSWER - inBrackets(notice).length;
}

function inBrackets(notice: string | undefined): string {
  return notice === undefined ? "" : ` (${notice})`;
}

function isKnownGap(decision: Decision): boolean {
  return decision.kind === "abstain" && decision.gap !== undefined;
}

/** The fact of each event with most figures, dates and names, the richest first: examples that show what can be asked. */
function onePerEvent(facts: readonly Fact[]): readonly Fact[] {
  const values: readonly Slot["type"][] = ["quantity", "date", "entity"];
  const kinds = (fact: Fact) => fact.slots.filter(({ type }) => values.includes(type)).length;
  const best = new Map<string, Fact>();
  for (const fact of facts) {
    const key = fact.event ?? `fact ${fact.id}`;
    const other = best.get(key);
    if (!other || kinds(fact) > kinds(other)) best.set(key, fact);
  }
  return [...best.values()].sort((a, b) => kinds(b) - kinds(a));
}

/** The question that stands for a fact, or the fact itself where no editor wrote one. */
function titleOf(fact: Fact, language: string): string {
  return fact.questions?.[language]?.[0] ?? fact.statement[language] ?? "";
}

function closed(fact: Fact | undefined): Opened {
  if (fact?.status !== "withdrawn") return { status: "unknown" };
  return { status: "withdrawn", ...fact.revisions.at(-1) };
}

/** The language to tell a fact in: the wanted one, English, or any that it has. */
function languageIn(fact: Fact, wanted: string): string {
  return [wanted, "en", ...Object.keys(fact.statement)].find((tag) => fact.statement[tag] !== undefined) ?? wanted;
}

/** The base's form of a language: "de" for "de-AT", "en-GB" for "en-US"; the tag itself when the base has none. */
function supported(tag: string, languages: readonly string[]): string {
  return nearestLanguage(tag, languages) ?? tag;
}

/** Imported bases may be in a language without words of its own here: there nothing tells the question's language. */
function speaksNone(languages: readonly string[]): boolean {
  return languages.every((language) => packFor(language).smallTalk.greetings.length === 0);
}

function unsupported(messages: Messages, languages: readonly string[], language: string): string {
  const names = new Intl.DisplayNames(language, { type: "language" });
  const list = enumerate(
    languages.map((tag) => names.of(tag) ?? tag),
    language,
  );
  return messages.unsupported.replace("{languages}", () => list);
}

function enumerate(items: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(items);
}

function factOf({ entry: { record } }: Hit): Fact | undefined {
  return record.kind === "fact" ? record.fact : undefined;
}

function factsOf(hits: readonly Hit[]): readonly Fact[] {
  return hits.flatMap((hit) => factOf(hit) ?? []);
}

/** The first question that an editor expects for each of the first facts that have one. */
function questionsOf(facts: Iterable<Fact>, language: string, limit: number): readonly RelatedQuestion[] {
  const found: RelatedQuestion[] = [];
  for (const fact of facts) {
    if (found.length === limit) break;
    const question = fact.questions?.[language]?.[0];
    if (question !== undefined) found.push({ fact: fact.id, question });
  }
  return found;
}

function longDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

function abstention(decision: Decision & { kind: "abstain" }, messages: Messages, language: string): string {
  const gap = decision.gap?.text[language];
  if (gap !== undefined) return messages.gap.replace("{gap}", () => gap);
  if (decision.unknownTerm) return messages.unknownTerm.replace("{term}", () => decision.unknownTerm?.typed ?? "");
  return messages.notStated;
}

function nearestOf(
  decision: Decision & { kind: "abstain" },
  hits: readonly Hit[],
  facts: ReadonlyMap<FactId, Fact>,
  sources: Parameters<typeof cite>[1],
  citationsOf: (hits: readonly Hit[], limit: number) => readonly Citation[],
): readonly Citation[] {
  const named = (decision.gap?.nearest ?? [])
    .flatMap((id) => facts.get(id) ?? [])
    .map((fact) => cite(fact, sources)[0]);
  const found = citationsOf(hits, 3 * MAX_NEAREST);
  // Facts that share a passage would show it twice.
  const seen = new Set<string>();
  const key = ({ source, passage }: Citation) => `${source.id}\n${passage.start}\n${passage.end}`;
  return [...named, ...found]
    .filter((citation) => !seen.has(key(citation)) && seen.add(key(citation)))
    .slice(0, MAX_NEAREST);
}
