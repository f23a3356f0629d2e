import type { Messages } from "../pack.ts";

export const messages = {
  notStated: "Das steht nicht in den Quellen.",
  gap: "Die Quellen sagen nicht, {gap}.",
  unknownTerm: "In den Quellen steht nichts zu „{term}“.",
  noQuestion: "Ich beantworte Fragen zu den Nachrichten in meinen Quellen. Was möchten Sie wissen?",
  unsupported: "Fragen verstehe ich bisher nur auf {languages}.",
  help: "Ich bin Beleg. Ich beantworte Fragen zu Nachrichten aus redaktionell geprüften Fakten und nenne zu jeder Antwort die Quelle. Fragen Sie einfach mit eigenen Worten: wer, was, wann, wo, wie viele? Steht etwas nicht in den Quellen, sage ich das.",
  welcome: "Gern geschehen.",
  saidBy: "Das stammt von {speakers}; so steht es in: {sources}.",
  quoted: "„{text}“",
  basis: "Die Antworten stützen sich auf: {sources}.",
  sources: "Quellen",
  nearest: "Am nächsten kommt",
  related: "Das lässt sich beantworten",
  noYear: "{date} (ohne Jahresangabe)",
  tooLong: "Das ist mir zu lang. Bitte fragen Sie in ein oder zwei Sätzen.",
} satisfies Messages;
