import { describe, expect, test } from "vitest";
import { findDates, findQuantities } from "../../src/fact-base/values.ts";
import { packFor } from "../../src/language/packs.ts";

const dates = (text: string, language: string) =>
  findDates(text, language, packFor(language)).map(({ start, end, edtf }) => [text.slice(start, end), edtf]);
const quantities = (text: string, language: string) => {
  const pack = packFor(language);
  return findQuantities(text, findDates(text, language, pack), pack).map(({ start, end, number, qualifier }) => [
    text.slice(start, end),
    number,
    qualifier,
  ]);
};

describe("dates are found", () => {
  test.each([
    ["de", "Am 15. Januar 2026 kam er.", "15. Januar 2026", "2026-01-15"],
    ["de", "Bereits im Juli kam er.", "Juli", "XXXX-07"],
    ["de", "Am 3.4.2025 kam er.", "3.4.2025", "2025-04-03"],
    ["en", "He came on January 15th, 2026.", "January 15th, 2026", "2026-01-15"],
    ["en", "He came in May 2012 by ship.", "May 2012", "2012-05"],
    ["en", "It was 1998 when he came.", "1998", "1998"],
    ["zh", "它于2015年2月24日辞职。", "2015年2月24日", "2015-02-24"],
    ["vi", "Ngày 20 tháng 9 năm 1565, họ đến.", "20 tháng 9 năm 1565", "1565-09-20"],
    ["vi", "Vào tháng 12 năm 2015, họ đến.", "tháng 12 năm 2015", "2015-12"],
    ["ko", "2026년 1월 15일에 만났다.", "2026년 1월 15일", "2026-01-15"],
    ["es", "El 15 de enero de 2026 llegó.", "15 de enero de 2026", "2026-01-15"],
    ["fr", "Il arriva le 1er mars 2024.", "1er mars 2024", "2024-03-01"],
    ["ru", "Он прибыл 15 января 2026 года.", "15 января 2026", "2026-01-15"],
  ])("in %s: %s", (language, text, span, edtf) => {
    expect(dates(text, language)).toEqual([[span, edtf]]);
  });

  test("but not in words and numbers that only look like one", () => {
    expect(dates("They may march in one of 1,999 ways for $1500.", "en")).toEqual([]);
    expect(dates("Der 31.2.2025 ist kein Tag.", "de")).toEqual([]);
  });

  test("a date whose day and month cannot be told apart is its year", () => {
    expect(dates("He came on 5/6/2020.", "en")).toEqual([["5/6/2020", "2020"]]);
    expect(dates("He came on 5/16/2020.", "en")).toEqual([["5/16/2020", "2020-05-16"]]);
  });
});

describe("quantities are found", () => {
  test.each([
    ["de", "Dabei wurden über 270 Personen festgenommen.", "über 270 Personen", 270, "over"],
    ["de", "Sie übergaben 110 vietnamesische Staatsbürger.", "110 vietnamesische Staatsbürger", 110, "exactly"],
    ["de", "Es kostete rund 1,5 Millionen Euro.", "rund 1,5 Millionen Euro", 1_500_000, "about"],
    ["en", "At least twelve people left.", "At least twelve people", 12, "at-least"],
    ["en", "It covers 1,160,000 hectares.", "1,160,000 hectares", 1_160_000, "exactly"],
    ["en", "It fell by 60%.", "60%", 60, "exactly"],
    ["zh", "防守只丢了308分。", "308分", 308, "exactly"],
  ])("in %s: %s", (language, text, span, number, qualifier) => {
    expect(quantities(text, language)).toEqual([[span, number, qualifier]]);
  });

  test("but not in ordinals, decades, dates and names", () => {
    expect(quantities("The 5th LC-34 test of the 1960s was on 3 May 2001.", "en")).toEqual([]);
    expect(quantities("Im 16. Jahrhundert", "de")).toEqual([]);
  });
});
