import { publishedPart } from "../fact-base/published.ts";
import type { EventId, Fact, FactBase } from "../fact-base/schema.ts";

export interface TimelineItem {
  /** EDTF, as precise as the source is. */
  readonly date: string;
  readonly statement: string;
}

/** The dated events of a fact base with the fact that tells each, newest first; dates without a year come last. */
export function newestFirst(base: FactBase, language: string): readonly TimelineItem[] {
  const firstFacts = new Map<EventId, Fact>();
  for (const fact of publishedPart(base).facts) {
    if (fact.event !== undefined && !firstFacts.has(fact.event)) firstFacts.set(fact.event, fact);
  }
  const items = base.events.flatMap((event): TimelineItem[] => {
    const statement = firstFacts.get(event.id)?.statement[language];
    return event.date === undefined || statement === undefined ? [] : [{ date: event.date, statement }];
  });
  const unknownYear = (date: string) => date.startsWith("X");
  return items.sort(
    (a, b) =>
      Number(unknownYear(a.date)) - Number(unknownYear(b.date)) || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
  );
}
