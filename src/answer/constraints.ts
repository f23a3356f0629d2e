/** What has to hold for a fact to be the answer, however well its words fit: the constraint lock. */
import { parseEdtf } from "../fact-base/edtf.ts";
import type { EntityId, Fact, Slot } from "../fact-base/schema.ts";
import { entityTerm } from "../retrieval/entry.ts";
import type { Query, QueryTerm } from "../retrieval/query.ts";
import type { Hit } from "../retrieval/ranking.ts";
import { explain, STRICT, TIME } from "../retrieval/ranking.ts";

/** The term of the question that breaks it, `true` when no single word does, `false` when it holds. */
type Constraint = (query: Query, fact: Hit, foreign: (term: QueryTerm) => boolean) => QueryTerm | boolean;

/** A figure, date or name; the noun that is asked for; a kind of value. */
const OF_ALL: readonly Constraint[] = [foreignName, (query) => query.advice, foreignNoun, lacksKind];
/** What an editor's fact says for certain: a sentence taken as it stands leans on those around it. */
const OF_EDITORS: readonly Constraint[] = [
  foreignDeed,
  onlyNames,
  isSaidByAnother,
  isNotTheSpeaker,
  isDoneToAnother,
  givesNoReason,
  tellsAnotherDeed,
  lacksMembers,
  lacksWhoOrWhere,
  (query, fact) => !checks(query) && turnsRolesRound(query, fact),
];

/** What a question holds fixed and the fact does not have. */
export function brokenConstraint(query: Query, fact: Hit): QueryTerm | boolean {
  const foreign = (candidate: QueryTerm) =>
    explain(candidate, fact.entry) === 0 &&
    !fact.entry.context.has(candidate.text) &&
    !fact.entry.title.has(candidate.text) &&
    !isCorrectable(candidate, query, fact);
  for (const isBroken of editorsFact(fact) ? [...OF_ALL, ...OF_EDITORS] : OF_ALL) {
    const broken = isBroken(query, fact, foreign);
    if (broken) return broken;
  }
  return false;
}

function ownTerms(query: Query): readonly QueryTerm[] {
  return query.terms.filter((term) => !term.inherited || term.required);
}

function foreignName(query: Query, _fact: Hit, foreign: (term: QueryTerm) => boolean): QueryTerm | boolean {
  return ownTerms(query).find((term) => (term.kind !== "word" || term.strangeName) && foreign(term)) ?? false;
}

/** "How many women …" of a fact that counts people: the noun that is asked for has to be the fact's. */
function foreignNoun(query: Query, fact: Hit, foreign: (term: QueryTerm) => boolean): boolean {
  // The noun comes last, behind what describes it ("which Korean official").
  const noun = focusOf(query).at(-1);
  return query.strictFocus && noun !== undefined && foreign(noun) && !namesAskedValue(noun, query, fact);
}

function lacksKind(query: Query, fact: Hit): boolean {
  const [kind] = query.asks;
  return kind !== undefined && STRICT.has(kind) && fact.features.slot < 0;
}

/** Kinds of value that a fact gives of what it tells, and of nothing else. */
const OF_DEEDS = new Set<string>(["when", "year", "day", "how-long", "how-much", "how-many"]);

/** "How much did the raid cost?" of a fact that tells how much was seized: the value is another deed's. */
function tellsAnotherDeed(query: Query, _fact: Hit, foreign: (term: QueryTerm) => boolean): boolean {
  const { verb } = query.roles;
  const [kind] = query.asks;
  return (
    kind !== undefined && OF_DEEDS.has(kind) && ownTerms(query).some((term) => term.text === verb && foreign(term))
  );
}

/** "Were any officers among those arrested?": both who may be among them and who they are have to be the fact's. */
function lacksMembers(query: Query, fact: Hit): boolean {
  return (
    query.asksForMembers &&
    ownTerms(query).some(
      (term) => term.weight === "content" && explain(term, fact.entry) === 0 && !isCorrectable(term, query, fact),
    )
  );
}

/** Nouns that only a place answers. */
const PLACES = new Set(["country", "city", "province", "region", "district", "village"]);

/** "Who signed for …" of a fact in which nobody does anything; "which countries did he visit" of one without a place. */
function lacksWhoOrWhere(query: Query, fact: Hit): boolean {
  const [kind] = query.asks;
  // Where an editor gave no values at all, none is missed.
  if (fact.features.slot >= 0 || editorsFact(fact)?.slots.length === 0) return false;
  if (kind === "who") return ownTerms(query).some((term) => term.predicate);
  return kind === "where" && focusOf(query).some(({ concepts }) => concepts.some((idea) => PLACES.has(idea)));
}

