import { type InputFile, loadFactBase } from "../../src/fact-base/load.ts";
import { packFor } from "../../src/language/packs.ts";

export const DOCUMENT =
  "Minister Ana Roth dankte der Stadt. Die Polizei nahm in Lund über 30 mutmaßliche Betrüger fest. Ein Verdächtiger floh im Juli. Mehr ist nicht bekannt. Mehr ist nicht bekannt.";

/** A small sound fact base as plain JSON, to be broken one field at a time. */
export function createFixture() {
  return {
    "base.json": {
      format: "beleg-fact-base",
      version: 1,
      id: "lund",
      title: { de: "Razzia in Lund", en: "Raid in Lund" },
      languages: ["de", "en"],
    },
    "sources.json": {
      sources: [
        {
          id: "lund-post-1",
          type: "article-newspaper",
          title: "Razzia",
          publisher: "Lund Post",
          issued: "2025-08-01",
          language: "de",
          URL: null,
          custom: { document: "lund.txt" },
        },
      ],
    },
    "entities.json": {
      entities: [
        { id: "ana-roth", kind: "person", name: { de: "Ana Roth", en: "Ana Roth" }, aliases: { de: ["Roth"] } },
        { id: "lund", kind: "place", name: { de: "Lund", en: "Lund" } },
      ],
    },
    "events.json": { events: [{ id: "raid", name: { de: "Razzia", en: "raid" } }] },
    "facts/raid.json": {
      facts: [
        {
          id: "arrests",
          status: "published",
          event: "raid",
          statement: {
            de: "Die Polizei nahm im Juli in Lund über 30 mutmaßliche Betrüger fest.",
            en: "In July police arrested over 30 alleged fraudsters in Lund.",
          },
          translated: ["en"],
          attribution: { mode: "reported" },
          certainty: "alleged",
          entities: ["lund"],
          slots: [
            {
              type: "quantity",
              number: 30,
              qualifier: "over",
              unit: { de: ["Betrüger"], en: ["fraudsters"] },
              asks: ["how-many"],
              text: { de: "über 30 Personen", en: "over 30 people" },
            },
            { type: "date", edtf: "XXXX-07", asks: ["when"], text: { de: "im Juli", en: "in July" } },
            { type: "entity", entities: ["lund"], asks: ["where"], text: { de: "in Lund", en: "in Lund" } },
            { type: "description", asks: ["who"], text: { de: "mutmaßliche Betrüger", en: "alleged fraudsters" } },
          ],
          evidence: [
            { source: "lund-post-1", passage: { start: "Die Polizei nahm", end: "mutmaßliche Betrüger fest" } },
          ],
          asOf: "2025-08-01",
        },
        {
          id: "thanks",
          status: "published",
          statement: { de: "Ana Roth dankte der Stadt.", en: "Ana Roth thanked the city." },
          translated: ["en"],
          attribution: { mode: "thanked", speakers: ["ana-roth"] },
          certainty: "stated",
          entities: [],
          slots: [],
          evidence: [{ source: "lund-post-1", passage: { start: "Minister Ana Roth", end: "der Stadt" } }],
          asOf: "2025-08-01",
        },
      ],
      gaps: [
        {
          id: "sentence",
          status: "published",
          asks: ["how-long"],
          text: { de: "wie lange sie in Haft bleiben", en: "how long they stay in custody" },
          questions: { de: ["Wie lange sind sie in Haft?"], en: ["How long are they in custody?"] },
          nearest: ["arrests"],
        },
      ],
    },
  };
}

export type Fixture = ReturnType<typeof createFixture>;

export function toFiles(contents: object): InputFile[] {
  return Object.entries(contents).map(([name, content]) => ({
    name,
    bytes:
      content instanceof Uint8Array
        ? content
        : new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content)),
  }));
}

/** The first two facts and the gap by name, for tests that change them. */
export function partsOf(fixture: Fixture) {
  const { facts, gaps } = fixture["facts/raid.json"];
  const [arrests, thanks] = facts;
  const [gap] = gaps;
  if (!arrests || !thanks || !gap) throw new Error("the fixture lost its facts");
  return { arrests, thanks, gap };
}

/** `file: field` of every fault of the files. */
export function faultsOf(contents: object, documents?: ReadonlyMap<string, string>): string[] {
  const loaded = loadFactBase(toFiles(contents), { pack: packFor, ...(documents ? { documents } : {}) });
  return loaded.ok ? [] : loaded.faults.map(({ file, field }) => `${file}: ${field}`);
}
