/**
 * The fact base as an editor writes it: plain JSON, checked by these strict schemas.
 *
 * Sources follow CSL-JSON (names and types), passages the URL text fragment (`#:~:text=start,end`), dates EDTF
 * (ISO 8601-2, level 0 and unspecified digits of level 1), languages BCP 47, countries ISO 3166-1.
 */
import { z } from "zod";
import { isEdtf } from "./edtf.ts";

/** Ids fit a Telegram deep link and a Discord custom id: lower-case ASCII, at most 40 characters. */
const slug = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case letters and digits joined by single hyphens");

export const FactId = slug.brand<"FactId">();
export const GapId = slug.brand<"GapId">();
export const EntityId = slug.brand<"EntityId">();
export const EventId = slug.brand<"EventId">();
/** A source's id is the publisher's or archive's own, so it may hold more than a slug. */
export const SourceId = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:/-]{0,99}$/u, "expected letters, digits and . _ : / - only, at most 100")
  .brand<"SourceId">();

export const LanguageTag = z.string().refine((tag) => isCanonicalTag(tag), {
  error: "expected a BCP 47 language tag in canonical form, such as de or zh-Hant",
});

const Edtf = z
  .string()
  .refine(isEdtf, { error: "expected an EDTF date, such as 2026-01-15, 2025-07 or XXXX-07 (July, year unknown)" });

// Bidirectional overrides and control characters could make a text read differently from what was reviewed.
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text.trim() === text && !UNSAFE.test(text) && text.isWellFormed(), {
      error: "expected one trimmed line without control or text-direction characters",
    });

/** A text in several languages, keyed by BCP 47 tag. */
const texts = (max: number) => z.record(LanguageTag, line(max));
const wordLists = z.record(LanguageTag, z.array(line(120)).max(40));

/** What a question can ask for; an answer slot and a gap name the same kinds. */
export const ASKED = [
  "who",
  "what",
  "where",
  "when",
  "year",
  "day",
  "how-many",
  "how-long",
  "how-much",
  "how-old",
  "why",
  "how",
  "said",
  "name",
] as const;
export const Asked = z.enum(ASKED);

export const Source = z.strictObject({
  id: SourceId,
  type: z.enum([
    "article-newspaper",
    "article-magazine",
    "webpage",
    "broadcast",
    "post",
    "report",
    "legislation",
    "legal_case",
    "speech",
    "interview",
    "dataset",
  ]),
  title: line(300),
  "container-title": line(200).optional(),
  publisher: line(200),
  issued: z.iso.date(),
  accessed: z.iso.date().optional(),
  language: LanguageTag,
  URL: z
    .httpUrl()
    .refine((url) => !hasCredentials(url), { error: "expected a URL without user name or password" })
    .nullable(),
  custom: z.strictObject({
    /** File name of the document that the passages were taken from. */
    document: line(200),
    /** Of the document's text, set by an import: tells whether it changed since. */
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{14}$/, "expected 14 hexadecimal digits")
      .optional(),
    /** How the document relates to the cited work, when it is not that work itself. */
    note: texts(300).optional(),
  }),
});

export const Entity = z.strictObject({
  id: EntityId,
  kind: z.enum(["person", "place", "organisation", "other"]),
  name: texts(120),
  /** Other spellings, transliterations, abbreviations, adjectives ("kambodschanisch"). */
  aliases: wordLists.optional(),
  /** Offices and capacities as the sources give them. */
  roles: wordLists.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "expected an ISO 3166-1 alpha-2 code")
    .optional(),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, "expected a Wikidata item id")
    .optional(),
  /** The place that holds this one, an entity id. */
  within: EntityId.optional(),
});

export const Event = z.strictObject({
  id: EventId,
  name: texts(120),
  date: Edtf.optional(),
  /** Words that people use for the event, so that its facts are found by them. */
  keywords: wordLists.optional(),
});

const slot = { asks: z.array(Asked).min(1), text: texts(160) };

/** One typed value that a fact states, and how to say it shortly. */
export const Slot = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("entity"), entities: z.array(EntityId).min(1), ...slot }),
  z.strictObject({ type: z.literal("date"), edtf: Edtf, ...slot }),
  z.strictObject({
    type: z.literal("quantity"),
    number: z.number(),
    qualifier: z.enum(["exactly", "over", "about", "at-least", "at-most", "under"]),
    /** What is counted, in words that a question may use for it. */
    unit: wordLists,
    ...slot,
  }),
  z.strictObject({ type: z.literal("reason"), ...slot }),
  z.strictObject({ type: z.literal("quote"), ...slot }),
  z.strictObject({ type: z.literal("description"), ...slot }),
]);

/** Who did what to whom, so that a question which turns it round is not taken for a match. */
export const Deed = z.strictObject({
  /** A key of the languages' lists of ideas ("arrest", "hand-over"). */
  idea: z.string().regex(/^[a-z][a-z-]*$/, "expected a key of the lists of ideas"),
  /** Everybody who may be called the one that did it: the government, the country, the authorities. */
  by: z.array(EntityId).default([]),
  to: z.array(EntityId).default([]),
});

export const Passage = z.strictObject({ start: anchor(), end: anchor() });
export const Evidence = z.strictObject({ source: SourceId, passage: Passage });

