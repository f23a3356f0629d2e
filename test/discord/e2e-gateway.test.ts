/** What the bot does when its connection to Discord breaks, is ended, or cannot be made. */
import { describe, expect, it, vi } from "vitest";
import { PlatformError } from "../../adapters/platform.ts";
import type { DiscordServer, Interaction } from "./discord-server.ts";
import {
  type Adapter,
  adapterForTest,
  atEnd,
  CALLBACK,
  describeEveryRun,
  HARBOUR,
  PATIENCE,
  type Run,
  runForTest,
  STORM,
} from "./e2e-support.ts";

const callbacksFor = ({ server }: Adapter, { id }: Interaction): number =>
  server.calls.filter(({ path }) => CALLBACK.test(path) && path.includes(`/${id}/`)).length;

/** Closes every connection with the code, also those that are being made, until the test is over. */
function refuseConnections(server: DiscordServer, code: number): void {
  const timer = setInterval(() => server.gateway.closeWith(code), 5);
  atEnd(() => clearInterval(timer));
}

const warnings = (log: Adapter["log"]) => log.filter(({ level }) => level === "warn" || level === "error");

describe.concurrent("the connection", () => {
  it("asks for no intents: the bot reads nobody's messages", async () => {
    const { server } = await adapterForTest();
    expect(server.gateway).toMatchObject({ intents: 0, identifies: 1 });
  });

  it("is resumed after it broke, and what was missed is answered once and in order", async () => {
    const adapter = await adapterForTest();
    const { server } = adapter;
    const ana = adapter.someone();
    await adapter.ask(ana, HARBOUR).message(PATIENCE);
    server.gateway.dropConnections();
    const missed = [HARBOUR, "What was seized?", "Who is Lin Osk?"].map((question) => adapter.ask(ana, question));
    const texts = await Promise.all(missed.map((asked) => asked.text(PATIENCE)));
    expect(texts).toEqual([
      expect.stringMatching(STORM),
      expect.stringContaining("Computers"),
      expect.stringContaining("Lin Osk"),
    ]);
    await server.gateway.ready({ resumes: 1 });
    expect(missed.map((asked) => callbacksFor(adapter, asked))).toEqual([1, 1, 1]);
    expect(server.gateway).toMatchObject({ identifies: 1, resumes: 1 });
    expect(adapter.discord.health).toMatchObject({ isReady: true, state: "connected" });
  });

  it("is made anew when Discord asks for it (op 7)", async () => {
    const adapter = await adapterForTest();
    adapter.server.gateway.requestReconnect();
    const asked = adapter.ask(adapter.someone(), HARBOUR);
    await adapter.server.gateway.ready({ resumes: 1 });
    expect(await asked.text(PATIENCE)).toMatch(STORM);
    expect(callbacksFor(adapter, asked)).toBe(1);
  });

  it("is resumed after a session that Discord interrupts (op 9, resumable)", async () => {
    const adapter = await adapterForTest();
    adapter.server.gateway.invalidateSession(true);
    await adapter.server.gateway.ready({ resumes: 1 });
    expect(adapter.server.gateway.identifies).toBe(1);
    expect(await adapter.ask(adapter.someone(), HARBOUR).text(PATIENCE)).toMatch(STORM);
  });

  it("begins anew after a session that Discord forgot (op 9, not resumable)", async () => {
    const adapter = await adapterForTest();
    adapter.server.gateway.invalidateSession(false);
    await adapter.server.gateway.ready({ identifies: 2 });
    expect(adapter.server.gateway.resumes).toBe(0);
    expect(await adapter.ask(adapter.someone(), HARBOUR).text(PATIENCE)).toMatch(STORM);
    await vi.waitFor(() => expect(adapter.discord.health.isReady).toBe(true), 15_000);
    expect(adapter.server.commandWrites).toBe(1);
  });

  it("is taken for dead when heartbeats stay unanswered, and made anew", async () => {
    const adapter = await adapterForTest({ server: { heartbeatInterval: 300 } });
    const { gateway } = adapter.server;
    const acknowledge = gateway.withholdAcks();
    await vi.waitFor(
      () => expect(adapter.discord.health).toMatchObject({ isReady: false, state: "reconnecting" }),
      10_000,
    );
    acknowledge();
    await gateway.ready({ resumes: 1 });
    expect(await adapter.ask(adapter.someone(), HARBOUR).text(PATIENCE)).toMatch(STORM);
  });

  it("comes back after Discord was down for seconds", async () => {
    const adapter = await adapterForTest();
    const { server, discord } = adapter;
    await server.goDown();
    await vi.waitFor(() => expect(discord.health.isReady).toBe(false), 5000);
    // Several attempts fail in the meantime.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await server.comeBack();
    await server.gateway.ready();
    expect(await adapter.ask(adapter.someone(), HARBOUR).text(PATIENCE)).toMatch(STORM);
    await vi.waitFor(() => expect(discord.health.isReady).toBe(true), 15_000);
  });

  it("survives several breaks in a row", async () => {
    const adapter = await adapterForTest();
    const ana = adapter.someone();
    for (let resumes = 1; resumes <= 3; resumes++) {
      adapter.server.gateway.dropConnections(resumes === 2 ? 4000 : undefined);
      const asked = adapter.ask(ana, HARBOUR);
      expect(await asked.text(PATIENCE)).toMatch(STORM);
      await adapter.server.gateway.ready({ resumes });
      expect(callbacksFor(adapter, asked)).toBe(1);
    }
  });
});

