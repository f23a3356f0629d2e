import type { Messages } from "../pack.ts";

export const messages = {
  notStated: "The sources do not state this.",
  gap: "The sources do not say {gap}.",
  unknownTerm: "The sources have nothing on “{term}”.",
  noQuestion: "I answer questions about the news in my sources. What would you like to know?",
  unsupported: "So far I understand questions in {languages} only.",
  help: "I am Beleg. I answer questions about the news from a set of facts checked by editors, and I show the source of each answer. Just ask in your own words: who, what, when, where, how many? If the sources do not state it, I say so.",
  welcome: "You’re welcome.",
  saidBy: "That comes from {speakers}, as reported in: {sources}.",
  quoted: "“{text}”",
  basis: "The answers rest on: {sources}.",
  sources: "Sources",
  nearest: "Closest to your question",
  related: "This can be answered",
  noYear: "{date} (no year given)",
  tooLong: "That is too long for me. Please ask in one or two sentences.",
} satisfies Messages;
