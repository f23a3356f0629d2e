import { parseEdtf } from "../fact-base/edtf.ts";
import { publishedPart } from "../fact-base/published.ts";
import type { EventId, Fact, FactBase } from "../fact-base/schema.ts";
import { messagesFor } from "../language/packs.ts";

export interface TimelineItem {
  /** EDTF, as precise as the source is. */
  readonly date: string;
  /** The same for a person to read. */
  readonly when: string;
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
    return event.date === undefined || statement === undefined
      ? []
      : [{ date: event.date, when: readableDate(event.date, language), statement }];
  });
  const unknownYear = (date: string) => date.startsWith("X");
  return items.sort(
    (a, b) =>
      Number(unknownYear(a.date)) - Number(unknownYear(b.date)) || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
  );
}

/** As precise as the date itself: "15 January 2026", "July 2025", "July (no year given)"; the EDTF text where no month is known. */
function readableDate(edtf: string, language: string): string {
  const { year, month, day } = parseEdtf(edtf) ?? {};
  if (month === undefined) return year === undefined ? edtf : String(year);
  // 2024 stands in for an unknown year and has every day.
  const instant = new Date(Date.UTC(year ?? 2024, month - 1, day ?? 1));
  const written = new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    month: "long",
    ...(year === undefined ? {} : { year: "numeric" }),
    ...(day === undefined ? {} : { day: "numeric" }),
  }).format(instant);
  return year === undefined ? messagesFor(language).noYear.replace("{date}", () => written) : written;
}
