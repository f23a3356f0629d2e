/** What the index sees of a text, script by script. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { packFor } from "../../src/language/packs.ts";
import { canonicalNumber, foldDiacritics, ngrams, normalize, tokenize } from "../../src/language/tokens.ts";

const texts = (text: string) => tokenize(text).map((token) => token.text);
const numbers = (text: string) => tokenize(text).flatMap((token) => (token.kind === "number" ? [token.text] : []));

describe("tokens", () => {
  it.each([
    ["German", "Über 270 Verdächtige – in Poipet!", ["über", "270", "verdächtige", "in", "poipet"]],
    ["English, with the contractions off", "It's Manet's police; don't.", ["it", "manet", "police", "don"]],
    ["typographic apostrophes", "It’s Manet’s", ["it", "manet"]],
    ["acronyms with points", "U.S. and U.N. aid", ["us", "and", "un", "aid"]],
    ["hyphens", "Online-Betrug, COVID-19", ["online", "betrug", "covid", "19"]],
    ["Chinese, by words", "警方逮捕了270名", ["警方", "逮捕", "了", "270", "名"]],
    ["Japanese, by words", "警察が270人を逮捕した", ["警察", "が", "270", "人", "を", "逮捕", "した"]],
    ["Korean, by spaces", "경찰은 체포했다", ["경찰은", "체포했다"]],
    ["Korean, digits apart from the counter", "270명을", ["270", "명을"]],
    ["Vietnamese, by syllables with their marks", "Cảnh sát bắt giữ", ["cảnh", "sát", "bắt", "giữ"]],
    ["Vietnamese without marks", "Canh sat bat giu", ["canh", "sat", "bat", "giu"]],
    ["Russian", "Полиция задержала 270 человек", ["полиция", "задержала", "270", "человек"]],
    ["Arabic", "اعتقلت الشرطة ٢٧٠ شخصا", ["اعتقلت", "الشرطة", "270", "شخصا"]],
    ["two scripts", "Poipet市の警察", ["poipet", "市", "の", "警察"]],
    ["full-width letters and digits", "ＡＢＣ　１２３", ["abc", "123"]],
    ["ligatures and circled digits", "ﬁnal ①", ["final", "1"]],
    ["nothing but marks and signs", "😀 — … \u0301 ⸮ %", []],
  ])("of %s", (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it.each([
    ["Thai", "ตำรวจจับกุมผู้ต้องสงสัย", "จับกุม"],
    ["Khmer", "ប៉ូលីសបានចាប់ខ្លួនមនុស្ស", "ចាប់ខ្លួន"],
    ["Lao", "ຕຳຫຼວດຈັບກຸມ", "ຈັບ"],
  ])("of %s are several words, though there are no spaces", (_, text, part) => {
    const tokens = tokenize(text);
    expect(tokens.length).toBeGreaterThan(1);
    expect(tokens.every(({ kind }) => kind === "ideographic")).toBe(true);
    // No letter and no vowel sign is lost on the way.
    expect(tokens.map((token) => token.text).join("")).toBe(normalize(text));
    expect(texts(text).join(" ")).toContain(part);
  });

  it("hide nothing behind invisible or reordering characters", () => {
    expect(texts("Poi\u00adpet")).toEqual(["poipet"]);
    expect(texts("Poi\u200bpet \u202etac\u202c")).toEqual(["poipet", "tac"]);
    expect(texts("P\u0336o\u0336i\u0336").join("")).toMatch(/^p/);
  });

  it("know where a capital stood", () => {
    expect(tokenize("the Minister of ÖSTERREICH").map(({ capital }) => capital)).toEqual([false, true, false, true]);
  });
});

describe("numbers", () => {
  it.each([
    ["1.234", "1234"],
    ["1,234", "1234"],
    ["1’234", "1234"],
    ["1\u00a0234", "1234"],
    ["1\u202f234", "1234"],
    ["1.234.567", "1234567"],
    ["1,234,567.89", "1234567.89"],
    ["1.234.567,89", "1234567.89"],
    ["3,5", "3.5"],
    ["3.14", "3.14"],
    ["٣", "3"],
    ["٢٧٠", "270"],
    ["۲۷۰", "270"],
    ["२७०", "270"],
    ["๒๗๐", "270"],
    ["២៧០", "270"],
    ["２７０", "270"],
    ["2025", "2025"],
  ])("%s is %s", (written, canonical) => {
    expect(numbers(`a ${written} b`)).toEqual([canonical]);
  });

  it.each([
    ["Thai", "จับกุม๒๗๐คน"],
    ["Khmer", "មនុស្ស២៧០នាក់"],
    ["Lao", "ຄົນ໒໗໐ຄົນ"],
    ["Burmese", "လူ၂၇၀ဦး"],
    ["Chinese with ASCII digits", "逮捕270人"],
  ])("in the digits of %s are found between letters, too", (_, text) => {
    expect(numbers(text)).toEqual(["270"]);
  });

  it("keep units and ordinals apart from the figure", () => {
    expect(texts("the 270th 5G 30kg")).toEqual(["the", "270", "th", "5", "g", "30", "kg"]);
  });

  it("never fuse a sentence's end or a list", () => {
    expect(numbers("Es waren 270. 110 kamen.")).toEqual(["270", "110"]);
    expect(numbers("1, 2, 3")).toEqual(["1", "2", "3"]);
  });

  it("written as words are the figure", () => {
    const { terms } = createAnalyzer(packFor("en")).analyze("twelve boats");
    expect(terms[0]).toMatchObject({ text: "12", token: { kind: "number" } });
    expect(createAnalyzer(packFor("de")).analyze("zwölf Boote").terms[0]?.text).toBe("12");
    expect(createAnalyzer(packFor("de")).analyze("zwoelf Boote").terms[0]?.text).toBe("12");
  });

  it("grouped as a locale does are the plain digits", () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.constantFrom("de", "en", "de-CH", "ar-EG", "fa"), (n, locale) => {
        expect(canonicalNumber(new Intl.NumberFormat(locale).format(n).replaceAll("٬", ","))).toBe(String(n));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe("folding", () => {
  it.each([
    ["Rückführung", "Ruckfuhrung"],
    ["Straße", "Strasse"],
    ["café", "cafe"],
    ["Đà Nẵng", "Đa Nang"],
    ["smørrebrød", "smorrebrod"],
    ["Αθήνα", "Αθηνα"],
  ])("%s → %s", (word, folded) => {
    expect(foldDiacritics(word)).toBe(folded);
  });

  it.each(["й", "ё", "が", "ប៉ូលីស", "ตำรวจ", "हिन्दी", "شرطة", "경찰"])(
    "leaves %s alone: there a mark is part of the letter",
    (word) => {
      expect(foldDiacritics(word)).toBe(word.normalize("NFC"));
    },
  );

  const anyText = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.string({ unit: "binary", maxLength: 30 }),
  );

  it("is idempotent", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldDiacritics(text);
        expect(foldDiacritics(once)).toBe(once);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("normalizing is idempotent and well-formed", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("an analysis does not depend on how letters were composed", () => {
    const analyzers = ["de", "en", "vi", "zh", "ko", "xx"].map((tag) => createAnalyzer(packFor(tag)));
    const sample = fc.oneof(
      anyText,
      fc.constantFrom("Rückführung über Städte", "Cảnh sát bắt giữ người", "경찰은 체포했다", "ポイペトの警察が"),
    );
    fc.assert(
      fc.property(sample, fc.constantFrom(...analyzers), (text, analyzer) => {
        expect(analyzer.analyze(text.normalize("NFD"))).toEqual(analyzer.analyze(text.normalize("NFC")));
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it("tokens are in the text's order and are what tokenizing them again gives", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenize(text);
        expect(tokens.map(({ position }) => position)).toEqual(tokens.map((_, i) => i));
        for (const token of tokens) {
          expect(token.text).not.toBe("");
          expect(token.text).not.toMatch(/\s/u);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe("letter sequences", () => {
  it("overlap; a short word is one of its own", () => {
    expect(ngrams("razzia", 4)).toEqual(["razz", "azzi", "zzia"]);
    expect(ngrams("rat", 4)).toEqual(["rat"]);
    expect(ngrams("警方逮捕", 2)).toEqual(["警方", "方逮", "逮捕"]);
  });

  it("never part a letter from its marks", () => {
    expect(ngrams("चिकित्सा", 2).every((gram) => !/^\p{M}/u.test(gram))).toBe(true);
  });

  it("run across word bounds where there are no spaces, and stop at stop words and numbers", () => {
    const { grams } = createAnalyzer(packFor("zh")).analyze("警方逮捕了270名嫌疑人");
    expect(grams).toContain("方逮");
    expect(grams).toContain("270");
    expect(grams.some((gram) => gram.includes("了"))).toBe(false);
  });

  it("of Korean are syllables, so that a noun meets itself with another particle", () => {
    const analyzer = createAnalyzer(packFor("ko"));
    const shared = new Set(analyzer.analyze("경찰은").grams);
    expect(analyzer.analyze("경찰이").grams.some((gram) => shared.has(gram))).toBe(true);
  });

  it("of Vietnamese are pairs of syllables", () => {
    expect(createAnalyzer(packFor("vi")).analyze("nghi phạm Poipet").grams).toEqual(["nghi phạm", "phạm poipet"]);
  });
});

describe("terms", () => {
  const de = createAnalyzer(packFor("de"));
  const vi = createAnalyzer(packFor("vi"));
  const terms = (analyzer: typeof de, text: string) => analyzer.analyze(text).terms.map((term) => term.text);

  it.each([
    ["Betrugszentrum", "Betrug", "Zentrum"],
    ["Betrugsnetzwerke", "Betrug", "Netzwerk"],
    ["Polizeirazzia", "Polizei", "Razzia"],
  ])("of a German compound: %s has the terms of %s and %s", (compound, ...parts) => {
    expect(de.parts(compound.toLowerCase())).toEqual(parts.map((part) => de.term(part.toLowerCase())));
  });

  it("of a plain German word have no parts", () => {
    expect(de.parts("haus")).toEqual([]);
    expect(createAnalyzer(packFor("en")).parts("betrugszentrum")).toEqual([]);
  });

  it("of one word's forms are the same", () => {
    for (const forms of [
      ["Behörde", "Behörden"],
      ["Netzwerk", "Netzwerke", "Netzwerken"],
    ])
      expect(new Set(forms.flatMap((form) => terms(de, form))).size, forms.join()).toBe(1);
    const en = createAnalyzer(packFor("en"));
    expect(new Set(["arrest", "arrests", "arrested", "arresting"].flatMap((form) => terms(en, form))).size).toBe(1);
  });

  it("know stop words in any spelling", () => {
    for (const word of ["für", "fuer", "FÜR", "der"]) expect(de.analyze(word).terms[0]?.weight, word).toBe("stop");
  });

  it("of Vietnamese are stop words only with their own marks: “Nhật” (Japan) is not “nhất”, “tù” (prison) is not “từ”", () => {
    expect(vi.analyze("nhất từ").terms.map(({ weight }) => weight)).toEqual(["stop", "stop"]);
    expect(vi.analyze("Nhật tù").terms.map(({ weight }) => weight)).toEqual(["content", "content"]);
  });
});
