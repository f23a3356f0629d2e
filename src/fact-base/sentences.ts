/**
 * Splits a text of any language into sentences: the Unicode rules (UAX #29) as Intl.Segmenter applies them, corrected
 * where they know too little: abbreviations, initials, ordinals with a dot, quotes, numbers that begin a sentence, and
 * scripts that put a space instead of a full stop.
 */
export interface Sentence {
  /** Offsets in the text, without the white space around the sentence. */
  readonly start: number;
  readonly end: number;
  /** Number of the paragraph, from 0. */
  readonly paragraph: number;
}

/** Longest stretch taken as one sentence; a longer one is cut at its clauses. */
const MAX_LENGTH = 1000;
/** Aim for scripts that do not mark the end of a sentence, about one sentence of news. */
const UNMARKED_LENGTH = 100;

export function splitSentences(text: string, language: string): Sentence[] {
  const segmenter = sentenceSegmenter(language);
  const sentences: Sentence[] = [];
  paragraphs(text).forEach((paragraph, number) => {
    // A line break inside a paragraph is a space: the Unicode rules would end a sentence at it.
    const body = text.slice(paragraph.start, paragraph.end).replace(/[\n\r\u2028\u2029\u0085]/gu, " ");
    const cuts = joinWordless(body, boundaries(body, segmenter, language));
    cuts.forEach((from, i) => {
      for (const part of clauses(body, from, cuts[i + 1] ?? body.length)) {
        const span = trim(text, paragraph.start + part.start, paragraph.start + part.end);
        if (span.start < span.end && WORD.test(text.slice(span.start, span.end)))
          sentences.push({ ...span, paragraph: number });
      }
    });
  });
  return sentences;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]/u;
const TERMINATED = /[\p{Sentence_Terminal}…:;][\p{Pe}\p{Pf}\p{Pi}"'’]*$/u;
const CONTINUES = /^(?:\p{Ll}|\p{Nd}+(?![.)]\s)(?!\p{Nd}))/u;

/** A line break ends a paragraph unless the line is visibly unfinished and the next one goes on with it. */
function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const { index, 0: gap } of text.matchAll(/\s*[\n\r\u2028\u2029]\s*/gu)) {
    const isBlankLine = /\n\s*\n|\r\s*\r|\u2029/u.test(gap.replaceAll("\r\n", "\n"));
    const next = text.slice(index + gap.length, index + gap.length + 12);
    if (!isBlankLine && CONTINUES.test(next) && !TERMINATED.test(text.slice(Math.max(start, index - 8), index)))
      continue;
    found.push({ start, end: index });
    start = index + gap.length;
  }
  found.push({ start, end: text.length });
  return found.filter(({ start, end }) => start < end);
}

/** Where the sentences of one paragraph begin, first 0. */
function boundaries(body: string, segmenter: Intl.Segmenter, language: string): number[] {
  const starts = new Set<number>([0]);
  for (const index of unicodeBoundaries(body, segmenter)) {
    const at = correct(body, index, language);
    if (at !== undefined) starts.add(at);
  }
  for (const { index, 0: mark } of body.matchAll(NUMBER_BEGINS)) {
    const at = index + mark.length;
    if (!endsInAbbreviation(body.slice(Math.max(0, at - REACH), at).trimEnd(), language)) starts.add(at);
  }
  return [...starts].sort((a, b) => a - b);
}

/** Characters before a boundary that decide about it. */
const REACH = 40;
const WINDOW = 4000;

/** Segments window by window: on one long string every step of the segmenter takes time in proportion to its length. */
function unicodeBoundaries(body: string, segmenter: Intl.Segmenter): number[] {
  const found: number[] = [];
  for (let from = 0, size = WINDOW; from < body.length; ) {
    const isLast = from + size >= body.length;
    const inside = Array.from(segmenter.segment(body.slice(from, from + size)), ({ index }) => from + index).slice(1);
    // What comes last in the window may be cut off: it begins the next one.
    const next = inside.at(-1);
    for (const index of inside) found.push(index);
    if (isLast) break;
    if (next === undefined) size *= 2;
    else [from, size] = [next, WINDOW];
  }
  return found;
}

/** The Unicode rules see no end before a number; a word of three letters or more with a full stop is one. */
const NUMBER_BEGINS = /[.!?](?<=[\p{L}\p{M}]{3}[)\]"”“»’]?[.!?])["”“»’)\]]*\s+(?=\p{Nd})/gu;
const NOTE = /^[^\][]{0,60}\]\s*/u;

