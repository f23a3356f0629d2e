/** What the bot shows of itself and of its fact base: everything in a chat that is no answer. */
import {
  type Answered,
  type Answerer,
  type CheckedStatement,
  type LanguageRemark,
  MAX_ANSWER,
  messagesFor,
  newestFirst,
  shorten,
  type Unanswered,
} from "../../src/index.ts";
import type { Choice } from "../state/state.ts";
import { answerView, longDate, questionButtons, quoted, sourceLine, textIn } from "./answer-view.ts";
import { type Button, bold, note, type Paragraph, type Span, text, type View } from "./view.ts";
import { type CommandName, fill, type Wording, wordingFor, wordings } from "./wording/index.ts";

/** Few enough that a page of the longest entries stays below every platform's limit. */
const PER_PAGE = 5;
/** UTF-16 code units */
const MAX_TITLE = 200;

export function timelinePage(answerer: Answerer, language: string, page: number): View {
  const wording = wordingFor(language);
  const items = newestFirst(answerer.base, languageOf(answerer, language));
  if (items.length === 0) return { language: wording.tag, paragraphs: [text(wording.timeline.empty)], buttons: [] };
  const shown = pageOf(items, page);
  return {
    language: wording.tag,
    paragraphs: [
      text([bold(wording.timeline.heading)]),
      ...shown.items.map(({ when, statement }) => text([bold(when)], shorten(statement, MAX_ANSWER))),
      ...pageNumber(shown, wording),
    ],
    buttons: turnButtons("timeline", shown, wording),
  };
}

export function sourcesPage(answerer: Answerer, language: string, page: number): View {
  const wording = wordingFor(language);
  const shown = pageOf(answerer.base.sources, page);
  return {
    language: wording.tag,
    paragraphs: [
      text([bold(wording.sources.heading)]),
      ...shown.items.map(({ publisher, title, URL: url, issued, custom }) => {
        const remark = custom.note && textIn(custom.note, language);
        return text(
          [
            { text: `${publisher}: ` },
            { text: quoted(shorten(title, MAX_TITLE), wording.tag), ...(url === null ? {} : { url }) },
            { text: `, ${longDate(issued, wording.tag)}` },
          ],
          ...(remark === undefined ? [] : [[{ text: shorten(remark, MAX_ANSWER), style: "italic" } satisfies Span]]),
        );
      }),
      ...pageNumber(shown, wording),
    ],
    buttons: turnButtons("sources", shown, wording),
  };
}

export function startPage(answerer: Answerer, language: string): View {
  const { start, tag } = wordingFor(language);
  const examples = examplesOf(answerer, tag);
  const title = textIn(answerer.base.title, tag);
  return {
    language: tag,
    paragraphs: [text(fill(start.welcome, { title })), ...(examples.length > 0 ? [text(start.try)] : [])],
    buttons: examples,
  };
}

export interface HelpOptions {
  readonly commands: readonly CommandName[];
  /** What a command is called on this platform in this language; by its own name, when left out. */
  readonly nameOf?: (command: CommandName, wording: Wording) => string;
  /** What else can be done on this platform, a paragraph each. */
  readonly hints: (wording: Wording) => readonly string[];
}

export function helpPage(
  answerer: Answerer,
  language: string,
  { commands, nameOf = (command) => command, hints }: HelpOptions,
): View {
  const wording = wordingFor(language);
  const { help, start, tag } = wording;
  const title = textIn(answerer.base.title, tag);
  return {
    language: tag,
    paragraphs: [
      text(fill(start.welcome, { title })),
      text([bold(help.commands)], ...commands.map((name) => `/${nameOf(name, wording)} – ${wording.commands[name]}`)),
      ...hints(wording).map((hint) => text(hint)),
      text(start.try),
    ],
    buttons: examplesOf(answerer, tag),
  };
}

