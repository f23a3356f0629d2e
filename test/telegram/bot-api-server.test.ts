/** The test server itself: what it answers must be what Telegram answers. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Api, Bot, GrammyError, HttpError, InlineKeyboard } from "grammy";
import type { Message, MessageEntity, Update } from "grammy/types";
import { afterEach, describe, expect, it } from "vitest";
import { type BotApiOptions, type BotApiServer, startBotApiServer } from "./bot-api-server.ts";

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(options?: BotApiOptions) {
  const server = await startBotApiServer({ patience: 3000, ...options });
  cleanups.push(server.stop);
  const ana = server.person({ first_name: "Ana", language_code: "de" });
  const chat = server.privateChat(ana);
  return { server, ana, chat, api: new Api(server.token, { apiRoot: server.root }) };
}

/** A real bot that is polling, set up by the test. */
async function startBot(server: BotApiServer, setUp: (bot: Bot) => void): Promise<Bot> {
  const bot = new Bot(server.token, { client: { apiRoot: server.root } });
  setUp(bot);
  const running = bot.start();
  cleanups.push(async () => {
    await bot.stop().catch(() => {});
    await running.catch(() => {});
  });
  await server.waitFor(() => server.callsOf("getUpdates").length > 0);
  return bot;
}

async function post(server: BotApiServer, method: string, body: unknown): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${server.root}/bot${server.token}/${method}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: unknown;
}

const refused = (description: string | RegExp, code = 400) => ({
  name: "GrammyError",
  error_code: code,
  description: typeof description === "string" ? description : expect.stringMatching(description),
});

const button = (more: object) => ({ reply_markup: { inline_keyboard: [[{ text: "B", ...more }]] } }) as never;

describe("a real bot against the server", () => {
  it("answers messages, presses and inline queries", async () => {
    const { server, ana, chat } = await start();
    await startBot(server, (bot) => {
      bot.command("start", (ctx) => ctx.reply(`Hello ${ctx.match}`));
      bot.on("message:text", (ctx) =>
        ctx.reply("42", {
          reply_parameters: { message_id: ctx.msgId },
          reply_markup: new InlineKeyboard().text("More", "more:1"),
        }),
      );
      bot.callbackQuery(/^more:/, async (ctx) => {
        await ctx.answerCallbackQuery({ text: "Here" });
        await ctx.editMessageText("42 and more");
      });
      bot.on("inline_query", (ctx) =>
        ctx.answerInlineQuery([
          { type: "article", id: "a", title: "A", input_message_content: { message_text: ctx.inlineQuery.query } },
        ]),
      );
    });

    const question = chat.send("How many?");
    const reply = await server.nextReply(chat.id);
    expect(reply).toMatchObject({ text: "42", from: { id: server.me.id }, reply_to_message: { text: "How many?" } });
    expect(reply.message_id).toBeGreaterThan(question.message_id);

    const query = server.press(ana, reply, "More");
    expect(await server.callbackAnswer(query)).toMatchObject({ text: "Here" });
    expect(await server.nextEdit(chat.id)).toMatchObject({ text: "42 and more" });
    expect(server.current(reply)).not.toHaveProperty("reply_markup");
    expect(() => server.press(ana, reply, "More")).toThrow('no button "More"');

    const inline = server.inline(ana, "who");
    expect((await server.inlineAnswer(inline)).results).toMatchObject([{ id: "a" }]);
    expect(server.pick(ana, inline, "a", chat)).toMatchObject({ text: "who", via_bot: { id: server.me.id } });
    expect(await server.nextReply(chat.id)).toMatchObject({ text: "42" });

    chat.send("/start x_1");
    expect(await server.nextReply(chat.id)).toMatchObject({ text: "Hello x_1" });
    await server.settled();
    expect(server.unconfirmed).toBe(0);
    expect(server.remarks).toEqual([]);
  });

  it("is told what a person edits, and in which language they have their app", async () => {
    const { server, chat } = await start();
    await startBot(server, (bot) => {
      bot.on("edited_message:text", (ctx) => ctx.reply(`${ctx.from.language_code} ${ctx.editedMessage.text}`));
    });
    chat.edit(chat.send("first"), "second");
    expect(await server.nextReply(chat.id)).toMatchObject({ text: "de second" });
  });

  it("goes on after the server was down", async () => {
    const { server, chat } = await start();
    await startBot(server, (bot) => {
      bot.on("message:text", (ctx) => ctx.reply("here"));
    });
    await server.goDown();
    chat.send("anyone?");
    await expect(fetch(server.root)).rejects.toThrow();
    await server.comeBack();
    expect(await server.nextReply(chat.id, { timeout: 10_000 })).toMatchObject({ text: "here" });
  });

  it("stops in the middle of a poll, and starts again, without a conflict", async () => {
    const { server } = await start();
    for (let turn = 1; turn <= 10; turn += 1) {
      const bot = new Bot(server.token, { client: { apiRoot: server.root } });
      const running = bot.start();
      await server.waitFor(() => server.callsOf("deleteWebhook").length === turn);
      await server.waitFor(() => server.calls.at(-1)?.method === "getUpdates");
      await bot.stop();
      await running;
    }
    expect(server.calls.filter(({ response }) => response?.ok === false)).toEqual([]);
  });

  it("stops when a second bot polls, which is the one that goes on", async () => {
    const { server } = await start();
    const first = new Bot(server.token, { client: { apiRoot: server.root } });
    const stopped = first.start().then(
      () => undefined,
      (error: unknown) => error,
    );
    await server.waitFor(() => server.callsOf("getUpdates").length > 0);
    await startBot(server, () => {});
    expect(await stopped).toMatchObject(refused(/^Conflict: terminated by other getUpdates request;/, 409));
  });
});

