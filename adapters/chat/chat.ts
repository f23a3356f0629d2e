/** What every chat platform does with what a person wants of the bot. Platforms translate; everything else is here, once. */
import { type Answer, type Answerer, newConversation, type Question, type RelatedQuestion } from "../../src/index.ts";
import { describeError, type Log } from "../environment/log.ts";
import { canonicalTag } from "../language-tag.ts";
import type { Observer } from "../observer.ts";
import { type Choice, RETENTION, type Report, type State } from "../state/state.ts";
import type { Action } from "./actions.ts";
import {
  answerButtons,
  answerView,
  closedView,
  evidenceOf,
  FACT_REFERENCE,
  longDate,
  reasonButtons,
  textIn,
} from "./answer-view.ts";
import { CONVERSATION_MINUTES, type Conversations, conversationKey } from "./conversations.ts";
import {
  checkView,
  type HelpOptions,
  helpPage,
  notice,
  privacyPage,
  settingsPage,
  sourcesPage,
  startPage,
  timelinePage,
} from "./pages.ts";
import { note, type Paragraph, type View } from "./view.ts";
import { fill, type Wording, wordingFor } from "./wording/index.ts";

/** Who writes, and where. */
export interface Asker {
  /** A key that stands for the person and names nobody. */
  readonly person: string;
  /** The chat and topic. */
  readonly place: string;
  /** As the person's app says, BCP 47; unchecked. */
  readonly appLanguage?: string | undefined;
  /** Others read along, so that what is not an answer is kept short. */
  readonly isGroup: boolean;
}

export interface Asking {
  /** When the person wrote, milliseconds since 1970; now, when left out. */
  readonly at?: number;
  /** BCP 47: the language to answer in, chosen for this question alone. */
  readonly language?: string | undefined;
}

export type Outcome = Answer["status"] | "failed";

export interface Reply {
  readonly view: View;
  readonly outcome: Outcome;
}

/** What a pressed button leads to. */
export type Effect =
  /** A new message. */
  | { readonly kind: "say"; readonly view: View }
  /** Takes the place of the message with the button; `toast` is said beside it. */
  | { readonly kind: "replace"; readonly view: View; readonly toast?: string }
  /** The message stays and is followed by these paragraphs. */
  | {
      readonly kind: "extend";
      readonly language: string;
      readonly paragraphs: readonly Paragraph[];
      readonly buttons: View["buttons"];
    }
  /** The message stays, its buttons change. */
  | { readonly kind: "buttons"; readonly language: string; readonly buttons: View["buttons"]; readonly toast?: string };

export interface Chat {
  ask(question: string, asker: Asker, asking?: Asking): Reply;
  check(statements: string, asker: Asker): Reply;
  perform(action: Action, asker: Asker): Effect;
  /** Questions that fit what is typed so far, best first; those that show what can be asked while nothing is. */
  complete(typed: string, asker: Asker, limit: number): readonly RelatedQuestion[];
  /** Candidate answers while a question is still being typed, best first; none is an abstention. */
  suggest(question: string, asker: Asker, limit: number): readonly Suggestion[];
  /** Opens a fact by its id, as deep links and choices of a list do; `undefined` when there never was one. */
  open(fact: string, asker: Asker, asking?: Asking): Reply | undefined;
  start(asker: Asker): View;
  help(asker: Asker, options: HelpOptions): View;
  timeline(asker: Asker): View;
  sources(asker: Asker): View;
  settings(asker: Asker): View;
  privacy(asker: Asker): View;
  forget(asker: Asker): View;
  /** Keeps for the editors that something is wrong with a fact; what to say on it. */
  report(report: Omit<Report, "day" | "platform">): string;
  /** One of the short texts, in the asker's language. */
  notice(name: keyof Wording["notices"], asker: Asker): View;
  wording(asker: Asker): Wording;
}

export interface Suggestion {
  readonly fact: string;
  /** The question that it answers. */
  readonly question: string;
  readonly answer: string;
  readonly source: string;
  readonly view: View;
}

/** What one platform has and another has not; what /privacy tells follows from it. */
export interface PlatformFacts {
  /** As people know it. */
  readonly platform: string;
  readonly hasChoices: boolean;
  readonly hasComments: boolean;
  readonly remembersUpdates: boolean;
}

