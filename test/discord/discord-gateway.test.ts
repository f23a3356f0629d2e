/** The gateway against the real client, and against one that breaks its rules. */
import { createInflate, inflateSync } from "node:zlib";
import { Events } from "discord.js";
import { describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { atEnd, bot, button, code, discord, onCommand, place, row } from "./discord-client.ts";
import type { DiscordServer } from "./discord-server.ts";

describe("the gateway", () => {
  const answering = onCommand((interaction) => interaction.reply(`${interaction.commandName}.`));

  it("sends guilds only to those who ask for them", async () => {
    const server = await discord();
    const guild = server.guild({ name: "Newsroom" });
    guild.channel({ name: "questions" });
    const { client: without } = await bot(server);
    const { client: having } = await bot(server, undefined, { intents: ["Guilds"] });
    expect(without.guilds.cache.size).toBe(1);
    expect(without.guilds.cache.first()?.available).toBe(false);
    expect(having.guilds.cache.first()?.name).toBe("Newsroom");
    expect(having.channels.cache.first()).toMatchObject({ name: "questions" });
    expect(server.gateway).toMatchObject({ connected: 2, identifies: 2 });
  });

  it("resumes after a cut and replays in order what was missed", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const order: string[] = [];
    await bot(
      server,
      onCommand(async (interaction) => {
        order.push(interaction.commandName);
        await interaction.reply("Yes.");
      }),
    );
    await server.command(ana, channel, "zero").message();
    server.gateway.dropConnections();
    const away = ["one", "two", "three"].map((name) => server.command(ana, channel, name));
    for (const asked of away) expect(await asked.text()).toBe("Yes.");
    expect(order).toEqual(["zero", "one", "two", "three"]);
    expect(server.gateway).toMatchObject({ identifies: 1, resumes: 1, sessions: 1 });
  });

  it("sends the client away with op 7, and it resumes", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    await bot(server, answering);
    server.gateway.requestReconnect();
    await server.gateway.ready({ resumes: 1 });
    expect(await server.command(ana, channel, "ask").text()).toBe("ask.");
    expect(server.gateway.closes).toEqual([4200]);
  });

  it("invalidates sessions, resumable or not", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    await bot(server, answering);
    server.gateway.invalidateSession(true);
    await server.gateway.ready({ resumes: 1 });
    server.gateway.invalidateSession(false);
    await server.gateway.ready({ identifies: 2 });
    expect(await server.command(ana, channel, "ask").text()).toBe("ask.");
    expect(server.gateway.sessions).toBe(1);
  });

  it("refuses to resume, so that the client identifies again", async () => {
    const server = await discord();
    await bot(server);
    server.gateway.refuseResume();
    server.gateway.dropConnections(4000);
    await server.gateway.ready({ identifies: 2 });
    expect(server.gateway).toMatchObject({ resumes: 0, sessions: 1 });
  });

  it("withholds heartbeat acknowledgements, so that the client takes it for dead", async () => {
    const server = await discord({ heartbeatInterval: 300 });
    await bot(server);
    const acknowledge = server.gateway.withholdAcks();
    await vi.waitFor(() => expect(server.gateway.closes).toContain(4200), 5000);
    acknowledge();
    await server.gateway.ready({ resumes: 1 });
    expect(server.gateway.identifies).toBe(1);
  });

  it("ends for good with a close code that says so", async () => {
    const server = await discord();
    const { client } = await bot(server);
    const ended = new Promise((resolve) =>
      client.once(Events.ShardDisconnect, ({ code: closeCode }) => resolve(closeCode)),
    );
    server.gateway.closeWith(4004);
    expect(await ended).toBe(4004);
    expect(server.gateway).toMatchObject({ connected: 0, sessions: 0 });
  });

  it("forgets the session of a client that says goodbye", async () => {
    const server = await discord();
    const { client } = await bot(server);
    expect(server.gateway.sessions).toBe(1);
    await client.destroy();
    await server.gateway.idle();
    expect(server.gateway.sessions).toBe(0);
  });

  it("goes down and comes back on the same port, where the client resumes", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    await bot(server, answering);
    await server.goDown();
    await expect(fetch(`${server.apiRoot}/v10/gateway/bot`)).rejects.toThrow();
    await server.comeBack();
    await server.gateway.ready({ resumes: 1 });
    expect(await server.command(ana, channel, "ask").text()).toBe("ask.");
  });

  it("tells every instance of the bot, of which the second comes too late", async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    const first = await bot(server, answering);
    const second = await bot(server, answering);
    await server.command(ana, channel, "ask").message();
    await vi.waitFor(() => expect([...first.errors, ...second.errors].map(code)).toEqual([40060]));
  });

  // The machine may be busy with something else once.
  it("is fast enough for two hundred interactions a second", { retry: 2 }, async () => {
    const server = await discord();
    const { ana, channel } = place(server);
    await bot(
      server,
      onCommand((interaction) =>
        interaction.reply({ content: "Yes.", components: [row(button("More"), button("Less"))] }),
      ),
    );
    const before = Date.now();
    const asked = Array.from({ length: 600 }, () => server.command(ana, channel, "ask"));
    await Promise.all(asked.map((one) => one.message({ timeout: 20_000 })));
    expect(Date.now() - before).toBeLessThan(3000);
    expect(server.violations).toEqual([]);
  });
});

