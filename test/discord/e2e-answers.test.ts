/** What the real process shows on Discord: answers and their buttons, before and after a restart and a correction. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FactBaseInput } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import { everyComponent } from "./discord-components.ts";
import {
  current,
  describeEveryRun,
  EVIDENCE,
  HAFEN,
  HARBOUR,
  idOf,
  isAnswered,
  isPrivate,
  labelsOf,
  type Message,
  PATIENCE,
  paragraphsOf,
  REPORT,
  type Run,
  runForTest,
  type Someone,
  STORM,
  startRun,
  TOO_MANY,
  textOf,
} from "./e2e-support.ts";

const article = (number: number, url: string | null) => ({
  id: `post-${number}`,
  type: "article-newspaper" as const,
  title: `Report ${number} [new] *_!`,
  publisher: `Post ${number}`,
  issued: "2026-01-15",
  language: "en",
  URL: url,
  custom: { document: `post-${number}.txt` },
});
const cited = (...numbers: readonly number[]) =>
  numbers.map((number) => ({
    source: `post-${number}`,
    passage: { start: `Passage ${number} begins`, end: `passage ${number} ends` },
  }));

const FACTS: FactBaseInput["facts"] = [
  ...news.facts,
  {
    id: "tower",
    statement: { de: "Der Wasserturm bekommt Fenster.", en: "The water tower gets windows." },
    questions: { de: ["Was ist mit dem Wasserturm?"], en: ["What about the water tower?"] },
    evidence: cited(1, 3, 2),
  },
];
const BASE: FactBaseInput = {
  ...news,
  sources: [article(1, "https://post.example/1"), article(2, "https://post.example/(2)?a=1&b=_x_*"), article(3, null)],
  facts: FACTS,
};
const CHANGES: Readonly<Record<string, Partial<FactBaseInput["facts"][number]>>> = {
  handover: {
    status: "corrected",
    statement: {
      de: "Im November 2025 übergaben die Behörden in Tovana 112 Staatsbürger; die Rückführung leitete Ana Roth.",
      en: "In November 2025 the authorities in Tovana handed over 112 citizens; Ana Roth led the repatriation.",
    },
    slots: [],
    revisions: [{ date: "2026-02-01", reason: { de: "Zwei mehr", en: "Two more" } }],
  },
  "berg-hope": {
    status: "withdrawn",
    revisions: [{ date: "2026-02-02", reason: { de: "Nie gesagt", en: "Never said" } }],
  },
};
const changedFacts = FACTS.map((fact) => ({ ...fact, ...CHANGES[fact.id] }));
/** "What was seized?" is gone altogether. */
const CHANGED: FactBaseInput = { ...BASE, facts: changedFacts.filter(({ id }) => id !== "raid-evidence") };
const CHANGED_REMARK = "This answer has changed since. This is how it stands now.";

let run: Run;
beforeAll(async () => {
  run = await startRun({ base: BASE });
});
afterAll(() => run?.end());

async function reportsOf({ stateDirectory }: Run): Promise<readonly unknown[]> {
  const [, ...lines] = (await readFile(join(stateDirectory, "reports.jsonl"), "utf8")).trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}

const shown = (who: Someone, question: string): Promise<Message> => run.ask(who, question).message(PATIENCE);

