/** What people see when Discord's API fails, when the core is slow, and when somebody means harm. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { type Answerer, createAnswerer } from "../../src/index.ts";
import { createFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import { CallbackType } from "./discord-protocol.ts";
import { type Interaction, textOf } from "./discord-server.ts";
import {
  type Adapter,
  adapterForTest,
  CALLBACK,
  EVIDENCE,
  HAFEN,
  HARBOUR,
  isAnswered,
  isPrivate,
  PATIENCE,
  paragraphsOf,
  STORM,
  startAdapter,
  TOO_MANY,
} from "./e2e-support.ts";
import { read, shownAs } from "./markdown.ts";

const NOTHING_TO_SHOW = "I could not show this answer. Please ask in other words.";
/** Those that an operator sees. */
const levels = ({ log }: Adapter) => new Set(log.map(({ level }) => level).filter((level) => level !== "debug"));

/** Whatever happened before, the next question is answered. */
async function goesOn(adapter: Adapter): Promise<void> {
  expect(await adapter.ask(adapter.someone(), HARBOUR).text(PATIENCE)).toMatch(STORM);
}

const callbacksFor = ({ server }: Adapter, { id }: Interaction) =>
  server.calls.filter(({ path }) => CALLBACK.test(path) && path.includes(`/${id}/`));

describe.concurrent("an answer that comes too late", () => {
  it("is let go when Discord does not know the interaction any more (10062)", async () => {
    const adapter = await adapterForTest();
    const late = adapter.ask(adapter.someone(), HARBOUR);
    adapter.server.expireInteraction(late);
    await vi.waitFor(() => expect(callbacksFor(adapter, late)).toMatchObject([{ status: 404 }]), 15_000);
    await goesOn(adapter);
    expect(adapter.log).toContainEqual(expect.objectContaining({ level: "info", failure: "late", code: 10062 }));
    expect(levels(adapter)).toEqual(new Set(["info"]));
  });

  it("is let go when another process has answered (40060)", async () => {
    const adapter = await adapterForTest();
    adapter.server.fail({ path: CALLBACK, status: 400, body: { code: 40060, message: "Already acknowledged." } });
    const twice = adapter.ask(adapter.someone(), HARBOUR);
    await vi.waitFor(() => expect(callbacksFor(adapter, twice)).toHaveLength(1), 15_000);
    await goesOn(adapter);
    expect(callbacksFor(adapter, twice)).toHaveLength(1);
    expect(levels(adapter)).toEqual(new Set(["info"]));
  });

  it.each(["press", "form", "autocomplete", "message"] as const)("is let go for a %s too", async (kind) => {
    const adapter = await adapterForTest();
    const { server, channel } = adapter;
    const { user } = adapter.someone();
    const asked = adapter.ask({ user, dm: channel }, HARBOUR);
    await asked.message(PATIENCE);
    const opened = server.press(user, asked, "Wrong or outdated?");
    await opened.response();
    const late = {
      press: () => server.press(user, asked, EVIDENCE),
      form: () => server.submitModal(user, opened, { reason: "wrong" }),
      autocomplete: () => server.autocomplete(user, channel, "ask", { question: "harb" }),
      message: () => server.messageCommand(user, channel, "Check against sources", { content: "Storm", author: user }),
    }[kind]();
    server.expireInteraction(late);
    await vi.waitFor(() => expect(callbacksFor(adapter, late)).toMatchObject([{ status: 404 }]), 15_000);
    await goesOn(adapter);
    expect(levels(adapter)).toEqual(new Set(["info"]));
  });

  it("is given when the API takes two seconds to take it, and let go when it takes longer than Discord waits", async () => {
    const adapter = await adapterForTest();
    const ana = adapter.someone();
    await adapter.ask(ana, HARBOUR).message(PATIENCE);
    adapter.server.delay({ path: CALLBACK, ms: 2000 });
    const slow = adapter.ask(ana, HARBOUR);
    adapter.server.delay({ path: CALLBACK, ms: 3200 });
    const tooSlow = adapter.ask(ana, HARBOUR);
    expect(await slow.text()).toMatch(STORM);
    await vi.waitFor(() => expect(callbacksFor(adapter, tooSlow)).toMatchObject([{ status: 404 }]), 6000);
    await goesOn(adapter);
  });
});

