/** The server over real sockets. */
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { type FactBaseHealth, type HttpOptions, type HttpServer, startHttpServer } from "../../adapters/http/server.ts";
import type { Platform } from "../../adapters/platform.ts";

const HOST = "127.0.0.1";
const MAX_BODY = 1024 * 1024;
const FACT_BASE: FactBaseHealth = { version: "0a1b2c", newest: "2026-01-15", isStale: false, faults: [] };

async function start(options: Partial<HttpOptions> = {}): Promise<HttpServer & { readonly url: string }> {
  const server = await startHttpServer({
    host: HOST,
    port: 0,
    platforms: [],
    webhooks: [],
    factBase: () => FACT_BASE,
    metrics: { render: async () => ({ type: "text/plain; version=0.0.4", text: "beleg_up 1\n" }) },
    isStopping: () => false,
    ...options,
  });
  onTestFinished(() => server.stop());
  return { ...server, url: `http://${HOST}:${server.port}` };
}

function platform(name: string, isReady: boolean, state = isReady ? "connected" : "unreachable"): Platform {
  return { name, health: { isReady, state, underWay: 0 }, run: async () => {}, stop: async () => {} };
}

function webhook(handle: (request: Request) => Promise<Response>) {
  return { webhooks: [{ path: "/telegram/hook", handle }] };
}

const post = (url: string, body: RequestInit["body"] = "{}", other: RequestInit = {}) =>
  fetch(`${url}/telegram/hook`, { method: "POST", body: body ?? null, ...other });

