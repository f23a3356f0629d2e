/** Who did what to whom, where words beside the verb or particles on the names tell it. */
import { describe, expect, it } from "vitest";
import { cited, createAsker } from "../support/ask.ts";
import { createFactBase, names } from "../support/fact-base.ts";

const { ask, chat } = createAsker(
  createFactBase({
    languages: ["zh-Hans", "ko"],
    entities: [
      { id: "marell", kind: "place", name: { "zh-Hans": "马雷尔", ko: "마렐" } },
      { id: "tovana", kind: "place", name: { "zh-Hans": "托瓦纳", ko: "토바나" } },
      { id: "an-lu", kind: "person", name: { "zh-Hans": "安路", ko: "안루" } },
      { id: "lin-he", kind: "person", name: { "zh-Hans": "林河", ko: "린허" } },
    ],
    facts: [
      {
        id: "arrest",
        statement: { "zh-Hans": "马雷尔逮捕了林河。", ko: "마렐은 린허를 체포했다." },
        entities: ["marell", "lin-he"],
        slots: [names("who", ["lin-he"], { "zh-Hans": "林河", ko: "린허" })],
        deeds: [{ idea: "arrest", by: ["marell"], to: ["lin-he"] }],
        questions: { "zh-Hans": ["谁被逮捕了？"], ko: ["누가 체포됐나요?"] },
      },
      {
        id: "thanks",
        statement: { "zh-Hans": "安路感谢马雷尔逮捕林河。", ko: "안루는 린허를 체포한 데 대해 마렐에 감사했다." },
        attribution: { mode: "thanked", speakers: ["an-lu"] },
        entities: ["marell", "lin-he"],
        slots: [names("who", ["an-lu"], { "zh-Hans": "安路", ko: "안루" })],
        deeds: [
          { idea: "thank", by: ["an-lu", "tovana"], to: ["marell"] },
          { idea: "arrest", by: ["marell"], to: ["lin-he"] },
        ],
        questions: { "zh-Hans": ["安路感谢谁？"], ko: ["안루는 누구에게 감사했나요?"] },
      },
      {
        id: "office",
        statement: { "zh-Hans": "安路是托瓦纳的部长。", ko: "안루는 토바나의 장관이다." },
        entities: ["an-lu", "tovana"],
        slots: [names("who", ["an-lu"], { "zh-Hans": "安路", ko: "안루" })],
        questions: { "zh-Hans": ["安路是谁？"], ko: ["안루는 누구인가요?"] },
      },
    ],
  }),
);

describe("a question that has things the way they were", () => {
  it.each([
    ["马雷尔逮捕了谁？", "arrest"],
    ["林河是被马雷尔逮捕的吗？", "arrest"],
    ["是谁逮捕了林河？", "arrest"],
    ["安路感谢了马雷尔吗？", "thanks"],
    ["안루는 마렐에 감사했나요?", "thanks"],
    ["마렐은 누구를 체포했나요?", "arrest"],
    ["린허는 누가 체포했나요?", "arrest"],
  ])("%s finds %s", (text, fact) => {
    expect(cited(ask(text))).toEqual([fact]);
  });
});

describe("a question that turns them round", () => {
  it.each([
    "是谁逮捕了安路？",
    "安路逮捕了谁？",
    "马雷尔感谢了安路什么？",
    "林河向谁感谢托瓦纳？",
    "누가 안루를 체포했나요?",
    "안루는 누구를 체포했나요?",
    "마렐은 안루에게 왜 감사했나요?",
  ])("%s is not answered", (text) => {
    expect(ask(text).status).toBe("abstained");
  });
});

describe("a follow-up with a pronoun", () => {
  it.each([
    ["安路感谢谁？", "他是谁？"],
    ["안루는 누구에게 감사했나요?", "그는 누구야?"],
  ])("after %s: %s asks what the person is", (...turns) => {
    expect(cited(chat(...turns).at(-1) ?? ask(""))).toEqual(["office"]);
  });
});
