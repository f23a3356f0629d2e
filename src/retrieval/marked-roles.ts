/** Who does something to whom in languages that mark it beside the verb (被 before who did it) or on the name (를). */
import type { EntityId } from "../fact-base/schema.ts";
import type { Term } from "../language/analyzer.ts";
import type { ParticleMarks, WordMarks } from "../language/pack.ts";
import { matches } from "./question-kind.ts";
import type { Roles } from "./roles.ts";

/** A mention of an entity: what it stands for and the last of its words, which carries its particle. */
export interface NamedTerm {
  readonly entity: EntityId;
  readonly last: string;
}

/** Which entity a term stands for, if any. */
export type NameOf = (term: Term) => NamedTerm | undefined;

/**
 * By the words beside the verb: only the names next to it have a role, since clauses nest without a mark ("thanked
 * Cambodia for arresting Chen"). Of several verbs the last one with a name beside it counts; `undefined` where none has.
 */
export function rolesByWords(
  terms: readonly Term[],
  nameOf: NameOf,
  marks: WordMarks,
  subjectWords: readonly string[],
): Roles | undefined {
  const words = terms.map((term) => term.token.text);
  const isOneOf = (list: readonly string[], at: number) => list.includes(words[at] ?? "");
  const isMark = (at: number) => isOneOf([...marks.agent, ...marks.recipient, ...marks.other], at);
  const isPassedOver = (at: number) => terms[at]?.weight === "stop" && !isMark(at) && !isOneOf(subjectWords, at);
  const before = (from: number) => {
    let at = from;
    while (isPassedOver(at) || isOneOf(subjectWords, at)) at--;
    return at;
  };
  const behind = (from: number) => {
    let at = from;
    while (isPassedOver(at)) at++;
    return at;
  };
  const entityAt = (at: number) => {
    const term = terms[at];
    const entity = term && nameOf(term)?.entity;
    return entity === undefined ? [] : [entity];
  };
  const rolesOf = (verb: number): Roles => {
    const after = behind(verb + 1);
    const objects = entityAt(isOneOf(marks.recipient, after) ? behind(after + 1) : after);
    const { concepts: deeds = [], text } = terms[verb] ?? {};
    const found = { deeds, speakers: [], ...(text === undefined ? {} : { verb: text }) };
    const at = before(verb - 1);
    if (isOneOf(marks.agent, at)) return { actors: [], affected: entityAt(before(at - 1)), ...found };
    const name = entityAt(at);
    if (name.length === 0) return { actors: [], affected: objects, ...found };
    if (matches(marks.passive, words[verb] ?? "")) return { actors: [], affected: name, ...found };
    if (isOneOf(marks.agent, at - 1))
      return { actors: name, affected: [...objects, ...entityAt(before(at - 2))], ...found };
    if (isOneOf(marks.recipient, at - 1))
      return { actors: entityAt(before(at - 2)), affected: [...name, ...objects], ...found };
    if (isOneOf(marks.other, at - 1)) return { actors: [], affected: objects, ...found };
    // "班迭棉吉抓了多少人": without an object the name may be the place.
    const isTransitive = objects.length > 0 || isOneOf(subjectWords, after);
    return { actors: isTransitive ? name : [], affected: objects, ...found };
  };
  const verbs = terms.flatMap((term, i) => (term.weight !== "stop" && term.concepts.length > 0 ? [i] : []));
  const all = verbs.map(rolesOf).filter(({ actors, affected }) => actors.length + affected.length > 0);
  return all.at(-1);
}

/** By the particles of the names; where a sentence has several verbs, nobody is taken for either. */
export function rolesByParticles(
  terms: readonly Term[],
  nameOf: NameOf,
  marks: ParticleMarks,
  subjectWords: readonly string[],
): Roles {
  const named = terms.flatMap((term) => nameOf(term) ?? []);
  const marked = (pattern: string) => named.filter(({ last }) => matches(pattern, last)).map(({ entity }) => entity);
  const [subjects, topics, objects] = [marked(marks.subject), marked(marks.topic), marked(marks.object)];
  const recipients = marked(marks.recipient);
  const speakers = [...subjects, ...topics];
  const verbs = terms.filter(
    ({ concepts, token, weight }) => weight !== "stop" && concepts.length > 0 && matches(marks.verb, token.text),
  );
  const [verb] = verbs;
  if (!verb || verbs.length > 1) return { actors: [], affected: [], deeds: [], speakers };
  const found = { deeds: verb.concepts, verb: verb.text, speakers };
  if (matches(marks.passive, verb.token.text)) return { actors: recipients, affected: speakers, ...found };
  const affected = [...objects, ...recipients];
  // "천즈는 누가 체포했나요": who does it is asked for, so that the topic is whom it is done to.
  if (terms.some(({ token }) => subjectWords.includes(token.text)))
    return { actors: subjects, affected: [...topics, ...affected], ...found };
  const isTransitive = affected.length > 0 || terms.some(({ token }) => matches(marks.askedObject, token.text));
  return { actors: isTransitive ? speakers : subjects, affected, ...found };
}