describe("the gateway's protocol", () => {
  /** A client that does what it likes, to see how the server takes it. */
  async function raw(server: DiscordServer, query = "v=10&encoding=json") {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/gateway?${query}`);
    const received: { op: number; s: number | null; t: string | null; d: unknown }[] = [];
    socket.on("message", (data, isBinary) => {
      if (!isBinary) received.push(JSON.parse(String(data)));
    });
    const closed = new Promise<number>((resolve) => socket.on("close", resolve));
    atEnd(async () => socket.terminate());
    await new Promise((resolve) => socket.on("open", resolve));
    const send = (payload: unknown) => socket.send(typeof payload === "string" ? payload : JSON.stringify(payload));
    return { socket, received, closed, send };
  }

  const identify = (server: DiscordServer, more: object = {}) => ({
    op: 2,
    d: { token: server.token, intents: 0, properties: { os: "linux", browser: "test", device: "test" }, ...more },
  });

  it("greets, counts and acknowledges", async () => {
    const server = await discord();
    const { received, send } = await raw(server);
    send({ op: 1, d: null });
    send(identify(server));
    await vi.waitFor(() => expect(received.map(({ op }) => op)).toEqual([10, 11, 0]));
    expect(received[0]?.d).toEqual({ heartbeat_interval: 45_000 });
    expect(received[2]).toMatchObject({ s: 1, t: "READY", d: { v: 10, application: { id: server.applicationId } } });
    server.command(server.user({ username: "ana" }), place(server).channel, "ask");
    await vi.waitFor(() => expect(received[3]).toMatchObject({ s: 2, t: "INTERACTION_CREATE" }));
  });

  const misdeeds: readonly [string, (server: DiscordServer) => readonly unknown[], number][] = [
    ["a wrong token", (server) => [identify(server, { token: "wrong" })], 4004],
    ["a payload before it identifies", () => [{ op: 3, d: {} }], 4003],
    ["a second identification", (server) => [identify(server), identify(server)], 4005],
    ["what is not JSON", () => ["{"], 4002],
    ["more than 4096 bytes", (server) => [identify(server, { presence: "x".repeat(4096) })], 4002],
    ["an unknown opcode", () => [{ op: 99 }], 4001],
    ["unknown intents", (server) => [identify(server, { intents: 1 << 19 })], 4013],
    ["intents that were not granted", (server) => [identify(server, { intents: 1 << 15 })], 4014],
    ["a shard out of range", (server) => [identify(server, { shard: [1, 1] })], 4010],
    ["121 events in a minute", () => Array.from({ length: 121 }, () => ({ op: 1, d: null })), 4008],
  ];
  it.each(misdeeds)("closes on %s", async (_what, payloads, expected) => {
    const server = await discord();
    const { send, closed } = await raw(server);
    for (const payload of payloads(server)) send(payload);
    expect(await closed).toBe(expected);
  });

  it("closes on another version, and on a client that stays silent", async () => {
    const server = await discord({ heartbeatInterval: 50 });
    expect(await (await raw(server, "v=9&encoding=json")).closed).toBe(4012);
    expect(await (await raw(server)).closed).toBe(4009);
  });

  it("resumes only what there is to resume", async () => {
    const server = await discord();
    const first = await raw(server);
    first.send(identify(server));
    await vi.waitFor(() => expect(first.received).toHaveLength(2));
    const id = (first.received[1]?.d as { readonly session_id: string } | undefined)?.session_id ?? "";
    const resume = (session: string, seq: number) => ({ op: 6, d: { token: server.token, session_id: session, seq } });
    const unknown = await raw(server);
    unknown.send(resume("nobody", 1));
    await vi.waitFor(() => expect(unknown.received[1]).toMatchObject({ op: 9, d: false }));
    const ahead = await raw(server);
    ahead.send(resume(id, 99));
    expect(await ahead.closed).toBe(4007);
  });

  it("compresses each payload, or the whole stream, for those who ask", async () => {
    const server = await discord();
    const each = await raw(server);
    const payloads: unknown[] = [];
    each.socket.on("message", (data: Buffer, isBinary: boolean) => {
      if (isBinary) payloads.push(JSON.parse(inflateSync(data).toString()));
    });
    each.send(identify(server, { compress: true }));
    await vi.waitFor(() => expect(payloads).toMatchObject([{ t: "READY" }]));

    const inflate = createInflate();
    let text = "";
    inflate.on("data", (chunk: Buffer) => {
      text += chunk;
    });
    const whole = await raw(server, "v=10&encoding=json&compress=zlib-stream");
    whole.socket.on("message", (data: Buffer) => inflate.write(data));
    whole.send(identify(server));
    await vi.waitFor(() => expect(text).toContain('"t":"READY"'));
  });
});
