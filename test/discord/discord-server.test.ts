/** The server against the real client: people, messages, commands, limits and faults. */

import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ContainerBuilder,
  EmbedBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Routes,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import * as spec from "discord-api-spec/zod";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  atEnd,
  bot,
  button,
  code,
  discord,
  expectShape,
  type Handler,
  onCommand,
  place,
  row,
} from "./discord-client.ts";

describe("commands and messages", () => {
  it("brings a command to the bot and its reply to the person", async () => {
    const server = await discord();
    const { ana, channel, guild } = place(server);
    const seen: unknown[] = [];
    await bot(
      server,
      onCommand(async (interaction) => {
        seen.push(interaction.locale, interaction.guildLocale, interaction.guildId, interaction.context);
        seen.push(interaction.options.getString("question"), interaction.inGuild(), interaction.user.username);
        seen.push(Math.abs(interaction.createdTimestamp - Date.now()) < 1000);
        await interaction.reply({ content: "In Marell.", flags: MessageFlags.Ephemeral });
      }),
    );
    const asked = server.command(ana, channel, "ask", { question: "Where was the raid?" });
    expect(await asked.response()).toEqual({
      type: 4,
      data: expect.objectContaining({ content: "In Marell.", flags: 64 }),
    });
    expect(await asked.text()).toBe("In Marell.");
    expect(await asked.ephemeral()).toBe(true);
    expect(seen).toEqual(["de", "fr", guild.id, 0, "Where was the raid?", true, "ana", true]);
    expect(asked.answeredAfter).toBeLessThan(1000);
    expectShape(spec.MessageResponseSchema, asked.current);
    expect(server.violations).toEqual([]);
    expect(server.calls.at(-1)).toMatchObject({
      method: "POST",
      path: `/interactions/${asked.id}/${asked.token}/callback`,
      status: 204,
    });
  });

  it("works in conversations with the bot, in groups, and where only the person has the app", async () => {
    const server = await discord();
    const ana = server.user({ username: "ana" });
    const foreign = server.guild({ name: "Elsewhere", installed: false }).channel();
    const contexts: unknown[] = [];
    await bot(
      server,
      onCommand(async (interaction) => {
        const { context, authorizingIntegrationOwners } = interaction;
        contexts.push([context, Object.keys(authorizingIntegrationOwners.toJSON() as object)]);
        await interaction.reply("yes");
      }),
    );
    for (const where of [server.dm(ana), server.groupDm([ana, server.user({ username: "jon" })]), foreign]) {
      expect(await server.command(ana, where, "ask").text()).toBe("yes");
    }
    expect(contexts).toEqual([
      [1, ["0"]],
      [2, ["1"]],
      [0, ["1"]],
    ]);
    expect(server.dm(ana)).toBe(server.dm(ana));
  });

  it("shows a deferred reply once it is filled in, and follow-ups", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const release: { go?: () => void } = {};
    await bot(
      server,
      onCommand(async (interaction) => {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await new Promise<void>((resolve) => {
          release.go = resolve;
        });
        await interaction.editReply("First.");
        await interaction.followUp("Second.");
        const third = await interaction.followUp({
          content: "Third.",
          files: [{ attachment: Buffer.from("x"), name: "x.txt" }],
        });
        await interaction.editReply({ message: third, content: "Third, edited." });
        await interaction.fetchReply();
      }),
    );
    const asked = server.command(ana, channel, "ask");
    expect((await asked.response()).type).toBe(5);
    await expect(asked.message({ timeout: 50 })).rejects.toThrow("has shown no message within 50 ms");
    release.go?.();
    expect(await asked.text()).toBe("First.");
    expect(await asked.ephemeral()).toBe(true);
    expect((await asked.followUp(1)).attachments[0]).toMatchObject({ filename: "x.txt", size: 1 });
    await vi.waitFor(() =>
      expect(asked.followUps.map(({ content }) => content)).toEqual(["Second.", "Third, edited."]),
    );
    for (const message of asked.followUps) expectShape(spec.MessageResponseSchema, message);
    expect(server.violations).toEqual([]);
  });

  it("lets the first follow-up fill in a deferred reply", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    await bot(
      server,
      onCommand(async (interaction) => {
        await interaction.deferReply();
        await interaction.followUp("Filled in.");
      }),
    );
    const asked = server.command(ana, channel, "ask");
    expect(await asked.text()).toBe("Filled in.");
    expect(asked.followUps).toEqual([]);
  });

  it("gives the documented response when the bot asks for it", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const given: unknown[] = [];
    await bot(
      server,
      onCommand(async (interaction) => {
        const { resource, interaction: about } =
          interaction.commandName === "ask"
            ? await interaction.reply({ content: "Yes.", withResponse: true })
            : await interaction.deferReply({ withResponse: true });
        given.push(resource?.message?.content, about.responseMessageId === resource?.message?.id);
        given.push(about.responseMessageLoading);
      }),
    );
    for (const name of ["ask", "slow"]) {
      await server.command(ana, channel, name).response();
      await vi.waitFor(() => expect(given).toHaveLength(name === "ask" ? 3 : 6));
      expectShape(spec.InteractionCallbackResponseSchema, server.calls.at(-1)?.answer);
    }
    expect(given).toEqual(["Yes.", true, false, "", true, true]);
  });

  it("deletes messages", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { errors } = await bot(
      server,
      onCommand(async (interaction) => {
        await interaction.reply("Gone soon.");
        await interaction.deleteReply();
        await interaction.editReply("Too late.");
      }),
    );
    const asked = server.command(ana, channel, "ask");
    await vi.waitFor(() => expect(errors.map(code)).toEqual([10008]));
    expect(asked.current).toBeUndefined();
    await expect(asked.message()).rejects.toThrow("deleted");
  });

  it("takes messages outside interactions only where the bot is a member", async () => {
    const server = await discord();
    const { channel } = place(server);
    const elsewhere = server.guild({ name: "Elsewhere", installed: false }).channel();
    const { client } = await bot(server);
    const post = (to: string) => client.rest.post(Routes.channelMessages(to), { body: { content: "Hello." } });
    expect(await post(channel.id)).toMatchObject({ content: "Hello." });
    await expect(post(elsewhere.id)).rejects.toMatchObject({ code: 50001, status: 403 });
  });
});

