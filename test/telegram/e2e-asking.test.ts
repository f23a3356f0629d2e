/** Asking the real process on Telegram: in private, in groups, inline, by forwards and edits. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  describeEveryRun,
  HAFEN,
  HARBOUR,
  labelsOf,
  marked,
  paragraphsOf,
  type Run,
  STORM,
  STURM,
  startRun,
} from "./e2e-support.ts";

const ELSEWHERE = { type: "hidden_user", sender_user_name: "Somebody", date: 1_750_000_000 } as const;
const USAGE = "Reply to a message with /check, or forward it to me, and I show what the sources say about it.";
const OTHER_BOT = { id: 6_900_100_200, is_bot: true, first_name: "Other", username: "other_bot" };
const ANONYMOUS = { id: 1_087_968_824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };

let run: Run;
beforeAll(async () => {
  run = await startRun();
});
afterAll(() => run?.end());

describe("in private the bot", () => {
  it("answers any text", async () => {
    expect((await run.someone().ask(HARBOUR)).text).toMatch(STORM);
  });

  it("answers /ask with a question", async () => {
    expect((await run.someone().ask(`/ask ${HARBOUR}`)).text).toMatch(STORM);
  });

  it("shows what can be asked on /ask alone", async () => {
    expect(labelsOf(await run.someone().ask("/ask"))).toContainEqual(["Who is Lin Osk?"]);
  });

  it("does not reply to a message where nobody else writes", async () => {
    expect((await run.someone().ask(HARBOUR)).reply_to_message).toBeUndefined();
  });

  it("understands a follow-up question", async () => {
    const someone = run.someone();
    await someone.ask("How many citizens were handed over?");
    expect((await someone.ask("And when was that?")).text).toMatch(/^In November 2025/);
  });

  it("answers a question under a photo", async () => {
    expect((await run.someone().ask(HARBOUR, { photo: true })).text).toMatch(STORM);
  });

  it("answers several questions of one chat in their order", async () => {
    const someone = run.someone();
    someone.send(HARBOUR);
    someone.send("How many people were arrested in Marell?");
    someone.send(HAFEN);
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push((await run.server.nextReply(someone.id)).text?.split(".")[0]);
    expect(answers).toEqual([
      "Because of a storm",
      "Over 270 people were arrested in the raid in Marell",
      "Wegen eines Sturms",
    ]);
  });

  it("explains itself on a command that it does not know", async () => {
    expect((await run.someone().ask("/weather")).text).toMatch(/^Hello, I am Beleg/);
  });

  it("says that it reads only text when it gets a sticker or a photo", async () => {
    const someone = run.someone();
    expect((await someone.ask("", { sticker: true })).text).toBe("I read only text. Please type your question.");
    expect((await someone.ask("", { photo: true })).text).toBe("I read only text. Please type your question.");
  });

  // One notice for each photo of an album: adapters/telegram/handlers.ts never looks at media_group_id.
  it("says only once that it reads only text when it gets an album", async () => {
    const someone = run.someone();
    for (let i = 0; i < 5; i++) someone.send("", { photo: true, extra: { media_group_id: "13579" } });
    expect(await run.heard(someone)).toHaveLength(1);
  });

  it("is silent when a message is pinned", async () => {
    const someone = run.someone();
    const answer = await someone.ask(HARBOUR);
    run.server.update({
      message: {
        message_id: 999_999,
        date: Math.floor(Date.now() / 1000),
        chat: { id: someone.id, type: "private", first_name: "Quirina" },
        from: someone.person,
        pinned_message: { ...answer, reply_to_message: undefined },
      },
    } as never);
    expect(await run.heard(someone)).toHaveLength(1);
  });
});

describe("in a group the bot", () => {
  it.each([
    ["/ask", `/ask ${HARBOUR}`],
    ["/ask with its name", `/ask@test_news_bot ${HARBOUR}`],
    ["/ask with its name in other letters", `/ask@Test_News_Bot ${HARBOUR}`],
    ["a mention before the question", `@test_news_bot ${HARBOUR}`],
    ["a mention in other letters after the question", `${HARBOUR} @TEST_news_bot`],
  ])("answers %s, in reply to the question", async (_, text) => {
    const group = run.group();
    const question = group.send(run.someone().person, text);
    const answer = await run.server.nextReply(group.id);
    expect(answer.text).toMatch(STORM);
    expect(answer.reply_to_message?.message_id).toBe(question.message_id);
  });

  it("answers in a basic group", async () => {
    const group = run.group({ type: "group" });
    group.send(run.someone().person, `/ask ${HARBOUR}`);
    expect((await run.server.nextReply(group.id)).text).toMatch(STORM);
  });

  it("answers a reply to one of its messages", async () => {
    const group = run.group();
    const { person } = run.someone();
    group.send(person, `/ask ${HARBOUR}`);
    const answer = await run.server.nextReply(group.id);
    group.send(person, "How many people were arrested in Marell?", { reply_to: answer });
    expect((await run.server.nextReply(group.id)).text).toMatch(/^Over 270 people/);
  });

  it("keeps the conversations of two people apart", async () => {
    const group = run.group();
    const [one, other] = [run.someone().person, run.someone().person];
    group.send(one, "/ask How many citizens were handed over?");
    await run.server.nextReply(group.id);
    group.send(other, `/ask ${HARBOUR}`);
    await run.server.nextReply(group.id);
    group.send(one, "/ask And when was that?");
    expect((await run.server.nextReply(group.id)).text).toMatch(/^In November 2025/);
    group.send(other, "/ask And when was that?");
    expect((await run.server.nextReply(group.id)).text).not.toMatch(/November/);
  });

  it("answers in the topic of the question", async () => {
    const group = run.group({ topics: true });
    const { person } = run.someone();
    const thread = group.topic(person, "Harbour");
    group.send(person, `/ask ${HARBOUR}`, { thread });
    const answer = await run.server.nextReply(group.id);
    expect(answer).toMatchObject({ text: expect.stringMatching(STORM), message_thread_id: thread });
    expect(answer.is_topic_message).toBe(true);
  });

  it("answers a tapped question in the topic of the button", async () => {
    const group = run.group({ topics: true });
    const { person } = run.someone();
    const thread = group.topic(person, "Raid");
    group.send(person, "/ask How many people were arrested in Marell?", { thread });
    const answer = await run.server.nextReply(group.id);
    run.server.press(person, answer, "Where was the raid?");
    expect(await run.server.nextReply(group.id)).toMatchObject({
      text: expect.stringMatching(/^Where was the raid\?\n\nIn Marell/),
      message_thread_id: thread,
      reply_to_message: { message_id: answer.message_id },
    });
  });

  it("answers in the General topic without naming a topic", async () => {
    const group = run.group({ topics: true });
    group.send(run.someone().person, `/ask ${HARBOUR}`);
    const answer = await run.server.nextReply(group.id);
    expect(answer.text).toMatch(STORM);
    expect(answer.is_topic_message).toBeUndefined();
    const call = run.server.callsOf("sendMessage").at(-1);
    expect(call?.payload).not.toHaveProperty("message_thread_id");
  });

  it.each([
    ["talk between people", HARBOUR],
    ["a mere mention", "@test_news_bot"],
    ["a mention with marks", "@test_news_bot ?!"],
    ["a greeting with a mention", "@test_news_bot hello"],
    ["thanks with a mention", "@test_news_bot thank you!"],
    ["a mention of somebody else", `@test_news_bot2 ${HARBOUR}`],
    ["a command to another bot", `/ask@other_bot ${HARBOUR}`],
    ["a command that it does not have", "/weather Tovana"],
    ["its command in the middle of a text", `write /ask ${HARBOUR}`],
  ])("is silent on %s", async (_, text) => {
    const group = run.group();
    group.send(run.someone().person, text);
    expect(await run.heard(group)).toEqual([]);
  });

  it("is silent on thanks and on a sticker in reply to it", async () => {
    const group = run.group();
    const { person } = run.someone();
    group.send(person, `/ask ${HARBOUR}`);
    const answer = await run.server.nextReply(group.id);
    group.send(person, "thanks", { reply_to: answer });
    group.send(person, "👍", { reply_to: answer });
    group.send(person, "", { reply_to: answer, sticker: true });
    expect(await run.heard(group)).toHaveLength(1);
  });

  it("answers an administrator who writes in the name of the group", async () => {
    const group = run.group();
    group.send(ANONYMOUS, `/ask ${HARBOUR}`, { extra: { sender_chat: group.chat } });
    expect((await run.server.nextReply(group.id)).text).toMatch(STORM);
  });

  it("is silent on what a channel posts there", async () => {
    const group = run.group();
    const channel = run.server.channel({ title: "Harbour news" });
    const origin = { type: "channel", chat: channel.chat, message_id: 5, date: 1_750_000_000 } as const;
    group.send(ANONYMOUS, `/ask ${HARBOUR}`, {
      extra: { sender_chat: channel.chat, is_automatic_forward: true, forward_origin: origin } as never,
    });
    group.send({ ...ANONYMOUS, id: 136_817_688, username: "Channel_Bot" }, `/ask ${HARBOUR}`, {
      extra: { sender_chat: channel.chat } as never,
    });
    expect(await run.heard(group)).toEqual([]);
  });

  it("is silent on other bots", async () => {
    const group = run.group();
    group.send(OTHER_BOT, `/ask ${HARBOUR}`);
    expect(await run.heard(group)).toEqual([]);
  });
});

describe("elsewhere the bot", () => {
  it("does not want to hear of channels, businesses and guests at all", async () => {
    const channel = run.server.channel({ title: "Harbour news" });
    channel.post(`/ask ${HARBOUR}`);
    const someone = run.someone();
    const message = someone.send(HARBOUR);
    await run.server.nextReply(someone.id);
    expect(run.server.update({ business_message: message } as never)).toBeUndefined();
    expect(run.server.update({ guest_message: message } as never)).toBeUndefined();
    expect(await run.heard(channel)).toEqual([]);
    expect(await run.heard(someone)).toHaveLength(1);
  });

  it("is silent on messages that were sent by way of itself", async () => {
    const someone = run.someone();
    const { id } = await someone.inline(HARBOUR);
    run.server.pick(someone.person, id, 0, someone.room);
    expect(await run.heard(someone)).toEqual([]);
  });
});

describe("inline the bot", () => {
  it("suggests the answer first and then others, each with its source and its text", async () => {
    const { results } = await run.someone().inline("How many people were arrested in Marell?");
    expect(results.length).toBeGreaterThan(2);
    expect(results[0]).toMatchObject({
      title: "How many people were arrested in Marell?",
      description: "Over 270 people were arrested in the raid in Marell.\nExample Post, January 15, 2026",
    });
    for (const result of results) {
      expect(result).toHaveProperty("description", expect.stringMatching(/\nExample Post, January 15, 2026$/));
      expect(Buffer.byteLength(result.id)).toBeLessThanOrEqual(64);
    }
    expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
  });

  it("keeps what it suggests to one person", async () => {
    expect(await run.someone().inline(HARBOUR)).toMatchObject({ is_personal: true, next_offset: "" });
  });

  it("answers a German query in German", async () => {
    const { results } = await run.someone("en").inline(HAFEN);
    expect(results[0]).toMatchObject({ title: HAFEN, description: expect.stringMatching(STURM) });
  });

  it("gives examples in the language of the app while nothing is typed", async () => {
    const { results } = await run.someone("de").inline("");
    expect(results.map((result) => "title" in result && result.title)).toContain("Wer ist Lin Osk?");
  });

  it("finds a fact by its number", async () => {
    const { results } = await run.someone().inline("#harbour");
    expect(results[0]).toMatchObject({ title: HARBOUR, description: expect.stringMatching(STORM) });
  });

  it.each(["#nothing-of-the-kind", "zzqx"])("gives examples for %s, of which it has nothing", async (query) => {
    const { results } = await run.someone().inline(query);
    expect(results.map((result) => "title" in result && result.title)).toContain("Who is Lin Osk?");
  });

  it("sends the question, the answer, the source and the evidence, with a way to the bot", async () => {
    const someone = run.someone();
    const group = run.group();
    const { id } = await someone.inline(HARBOUR);
    const message = run.server.pick(someone.person, id, 0, group);
    expect(paragraphsOf(message)).toEqual([
      HARBOUR,
      expect.stringMatching(STORM),
      "Sources\nExample Post: “What happened”, January 15, 2026",
      "As of January 15, 2026",
      "“harbour begins … harbour ends” (German)\nExample Post: “What happened”, January 15, 2026",
    ]);
    expect(marked(message, "expandable_blockquote")).toEqual([paragraphsOf(message).at(-1)]);
    expect(message.reply_markup?.inline_keyboard).toEqual([
      [{ text: "Ask Beleg", url: "https://t.me/test_news_bot?start=harbour" }],
    ]);
  });

  it("takes the person to the fact by that way", async () => {
    const { text } = await run.someone().ask("/start harbour");
    expect(text).toMatch(/^Why is the harbour closed\?\n\nBecause of a storm/);
  });

  // Where a query has no result a button leads here, and "inline" is taken for a fact that is gone: handlers.ts, page.
  it("takes a person whose query has no result to the start page", async () => {
    expect((await run.someone().ask("/start inline")).text).toMatch(/^Hello, I am Beleg/);
  });
});

describe("asked what the sources say on a message, the bot", () => {
  it("checks a message that is forwarded to it", async () => {
    const answer = await run.someone().ask("They arrested over 270 people in Marell.", { forward_origin: ELSEWHERE });
    expect(paragraphsOf(answer).slice(0, 2)).toEqual([
      "What the sources say about it",
      "Over 270 people were arrested in the raid in Marell.",
    ]);
  });

  it("does not confirm a wrong figure of a forwarded message", async () => {
    const { text } = await run
      .someone()
      .ask("500 people were arrested in the raid in Marell.", { forward_origin: ELSEWHERE });
    expect(text).not.toMatch(/500|^What the sources say about it/);
  });

  it("checks of its own answer what it says, also where a question or a remark stands above", async () => {
    const own = { type: "user", sender_user: run.server.me, date: 1_768_910_400 } as const;
    const asked = await run.someone().ask("/start harbour");
    expect(paragraphsOf(asked)[0]).toBe("Why is the harbour closed?");
    const late = await run.someone().ask(HARBOUR, { date: Math.floor(Date.now() / 1000) - 7300 });
    expect(paragraphsOf(late)[0]).toMatch(/^You asked this/);
    for (const { text = "", entities = [] } of [asked, late]) {
      const checked = await run.someone().ask(text, { forward_origin: own, entities });
      expect(paragraphsOf(checked).slice(0, 2)).toEqual([
        "What the sources say about it",
        "The harbour of Tovana stays closed because of a storm.",
      ]);
    }
  });

  it("checks a forwarded photo by its caption", async () => {
    const answer = await run
      .someone()
      .ask("Over 270 people were arrested in Marell.", { forward_origin: ELSEWHERE, photo: true });
    expect(answer.text).toMatch(/^What the sources say about it\n\nOver 270 people/);
  });

  it("checks the text after /check", async () => {
    const { text } = await run.someone().ask("/check Over 270 people were arrested in Marell.");
    expect(text).toMatch(/^What the sources say about it\n\nOver 270 people/);
  });

  it("checks the message that /check replies to, in a group", async () => {
    const group = run.group();
    const claim = group.send(run.someone().person, "Over 270 people were arrested in Marell.");
    const order = group.send(run.someone().person, "/check@test_news_bot", { reply_to: claim });
    const answer = await run.server.nextReply(group.id);
    expect(answer.text).toMatch(/^What the sources say about it\n\nOver 270 people/);
    expect(answer.reply_to_message?.message_id).toBe(order.message_id);
  });

  it("checks only the words that are quoted in the reply", async () => {
    const someone = run.someone();
    const claim = someone.send("Over 270 people were arrested in Marell. Computers were seized in Marell.");
    await run.server.nextReply(someone.id);
    const quote = { text: "Computers were seized in Marell.", position: 41, is_manual: true as const };
    const { text } = await someone.ask("/check", { reply_to: claim, extra: { quote } });
    expect(text).toMatch(/Computers were seized/);
    expect(text).not.toMatch(/270/);
  });

  it("explains /check when there is nothing to check", async () => {
    expect((await run.someone().ask("/check")).text).toBe(USAGE);
  });

  it("says so when the sources say nothing on it", async () => {
    const { text } = await run.someone().ask("/check The moon is made of cheese.");
    expect(text).toBe("The sources say nothing about that.");
  });
});

describe("when a question is edited, the bot", () => {
  it("edits its answer", async () => {
    const someone = run.someone();
    const question = someone.send(HARBOUR);
    const answer = await run.server.nextReply(someone.id);
    someone.edit(question, "How many people were arrested in Marell?");
    const edited = await run.server.nextEdit(someone.id);
    expect(edited).toMatchObject({ message_id: answer.message_id, text: expect.stringMatching(/^Over 270 people/) });
    expect(await run.heard(someone)).toHaveLength(1);
  });

  it("edits its answer a second time, and back", async () => {
    const someone = run.someone();
    const question = someone.send(HARBOUR);
    await run.server.nextReply(someone.id);
    someone.edit(question, HAFEN);
    expect((await run.server.nextEdit(someone.id)).text).toMatch(STURM);
    someone.edit(question, HARBOUR);
    expect((await run.server.nextEdit(someone.id)).text).toMatch(STORM);
  });

  it("edits its answer in a group", async () => {
    const group = run.group();
    const { person } = run.someone();
    const question = group.send(person, `/ask ${HARBOUR}`);
    await run.server.nextReply(group.id);
    group.edit(question, "/ask How many people were arrested in Marell?");
    expect((await run.server.nextEdit(group.id)).text).toMatch(/^Over 270 people/);
  });

  it("does nothing when the edit changes nothing", async () => {
    const someone = run.someone();
    const question = someone.send(HARBOUR);
    await run.server.nextReply(someone.id);
    const calls = run.server.calls.length;
    someone.edit(question, HARBOUR);
    await run.server.settled();
    expect(run.server.calls.slice(calls).map(({ method }) => method)).not.toContain("editMessageText");
    expect(run.said(someone)).toHaveLength(1);
  });

  it("does nothing when the message was never answered", async () => {
    const group = run.group();
    const { person } = run.someone();
    const talk = group.send(person, "Nice weather");
    await run.server.settled();
    group.edit(talk, `/ask ${HARBOUR}`);
    expect(await run.heard(group)).toEqual([]);
  });

  it("does nothing when its answer is deleted", async () => {
    const someone = run.someone();
    const question = someone.send(HARBOUR);
    run.server.deleteMessage(await run.server.nextReply(someone.id));
    someone.edit(question, HAFEN);
    expect(await run.heard(someone)).toEqual([]);
  });
});

describeEveryRun();