/** The boundary at `at`, moved to where a reader sees it; `undefined` when there is none. */
function correct(body: string, at: number, language: string): number | undefined {
  const before = body.slice(Math.max(0, at - REACH), at);
  const after = body.slice(at, at + 80);
  const left = before.trimEnd();
  if (/\[$/u.test(before)) {
    const note = NOTE.exec(after);
    return note && at + note[0].length < body.length ? at + note[0].length : undefined;
  }
  // "。“Next": an opening quote that the rules took for a closing one.
  const opening = /[“‘«„「『《（(]$/u.exec(before);
  if (opening) return at - opening[0].length;
  if (/^\p{Ll}/u.test(after)) return undefined;
  if (/^[\p{Pe}\p{Pf},;:，、；：。)]/u.test(after) && !/^[»]\p{L}/u.test(after)) return undefined;
  if (/[!?…][\p{Pe}\p{Pf}\p{Pi}"'’]+$/u.test(left) && /^[(（]/u.test(after)) return undefined;
  if (/\.\s\.$/u.test(left)) return undefined;
  return endsInAbbreviation(left, language) && !STARTERS.test(after) ? undefined : at;
}

/** Languages that write ordinals with a full stop: "am 3. Mai". */
const ORDINAL_DOT = new Set("de lb da nb nn no fo is fi et lv cs sk pl hu sl hr bs sr tr eu".split(" "));

/** Abbreviations that a sentence does not end with, lower-cased, of the languages that news comes in most. */
const ABBREVIATIONS = new Set(
  `dr mr mrs ms prof st sr sra srta mme mlle m mgr hr fr frl nr no nos núm núms mio mrd tsd bzw ca vs v c cf al vol pp p s n z d u i
  ed eds gen col lt sgt capt cmdr adm maj gov sen rep rev hon pres fig approx est dept univ op chr abb abs art bd inkl
  exkl evtl ggf sog vgl geb gest jh jhd zzgl dipl ing ehem insb max min tel str av blvd tp ths ts pgs gs bs ks
  им ул пр см напр др проф акад ген кв обл гл nr prof lect conf dl dna bkz örn sn yy hz tlf
  π.χ μ.χ δρ κ`
    .trim()
    .split(/\s+/u),
);
const STARTERS = /^(?:The|In|It|He|She|They|This|These|But|However|A|An|On|At|Der|Die|Das|Im|Er|Sie|Es)\s/u;

function endsInAbbreviation(left: string, language: string): boolean {
  if (!left.endsWith(".")) return false;
  if (
    ORDINAL_DOT.has(language.split("-")[0] ?? "") &&
    /(?<![\p{Nd}.,-]|\p{Nd}\s)(?:\p{Nd}{1,2}|[IVX]{1,5})\.$/u.test(left)
  )
    return true;
  const word = /(?:^|[\s(["'“„«»(-])([\p{L}\p{M}.]+)\.$/u.exec(left)?.[1];
  if (word === undefined) return false;
  if (/(?:^|[\s(])\p{L}\.\s\p{L}\.$/u.test(left)) return true;
  // Initials, and letters with full stops between ("U.S.", "z.B.").
  if (/^\p{Lu}\p{M}*$/u.test(word) || /^(?:\p{L}{1,2}\.)+\p{L}{1,3}$/u.test(word)) return true;
  return ABBREVIATIONS.has(word.toLowerCase());
}

/** Joins a stretch without a letter or digit ("* * *") to the sentence before it. */
function joinWordless(body: string, starts: readonly number[]): number[] {
  return starts.filter((start, i) => i === 0 || WORD.test(body.slice(start, starts[i + 1] ?? body.length)));
}

const UNMARKED = /[\p{Script=Thai}\p{Script=Lao}]/u;

function clauses(body: string, start: number, end: number): Span[] {
  const isUnmarked = end - start > UNMARKED_LENGTH && UNMARKED.test(body.slice(start, end));
  if (isUnmarked)
    return cut(
      body,
      start,
      end,
      /(?<=[\p{Script=Thai}\p{Script=Lao}\p{M}ๆฯ\p{Nd}"”)])\s+(?=[\p{Script=Thai}\p{Script=Lao}"“(])/gu,
      UNMARKED_LENGTH,
    );
  if (end - start <= MAX_LENGTH) return [{ start, end }];
  return cut(body, start, end, /(?<=[;:；：、，,.。)–—-])\s*(?=\S)|\s+/gu, MAX_LENGTH / 2).flatMap((part) =>
    hardCut(body, part),
  );
}

/** Cuts at the first break after `length` characters; no part is left shorter than half of that. */
function cut(body: string, start: number, end: number, breaks: RegExp, length: number): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const { index, 0: gap } of body.slice(start, end).matchAll(breaks)) {
    const at = start + index + gap.length;
    if (at - from < length || end - at < length / 2) continue;
    parts.push({ start: from, end: at });
    from = at;
  }
  return [...parts, { start: from, end }];
}

/** Text without any break, such as encoded data, is cut by length, never inside a surrogate pair. */
function hardCut(body: string, { start, end }: Span): Span[] {
  if (end - start <= MAX_LENGTH) return [{ start, end }];
  const parts: Span[] = [];
  for (let from = start; from < end; ) {
    const splitsPair = /[\ud800-\udbff]$/.test(body.slice(from, from + MAX_LENGTH));
    const to = Math.min(end, from + MAX_LENGTH - (splitsPair ? 1 : 0));
    parts.push({ start: from, end: to });
    from = to;
  }
  return parts;
}

function trim(text: string, start: number, end: number): Span {
  const body = text.slice(start, end);
  const lead = body.length - body.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + body.trimEnd().length) };
}

const segmenters = new Map<string, Intl.Segmenter>();

function sentenceSegmenter(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