describe("calls", () => {
  it("are read from JSON, forms, multipart and the address, with any spelling of the method", async () => {
    const { server, chat } = await start();
    const url = `${server.root}/bot${server.token}/SENDmessage`;
    const form = new FormData();
    form.set("chat_id", String(chat.id));
    form.set("text", "Größe");
    form.set("entities", JSON.stringify([{ type: "bold", offset: 0, length: 5 }]));
    const fields = { chat_id: String(chat.id), text: "Größe" };
    for (const request of [
      new Request(`${url}?${new URLSearchParams(fields)}`),
      new Request(url, { method: "POST", body: new URLSearchParams(fields) }),
      new Request(url, { method: "POST", body: form }),
      new Request(url, {
        method: "POST",
        body: JSON.stringify(fields),
        headers: { "Content-Type": "application/json" },
      }),
    ]) {
      const response = await fetch(request);
      expect(await response.json()).toMatchObject({ ok: true, result: { text: "Größe", chat: { id: chat.id } } });
    }
    expect(server.callsOf("sendMessage")).toHaveLength(4);
    expect(server.messages(chat.id)[2]).toMatchObject({ entities: [{ type: "bold" }] });
  });

  it("fail as Telegram lets them fail", async () => {
    const { server } = await start();
    const wrong = await fetch(`${server.root}/bot7100200300:wrong/getMe`);
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: "Unauthorized" },
    ]);
    expect(await post(server, "makeTea", {})).toMatchObject({ status: 404, body: { ok: false, error_code: 404 } });
    expect((await fetch(`${server.root}/`)).status).toBe(404);
    server.revokeToken();
    expect(await post(server, "getMe", {})).toMatchObject({ status: 401 });
  });

  it("leave remarks when they use what this bot should not", async () => {
    const { server, chat, api } = await start();
    await api.sendMessage(chat.id, "*x*", { parse_mode: "MarkdownV2" });
    await api.deleteWebhook({ drop_pending_updates: true });
    await post(server, "sendMessage", { chat_id: chat.id, text: "x", disable_web_page_preview: true });
    expect(server.remarks).toEqual([
      { method: "sendMessage", what: "parse_mode" },
      { method: "deleteWebhook", what: "drop_pending_updates" },
      { method: "sendMessage", what: "unknown parameter disable_web_page_preview" },
    ]);
  });

  it("are forgotten on request, but counted and told", async () => {
    const { server, chat, api } = await start({ keepCalls: false });
    const seen: string[] = [];
    const stop = server.onCall(({ method }) => seen.push(method));
    for (let turn = 0; turn < 150; turn += 1) await api.sendMessage(chat.id, `reply ${turn}`);
    stop();
    await api.sendMessage(1, "x").catch(() => {});
    expect(server.calls).toEqual([]);
    expect(server.count("sendMessage")).toEqual({ ok: 150, failed: 1 });
    expect(seen).toHaveLength(150);
    expect(server.messages(chat.id)).toHaveLength(100);
    expect(await server.nextReply(chat.id)).toMatchObject({ text: "reply 50" });
  });
});

