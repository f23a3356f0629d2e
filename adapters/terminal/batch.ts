/** `ask -- --batch`: one JSON question a line in, one JSON answer a line out, in order, while the input is still coming. */

import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { type Answerer, type Conversation, newConversation } from "../../src/index.ts";
import { canonicalTag } from "../language-tag.ts";
import { toJson } from "./json.ts";
import { type InputLine, readLines } from "./lines.ts";

const Line = z.strictObject({
  id: z.string(),
  question: z.string(),
  lang: z
    .string()
    .refine((tag) => canonicalTag(tag) !== undefined, { error: "expected a BCP 47 language tag" })
    .transform(canonicalTag)
    .optional(),
  conversation: z.string().optional(),
});

/** Exit status: 1 when a line had an error. */
export async function answerBatch(
  answerer: Answerer,
  input: Readable,
  output: Writable,
  { language, hits }: { readonly language: string | undefined; readonly hits: number },
): Promise<0 | 1> {
  const conversations = new Map<string, Conversation>();
  let status: 0 | 1 = 0;
  let number = 0;
  for await (const raw of readLines(input)) {
    number++;
    if (raw?.trim() === "") continue;
    const line = parseLine(raw);
    if (!line.ok) {
      status = 1;
      await write(output, JSON.stringify({ id: line.id, line: number, error: line.error }));
      continue;
    }
    const { id, question: text, lang, conversation: key } = line.value;
    const question = { text, language: lang ?? language };
    const before = (key === undefined ? undefined : conversations.get(key)) ?? newConversation;
    const { answer, conversation } = answerer.answer(question, before);
    if (key !== undefined) conversations.set(key, conversation);
    await write(output, toJson(answer, hits > 0 ? answerer.search(question, hits, before) : undefined, id));
  }
  return status;
}

type ParsedLine =
  | { readonly ok: true; readonly value: z.infer<typeof Line> }
  | { readonly ok: false; readonly id: string | null; readonly error: string };

function parseLine(raw: InputLine): ParsedLine {
  if (raw === undefined) return { ok: false, id: null, error: "not UTF-8" };
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    return { ok: false, id: null, error: "not valid JSON" };
  }
  const parsed = Line.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const id = z.object({ id: z.string() }).safeParse(json);
  const error = parsed.error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message))
    .join("; ");
  return { ok: false, id: id.success ? id.data.id : null, error };
}

async function write(output: Writable, line: string): Promise<void> {
  if (!output.write(`${line}\n`)) await once(output, "drain");
}