describe("an answer", () => {
  it("says the answer first, then the sources, then the date", async () => {
    const paragraphs = await paragraphsOf(run.ask(run.someone(), HARBOUR));
    expect(paragraphs).toEqual([
      expect.stringMatching(STORM),
      "**Sources**\nPost 1: [“Report 1 \\[new\\] \\*\\_!”](<https://post.example/1>), January 15, 2026",
      "-# *As of January 15, 2026*",
    ]);
  });

  it("names every source, with a link that shows no preview only where there is one", async () => {
    const [, sources] = await paragraphsOf(run.ask(run.someone(), "What about the water tower?"));
    expect(sources?.split("\n")).toEqual([
      "**Sources**",
      "Post 1: [“Report 1 \\[new\\] \\*\\_!”](<https://post.example/1>), January 15, 2026",
      "Post 3: “Report 3 \\[new\\] \\*\\_!”, January 15, 2026",
      "Post 2: [“Report 2 \\[new\\] \\*\\_!”](<https://post.example/%282%29?a=1&b=_x_*>), January 15, 2026",
    ]);
  });

  it("is one card with its buttons, and mentions nobody", async () => {
    const asked = run.ask(run.someone(), HARBOUR);
    const { data } = await asked.response();
    expect(data.flags).toBe(1 << 15);
    expect(data.allowed_mentions).toMatchObject({ parse: [] });
    const message = await asked.message();
    expect(message.components).toHaveLength(1);
    const types = [...everyComponent(message.components)].map(({ component }) => component.type);
    expect(types.slice(0, 3)).toEqual([17, 10, 1]);
    expect(labelsOf(message)).toEqual([EVIDENCE, expect.stringMatching(/\?$/), REPORT]);
  });

  it("in German is German throughout", async () => {
    const asked = run.ask(run.someone("de"), HAFEN);
    expect(await asked.text()).toMatch(/^Wegen eines Sturms.*\*\*Quellen\*\*.*-# \*Stand: 15\. Januar 2026\*$/s);
    expect(labelsOf(await asked.message())).toContain("🔎 Beleg");
  });

  it("shows the evidence to whoever presses, alone, and leaves the answer as it is", async () => {
    const answer = await shown(run.someone(), "What about the water tower?");
    const evidence = run.server.press(run.someone().user, answer, EVIDENCE);
    expect(await evidence.ephemeral()).toBe(true);
    expect((await evidence.text()).split("\n\n")[0]).toBe(
      "> “Passage 1 begins … passage 1 ends”\n" +
        "> Post 1: [“Report 1 \\[new\\] \\*\\_!”](<https://post.example/1>), January 15, 2026",
    );
    expect(current(run.server, answer)).toEqual(answer);
  });

  it("goes on with a tapped question, publicly for the asker and privately for others", async () => {
    const ana = run.someone();
    const answer = await shown(ana, HARBOUR);
    const [, next = ""] = labelsOf(answer);
    const own = run.server.press(ana.user, answer, next);
    expect((await own.text()).split("\n\n")[0]).toBe(`**${next}**`);
    expect(await own.ephemeral()).toBe(false);
    const other = run.server.press(run.someone().user, answer, next);
    expect(await other.text()).toBe(await own.text());
    expect(await other.ephemeral()).toBe(true);
    const hidden = run.ask(ana, HARBOUR, { private: true });
    await hidden.message();
    expect(await run.server.press(ana.user, hidden, next).ephemeral()).toBe(true);
  });

  it("can be followed up after a tapped question", async () => {
    const ana = run.someone();
    const about = run.server.command(ana.user, run.channel, "about");
    await about.message();
    await run.server.press(ana.user, about, "a~en~handover", { stale: true }).message();
    expect(await run.ask(ana, "And how many were they?").text()).toContain("110");
  });
});

describe("what cannot be answered", () => {
  it("is told to the asker alone in a server, and plainly in a conversation with the bot", async () => {
    const ana = run.someone();
    for (const question of ["How old is Lin Osk?", "What is the capital of France?", "Hello!"]) {
      expect(await run.ask(ana, question).ephemeral()).toBe(true);
      expect(await run.ask(ana, question, { place: ana.dm }).ephemeral()).toBe(false);
    }
    const friends = run.server.groupDm([ana.user, run.someone().user]);
    expect(await run.ask(ana, "How old is Lin Osk?", { place: friends }).ephemeral()).toBe(true);
  });

  it("names the gap and what comes nearest", async () => {
    const paragraphs = await paragraphsOf(run.ask(run.someone(), "How old is Lin Osk?"));
    expect(paragraphs.slice(0, 2)).toEqual([
      "The sources do not say how old Lin Osk is.",
      "**Closest to your question**\nLin Osk, the alleged head of the fraud network, has been arrested.\nPost 1: [“Report 1 \\[new\\] \\*\\_!”](<https://post.example/1>), January 15, 2026",
    ]);
  });
});

describe("a report", () => {
  it("is asked for in a form and kept with fact, reason, words and day, without the person", async () => {
    const ana = run.someone();
    const answer = await shown(run.someone(), HARBOUR);
    const pressed = run.server.press(ana.user, answer, REPORT);
    const { type, data } = await pressed.response();
    expect(type).toBe(9);
    expect(data.title).toBe("What is wrong with it?");
    const comment = "It opened again *today*, says @everyone.";
    const sent = run.server.submitModal(ana.user, pressed, { reason: "outdated", comment });
    expect(await sent.text()).toBe("Thank you. The editors will look at it.");
    expect(await sent.ephemeral()).toBe(true);
    expect(current(run.server, answer)).toEqual(answer);
    const day = new Date().toISOString().slice(0, 10);
    expect(await reportsOf(run)).toEqual([
      { fact: "harbour", reason: "outdated", comment, language: "en", platform: "Discord", day },
    ]);
  });

  it("needs no words, and takes as many as the form does", async () => {
    const ana = run.someone("de");
    const answer = await shown(ana, HAFEN);
    const before = (await reportsOf(run)).length;
    const short = run.server.press(ana.user, answer, "Falsch oder veraltet?");
    expect((await short.response()).data.title).toBe("Was stimmt daran nicht?");
    expect(await run.server.submitModal(ana.user, short, { reason: "source", comment: "  " }).text()).toMatch(/^Danke/);
    const long = run.server.press(ana.user, answer, "Falsch oder veraltet?");
    await long.response();
    const comment = "\u202e\u0000Zalgo Z̶̡͔͈a̵l̷g̸o̴ 😀\n# @here".padEnd(500, "x");
    expect(await run.server.submitModal(ana.user, long, { reason: "wrong", comment }).text()).toMatch(/^Danke/);
    const [first, second] = (await reportsOf(run)).slice(before) as readonly { comment?: string }[];
    expect(first).not.toHaveProperty("comment");
    expect(second?.comment).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(second?.comment).toContain("Zalgo Z̶̡͔͈a̵l̷g̸o̴ 😀");
  });
});

describe("after a restart with a corrected, a withdrawn and a deleted fact", () => {
  interface Before {
    readonly ana: Someone;
    readonly kept: Message;
    readonly corrected: Message;
    readonly withdrawn: Message;
    readonly deleted: Message;
    readonly modal: ReturnType<Run["server"]["press"]>;
    readonly timeline: ReturnType<Run["server"]["command"]>;
  }
  let before: Before;

  beforeAll(async () => {
    const ana = run.someone();
    const kept = await shown(ana, HARBOUR);
    const modal = run.server.press(ana.user, kept, REPORT);
    await modal.response();
    const timeline = run.server.command(ana.user, ana.dm, "timeline");
    await timeline.message();
    before = {
      ana,
      kept,
      corrected: await shown(ana, "How many citizens were handed over?"),
      withdrawn: await shown(ana, "What does Jon Berg hope?"),
      deleted: await shown(ana, "What was seized?"),
      modal,
      timeline,
    };
    expect(textOf(before.corrected)).toContain("110");
    expect(textOf(before.withdrawn)).toContain("Jon Berg hopes");
    await run.restart({ base: CHANGED });
  });

  it("writes no commands a second time", () => {
    expect(run.server.commandWrites).toBe(1);
  });

  it("every button under an answer that still holds does what it did", async () => {
    const { ana, kept } = before;
    expect(await run.server.press(ana.user, kept, EVIDENCE).text()).toContain("harbour begins … harbour ends");
    const opened = run.server.press(ana.user, kept, REPORT);
    expect((await opened.response()).type).toBe(9);
    const [, next = ""] = labelsOf(kept);
    const followed = run.server.press(ana.user, kept, next);
    expect((await followed.response()).type).toBe(4);
    expect(await followed.text()).not.toContain("Jon Berg hopes");
  });

  it("a form that was open is still taken", async () => {
    const { ana, modal } = before;
    const comment = "Sent after the restart";
    expect(await run.server.submitModal(ana.user, modal, { reason: "wrong", comment }).text()).toMatch(/^Thank you/);
    expect(await reportsOf(run)).toContainEqual(expect.objectContaining({ fact: "harbour", comment }));
  });

  it.each([EVIDENCE, REPORT])("%s under a corrected answer brings up what holds now", async (button) => {
    const { corrected } = before;
    const asked = await shown(before.ana, "How many citizens were handed over?");
    expect(textOf(asked)).toContain("112");
    const id = idOf(corrected, button);
    const pressed = run.server.press(run.someone().user, corrected, id, { stale: true });
    const text = await pressed.text();
    expect((await pressed.response()).type).toBe(7);
    expect(text).toContain("112 citizens");
    expect(text).toContain("Corrected on February 1, 2026: Two more");
    expect(text).not.toContain("110");
    expect(textOf(current(run.server, corrected))).toBe(text);
    expect(isPrivate(current(run.server, corrected))).toBe(false);
    expect(labelsOf(current(run.server, corrected))).toContain(EVIDENCE);
  });

  it("a corrected answer says that it has changed", async () => {
    const { ana, corrected } = before;
    const pressed = run.server.press(ana.user, corrected, idOf(corrected, EVIDENCE), { stale: true });
    expect(textOf(await pressed.followUp())).toContain(CHANGED_REMARK);
  });

  it.each([EVIDENCE, REPORT])("%s under a withdrawn answer says that it was withdrawn, and why", async (button) => {
    const { withdrawn } = before;
    const pressed = run.server.press(run.someone().user, withdrawn, idOf(withdrawn, button), { stale: true });
    expect(await pressed.text()).toBe("This answer was withdrawn on February 2, 2026: Never said");
    expect(textOf(current(run.server, withdrawn))).not.toContain("hopes");
  });

  it("a button under an answer that is gone says so", async () => {
    const { ana, deleted } = before;
    expect(await run.server.press(ana.user, deleted, EVIDENCE).text()).toBe(
      "This answer is not in the fact base any more.",
    );
  });

  it("a button of a question whose answer was withdrawn does not bring it back", async () => {
    const { ana, kept } = before;
    const pressed = run.server.press(ana.user, kept, "a~en~berg-hope", { stale: true });
    expect(await pressed.text()).toBe("This answer was withdrawn on February 2, 2026: Never said");
  });

  it("what no button of ours says is passed over", async () => {
    const { ana, kept } = before;
    for (const id of ["x", "e~en~harbour", "e~en~../../etc~1", "r~zz-zz-zz~harbour~1", "t~en~-1", "~~~~"]) {
      const { type } = await run.server.press(ana.user, kept, id, { stale: true }).response();
      expect([6, 7]).toContain(type);
    }
  });

  it("pages go on turning", async () => {
    const { ana, timeline } = before;
    const turned = run.server.press(ana.user, timeline, "t~en~0", { stale: true });
    expect(await turned.text()).toContain("What happened when");
  });
});

describe("when the process is told to stop", () => {
  it("answers what is under way and ends with 0", async () => {
    const stopped = await runForTest({ base: BASE });
    const { server } = stopped;
    await stopped.ask(stopped.someone(), HARBOUR).message(PATIENCE);
    server.delay({ path: /\/callback$/, ms: 800, times: 5 });
    const asked = Array.from({ length: 5 }, () => stopped.ask(stopped.someone(), HARBOUR));
    const answered = () => stopped.bot.log.filter(({ message }) => message === "answered").length === 6;
    await stopped.bot.logged(() => answered());
    expect(await stopped.stop("SIGTERM")).toEqual({ status: 0, signal: null });
    for (const one of asked) expect(await one.text()).toMatch(STORM);
    await server.gateway.idle();
    expect(server.gateway.sessions).toBe(0);
  });

  // The state is logged once more as if a new connection was made, after the bot has said that it stopped.
  it("says last of its connection that it stopped", async () => {
    await run.stop();
    const states = run.bot.log.flatMap(({ state }) => state ?? []);
    expect(states.at(-1)).toBe("stopped");
  });
});

describe("with limits and a block list of the operator's", () => {
  it("answers so many questions a minute, and nobody who is on the list", async () => {
    const [ana, ben, carl] = [run.someone(), run.someone(), run.someone()];
    const hostile = run.server.guild({ name: "Hostile" });
    const settings = { QUESTIONS_PER_MINUTE: "2", BLOCKED: `discord:${ben.user.id}, discord:${hostile.id}` };
    await run.restart({ settings });
    for (let question = 0; question < 2; question++) expect(await run.ask(ana, HARBOUR).text(PATIENCE)).toMatch(STORM);
    const third = run.ask(ana, HARBOUR);
    expect(await third.text()).toBe(TOO_MANY);
    expect(await third.ephemeral()).toBe(true);
    const silent = [run.ask(ana, HARBOUR), run.ask(ben, HARBOUR)];
    const place = hostile.channel();
    silent.push(run.ask(carl, HARBOUR, { place }));
    expect(await run.ask(carl, HARBOUR).text()).toMatch(STORM);
    expect(silent.filter(isAnswered)).toEqual([]);
  });
});

describeEveryRun();