describe("components", () => {
  const pager: Handler = async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const link = new ButtonBuilder().setLabel("Source").setURL("https://example.org/").setStyle(ButtonStyle.Link);
      await interaction.reply({
        content: "Page 1",
        components: [row(button("Next", "page:2"), button("Off").setDisabled(true), link)],
      });
    } else if (interaction.isButton() && interaction.customId === "page:2") {
      await interaction.update({
        content: `Page 2 of ${interaction.message.content}`,
        components: [row(button("Wait"))],
      });
    } else if (interaction.isButton()) {
      await interaction.deferUpdate();
      await interaction.editReply({ content: "Page 3", components: [] });
    }
  };

  it("presses buttons, which update their message", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    await bot(server, pager);
    const asked = server.command(ana, channel, "ask");
    expect((await asked.buttons()).map(({ label }) => label)).toEqual(["Next", "Off", "Source"]);
    expectShape(spec.MessageResponseSchema, asked.current);
    const next = server.press(ana, await asked.message(), "Next");
    expect(await next.text()).toBe("Page 2 of Page 1");
    expect(await server.press(ana, asked, "Wait").text()).toBe("Page 3");
    expect(await asked.text()).toBe("Page 3");
    expectShape(spec.MessageResponseSchema, asked.current);
    expect(server.violations).toEqual([]);
  });

  it("refuses to press what nobody can press", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    await bot(server, pager);
    const message = await server.command(ana, channel, "ask").message();
    expect(() => server.press(ana, message, "Back")).toThrow('there is no button "Back", only: Next, Off, Source');
    expect(() => server.press(ana, message, "Off")).toThrow("disabled");
    expect(() => server.press(ana, message, "Source")).toThrow("link");
  });

  it("presses what a person still sees of an older state", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    await bot(server, pager);
    const asked = server.command(ana, channel, "ask");
    await asked.message();
    await server.press(ana, asked, "Next").message();
    expect(() => server.press(ana, asked, "page:2")).toThrow("only: Wait");
    expect(await server.press(ana, asked, "page:2", { stale: true }).text()).toBe("Page 2 of Page 2 of Page 1");
  });

  it("chooses from select menus", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const menu = new StringSelectMenuBuilder()
      .setCustomId("topic")
      .addOptions({ label: "Raids", value: "raids" }, { label: "Trials", value: "trials" });
    await bot(server, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({
          components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)],
        });
      } else if (interaction.isStringSelectMenu()) {
        await interaction.reply(`${interaction.customId}: ${interaction.values}`);
      }
    });
    const asked = server.command(ana, channel, "ask");
    await asked.message();
    expect(() => server.select(ana, asked, "topic", ["sports"])).toThrow('does not offer "sports"');
    expect(() => server.select(ana, asked, "topic", ["raids", "trials"])).toThrow("2 values");
    const chosen = server.select(ana, asked, "topic", ["raids"]);
    expect(await chosen.text()).toBe("topic: raids");
    expectShape(spec.MessageResponseSchema, asked.current);
    expectShape(spec.MessageResponseSchema, chosen.current);
  });

  it("hides ephemeral messages from others", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    await bot(
      server,
      onCommand((interaction) =>
        interaction.reply({ components: [row(button("More"))], flags: MessageFlags.Ephemeral }),
      ),
    );
    const message = await server.command(ana, channel, "ask").message();
    expect(() => server.press(server.user({ username: "jon" }), message, "More")).toThrow("does not see");
  });

  it("opens modals and submits them", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const input = new TextInputBuilder().setCustomId("what").setStyle(TextInputStyle.Short).setMaxLength(10);
    const modal = new ModalBuilder()
      .setCustomId("feedback")
      .setTitle("What is wrong?")
      .addLabelComponents(new LabelBuilder().setLabel("What").setTextInputComponent(input));
    await bot(server, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ components: [row(button("Wrong"))] });
      if (interaction.isButton()) await interaction.showModal(modal);
      if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        await interaction.update({
          content: `Thanks: ${interaction.fields.getTextInputValue("what")}`,
          components: [],
        });
      }
    });
    const asked = server.command(ana, channel, "ask");
    await asked.message();
    const pressed = server.press(ana, asked, "Wrong");
    expect((await pressed.response()).data.title).toBe("What is wrong?");
    expect(() => server.submitModal(ana, pressed)).toThrow('"what" is required');
    expect(() => server.submitModal(ana, pressed, { what: "much too long" })).toThrow("13 characters");
    expect(() => server.submitModal(ana, pressed, { what: "date", who: "me" })).toThrow('no field "who"');
    expect(await server.submitModal(ana, pressed, { what: "the date" }).text()).toBe("Thanks: the date");
    expect(server.violations).toEqual([]);
  });

  it("refuses modals that are too large, and modals in answer to modals", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { client } = await bot(server);
    const opened = server.command(ana, channel, "ask");
    const label = (id: string) => ({ type: 18, label: id, component: { type: 4, custom_id: id, style: 1 } });
    const modal = (title: string, ids: string) => ({ custom_id: "m", title, components: [...ids].map(label) });
    const show = (to: { id: string; token: string }, data: object) =>
      client.rest.post(Routes.interactionCallback(to.id, to.token), { body: { type: 9, data }, auth: false });
    for (const wrong of [modal("x".repeat(46), "a"), modal("x", ""), modal("x", "abcdef"), modal("x", "aa")]) {
      await expect(show(opened, wrong)).rejects.toMatchObject({ code: 50035 });
    }
    await show(opened, modal("x", "abcde"));
    const values = { a: "1", b: "1", c: "1", d: "1", e: "1" };
    await expect(show(server.submitModal(ana, opened, values), modal("x", "a"))).rejects.toMatchObject({ code: 50035 });
    expect(server.violations).toHaveLength(5);
  });

  it("brings messages to message commands", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const jon = server.user({ username: "jon" });
    await bot(server, async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      const { targetMessage, commandName } = interaction;
      await interaction.reply(`${commandName}: ${targetMessage.author.username} said ${targetMessage.content}`);
    });
    const checked = server.messageCommand(ana, channel, "Check against sources", {
      content: "270 arrests",
      author: jon,
    });
    expect(await checked.text()).toBe("Check against sources: jon said 270 arrests");
    expectShape(spec.MessageResponseSchema, checked.current);
  });
});

