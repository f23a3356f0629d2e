/**
 * Dates that need not be exact, a subset of EDTF (ISO 8601-2:2019): years, months and days with unspecified digits
 * (`XXXX-07` is a July of an unknown year), `~` about, `?` uncertain, `%` both, and intervals with an open end (`..`).
 */
export interface EdtfDate {
  readonly year?: number;
  /** 1 to 12 */
  readonly month?: number;
  /** 1 to 31 */
  readonly day?: number;
  readonly approximate: boolean;
}

const POINT = /^(\d{4}|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%])?$/;

/** The date at a point in time; the begin of an interval. `undefined` when the text is not in the subset. */
export function parseEdtf(text: string): EdtfDate | undefined {
  const [begin = "", end] = text.split("/");
  const first = parsePoint(begin);
  if (!first || text.split("/").length > 2) return undefined;
  if (end === undefined || end === "..") return first;
  const last = parsePoint(end);
  return last && order(first) <= order(last) ? first : undefined;
}

export function isEdtf(text: string): boolean {
  return parseEdtf(text) !== undefined;
}

function parsePoint(text: string): EdtfDate | undefined {
  const match = POINT.exec(text);
  if (!match) return undefined;
  const [, year, month, day, mark] = match;
  const known = (digits: string | undefined) => (digits && !digits.startsWith("X") ? Number(digits) : undefined);
  const [y, m, d] = [known(year), known(month), known(day)];
  if (m !== undefined && (m < 1 || m > 12)) return undefined;
  // A leap year stands in for an unknown one, so that 29 February stays possible.
  if (d !== undefined && (d < 1 || d > new Date(Date.UTC(y ?? 2024, m ?? 1, 0)).getUTCDate())) return undefined;
  return {
    ...(y === undefined ? {} : { year: y }),
    ...(m === undefined ? {} : { month: m }),
    ...(d === undefined ? {} : { day: d }),
    approximate: mark !== undefined,
  };
}

function order({ year = 0, month = 0, day = 0 }: EdtfDate): number {
  return (year * 100 + month) * 100 + day;
}
