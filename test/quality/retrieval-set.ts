/** Retrieval sets: documents and questions, each answered by one of the documents' sentences. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ImportDocument, importDocuments } from "../../src/fact-base/import.ts";
import { fold, locate } from "../../src/fact-base/passages.ts";
import type { Fact } from "../../src/fact-base/schema.ts";
import { packFor } from "../../src/language/packs.ts";
import type { Hit } from "../../src/retrieval/ranking.ts";
import { createSearchIndex, type SearchIndex } from "../../src/retrieval/search-index.ts";
import { readLines } from "./question-set.ts";

const Document = z.object({ id: z.string(), title: z.string(), text: z.string(), sentences: z.array(z.string()) });
const Question = z.object({ question: z.string(), docId: z.string(), sentenceIndex: z.number() });
type Document = z.infer<typeof Document>;
type Question = z.infer<typeof Question>;

export interface RetrievalSet {
  readonly language: string;
  readonly documents: readonly Document[];
  readonly questions: readonly Question[];
}

/** Every pair of `*.docs.jsonl` and `*.questions.jsonl` in the directory; the language stands before `.docs`. */
export function retrievalSets(directory: string): readonly RetrievalSet[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".docs.jsonl"))
    .sort()
    .map((name) => ({
      language: /\.([^.]+)\.docs\.jsonl$/u.exec(name)?.[1] ?? "en",
      documents: readLines(join(directory, name)).map((line) => Document.parse(line)),
      questions: readLines(join(directory, name.replace(".docs.", ".questions."))).map((line) => Question.parse(line)),
    }));
}

export interface Pool {
  readonly index: SearchIndex;
  isGold(hit: Hit, question: Question): boolean;
}

/** The documents as the import command would take them. */
export function poolOf({ language }: RetrievalSet, documents: readonly Document[]): Pool {
  const imported = importDocuments(
    undefined,
    documents.map(({ id, title, text }, i) => ({
      line: i + 1,
      document: ImportDocument.parse({ id, title, publisher: "-", published: "2020-01-01", language, text }),
    })),
    { publish: true, pack: packFor },
  );
  if (!imported.ok) throw new Error(imported.faults.map(({ line, message }) => `line ${line}: ${message}`).join("\n"));
  const index = createSearchIndex(
    {
      id: "retrieval",
      title: {},
      languages: [language],
      askedIn: [],
      sources: imported.sources ?? [],
      entities: [],
      events: [],
      gaps: [],
      facts: imported.topics.flatMap(({ facts }) => facts),
    },
    language,
  );
  const byId = new Map(documents.map((document) => [document.id, document]));
  const remembered = new Map<Fact, readonly number[]>();
  const sentencesOf = (fact: Fact): readonly number[] => {
    const known = remembered.get(fact) ?? spanned(fact, byId.get(fact.evidence[0]?.source ?? ""));
    remembered.set(fact, known);
    return known;
  };
  return {
    index,
    isGold: ({ entry: { record } }, { docId, sentenceIndex }) =>
      record.kind === "fact" &&
      record.fact.evidence[0]?.source === docId &&
      sentencesOf(record.fact).includes(sentenceIndex),
  };
}

/** A passage over more sentences than these states none of them. */
const MOST_SPANNED = 2;

/** The numbers of the document's sentences that the fact's passage lies on. */
function spanned(fact: Fact, document: Document | undefined): readonly number[] {
  const passage = fact.evidence[0]?.passage;
  if (!document || !passage) return [];
  const text = fold(document.text);
  const [place] = locate(document.text, passage);
  let at = 0;
  const sentences = document.sentences.flatMap((sentence, i) => {
    const folded = fold(sentence);
    const start = Math.max(at, text.indexOf(folded, at));
    at = start + folded.length;
    return place && start < place.end && place.start < at ? [i] : [];
  });
  return sentences.length <= MOST_SPANNED ? sentences : [];
}