describe("registered commands", () => {
  const ask = new SlashCommandBuilder()
    .setName("ask")
    .setNameLocalizations({ de: "frage" })
    .setDescription("Asks about the news")
    .addStringOption((option) =>
      option
        .setName("question")
        .setNameLocalizations({ de: "frage" })
        .setDescription("What to ask")
        .setRequired(true)
        .setMaxLength(20)
        .setAutocomplete(true),
    )
    .addBooleanOption((option) => option.setName("private").setDescription("Only for you").setRequired(false))
    .setContexts(0, 1)
    .setDefaultMemberPermissions(0)
    .toJSON();

  it("keeps what was registered, with the same ids and versions until something changes", async () => {
    const server = await discord();
    const { client } = await bot(server);
    const route = Routes.applicationCommands(server.applicationId);
    const put = async (body: unknown) => (await client.rest.put(route, { body })) as { id: string; version: string }[];
    const [first] = await put([ask]);
    const [again] = await put([ask]);
    const [changed] = await put([{ ...ask, description: "Asks" }]);
    expectShape(spec.ApplicationCommandResponseSchema, first);
    expect(again).toEqual(first);
    expect(changed?.id).toBe(first?.id);
    expect(changed?.version).not.toBe(first?.version);
    expect(server.commandWrites).toBe(3);
    expect(server.commands).toMatchObject([{ name: "ask", default_member_permissions: "0" }]);
    const plain = (await client.rest.get(route)) as object[];
    expect(plain[0]).not.toHaveProperty("name_localizations");
    const full = (await client.rest.get(route, {
      query: new URLSearchParams({ with_localizations: "true" }),
    })) as object[];
    expect(full[0]).toMatchObject({
      name_localizations: { de: "frage" },
      options: [{ autocomplete: true }, { name: "private" }],
    });
    expect(server.violations).toEqual([]);
  });

  it("creates, edits and deletes single commands, of a guild too", async () => {
    const server = await discord();
    const { client } = await bot(server);
    const guild = server.guild({ name: "Newsroom" });
    const route = Routes.applicationGuildCommands(server.applicationId, guild.id);
    const created = (await client.rest.post(route, { body: { name: "Find sources", type: 3 } })) as { id: string };
    expect(server.guildCommands(guild)).toMatchObject([
      { id: created.id, type: 3, description: "", guild_id: guild.id },
    ]);
    await client.rest.patch(`${route}/${created.id}`, { body: { name: "Check" } });
    expect(await client.rest.get(`${route}/${created.id}`)).toMatchObject({ name: "Check" });
    await client.rest.delete(`${route}/${created.id}`);
    expect(server.guildCommands(guild.id)).toEqual([]);
    await expect(client.rest.delete(`${route}/${created.id}`)).rejects.toMatchObject({ code: 10063 });
  });

  it("lets people call only what is there, as its options allow", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { client } = await bot(server, async (interaction) => {
      if (interaction.isAutocomplete()) {
        await interaction.respond([{ name: `${interaction.options.getFocused()}…`, value: "raid" }]);
      } else if (interaction.isChatInputCommand()) {
        await interaction.reply(`${interaction.commandName} ${interaction.options.getString("question", true)}`);
      }
    });
    await client.rest.put(Routes.applicationCommands(server.applicationId), { body: [ask] });
    expect(await server.command(ana, channel, "frage", { frage: "Wo?" }).text()).toBe("ask Wo?");
    expect(await server.autocomplete(ana, channel, "ask", { question: "Wo" }).choices()).toEqual([
      { name: "Wo…", value: "raid" },
    ]);
    expect(await server.autocomplete(ana, channel, "ask", {}, "question").choices()).toEqual([
      { name: "…", value: "raid" },
    ]);
    expect(() => server.autocomplete(ana, channel, "ask", { private: true })).toThrow("no autocomplete");
    expect(() => server.command(ana, channel, "news")).toThrow('no command "news"');
    expect(() => server.command(ana, channel, "ask")).toThrow("required");
    expect(() => server.command(ana, channel, "ask", { question: "x".repeat(21) })).toThrow("takes");
    expect(() => server.command(ana, channel, "ask", { question: 1 })).toThrow("does not take numbers");
    expect(() => server.command(ana, server.groupDm([ana]), "ask", { question: "Wo?" })).toThrow("no command");
    expect(server.violations).toEqual([]);
  });

  it("finds subcommands and checks choices and bounds", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { client } = await bot(
      server,
      onCommand(async (interaction) => {
        const { options } = interaction;
        const path = `${options.getSubcommandGroup()} ${options.getSubcommand()}`;
        await interaction.reply(`${path} ${options.getInteger("count")}`);
      }),
    );
    const command = new SlashCommandBuilder()
      .setName("news")
      .setDescription("News")
      .addSubcommandGroup((group) =>
        group
          .setName("list")
          .setDescription("Lists")
          .addSubcommand((sub) =>
            sub
              .setName("latest")
              .setDescription("The latest")
              .addIntegerOption((option) => option.setName("count").setDescription("How many").setMaxValue(9))
              .addStringOption((option) =>
                option.setName("topic").setDescription("About").addChoices({ name: "Raids", value: "raids" }),
              ),
          ),
      );
    await client.rest.put(Routes.applicationCommands(server.applicationId), { body: [command.toJSON()] });
    expect(await server.command(ana, channel, "news list latest", { count: 3 }).text()).toBe("list latest 3");
    expect(() => server.command(ana, channel, "news list latest", { count: 10 })).toThrow("not 10");
    expect(() => server.command(ana, channel, "news list latest", { topic: "x" })).toThrow('does not offer "x"');
    expect(() => server.command(ana, channel, "news list oldest")).toThrow('no subcommand "oldest"');
  });

  const refused: readonly [string, unknown, RegExp][] = [
    ["a name in upper case", { ...ask, name: "Ask" }, /0\.name: Command name is invalid/],
    ["a name with a space", { ...ask, name: "ask me" }, /0\.name/],
    ["no description", { ...ask, description: "" }, /0\.description: Must be between 1 and 100/],
    ["an unknown locale", { ...ask, name_localizations: { "de-AT": "frage" } }, /0\.name_localizations\.de-AT/],
    ["a description on a context menu", { name: "Find", type: 3, description: "x" }, /cannot have description/],
    ["a localised name that is too long", { ...ask, name_localizations: { de: "x".repeat(33) } }, /32 or fewer/],
    [
      "two options of one name in a locale",
      {
        ...ask,
        options: ["a", "b"].map((name) => ({ type: 3, name, description: "x", name_localizations: { de: "c" } })),
      },
      /0\.options\.1\.name_localizations\.de: Option name "c" already exists in de/,
    ],
    [
      "a required option after an optional one",
      { ...ask, options: [false, true].map((required, i) => ({ type: 3, name: `o${i}`, description: "x", required })) },
      /Required options/,
    ],
    [
      "more than 8000 characters",
      {
        ...ask,
        options: [0, 1, 2].map((i) => ({
          type: 3,
          name: `o${i}`,
          description: "x",
          choices: Array.from({ length: 25 }, (_, n) => ({
            name: `${n}`.padEnd(100, "x"),
            value: `${n}`.padEnd(100, "y"),
          })),
        })),
      },
      /maximum size \(8000\): 15/,
    ],
    [
      "too many options",
      { ...ask, options: Array.from({ length: 26 }, (_, i) => ({ type: 3, name: `o${i}`, description: "x" })) },
      /0\.options: Must be 25/,
    ],
  ];
  it.each(refused)("refuses %s", async (_what, command, complaint) => {
    const server = await discord();
    const { client } = await bot(server);
    const put = client.rest.put(Routes.applicationCommands(server.applicationId), { body: [command] });
    await expect(put).rejects.toMatchObject({ code: 50035, status: 400 });
    expect(server.violations.join("\n")).toMatch(complaint);
    expect(server.commands).toEqual([]);
  });

  it("refuses doubled names and more commands than there may be", async () => {
    const server = await discord();
    const { client } = await bot(server);
    const put = (body: unknown) => client.rest.put(Routes.applicationCommands(server.applicationId), { body });
    await expect(put([ask, ask])).rejects.toMatchObject({ code: 50035 });
    const many = Array.from({ length: 16 }, (_, index) => ({ name: `Find ${index}`, type: 3 }));
    await expect(put(many)).rejects.toMatchObject({ code: 30032 });
    expect(server.violations).toHaveLength(2);
  });
});

