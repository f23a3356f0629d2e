import type { FactBase } from "./schema.ts";

/** What may be answered from: neither drafts nor what was withdrawn, and of a fact that was superseded only the newer one. */
export function publishedPart(base: FactBase): FactBase {
  const released = base.facts.filter((fact) => fact.status === "published" || fact.status === "corrected");
  const drafts = new Set<string>(base.facts.filter(({ status }) => status === "draft").map(({ id }) => id));
  return {
    ...base,
    // A successor that is still a draft supersedes nothing yet; one that was withdrawn does not bring the old one back.
    facts: released.filter((fact) => fact.supersededBy === undefined || drafts.has(fact.supersededBy)),
    gaps: base.gaps.filter((gap) => gap.status === "published"),
  };
}
