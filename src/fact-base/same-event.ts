/** Facts that tell of one event. */
import type { EventId, Fact } from "./schema.ts";

/** The facts of the same event as this one, itself among them; none where it belongs to no event. */
export type FactsOfEvent = (fact: Fact) => readonly Fact[];

export function createFactsOfEvent(facts: readonly Fact[]): FactsOfEvent {
  const byEvent = new Map<EventId, Fact[]>();
  for (const fact of facts) {
    if (fact.event === undefined) continue;
    const sameEvent = byEvent.get(fact.event);
    if (sameEvent) sameEvent.push(fact);
    else byEvent.set(fact.event, [fact]);
  }
  return ({ event }) => (event === undefined ? [] : (byEvent.get(event) ?? []));
}