/** "Why did they come to Cambodia?" of a fact that tells that they left it: a reason has to be stated as one. */
function givesNoReason(query: Query, fact: Hit): boolean {
  return query.wantsReason && fact.features.slot < 0;
}

/** "Who paid for …" of a fact that tells who returned them: what was done has to be the fact's. */
function foreignDeed(query: Query, _fact: Hit, foreign: (term: QueryTerm) => boolean): boolean {
  return ownTerms(query).some((term) => term.predicate && term.weight === "content" && foreign(term));
}

/** The right people, and nothing of what is asked about them. */
function onlyNames(query: Query, _fact: Hit, foreign: (term: QueryTerm) => boolean): boolean {
  const words = query.terms.filter((term) => term.kind === "word" && term.weight === "content");
  return words.length > 0 && words.every(foreign);
}

/** Ways of speaking that have one side: who thanks or admits is not who is thanked. */
const ONE_SIDED = new Set<string>(["thanked", "promised", "hoped", "admitted"]);

/** "What did Savoeun thank Liu for?" of a fact in which Liu thanks: the person named first is not who speaks there. */
function isSaidByAnother(query: Query, hit: Hit): boolean {
  const fact = editorsFact(hit);
  if (!fact || query.asks[0] === "who") return false;
  // "Did Savoeun thank Liu?": who thanks whom is put right.
  if (checks(query) && turnsRolesRound(query, hit)) return false;
  const { mode, speakers } = fact.attribution;
  if (!ONE_SIDED.has(mode) || speakers.length === 0) return false;
  const [first] = query.people;
  return first !== undefined && !speakers.includes(first) && query.people.some((person) => speakers.includes(person));
}

/** "What did Hun Manet say?" of a fact that tells what he is: only what he says himself answers that. */
function isNotTheSpeaker(query: Query, hit: Hit): boolean {
  const fact = editorsFact(hit);
  const speaker = query.roles.speakers.find((entity) => query.people.includes(entity));
  return fact !== undefined && query.asks[0] === "said" && speaker !== undefined && !speaks(speaker, fact);
}

/** Whose words are asked for, when the fact holds nobody else's. */
export function isOwnWords(query: Query, hit: Hit): boolean {
  const speakers = editorsFact(hit)?.attribution.speakers ?? [];
  return query.asks[0] === "said" && speakers.length === 1 && query.roles.speakers.some((id) => speakers.includes(id));
}

function speaks(person: EntityId, { attribution, slots }: Fact): boolean {
  if (attribution.speakers.length > 0) return attribution.speakers.includes(person);
  // What the source itself reports is told by whoever the fact is about, where it has the words of one.
  const tells = slots.some((slot) => slot.asks.includes("said"));
  const tellers = slots.flatMap((slot) => (slot.type === "entity" && slot.asks.includes("who") ? slot.entities : []));
  return tells && tellers.length > 0 && tellers.every((teller) => teller === person);
}

/** What the ways of speaking are called in the languages' lists of ideas. */
const IDEA_OF_MODE: Readonly<Partial<Record<Fact["attribution"]["mode"], string>>> = {
  thanked: "thank",
  promised: "promise",
  hoped: "hope",
  admitted: "admit",
};

/** The question names a way of speaking ("admit", "promise") and who did so, and the fact has it of them. */
export function isToldSo(query: Query, hit: Hit): boolean {
  const fact = editorsFact(hit);
  const idea = fact && IDEA_OF_MODE[fact.attribution.mode];
  return (
    idea !== undefined &&
    query.people.some((person) => fact?.attribution.speakers.includes(person)) &&
    query.terms.some((term) => term.concepts.includes(idea))
  );
}

/** "Did Liu arrest Chen?" of a fact in which others arrest him: who does it, or to whom it is done, is turned round. */
export function turnsRolesRound(query: Query, hit: Hit): boolean {
  const fact = editorsFact(hit);
  return fact !== undefined && strangersIn(query, fact).length > 0;
}

/** "Was Liu arrested?" of a fact in which Chen is: of what was not done to somebody, the fact says nothing. */
function isDoneToAnother({ roles, people }: Query, hit: Hit): boolean {
  const persons = roles.affected.filter((entity) => people.includes(entity));
  const done = (editorsFact(hit)?.deeds ?? []).filter(({ idea }) => roles.deeds.includes(idea));
  return persons.length > 0 && done.length > 0 && done.every(({ to }) => outside(persons, to).length > 0);
}