export function settingsPage(choice: Choice, language: string, remark?: string): View {
  const { settings, tag } = wordingFor(language);
  const mark = (isChosen: boolean, label: string) => (isChosen ? `✓ ${label}` : label);
  const names = new Intl.DisplayNames(tag, { type: "language" });
  const chosen = choice.language === undefined ? undefined : wordingFor(choice.language);
  return {
    language: tag,
    paragraphs: [
      text([bold(settings.heading)]),
      ...(remark === undefined ? [] : [note([{ text: remark, style: "italic" }])]),
      text(settings.explanation),
    ],
    buttons: [
      [{ label: mark(chosen === undefined, settings.automatic), action: { kind: "language" } }],
      ...inRows(
        wordings.map(
          (wording): Button => ({
            label: mark(chosen === wording, wording.name),
            action: { kind: "language", language: wording.tag },
          }),
        ),
      ),
      ...(chosen === undefined
        ? []
        : [
            [{ label: mark(!choice.always, settings.asAsked), action: { kind: "always", on: false } } satisfies Button],
            [
              {
                label: mark(choice.always, fill(settings.always, { language: names.of(chosen.tag) ?? chosen.name })),
                action: { kind: "always", on: true },
              } satisfies Button,
            ],
          ]),
    ],
  };
}

/** Names of languages are short. */
const PER_ROW = 4;

function inRows(buttons: readonly Button[]): readonly (readonly Button[])[] {
  const rows: (readonly Button[])[] = [];
  for (let i = 0; i < buttons.length; i += PER_ROW) rows.push(buttons.slice(i, i + PER_ROW));
  return rows;
}

/** What is really kept; the numbers come from where they are enforced. */
export interface PrivacyFacts {
  readonly platform: string;
  readonly conversationMinutes: number;
  readonly choiceDays: number;
  readonly reportDays: number;
  readonly rememberedUpdates?: number;
  /** Whether a language can be chosen for good. */
  readonly hasChoices: boolean;
  /** Whether a report may hold the person's own words. */
  readonly hasComments: boolean;
}

export function privacyPage(facts: PrivacyFacts, language: string): View {
  const { privacy, buttons, tag } = wordingFor(language);
  return {
    language: tag,
    paragraphs: [
      text([bold(privacy.heading)]),
      text(privacy.questions),
      text(fill(privacy.conversation, { minutes: facts.conversationMinutes })),
      ...(facts.hasChoices ? [text(fill(privacy.settings, { days: facts.choiceDays }))] : []),
      text(fill(privacy.reports, { days: facts.reportDays })),
      ...(facts.hasComments ? [text(privacy.comments)] : []),
      ...(facts.rememberedUpdates === undefined
        ? []
        : [text(fill(privacy.updates, { count: facts.rememberedUpdates.toLocaleString(tag) }))]),
      text(privacy.limits),
      text(privacy.log),
      text(fill(privacy.platform, { platform: facts.platform })),
      text(privacy.erase),
    ],
    buttons: [[{ label: buttons.forget, action: { kind: "forget" } }]],
  };
}

export function checkView(
  answerer: Answerer,
  statements: readonly CheckedStatement[],
  language: string,
  remark: LanguageRemark | undefined,
): View {
  const view = checkedView(answerer, statements, language);
  if (remark === undefined) return view;
  if (remark.isRead) return { ...view, paragraphs: [...view.paragraphs, note(remark.text)] };
  // "The sources say nothing about that" of what was not read would be untrue.
  return statements.some(({ answer }) => answer) ? view : notice(remark.text, view.language);
}

