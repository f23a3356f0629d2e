import type { BasicQuestions } from "../pack.ts";

export const questions = {
  asks: [
    { pattern: "\\b(en |de )?quelle année", asks: "year" },
    { pattern: "\\bquel jour|quelle date", asks: "day" },
    { pattern: "\\bquand\\b|quel mois", asks: "when" },
    { pattern: "combien de temps|depuis combien", asks: "how-long" },
    { pattern: "\\bquel âge", asks: "how-old" },
    { pattern: "combien (coûte|ça coûte)|à quel prix|combien d['’]argent", asks: "how-much" },
    { pattern: "\\bcombien\\b", asks: "how-many" },
    { pattern: "\\bpourquoi\\b|dans quel but|pour quelle raison", asks: "why" },
    { pattern: "(?<!\\p{L})où(?!\\p{L})|dans quel(le)? (pays|ville|province)", asks: "where" },
    { pattern: "\\bqui\\b", asks: "who" },
    { pattern: "comment s['’]appelle|quel est le nom", asks: "name" },
    { pattern: "\\bcomment\\b", asks: "how" },
    { pattern: "^est-ce (que|qu)", asks: "yes-no" },
  ],
} satisfies BasicQuestions;
