/** Words that people type without a space between them ("포이펫체포몇명"), and names in Latin letters before Hangul. */

/** Syllables that are words of their own inside such a run. */
const SINGLE = new Set("몇명왜총수년월일곳번개대돈법새및전후뒤중");
/** Begins no other word. */
const HOW_MANY = "몇";
/** Longer than any run of words that a person types. */
const LONGEST = 40;
/** A word that is not known costs more, and the more the longer it is: it may hide known ones. */
const UNKNOWN = 1;
const UNKNOWN_SYLLABLE = 0.6;
const KNOWN = 1;
const KNOWN_SINGLE = 1.2;

/** The words of one written word: the cheapest split, known words before unknown ones. `knows` takes any inflected form. */
export function segment(word: string, knows: (part: string) => boolean): readonly string[] {
  const runs = word.match(/\p{Script=Hangul}+|[^\p{Script=Hangul}]+/gu) ?? [word];
  return runs.flatMap((run) => (/^\p{Script=Hangul}/u.test(run) ? splitRun(run, knows) : [run]));
}

function splitRun(run: string, knows: (part: string) => boolean): readonly string[] {
  if (run.length > LONGEST) return [run];
  if (run.startsWith(HOW_MANY) && run.length > 1) return [HOW_MANY, ...splitRun(run.slice(1), knows)];
  if (run.length < 3 || knows(run)) return [run];
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= run.length; end++) {
    let cheapest = { cost: Number.POSITIVE_INFINITY, from: 0 };
    for (let from = 0; from < end; from++) {
      const before = best[from];
      const cost = (before?.cost ?? Number.POSITIVE_INFINITY) + costOf(run.slice(from, end), knows);
      if (cost < cheapest.cost) cheapest = { cost, from };
    }
    best.push(cheapest);
  }
  const parts: string[] = [];
  for (let end = run.length; end > 0; ) {
    const from = best[end]?.from ?? 0;
    parts.unshift(run.slice(from, end));
    end = from;
  }
  return parts;
}

function costOf(part: string, knows: (part: string) => boolean): number {
  if (part === HOW_MANY) return KNOWN / 2;
  if (part.length === 1) return SINGLE.has(part) ? KNOWN_SINGLE : Number.POSITIVE_INFINITY;
  return knows(part) ? KNOWN : UNKNOWN + UNKNOWN_SYLLABLE * part.length;
}