function checkedView(answerer: Answerer, statements: readonly CheckedStatement[], language: string): View {
  const { check, tag } = wordingFor(language);
  const told = new Map(statements.flatMap(({ answer }) => (answer ? [[answer.fact.id, answer] as const] : [])));
  const silent = statements.filter(({ answer }) => !answer).length;
  const refusal = told.size === 0 ? onlyRefusal(statements) : undefined;
  if (refusal) return answerView(refusal, answerer);
  if (told.size === 0) {
    const near = new Map(statements.flatMap(({ nearest }) => (nearest ? [[nearest.fact.id, nearest] as const] : [])));
    const nearest = [...near.values()].slice(0, 2);
    return {
      language: tag,
      paragraphs: [
        text(nearest.length > 0 ? check.nearest : check.nothing),
        ...nearest.map((answer) => statement(answer)),
      ],
      buttons: nearest.map(({ fact, language: spoken, question }) => [
        { label: question, action: { kind: "ask", fact: fact.id, language: spoken } },
      ]),
    };
  }
  const shown = [...told.values()].slice(0, PER_PAGE);
  const [only] = shown;
  const single = shown.length === 1 && only ? answerView(only, answerer) : undefined;
  const plural = new Intl.PluralRules(tag).select(silent);
  return {
    language: tag,
    paragraphs: [
      text([bold(check.heading)]),
      ...(single ? single.paragraphs : shown.map((answer) => statement(answer))),
      ...(silent > 0 ? [note(fill(check.rest[plural] ?? check.rest.other, { count: silent }))] : []),
    ],
    buttons: single
      ? single.buttons
      : shown.flatMap((answer) => questionButtons({ ...answer, related: [ownQuestion(answerer, answer)] })),
    ...(single?.preview === undefined ? {} : { preview: single.preview }),
  };
}

/** What the same text gets as a question, when it says more than that the sources say nothing. */
function onlyRefusal(statements: readonly CheckedStatement[]): Unanswered | undefined {
  const refusals = statements.flatMap(({ refusal }) => refusal ?? []);
  const [first] = refusals;
  // One statement, or a text in a language that is not understood.
  const isOnly = first && refusals.every(({ answer }) => answer === first.answer);
  return isOnly && first.answer !== messagesFor(first.language).notStated ? first : undefined;
}

/** The editor's question: that of the answer is a sentence of the text that was checked. */
function ownQuestion(answerer: Answerer, { fact, language, question }: Answered) {
  return { fact: fact.id, question: answerer.questionOf(fact.id, language) ?? question };
}

function statement(answer: NonNullable<CheckedStatement["answer"]>): Paragraph {
  return text(answer.answer, ...answer.citations.map((citation) => sourceLine(citation, answer.language)));
}

export function notice(words: string, language: string): View {
  return { language, paragraphs: [text(words)], buttons: [] };
}

function examplesOf(answerer: Answerer, language: string): readonly (readonly Button[])[] {
  return questionButtons(answerer.answer({ text: "", language }).answer);
}

/** The base's form of a language, or the one that it tells the most in. */
function languageOf({ base }: Answerer, language: string): string {
  const primary = language.split("-")[0];
  const found = [language, primary, "en"].find((tag) => tag !== undefined && base.languages.includes(tag));
  return found ?? base.languages[0] ?? "en";
}

interface Page<Item> {
  readonly items: readonly Item[];
  /** From 0. */
  readonly number: number;
  readonly count: number;
}

/** A page that there is, whatever number a stale button holds. */
function pageOf<Item>(items: readonly Item[], number: number): Page<Item> {
  const count = Math.max(1, Math.ceil(items.length / PER_PAGE));
  const shown = Math.min(Math.max(0, number), count - 1);
  return { items: items.slice(shown * PER_PAGE, (shown + 1) * PER_PAGE), number: shown, count };
}

function pageNumber({ number, count }: Page<unknown>, { page }: Wording): readonly Paragraph[] {
  if (count === 1) return [];
  return [note([{ text: fill(page, { page: number + 1, pages: count }), style: "italic" }])];
}

function turnButtons(kind: "timeline" | "sources", { number, count }: Page<unknown>, wording: Wording) {
  const turn = (label: string, page: number): Button => ({ label, action: { kind, page, language: wording.tag } });
  const row = [
    ...(number > 0 ? [turn(wording.buttons.newer, number - 1)] : []),
    ...(number < count - 1 ? [turn(wording.buttons.older, number + 1)] : []),
  ];
  return row.length > 0 ? [row] : [];
}