const ATTRIBUTION_MODES = ["reported", "said", "thanked", "promised", "hoped", "admitted", "agreed"] as const;
const CERTAINTIES = ["stated", "alleged"] as const;

const Revision = z.strictObject({ date: z.iso.date(), reason: texts(300) });

export const Fact = z.strictObject({
  id: FactId,
  status: z.enum(["draft", "published", "corrected", "withdrawn"]),
  /** `import`: taken from a document sentence by sentence, in its language only. */
  origin: z.enum(["editor", "import"]).default("editor"),
  event: EventId.optional(),
  /** The whole statement, understandable alone, with hedge and speaker. */
  statement: texts(1000),
  /** Languages whose statement is our translation, not the language of the source. */
  translated: z.array(LanguageTag).default([]),
  attribution: z.strictObject({ mode: z.enum(ATTRIBUTION_MODES), speakers: z.array(EntityId).default([]) }),
  certainty: z.enum(CERTAINTIES),
  entities: z.array(EntityId).default([]),
  slots: z.array(Slot).default([]),
  deeds: z.array(Deed).optional(),
  evidence: z.array(Evidence).min(1),
  /** A few questions that this fact answers, as an editor expects them. */
  questions: wordLists.optional(),
  keywords: wordLists.optional(),
  /** Sentences around an imported one that it leans on; searched, never shown. */
  context: line(2000).optional(),
  asOf: z.iso.date(),
  /** Corrections and the withdrawal, oldest first: nothing is deleted, the reason stays. */
  revisions: z.array(Revision).default([]),
  supersededBy: FactId.optional(),
});

/** Something that people ask and the sources leave open. */
export const Gap = z.strictObject({
  id: GapId,
  status: z.enum(["draft", "published", "withdrawn"]),
  asks: z.array(Asked).min(1),
  /** Completes "The sources do not say …": "when Chen Zhi was arrested". */
  text: texts(160),
  questions: wordLists,
  keywords: wordLists.optional(),
  /** The facts that come nearest, best first. */
  nearest: z.array(FactId).min(1),
});

const schemaLink = { $schema: z.string().optional() };

export const BaseFile = z.strictObject({
  ...schemaLink,
  format: z.literal("beleg-fact-base"),
  version: z.literal(1),
  id: slug,
  title: texts(120),
  /** Every fact by an editor has each of these; the first is the default. */
  languages: z.array(LanguageTag).min(1),
  /** Further languages in which facts and gaps have questions and key words, but no statement. */
  askedIn: z.array(LanguageTag).optional(),
});
export const SourcesFile = z.strictObject({ ...schemaLink, sources: z.array(Source) });
export const EntitiesFile = z.strictObject({ ...schemaLink, entities: z.array(Entity) });
export const EventsFile = z.strictObject({ ...schemaLink, events: z.array(Event) });
export const TopicFile = z.strictObject({ ...schemaLink, facts: z.array(Fact), gaps: z.array(Gap).default([]) });

export type FactId = z.infer<typeof FactId>;
export type GapId = z.infer<typeof GapId>;
export type EntityId = z.infer<typeof EntityId>;
export type EventId = z.infer<typeof EventId>;
export type SourceId = z.infer<typeof SourceId>;
export type Asked = z.infer<typeof Asked>;
export type Source = z.infer<typeof Source>;
export type Entity = z.infer<typeof Entity>;
export type Event = z.infer<typeof Event>;
export type Slot = z.infer<typeof Slot>;
export type Passage = z.infer<typeof Passage>;
export type Evidence = z.infer<typeof Evidence>;
export type Fact = z.infer<typeof Fact>;
export type Gap = z.infer<typeof Gap>;
export type Texts = Readonly<Record<string, string>>;

/** A whole fact base in memory, its references checked. */
export interface FactBase {
  readonly id: string;
  readonly title: Texts;
  readonly languages: readonly string[];
  /** Understood by questions and key words alone; told in one of `languages`. */
  readonly askedIn: readonly string[];
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  readonly events: readonly Event[];
  readonly facts: readonly Fact[];
  readonly gaps: readonly Gap[];
}

function anchor() {
  return line(200).refine((text) => text.length <= 8 || wordCount(text) <= 8, { error: "expected at most 8 words" });
}

/** Words as a reader counts them: scripts without spaces are segmented by the Unicode rules. */
function wordCount(text: string): number {
  let words = 0;
  for (const segment of wordSegmenter.segment(text)) if (segment.isWordLike) words++;
  return words;
}

const wordSegmenter = new Intl.Segmenter("und", { granularity: "word" });

const canonicalTags = new Set<string>();

function isCanonicalTag(tag: string): boolean {
  if (canonicalTags.has(tag)) return true;
  try {
    if (Intl.getCanonicalLocales(tag)[0] !== tag) return false;
  } catch {
    return false;
  }
  // A base of 100,000 facts names the same few tags a million times.
  if (canonicalTags.size < 1000) canonicalTags.add(tag);
  return true;
}

function hasCredentials(url: string): boolean {
  // zod goes on to this check with a text that is no URL, and reports that itself.
  if (!URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username !== "" || password !== "";
}