describe("updates by polling", () => {
  it("come again until a higher offset confirms them, numbered in sequence", async () => {
    const { server, chat, api } = await start();
    for (const text of ["1", "2", "3"]) chat.send(text);
    const first = await api.getUpdates({ limit: 2 });
    expect(first.map(({ message }) => message?.text)).toEqual(["1", "2"]);
    expect(await api.getUpdates({ limit: 2 })).toEqual(first);
    const [one = { update_id: 0 }] = first;
    const rest = await api.getUpdates({ offset: one.update_id + 1 });
    expect(rest.map(({ update_id }) => update_id - one.update_id)).toEqual([1, 2]);
    expect(server.unconfirmed).toBe(2);
    expect(await api.getUpdates({ offset: -1 })).toMatchObject([{ message: { text: "3" } }]);
    expect(server.unconfirmed).toBe(1);
    await api.getUpdates({ offset: one.update_id + 3 });
    await server.settled();
  });

  it("are waited for, and at most 100 come at once", async () => {
    const { chat, api } = await start();
    const poll = api.getUpdates({ timeout: 30 });
    setTimeout(() => {
      for (let count = 0; count < 120; count += 1) chat.send(`${count}`);
    }, 30);
    expect(await poll).toHaveLength(100);
    const began = Date.now();
    expect(await api.getUpdates({ timeout: 1, offset: 2 ** 31 })).toEqual([]);
    expect(Date.now() - began).toBeGreaterThan(900);
  });

  it("are of the types that the bot asked for last", async () => {
    const { server, ana, chat, api } = await start();
    const reaction = {
      message_reaction: { chat: chat.chat, message_id: 1, date: 0, old_reaction: [], new_reaction: [] },
    } as Omit<Update, "update_id">;
    expect(server.update(reaction)).toBeUndefined();
    await api.getUpdates({ allowed_updates: ["message_reaction", "inline_query"] });
    chat.send("unheard");
    server.update(reaction);
    server.inline(ana, "q");
    const updates = await api.getUpdates();
    expect(updates.flatMap((update) => Object.keys(update).slice(1))).toEqual(["message_reaction", "inline_query"]);
    await api.getUpdates({ allowed_updates: [] });
    expect(server.update(reaction)).toBeUndefined();
    expect(chat.send("heard")).toBeDefined();
    expect(server.unconfirmed).toBe(3);
  });

  it("go to the latest poll, and to none as long as there is a webhook", async () => {
    const { api } = await start();
    const first = expect(api.getUpdates({ timeout: 5 })).rejects.toMatchObject(refused(/^Conflict: terminated/, 409));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = api.getUpdates({ timeout: 5 });
    await first;
    const outcome = expect(second).rejects.toMatchObject(refused("Conflict: terminated by setWebhook request", 409));
    await api.setWebhook("https://example.com/hook");
    await outcome;
    await expect(api.getUpdates()).rejects.toMatchObject(refused(/webhook is active/, 409));
    await api.deleteWebhook();
    expect(await api.getUpdates()).toEqual([]);
  });

  it("are dropped only when the bot says so", async () => {
    const { server, chat, api } = await start();
    chat.send("1");
    await api.deleteWebhook();
    expect(server.unconfirmed).toBe(1);
    await api.deleteWebhook({ drop_pending_updates: true });
    expect(server.unconfirmed).toBe(0);
  });
});

