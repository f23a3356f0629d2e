/** That no question is lost and none is answered twice, however the real process gets its updates and however it ends. */
import { appendFile, readFile } from "node:fs/promises";
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestGroup } from "./bot-api-server.ts";
import type { Exit } from "./bot-process.ts";
import {
  describeEveryRun,
  HARBOUR,
  labelsOf,
  paragraphsOf,
  type Run,
  type Someone,
  STORM,
  startRun,
} from "./e2e-support.ts";

const seconds = () => Math.floor(Date.now() / 1000);

/** Resolves once the condition holds outside of the server's own view. */
async function eventually(condition: () => Promise<boolean>, patience = 15_000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) if (await condition()) return;
  throw new Error("it never came to that");
}

interface HttpReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** On a connection of its own, so that none is left open. */
function http(
  address: string,
  { method = "GET", headers = {}, body = [] }: { method?: string; headers?: OutgoingHttpHeaders; body?: string[] } = {},
): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(address, { method, headers, agent: false }, (incoming) => {
      text(incoming).then(
        (received) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: received }),
        reject,
      );
    });
    outgoing.on("error", reject);
    for (const chunk of body) outgoing.write(chunk);
    outgoing.end();
  });
}

const get = (run: Run, path: string) => http(`http://127.0.0.1:${run.bot.port}${path}`);
/** The process has heard that it should stop. */
const isStopping = (run: Run) =>
  eventually(() =>
    get(run, "/readyz").then(
      ({ status }) => status === 503,
      () => true,
    ),
  );

/** Lines of ids that are remembered on disk. */
async function remembered({ stateDirectory }: Run): Promise<number> {
  const lines = await readFile(join(stateDirectory, "telegram-answered.jsonl"), "utf8");
  return lines.trim().split("\n").length - 1;
}

const askAll = (people: readonly Someone[]) => people.forEach((someone) => void someone.send(HARBOUR));
const counts = (run: Run, chats: readonly { readonly id: number }[]) => chats.map((chat) => run.said(chat).length);