describe("after a slow answer", () => {
  /** A core whose first answer takes 1.2 seconds, with that answer given. */
  const slowed = async (broken: Partial<Answerer> = {}) => {
    let isBroken = false;
    const core = createAnswerer(createFactBase(news));
    let busy = 1200;
    const answerer: Answerer = {
      ...core,
      open: (...asked) => ((isBroken && broken.open) || core.open)(...asked),
      answer(...asked) {
        const until = performance.now() + busy;
        while (performance.now() < until);
        busy = 0;
        return core.answer(...asked);
      },
    };
    const adapter = await adapterForTest({ answerer });
    const ana = adapter.someone();
    const first = adapter.ask(ana, HARBOUR);
    expect((await first.response(PATIENCE)).type).toBe(4);
    isBroken = true;
    return { adapter, ana, first };
  };

  it.each([true, false])(
    "the next one is put off first, and keeps to whom it is shown (private: %s)",
    async (hidden) => {
      const { adapter, ana } = await slowed();
      const next = adapter.ask(ana, HARBOUR, { private: hidden });
      expect((await next.response(PATIENCE)).type).toBe(5);
      expect(await next.text(PATIENCE)).toMatch(STORM);
      expect(await next.ephemeral()).toBe(hidden);
      expect(callbacksFor(adapter, next)).toHaveLength(1);
      const quick = adapter.ask(ana, HARBOUR);
      expect((await quick.response()).type).toBe(4);
    },
  );

  it("what cannot be answered is told to the asker alone as well, in place of the waiting mark for all", async () => {
    const { adapter, ana } = await slowed();
    const asked = adapter.ask(ana, "How old is Lin Osk?");
    expect((await asked.response(PATIENCE)).type).toBe(5);
    expect(isPrivate(await asked.followUp(0, PATIENCE))).toBe(true);
  });

  it("one that Discord refuses in place of the waiting mark is replaced by a short notice", async () => {
    const { adapter, ana } = await slowed();
    adapter.server.fail({ method: "PATCH", path: /^\/webhooks\//, status: 400, body: { code: 50035, message: "No" } });
    expect(await adapter.ask(ana, HARBOUR, { private: true }).text(PATIENCE)).toBe(NOTHING_TO_SHOW);
  });

  it("a tapped question is put off first as well", async () => {
    const { adapter, ana, first } = await slowed();
    const tapped = adapter.server.press(ana.user, first, "What does Jon Berg hope?");
    expect((await tapped.response(PATIENCE)).type).toBe(5);
  });

  it("one that meets an error of the API in place of the waiting mark is sent again", async () => {
    const { adapter, ana } = await slowed();
    adapter.server.fail({ method: "PATCH", path: /^\/webhooks\//, status: 500, body: {}, times: 1 });
    expect(await adapter.ask(ana, HARBOUR).text(PATIENCE)).toMatch(STORM);
  });

  it("a failure of the core takes the place of the waiting mark", async () => {
    const { adapter, ana } = await slowed({
      open() {
        throw new Error("a secret detail");
      },
    });
    const failed = adapter.ask(ana, "#harbour");
    expect((await failed.response(PATIENCE)).type).toBe(5);
    const told = await failed.followUp(0, PATIENCE);
    expect(textOf(told)).toMatch(/^Something went wrong/);
    expect(isPrivate(told)).toBe(true);
  });
});

describe.concurrent("a fault of Discord's API", () => {
  it("429: the answer comes once Discord takes it again", async () => {
    const adapter = await adapterForTest();
    adapter.server.rateLimit({ path: CALLBACK, retryAfter: 1 });
    const asked = adapter.ask(adapter.someone(), HARBOUR);
    expect(await asked.text(PATIENCE)).toMatch(STORM);
    expect(asked.answeredAfter).toBeGreaterThanOrEqual(950);
    expect(callbacksFor(adapter, asked).map(({ status }) => status)).toEqual([429, expect.any(Number)]);
  });

  it("500: the answer is sent again", async () => {
    const adapter = await adapterForTest();
    adapter.server.fail({ path: CALLBACK, status: 500, body: { message: "500: Internal Server Error", code: 0 } });
    await goesOn(adapter);
  });

  it("500 without an end: the bot gives that answer up and goes on", async () => {
    const adapter = await adapterForTest();
    adapter.server.fail({ path: CALLBACK, status: 500, body: {}, times: 12 });
    const lost = adapter.ask(adapter.someone(), HARBOUR);
    await vi.waitFor(
      () => expect(adapter.log).toContainEqual(expect.objectContaining({ failure: expect.any(String) })),
      10_000,
    );
    expect(isAnswered(lost)).toBe(false);
    adapter.server.clearFaults();
    await goesOn(adapter);
  });

  it.each([
    ["en-US", HARBOUR, NOTHING_TO_SHOW],
    ["de", HAFEN, "Diese Antwort konnte ich nicht zeigen. Bitte fragen Sie mit anderen Worten."],
  ])("50035: the asker gets a short notice instead, alone (%s)", async (locale, question, notice) => {
    const adapter = await adapterForTest();
    adapter.server.fail({ path: CALLBACK, status: 400, body: { code: 50035, message: "Invalid Form Body" } });
    const asked = adapter.ask(adapter.someone(locale), question);
    expect(await asked.text(PATIENCE)).toBe(notice);
    expect(await asked.ephemeral()).toBe(true);
  });

  it("50035 for everything: the bot gives up after the notice", async () => {
    const adapter = await adapterForTest();
    adapter.server.fail({ path: CALLBACK, status: 400, body: { code: 50035 }, times: 2 });
    const lost = adapter.ask(adapter.someone(), HARBOUR);
    await vi.waitFor(() => expect(callbacksFor(adapter, lost)).toHaveLength(2), 5000);
    await goesOn(adapter);
    expect(callbacksFor(adapter, lost)).toHaveLength(2);
  });

  it("a connection that is cut after the answer was taken leaves one answer", async () => {
    const adapter = await adapterForTest();
    adapter.server.drop({ path: CALLBACK, processed: true });
    const asked = adapter.ask(adapter.someone(), HARBOUR);
    expect(await asked.text(PATIENCE)).toMatch(STORM);
    await goesOn(adapter);
    expect(await asked.text()).toMatch(STORM);
    expect(levels(adapter).has("error")).toBe(false);
  });

  it("a connection that is cut before the answer was taken does not stop the bot", async () => {
    const adapter = await adapterForTest();
    adapter.server.drop({ path: CALLBACK });
    const asked = adapter.ask(adapter.someone(), HARBOUR);
    await vi.waitFor(() => expect(callbacksFor(adapter, asked)).not.toEqual([]), 15_000);
    await goesOn(adapter);
  });

  // A second answer to one interaction is refused by Discord, so trying again does no harm, and a first one is lost.
  it("a connection that is cut before the answer was taken is made again in time", async () => {
    const adapter = await adapterForTest();
    await goesOn(adapter);
    adapter.server.drop({ path: CALLBACK });
    expect(await adapter.ask(adapter.someone(), HARBOUR).text({ timeout: 2000 })).toMatch(STORM);
  });
});

describe.concurrent("a core that fails", () => {
  it("is told to the asker alone", async () => {
    const core = createAnswerer(createFactBase(news));
    const fail = () => {
      throw new Error("a secret detail");
    };
    const adapter = await adapterForTest({ answerer: { ...core, answer: fail, check: fail, open: fail } });
    const { server, channel } = adapter;
    const ana = adapter.someone();
    const about = [
      adapter.ask(ana, HARBOUR),
      adapter.ask(ana, "#harbour"),
      server.messageCommand(ana.user, channel, "Check against sources", { content: "Storm.", author: ana.user }),
    ];
    for (const asked of about) {
      expect(await asked.text(PATIENCE)).toBe("Something went wrong on my side. Please ask again in a moment.");
      expect(await asked.ephemeral()).toBe(true);
    }
    const [failed] = about;
    if (!failed) throw new Error("nothing was asked");
    const pressed = server.press(ana.user, failed, "a~en~harbour", { stale: true });
    expect(await pressed.text()).toMatch(/^Something went wrong/);
    expect(await pressed.ephemeral()).toBe(true);
    expect(JSON.stringify(adapter.log)).not.toContain("secret");
  });
});

describe.concurrent("who asks too much", () => {
  it("gets one private notice and then silence, while others are answered", async () => {
    const adapter = await adapterForTest({ perPerson: 3 });
    const ana = adapter.someone();
    for (let question = 0; question < 3; question++) expect(await adapter.ask(ana, HARBOUR).text()).toMatch(STORM);
    const fourth = adapter.ask(ana, HARBOUR);
    expect(await fourth.text()).toBe(TOO_MANY);
    expect(await fourth.ephemeral()).toBe(true);
    const more = [adapter.ask(ana, HARBOUR), adapter.ask(ana, HARBOUR, { place: ana.dm })];
    await goesOn(adapter);
    expect(more.map(isAnswered)).toEqual([false, false]);
    const typed = adapter.server.autocomplete(ana.user, adapter.channel, "ask", { question: "harb" });
    expect(await typed.choices()).toHaveLength(1);
  });

  it("is counted for buttons by themselves, which do nothing then", async () => {
    const adapter = await adapterForTest({ perPerson: 2 });
    const ana = adapter.someone();
    const asked = adapter.ask(ana, HARBOUR);
    await asked.message(PATIENCE);
    for (let press = 0; press < 10; press++) await adapter.server.press(ana.user, asked, EVIDENCE).message();
    expect((await adapter.server.press(ana.user, asked, EVIDENCE).response()).type).toBe(CallbackType.deferUpdate);
    expect(await adapter.ask(ana, HARBOUR).text()).toMatch(STORM);
    expect(await adapter.ask(ana, HARBOUR).text()).toBe(TOO_MANY);
  });
});

describe.concurrent("who is blocked", () => {
  it("hears nothing, be it a person or a server", async () => {
    const adapter = await adapterForTest();
    const { server, blocked } = adapter;
    const [ana, ben] = [adapter.someone(), adapter.someone()];
    const asked = adapter.ask(ana, HARBOUR);
    await asked.message(PATIENCE);
    const pressed = server.press(ana.user, asked, "Wrong or outdated?");
    await pressed.response();
    const hostile = server.guild({ name: "Hostile" }).channel();
    blocked.add(`discord:${ana.user.id}`).add(`discord:${hostile.guild?.id}`);
    const unheard = [
      adapter.ask(ana, HARBOUR),
      adapter.ask(ana, HARBOUR, { place: ana.dm }),
      adapter.ask(ben, HARBOUR, { place: hostile }),
      server.press(ana.user, asked, EVIDENCE),
      server.submitModal(ana.user, pressed, { reason: "wrong" }),
      server.messageCommand(ben.user, hostile, "Check against sources", { content: "Storm", author: ben.user }),
      server.command(ben.user, hostile, "about"),
    ];
    const typed = server.autocomplete(ben.user, hostile, "ask", { question: "" });
    expect(await typed.choices()).toEqual([]);
    expect(await adapter.ask(ben, HARBOUR).text()).toMatch(STORM);
    expect(unheard.filter(isAnswered)).toEqual([]);
  });
});

const HOSTILE: readonly (readonly [string, string])[] = [
  ["mentions", "@everyone @here <@123456789012345678> <@!1> <@&123456789012345678> <#1> </ask:1> <id:customize>"],
  ["emphasis", "*a* **b** ***c*** _d_ __e__ ~~f~~ ||g|| `h` ``i`` * _ ~ | ` \\* \\\\ \\"],
  ["links", "[a](https://evil.example) [b](<https://evil.example>) <https://evil.example> https://evil.example ]( )["],
  ["timestamps and emoji", "<t:1700000000:R> :smile: <:x:1> <a:y:2> 😀 👩‍👩‍👧‍👦 🇰🇭"],
  ["a heading", "# banana"],
  ["small text", "-# small"],
  ["a quotation", "> quoted"],
  ["a long quotation", ">>> quoted"],
  ["a list", "- item"],
  ["another list", "* item"],
  ["a numbered list", "1. item"],
  ["a code block", "```js while(1); ```"],
  ["zalgo", `Z${"\u0301\u0327\u0336".repeat(60)}algo`],
  ["one long word", "W".repeat(250)],
  ["Khmer", "ភ្នំពេញ ប្រទេសកម្ពុជា ការឆបោកតាមអ៊ីនធឺណិត"],
  ["Chinese", "柬埔寨和中国联手打击网络诈骗。".repeat(15)],
  ["a brace from a template", "{title} {date} {{x}} {0} %s $& $1"],
];

describe("hostile text", () => {
  it.each([
    ...HOSTILE,
    ["control characters", "a\u0000b\u0007c\u001bd\u007fe\nf\r\ng\th"],
    ["overrides of the direction", "\u202eevil\u202c \u2066x\u2069 \u200f \u200b"],
    ["half a character", "\ud83d alone \ude00"],
    ["nothing to read", "\u200b\u200b"],
  ] as const)("asked is answered like any question: %s", async (_, question) => {
    const adapter = await plainAdapter();
    const ana = adapter.someone();
    const asked = adapter.ask(ana, question);
    const { text, marks } = read((await asked.text(PATIENCE)).split("\n\n")[0] ?? "");
    expect(text).toMatch(/^[\p{L}\p{M}\p{P}\p{Zs}\p{Cf}\p{N}]+$/u);
    expect(marks).toEqual([]);
    expect(await asked.ephemeral()).toBe(true);
    await adapter.server.autocomplete(ana.user, adapter.channel, "ask", { question }).choices();
    const checked = adapter.server.messageCommand(ana.user, adapter.channel, "Check against sources", {
      content: question.repeat(Math.ceil(6000 / question.length)).slice(0, 6000),
      author: ana.user,
    });
    expect((await checked.text(PATIENCE)).length).toBeGreaterThan(10);
  });

  it.each(HOSTILE)("in a fact is shown as it was written: %s", async (name, _) => {
    const adapter = await hostileAdapter();
    const ana = adapter.someone();
    const index = HOSTILE.findIndex(([other]) => other === name);
    const opened = adapter.ask(ana, `#hostile-${index}`);
    const [question = "", statement = "", sources = ""] = await paragraphsOf(opened);
    const expected = hostileFacts[index];
    expect(shownAs(statement)).toBe(expected?.statement.en);
    expect(read(statement).marks).toEqual([]);
    expect(shownAs(question)).toBe(expected?.questions.en[0]);
    expect(read(question).marks).toEqual(["**", "**"]);
    expect(read(sources).links).toEqual(["https://post.example/%28a%29%3C/x/y"]);
    const evidence = adapter.server.press(ana.user, opened, EVIDENCE);
    expect(await evidence.text()).toContain("begins");
    const pressed = adapter.server.press(ana.user, opened, "Wrong or outdated?");
    expect((await pressed.response()).type).toBe(9);
  });

  // One for all of these tests.
  const started: Promise<Adapter>[] = [];
  const once = (start: () => Promise<Adapter>) => {
    let shared: Promise<Adapter> | undefined;
    return () => {
      if (!shared) {
        shared = start();
        started.push(shared);
      }
      return shared;
    };
  };
  const plainAdapter = once(() => startAdapter());
  const hostileAdapter = once(startHostile);
  afterAll(async () => {
    for (const adapter of started) await (await adapter).end();
  });
});

const hostileFacts = HOSTILE.map(([name, text], index) => ({
  id: `hostile-${index}`,
  statement: { en: `${text} ${index}`.trim(), de: `${text} ${index}`.trim() },
  questions: { en: [`${text.slice(0, 80)} ${name}?`], de: [`${text.slice(0, 80)} ${name}?`] },
}));

function startHostile(): Promise<Adapter> {
  return startAdapter({
    base: {
      ...news,
      sources: [
        {
          id: "post",
          type: "webpage",
          title: "*_`[x](y)` @everyone ||~~",
          publisher: "# <@1> Post",
          issued: "2026-01-15",
          language: "en",
          URL: "https://post.example/(a)</x\\y",
          custom: { document: "post.txt" },
        },
      ],
      facts: [...news.facts, ...hostileFacts],
    },
  });
}