describe("updates by webhook", () => {
  async function startHook(status: (update: Update) => number, body = "") {
    const received: { update: Update; secret: unknown }[] = [];
    let open = 0;
    let most = 0;
    const hook = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      request.on("end", () => {
        const update = JSON.parse(text) as Update;
        received.push({ update, secret: request.headers["x-telegram-bot-api-secret-token"] });
        open += 1;
        most = Math.max(most, open);
        setTimeout(() => {
          open -= 1;
          response.writeHead(status(update), { "Content-Type": "application/json" }).end(body);
        }, 20);
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
    cleanups.push(async () => {
      hook.close();
      hook.closeAllConnections();
    });
    const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
    return { url, received, most: () => most };
  }

  it("are sent with the secret, chat by chat in sequence, until they are accepted", async () => {
    const { server, chat, api } = await start({ webhookRetryMs: 10 });
    const ben = server.privateChat(server.person({ first_name: "Ben" }));
    let failures = 2;
    const hook = await startHook(({ message }) => (message?.text === "a1" && failures-- > 0 ? 500 : 200));
    chat.send("a1");
    await api.setWebhook(hook.url, { secret_token: "s-1", max_connections: 10 });
    chat.send("a2");
    ben.send("b1");
    await server.settled();
    const texts = hook.received.map(({ update }) => update.message?.text);
    expect(texts.filter((text) => text?.startsWith("a"))).toEqual(["a1", "a1", "a1", "a2"]);
    expect(texts.indexOf("b1")).toBeLessThan(texts.indexOf("a2"));
    expect(hook.received.every(({ secret }) => secret === "s-1")).toBe(true);
    expect(hook.most()).toBe(2);
    expect(await api.getWebhookInfo()).toMatchObject({
      url: hook.url,
      pending_update_count: 0,
      max_connections: 10,
      last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
    });
  });

  it("stay within the allowed connections", async () => {
    const { server, api } = await start();
    const hook = await startHook(() => 200);
    await api.setWebhook(hook.url, { max_connections: 3 });
    for (let count = 0; count < 12; count += 1) server.privateChat(server.person({ first_name: "P" })).send("x");
    await server.settled();
    expect(hook.most()).toBe(3);
  });

  it("can be answered by a call in the response", async () => {
    const { server, chat, api } = await start();
    const hook = await startHook(() => 200, JSON.stringify({ method: "sendMessage", chat_id: chat.id, text: "yes" }));
    await api.setWebhook(hook.url);
    chat.send("?");
    expect(await server.nextReply(chat.id)).toMatchObject({ text: "yes" });
  });

  it.each([
    ["http://example.com/", {}],
    ["https://example.com:9000/", {}],
    ["nowhere", {}],
    ["https://example.com/", { secret_token: "a b" }],
    ["https://example.com/", { secret_token: "" }],
    ["https://example.com/", { max_connections: 101 }],
  ])("need a proper address and settings: %s %o", async (url, other) => {
    const { api } = await start();
    await expect(api.setWebhook(url, other)).rejects.toMatchObject(refused(/^Bad Request: /));
  });
});

describe("texts", () => {
  it.each([
    ["nothing", "", /message text is empty/],
    ["only space", " \n ", /message text is empty/],
    ["4097 letters", "x".repeat(4097), /message is too long/],
    ["2049 emoji", "😀".repeat(2049), /message is too long/],
  ])("are refused: %s", async (_, text, description) => {
    const { api, chat } = await start();
    await expect(api.sendMessage(chat.id, text)).rejects.toMatchObject(refused(description));
  });

  it("are trimmed, their entities with them, and links in them found", async () => {
    const { api, chat } = await start();
    expect((await api.sendMessage(chat.id, ` ${"x".repeat(4096)} `)).text).toHaveLength(4096);
    const sent = await api.sendMessage(chat.id, "\n  Bold https://example.com/a, @someone #tag /cmd ", {
      entities: [{ type: "bold", offset: 3, length: 4 }],
    });
    expect(sent.text).toBe("Bold https://example.com/a, @someone #tag /cmd");
    expect(sent.entities).toEqual([
      { type: "bold", offset: 0, length: 4 },
      { type: "url", offset: 5, length: 21 },
      { type: "mention", offset: 28, length: 8 },
      { type: "hashtag", offset: 37, length: 4 },
      { type: "bot_command", offset: 42, length: 4 },
    ]);
  });

  const text = "ab 😀 cd";
  const bad: [string, object[]][] = [
    ["unknown type", [{ type: "blink", offset: 0, length: 1 }]],
    ["past the end", [{ type: "bold", offset: 5, length: 4 }]],
    ["empty", [{ type: "bold", offset: 0, length: 0 }]],
    ["negative", [{ type: "bold", offset: -1, length: 2 }]],
    ["begins in a character", [{ type: "bold", offset: 4, length: 2 }]],
    ["ends in a character", [{ type: "bold", offset: 0, length: 4 }]],
    ["no link", [{ type: "text_link", offset: 0, length: 2, url: "not a link" }]],
    ["local link", [{ type: "text_link", offset: 0, length: 2, url: "http://localhost/" }]],
    ["script", [{ type: "text_link", offset: 0, length: 2, url: "javascript:alert(1)" }]],
    [
      "overlapping",
      [
        { type: "bold", offset: 0, length: 5 },
        { type: "italic", offset: 3, length: 5 },
      ],
    ],
    [
      "quote in a quote",
      [
        { type: "blockquote", offset: 0, length: 8 },
        { type: "expandable_blockquote", offset: 0, length: 2 },
      ],
    ],
    [
      "link in code",
      [
        { type: "code", offset: 0, length: 8 },
        { type: "text_link", offset: 0, length: 2, url: "https://example.com" },
      ],
    ],
    ["too many", Array.from({ length: 101 }, () => ({ type: "bold", offset: 0, length: 1 }))],
  ];
  it.each(bad)("are refused with a wrong entity: %s", async (_, entities) => {
    const { api, chat } = await start();
    await expect(api.sendMessage(chat.id, text, { entities: entities as MessageEntity[] })).rejects.toMatchObject(
      refused(/entit|nested/i),
    );
  });

  it("are accepted with links in a quote", async () => {
    const { api, chat } = await start();
    const entities: MessageEntity[] = [
      { type: "expandable_blockquote", offset: 0, length: 8 },
      { type: "bold", offset: 3, length: 2 },
      { type: "text_link", offset: 6, length: 2, url: "https://example.com/x?y=1#z" },
    ];
    expect((await api.sendMessage(chat.id, text, { entities })).entities).toEqual(entities);
  });
});

describe("keyboards", () => {
  it.each([
    [{ callback_data: "" }, /BUTTON_DATA_INVALID/],
    [{ callback_data: "ä".repeat(33) }, /BUTTON_DATA_INVALID/],
    [{ url: "nonsense" }, /BUTTON_URL_INVALID/],
    [{ copy_text: { text: "x".repeat(257) } }, /COPY_TEXT/],
    [{}, /text buttons are unallowed/],
    [{ callback_data: "a", url: "https://example.com" }, /both/],
    [{ text: "", callback_data: "a" }, /BUTTON_TEXT_INVALID/],
    [{ callback_data: "a", style: "pink" }, /style/],
  ])("are refused with the button %o", async (more, description) => {
    const { api, chat } = await start();
    await expect(api.sendMessage(chat.id, "x", button(more))).rejects.toMatchObject(refused(description));
  });

  it("have limited rows", async () => {
    const { api, chat } = await start();
    const rows = (count: number, length: number) => ({
      reply_markup: {
        inline_keyboard: Array.from({ length: count }, () =>
          Array.from({ length }, () => ({ text: "B", callback_data: "ä".repeat(32) })),
        ),
      },
    });
    await api.sendMessage(chat.id, "x", rows(12, 8));
    await expect(api.sendMessage(chat.id, "x", rows(1, 9))).rejects.toMatchObject(refused(/8 buttons/));
    await expect(api.sendMessage(chat.id, "x", rows(13, 8))).rejects.toMatchObject(refused(/TOO_LONG/));
  });

  it("offer inline queries only of a bot that takes them", async () => {
    const inline = await start();
    await inline.api.sendMessage(inline.chat.id, "x", button({ switch_inline_query: "" }));
    const other = await start({ me: { supports_inline_queries: false } });
    await expect(other.api.sendMessage(other.chat.id, "x", button({ switch_inline_query: "" }))).rejects.toMatchObject(
      refused(/inline queries/),
    );
    expect(() => other.server.inline(other.ana, "x")).toThrow("inline");
  });
});

describe("edits", () => {
  it("change a message, and take the keyboard away unless it is sent again", async () => {
    const { server, api, chat } = await start();
    const { message_id } = await api.sendMessage(chat.id, "one", button({ callback_data: "a" }));
    await expect(
      api.editMessageText(chat.id, message_id, "one ", button({ callback_data: "a" })),
    ).rejects.toMatchObject(refused(/^Bad Request: message is not modified: /));
    expect(await api.editMessageText(chat.id, message_id, "two")).toMatchObject({
      text: "two",
      edit_date: expect.any(Number),
    });
    expect(server.messages(chat.id)[0]).not.toHaveProperty("reply_markup");
    await api.editMessageReplyMarkup(chat.id, message_id, button({ callback_data: "b" }));
    expect(server.messages(chat.id)).toMatchObject([
      { text: "two", reply_markup: { inline_keyboard: [[{ callback_data: "b" }]] } },
    ]);
  });

  it("are refused for messages that are not the bot's, or not there", async () => {
    const { api, chat } = await start();
    const { message_id } = chat.send("mine");
    await expect(api.editMessageText(chat.id, message_id, "x")).rejects.toMatchObject(refused(/can't be edited/));
    await expect(api.editMessageText(chat.id, 1, "x")).rejects.toMatchObject(refused(/message to edit not found/));
    await expect(api.editMessageTextInline("no", "x")).rejects.toMatchObject(refused(/MESSAGE_ID_INVALID/));
    await api.deleteMessage(chat.id, message_id);
    await expect(api.deleteMessage(chat.id, message_id)).rejects.toMatchObject(refused(/message to delete not found/));
  });
});

describe("chats", () => {
  it("are found, or not, or closed to the bot", async () => {
    const { server, ana, api, chat } = await start();
    await expect(api.sendMessage(5, "x")).rejects.toMatchObject(refused("Bad Request: chat not found"));
    server.block(ana);
    await expect(api.sendMessage(chat.id, "x")).rejects.toMatchObject(
      refused("Forbidden: bot was blocked by the user", 403),
    );
    server.unblock(ana);
    await api.sendMessage(chat.id, "x");
    const group = server.group({ title: "G", type: "group" });
    server.kick(group, ana);
    await expect(api.sendMessage(group.id, "x")).rejects.toMatchObject(
      refused("Forbidden: bot was kicked from the group chat", 403),
    );
    const channel = server.channel({ title: "C", username: "the_channel" });
    expect(await api.sendMessage("@the_channel", "x")).toMatchObject({ sender_chat: { id: channel.id } });
    expect((await api.getUpdates()).map(({ my_chat_member }) => my_chat_member?.new_chat_member.status)).toEqual([
      "kicked",
      "member",
      "kicked",
    ]);
  });

  it("move", async () => {
    const { server, ana, api } = await start();
    const group = server.group({ title: "G", type: "group" });
    group.send(ana, "hello");
    const moved = server.migrate(group);
    await expect(api.sendMessage(group.id, "x")).rejects.toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: moved.id },
    });
    expect(await api.sendMessage(moved.id, "x")).toMatchObject({ chat: { type: "supergroup" } });
    expect((await api.getUpdates()).map(({ message }) => message)).toMatchObject([
      { text: "hello" },
      { migrate_to_chat_id: moved.id },
      { migrate_from_chat_id: group.id },
    ]);
  });

  it("have topics, or not", async () => {
    const { server, ana, api } = await start();
    const forum = server.group({ title: "F", topics: true });
    forum.send(ana, "in general");
    const thread = forum.topic(ana, "News");
    const question = forum.send(ana, "in a topic", { thread });
    expect(question).toMatchObject({ message_thread_id: thread, is_topic_message: true });
    expect(await api.sendMessage(forum.id, "x", { message_thread_id: thread })).toMatchObject({
      message_thread_id: thread,
      is_topic_message: true,
      reply_to_message: { forum_topic_created: { name: "News" } },
    });
    for (const message_thread_id of [1, 999]) {
      await expect(api.sendMessage(forum.id, "x", { message_thread_id })).rejects.toMatchObject(
        refused("Bad Request: message thread not found"),
      );
    }
    const plain = server.group({ title: "P" });
    const first = plain.send(ana, "first");
    const second = plain.send(ana, "second", { reply_to: first });
    expect(second).toMatchObject({ message_thread_id: first.message_id, reply_to_message: { text: "first" } });
    expect(second).not.toHaveProperty("is_topic_message");
    await expect(api.sendMessage(plain.id, "x", { message_thread_id: first.message_id })).rejects.toMatchObject(
      refused(/thread/),
    );
  });

  it("show a bot in privacy mode only what is meant for it", async () => {
    const { server, ana, api } = await start({ me: { can_read_all_group_messages: false } });
    const group = server.group({ title: "G" });
    group.send(ana, "not for bots");
    group.send(ana, "@test_news_bot hm?");
    group.send(ana, "/ask@other_bot what");
    group.send(ana, "/ask@test_news_bot what");
    group.send(ana, "and?", { reply_to: await api.sendMessage(group.id, "reply") });
    expect((await api.getUpdates()).map(({ message }) => message?.text)).toEqual(["/ask@test_news_bot what", "and?"]);
  });

  it("know which message is replied to", async () => {
    const { server, api, chat } = await start();
    const question = chat.send("question");
    const second = chat.send("one two");
    const reply = { reply_parameters: { message_id: question.message_id } };
    expect(await api.sendMessage(chat.id, "x", reply)).toMatchObject({ reply_to_message: { text: "question" } });
    server.deleteMessage(question);
    await expect(api.sendMessage(chat.id, "x", reply)).rejects.toMatchObject(
      refused("Bad Request: message to be replied not found"),
    );
    const quoting = (quote: string) => ({ reply_parameters: { message_id: second.message_id, quote } });
    expect(await api.sendMessage(chat.id, "x", quoting("two"))).toMatchObject({ quote: { text: "two", position: 4 } });
    await expect(api.sendMessage(chat.id, "x", quoting("2"))).rejects.toMatchObject(refused(/QUOTE_TEXT_INVALID/));
    const anyway = { reply_parameters: { ...reply.reply_parameters, allow_sending_without_reply: true } };
    expect(await api.sendMessage(chat.id, "x", anyway)).not.toHaveProperty("reply_to_message");
  });

  it("can be looked up, left, and cleared of messages", async () => {
    const { server, ana, api, chat } = await start();
    expect(await api.getChat(chat.id)).toMatchObject({ type: "private", first_name: "Ana" });
    await api.sendChatAction(chat.id, "typing");
    await expect(api.sendChatAction(chat.id, "thinking" as "typing")).rejects.toMatchObject(refused(/action/));
    const { message_id } = await api.sendMessage(chat.id, "x");
    await api.deleteMessages(chat.id, [message_id, 1]);
    expect(server.messages(chat.id)).toEqual([]);
    const group = server.group({ title: "G" });
    const theirs = group.send(ana, "x");
    await expect(api.deleteMessage(group.id, theirs.message_id)).rejects.toMatchObject(refused(/can't be deleted/));
    const old = chat.send("x", { date: 1_700_000_000 });
    await expect(api.deleteMessage(chat.id, old.message_id)).rejects.toMatchObject(refused(/for everyone/));
    await api.leaveChat(group.id);
    await expect(api.sendMessage(group.id, "x")).rejects.toMatchObject(
      refused("Forbidden: bot is not a member of the supergroup chat", 403),
    );
  });

  it("count entities in UTF-16 units, as people write them", async () => {
    const { chat } = await start();
    expect(chat.send("😀 /ask@test_news_bot").entities).toEqual([{ type: "bot_command", offset: 3, length: 18 }]);
    expect(chat.send("a/b mail@example.com").entities).toEqual([{ type: "email", offset: 4, length: 16 }]);
    expect(chat.send("see", { photo: true })).toMatchObject({ caption: "see" });
    expect(chat.send("", { sticker: true })).not.toHaveProperty("text");
    expect(chat.send(" hm? \n")).toMatchObject({ text: "hm?" });
    expect(() => chat.send(" ")).toThrow("empty");
    expect(() => chat.send("x".repeat(4097))).toThrow("4096");
  });
});

describe("queries", () => {
  const article = (id: string, more: object = {}) =>
    ({ type: "article", id, title: "T", input_message_content: { message_text: "text" }, ...more }) as never;

  it("are answered once and in time", async () => {
    const { server, ana, api, chat } = await start();
    const message = await api.sendMessage(chat.id, "x", button({ callback_data: "a" }));
    const stale = refused(/^Bad Request: query is too old and response timeout expired or query ID is invalid$/);
    const first = server.press(ana, message, "a");
    await expect(api.answerCallbackQuery(first, { text: "x".repeat(201) })).rejects.toMatchObject(refused(/LONG/));
    await api.answerCallbackQuery(first);
    await expect(api.answerCallbackQuery(first)).rejects.toMatchObject(stale);
    const second = server.press(ana, message, "B");
    server.expireQueries();
    await expect(api.answerCallbackQuery(second)).rejects.toMatchObject(stale);
    expect(server.callbackAnswers).toHaveLength(1);
    server.deleteMessage(message);
    expect(() => server.press(ana, message, "B")).toThrow("deleted");
    server.press(ana, message, "old", { outdated: true });
    const updates = await api.getUpdates();
    expect(updates.at(-1)?.callback_query).toMatchObject({ data: "old", message: { date: 0 } });
  });

  it("lead to messages that are edited by their inline id", async () => {
    const { server, ana, api } = await start({ inlineFeedback: true });
    const elsewhere = server.group({ title: "Elsewhere", member: false });
    const query = server.inline(ana, "q", { chat_type: "supergroup" });
    await api.answerInlineQuery(query, [article("1"), article("2", button({ callback_data: "a" }))]);
    const plain = server.pick(ana, query, 0, elsewhere);
    expect(server.inlineMessageId(plain)).toBeUndefined();
    const picked = server.pick(ana, query, "2", elsewhere);
    const inline_message_id = server.inlineMessageId(picked) ?? "";
    server.press(ana, picked, "B");
    const updates = await api.getUpdates();
    expect(updates.map((update) => update.chosen_inline_result ?? update.callback_query).slice(1)).toMatchObject([
      { result_id: "1" },
      { result_id: "2", inline_message_id, query: "q" },
      { inline_message_id, data: "a" },
    ]);
    expect(await api.editMessageTextInline(inline_message_id, "other")).toBe(true);
    expect(server.current(picked)).toMatchObject({ text: "other" });
    expect(await server.nextEdit(elsewhere.id)).toMatchObject({ text: "other" });
  });

  it.each([
    ["too many results", Array.from({ length: 51 }, (_, index) => article(`${index}`)), {}],
    ["the same id twice", [article("1"), article("1")], {}],
    ["a long id", [article("ä".repeat(33))], {}],
    ["no title", [article("1", { title: "" })], {}],
    ["no text", [article("1", { input_message_content: { message_text: " " } })], {}],
    ["a wrong button", [article("1", button({ callback_data: "" }))], {}],
    ["a long offset", [], { next_offset: "x".repeat(65) }],
    ["a negative time", [], { cache_time: -1 }],
    ["a wrong start parameter", [], { button: { text: "x", start_parameter: "a b" } }],
  ])("are not answered with %s", async (_, results, other) => {
    const { server, ana, api } = await start();
    const query = server.inline(ana, "q");
    await expect(api.answerInlineQuery(query, results, other as object)).rejects.toMatchObject(refused(/^Bad Request/));
    await api.answerInlineQuery(query, []);
    await expect(api.answerInlineQuery(query, [])).rejects.toMatchObject(refused(/query is too old/));
  });

  it("come from guests too", async () => {
    const { server, ana, api } = await start();
    const group = server.group({ title: "G", member: false });
    const { guest_query_id = "" } = group.summon(ana, "@test_news_bot who?");
    expect(await api.getUpdates()).toMatchObject([{ guest_message: { guest_query_id } }]);
    await api.answerGuestQuery(guest_query_id, article("1"));
    expect(await server.guestAnswer(guest_query_id)).toMatchObject({ result: { id: "1" } });
    expect(await server.nextReply(group.id)).toMatchObject({ text: "text" });
  });
});

describe("the profile", () => {
  it("has commands per scope and language", async () => {
    const { api } = await start();
    const commands = [{ command: "ask", description: "Ask" }];
    await api.setMyCommands(commands, { scope: { type: "all_private_chats" }, language_code: "de" });
    expect(await api.getMyCommands({ scope: { type: "all_private_chats" }, language_code: "de" })).toEqual(commands);
    expect(await api.getMyCommands({ language_code: "de" })).toEqual([]);
    await api.deleteMyCommands({ scope: { type: "all_private_chats" }, language_code: "de" });
    expect(await api.getMyCommands({ scope: { type: "all_private_chats" }, language_code: "de" })).toEqual([]);
    for (const wrong of [
      { command: "Ask", description: "x" },
      { command: "a".repeat(33), description: "x" },
      { command: "ask", description: "" },
      { command: "ask", description: "x".repeat(257) },
    ]) {
      await expect(api.setMyCommands([wrong])).rejects.toMatchObject(refused(/BOT_COMMAND/));
    }
    await expect(api.setMyCommands(commands, { language_code: "pt-br" as "pt" })).rejects.toMatchObject(
      refused(/language code/),
    );
  });

  it("has texts per language", async () => {
    const { api } = await start();
    expect(await api.getMyName()).toEqual({ name: "Test Bot" });
    await api.setMyDescription("Fragt", { language_code: "de" });
    expect(await api.getMyDescription({ language_code: "de" })).toEqual({ description: "Fragt" });
    expect(await api.getMyDescription()).toEqual({ description: "" });
    await expect(api.setMyDescription("x".repeat(513))).rejects.toMatchObject(refused(/DESCRIPTION/));
    await expect(api.setMyShortDescription("x".repeat(121))).rejects.toMatchObject(refused(/DESCRIPTION/));
    await expect(api.setMyName("x".repeat(65))).rejects.toMatchObject(refused(/NAME/));
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
    expect(await api.getChatMenuButton()).toEqual({ type: "commands" });
  });
});

describe("faults", () => {
  const times = async (count: number, call: () => Promise<unknown>) => {
    const outcomes: unknown[] = [];
    for (let turn = 0; turn < count; turn += 1) outcomes.push(await call().catch((error: unknown) => error));
    return outcomes;
  };

  it("hit the next calls they are meant for", async () => {
    const { server, api, chat } = await start();
    const description = "Too Many Requests: retry after 1";
    server.fail({ method: "sendMessage", times: 2, error_code: 429, description, parameters: { retry_after: 1 } });
    server.fail({ method: "sendMessage", chat: 5, error_code: 403, description: "Forbidden: user is deactivated" });
    const outcomes = await times(3, () => api.sendMessage(chat.id, "x"));
    expect(outcomes[1]).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    expect(outcomes[2]).toMatchObject({ text: "x" });
    await expect(api.sendMessage(5, "x")).rejects.toMatchObject({ error_code: 403 });
    const heal = server.fail({ method: "getMe", times: Number.POSITIVE_INFINITY, error_code: 500, description: "x" });
    expect((await times(2, () => api.getMe())).every((error) => error instanceof GrammyError)).toBe(true);
    heal();
    await api.getMe();
  });

  it("lose calls before or after they took effect", async () => {
    const { server, api, chat } = await start();
    server.drop({ method: "sendMessage" });
    await expect(api.sendMessage(chat.id, "lost")).rejects.toBeInstanceOf(HttpError);
    server.drop({ method: "sendMessage", when: "after" });
    await expect(api.sendMessage(chat.id, "sent")).rejects.toBeInstanceOf(HttpError);
    expect(server.messages(chat.id)).toMatchObject([{ text: "sent" }]);
    server.respondRaw({ method: "sendMessage", status: 502, body: "<html>Bad Gateway</html>" });
    await expect(api.sendMessage(chat.id, "x")).rejects.toBeInstanceOf(HttpError);
    server.hang({ method: "sendMessage" });
    await expect(api.sendMessage(chat.id, "x", {}, AbortSignal.timeout(100) as never)).rejects.toThrow();
    server.delay({ method: "getMe", ms: 100 });
    const began = Date.now();
    await api.getMe();
    expect(Date.now() - began).toBeGreaterThan(90);
  });

  it("are flood limits, if wanted", async () => {
    const { server, ana, api, chat } = await start({ floodLimits: { perChatPerSecond: 2, perGroupPerMinute: 1 } });
    const outcomes = await times(3, () => api.sendMessage(chat.id, "x"));
    expect(outcomes[1]).toMatchObject({ text: "x" });
    expect(outcomes[2]).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    const group = server.group({ title: "G" });
    group.send(ana, "people are not limited");
    await api.sendMessage(group.id, "x");
    await expect(api.sendMessage(group.id, "x")).rejects.toMatchObject({ parameters: { retry_after: 60 } });
  });

  it("of the test itself are reported with what it waited for", async () => {
    const { server, chat } = await start();
    await expect(server.nextReply(chat.id, { timeout: 20 })).rejects.toThrow(
      `waited 20 ms for a message of the bot in chat ${chat.id}`,
    );
  });
});

describe("many replies", () => {
  it("are taken at more than a thousand a second", async () => {
    const { server, api, chat } = await start({ keepCalls: false });
    const began = Date.now();
    const lanes = Array.from({ length: 20 }, async () => {
      let last: Message | undefined;
      for (let turn = 0; turn < 50; turn += 1) last = await api.sendMessage(chat.id, `reply ${turn}`);
      return last;
    });
    await Promise.all(lanes);
    expect(server.count("sendMessage").ok).toBe(1000);
    // Generous: the machine may be busy.
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});
