/**
 * The value of a number that is spelled out in number words one after another, as in Chinese ("二百七十" is 270, "二〇二六"
 * 2026) or Khmer ("ពីររយចិតសិប" is 270); `undefined` for anything else, single words included. `values` holds digits and
 * powers of ten, and the words for numbers between them where there are any.
 */
export function composedNumber(run: string, values: Readonly<Record<string, number>>): number | undefined {
  const numbers = numberWords(run, values);
  if (numbers === undefined || numbers.length < 2) return undefined;
  // A row of digits is read like one, if it is as long as a year.
  if (numbers.every((number) => number < 10)) return numbers.length === 4 ? Number(numbers.join("")) : undefined;
  let total = 0;
  let scale = 0;
  let group = 0;
  let digit: number | undefined;
  for (const number of numbers) {
    if (number < 10) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = number;
    } else if (number < MYRIAD) {
      group += (digit ?? 1) * number;
      digit = undefined;
    } else {
      const below = group + (digit ?? 0);
      // "一亿两千万" adds, "一万亿" multiplies.
      if (below > 0 && number < scale) total += below * number;
      else total = (total + below) * number;
      scale = number;
      group = 0;
      digit = undefined;
    }
  }
  return total + group + (digit ?? 0);
}

/** East Asian numbers group by four digits. */
const MYRIAD = 10_000;

/** Code units of the longest number that is read; people spell out shorter ones. */
const LONGEST = 60;

interface NumberWords {
  /** In code units. */
  readonly longest: number;
  readonly firstLetters: ReadonlySet<string>;
}

const shapes = new WeakMap<Readonly<Record<string, number>>, NumberWords>();

/** Most runs begin with no number word, which this tells at a glance. */
function shapeOf(values: Readonly<Record<string, number>>): NumberWords {
  let shape = shapes.get(values);
  if (!shape) {
    const words = Object.keys(values);
    const longest = Math.max(0, ...words.map((word) => word.length));
    shape = { longest, firstLetters: new Set(words.map((word) => word.charAt(0))) };
    shapes.set(values, shape);
  }
  return shape;
}

/** Where the number words end that stand one after another from `at` on, counted from there; the longest word is taken. */
export function numeralLengths(run: string, at: number, values: Readonly<Record<string, number>>): readonly number[] {
  const { longest, firstLetters } = shapeOf(values);
  const lengths: number[] = [];
  for (let end = at; end - at < LONGEST && firstLetters.has(run.charAt(end)); ) {
    let size = Math.min(longest, run.length - end);
    while (size > 0 && !Object.hasOwn(values, run.slice(end, end + size))) size--;
    if (size === 0) break;
    end += size;
    lengths.push(end - at);
  }
  return lengths;
}

/** The values of the number words that the run is made of; `undefined` where it has other parts. */
function numberWords(run: string, values: Readonly<Record<string, number>>): number[] | undefined {
  const lengths = numeralLengths(run, 0, values);
  if (lengths.at(-1) !== run.length) return undefined;
  return lengths.map((end, i) => values[run.slice(lengths[i - 1] ?? 0, end)] ?? 0);
}