describe("what the process says of itself", () => {
  it("is that it lives, whatever its platforms do", async () => {
    const { url } = await start({ platforms: [platform("telegram", false)], isStopping: () => true });
    const response = await fetch(`${url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "alive" });
  });

  it("is that it is ready when all platforms are", async () => {
    const { url } = await start({ platforms: [platform("telegram", true), platform("discord", true)] });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: "ready",
      platforms: { telegram: "connected", discord: "connected" },
    });
  });

  it("names the platform that is not ready, and how it stands", async () => {
    const { url } = await start({ platforms: [platform("telegram", true), platform("discord", false, "revoked")] });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: "not ready",
      platforms: { telegram: "connected", discord: "revoked" },
    });
  });

  it("tells of an old or refused fact base, which answers all the same", async () => {
    const faults = Array.from({ length: 500 }, (_, i) => `facts/one.json: facts[${i}]: wrong`);
    const { url } = await start({ factBase: () => ({ ...FACT_BASE, isStale: true, faults }) });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      factBase: { version: "0a1b2c", newest: "2026-01-15", isStale: true, faults: faults.slice(0, 20) },
    });
  });

  it("is its figures, in the type that they are made in", async () => {
    const { url } = await start();
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4");
    expect(await response.text()).toBe("beleg_up 1\n");
  });

  it("is for how long it could do nothing else, when a number of seconds is asked for", async () => {
    const { url } = await start();
    const measured = await (await fetch(`${url}/healthz?seconds=0.1`)).json();
    expect(measured).toEqual({ status: "alive", longestDelayMs: expect.any(Number) });
    for (const seconds of ["0", "-1", "NaN", "x", ""])
      expect(await (await fetch(`${url}/healthz?seconds=${seconds}`)).json()).toEqual({ status: "alive" });
  });

  it("is what holds in that moment", async () => {
    let isReady = false;
    let isStopping = false;
    const changing: Platform = {
      ...platform("telegram", true),
      get health() {
        return { isReady, state: isReady ? "connected" : "connecting", underWay: 0 };
      },
    };
    const { url } = await start({ platforms: [changing], isStopping: () => isStopping });
    const status = async () => (await fetch(`${url}/readyz`)).status;
    expect(await status()).toBe(503);
    isReady = true;
    expect(await status()).toBe(200);
    isStopping = true;
    expect(await status()).toBe(503);
  });
});

describe("what there is not", () => {
  it.each([
    ["GET", "/"],
    ["GET", "/telegram"],
    ["GET", "/telegram/hook/more"],
    ["POST", "/healthz"],
    ["POST", "/telegram"],
    ["GET", "/%00"],
    ["GET", "/..%2f..%2fpackage.json"],
    ["DELETE", "/readyz"],
  ])("is 404 without a word: %s %s", async (method, path) => {
    const { url } = await start(webhook(async () => new Response("handled")));
    const response = await fetch(`${url}${path}`, { method });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("");
  });

  it("is refused without harm when it is no HTTP at all", async () => {
    const { port, url } = await start();
    const answer = await new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(port, HOST, () => socket.write("no HTTP at all\r\n\r\n"));
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("error", () => {});
      socket.on("close", () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe("a webhook", () => {
  it("gets method, headers and body, and its answer is the server's", async () => {
    const { url } = await start(
      webhook(async (received) =>
        Response.json({ header: received.headers.get("x-secret"), body: await received.json() }, { status: 202 }),
      ),
    );
    const response = await post(url, JSON.stringify({ text: "Warum? 🧾" }), { headers: { "x-secret": "s" } });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ header: "s", body: { text: "Warum? 🧾" } });
  });

  it.each(["GET", "PUT", "DELETE", "OPTIONS", "PATCH", "HEAD"])(
    "takes no %s, and says what it takes",
    async (method) => {
      let isHandled = false;
      const { url } = await start(
        webhook(async () => {
          isHandled = true;
          return new Response();
        }),
      );
      const response = await fetch(`${url}/telegram/hook`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST");
      expect(isHandled).toBe(false);
    },
  );

  it.each([
    ["with its length", () => "x".repeat(MAX_BODY + 1), {}],
    [
      "in pieces of no known length",
      () =>
        new ReadableStream({
          start(controller) {
            for (let sent = 0; sent <= MAX_BODY; sent += 65_536) controller.enqueue(new Uint8Array(65_536));
            controller.close();
          },
        }),
      { duplex: "half" },
    ],
  ] as const)("takes no body that is too big, %s", async (_, body, other) => {
    let isHandled = false;
    const { url } = await start(
      webhook(async () => {
        isHandled = true;
        return new Response();
      }),
    );
    const response = await post(url, body(), other);
    expect(response.status).toBe(413);
    expect(await response.text()).toBe("");
    expect(isHandled).toBe(false);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("takes the biggest body that is not too big", async () => {
    const { url } = await start(webhook(async (received) => new Response(String((await received.text()).length))));
    expect(await (await post(url, "x".repeat(MAX_BODY))).text()).toBe(String(MAX_BODY));
  });

  it.each([
    ["throws", () => Promise.reject(new Error("token 123456:AAF in adapters/telegram"))],
    [
      "throws at once",
      () => {
        throw new TypeError("Who is Lin Osk?");
      },
    ],
  ])("that %s is 500 without detail, and the next request is served", async (_, handle) => {
    const { url } = await start(webhook(handle));
    const response = await post(url);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe("");
    expect(JSON.stringify([...response.headers])).not.toMatch(/AAF|Osk/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe("stopping", () => {
  /** A webhook that answers when it is told to, and a promise of its having begun. */
  function slow() {
    let begin = () => {};
    let end = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const handle = async () => {
      begin();
      await ended;
      return new Response("answered");
    };
    return { ...webhook(handle), begun, answer: () => end() };
  }

  it("answers the request under way first, and takes no new one", async () => {
    const { begun, answer, ...options } = slow();
    const { url, stop, port } = await start(options);
    const response = post(url, "{}", { headers: { connection: "close" } });
    await begun;
    let isStopped = false;
    const stopped = stop().then(() => {
      isStopped = true;
    });
    const refused = await new Promise((resolve) => {
      connect(port, HOST)
        .on("error", ({ message }) => resolve(message))
        .on("connect", () => resolve("connected"));
    });
    expect(refused).toMatch(/ECONNREFUSED/);
    expect(isStopped).toBe(false);
    answer();
    expect(await (await response).text()).toBe("answered");
    await stopped;
  });

  it("does not wait for connections that are kept alive between requests", async () => {
    const { url, stop } = await start();
    await (await fetch(`${url}/healthz`)).text();
    const began = performance.now();
    await stop();
    expect(performance.now() - began).toBeLessThan(2000);
  });

  // Such a connection becomes idle after the idle ones were closed, and holds the stop up until it times out.
  it("does not wait for the connection of the request under way once that is answered", async () => {
    const { begun, answer, ...options } = slow();
    const { stop, port } = await start(options);
    const socket = connect(port, HOST);
    onTestFinished(() => void socket.destroy());
    const response = new Promise((resolve) => socket.once("data", resolve));
    socket.write("POST /telegram/hook HTTP/1.1\r\nhost: bot.example\r\ncontent-length: 2\r\n\r\n{}");
    await begun;
    const stopped = stop().then(() => "stopped");
    answer();
    await response;
    const late = new Promise((resolve) => setTimeout(resolve, 1000, "late"));
    expect(await Promise.race([stopped, late])).toBe("stopped");
  });

  it("frees the port", async () => {
    const first = await start();
    await first.stop();
    const second = await start({ port: first.port });
    expect(second.port).toBe(first.port);
  });
});

describe("a port that is taken", () => {
  it("is told as the system's error", async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
