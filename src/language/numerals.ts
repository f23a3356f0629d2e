/**
 * The value of a number that is spelled out in number signs one after another, as in Chinese ("二百七十" is 270, "二〇二六"
 * 2026); `undefined` for anything else, single signs included. `values` holds digits and the powers of ten.
 */
export function composedNumber(run: string, values: Readonly<Record<string, number>>): number | undefined {
  if (!Object.hasOwn(values, run.charAt(0))) return undefined;
  const signs = [...run];
  const numbers = signs.map((sign) => (Object.hasOwn(values, sign) ? (values[sign] ?? 0) : Number.NaN));
  if (signs.length < 2 || numbers.some(Number.isNaN)) return undefined;
  // A row of digits is read like one, if it is as long as a year.
  if (numbers.every((number) => number < 10)) return signs.length === 4 ? Number(numbers.join("")) : undefined;
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
