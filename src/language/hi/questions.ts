import type { BasicQuestions } from "../pack.ts";

export const questions = {
  asks: [
    { pattern: "किस (?:वर्ष|साल|सन)|कौन[- ]?से? (?:वर्ष|साल)", asks: "year" },
    { pattern: "किस (?:दिन|तारीख|तिथि)", asks: "day" },
    { pattern: "(?<!\\p{L})कब(?![\\p{L}\\p{M}])|किस (?:महीने|माह|सदी|शताब्दी|दशक|समय|अवधि)", asks: "when" },
    { pattern: "कितन[ेाी] (?:साल|वर्ष) (?:का|के|की) (?:था|थे|थी|है|हैं)|उम्र|आयु", asks: "how-old" },
    { pattern: "कितन[ेाी] (?:समय|देर|दिन|घंट|मिनट|महीन|साल|वर्ष)", asks: "how-long" },
    { pattern: "कितन[ेाी] (?:पैसे|पैसा|रुपये|डॉलर|धन|लागत|कीमत|खर्च)", asks: "how-much" },
    { pattern: "कितन[ेाी]|संख्या", asks: "how-many" },
    { pattern: "क्यों|किस कारण|क्या कारण", asks: "why" },
    { pattern: "कहाँ|कहां|(?:किस|कौन[- ]?से) (?:शहर|देश|राज्य|स्थान|जगह|क्षेत्र|प्रांत|महाद्वीप)", asks: "where" },
    { pattern: "किसने|किसके द्वारा|किन्होंने|कौन(?![- ]?स[ाीे])", asks: "who" },
    { pattern: "नाम क्या|क्या नाम|किस नाम", asks: "name" },
    { pattern: "कैसे|किस (?:तरह|प्रकार)", asks: "how" },
    { pattern: "क्या|कौन|किस|किन", asks: "what" },
  ],
} satisfies BasicQuestions;
