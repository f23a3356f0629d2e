/** Tells one wording of a fact from another, so that a button under an old message knows whether the message still holds. */
import { hash } from "../fact-base/fingerprint.ts";
import type { Fact } from "../fact-base/schema.ts";
import type { FactState } from "./answer.ts";

export interface FactStates {
  of(fact: Fact): FactState;
}

const VERSION_LENGTH = 6;

export function createStates(facts: readonly Fact[]): FactStates {
  const byPassage = new Map<string, Fact[]>();
  for (const fact of facts) {
    const same = byPassage.get(passageOf(fact));
    if (same) same.push(fact);
    else byPassage.set(passageOf(fact), [fact]);
  }
  const states = new Map<Fact, FactState>();
  const create = (fact: Fact): FactState => {
    // An answer may tell two facts of one passage; it is out of date when either is.
    const told = (byPassage.get(passageOf(fact)) ?? [])
      .map(({ id, status, statement, slots, evidence }) => [id, status, statement, slots, evidence] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const correction = fact.status === "corrected" ? fact.revisions.at(-1) : undefined;
    return {
      id: fact.id,
      asOf: fact.asOf,
      version: hash(JSON.stringify(told)).toString(36).padStart(VERSION_LENGTH, "0").slice(-VERSION_LENGTH),
      ...(correction ? { correction } : {}),
    };
  };
  return {
    of(fact) {
      let state = states.get(fact);
      if (!state) {
        state = create(fact);
        states.set(fact, state);
      }
      return state;
    },
  };
}

function passageOf({ evidence }: Fact): string {
  return JSON.stringify(evidence[0]);
}
