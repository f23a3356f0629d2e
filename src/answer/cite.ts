import type { Fact, Source } from "../fact-base/schema.ts";
import type { Citation } from "./answer.ts";

/** The passages that state a fact, one for each source, in the order of its evidence. */
export function cite(fact: Fact, sources: ReadonlyMap<string, Source>): readonly [Citation, ...Citation[]] {
  const citations = fact.evidence.map(({ source: id, passage }): Citation => {
    const source = sources.get(id);
    if (!source) throw new Error(`fact ${fact.id} cites ${id}, which a checked fact base has`);
    return {
      fact: fact.id,
      source: {
        id: source.id,
        title: source.title,
        publisher: source.publisher,
        published: source.issued,
        language: source.language,
        url: source.URL,
      },
      passage: { start: passage.start, end: passage.end },
    };
  });
  const [first, ...rest] = citations;
  if (!first) throw new Error(`fact ${fact.id} has no evidence, which its schema refuses`);
  return [first, ...rest];
}
