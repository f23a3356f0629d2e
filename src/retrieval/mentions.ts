/** Finds the people, places and organisations of the fact base in a text, under any of their names. */
import type { Entity, EntityId } from "../fact-base/schema.ts";
import type { Analyzer, Term } from "../language/analyzer.ts";
import { editDistance, forgivenSlips } from "../language/spelling.ts";
import { isUnspaced } from "../language/tokens.ts";

export interface Mention {
  readonly entity: EntityId;
  /** The terms that name it: from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** Named by an office ("the prime minister"), so that the name itself may be what is asked for. */
  readonly byRole: boolean;
}

export interface MentionFinder {
  find(terms: readonly Term[]): readonly Mention[];
}

interface Name {
  readonly entity: EntityId;
  readonly words: readonly string[];
  readonly isRole: boolean;
}

/** Names in every language are looked for: people keep a name's spelling when they change the language. */
export function createMentionFinder(entities: readonly Entity[], analyzer: Analyzer, language: string): MentionFinder {
  const names = new Map<string, Name[]>();
  for (const entity of entities) {
    const roles = entity.roles?.[language] ?? [];
    for (const name of [...namesOf(entity), ...roles]) {
      const words = analyzer.analyze(name).terms.map((term) => term.text);
      const [first] = words;
      if (first === undefined) continue;
      const sameStart = names.get(first) ?? [];
      if (sameStart.some((other) => other.entity === entity.id && sameWords(other.words, words))) continue;
      names.set(
        first,
        [...sameStart, { entity: entity.id, words, isRole: roles.includes(name) }].sort(
          (a, b) => b.words.length - a.words.length,
        ),
      );
    }
  }
  // A misspelt name keeps its first letter, so only names with that letter are compared.
  const fullNames = new Map<string | undefined, Name[]>();
  for (const name of [...names.values()].flat()) {
    if (name.isRole) continue;
    const letter = name.words[0]?.[0];
    const sameLetter = fullNames.get(letter);
    if (sameLetter) sameLetter.push(name);
    else fullNames.set(letter, [name]);
  }

  // A word that the language knows is no misspelt name.
  const isStrange = (term: Term | undefined) =>
    term !== undefined && term.weight === "content" && term.concepts.length === 0 && !analyzer.knows(term.text);

  return {
    find(terms) {
      const texts = terms.map((term) => term.text);
      const mentions: Mention[] = [];
      for (let start = 0; start < texts.length; ) {
        const exact = longest(names.get(texts[start] ?? ""), texts, start);
        const misspelt = fullNames
          .get(texts[start]?.[0])
          ?.find(
            (name) =>
              name.words.length > (exact?.words.length ?? 0) &&
              (name.words.length > 1 || isStrange(terms[start])) &&
              isMisspelt(name.words, texts, start),
          );
        const name = misspelt ?? exact;
        if (!name) {
          start++;
          continue;
        }
        mentions.push({ entity: name.entity, start, end: start + name.words.length, byRole: name.isRole });
        start += name.words.length;
      }
      return mentions;
    },
  };
}

export function namesOf(entity: Entity): readonly string[] {
  return [...new Set([...Object.values(entity.name), ...Object.values(entity.aliases ?? {}).flat()])];
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

function longest(names: readonly Name[] | undefined, texts: readonly string[], start: number): Name | undefined {
  return names?.find((name) => name.words.every((word, i) => texts[start + i] === word));
}

/**
 * One letter too many, too few or swapped in one word of a name whose other words stand as they should ("Chen Zi"), or
 * in a long name of one word ("Poipett"). A replaced letter is forgiven in long words only: in short ones it makes
 * another person's name.
 */
function isMisspelt(words: readonly string[], texts: readonly string[], start: number): boolean {
  let slips = 0;
  for (const [i, word] of words.entries()) {
    const text = texts[start + i];
    if (text === undefined || /\p{N}/u.test(text)) return false;
    if (text === word) continue;
    // A letter is a syllable or a word of its own there.
    if (isUnspaced(word) || word.length < 2) return false;
    if (text[0] !== word[0] || editDistance(text, word, 1) > 1) return false;
    if (words.length === 1 && forgivenSlips(word.length) === 0) return false;
    const isReplaced = text.length === word.length && !haveSameLetters(text, word);
    if (isReplaced && word.length < 5) return false;
    slips++;
  }
  return slips === 1;
}

function haveSameLetters(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b].sort().join("");
}
