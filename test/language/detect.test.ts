import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../src/language/detect.ts";

const nothingKnown = () => false;
const detect = (text: string, preferred = "de") => detectLanguage(text, ["de", "en"], preferred, nothingKnown);

describe("detectLanguage", () => {
  it("takes no English word for a Vietnamese one that lost its marks", () => {
    const among = (text: string) => detectLanguage(text, ["en", "vi"], "en", nothingKnown);
    expect(among("Neth Savoeun met Liu Zhongyi")).toBe("en");
    expect(among("ai gap Liu Zhongyi")).toBe("vi");
  });

  // Each is asked with the other language preferred, so that the text itself has to decide.
  it.each([
    "Wer wurde verhaftet?",
    "wie viele leute",
    "wann war das",
    "Wo liegt Poipet?",
    "warum die razzia",
    "Stimmt das?",
    "was sagte der minister",
    "Gibt es Tote?",
    "festnahme poipet",
    "Wieso?",
    "wieviele festgenommen",
    "Betrug Kambodscha",
    "ist das wahr",
    "Rückführung",
    "Und dann?",
  ])("%s is German", (text) => {
    expect(detect(text, "en")).toBe("de");
  });

  it.each([
    "Who was arrested?",
    "how many people",
    "when was it",
    "Where is Poipet?",
    "why the raid",
    "Is that true?",
    "what did the minister say",
    "Are there any victims?",
    "arrests poipet",
    "Why?",
    "number arrested",
    "fraud cambodia",
    "tell me more about the meeting",
    "repatriation of citizens",
    "And then?",
  ])("%s is English", (text) => {
    expect(detect(text, "de")).toBe("en");
  });

  it.each([
    ["谁被逮捕了？", "zh"],
    ["警方在Poipet逮捕了多少人？", "zh"],
    ["누가 체포되었나요?", "ko"],
    ["តើអ្នកណាត្រូវបានចាប់ខ្លួន?", "km"],
    ["ใครถูกจับกุม", "th"],
    ["誰が逮捕されましたか", "ja"],
    ["Кто был арестован?", "ru"],
    ["من الذي اعتقل؟", "ar"],
  ])("%s is %s, though the base has no such facts", (text, language) => {
    expect(detect(text)).toBe(language);
  });

  it.each(["Ai đã bị bắt giữ ở Campuchia?", "Bao nhiêu người bị bắt?", "cảnh sát poipet", "Khi nào"])(
    "%s is Vietnamese where the base has such facts",
    (text) => {
      expect(detectLanguage(text, ["en", "vi"], "en", nothingKnown)).toBe("vi");
    },
  );

  it("the preferred language decides for names, digits and nothing", () => {
    for (const text of ["Chen Zhi", "270", "", "😀", "Poipet 2025"]) {
      expect(detect(text, "de"), text).toBe("de");
      expect(detect(text, "en"), text).toBe("en");
    }
  });

  it("names in another script do not decide", () => {
    expect(detect("Who is 陈志 and where was he arrested?", "de")).toBe("en");
    expect(detect("Wer ist ចាន់ eigentlich?", "en")).toBe("de");
  });

  it("gives the base's own tag of a language", () => {
    expect(detectLanguage("谁被逮捕了？", ["zh-Hant", "en"], "en", nothingKnown)).toBe("zh-Hant");
    expect(detectLanguage("Wer wurde verhaftet?", ["de-AT", "en"], "en", nothingKnown)).toBe("de-AT");
  });

  it("words of the base decide where nothing else does", () => {
    expect(detectLanguage("Sarnbrücke Zoll", ["en", "de"], "en", (language) => language === "de")).toBe("de");
  });
});
