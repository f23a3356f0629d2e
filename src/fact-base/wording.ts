/** What the texts of a fact must not lose: hedge, speaker, manner of speaking, number with its qualifier, precision of a date. */
import { spellKhmer } from "../language/khmer.ts";
import type { LanguagePack } from "../language/pack.ts";
import { parseEdtf } from "./edtf.ts";
import type { Entity, Fact, Slot } from "./schema.ts";
import { monthsIn, numbersIn } from "./values.ts";

/** What is wrong with a text, and where in the fact it stands. */
export interface WordingFault {
  readonly field: string;
  readonly message: string;
}

export type EntityLookup = (id: string) => Entity | undefined;
export type PackLookup = (language: string) => LanguagePack | undefined;

export function checkWording(fact: Fact, entity: EntityLookup, pack: PackLookup): WordingFault[] {
  const faults: WordingFault[] = [];
  for (const [language, statement] of Object.entries(fact.statement)) {
    const field = `statement.${language}`;
    const known = pack(language);
    if (known && fact.certainty === "alleged" && !hedges(statement, known)) faults.push({ field, message: LOST_HEDGE });
    faults.push(...checkAttribution(fact, language, statement, entity, known).map((message) => ({ field, message })));
  }
  // An imported sentence stands in the source's own words: its values are as the document writes them.
  if (fact.origin === "import") return faults;
  fact.slots.forEach((slot, i) => {
    for (const [language, text] of Object.entries(slot.text)) {
      const known = pack(language);
      const fault = known && checkSlot(fact, slot, language, text, entity, known);
      if (fault) faults.push({ field: `slots[${i}].text.${language}`, message: fault });
    }
    faults.push(...numberInStatement(fact, slot, pack));
  });
  return faults;
}

const LOST_HEDGE = "lost hedge: certainty is alleged, but no word of this text says so";

export function hedges(text: string, pack: LanguagePack): boolean {
  return pack.words.hedges.length === 0 || matchesAny(text, pack.words.hedges);
}

function checkAttribution(
  fact: Fact,
  language: string,
  statement: string,
  entity: EntityLookup,
  pack?: LanguagePack,
): string[] {
  const { mode, speakers } = fact.attribution;
  const faults: string[] = [];
  for (const id of speakers) {
    const speaker = entity(id);
    if (speaker && !mentions(statement, speaker, language))
      faults.push(`lost speaker: ${id} is not named in this text`);
  }
  if (!pack || mode === "reported" || pack.words.modes[mode].length === 0) return faults;
  if (!matchesAny(statement, pack.words.modes[mode]))
    faults.push(`lost manner of speaking: no word of this text says "${mode}"`);
  return faults;
}

/** Whether the text has a name of the entity in the language; a language without names of its own uses all of them. */
export function mentions(text: string, entity: Entity, language: string): boolean {
  const own = [entity.name[language], ...(entity.aliases?.[language] ?? [])].filter((name) => name !== undefined);
  const names = own.length > 0 ? own : [...Object.values(entity.name), ...Object.values(entity.aliases ?? {}).flat()];
  return names.some((name) => hasPhrase(text, name));
}

/** What a person reads as the answer to "who", "what", "why" or "how" must hedge by itself; a date or number need not. */
const ASSERTING = new Set(["who", "what", "why", "how", "said", "name"]);

function mustHedge(fact: Fact, slot: Slot, entity: EntityLookup): boolean {
  if (fact.certainty !== "alleged" || !slot.asks.some((asked) => ASSERTING.has(asked))) return false;
  switch (slot.type) {
    case "description":
    case "reason":
      return true;
    case "entity": {
      // A place is not accused of anything, and who speaks is certain even when what is said is not.
      const isPlace = slot.entities.every((id) => entity(id)?.kind === "place");
      const isSpeaker = slot.entities.every((id) => fact.attribution.speakers.includes(id));
      return !isPlace && !isSpeaker;
    }
    case "quote":
    case "date":
    case "quantity":
      return false;
    default:
      return slot satisfies never;
  }
}

