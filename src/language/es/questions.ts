import type { BasicQuestions } from "../pack.ts";

export const questions = {
  asks: [
    { pattern: "en qu[eé] año", asks: "year" },
    { pattern: "qu[eé] d[ií]a|qu[eé] fecha", asks: "day" },
    { pattern: "\\bcu[aá]ndo\\b|qu[eé] mes", asks: "when" },
    { pattern: "cu[aá]nto tiempo", asks: "how-long" },
    { pattern: "qu[eé] edad|cu[aá]ntos años tiene", asks: "how-old" },
    { pattern: "cu[aá]nto (cuesta|costó)|cu[aá]nto dinero", asks: "how-much" },
    { pattern: "\\bcu[aá]nt[oa]s?\\b", asks: "how-many" },
    { pattern: "por qu[eé]|para qu[eé]", asks: "why" },
    { pattern: "\\bd[oó]nde\\b|en qu[eé] (país|ciudad|provincia)", asks: "where" },
    { pattern: "\\bqui[eé]n(es)?\\b", asks: "who" },
    { pattern: "c[oó]mo se llama|cu[aá]l es el nombre", asks: "name" },
    { pattern: "\\bc[oó]mo\\b", asks: "how" },
  ],
} satisfies BasicQuestions;
