/** A month, number or place that a statement gets wrong: what is left of the statement tells which fact puts it right. */
import type { Slot } from "../fact-base/schema.ts";
import type { Query, QueryTerm } from "../retrieval/query.ts";
import { explain, factOf, type Hit } from "../retrieval/ranking.ts";
import { correctsNumber } from "./constraints.ts";

/** What may be wrong of a statement that is put up for checking, each with the value that puts it right. */
const PUT_RIGHT: Readonly<Record<QueryTerm["kind"], (slot: Slot, term: QueryTerm) => boolean>> = {
  month: (slot) => slot.type === "date",
  number: correctsNumber,
  country: isPlace,
  entity: isPlace,
  word: (slot, term) => term.strangeName && isPlace(slot),
};

function isPlace(slot: Slot): boolean {
  return slot.type === "entity" && slot.asks.includes("where");
}

/** The months, numbers and places of a statement; `isPerson` tells whom it is about, which nothing puts right. */
export function premiseOf(query: Query, isPerson: (term: QueryTerm) => boolean): readonly QueryTerm[] {
  const isPutUp = query.claim || (query.asks[0] === "yes-no" && query.isDefinite);
  if (!isPutUp || query.terms.some((term) => term.inherited)) return [];
  return query.terms.filter((term) =>
    term.kind === "word" ? term.strangeName : term.kind !== "entity" || !isPerson(term),
  );
}

export function withoutPremise(query: Query, premise: readonly QueryTerm[]): Query {
  return { ...query, terms: query.terms.filter((term) => !premise.includes(term)) };
}

/** Whether the fact tells all the rest, and has the values that the statement gets wrong. */
export function putsRight(rest: Query, premise: readonly QueryTerm[], hit: Hit): boolean {
  const fact = factOf(hit);
  const content = rest.terms.filter((term) => term.weight === "content");
  const wrong = premise.filter((term) => explain(term, hit.entry) === 0);
  return (
    fact?.origin === "editor" &&
    content.some((term) => term.kind === "word") &&
    content.every((term) => explain(term, hit.entry) > 0) &&
    wrong.length > 0 &&
    wrong.every((term) => fact.slots.some((slot) => PUT_RIGHT[term.kind](slot, term)))
  );
}
