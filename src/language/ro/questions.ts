import type { BasicQuestions } from "../pack.ts";

export const questions = {
  asks: [
    { pattern: "(?<!\\p{L})(?:ce|care|cărui) an(?:ul|ului)?(?!\\p{L})", asks: "year" },
    { pattern: "(?<!\\p{L})(?:ce|care) (?:zi|dată|dat[aă])(?!\\p{L})", asks: "day" },
    {
      pattern: "(?<!\\p{L})când(?!\\p{L})|(?<!\\p{L})ce (?:lună|secol|deceniu|perioadă|moment|oră|epocă)",
      asks: "when",
    },
    { pattern: "cât(?:e|ă)? (?:timp|vreme)|cât (?:a durat|durează|dura)", asks: "how-long" },
    { pattern: "ce vârstă|câ[tțţ]i ani (?:avea|are|a avut)", asks: "how-old" },
    { pattern: "cât (?:a |au )?cost|câ[tțţ]i bani|ce sumă", asks: "how-much" },
    {
      pattern: "(?<!\\p{L})câ(?:[tțţ]i|te|t|tă|tor)(?!\\p{L})|(?:care (?:este|a fost|era)|ce) num[aă]r",
      asks: "how-many",
    },
    { pattern: "(?<!\\p{L})de ce(?!\\p{L})|din ce (?:motiv|cauză)|care (?:este|a fost|era) motivul", asks: "why" },
    {
      pattern:
        "(?<!\\p{L})unde(?!\\p{L})|(?<!\\p{L})(?:ce|care) (?:ora[sșş]|[tțţ]ar|stat|regiune|loc(?!\\p{L})|provinci|continent)",
      asks: "where",
    },
    { pattern: "(?<!\\p{L})(?:cine|cui|pe cine)(?!\\p{L})", asks: "who" },
    {
      pattern: "cum se (?:nume|cheam)|(?:care (?:este|a fost|era)|ce) nume|cum (?:este|era|a fost) numit",
      asks: "name",
    },
    { pattern: "(?<!\\p{L})cum(?!\\p{L})", asks: "how" },
    { pattern: "(?<!\\p{L})(?:ce|care|cărei|cărui)(?!\\p{L})", asks: "what" },
  ],
} satisfies BasicQuestions;
