/** Shows an answer to a person: the short answer, then its numbered sources. */
import { type Answer, type Citation, messagesFor } from "../../src/index.ts";
import type { Span, View } from "../chat/view.ts";

// Control characters from a question or a fact base would drive the terminal.
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

export function renderAnswer(answer: Answer): string {
  const messages = messagesFor(answer.language);
  const parts = [printable(answer.answer)];
  if (answer.status === "answered") parts.push(section(messages.sources, answer.citations, answer.language));
  if (answer.nearest.length > 0) parts.push(section(messages.nearest, answer.nearest, answer.language));
  if (answer.status !== "answered" && answer.related.length > 0) {
    parts.push(
      [`${messages.related}:`, ...answer.related.map(({ question }) => `  · ${printable(question)}`)].join("\n"),
    );
  }
  return parts.join("\n\n");
}

/** A page of the bot: links behind their words, questions that can be asked as a list. */
export function renderView({ paragraphs, buttons }: View): string {
  const blocks = paragraphs.map(({ lines }) => lines.map((spans) => spans.map(renderSpan).join("")).join("\n"));
  const questions = buttons.flat().flatMap((button) => {
    if (!("action" in button)) return [];
    const { action, label } = button;
    if (action.kind === "ask") return [`  · ${label}`];
    // What other chats turn by a button is turned by the page's number here.
    return action.kind === "timeline" || action.kind === "sources" ? [`  /${action.kind} ${action.page + 1}`] : [];
  });
  return [...blocks, ...(questions.length > 0 ? [questions.join("\n")] : [])].map(printable).join("\n\n");
}

function renderSpan({ text, url }: Span): string {
  return url === undefined ? text : `${text} (${url})`;
}

function section(heading: string, citations: readonly Citation[], language: string): string {
  return [`${heading}:`, ...citations.map((citation, i) => `  [${i + 1}] ${line(citation, language)}`)].join("\n");
}

function line({ source, passage }: Citation, language: string): string {
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${source.published}T00:00:00Z`),
  );
  const quoted = messagesFor(language).quoted.replace("{text}", () => `${passage.start} … ${passage.end}`);
  const cited = `${source.publisher}: ${source.title}, ${date}`;
  return printable(
    [cited, source.url, `${quoted}${foreignLanguage(source.language, language)}`]
      .filter((part) => part !== null)
      .join("\n      "),
  );
}

/** The language of the cited words, where it is not the answer's. */
function foreignLanguage(cited: string, shown: string): string {
  if (cited.split("-")[0] === shown.split("-")[0]) return "";
  return ` (${new Intl.DisplayNames(shown, { type: "language" }).of(cited) ?? cited})`;
}

function printable(text: string): string {
  return text.replace(CONTROL, (character) => (character === "\n" ? character : ""));
}
