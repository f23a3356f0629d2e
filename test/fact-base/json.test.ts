import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "../../src/fact-base/json.ts";

test.each([
  ['{"a": 1,}', 1, 9],
  ['{\n  "a": [}\n', 2, 9],
  ['{"a" 1}', 1, 6],
  ["[1 2]", 1, 4],
  ["[1]\n]", 2, 1],
  ["", 1, 1],
  ['{"a": "b\n"}', 1, 7],
  ["{'a': 1}", 1, 2],
])("the first fault of %j is found", (text, line, column) => {
  expect(parseJson(text)).toMatchObject({ ok: false, line, column });
});

test("every JSON text is read, and cut short it is at fault at its end or before", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, cut) => {
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      const short = text.slice(0, cut % (text.length + 1));
      const read = parseJson(short);
      if (!read.ok) expect(read.column).toBeLessThanOrEqual(short.length + 1);
    }),
  );
});
