/** Asked for: where the answers come from, or who said what was just told. */
import type { EntityId, Fact, FactBase, Source } from "../fact-base/schema.ts";
import type { Messages } from "../language/pack.ts";
import { enumerate } from "./languages.ts";

/** More sources than fit into an answer are neither named nor searched for. */
const MAX_NAMED_SOURCES = 10;

/** The sources of a fact, or of all of the base. */
export function basisOf(fact: Fact | undefined, sources: ReadonlyMap<string, Source>): readonly Source[] {
  const all = fact ? fact.evidence.flatMap(({ source }) => sources.get(source) ?? []) : [...sources.values()];
  return all.slice(0, MAX_NAMED_SOURCES);
}

/** What to search for to find a passage of these sources. */
export function wordsOf(basis: readonly Source[]): string {
  return basis.map(({ publisher, title }) => `${publisher} ${title}`).join(" ");
}

/** Names the sources; before them whose words a fact holds, where `speakers` has names and the language says so. */
export function tellBasis(
  basis: readonly Source[],
  speakers: readonly string[],
  messages: Messages,
  language: string,
): string {
  const named = basis.map(
    ({ publisher, title, issued }) =>
      `${publisher}, ${messages.quoted.replace("{text}", () => title)}, ${longDate(issued, language)}`,
  );
  return (speakers.length > 0 && messages.saidBy ? messages.saidBy : messages.basis)
    .replace("{speakers}", () => enumerate(speakers, language))
    .replace("{sources}", () => named.join("; "));
}

/** An entity's name in a language, in English, or in any that it has; its id where it has none. */
export function nameOf(id: EntityId, { entities }: FactBase, language: string): string {
  const name = entities.find((entity) => entity.id === id)?.name ?? {};
  return [language, "en", ...Object.keys(name)].flatMap((tag) => name[tag] ?? [])[0] ?? id;
}

function longDate(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
