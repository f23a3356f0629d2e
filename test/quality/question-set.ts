/** Question sets: their format, and what counts as right. The definitions are those of the published evaluation. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Answer, Citation } from "../../src/index.ts";

const patterns = z.array(z.string()).default([]);

export const QuestionLine = z.object({
  id: z.string(),
  lang: z.string(),
  question: z.string(),
  kind: z.enum(["answerable", "source", "unanswerable", "false_premise", "chitchat"]),
  /** Numbers of the sentences that state the answer. */
  gold: z.array(z.number()).default([]),
  /** Regular expressions (flags `iu`) that the answer has to match, or must not. */
  must: patterns,
  mustNot: patterns,
  style: z.string().optional(),
  altHelp: z.boolean().default(false),
  conversation: z.string().optional(),
});
export type QuestionLine = z.infer<typeof QuestionLine>;

export type Verdict = "right" | "wrong" | "abstained";

/** A dialog is one line, too: its turns are questions of one conversation. */
const DialogLine = z.object({
  id: z.string(),
  lang: z.string(),
  turns: z.array(QuestionLine.omit({ id: true, lang: true, conversation: true })),
});

/** The sentences that a passage lies on. */
export type SentencesOf = (cited: Pick<Citation, "passage">) => readonly number[];

export function readQuestions(path: string): readonly QuestionLine[] {
  return readLines(path).flatMap((line): readonly QuestionLine[] => {
    const dialog = DialogLine.safeParse(line);
    if (!dialog.success) return [QuestionLine.parse(line)];
    const { id, lang, turns } = dialog.data;
    return turns.map((turn, i) => ({ ...turn, id: `${id}/${i + 1}`, lang, conversation: id }));
  });
}

export function readLines(path: string): readonly unknown[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): unknown => JSON.parse(line));
}

const Anchors = z.array(z.strictObject({ start: z.string(), end: z.string() }));

/** Sentences by the words that they begin and end with, in the order of the document. */
export function sentencesByAnchors(path: string): SentencesOf {
  const anchors = Anchors.parse(JSON.parse(readFileSync(path, "utf8")));
  return ({ passage }) => {
    const first = anchors.findIndex(({ start }) => passage.start.startsWith(start));
    const last = anchors.findIndex(({ end }) => passage.end.endsWith(end));
    return first < 0 || last < first ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  };
}

export function judge(question: QuestionLine, answer: Answer, sentencesOf: SentencesOf): Verdict {
  const clean = !question.mustNot.some((pattern) => matches(pattern, answer.answer));
  switch (question.kind) {
    case "chitchat":
      return answer.status === "help" ? "right" : answer.status === "abstained" ? "abstained" : "wrong";
    case "unanswerable":
      return (answer.status === "abstained" && clean) || (answer.status === "help" && question.altHelp)
        ? "right"
        : "wrong";
    case "false_premise":
      if (answer.status !== "answered") return clean ? "right" : "abstained";
      break;
    default:
      if (answer.status !== "answered") return "abstained";
  }
  const onGold =
    question.kind === "source" || sentencesOf(answer.citations[0] as Citation).some((i) => question.gold.includes(i));
  return onGold && says(question, answer.answer) ? "right" : "wrong";
}

/** Whether a text has what an answer must have and nothing that it must not. */
export function says({ must, mustNot }: Pick<QuestionLine, "must" | "mustNot">, text: string): boolean {
  return must.every((pattern) => matches(pattern, text)) && !mustNot.some((pattern) => matches(pattern, text));
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, "iu").test(text.normalize("NFKC").replace(/[\u200b\u200c\u00ad]/gu, ""));
}