describe.concurrent("a connection that cannot be made", () => {
  it("is tried again and again until Discord is there", async () => {
    const adapter = await adapterForTest({ before: (server) => server.goDown() });
    const { server, discord } = adapter;
    await vi.waitFor(() => expect(discord.health).toMatchObject({ isReady: false, state: "unreachable" }), 10_000);
    await server.comeBack();
    await server.gateway.ready();
    await adapter.registered;
    expect(await adapter.ask(adapter.someone(), HARBOUR).text(PATIENCE)).toMatch(STORM);
    // A log that repeats itself every other second hides what else is in it.
    expect(warnings(adapter.log)).toMatchObject([{ message: "Discord cannot be reached; trying on" }]);
  });

  it("is tried again when Discord has an error of its own", async () => {
    const adapter = await adapterForTest({
      before: (server) => server.fail({ path: /\/gateway\/bot$/, status: 503, times: 5 }),
    });
    await adapter.server.gateway.ready();
    await adapter.registered;
    expect(await adapter.ask(adapter.someone(), HARBOUR).text(PATIENCE)).toMatch(STORM);
  });

  it("ends early when the bot is stopped meanwhile", async () => {
    const adapter = await adapterForTest({ before: (server) => server.goDown() });
    await vi.waitFor(() => expect(adapter.discord.health.state).toBe("unreachable"), 10_000);
    const started = performance.now();
    await adapter.discord.stop();
    expect(await adapter.ended).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2500);
    await adapter.server.comeBack();
  });
});

describe.concurrent("a connection that Discord ends for good", () => {
  it.each([4010, 4011, 4012, 4013, 4014])("ends the bot with one plain sentence (%i)", async (code) => {
    const adapter = await adapterForTest();
    adapter.server.gateway.closeWith(code);
    const error = await adapter.ended;
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toMatchObject({ message: expect.stringMatching(/^Discord (?:refuses|demands|does not)/) });
    expect(adapter.discord.health).toMatchObject({ isReady: false, state: "refused" });
    expect(adapter.server.gateway.identifies).toBe(1);
  });

  it.each([4004, 4014])("ends the bot when that happens at the start (%i)", async (code) => {
    const adapter = await adapterForTest({ before: (server) => refuseConnections(server, code) });
    const error = await Promise.race([adapter.ended, new Promise((resolve) => setTimeout(resolve, 8000, "goes on"))]);
    expect(error).toBeInstanceOf(PlatformError);
    expect(adapter.server.gateway.identifies).toBeLessThanOrEqual(1);
  });
});

describe.concurrent("the process", () => {
  const toldOnce = async (run: Run, message: RegExp) => {
    const { bot } = run;
    const exit = await Promise.race([bot.exited, new Promise((resolve) => setTimeout(resolve, 12_000, "goes on"))]);
    expect(exit).toEqual({ status: 1, signal: null });
    const errors = bot.log.filter(({ level }) => level === "error");
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringMatching(message), platform: "discord" })]);
    expect(run.server.gateway.connected).toBe(0);
    expect(run.server.gateway.identifies).toBeLessThanOrEqual(1);
  };

  it("ends with status 1 and one line when the token is wrong", async () => {
    const wrong = "MTAw.another.token-that-was-reset";
    const run = await runForTest({ before: () => {}, settings: { DISCORD_TOKEN: wrong } });
    await toldOnce(run, /DISCORD_TOKEN/);
    expect(run.bot.output()).not.toContain(wrong);
    expect(run.server.calls.filter(({ status }) => status === 401)).toHaveLength(1);
  });

  it("ends with status 1 and one line when the token is reset later", async () => {
    const run = await runForTest();
    run.server.gateway.closeWith(4004);
    await toldOnce(run, /DISCORD_TOKEN/);
  });

  it("keeps trying when Discord is not there at the start, and connects when it is", async () => {
    const run = await runForTest({ before: (server) => server.goDown() });
    await run.bot.logged(({ state }) => state === "unreachable");
    const ready = await fetch(`http://127.0.0.1:${run.bot.port}/readyz`);
    expect(ready.status).toBe(503);
    await run.server.comeBack();
    await run.bot.logged(({ message }) => message === "commands are registered", 15_000);
    expect(await run.ask(run.someone(), HARBOUR).text(PATIENCE)).toMatch(STORM);
    expect((await fetch(`http://127.0.0.1:${run.bot.port}/readyz`)).status).toBe(200);
    expect(await run.stop()).toEqual({ status: 0, signal: null });
  });
});

describeEveryRun();