describe("what the bot may not send", () => {
  const v2 = MessageFlags.IsComponentsV2;
  const displays = (...texts: string[]) => texts.map((content) => new TextDisplayBuilder({ content }));
  type Sent = Parameters<ChatInputCommandInteraction["reply"]>[0];

  const cases: readonly [string, Sent, RegExp][] = [
    ["content over 2000 characters", { content: "x".repeat(2001) }, /callback: data\.content: Must be 2000 or fewer/],
    ["an embed title over 256", { embeds: [{ title: "x".repeat(257) }] }, /data\.embeds\.0\.title: Must be 256/],
    ["embeds over 6000", { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }] }, /6001/],
    [
      "an embed field without text",
      { embeds: [{ fields: [{ name: "a", value: " " }] }] },
      /embeds\.0\.fields\.0\.value: .*required/,
    ],
    ["eleven embeds", { embeds: Array.from({ length: 11 }, () => ({ title: "x" })) }, /data\.embeds: Must be 10/],
    [
      "six rows",
      { components: Array.from({ length: 6 }, (_, i) => row(button(`${i}`)).toJSON()) },
      /components: Must be 5/,
    ],
    [
      "six buttons in a row",
      { components: [{ type: 1, components: Array.from({ length: 6 }, (_, i) => button(`${i}`).toJSON()) }] },
      /data\.components\.0\.components: Must be 5/,
    ],
    ["the same custom id twice", { components: [row(button("a", "x"), button("b", "x"))] }, /cannot be duplicated/],
    [
      "a label over 80",
      { components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: "a", label: "x".repeat(81) }] }] },
      /label: Must be 80/,
    ],
    [
      "a button that leads nowhere",
      { components: [{ type: 1, components: [{ type: 2, style: 5, label: "a", url: "javascript:alert(1)" }] }] },
      /Scheme "javascript"/,
    ],
    [
      "a url over 512",
      {
        components: [
          { type: 1, components: [{ type: 2, style: 5, label: "a", url: `https://example.org/${"x".repeat(500)}` }] },
        ],
      },
      /url: Must be 512/,
    ],
    [
      "content beside Components V2",
      { content: "x", components: displays("y"), flags: v2 },
      /'content' field cannot be used/,
    ],
    ["text displays without their flag", { components: displays("y") }, /must be one of \(1,\)/],
    [
      "over 4000 characters of text displays",
      { components: displays("x".repeat(3000), "x".repeat(1001)), flags: v2 },
      /4001 characters/,
    ],
    [
      "41 components in all",
      {
        components: [
          new ContainerBuilder().addTextDisplayComponents(displays(...Array.from({ length: 40 }, () => "x"))),
        ],
        flags: v2,
      },
      /41 components/,
    ],
  ];
  it.each(cases)("refuses %s", async (_what, sent, complaint) => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { errors } = await bot(
      server,
      onCommand((interaction) => interaction.reply(sent)),
    );
    server.command(ana, channel, "ask");
    await vi.waitFor(() => expect(errors.map(code)).toEqual([50035]));
    expect(server.violations.join("\n")).toMatch(complaint);
  });

  it("fails as Discord does when text displays hold too many bytes", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { errors } = await bot(
      server,
      onCommand((interaction) => interaction.reply({ components: displays("記".repeat(3390)), flags: v2 })),
    );
    server.command(ana, channel, "ask");
    await vi.waitFor(() => expect(errors).toMatchObject([{ status: 500 }]));
    expect(server.violations.join()).toContain("10182 bytes, at most 10170");
  });

  it("shows a message that is within every limit", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const link = new ButtonBuilder().setLabel("Source").setURL("https://example.org/").setStyle(ButtonStyle.Link);
    const container = new ContainerBuilder()
      .addTextDisplayComponents(displays("**Answer**"))
      .addSeparatorComponents((separator) => separator)
      .addSectionComponents((section) => section.addTextDisplayComponents(displays("Detail")).setButtonAccessory(link))
      .addActionRowComponents(row(button("More")));
    const embed = new EmbedBuilder()
      .setTitle("Answer")
      .setDescription("Detail")
      .setTimestamp(new Date())
      .setFooter({ text: "as of" });
    await bot(
      server,
      onCommand(async (interaction) => {
        if (interaction.commandName === "embed") await interaction.reply({ embeds: [embed] });
        else {
          await interaction.deferReply();
          await interaction.editReply({ components: [container], flags: v2 });
        }
      }),
    );
    const asked = server.command(ana, channel, "ask");
    expect(await asked.text()).toBe("**Answer**\nDetail");
    expect((await asked.buttons()).map(({ label }) => label)).toEqual(["Source", "More"]);
    expectShape(spec.MessageResponseSchema, asked.current);
    const embedded = server.command(ana, channel, "embed");
    expect(await embedded.text()).toBe("Answer\nDetail\nas of");
    expectShape(spec.MessageResponseSchema, embedded.current);
    expect(server.violations).toEqual([]);
  });

  it("keeps Components V2 once they are set, and refuses content on them", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { errors } = await bot(
      server,
      onCommand(async (interaction) => {
        await interaction.reply({ components: displays("y"), flags: v2 });
        await interaction.editReply({ components: displays("z") });
        await interaction.editReply("plain");
      }),
    );
    const asked = server.command(ana, channel, "ask");
    await vi.waitFor(() => expect(errors.map(code)).toEqual([50035]));
    expect(await asked.text()).toBe("z");
  });

  it("lets a defer decide only whether the reply is ephemeral", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { client } = await bot(server);
    const asked = server.command(ana, channel, "ask");
    const defer = (data: object) =>
      client.rest.post(Routes.interactionCallback(asked.id, asked.token), { body: { type: 5, data }, auth: false });
    await expect(defer({ flags: v2 })).rejects.toMatchObject({ code: 50035 });
    await expect(defer({ content: "x" })).rejects.toMatchObject({ code: 50035 });
    await defer({ flags: 64 });
    expect(server.violations).toHaveLength(2);
  });

  it("takes from each interaction only what answers it", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { client } = await bot(server);
    const typing = server.autocomplete(ana, channel, "ask", { question: "Wo" });
    const asked = server.command(ana, channel, "ask");
    const send = ({ id, token }: typeof asked, body: unknown) =>
      client.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
    const choice = (name: string, value: string) => ({ type: 8, data: { choices: [{ name, value }] } });
    await expect(send(typing, { type: 5 })).rejects.toMatchObject({ code: 50035 });
    await expect(send(typing, choice("x".repeat(101), "x"))).rejects.toMatchObject({ code: 50035 });
    await expect(send(typing, choice("x", "x".repeat(101)))).rejects.toMatchObject({ code: 50035 });
    await expect(send(asked, choice("x", "x"))).rejects.toMatchObject({ code: 50035 });
    await expect(send(asked, { type: 6 })).rejects.toMatchObject({ code: 50035 });
    await expect(send(asked, { type: 4, data: {} })).rejects.toMatchObject({ code: 50006 });
    await send(typing, choice("x", "x"));
    expect(await typing.choices()).toEqual([{ name: "x", value: "x" }]);
  });

  it("records messages that would notify somebody", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    await bot(
      server,
      onCommand(async (interaction) => {
        await interaction.reply("@everyone");
        await interaction.followUp({ content: `<@${ana.id}> and @here`, allowedMentions: { users: [ana.id] } });
      }),
    );
    await server.command(ana, channel, "ask").followUp();
    expect(server.pings.map(({ mentions }) => mentions)).toEqual([[`<@${ana.id}>`]]);
  });
});

