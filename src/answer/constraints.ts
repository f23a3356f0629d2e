/** What has to hold for a fact to be the answer, however well its words fit: the constraint lock. */
import type { Query, QueryTerm } from "../retrieval/query.ts";
import type { Hit } from "../retrieval/ranking.ts";
import { explain, STRICT, TIME } from "../retrieval/ranking.ts";

/**
 * What a question holds fixed and the fact does not have. A figure, date or name; the noun or the
 * deed that is asked for; another speaker; a kind of value. The term when it is a word of the question, `true` when it
 * is not, `false` when the lock holds.
 */
export function brokenConstraint(query: Query, fact: Hit): QueryTerm | boolean {
  const foreign = (candidate: QueryTerm) =>
    explain(candidate, fact.entry) === 0 &&
    !fact.entry.context.has(candidate.text) &&
    !fact.entry.title.has(candidate.text) &&
    !isCorrectable(candidate, query, fact);
  const own = query.terms.filter((candidate) => !candidate.inherited || candidate.required);
  const term = own.find((candidate) => (candidate.kind !== "word" || candidate.strangeName) && foreign(candidate));
  if (term) return term;
  if (query.advice) return true;
  // "How many women …" of a fact that counts people: the noun that is asked for has to be the fact's.
  const focus = focusOf(query);
  if (
    query.strictFocus &&
    focus.length > 0 &&
    focus.every((candidate) => foreign(candidate) && !namesAskedValue(candidate, query, fact))
  )
    return true;
  if (isEditors(fact)) {
    // "Who paid for …" of a fact that tells who returned them: what was done has to be the fact's.
    if (own.some((candidate) => candidate.predicate && candidate.weight === "content" && foreign(candidate)))
      return true;
    // The right people, and nothing of what is asked about them.
    const words = query.terms.filter((candidate) => candidate.kind === "word" && candidate.weight === "content");
    if (words.length > 0 && words.every(foreign)) return true;
    if (isSaidByAnother(query, fact)) return true;
  }
  const [kind] = query.asks;
  return kind !== undefined && STRICT.has(kind) && fact.features.slot < 0;
}

function isEditors(fact: Hit): boolean {
  return fact.entry.record.kind === "fact" && fact.entry.record.fact.origin === "editor";
}

/** Ways of speaking that have one side: who thanks or admits is not who is thanked. */
const ONE_SIDED = new Set<string>(["thanked", "promised", "hoped", "admitted"]);

/** "What did Savoeun thank Liu for?" of a fact in which Liu thanks: the person named first is not who speaks there. */
function isSaidByAnother(query: Query, fact: Hit): boolean {
  if (fact.entry.record.kind !== "fact" || query.asks[0] === "who") return false;
  const { mode, speakers } = fact.entry.record.fact.attribution;
  if (!ONE_SIDED.has(mode) || speakers.length === 0) return false;
  const [first] = query.people;
  return first !== undefined && !speakers.includes(first) && query.people.some((person) => speakers.includes(person));
}

/** The noun that the question itself asks for ("which agencies"). */
export function focusOf(query: Query): readonly QueryTerm[] {
  return query.terms.filter((term) => term.focus && term.weight === "content" && !term.inherited);
}

/** How well the fact explains a term, 1 for a term that it need not have. */
export function satisfied(term: QueryTerm, query: Query, fact: Hit): number {
  return isCorrectable(term, query, fact) || namesAskedValue(term, query, fact) ? 1 : explain(term, fact.entry);
}

/**
 * A number, name or date in a statement that the user puts up for checking need not be right: where the fact has a
 * value of that kind, its answer corrects it.
 */
export function isCorrectable(term: QueryTerm, query: Query, fact: Hit): boolean {
  const checks = query.claim || query.asks[0] === "yes-no";
  // "And in 2026?" asks about another year; it does not put one up for checking.
  if (
    !checks ||
    query.terms.some((other) => other.inherited) ||
    fact.entry.record.kind !== "fact" ||
    explain(term, fact.entry) > 0
  )
    return false;
  const slots = fact.entry.record.fact.slots;
  if (term.kind === "number") return slots.some((slot) => slot.type === "quantity" || slot.type === "date");
  if (term.kind === "month") return slots.some((slot) => slot.type === "date");
  if (term.kind === "entity" || term.kind === "country" || term.capital)
    return query.claim && slots.some((slot) => slot.type === "entity");
  return false;
}

/** "In which year": the noun names the kind of value, which the fact has. */
function namesAskedValue(term: QueryTerm, query: Query, fact: Hit): boolean {
  const [kind] = query.asks;
  return term.focus && kind !== undefined && TIME.has(kind) && fact.features.slot > 0;
}