describe.concurrent("by polling", () => {
  describe.sequential("in this order", () => {
    let run: Run;
    /** A process that waits for a call which never ends, told to stop while the other tests go on. */
    let patient: { readonly run: Run; readonly asker: Someone; readonly ended: Promise<readonly [Exit, number]> };
    beforeAll(async () => {
      run = await startRun({ settings: { LATE_AFTER_MINUTES: "2" } });
      const other = await startRun();
      const asker = other.someone();
      await hangFor(other, asker);
      const start = Date.now();
      patient = { run: other, asker, ended: other.stop().then((exit) => [exit, Date.now() - start] as const) };
    });
    afterAll(async () => {
      await run?.end();
      await patient?.run.end();
    });

    /** Asks, and leaves the bot with a call that never ends. */
    async function hangFor(where: Run, someone: Someone): Promise<void> {
      where.server.hang({ method: "sendMessage", chat: someone.id });
      someone.send(HARBOUR);
      await where.server.waitFor(() =>
        where.server.callsOf("sendMessage").some(({ payload }) => isTo(payload, someone)),
      );
    }

    it("a question that waited for long is answered with a remark before the answer", async () => {
      const someone = run.someone();
      const late = await someone.ask(HARBOUR, { date: seconds() - 180 });
      expect(paragraphsOf(late)[0]).toBe("You asked this 3 minutes ago, while I could not be reached.");
      expect(paragraphsOf(late)[1]).toMatch(STORM);
      expect(labelsOf(late).length).toBeGreaterThan(1);
      expect((await someone.ask(HARBOUR, { date: seconds() - 7300 })).text).toMatch(/^You asked this 2 hours ago/);
      expect((await run.someone("de").ask("Lin Osk", { date: seconds() - 180 })).text).toMatch(
        /^Das haben Sie vor 3 Minuten gefragt/,
      );
      expect((await someone.ask(HARBOUR, { date: seconds() - 60 })).text).toMatch(STORM);
      expect((await someone.ask("/start", { date: seconds() - 7300 })).text).toMatch(/^Hello/);
    });

    it("a question that is edited much later is not late", async () => {
      const someone = run.someone();
      const question = someone.send(HARBOUR, { date: seconds() - 3600 });
      expect((await run.server.nextReply(someone.id)).text).toMatch(/^You asked this 1 hour ago/);
      someone.edit(question, "How many people were arrested in Marell?");
      expect((await run.server.nextEdit(someone.id)).text).toMatch(/^Over 270/);
    });

    it("many chats are served at a time, each in its order", async () => {
      const people = Array.from({ length: 12 }, () => run.someone());
      const groups: TestGroup[] = [run.group(), run.group()];
      const { person } = run.someone();
      for (const question of [HARBOUR, "Who is Lin Osk?", "How many people were arrested in Marell?"]) {
        for (const someone of people) someone.send(question);
        for (const group of groups) group.send(person, `/ask ${question}`);
      }
      const chats = [...people, ...groups];
      await run.server.waitFor(() => counts(run, chats).every((count) => count === 3));
      for (const chat of chats) {
        expect(run.said(chat).map(({ text = "" }) => text)).toEqual([
          expect.stringMatching(STORM),
          expect.stringMatching(/^Lin Osk|^The alleged head/),
          expect.stringMatching(/^Over 270/),
        ]);
      }
    });

    it("the process that is told to stop answers what it holds, confirms it, ends with 0, and leaves the rest", async () => {
      const people = Array.from({ length: 5 }, () => run.someone());
      const later = run.someone();
      run.server.delay({ method: "sendMessage", ms: 800, times: 5 });
      askAll(people);
      await run.server.waitFor(() => people.every((one) => run.server.calls.some(({ payload }) => isTo(payload, one))));
      const stopped = run.stop();
      await isStopping(run);
      later.send(HARBOUR);
      expect(await stopped).toEqual({ status: 0, signal: null });
      expect(counts(run, [...people, later])).toEqual([1, 1, 1, 1, 1, 0]);
      expect(run.server.unconfirmed).toBe(1);
      await run.start();
      expect((await run.server.nextReply(later.id)).text).toMatch(STORM);
      await run.server.settled();
      expect(counts(run, [...people, later])).toEqual([1, 1, 1, 1, 1, 1]);
    });

    it("questions that were sent while the bot was down are answered after the start", async () => {
      const start = Date.now();
      expect(await run.stop("SIGINT")).toEqual({ status: 0, signal: null });
      // Nothing was under way, so nothing was waited for.
      expect(Date.now() - start).toBeLessThan(4000);
      const someone = run.someone();
      someone.send(HARBOUR);
      someone.send("How many people were arrested in Marell?");
      await run.start();
      expect((await run.server.nextReply(someone.id)).text).toMatch(STORM);
      expect((await run.server.nextReply(someone.id)).text).toMatch(/^Over 270 people/);
      expect(await run.heard(someone)).toHaveLength(2);
    });

    it("the process that is told to stop a second time ends at once, and answers after the start", async () => {
      const someone = run.someone();
      await hangFor(run, someone);
      void run.stop();
      await isStopping(run);
      const start = Date.now();
      expect((await run.stop()).status).toBe(1);
      expect(Date.now() - start).toBeLessThan(4000);
      await run.start();
      expect((await run.server.nextReply(someone.id)).text).toMatch(STORM);
    });

    it("a process that is killed in mid-batch answers all after the start, and none twice that it remembers", async () => {
      const quick = [run.someone(), run.someone()];
      const lost = [run.someone(), run.someone(), run.someone()];
      for (const { id } of lost) run.server.hang({ method: "sendMessage", chat: id });
      await run.server.settled();
      const before = await remembered(run);
      askAll([...quick, ...lost]);
      await eventually(async () => (await remembered(run)) === before + 2);
      await run.server.waitFor(() => lost.every((one) => run.server.calls.some(({ payload }) => isTo(payload, one))));
      expect((await run.stop("SIGKILL")).signal).toBe("SIGKILL");
      // What was being written then is torn.
      for (const file of ["choices", "telegram-answered", "reports"])
        await appendFile(join(run.stateDirectory, `${file}.jsonl`), '{"key":"ab');
      await run.start();
      for (const { id } of lost) expect((await run.server.nextReply(id)).text).toMatch(STORM);
      await run.server.settled();
      expect(counts(run, [...quick, ...lost])).toEqual([1, 1, 1, 1, 1]);
    });

    it("the process tells over HTTP whether it lives and whether it is ready, and ends while Telegram is away", async () => {
      await run.someone().ask(HARBOUR);
      expect(JSON.parse((await get(run, "/healthz")).body)).toMatchObject({ status: "alive" });
      expect(JSON.parse((await get(run, "/readyz")).body)).toMatchObject({
        status: "ready",
        platforms: { telegram: "connected" },
      });
      await run.server.goDown();
      await run.bot.logged(({ state }) => state === "unreachable");
      const away = await get(run, "/readyz");
      expect(away.status).toBe(503);
      expect(JSON.parse(away.body)).toMatchObject({ status: "not ready", platforms: { telegram: "unreachable" } });
      expect((await run.stop()).status).toBe(0);
      await run.server.comeBack();
      await run.start();
    });

    // Ready only after the first poll came back, which takes 30 s while nobody writes: adapters/telegram/polling.ts.
    it("the process is ready as soon as it polls, though nobody writes yet", async () => {
      await run.server.waitFor(() => run.server.callsOf("getUpdates").at(-1)?.response === undefined);
      await eventually(async () => (await get(run, "/readyz")).status === 200, 2000);
    });

    it("the process waits ten seconds at most for a call without an answer, and asks anew after the start", async () => {
      const { run: other, asker, ended } = patient;
      const [exit, duration] = await ended;
      expect(exit.signal).toBeNull();
      expect(duration).toBeLessThan(10_000);
      await other.start();
      expect((await other.server.nextReply(asker.id)).text).toMatch(STORM);
      expect(await other.heard(asker)).toHaveLength(1);
    });
  });
});

