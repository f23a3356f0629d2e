/** Retrieval sets: documents and questions, each answered by one of the documents' sentences; a pair of files a language. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { FactBase } from "../../src/index.ts";
import { createImportedBase } from "../support/fact-base.ts";
import { readLines } from "./question-set.ts";

type Fact = FactBase["facts"][number];

const Document = z.object({ id: z.string(), title: z.string(), text: z.string(), sentences: z.array(z.string()) });
export type RetrievalDocument = z.infer<typeof Document>;

const Question = z.object({ question: z.string(), docId: z.string(), sentenceIndex: z.number() });
type RetrievalQuestion = z.infer<typeof Question>;

export interface RetrievalSet {
  readonly language: string;
  readonly documents: readonly RetrievalDocument[];
  readonly questions: readonly RetrievalQuestion[];
}

/** The pairs `NAME.LANGUAGE.docs.jsonl` and `NAME.LANGUAGE.questions.jsonl` of a directory. */
export function readRetrievalSets(directory: string): readonly RetrievalSet[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".docs.jsonl"))
    .sort()
    .map((name) => ({
      language: /\.([^.]+)\.docs\.jsonl$/u.exec(name)?.[1] ?? "en",
      documents: readLines(join(directory, name)).map((line) => Document.parse(line)),
      questions: readLines(join(directory, name.replace(".docs.", ".questions."))).map((line) => Question.parse(line)),
    }));
}

/** The documents as `facts -- import` reads them, so that their sentences are those that people ask. */
export function importedBase(documents: readonly RetrievalDocument[], language: string): FactBase {
  return createImportedBase(documents.map(({ id, title, text }) => ({ id, title: title || id, text, language })));
}

/** A sentence that is put together of more than these states none of them. */
const MOST_SPANNED = 2;

/** Whether an imported fact is of the question's document and lies on its gold sentence; `tag` is the fact base's language. */
export function createJudge({ documents }: RetrievalSet) {
  const placed = new Map(documents.map((document) => [document.id, place(document)]));
  return ({ evidence, statement }: Fact, tag: string, { docId, sentenceIndex }: RetrievalQuestion): boolean => {
    const document = evidence[0]?.source === docId ? placed.get(docId) : undefined;
    const sentence = plain(statement[tag] ?? "");
    const from = document?.text.indexOf(sentence) ?? -1;
    if (!document || from < 0) return false;
    const to = from + sentence.length;
    const spanned = document.sentences.flatMap(([start, end], i) => (start < to && from < end ? [i] : []));
    return spanned.length <= MOST_SPANNED && spanned.includes(sentenceIndex);
  };
}

/** The document on one line, and from where to where each of its sentences goes in it. */
function place({ text, sentences }: RetrievalDocument) {
  const whole = plain(text);
  let at = 0;
  return {
    text: whole,
    sentences: sentences.map((sentence) => {
      const start = Math.max(whole.indexOf(plain(sentence), at), at);
      at = start + plain(sentence).length;
      return [start, at] as const;
    }),
  };
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200b\u200c\u00ad]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