describe("deadlines", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Moves the clock, and leaves timers and sockets to real time. */
  function later(milliseconds: number): void {
    const now = Date.now();
    vi.useFakeTimers({ toFake: ["Date"], now: now + milliseconds });
  }

  it("takes one answer only", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { client } = await bot(
      server,
      onCommand((interaction) => interaction.reply("Yes.")),
    );
    const asked = server.command(ana, channel, "ask");
    await asked.message();
    const again = { body: { type: 5 }, auth: false };
    await expect(client.rest.post(Routes.interactionCallback(asked.id, asked.token), again)).rejects.toMatchObject({
      code: 40060,
      status: 400,
    });
  });

  it.each([
    [2900, []],
    [3100, [10062]],
  ])("takes the first answer within three seconds: after %i ms", async (pause, codes) => {
    const server = await discord();
    const { ana, channel } = place(server);
    const answered: string[] = [];
    const { errors } = await bot(
      server,
      onCommand(async (interaction) => {
        later(pause);
        await interaction.reply("Yes.").finally(() => answered.push("yes"));
      }),
    );
    server.command(ana, channel, "ask");
    await vi.waitFor(() => expect(answered).toHaveLength(1));
    await vi.waitFor(() => expect(errors.map(code)).toEqual(codes));
  });

  it.each([
    [14, []],
    [16, [50027]],
  ])("takes edits for fifteen minutes: after %i", async (minutes, codes) => {
    const server = await discord();
    const { ana, channel } = place(server);
    const answered: string[] = [];
    const { errors } = await bot(
      server,
      onCommand(async (interaction) => {
        await interaction.reply("Yes.");
        later(minutes * 60_000);
        await interaction.editReply("No.").finally(() => answered.push("yes"));
      }),
    );
    server.command(ana, channel, "ask");
    await vi.waitFor(() => expect(answered).toHaveLength(1));
    await vi.waitFor(() => expect(errors.map(code)).toEqual(codes));
  });

  it("forgets interactions when the test says so", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const gate: { go?: () => void } = {};
    const { errors } = await bot(
      server,
      onCommand(async (interaction) => {
        if (interaction.commandName === "ask") await interaction.deferReply();
        await new Promise<void>((resolve) => {
          gate.go = resolve;
        });
        await (interaction.deferred ? interaction.editReply("Late.") : interaction.reply("Late."));
      }),
    );
    for (const name of ["ask", "tell"]) {
      const asked = server.command(ana, channel, name);
      await vi.waitFor(() => expect(gate.go).toBeDefined());
      server.expireInteraction(asked);
      gate.go?.();
      delete gate.go;
      await vi.waitFor(() => expect(errors).toHaveLength(name === "ask" ? 1 : 2));
    }
    expect(errors.map(code)).toEqual([50027, 10062]);
  });

  it("allows five follow-ups where only the person has the app", async () => {
    const server = await discord();
    const ana = server.user({ username: "ana" });
    const { errors } = await bot(
      server,
      onCommand(async (interaction) => {
        await interaction.reply("0");
        for (const number of "123456") await interaction.followUp(number);
      }),
    );
    const asked = server.command(ana, server.groupDm([ana]), "ask");
    await vi.waitFor(() => expect(errors.map(code)).toEqual([40094]));
    expect(asked.followUps).toHaveLength(5);
  });
});

