/** The news that most tests ask about: invented, short, in German and English. */
import { type FactBaseInput, howMany, names, when } from "./fact-base.ts";

/** Eight statements that share people, places and words, so that the wrong one is always near. */
export const news = {
  languages: ["de", "en"],
  entities: [
    { id: "marell", kind: "place", name: { de: "Marell", en: "Marell" }, aliases: { de: ["Stadt Marell"], en: [] } },
    { id: "tovana", kind: "place", name: { de: "Tovana", en: "Tovana" } },
    {
      id: "ana-roth",
      kind: "person",
      name: { de: "Ana Roth", en: "Ana Roth" },
      aliases: { de: ["Roth"], en: ["Roth"] },
      roles: { de: ["Innenministerin"], en: ["interior minister"] },
    },
    {
      id: "jon-berg",
      kind: "person",
      name: { de: "Jon Berg", en: "Jon Berg" },
      aliases: { de: ["Berg"], en: ["Berg"] },
      roles: { de: ["Bürgermeister"], en: ["mayor"] },
    },
    { id: "lin-osk", kind: "person", name: { de: "Lin Osk", en: "Lin Osk" } },
  ],
  events: [
    {
      id: "raid",
      name: { de: "Razzia in Marell", en: "raid in Marell" },
      date: "XXXX-07",
      keywords: { de: ["Durchsuchung"], en: ["search"] },
    },
    { id: "arrest", name: { de: "Festnahme von Lin Osk", en: "arrest of Lin Osk" } },
  ],
  facts: [
    {
      id: "raid",
      event: "raid",
      statement: {
        de: "Im Juli war in Marell eine Razzia in einem Gebäude, das als Zentrum für Betrug diente.",
        en: "In July there was a raid in Marell on a building that served as a centre for fraud.",
      },
      entities: ["marell"],
      slots: [
        when("XXXX-07", { de: "im Juli", en: "in July" }),
        names("where", ["marell"], { de: "in Marell", en: "in Marell" }),
      ],
      questions: {
        de: ["Wo war die Razzia?", "Wann war die Razzia?"],
        en: ["Where was the raid?", "When was the raid?"],
      },
    },
    {
      id: "raid-arrests",
      event: "raid",
      statement: {
        de: "Bei der Razzia in Marell wurden über 270 Personen festgenommen.",
        en: "Over 270 people were arrested in the raid in Marell.",
      },
      entities: ["marell"],
      slots: [
        howMany(
          270,
          { de: "über 270 Personen", en: "over 270 people" },
          { de: ["Personen", "Menschen"], en: ["people", "persons"] },
          "over",
        ),
      ],
      questions: {
        de: ["Wie viele Personen wurden in Marell festgenommen?"],
        en: ["How many people were arrested in Marell?"],
      },
    },
    {
      id: "raid-evidence",
      event: "raid",
      statement: {
        de: "Bei der Razzia in Marell wurden Computer als Beweismittel beschlagnahmt.",
        en: "Computers were seized as evidence in the raid in Marell.",
      },
      entities: ["marell"],
      questions: { de: ["Was wurde beschlagnahmt?"], en: ["What was seized?"] },
    },
    {
      id: "osk-arrest",
      event: "arrest",
      statement: {
        de: "Lin Osk, der mutmaßliche Kopf des Betrugsnetzwerks, ist festgenommen worden.",
        en: "Lin Osk, the alleged head of the fraud network, has been arrested.",
      },
      certainty: "alleged",
      entities: ["lin-osk"],
      slots: [
        {
          type: "description",
          asks: ["what"],
          text: { de: "der mutmaßliche Kopf des Betrugsnetzwerks", en: "the alleged head of the fraud network" },
        },
        names("who", ["lin-osk"], { de: "Lin Osk, der mutmaßliche Kopf", en: "Lin Osk, the alleged head" }),
      ],
      questions: {
        de: ["Wer ist Lin Osk?", "Welche Rolle hatte Lin Osk?", "Wer wurde festgenommen?"],
        en: ["Who is Lin Osk?", "What role did Lin Osk have?", "Who was arrested?"],
      },
    },
    {
      id: "roth-thanks",
      event: "arrest",
      statement: {
        de: "Innenministerin Ana Roth dankte der Stadt Marell für die Festnahme von Lin Osk, dem mutmaßlichen Kopf des Betrugsnetzwerks.",
        en: "Interior minister Ana Roth thanked the city of Marell for the arrest of Lin Osk, the alleged head of the fraud network.",
      },
      attribution: { mode: "thanked", speakers: ["ana-roth"] },
      certainty: "alleged",
      entities: ["marell", "lin-osk"],
      slots: [names("who", ["ana-roth"], { de: "Innenministerin Ana Roth", en: "interior minister Ana Roth" })],
      questions: { de: ["Wofür dankte Ana Roth?"], en: ["What did Ana Roth thank the city for?"] },
    },
    {
      id: "berg-hope",
      statement: {
        de: "Bürgermeister Jon Berg hofft, dass die Städte Marell und Tovana enger zusammenarbeiten.",
        en: "Mayor Jon Berg hopes that the cities of Marell and Tovana work together more closely.",
      },
      attribution: { mode: "hoped", speakers: ["jon-berg"] },
      entities: ["marell", "tovana"],
      slots: [names("who", ["jon-berg"], { de: "Bürgermeister Jon Berg", en: "mayor Jon Berg" })],
      questions: { de: ["Was hofft Jon Berg?"], en: ["What does Jon Berg hope?"] },
    },
    {
      id: "handover",
      statement: {
        de: "Im November 2025 übergaben die Behörden in Tovana 110 Staatsbürger; die Rückführung leitete Ana Roth.",
        en: "In November 2025 the authorities in Tovana handed over 110 citizens; Ana Roth led the repatriation.",
      },
      entities: ["tovana", "ana-roth"],
      slots: [
        when("2025-11", { de: "im November 2025", en: "in November 2025" }),
        names("where", ["tovana"], { de: "in Tovana", en: "in Tovana" }),
        howMany(110, { de: "110 Staatsbürger", en: "110 citizens" }, { de: ["Staatsbürger"], en: ["citizens"] }),
      ],
      questions: {
        de: ["Wann wurden die Staatsbürger übergeben?", "Wie viele Staatsbürger wurden übergeben?"],
        en: ["When were the citizens handed over?", "How many citizens were handed over?"],
      },
    },
    {
      id: "harbour",
      statement: {
        de: "Der Hafen von Tovana bleibt wegen eines Sturms geschlossen.",
        en: "The harbour of Tovana stays closed because of a storm.",
      },
      entities: ["tovana"],
      slots: [{ type: "reason", asks: ["why"], text: { de: "wegen eines Sturms", en: "because of a storm" } }],
      questions: { de: ["Warum ist der Hafen geschlossen?"], en: ["Why is the harbour closed?"] },
    },
  ],
  gaps: [
    {
      id: "raid-year",
      asks: ["year"],
      text: { de: "in welchem Jahr die Razzia in Marell war", en: "in which year the raid in Marell was" },
      questions: { de: ["In welchem Jahr war die Razzia in Marell?"], en: ["In which year was the raid in Marell?"] },
      nearest: ["raid"],
    },
    {
      id: "osk-age",
      asks: ["how-old"],
      text: { de: "wie alt Lin Osk ist", en: "how old Lin Osk is" },
      questions: { de: ["Wie alt ist Lin Osk?"], en: ["How old is Lin Osk?"] },
      nearest: ["osk-arrest"],
    },
  ],
} satisfies FactBaseInput;
