/** What a question means and finds: taken alone, with what it gets wrong left out, or with the one before. */
import type { FactsOfEvent } from "../fact-base/same-event.ts";
import type { Fact } from "../fact-base/schema.ts";
import { packFor } from "../language/packs.ts";
import { entityTerm } from "../retrieval/entry.ts";
import { parseQuery, type Query, type QueryTerm } from "../retrieval/query.ts";
import { factOf, type Hit, rank } from "../retrieval/ranking.ts";
import type { SearchIndex } from "../retrieval/search-index.ts";
import {
  asksForAnotherValue,
  type Conversation,
  leansOnConversation,
  meansPerson,
  resolveFollowUp,
} from "./conversation.ts";
import { type Decision, decide } from "./decide.ts";
import { premiseOf, putsRight, withoutPremise } from "./premise.ts";
import { isUnknown } from "./weigh.ts";

export interface Understood {
  readonly query: Query;
  readonly hits: readonly Hit[];
  readonly index: SearchIndex;
  readonly decision: Decision;
}

export interface UnderstandingOptions {
  /** The facts that answers are given from, by their ids. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sameEvent: FactsOfEvent;
  readonly indexFor: (language: string) => SearchIndex;
  readonly answerThreshold: number | undefined;
}

/** Entries that are ranked for a question. */
export const CANDIDATES = 60;
/** Of a follow-up that asks for another value of the fact just shown. */
const FOLLOW_UP_CONFIDENCE = 0.9;
/** How near the fact that has the right value has to come to the best, as a share of its score. */
const PREMISE_SHARE = 0.7;

/** @returns what a text in a language (BCP 47) means and finds; `candidates` is how many entries are ranked at the least */
export function createUnderstanding({ facts, sameEvent, indexFor, answerThreshold }: UnderstandingOptions) {
  /** The fact that was just shown, or one of the same event, when it has the kind of value that is asked for now. */
  const tellsValue = (conversation: Conversation, kind: Query["asks"][number] | undefined): Fact | undefined => {
    const last = conversation.fact === undefined ? undefined : facts.get(conversation.fact);
    if (!last) return undefined;
    const told = [last, ...sameEvent(last)].filter((fact) =>
      fact.slots.some((slot) => slot.asks.some((asks) => asks === kind)),
    );
    // A value of another fact is only right when no second one has one, too.
    return told[0] === last || told.length === 1 ? told[0] : undefined;
  };

  return (text: string, language: string, conversation: Conversation, candidates = CANDIDATES): Understood => {
    const index = indexFor(language);
    const pack = packFor(language);
    const query = parseQuery(text, index);
    const consider = (considered: Query): Understood => {
      const hits = rank(considered, index, candidates);
      return { query: considered, hits, index, decision: decide(considered, hits, index, answerThreshold) };
    };
    const isPerson = (term: QueryTerm) => query.people.some((id) => entityTerm(id) === term.text);
    const alone = corrected(consider(query), premiseOf(query, isPerson), consider);
    const isKnown = (term: QueryTerm) => term.kind === "number" || !isUnknown(term, index);
    if (!leansOnConversation(query, conversation, pack, isKnown)) return alone;
    const followUp = resolveFollowUp(query, conversation, pack, (id) => index.isPerson(id));
    const leaning = consider(followUp);
    // "Who is he?" asks what he is, not who else has to do with it.
    const isIdentity = query.asks[0] === "who" && meansPerson(query, pack);
    const told = asksForAnotherValue(query) && !isIdentity ? tellsValue(conversation, query.asks[0]) : undefined;
    // Where the problem grows is no answer to where the meeting was, once that is known to be left open.
    if (told && (told.id === conversation.fact || !isKnownGap(leaning.decision)))
      return { ...leaning, decision: { kind: "answer", fact: told, confidence: FOLLOW_UP_CONFIDENCE } };
    if (meansPerson(query, pack) && query.people.length === 0) return leaning;
    // "Where was he arrested?" without the "he": a fact that tells no place is no answer when the place is a known gap.
    if (alone.decision.lacksValue && isKnownGap(leaning.decision)) return leaning;
    return leaning.decision.confidence > alone.decision.confidence || query.terms.length === 0 ? leaning : alone;
  };
}

/** A statement that nothing bears out is put right by the fact that all the rest of it is about. */
function corrected(
  asked: Understood,
  premise: readonly QueryTerm[],
  consider: (query: Query) => Understood,
): Understood {
  if (asked.decision.kind === "answer" || premise.length === 0) return asked;
  const rest = consider(withoutPremise(asked.query, premise));
  const { decision } = rest;
  if (decision.kind !== "answer") return asked;
  const best = rest.hits.find((hit) => factOf(hit) === decision.fact)?.score ?? 0;
  const right = rest.hits.find((hit) => hit.score >= best * PREMISE_SHARE && putsRight(rest.query, premise, hit));
  const fact = right && factOf(right);
  const { confidence } = decision;
  return fact ? { ...rest, query: asked.query, decision: { kind: "answer", fact, confidence } } : asked;
}

function isKnownGap(decision: Decision): boolean {
  return decision.kind === "abstain" && decision.gap !== undefined;
}
