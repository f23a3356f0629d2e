/** Says a fact shortly: the value that was asked for, then the one sentence that carries it with hedge and speaker. */
import type { Fact, Slot } from "../fact-base/schema.ts";
import type { Query } from "../retrieval/query.ts";
import { MAX_ANSWER } from "./answer.ts";

/** At most `limit` UTF-16 code units. */
export function compose(
  fact: Fact,
  companion: Fact | undefined,
  query: Query,
  language: string,
  limit = MAX_ANSWER,
): string {
  const statement = fact.statement[language] ?? Object.values(fact.statement)[0] ?? "";
  const lead = leadFor(fact, query, language);
  const second = companion?.statement[language];
  // The fullest of these that fits: the statement alone always says enough, and with hedge and speaker.
  const first = lead === undefined || repeats(statement, lead) ? [] : [sentence(lead, statement)];
  const both = second === undefined ? [statement] : [statement, second];
  const wordings = [[...first, ...both], [...first, statement], ...(first.length > 0 ? [] : [both]), [statement]].map(
    (parts) => parts.reduce((before, part) => `${before}${FULL_WIDTH_END.test(before) ? "" : " "}${part}`),
  );
  return wordings.find((wording) => wording.length <= limit) ?? shorten(statement, limit);
}

/** The short text of the one slot that answers; none where several could, since a wrong one would mislead. */
function leadFor(fact: Fact, query: Query, language: string): string | undefined {
  const [kind] = query.asks;
  if (kind === undefined || kind === "yes-no" || kind === "what" || query.claim) return undefined;
  const slots = fact.slots.filter((slot) => slot.asks.includes(kind) && !isGiven(slot, query) && isValue(slot, kind));
  return slots.length === 1 ? slots[0]?.text[language] : undefined;
}

/** Asked for somebody's words, only those are shorter than the statement that reports them. */
function isValue(slot: Slot, kind: string): boolean {
  return kind !== "said" || slot.type === "quote";
}

/** "With whom did Savoeun speak?" does not ask for Savoeun. */
function isGiven(slot: Slot, query: Query): boolean {
  return slot.type === "entity" && slot.entities.every((id) => query.entities.includes(id));
}

function repeats(statement: string, lead: string): boolean {
  return statement.toLowerCase().startsWith(lead.toLowerCase());
}

/** Scripts with full-width stops leave no space behind them. */
const FULL_WIDTH_END = /[。！？]$/u;

/** A short text as a sentence, closed as the statement beside it is. */
function sentence(text: string, statement: string): string {
  const capital = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?。។]$/u.test(capital) ? capital : `${capital}${/[.。។]$/u.exec(statement)?.[0] ?? "."}`;
}

/** Cuts at a word boundary, never inside a character, and marks the cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const word = lastBoundary(text, limit - 1, "word");
  // A word so long that little would be left before it is cut between its characters.
  const end = word > limit / 2 ? word : lastBoundary(text, limit - 1, "grapheme");
  return `${text
    .slice(0, end)
    .trimEnd()
    .replace(/[,;:–-]+$/u, "")}…`;
}

/** The last place up to `limit` where a segment ends; 0 when there is none. */
function lastBoundary(text: string, limit: number, granularity: "word" | "grapheme"): number {
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter("und", { granularity }).segment(text.slice(0, limit + MARGIN))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return end;
}

/** Characters behind the limit that are looked at, so that the last segment is seen whole. */
const MARGIN = 100;
