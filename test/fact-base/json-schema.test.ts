import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonSchemas } from "../../src/fact-base/json-schema.ts";

test.each(jsonSchemas())("data/schema/$name is what `npm run facts -- schema` writes", ({ name, content }) => {
  expect(readFileSync(new URL(`../../data/schema/${name}`, import.meta.url), "utf8")).toBe(content);
});

test("every schema names itself and forbids unknown keys", () => {
  for (const { content } of jsonSchemas()) {
    expect(JSON.parse(content)).toMatchObject({
      $schema: expect.any(String),
      $id: expect.any(String),
      title: expect.any(String),
      additionalProperties: false,
    });
  }
});