export interface ChatOptions extends PlatformFacts {
  /** The core as it is now: the fact base may be replaced while the bot runs. */
  readonly answerer: () => Answerer;
  readonly state: Pick<State, "choices" | "reports">;
  readonly conversations: Conversations;
  readonly now: () => number;
  /** A question older than this, in milliseconds, is answered with a remark. */
  readonly lateAfter: number;
  /** ISO 8601 date of the newest fact when that is older than the operator wants it to be. */
  readonly staleSince: () => string | undefined;
  readonly observer: Observer;
  readonly log: Log;
}

/** Statements of a text that are held against the sources. */
const MAX_STATEMENTS = 20;
/** A passage whose score is further below the best than this has little to do with what is typed. */
const SUGGESTION_SHARE = 0.5;

export function createChat(options: ChatOptions): Chat {
  const { answerer, state, conversations, now } = options;

  const choiceOf = ({ person }: Asker): Choice => state.choices.get(person) ?? { always: false };

  /** For everything that is no answer to a question: as chosen, else as the app is. */
  const languageFor = (asker: Asker): string =>
    wordingFor(choiceOf(asker).language ?? canonicalTag(asker.appLanguage ?? "") ?? "en").tag;

  const questionOf = (text: string, asker: Asker, language?: string): Question => {
    const choice = choiceOf(asker);
    return {
      text,
      language: language ?? (choice.always ? choice.language : undefined),
      preferred: choice.language ?? canonicalTag(asker.appLanguage ?? ""),
    };
  };

  const remarkOf = (at: number | undefined, language: string): string | undefined => {
    const age = at === undefined ? 0 : now() - at;
    if (age <= options.lateAfter) return undefined;
    const { answer, tag } = wordingFor(language);
    return fill(answer.late, { when: relativeTime(age, tag) });
  };

  /** One boundary for a core that breaks its promise: the person hears one plain sentence, the log where it happened. */
  const safely = <Result>(asker: Asker, work: () => Result, otherwise: (view: View) => Result): Result => {
    try {
      return work();
    } catch (error) {
      options.log.error(describeError(error), "the core failed");
      const language = languageFor(asker);
      return otherwise(notice(wordingFor(language).notices.failed, language));
    }
  };
  const page = (asker: Asker, work: (core: Answerer, language: string) => View): View =>
    safely(
      asker,
      () => work(answerer(), languageFor(asker)),
      (failed) => failed,
    );

  const counted = (asker: Asker, work: () => Reply): Reply => {
    const started = performance.now();
    const reply = safely(asker, work, (view): Reply => ({ view, outcome: "failed" }));
    const { language } = reply.view;
    options.observer.answered({
      platform: options.platform,
      // Tags come from people's apps as well: a label of the figures has few values.
      language: answerer().base.languages.includes(language) ? language : "other",
      outcome: reply.outcome,
      seconds: (performance.now() - started) / 1000,
    });
    return reply;
  };

  const opened = (fact: string, language: string, asked?: boolean, remark?: string): View => {
    const core = answerer();
    const found = core.open(fact, language);
    if (found.status !== "shown") return closedView(found, language);
    const { answer } = found;
    return answerView(answer, { ...core, remark, ...(asked ? { asked: answer.question } : {}) });
  };

  /** "And when was that?" after a tapped question means the fact that was shown. */
  const follow = (fact: string, language: string, { person, place }: Asker) => {
    const core = answerer();
    const found = core.open(fact, language);
    if (found.status !== "shown") return;
    const turn = core.answer({ text: found.answer.question, language });
    if (turn.answer.status === "answered" && turn.answer.fact.id === found.answer.fact.id)
      conversations.set(conversationKey(person, place), turn.conversation);
  };

  /** Under an answer from a base that nobody has kept up. */
  const withAge = (view: View): View => {
    const newest = options.staleSince();
    if (newest === undefined) return view;
    const { answer, tag } = wordingFor(view.language);
    const remark = fill(answer.stale, { date: longDate(newest, tag) });
    return { ...view, paragraphs: [...view.paragraphs, note([{ text: remark, style: "italic" }])] };
  };

  const noteOf = (language: string) => (id: string) => {
    const remark = answerer().base.sources.find((source) => source.id === id)?.custom.note;
    return remark && textIn(remark, language);
  };

  const chat: Chat = {
    ask: (text, asker, { at, language } = {}) =>
      counted(asker, () => {
        const core = answerer();
        const key = conversationKey(asker.person, asker.place);
        const turn = core.answer(questionOf(text, asker, language), conversations.get(key));
        if (turn.conversation !== newConversation) conversations.set(key, turn.conversation);
        const { answer } = turn;
        const remark = remarkOf(at, answer.language);
        const view = answerView(answer, {
          ...core,
          brief: asker.isGroup,
          remark,
        });
        return { outcome: answer.status, view: answer.status === "answered" ? withAge(view) : view };
      }),

    check: (text, asker) =>
      counted(asker, () => {
        const core = answerer();
        const question = questionOf(text, asker);
        const statements = core.check(question, MAX_STATEMENTS);
        const told = statements.find(({ answer }) => answer)?.answer;
        const remark = core.languageRemark(question);
        return {
          outcome: told ? "answered" : "abstained",
          view: checkView(core, statements, told?.language ?? remark?.language ?? languageFor(asker), remark),
        };
      }),

    perform: (action, asker) =>
      safely(
        asker,
        () => perform(action, asker),
        (view): Effect => ({ kind: "say", view }),
      ),

    complete: (typed, asker, limit) =>
      safely(
        asker,
        () => {
          const core = answerer();
          const language = languageFor(asker);
          return /[\p{L}\p{N}]/u.test(typed) ? core.complete(typed, language, limit) : core.examples(language, limit);
        },
        () => [],
      ),

    suggest: (text, asker, limit) =>
      safely(
        asker,
        () => suggest(text, asker, limit),
        () => [],
      ),

    open: (fact, asker, { language } = {}) =>
      safely(
        asker,
        () => {
          const wanted = language ?? languageFor(asker);
          const { status } = answerer().open(fact, wanted);
          if (status === "unknown") return undefined;
          return counted(asker, () => {
            follow(fact, wanted, asker);
            return { view: opened(fact, wanted, true), outcome: status === "shown" ? "answered" : "abstained" };
          });
        },
        (view): Reply => ({ view, outcome: "failed" }),
      ),

    start: (asker) => page(asker, startPage),
    help: (asker, help) => page(asker, (core, language) => helpPage(core, language, help)),
    timeline: (asker) => page(asker, (core, language) => timelinePage(core, language, 0)),
    sources: (asker) => page(asker, (core, language) => sourcesPage(core, language, 0)),
    settings: (asker) => settingsPage(choiceOf(asker), languageFor(asker)),
    privacy: (asker) =>
      privacyPage(
        {
          ...options,
          conversationMinutes: CONVERSATION_MINUTES,
          choiceDays: RETENTION.choiceDays,
          reportDays: RETENTION.reportDays,
          ...(options.remembersUpdates ? { rememberedUpdates: RETENTION.answeredOnDisk } : {}),
        },
        languageFor(asker),
      ),
    forget(asker) {
      const language = languageFor(asker);
      conversations.forget(asker.person);
      const isErased = state.choices.erase(asker.person);
      const { forgotten, notForgotten } = wordingFor(language);
      return notice(isErased ? forgotten : notForgotten, language);
    },
    report(report) {
      const { thanks, lost } = wordingFor(report.language).report;
      return state.reports.add({ ...report, platform: options.platform }) ? thanks : lost;
    },
    notice(name, asker) {
      const language = languageFor(asker);
      return notice(wordingFor(language).notices[name], language);
    },
    wording: (asker) => wordingFor(languageFor(asker)),
  };

  function perform(action: Action, asker: Asker): Effect {
    switch (action.kind) {
      case "ask":
        follow(action.fact, action.language, asker);
        return { kind: "say", view: opened(action.fact, action.language, true) };
      case "evidence":
      case "report":
      case "back":
        return performOnAnswer(action);
      case "reason": {
        const { fact, reason, language } = action;
        const found = answerer().open(fact, language);
        // Button data comes from people's clients: what was never a fact fills no report.
        const toast =
          found.status === "unknown" ? wordingFor(language).answer.unknown : chat.report({ fact, reason, language });
        const buttons = found.status === "shown" ? answerButtons(found.answer) : [];
        return { kind: "buttons", language, buttons, toast };
      }
      case "timeline":
        return { kind: "replace", view: timelinePage(answerer(), action.language, action.page) };
      case "sources":
        return { kind: "replace", view: sourcesPage(answerer(), action.language, action.page) };
      case "language":
        return choose(asker, action.language === undefined ? undefined : { language: action.language, always: false });
      case "always": {
        const { language } = choiceOf(asker);
        return choose(asker, language === undefined ? undefined : { language, always: action.on });
      }
      case "forget":
        return { kind: "say", view: chat.forget(asker) };
      default:
        return action satisfies never;
    }
  }

  function suggest(text: string, asker: Asker, limit: number): readonly Suggestion[] {
    const core = answerer();
    const shared = FACT_REFERENCE.exec(text.trim())?.[1];
    const question = questionOf(shared ?? text, asker);
    const named = shared === undefined ? undefined : core.open(shared, languageFor(asker));
    const answer = named?.status === "shown" ? named.answer : core.answer(question).answer;
    const hits = answer.status === "help" ? [] : core.search(question, limit);
    const ids = [...new Set([...near(hits), ...answer.related].map(({ fact }) => fact))];
    const first = answer.status === "answered" ? [answer] : [];
    const others = ids
      .filter((id) => id !== first[0]?.fact.id)
      .flatMap((id) => {
        const found = core.open(id, answer.language);
        return found.status === "shown" ? [found.answer] : [];
      });
    return [...first, ...others].slice(0, limit).map((shown) => {
      const [{ source }] = shown.citations;
      // What was typed may be a single word; what others get to see is a question.
      const asked = core.questionOf(shown.fact.id, shown.language) ?? shown.question;
      const view = answerView(shown, { ...core, asked });
      return {
        fact: shown.fact.id,
        question: asked,
        answer: shown.answer,
        source: `${source.publisher}, ${longDate(source.published, shown.language)}`,
        view: { ...view, paragraphs: [...view.paragraphs, ...evidenceOf(shown, noteOf(shown.language))] },
      };
    });
  }

  /** Under a message that no longer holds, a button brings up what holds now instead of what it says. */
  function performOnAnswer({ kind, fact, version, language }: Extract<Action, { readonly version: string }>): Effect {
    const found = answerer().open(fact, language);
    const { answer: words } = wordingFor(language);
    if (found.status !== "shown") return { kind: "replace", view: closedView(found, language), toast: words.changed };
    const { answer } = found;
    if (answer.fact.id !== fact || answer.fact.version !== version)
      return { kind: "replace", view: opened(fact, language), toast: words.changed };
    switch (kind) {
      case "evidence":
        return {
          kind: "extend",
          language: answer.language,
          paragraphs: evidenceOf(answer, noteOf(language)),
          buttons: answerButtons(answer, { evidence: false }),
        };
      case "report":
        return {
          kind: "buttons",
          language,
          buttons: reasonButtons(answer),
          toast: wordingFor(language).report.heading,
        };
      case "back":
        return { kind: "buttons", language, buttons: answerButtons(answer) };
      default:
        return kind satisfies never;
    }
  }

  function choose(asker: Asker, choice: Choice | undefined): Effect {
    const isKept = choice ? state.choices.set(asker.person, choice) : state.choices.erase(asker.person);
    const language = languageFor(asker);
    const { settings } = wordingFor(language);
    return {
      kind: "replace",
      view: settingsPage(choiceOf(asker), language),
      toast: isKept ? settings.saved : settings.unsaved,
    };
  }

  return chat;
}

function near<Hit extends { readonly score: number }>(hits: readonly Hit[]): readonly Hit[] {
  const best = hits[0]?.score ?? 0;
  return hits.filter(({ score }) => score > 0 && score >= best * SUGGESTION_SHARE);
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

function relativeTime(age: number, language: string): string {
  const [unit, length] = UNITS.find(([, milliseconds]) => age >= milliseconds) ?? (["minute", 60_000] as const);
  return new Intl.RelativeTimeFormat(language).format(-Math.max(1, Math.round(age / length)), unit);
}