describe.concurrent("by webhook", () => {
  describe.sequential("in this order", () => {
    const secret = "a-secret_of-24-characters";
    let run: Run;
    let url: string;
    let stopping = Number.POSITIVE_INFINITY;
    beforeAll(async () => {
      const port = await freePort();
      url = `http://127.0.0.1:${port}/telegram/updates`;
      run = await startRun({
        settings: { HTTP_PORT: String(port), TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret },
      });
    });
    afterAll(() => run?.end());

    const post = (body: string, headers: OutgoingHttpHeaders = {}) =>
      http(url, {
        method: "POST",
        body: [body],
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "x-telegram-bot-api-secret-token": secret,
          ...headers,
        },
      });
    const updateFrom = (someone: Someone, update_id: number, text = HARBOUR): Update =>
      ({
        update_id,
        message: { message_id: update_id, date: seconds(), chat: someone.chat, from: someone.person, text },
      }) as Update;

    it("the bot answers", async () => {
      const someone = run.someone();
      const answer = await someone.ask(HARBOUR);
      expect(answer.text).toMatch(STORM);
      await someone.press(answer, "🔎 Evidence");
      expect(run.server.current(answer)?.text).toMatch(/harbour begins/);
      expect((await someone.inline(HARBOUR)).results.length).toBeGreaterThan(0);
      await run.server.settled();
      expect(run.server.unconfirmed).toBe(0);
    });

    it("Telegram is told the address, the secret and what to send", () => {
      expect(run.server.callsOf("setWebhook").map(({ payload }) => payload)).toEqual([
        {
          url,
          secret_token: secret,
          allowed_updates: expect.anything(),
        },
      ]);
      expect(run.server.callsOf("getUpdates")).toEqual([]);
    });

    it("a wrong or missing secret is refused, and nothing is answered", async () => {
      const someone = run.someone();
      const body = JSON.stringify(updateFrom(someone, 41));
      expect((await post(body, { "x-telegram-bot-api-secret-token": "wrong-secret-of-24-chars_" })).status).toBe(401);
      expect((await post(body, { "x-telegram-bot-api-secret-token": "" })).status).toBe(401);
      expect(run.said(someone)).toEqual([]);
    });

    it("other methods and addresses are refused", async () => {
      for (const method of ["GET", "PUT", "DELETE"]) {
        const { status, headers } = await http(url, { method });
        expect([status, headers["allow"]]).toEqual([405, "POST"]);
      }
      expect((await http(`${url}/more`, { method: "POST" })).status).toBe(404);
    });

    it("what is too big is refused, however it is sent", async () => {
      const big = JSON.stringify({ update_id: 42, junk: "x".repeat(2 * 1024 * 1024) });
      expect((await post(big)).status).toBe(413);
      const chunked = { "x-telegram-bot-api-secret-token": secret, "transfer-encoding": "chunked" };
      const body = Array.from({ length: 32 }, () => "x".repeat(64 * 1024));
      expect((await http(url, { method: "POST", headers: chunked, body })).status).toBe(413);
    });

    it("what is no update is refused or passed over, and the bot goes on", async () => {
      for (const body of ["", "{", "[]", "null", "{}", '{"update_id":43}', '{"update_id":"x","message":{}}'])
        expect((await post(body)).status, body).toBeLessThan(600);
      expect((await run.someone().ask(HARBOUR)).text).toMatch(STORM);
    });

    it("an update that comes twice is answered once", async () => {
      const someone = run.someone();
      const body = JSON.stringify(updateFrom(someone, 44));
      expect((await post(body)).status).toBe(200);
      expect((await post(body)).status).toBe(200);
      expect(run.said(someone)).toHaveLength(1);
    });

    it("an update that comes twice at the same time is answered once", async () => {
      const someone = run.someone();
      run.server.delay({ method: "sendMessage", chat: someone.id, ms: 200 });
      const body = JSON.stringify(updateFrom(someone, 45));
      const responses = await Promise.all([post(body), post(body), post(body)]);
      expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(run.said(someone)).toHaveLength(1);
    });

    it("an update that could not be answered is sent again by Telegram", async () => {
      const someone = run.someone();
      run.server.respondRaw({ method: "sendMessage", chat: someone.id, status: 502, body: "<html>Bad Gateway</html>" });
      expect((await someone.ask(HARBOUR)).text).toMatch(STORM);
      expect(await run.heard(someone)).toHaveLength(1);
    });

    it("what is under way is answered when the process is told to stop", async () => {
      const someone = run.someone();
      run.server.delay({ method: "sendMessage", chat: someone.id, ms: 700 });
      someone.send(HARBOUR);
      await run.server.waitFor(() => run.server.callsOf("sendMessage").some(({ payload }) => isTo(payload, someone)));
      const start = Date.now();
      expect(await run.stop()).toEqual({ status: 0, signal: null });
      stopping = Date.now() - start;
      expect(run.said(someone)).toHaveLength(1);
      await run.start();
      await run.someone().ask(HARBOUR);
      expect(run.said(someone)).toHaveLength(1);
    });

    // adapters/http/server.ts waits five seconds more for the connection that Telegram keeps open.
    it("and the process ends as soon as that is done", () => {
      expect(stopping).toBeLessThan(4000);
    });

    it("and back by polling, nothing is lost", async () => {
      await run.stop();
      const someone = run.someone();
      someone.send(HARBOUR);
      await run.start({ settings: { TELEGRAM_WEBHOOK_URL: "", TELEGRAM_WEBHOOK_SECRET: "" } });
      expect((await run.server.nextReply(someone.id)).text).toMatch(STORM);
      expect(await run.heard(someone)).toHaveLength(1);
      expect((await http(url, { method: "POST" })).status).toBe(404);
    });

    // Only polling ends the process: the webhook answers 500 and logs nothing, for every update.
    it("the process ends with a clear line when its token is revoked", async () => {
      await run.restart({ settings: { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } });
      await run.someone().ask(HARBOUR);
      run.server.revokeToken();
      run.someone().send(HARBOUR);
      await run.bot.logged(({ level }) => level === "error", 2000);
    });
  });
});

function isTo({ chat_id }: Readonly<Record<string, unknown>>, { id }: { readonly id: number }): boolean {
  return String(chat_id) === String(id);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}

describeEveryRun();
