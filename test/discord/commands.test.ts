/** The commands: what Discord shows of them, where they work, and what each of them shows. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { FactBaseInput } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import type { Command } from "./discord-protocol.ts";
import {
  type Adapter,
  adapterForTest,
  current,
  HARBOUR,
  isPrivate,
  labelsOf,
  PATIENCE,
  paragraphsOf,
  STORM,
  startAdapter,
  textOf,
} from "./e2e-support.ts";

const EVENTS = 12;
const months = Array.from({ length: EVENTS }, (_, index) => String(index + 1).padStart(2, "0"));
const BASE: FactBaseInput = {
  ...news,
  sources: months.map((month) => ({
    id: `post-${month}`,
    type: "article-newspaper",
    title: `Report ${month}`,
    publisher: "Post",
    issued: `2025-${month}-01`,
    language: "en",
    URL: `https://post.example/${month}`,
    custom: { document: `${month}.txt` },
  })),
  events: [
    ...news.events,
    ...months.map((month) => ({
      id: `fair-${month}`,
      name: { de: `Messe ${month}`, en: `fair ${month}` },
      date: `2025-${month}`,
    })),
  ],
  facts: [
    ...news.facts,
    ...months.map((month) => ({
      id: `fair-${month}`,
      event: `fair-${month}`,
      statement: { de: `Die Messe ${month} wurde eröffnet.`, en: `The fair ${month} was opened.` },
      questions: { de: [`Wurde die Messe ${month} eröffnet?`], en: [`Was the fair ${month} opened?`] },
    })),
    {
      id: "long-question",
      statement: { de: "Der Kran steht still.", en: "The crane stands still." },
      questions: { de: ["Was ist mit dem Kran?"], en: [`What about the ${"very ".repeat(15)}tall crane?`] },
    },
    {
      id: "marked",
      statement: { de: "Das Zelt ist *neu* @everyone.", en: "The tent is *new* @everyone." },
      questions: { de: ["Was ist mit dem Zelt *_x_* @everyone?"], en: ["What about the tent *_x_* @everyone <@1>?"] },
    },
  ],
};

let adapter: Adapter;
beforeAll(async () => {
  adapter = await startAdapter({ base: BASE });
});
afterAll(() => adapter?.end());

const named = (name: string): Command => {
  const command = adapter.server.commands.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return command;
};

describe("the registered commands", () => {
  it("are five slash commands and one on messages", () => {
    expect(adapter.server.commands.map(({ name, type }) => [name, type])).toEqual([
      ["ask", 1],
      ["timeline", 1],
      ["sources", 1],
      ["about", 1],
      ["privacy", 1],
      ["Check against sources", 3],
    ]);
  });

  it("can be installed in servers and by people, and used in servers, with the bot and among friends", () => {
    for (const { contexts, integration_types: installs } of adapter.server.commands) {
      expect([...(contexts ?? [])].sort()).toEqual([0, 1, 2]);
      expect([...(installs ?? [])].sort()).toEqual([0, 1]);
    }
  });

  it("have names, descriptions and options in English and German", () => {
    for (const { name, type, name_localizations: names, description_localizations: texts } of adapter.server.commands) {
      expect(names).toMatchObject({ "en-US": name, "en-GB": name, de: expect.any(String) });
      if (type === 1)
        expect(texts).toMatchObject({
          "en-US": expect.any(String),
          "en-GB": expect.any(String),
          de: expect.stringMatching(/\p{L}/u),
        });
    }
    expect(named("ask").name_localizations?.["de"]).toBe("fragen");
    expect(named("ask").options).toMatchObject([
      {
        name: "question",
        required: true,
        autocomplete: true,
        name_localizations: { de: "frage", "en-US": "question", "en-GB": "question" },
        description_localizations: { de: "Ihre Frage, mit eigenen Worten", "en-GB": expect.any(String) },
      },
      { name: "private", name_localizations: { de: "privat" }, description_localizations: { de: expect.any(String) } },
      {
        name: "language",
        name_localizations: { de: "sprache" },
        description_localizations: { de: expect.any(String) },
        choices: expect.arrayContaining([
          expect.objectContaining({ name: "Deutsch", value: "de" }),
          expect.objectContaining({ name: "English", value: "en" }),
        ]),
      },
    ]);
  });

  it("are found by a German under their German names", async () => {
    const { user } = adapter.someone("de");
    const asked = adapter.server.command(user, adapter.channel, "fragen", {
      frage: "Warum ist der Hafen geschlossen?",
      privat: true,
      sprache: "en",
    });
    expect(await asked.text()).toMatch(STORM);
    expect(await asked.ephemeral()).toBe(true);
    expect(await adapter.server.command(user, adapter.channel, "zeitleiste").text()).toContain("Was wann geschah");
    expect(
      await adapter.server
        .messageCommand(user, adapter.channel, "An den Quellen prüfen", { content: "Hallo", author: user })
        .text(),
    ).toContain("Quellen");
  });
});

describe("the registration", () => {
  it("writes nothing at a second start", async () => {
    const again = await adapterForTest();
    expect(again.server.commandWrites).toBe(1);
    await again.restart();
    expect(again.server.commandWrites).toBe(1);
    expect(again.log.filter(({ message }) => message === "commands are registered")).toMatchObject([
      { isWritten: true },
      { isWritten: false },
    ]);
  });

  const tampered = async (
    change: (commands: readonly Command[]) => readonly object[],
    options: { readonly inGuild?: boolean } = {},
  ) => {
    const changed = await adapterForTest(options);
    const { server, guild } = changed;
    const scope = options.inGuild ? `guilds/${guild.id}/commands` : "commands";
    const list = () => (options.inGuild ? server.guildCommands(guild) : server.commands);
    const before = list().map(({ id: _id, version: _version, ...rest }) => rest);
    const response = await fetch(`${server.apiRoot}/v10/applications/${server.applicationId}/${scope}`, {
      method: "PUT",
      headers: { authorization: `Bot ${server.token}`, "content-type": "application/json" },
      body: JSON.stringify(change(list())),
    });
    expect(response.status).toBe(200);
    await changed.restart();
    return { writes: server.commandWrites, before, after: list().map(({ id: _id, version: _v, ...rest }) => rest) };
  };
  const replaced = (name: string, change: (command: Command) => object) => (commands: readonly Command[]) =>
    commands.map((command) => (command.name === name ? change(command) : command));

  it.each([
    ["is gone", (commands: readonly Command[]) => commands.slice(1)],
    ["is too many", (commands: readonly Command[]) => [...commands, { name: "old", description: "Old" }]],
    ["has another description", replaced("about", (command) => ({ ...command, description: "Something else" }))],
    [
      "has another word in German",
      replaced("about", (command) => ({
        ...command,
        name_localizations: { ...command.name_localizations, de: "info" },
      })),
    ],
    ["has an option less", replaced("ask", (command) => ({ ...command, options: command.options?.slice(0, 1) ?? [] }))],
    ["works at fewer places", replaced("about", (command) => ({ ...command, contexts: [0] }))],
    ["can be installed by fewer", replaced("about", (command) => ({ ...command, integration_types: [0] }))],
  ])("writes the commands anew when one %s", async (_, change) => {
    const { writes, before, after } = await tampered(change);
    expect(writes).toBe(3);
    expect(after).toEqual(before);
  });

  // Compares only what is wanted: what a former version set and this one does not is kept for ever.
  it.each([
    [
      "has a name in one language more",
      replaced("about", (command) => ({
        ...command,
        name_localizations: { ...command.name_localizations, fr: "info" },
      })),
    ],
    ["is for administrators only", replaced("about", (command) => ({ ...command, default_member_permissions: "8" }))],
    ["is not for everybody's age", replaced("about", (command) => ({ ...command, nsfw: true }))],
  ])("writes the commands anew when one %s", async (_, change) => {
    const { before, after } = await tampered(change);
    expect(after).toEqual(before);
  });

  it("goes to one server alone where that is asked for", async () => {
    const { server, guild } = await adapterForTest({ inGuild: true });
    expect(server.commands).toEqual([]);
    expect(server.guildCommands(guild)).toHaveLength(6);
    expect(server.commandWrites).toBe(1);
  });

  // Discord keeps no contexts and installations of a server's commands, so they never compare equal.
  it("writes nothing at a second start in one server alone", async () => {
    const again = await adapterForTest({ inGuild: true });
    await again.restart();
    expect(again.server.commandWrites).toBe(1);
  });

  it("that fails does not keep the bot from answering", async () => {
    const refused = await adapterForTest({
      before: (server) => server.fail({ method: "PUT", path: /\/commands$/, status: 403, body: { code: 50001 } }),
    });
    await refused.server.gateway.ready();
    expect(await refused.ask(refused.someone(), HARBOUR).text(PATIENCE)).toMatch(STORM);
    await vi.waitFor(() =>
      expect(refused.log).toContainEqual(
        expect.objectContaining({ level: "warn", message: "commands could not be registered" }),
      ),
    );
  });
});

describe("/ask", () => {
  it("answers publicly in a channel, and for the asker alone when told so", async () => {
    const ana = adapter.someone();
    expect(await adapter.ask(ana, HARBOUR).ephemeral()).toBe(false);
    expect(await adapter.ask(ana, HARBOUR, { private: false }).ephemeral()).toBe(false);
    expect(await adapter.ask(ana, HARBOUR, { private: true }).ephemeral()).toBe(true);
  });

  it("answers in the question's language, and in another when told so", async () => {
    const ana = adapter.someone("de");
    expect(await adapter.ask(ana, HARBOUR).text()).toMatch(STORM);
    expect(await adapter.ask(ana, HARBOUR, { language: "de" }).text()).toMatch(/^Wegen eines Sturms/);
  });

  it("answers wherever people use it", async () => {
    const ana = adapter.someone();
    const foreign = adapter.server.guild({ name: "Elsewhere", installed: false });
    const places = [
      adapter.channel,
      foreign.channel({ name: "talk" }),
      adapter.server.groupDm([ana.user, adapter.someone().user]),
      ana.dm,
    ];
    for (const place of places) {
      const asked = adapter.ask(ana, HARBOUR, { place });
      expect(await asked.text()).toMatch(STORM);
      expect(await asked.ephemeral()).toBe(false);
      expect(await adapter.server.press(ana.user, asked, "🔎 Evidence").ephemeral()).toBe(true);
      expect(await adapter.server.command(ana.user, place, "timeline").text()).toContain("What happened when");
      const checked = adapter.server.messageCommand(ana.user, place, "Check against sources", {
        content: "The harbour of Tovana stays closed because of a storm.",
        author: ana.user,
      });
      expect(await checked.text()).toContain("storm");
    }
  });

  it("remembers for a follow-up question what was asked in the same channel", async () => {
    const ana = adapter.someone();
    await adapter.ask(ana, "How many citizens were handed over?").message();
    await adapter.ask(ana, HARBOUR, { place: ana.dm }).message();
    expect(await adapter.ask(ana, "And when was that?").text()).toContain("November 2025");
    expect(await adapter.ask(adapter.someone(), "And when was that?").text()).not.toContain("November 2025");
  });
});

describe("autocomplete", () => {
  const choices = (typed: string, locale?: string) =>
    adapter.server.autocomplete(adapter.someone(locale).user, adapter.channel, "ask", { question: typed }).choices();

  it("offers questions that have the words typed so far, the last one perhaps only begun", async () => {
    expect(await choices("why is the harb")).toEqual([{ name: HARBOUR, value: "#harbour" }]);
    expect((await choices("citizens handed")).map(({ value }) => value)).toContain("#handover");
    expect((await choices("haf", "de")).map(({ name }) => name)).toEqual(["Warum ist der Hafen geschlossen?"]);
  });

  it("offers examples while nothing is typed", async () => {
    for (const nothing of ["", "  ", "?!"]) expect((await choices(nothing)).length).toBeGreaterThanOrEqual(3);
  });

  it("offers nothing where nothing fits", async () => {
    expect(await choices("qqqq")).toEqual([]);
  });

  it("stays within Discord's limits, with long questions and many", async () => {
    expect((await choices("wh")).length).toBeLessThanOrEqual(25);
    const many = await choices("the");
    expect(many.length).toBeGreaterThan(5);
    const [long] = await choices("tall crane");
    expect(long).toEqual({ name: expect.stringMatching(/…$/), value: "#long-question" });
    expect(long?.name.length).toBeLessThanOrEqual(100);
  });

  it("shows marks and mentions in a question as they are", async () => {
    expect(await choices("tent")).toEqual([{ name: "What about the tent *_x_* @everyone <@1>?", value: "#marked" }]);
  });

  it("leads to exactly the fact that was offered, with its question above", async () => {
    const ana = adapter.someone();
    const [choice] = await choices("why is the harb");
    const opened = adapter.ask(ana, String(choice?.value));
    const [question, answer] = await paragraphsOf(opened);
    expect(question).toBe(`**${HARBOUR}**`);
    expect(answer).toMatch(STORM);
    expect(await adapter.ask(ana, "And why?").text()).toMatch(/storm/);
  });

  it("survives a choice that is no fact any more", async () => {
    const asked = adapter.ask(adapter.someone(), "#gone");
    expect(await asked.text()).toMatch(/^(?:The sources do not|This answer is not)/);
    expect(await asked.ephemeral()).toBe(true);
  });

  it("offers nothing to the blocked, at once", async () => {
    const ana = adapter.someone();
    adapter.blocked.add(`discord:${ana.user.id}`);
    const typed = adapter.server.autocomplete(ana.user, adapter.channel, "ask", { question: "harb" });
    expect(await typed.choices()).toEqual([]);
  });
});

describe("/timeline", () => {
  it("shows five events a page, newest first, and turns pages in place", async () => {
    const { user } = adapter.someone();
    const opened = adapter.server.command(user, adapter.channel, "timeline");
    expect(await opened.ephemeral()).toBe(true);
    const first = await paragraphsOf(opened);
    expect(first[0]).toBe("**What happened when**");
    expect(first[1]).toBe("**December 2025**\nThe fair 12 was opened.");
    expect(first.at(-1)).toBe("-# *1 of 3*");
    expect(labelsOf(await opened.message())).toEqual(["Older ▶"]);

    const older = adapter.server.press(user, opened, "Older ▶");
    expect((await older.response()).type).toBe(7);
    expect((await older.message()).id).toBe((await opened.message()).id);
    expect(await older.text()).toContain("-# *2 of 3*");
    expect(labelsOf(await older.message())).toEqual(["◀ Newer", "Older ▶"]);

    const oldest = adapter.server.press(user, opened, "Older ▶");
    expect(await oldest.text()).toContain("-# *3 of 3*");
    expect(labelsOf(await oldest.message())).toEqual(["◀ Newer"]);
    expect(await adapter.server.press(user, opened, "◀ Newer").text()).toContain("-# *2 of 3*");
  });

  it("shows every event on some page", async () => {
    const { user, dm } = adapter.someone();
    const opened = adapter.server.command(user, dm, "timeline");
    let text = await opened.text();
    for (let page = 0; page < 2; page++) text += await adapter.server.press(user, opened, "Older ▶").text();
    for (const month of months) expect(text).toContain(`The fair ${month} was opened.`);
  });

  it("gives others who press a button of a shared message a copy of their own", async () => {
    const ana = adapter.someone();
    const shared = adapter.server.command(ana.user, ana.dm, "timeline");
    const before = await shared.message();
    expect(isPrivate(before)).toBe(false);
    const other = adapter.server.press(adapter.someone().user, shared, "Older ▶");
    expect((await other.response()).type).toBe(4);
    expect(await other.ephemeral()).toBe(true);
    expect(await other.text()).toContain("-# *2 of 3*");
    expect(textOf(current(adapter.server, before))).toContain("-# *1 of 3*");
    await adapter.server.press(ana.user, shared, "Older ▶").message();
    expect(textOf(current(adapter.server, before))).toContain("-# *2 of 3*");
  });

  it("comes to a page that there is when a button names one that is gone", async () => {
    const { user } = adapter.someone();
    const opened = adapter.server.command(user, adapter.channel, "timeline");
    await opened.message();
    const stale = adapter.server.press(user, opened, "t~en~99", { stale: true });
    expect(await stale.text()).toContain("-# *3 of 3*");
  });
});

describe("the other pages", () => {
  it("/sources lists every source with its link, five a page", async () => {
    const { user } = adapter.someone();
    const opened = adapter.server.command(user, adapter.channel, "sources");
    expect(await opened.text()).toContain("Post: [“Report 01”](<https://post.example/01>), January 1, 2025");
    let text = await opened.text();
    for (let page = 0; page < 2; page++) text += await adapter.server.press(user, opened, "Older ▶").text();
    for (const month of months) expect(text).toContain(`“Report ${month}”`);
  });

  it("/about tells what the bot is, what it can do, and shows questions to tap", async () => {
    const ana = adapter.someone();
    const about = adapter.server.command(ana.user, adapter.channel, "about");
    const text = await about.text();
    for (const name of ["/ask", "/timeline", "/sources", "/about", "/privacy", "Check against sources"])
      expect(text).toContain(name);
    expect(await about.ephemeral()).toBe(true);
    const [example = ""] = labelsOf(await about.message());
    expect(await adapter.server.press(ana.user, about, example).text()).toContain(`**${example}**`);
    expect(await adapter.server.command(ana.user, ana.dm, "about").ephemeral()).toBe(false);
  });

  it("/about in German names the commands as Germans find them", async () => {
    const { user } = adapter.someone("de");
    const text = await adapter.server.command(user, adapter.channel, "über").text();
    expect(text).toContain("Befehle");
    expect(text).toContain("An den Quellen prüfen");
  });

  // The page says "/ask" where a German's Discord offers only "/fragen".
  it("/about in German names the slash commands as Germans find them", async () => {
    const { user } = adapter.someone("de");
    expect(await adapter.server.command(user, adapter.channel, "über").text()).toContain("/fragen");
  });

  it("/privacy tells what is kept, and erases it at a press", async () => {
    const ana = adapter.someone();
    await adapter.ask(ana, "How many citizens were handed over?").message();
    const page = adapter.server.command(ana.user, adapter.channel, "privacy");
    const text = await page.text();
    expect(text).toContain("15 minutes");
    expect(text).toContain("Discord");
    expect(text).not.toContain("/settings");
    const erased = adapter.server.press(ana.user, page, "Erase what is kept about me");
    expect(await erased.text()).toMatch(/^Done/);
    expect(await erased.ephemeral()).toBe(true);
    expect(await adapter.ask(ana, "And when was that?").text()).not.toContain("November 2025");
  });
});

describe("the command on a message", () => {
  const check = (content: string, embeds: readonly object[] = [], who = adapter.someone()) =>
    adapter.server.messageCommand(who.user, adapter.channel, "Check against sources", {
      content,
      author: adapter.someone().user,
      embeds: embeds as never,
    });

  it("holds its text against the sources, for the asker alone", async () => {
    const checked = check("Over 270 people were arrested in the raid in Marell.");
    expect(await checked.ephemeral()).toBe(true);
    const [heading, answer] = await paragraphsOf(checked);
    expect(heading).toBe("**What the sources say about it**");
    expect(answer).toBe("Over 270 people were arrested in the raid in Marell.");
    expect(labelsOf(await checked.message())).toContain("🔎 Evidence");
  });

  it("reads embeds as well", async () => {
    const checked = check("", [
      { title: "Tovana", description: "The harbour of Tovana is closed because of a storm." },
    ]);
    expect(await checked.text()).toContain("because of a storm");
  });

  it("says so when the sources say nothing", async () => {
    const checked = check("Bananas are yellow.");
    expect(await checked.text()).toBe("The sources say nothing about that.");
    expect(await checked.ephemeral()).toBe(true);
  });

  it("says so when there is no text", async () => {
    const checked = check("");
    expect(await checked.text()).toBe("I read only text. Please type your question.");
    expect(await checked.ephemeral()).toBe(true);
  });

  it("reads the longest message with the longest embeds", async () => {
    const checked = check("The harbour of Tovana is closed because of a storm. ".repeat(80).slice(0, 4000), [
      { title: "x".repeat(256), description: "Over 270 people were arrested in the raid in Marell. ".repeat(70) },
    ]);
    expect(await checked.text()).toContain("storm");
  });

  it("notifies nobody whom the message names", async () => {
    const checked = check("@everyone <@123456789012345678> <@&123456789012345678> the harbour is closed by a storm");
    expect(await checked.text()).not.toContain("@everyone");
  });
});