/** Whoever the question has do what the fact has others do, or has it done to. */
function strangersIn({ roles, people }: Query, { deeds = [], attribution }: Fact): readonly EntityId[] {
  const done = deeds.filter(({ idea }) => roles.deeds.includes(idea));
  const strangers = done.flatMap(({ by, to }) => {
    // "The Vietnamese returned": they come home themselves.
    const isDoneByThemselves = roles.affected.length === 0 && roles.actors.some((actor) => to.includes(actor));
    return [...(isDoneByThemselves ? [] : outside(roles.actors, by)), ...outside(roles.affected, to)];
  });
  const idea = IDEA_OF_MODE[attribution.mode];
  if (idea === undefined || !roles.deeds.includes(idea) || done.length > 0) return strangers;
  // A country stands for those who speak for it.
  const speakers = roles.actors.filter((actor) => people.includes(actor));
  return [...strangers, ...outside(speakers, attribution.speakers)];
}

/** All of them, when none is among those who are meant. */
function outside(named: readonly EntityId[], meant: readonly EntityId[]): readonly EntityId[] {
  return meant.length === 0 || named.some((entity) => meant.includes(entity)) ? [] : named;
}

/** Whether the fact tells of the deed that the question is about. */
export function tellsDeed({ roles }: Query, hit: Hit): boolean {
  return editorsFact(hit)?.deeds?.some(({ idea }) => roles.deeds.includes(idea)) ?? false;
}

/** A statement that the user puts up for checking, rather than a question that takes it for granted. */
export function checks(query: Query): boolean {
  return query.claim || query.asks[0] === "yes-no";
}

function editorsFact({ entry: { record } }: Hit): Fact | undefined {
  return record.kind === "fact" && record.fact.origin === "editor" ? record.fact : undefined;
}

/** The noun that the question itself asks for ("which agencies"). */
export function focusOf(query: Query): readonly QueryTerm[] {
  return query.terms.filter((term) => term.focus && term.weight === "content" && !term.inherited);
}

/** How well the fact explains a term, 1 for a term that it need not have. */
export function satisfied(term: QueryTerm, query: Query, fact: Hit): number {
  return isCorrectable(term, query, fact) || namesAskedValue(term, query, fact) ? 1 : explain(term, fact.entry);
}

/**
 * A number, name or date in a statement that the user puts up for checking need not be right: where the fact has a
 * value of that kind, its answer corrects it.
 */
export function isCorrectable(term: QueryTerm, query: Query, fact: Hit): boolean {
  // "And in 2026?" asks about another year; it does not put one up for checking.
  if (
    !checks(query) ||
    query.terms.some((other) => other.inherited) ||
    fact.entry.record.kind !== "fact" ||
    explain(term, fact.entry) > 0
  )
    return false;
  const { slots } = fact.entry.record.fact;
  if (term.kind === "number") return slots.some((slot) => correctsNumber(slot, term));
  if (term.kind === "month") return slots.some((slot) => slot.type === "date");
  if (term.kind === "entity" && strangersIn(query, fact.entry.record.fact).some((id) => entityTerm(id) === term.text))
    return true;
  if (term.kind === "entity" || term.kind === "country" || term.capital)
    return query.claim && slots.some((slot) => slot.type === "entity");
  return false;
}

/** What is a year, as far as digits tell: no quantity puts it right. */
const YEAR = /^(?:1\d|20)\d\d$/;

/** Whether the value is of the kind that a number may get wrong: a quantity, or a date that has a year. */
export function correctsNumber(slot: Slot, { text }: QueryTerm): boolean {
  if (slot.type === "date") return parseEdtf(slot.edtf)?.year !== undefined;
  return slot.type === "quantity" && !YEAR.test(text);
}

/** What a person may be called whatever a fact calls them: who speaks for a country, and "which man" of anybody. */
const ANY_PERSON = new Set(["official", "man"]);

/** A country speaks and acts through people. */
const ANY_COUNTRY = "country";

/** What anything that a fact tells may be called ("what threat did they talk about"). */
const ANY_MATTER = new Set(["challenge", "danger", "threaten"]);

/** "In which year", "which official": the noun names the kind of value, which the fact has. */
function namesAskedValue(term: QueryTerm, query: Query, fact: Hit): boolean {
  const [kind] = query.asks;
  if (!(term.focus || term.predicate) || kind === undefined) return false;
  if (kind === "what") return term.concepts.some((idea) => ANY_MATTER.has(idea)) && fact.entry.asked.has(kind);
  if (fact.features.slot <= 0) return false;
  if (kind === "who" && term.concepts.includes(ANY_COUNTRY)) return true;
  return TIME.has(kind) || (term.concepts.some((idea) => ANY_PERSON.has(idea)) && fact.entry.asked.has("name"));
}
