/** What an answer shows: the short answer first, under it what it rests on. */
import {
  type Answer,
  type Answered,
  type Citation,
  type FactState,
  messagesFor,
  type Opened,
} from "../../src/index.ts";
import { type Button, bold, note, type Paragraph, quote, type Span, text, type View } from "./view.ts";
import { fill, REPORT_REASONS, type Wording, wordingFor } from "./wording/index.ts";

export interface AnswerOptions {
  /** The question is shown above, since it came from a button and stands nowhere in the chat. */
  readonly asked?: string | undefined;
  /** Said before everything else. */
  readonly remark?: string | undefined;
  /** Where a long message would be a nuisance, such as in a group: an abstention is one line. */
  readonly brief?: boolean | undefined;
  /** Opens a fact, for the statement of the one that comes nearest. */
  readonly open: (fact: string, language: string) => Opened;
  /** The editor's question, to be shared rather than the person's, which may be long, and is the person's. */
  readonly questionOf: (fact: string, language: string) => string | undefined;
}

export function answerView(answer: Answer, options: AnswerOptions): View {
  const { asked, remark, brief = false } = options;
  const before = [
    ...(remark === undefined ? [] : [note([{ text: remark, style: "italic" }])]),
    ...(asked === undefined ? [] : [text([bold(asked)])]),
  ];
  if (answer.status === "answered") {
    return {
      language: answer.language,
      paragraphs: [...before, ...answeredParagraphs(answer)],
      buttons: answerButtons({
        ...answer,
        question: options.questionOf(answer.fact.id, answer.language) ?? answer.question,
      }),
      ...previewOf(answer),
    };
  }
  const lines = [...before, text(answer.answer)];
  if (brief) return { language: answer.language, paragraphs: lines, buttons: [] };
  return {
    language: answer.language,
    paragraphs: [...lines, ...nearestParagraphs(answer, options.open), ...triable(answer)],
    buttons: questionButtons(answer),
  };
}

function answeredParagraphs(answer: Answered): readonly Paragraph[] {
  const { language, fact, citations } = answer;
  const wording = wordingFor(language);
  return [
    text(answer.answer),
    ...correction(fact, language),
    text([bold(messagesFor(language).sources)], ...citations.map((citation) => sourceLine(citation, language))),
    note([{ text: fill(wording.answer.asOf, { date: longDate(fact.asOf, language) }), style: "italic" }]),
  ];
}

function correction({ correction }: FactState, language: string): readonly Paragraph[] {
  if (!correction) return [];
  const reason = textIn(correction.reason, language);
  const date = longDate(correction.date, language);
  return [note([{ text: fill(wordingFor(language).answer.corrected, { date, reason }), style: "italic" }])];
}

function nearestParagraphs(answer: Answer, open: AnswerOptions["open"]): readonly Paragraph[] {
  const [nearest] = answer.nearest;
  const opened = nearest && open(nearest.fact, answer.language);
  if (opened?.status !== "shown") return [];
  const { statement, citations, language } = { ...opened.answer, statement: opened.answer.answer };
  return [
    text(
      [bold(wordingFor(answer.language).answer.nearest)],
      statement,
      ...citations.map((citation) => sourceLine(citation, language)),
    ),
  ];
}

function triable({ language, related }: Answer): readonly Paragraph[] {
  return related.length === 0 ? [] : [text([bold(messagesFor(language).related)])];
}

/** Publisher, title and date; the title leads to the source where it has an address. */
export function sourceLine({ source }: Citation, language: string): readonly Span[] {
  const title = quoted(source.title, language);
  return [
    { text: `${source.publisher}: ` },
    source.url === null ? { text: title } : { text: title, url: source.url },
    { text: `, ${longDate(source.published, language)}` },
  ];
}

/** The words between which each source states the fact. */
export function evidenceOf(answer: Answered, noteOf: (source: string) => string | undefined): readonly Paragraph[] {
  return answer.citations.flatMap((citation) => {
    const { source, passage } = citation;
    const remark = noteOf(source.id);
    return [
      quote(
        `${quoted(`${passage.start} … ${passage.end}`, answer.language)}${foreign(source.language, answer.language)}`,
        sourceLine(citation, answer.language),
        ...(remark === undefined ? [] : [[{ text: remark, style: "italic" } satisfies Span]]),
      ),
    ];
  });
}

/** A fact named by its id in place of a question. */
export const FACT_REFERENCE = /^#([a-z0-9-]{1,40})$/u;
/** Longer ones do not fit into what is typed in another chat. */
const MAX_SHARED = 200;

export function answerButtons(answer: Answered, { evidence = true } = {}): readonly (readonly Button[])[] {
  const { language, fact, question } = answer;
  const { buttons } = wordingFor(language);
  const held = { fact: fact.id, version: fact.version, language };
  const share: Button = { label: buttons.share, share: question.length <= MAX_SHARED ? question : `#${fact.id}` };
  return [
    evidence ? [{ label: buttons.evidence, action: { kind: "evidence", ...held } }, share] : [share],
    ...questionButtons(answer),
    [{ label: buttons.report, action: { kind: "report", ...held } }],
  ];
}

/** One row each: a question is long. */
export function questionButtons({
  language,
  related,
}: Pick<Answer, "language" | "related">): readonly (readonly Button[])[] {
  return related.map(({ fact, question }) => [{ label: question, action: { kind: "ask", fact, language } }]);
}

export function reasonButtons(answer: Answered): readonly (readonly Button[])[] {
  const { language, fact } = answer;
  const { report, buttons } = wordingFor(language);
  return [
    ...REPORT_REASONS.map((reason): readonly Button[] => [
      { label: report.reasons[reason], action: { kind: "reason", fact: fact.id, reason, language } },
    ]),
    [{ label: buttons.back, action: { kind: "back", fact: fact.id, version: fact.version, language } }],
  ];
}

/** What is shown in place of a fact that there is no more. */
export function closedView(opened: Exclude<Opened, { status: "shown" }>, language: string): View {
  const { answer, tag }: Wording = wordingFor(language);
  const words =
    opened.status === "unknown"
      ? answer.unknown
      : opened.date === undefined || opened.reason === undefined
        ? answer.withdrawn
        : fill(answer.withdrawnAt, { date: longDate(opened.date, tag), reason: textIn(opened.reason, tag) });
  return { language: tag, paragraphs: [text(words)], buttons: [] };
}

/** A preview of one among several pages would favour it. */
function previewOf({ citations }: Answered): { readonly preview?: string } {
  const urls = new Set(citations.flatMap(({ source }) => source.url ?? []));
  const [url] = urls;
  return urls.size === 1 && url !== undefined ? { preview: url } : {};
}

export function quoted(text: string, language: string): string {
  return messagesFor(language).quoted.replace("{text}", () => text);
}

/** Making one takes longer than an answer. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
/** Tags come from buttons as well, and so from people's clients. */
const MAX_FORMATS = 100;

export function longDate(date: string, language: string): string {
  let format = dateFormats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
    if (dateFormats.size < MAX_FORMATS) dateFormats.set(language, format);
  }
  return format.format(new Date(`${date}T00:00:00Z`));
}

export function textIn(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? texts["en"] ?? Object.values(texts)[0] ?? "";
}

/** The language of quoted words, where it is not the answer's. */
function foreign(quoted: string, shown: string): string {
  if (quoted.split("-")[0] === shown.split("-")[0]) return "";
  return ` (${new Intl.DisplayNames(shown, { type: "language" }).of(quoted) ?? quoted})`;
}
