import type { FactBase } from "../fact-base/schema.ts";

export interface TimelineItem {
  /** EDTF, as precise as the source is. */
  readonly date: string;
  readonly statement: string;
}

/** The dated events of a fact base with the fact that tells each, newest first; dates without a year come last. */
export function newestFirst(base: FactBase, language: string): readonly TimelineItem[] {
  const items = base.events.flatMap((event): TimelineItem[] => {
    if (event.date === undefined) return [];
    const fact = base.facts.find(
      (candidate) => candidate.event === event.id && candidate.status !== "draft" && candidate.status !== "withdrawn",
    );
    const statement = fact?.statement[language];
    return statement === undefined ? [] : [{ date: event.date, statement }];
  });
  const unknownYear = (date: string) => date.startsWith("X");
  return items.sort(
    (a, b) =>
      Number(unknownYear(a.date)) - Number(unknownYear(b.date)) || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
  );
}