describe("faults of the REST API", () => {
  it("refuses a wrong token", async () => {
    const server = await discord();
    const client = new Client({ intents: [], rest: { api: server.apiRoot, version: "10" } });
    atEnd(() => client.destroy());
    await expect(client.login("wrong")).rejects.toThrow("invalid token");
    expect(server.calls).toMatchObject([{ path: "/gateway/bot", status: 401 }]);
  });

  it("fails, delays and drops as it is told, in turn", async () => {
    const server = await discord();
    const { client } = await bot(server);
    const me = () => client.rest.get(Routes.user("@me"));
    server.fail({ method: "GET", path: /@me$/g, times: 2, status: 503, body: { message: "upstream", code: 0 } });
    await expect(me()).rejects.toMatchObject({ status: 503 });
    await expect(me()).rejects.toMatchObject({ status: 503 });
    expectShape(spec.UserPIIResponseSchema, await me());
    server.delay({ ms: 200 });
    const before = Date.now();
    await me();
    expect(Date.now() - before).toBeGreaterThanOrEqual(190);
    server.drop({ path: /users/ });
    await expect(me()).rejects.toThrow();
    expect(server.calls.at(-1)?.status).toBe(0);
    expectShape(spec.GatewayBotResponseSchema, await client.rest.get(Routes.gatewayBot()));
    expectShape(spec.PrivateApplicationResponseSchema, await client.rest.get(Routes.currentApplication()));
  });

  it("loses an answer that the bot then gives again", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const { errors } = await bot(
      server,
      onCommand((interaction) => interaction.reply("Yes.")),
      { rest: { api: server.apiRoot, version: "10", retries: 1 } },
    );
    server.drop({ path: /callback/, processed: true });
    expect(await server.command(ana, channel, "ask").text()).toBe("Yes.");
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    expect([40060, "ECONNRESET", "UND_ERR_SOCKET"]).toContain(codeOf(errors[0]));
  });

  it("makes the client wait on 429 and on spent buckets", async () => {
    const server = await discord({ rateLimit: { limit: 2, windowMs: 400 } });
    const { client } = await bot(server);
    const me = () => client.rest.get(Routes.user("@me"));
    server.rateLimit({ path: /@me/, retryAfter: 0.3 });
    const before = Date.now();
    await me();
    expect(Date.now() - before).toBeGreaterThanOrEqual(290);
    await Promise.all([me(), me(), me(), me()]);
    expect(Date.now() - before).toBeGreaterThanOrEqual(690);
    expect(server.calls.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it("says so when a bot asks for what is not there", async () => {
    const server = await discord();
    const { client } = await bot(server);
    await expect(client.rest.get("/voice/regions")).rejects.toMatchObject({ status: 404 });
    expect(server.violations).toEqual(["GET /voice/regions: no such route"]);
  });
});

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown }).code;
}
