import type { FactBase } from "./schema.ts";

/** What may be answered from: neither drafts nor what was withdrawn, and of a fact that was superseded only the newer one. */
export function publishedPart(base: FactBase): FactBase {
  const released = base.facts.filter((fact) => fact.status === "published" || fact.status === "corrected");
  const releasedIds = new Set<string>(released.map((fact) => fact.id));
  return {
    ...base,
    // A successor that is still a draft supersedes nothing yet.
    facts: released.filter((fact) => fact.supersededBy === undefined || !releasedIds.has(fact.supersededBy)),
    gaps: base.gaps.filter((gap) => gap.status === "published"),
  };
}
