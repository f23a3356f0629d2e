/** Languages that are searched but not spoken: what a question asks for is told by its interrogative. */
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { packFor } from "../../src/language/packs.ts";
import { askedIn, plainQuestion } from "../../src/retrieval/question-kind.ts";

const questions: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  ar: [
    ["من بنى الجسر القديم؟", "who"],
    ["متى افتتح المتحف؟", "when"],
    ["في أي عام غرقت السفينة؟", "year"],
    ["أين يقع الميناء؟", "where"],
    ["كم عدد ركاب القطار؟", "how-many"],
    ["لماذا أغلق المصنع؟", "why"],
    ["كيف يصل الماء إلى القرية؟", "how"],
    ["ما اسم البحيرة؟", "name"],
    ["ماذا وجد الصيادون؟", "what"],
  ],
  el: [
    ["Ποιος έχτισε τη γέφυρα;", "who"],
    ["Πότε άνοιξε το μουσείο;", "when"],
    ["Ποια χρονιά βυθίστηκε το πλοίο;", "year"],
    ["Πού βρίσκεται το λιμάνι;", "where"],
    ["Πόσοι επιβάτες ήταν στο τρένο;", "how-many"],
    ["Γιατί έκλεισε το εργοστάσιο;", "why"],
    ["Πώς φτάνει το νερό στο χωριό;", "how"],
    ["Τι βρήκαν οι ψαράδες;", "what"],
  ],
  hi: [
    ["पुराना पुल किसने बनाया?", "who"],
    ["संग्रहालय कब खुला?", "when"],
    ["जहाज किस वर्ष डूबा?", "year"],
    ["बंदरगाह कहाँ है?", "where"],
    ["ट्रेन में कितने यात्री थे?", "how-many"],
    ["कारखाना क्यों बंद हुआ?", "why"],
    ["पानी गाँव तक कैसे पहुँचता है?", "how"],
    ["मछुआरों को क्या मिला?", "what"],
  ],
  ro: [
    ["Cine a construit podul vechi?", "who"],
    ["Când s-a deschis muzeul?", "when"],
    ["În ce an s-a scufundat vaporul?", "year"],
    ["Unde se află portul?", "where"],
    ["Câți călători erau în tren?", "how-many"],
    ["De ce s-a închis fabrica?", "why"],
    ["Cum ajunge apa în sat?", "how"],
    ["Cum se numește lacul?", "name"],
    ["Ce au găsit pescarii?", "what"],
  ],
  ru: [
    ["Кто построил старый мост?", "who"],
    ["Когда открылся музей?", "when"],
    ["В каком году затонул корабль?", "year"],
    ["Где находится порт?", "where"],
    ["Сколько пассажиров было в поезде?", "how-many"],
    ["Почему закрылся завод?", "why"],
    ["Как вода попадает в деревню?", "how"],
    ["Как называется озеро?", "name"],
    ["Что нашли рыбаки?", "what"],
  ],
  th: [
    ["ใครสร้างสะพานเก่า", "who"],
    ["พิพิธภัณฑ์เปิดเมื่อใด", "when"],
    ["เรือจมในปีใด", "year"],
    ["ท่าเรืออยู่ที่ไหน", "where"],
    ["รถไฟมีผู้โดยสารกี่คน", "how-many"],
    ["ทำไมโรงงานจึงปิด", "why"],
    ["น้ำไปถึงหมู่บ้านได้อย่างไร", "how"],
    ["ชาวประมงพบอะไร", "what"],
  ],
  tr: [
    ["Eski köprüyü kim yaptı?", "who"],
    ["Müze ne zaman açıldı?", "when"],
    ["Gemi hangi yıl battı?", "year"],
    ["Liman nerede?", "where"],
    ["Trende kaç yolcu vardı?", "how-many"],
    ["Fabrika neden kapandı?", "why"],
    ["Su köye nasıl ulaşıyor?", "how"],
    ["Balıkçılar ne buldu?", "what"],
  ],
};

describe.each(Object.entries(questions))("%s", (language, rows) => {
  const pack = packFor(language);

  it.each(rows)("%s asks %s", (question, kind) => {
    expect(askedIn(plainQuestion(question.replace(/[;؟]$/u, "")), pack.questions).asks[0]).toBe(kind);
  });

  it("keeps a word to search for in every question", () => {
    const analyzer = createAnalyzer(pack);
    for (const [question] of rows)
      expect(analyzer.analyze(question).terms.some((term) => term.weight === "content")).toBe(true);
  });
});
