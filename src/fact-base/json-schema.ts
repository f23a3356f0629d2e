/** The JSON Schemas of a fact base's files, for editors' completion and for other tools; zod has the last word. */
import { z } from "zod";
import { BaseFile, EntitiesFile, EventsFile, SourcesFile, TopicFile } from "./schema.ts";

const FILES = {
  base: { schema: BaseFile, title: "Beleg fact base: what it is called and which languages it speaks" },
  sources: { schema: SourcesFile, title: "Beleg fact base: sources" },
  entities: { schema: EntitiesFile, title: "Beleg fact base: people, places, organisations" },
  events: { schema: EventsFile, title: "Beleg fact base: events" },
  topic: { schema: TopicFile, title: "Beleg fact base: the facts and gaps of one topic" },
};

export interface JsonSchemaFile {
  readonly name: string;
  readonly content: string;
}

export function jsonSchemas(): JsonSchemaFile[] {
  return Object.entries(FILES).map(([kind, { schema, title }]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
    const content = { $schema, $id: `urn:beleg:fact-base:1:${kind}`, title, ...rest };
    return { name: `${kind}.schema.json`, content: `${JSON.stringify(content, undefined, 2)}\n` };
  });
}