function checkSlot(
  fact: Fact,
  slot: Slot,
  language: string,
  text: string,
  entity: EntityLookup,
  pack: LanguagePack,
): string | undefined {
  if (mustHedge(fact, slot, entity) && !hedges(text, pack)) return LOST_HEDGE;
  if (slot.type === "quantity" && hasNumberWords(pack)) return checkQuantity(slot, text, pack);
  if (slot.type === "date") return checkDate(slot, language, text, pack);
  return undefined;
}

/** Without the language's number words, "three" could not be told from a missing number. */
function hasNumberWords(pack: LanguagePack): boolean {
  return Object.keys(pack.words.numbers).length > 0;
}

type Quantity = Extract<Slot, { type: "quantity" }>;

function checkQuantity({ number, qualifier }: Quantity, text: string, pack: LanguagePack): string | undefined {
  if (!numbersIn(text, pack).has(number)) return `wrong number: ${number} is not in this text`;
  const words = qualifier === "exactly" ? [] : pack.words.qualifiers[qualifier];
  return words.length > 0 && !words.some((word) => hasPhrase(text, word))
    ? `lost qualifier: no word of this text says "${qualifier}"`
    : undefined;
}

function numberInStatement(fact: Fact, slot: Slot, pack: PackLookup): WordingFault[] {
  if (slot.type !== "quantity") return [];
  return Object.keys(slot.text)
    .filter((language) => {
      const [known, statement] = [pack(language), fact.statement[language]];
      return known && hasNumberWords(known) && statement !== undefined && !numbersIn(statement, known).has(slot.number);
    })
    .map((language) => ({
      field: `statement.${language}`,
      message: `wrong number: ${slot.number} is in a slot but not in this text`,
    }));
}

type DateSlot = Extract<Slot, { type: "date" }>;

function checkDate({ edtf, asks }: DateSlot, language: string, text: string, pack: LanguagePack): string | undefined {
  const date = parseEdtf(edtf);
  if (!date) return undefined;
  const years = (text.match(/(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/gu) ?? []).map((year) => Number([...numbersIn(year)][0]));
  const known = [...edtf.matchAll(/(?:^|\/)(\d{4})/gu)].map(([, year]) => Number(year));
  if (years.some((year) => !known.includes(year))) return `wrong date: the year in this text is not in ${edtf}`;
  const isYearAsked = asks.every((asked) => asked === "year");
  if (isYearAsked)
    return known.length > 0 && years.length === 0 ? `wrong date: the year of ${edtf} is not in this text` : undefined;
  const months = monthsIn(text, language, pack);
  if (date.month !== undefined && pack.words.months.length === 12 && !months.has(date.month))
    return `wrong date: the month of ${edtf} is not in this text`;
  if (date.month === undefined && months.size > 0)
    return `wrong date: this text names a month that ${edtf} leaves open`;
  if (date.day !== undefined && !date.approximate && !numbersIn(text, pack).has(date.day))
    return `wrong date: the day of ${edtf} is not in this text`;
  return undefined;
}

const compiled = new WeakMap<readonly string[], RegExp>();

/** One expression for the whole list, so that a text is read once. */
function matchesAny(text: string, patterns: readonly string[]): boolean {
  let expression = compiled.get(patterns);
  if (!expression) {
    expression = new RegExp(patterns.map((pattern) => `(?:${pattern})`).join("|"), "iu");
    compiled.set(patterns, expression);
  }
  return expression.test(spellKhmer(text.normalize("NFKC")));
}

/** Whether the phrase begins at a word of the text; inflected forms ("Savoeuns") count, parts of words do not. */
function hasPhrase(text: string, phrase: string): boolean {
  const [where, what] = [text, phrase].map((part) => spellKhmer(part.normalize("NFKC").toLowerCase())) as [
    string,
    string,
  ];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    if (
      at === 0 ||
      !/[\p{L}\p{M}\p{N}]/u.test(where[at - 1] ?? "") ||
      /^[\p{Script=Han}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u.test(what)
    )
      return true;
  }
  return false;
}
