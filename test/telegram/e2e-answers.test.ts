/** What the real process shows on Telegram: answers, abstentions, pages, and in which language. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Message } from "grammy/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordings } from "../../adapters/chat/wording/index.ts";
import type { FactBaseInput } from "../support/fact-base.ts";
import { news } from "../support/news.ts";
import {
  describeEveryRun,
  HAFEN,
  HARBOUR,
  labelsOf,
  marked,
  paragraphsOf,
  type Run,
  type Someone,
  STORM,
  STURM,
  startRun,
} from "./e2e-support.ts";

const EVIDENCE = "🔎 Evidence";
const SHARE = "↗️ Share";
const REPORT = "Wrong or outdated?";
const REASONS = ["It is wrong", "It is outdated", "The source says something else", "That was not my question"];
const CHANGED = "This answer has changed since. This is how it stands now.";

const article = (number: number, url: string | null) => ({
  id: `post-${number}`,
  type: "article-newspaper" as const,
  title: `Report ${number}`,
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
    id: "bridge",
    statement: { de: "Die Brücke in Tovana ist gesperrt.", en: "The bridge in Tovana is blocked." },
    questions: { de: ["Was ist mit der Brücke?"], en: ["What about the bridge?"] },
    evidence: cited(1, 2),
  },
  {
    id: "lighthouse",
    statement: { de: "Der Leuchtturm wird rot gestrichen.", en: "The lighthouse is being painted red." },
    questions: { de: ["Was ist mit dem Leuchtturm?"], en: ["What about the lighthouse?"] },
    evidence: cited(3),
  },
  {
    id: "tower",
    statement: { de: "Der Wasserturm bekommt Fenster.", en: "The water tower gets windows." },
    questions: { de: ["Was ist mit dem Wasserturm?"], en: ["What about the water tower?"] },
    evidence: cited(1, 3),
  },
];
const BASE: FactBaseInput = {
  ...news,
  sources: [
    article(1, "https://post.example/1"),
    article(2, "https://post.example/2?a=1&b=_x_*"),
    article(3, null),
    ...[4, 5, 6, 7].map((number) => article(number, `https://post.example/${number}`)),
  ],
  facts: FACTS,
};

/** The base after the editors changed their facts. */
const changedBase = (changes: Readonly<Record<string, Partial<FactBaseInput["facts"][number]>>>): FactBaseInput => ({
  ...BASE,
  facts: FACTS.map((fact) => ({ ...fact, ...changes[fact.id] })),
});

let run: Run;
beforeAll(async () => {
  run = await startRun({ base: BASE });
});
afterAll(() => run?.end());

const now = (message: Message): Message => {
  const current = run.server.current(message);
  if (!current) throw new Error("the message is deleted");
  return current;
};

const dataOf = (message: Message, label: string): string => {
  const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
  if (!button || !("callback_data" in button)) throw new Error(`no button ${label}`);
  return button.callback_data;
};

async function reportsOf({ stateDirectory }: Run): Promise<readonly unknown[]> {
  const [, ...lines] = (await readFile(join(stateDirectory, "reports.jsonl"), "utf8")).trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}

/** The buttons of the languages, the chosen one marked. */
const languageNames = (chosen?: string) => wordings.map(({ name }) => (name === chosen ? `✓ ${name}` : name));
/** What Telegram is told: for everybody else, and for each language, of which it knows two letters. */
const REGISTERED = ["all", ...new Set(wordings.map(({ tag }) => tag.split("-")[0] ?? tag))].toSorted();

describe.concurrent("with the news", () => {
  describe.sequential("as they are", () => {
    describe("an answer", () => {
      it("says the answer first, then the sources, then the date", async () => {
        const answer = await run.someone().ask(HARBOUR);
        expect(paragraphsOf(answer)).toEqual([
          expect.stringMatching(STORM),
          "Sources\nPost 1: “Report 1”, January 15, 2026",
          "As of January 15, 2026",
        ]);
        expect(marked(answer, "bold")).toEqual(["Sources"]);
        expect(marked(answer, "italic")).toEqual(["As of January 15, 2026"]);
        expect(answer.entities).toContainEqual(
          expect.objectContaining({ type: "text_link", url: "https://post.example/1" }),
        );
      });

      it("names every source, with a link only where there is one", async () => {
        const answer = await run.someone().ask("What about the water tower?");
        expect(paragraphsOf(answer)[1]).toBe(
          "Sources\nPost 1: “Report 1”, January 15, 2026\nPost 3: “Report 3”, January 15, 2026",
        );
        expect(marked(answer, "text_link")).toEqual(["“Report 1”"]);
      });

      it("shows a preview only when exactly one source has a link", async () => {
        const someone = run.someone();
        const previews = [];
        for (const subject of ["water tower", "lighthouse", "bridge"])
          previews.push((await someone.ask(`What about the ${subject}?`)).link_preview_options);
        expect(previews).toEqual([
          { url: "https://post.example/1", prefer_small_media: true },
          { is_disabled: true },
          { is_disabled: true },
        ]);
      });

      it("has buttons for the evidence, for sharing, for what to ask next, and for objections", async () => {
        const answer = await run.someone().ask("How many people were arrested in Marell?");
        const rows = labelsOf(answer);
        expect(rows[0]).toEqual([EVIDENCE, SHARE]);
        expect(rows.at(-1)).toEqual([REPORT]);
        expect(rows.slice(1, -1)).toContainEqual(["Where was the raid?"]);
        expect(rows.length).toBeLessThanOrEqual(5);
      });

      it("is shared as the editors' question, which finds the same answer again", async () => {
        const someone = run.someone();
        const answer = await someone.ask("why on earth is that harbour closed");
        const share = answer.reply_markup?.inline_keyboard.flat().find(({ text }) => text === SHARE);
        expect(share).toEqual({ text: SHARE, switch_inline_query: HARBOUR });
        expect((await someone.inline(HARBOUR)).results[0]?.id).toMatch(/^harbour/);
      });

      it("leads on: a tapped question is shown with its answer, and can be followed up", async () => {
        const someone = run.someone();
        const answer = await someone.ask("How many people were arrested in Marell?");
        await someone.press(answer, "Where was the raid?");
        const next = await run.server.nextReply(someone.id);
        expect(next.text).toMatch(/^Where was the raid\?\n\nIn Marell\./);
        expect(marked(next, "bold")[0]).toBe("Where was the raid?");
        expect((await someone.ask("And when was that?")).text).toMatch(/^In July/);
      });
    });

    describe("the evidence", () => {
      it("is put under the answer, and its button goes", async () => {
        const someone = run.someone();
        const answer = await someone.ask("What about the bridge?");
        await someone.press(answer, EVIDENCE);
        const shown = now(answer);
        expect(shown.text).toBe(
          `${answer.text}\n\n“Passage 1 begins … passage 1 ends”\nPost 1: “Report 1”, January 15, 2026` +
            "\n\n“Passage 2 begins … passage 2 ends”\nPost 2: “Report 2”, January 15, 2026",
        );
        expect(marked(shown, "expandable_blockquote")).toEqual(paragraphsOf(shown).slice(-2));
        expect(marked(shown, "text_link")).toEqual(["“Report 1”", "“Report 2”", "“Report 1”", "“Report 2”"]);
        expect(labelsOf(shown)[0]).toEqual([SHARE]);
        expect(run.said(someone)).toHaveLength(1);
      });

      it("leaves the rest of the message as it was", async () => {
        const someone = run.someone();
        const answer = await someone.ask(HARBOUR);
        await someone.press(answer, EVIDENCE);
        const shown = now(answer);
        expect(shown.entities?.slice(0, answer.entities?.length)).toEqual(answer.entities);
        expect(shown.link_preview_options).toEqual(answer.link_preview_options);
      });

      // Evidence, an objection and "Back" put the questions of the opened fact in place of those of the answer.
      it("leaves the questions to ask next as they were", async () => {
        const someone = run.someone();
        const answer = await someone.ask("How many people were arrested in Marell?");
        await someone.press(answer, EVIDENCE);
        expect(labelsOf(now(answer)).slice(1)).toEqual(labelsOf(answer).slice(1));
      });

      it("appears once when its button is pressed twice", async () => {
        const someone = run.someone();
        const answer = await someone.ask(HARBOUR);
        const data = dataOf(answer, EVIDENCE);
        run.server.press(someone.person, answer, EVIDENCE);
        run.server.press(someone.person, answer, EVIDENCE);
        await run.server.settled();
        await someone.press(answer, data, { outdated: true });
        expect(now(answer).text?.match(/harbour begins/g)).toHaveLength(1);
        expect(run.said(someone)).toHaveLength(1);
      });

      it("stays when the objections are opened and closed", async () => {
        const someone = run.someone();
        const answer = await someone.ask(HARBOUR);
        await someone.press(answer, EVIDENCE);
        await someone.press(answer, REPORT);
        await someone.press(answer, "Back");
        await someone.press(answer, EVIDENCE);
        expect(now(answer).text?.match(/harbour begins/g)).toHaveLength(1);
        expect(labelsOf(now(answer))[0]).toEqual([SHARE]);
      });

      it("comes as a message of its own when the answer is not there any more", async () => {
        const someone = run.someone();
        const answer = await someone.ask(HARBOUR);
        run.server.deleteMessage(answer);
        await someone.press(answer, dataOf(answer, EVIDENCE), { outdated: true });
        expect((await run.server.nextReply(someone.id)).text).toMatch(/^“harbour begins … harbour ends”/);
      });

      it("is shown in a group to everybody, in the same message", async () => {
        const group = run.group();
        group.send(run.someone().person, `/ask ${HARBOUR}`);
        const answer = await run.server.nextReply(group.id);
        await run.someone().press(answer, EVIDENCE);
        expect(now(answer).text).toMatch(/harbour begins/);
        expect(run.said(group)).toHaveLength(1);
      });
    });

    describe("an objection", () => {
      it("asks for the reason, thanks and is kept without the person", async () => {
        const someone = run.someone();
        const answer = await someone.ask(HARBOUR);
        const before = (await reportsOf(run)).length;
        expect(await someone.press(answer, REPORT)).toBe("What is wrong with it?");
        expect(labelsOf(now(answer)).flat()).toEqual([...REASONS, "Back"]);
        expect(now(answer).text).toBe(answer.text);
        expect(await someone.press(answer, "It is outdated")).toBe("Thank you. The editors will look at it.");
        expect(labelsOf(now(answer))[0]).toEqual([EVIDENCE, SHARE]);
        expect(labelsOf(now(answer)).at(-1)).toEqual([REPORT]);
        const reports = await reportsOf(run);
        expect(reports.slice(before)).toEqual([
          {
            fact: "harbour",
            reason: "outdated",
            language: "en",
            platform: "Telegram",
            day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          },
        ]);
      });

      it("can be taken back", async () => {
        const someone = run.someone();
        const answer = await someone.ask(HARBOUR);
        const before = await reportsOf(run);
        await someone.press(answer, REPORT);
        await someone.press(answer, "Back");
        expect(labelsOf(now(answer))[0]).toEqual([EVIDENCE, SHARE]);
        expect(labelsOf(now(answer)).at(-1)).toEqual([REPORT]);
        expect(await reportsOf(run)).toEqual(before);
      });

      it("is kept once when the connection breaks meanwhile", async () => {
        const someone = run.someone();
        const answer = await someone.ask(HARBOUR);
        await someone.press(answer, REPORT);
        const before = (await reportsOf(run)).length;
        run.server.drop({ method: "editMessageReplyMarkup" });
        await someone.press(answer, "It is wrong");
        expect((await reportsOf(run)).length).toBe(before + 1);
      });
    });

    describe("when the sources do not say what is asked, the bot", () => {
      it("names what is not known, what comes nearest, and what can be asked", async () => {
        const someone = run.someone();
        const answer = await someone.ask("How old is Lin Osk?");
        expect(paragraphsOf(answer)).toEqual([
          "The sources do not say how old Lin Osk is.",
          "Closest to your question\nLin Osk, the alleged head of the fraud network, has been arrested.\nPost 1: “Report 1”, January 15, 2026",
          "This can be answered",
        ]);
        const questions = labelsOf(answer);
        expect(questions.length).toBeLessThanOrEqual(3);
        expect(questions[0]).toEqual(["Who is Lin Osk?"]);
        expect(answer.link_preview_options).toEqual({ is_disabled: true });
        await someone.press(answer, "Who is Lin Osk?");
        expect((await run.server.nextReply(someone.id)).text).toMatch(/^Who is Lin Osk\?\n\n/);
      });

      it("offers up to three questions when nothing is near", async () => {
        const answer = await run.someone().ask("What is the capital of France?");
        expect(paragraphsOf(answer)).toEqual(["The sources do not state this.", "This can be answered"]);
        expect(labelsOf(answer)).toHaveLength(3);
      });

      it("says one short line without buttons in a group", async () => {
        const group = run.group();
        group.send(run.someone().person, "/ask How old is Lin Osk?");
        const answer = await run.server.nextReply(group.id);
        expect(answer.text).toBe("The sources do not say how old Lin Osk is.");
        expect(labelsOf(answer)).toEqual([]);
      });
    });

    describe("the command", () => {
      it("/start welcomes with questions to tap", async () => {
        const someone = run.someone();
        const start = await someone.ask("/start");
        expect(start.text).toMatch(/^Hello, I am Beleg\. I answer questions about “Test”/);
        expect(labelsOf(start)).toHaveLength(3);
        await someone.press(start, labelsOf(start)[0]?.[0] ?? "");
        expect(paragraphsOf(await run.server.nextReply(someone.id))[0]).toBe(labelsOf(start)[0]?.[0]);
      });

      it("/start with a fact shows its question and answer", async () => {
        expect((await run.someone().ask("/start harbour")).text).toMatch(/^Why is the harbour closed\?\n\nBecause/);
      });

      it("/start with a fact that there is not begins as without one", async () => {
        expect((await run.someone().ask("/start no-such-fact")).text).toMatch(/^Hello, I am Beleg/);
      });

      it.each(["/start GARBAGE_x", "/start ../../etc", "/start ~~~", `/start ${"a".repeat(64)}`])(
        "%s welcomes like /start",
        async (text) => {
          expect((await run.someone().ask(text)).text).toMatch(/^Hello, I am Beleg/);
        },
      );

      it("/start settings opens the settings, to which groups lead", async () => {
        expect((await run.someone().ask("/start settings")).text).toMatch(/^Settings/);
      });

      it("/help lists the commands and has examples to tap", async () => {
        const someone = run.someone();
        const help = await someone.ask("/help");
        expect(help.text).toMatch(/\/timeline – What happened when/);
        expect(help.text).toMatch(/type @test_news_bot and your question/);
        await someone.press(help, "Who is Lin Osk?");
        expect((await run.server.nextReply(someone.id)).text).toMatch(/^Who is Lin Osk\?\n\n/);
      });

      it("/help names in a group what works there", async () => {
        const group = run.group();
        group.send(run.someone().person, "/help@test_news_bot");
        const { text } = await run.server.nextReply(group.id);
        expect(text).toMatch(/\/check/);
        expect(text).not.toMatch(/\/settings|\/forget/);
      });

      it("/sources lists the sources, page by page", async () => {
        const someone = run.someone();
        const page = await someone.ask("/sources");
        expect(paragraphsOf(page)).toHaveLength(7);
        expect(paragraphsOf(page).slice(0, 2)).toEqual(["What I read", "Post 1: “Report 1”, January 15, 2026"]);
        expect(paragraphsOf(page).at(-1)).toBe("1 of 2");
        await someone.press(page, "Older ▶");
        expect(paragraphsOf(now(page)).slice(1)).toEqual([
          "Post 6: “Report 6”, January 15, 2026",
          "Post 7: “Report 7”, January 15, 2026",
          "2 of 2",
        ]);
        await someone.press(page, "◀ Newer");
        expect(now(page).text).toBe(page.text);
      });

      it("/privacy says what is kept, for how long, and how to erase it", async () => {
        const someone = run.someone();
        const privacy = await someone.ask("/privacy");
        for (const part of [/^Privacy/, /15 minutes/, /180 days/, /365 days/, /8,192/])
          expect(privacy.text).toMatch(part);
        await someone.press(privacy, labelsOf(privacy).flat()[0] ?? "");
        expect((await run.server.nextReply(someone.id)).text).toMatch(/^Done: your settings/);
      });

      it("/settings leads out of a group", async () => {
        const group = run.group();
        group.send(run.someone().person, "/settings@test_news_bot");
        const answer = await run.server.nextReply(group.id);
        expect(answer.text).toBe("Please write to me in private for your settings.");
        expect(answer.reply_markup?.inline_keyboard).toEqual([
          [{ text: "Settings", url: "https://t.me/test_news_bot?start=settings" }],
        ]);
      });
    });

    describe("the language of an answer", () => {
      const choose = async (someone: Someone, ...buttons: readonly string[]) => {
        const settings = await someone.ask("/settings");
        for (const button of buttons) await someone.press(settings, button);
        return now(settings);
      };

      it("is the question's own, whatever the app's", async () => {
        expect((await run.someone("en").ask(HAFEN)).text).toMatch(STURM);
        expect((await run.someone("de").ask(HARBOUR)).text).toMatch(STORM);
      });

      it("is the app's when the question does not tell", async () => {
        expect((await run.someone("de-AT").ask("Lin Osk")).text).toMatch(/festgenommen/);
        expect((await run.someone("en").ask("Lin Osk")).text).toMatch(/arrested/);
      });

      it("is English when nobody knows", async () => {
        expect((await run.someone("zz").ask("Lin Osk")).text).toMatch(/arrested/);
        expect((await run.someone("not a tag").ask("/start")).text).toMatch(/^Hello/);
      });

      it("is the chosen one when the question does not tell, and that of the buttons and pages", async () => {
        const someone = run.someone("en");
        const settings = await choose(someone, "Deutsch");
        expect(labelsOf(settings).flat()).toEqual([
          "Wie in meiner App",
          ...languageNames("Deutsch"),
          "✓ In der Sprache der Frage antworten",
          "Immer auf Deutsch antworten",
        ]);
        expect((await someone.ask("Lin Osk")).text).toMatch(/festgenommen/);
        expect((await someone.ask(HARBOUR)).text).toMatch(STORM);
        expect((await someone.ask("/start")).text).toMatch(/^Hallo/);
      });

      it("is always the chosen one when that is wanted", async () => {
        const someone = run.someone("en");
        const settings = await choose(someone, "Deutsch", "Immer auf Deutsch antworten");
        expect(labelsOf(settings).slice(-2)).toEqual([
          ["In der Sprache der Frage antworten"],
          ["✓ Immer auf Deutsch antworten"],
        ]);
        expect((await someone.ask(HARBOUR)).text).toMatch(STURM);
      });

      it("is as before when the choice is taken back", async () => {
        const someone = run.someone("en");
        const settings = await choose(someone, "Deutsch", "Immer auf Deutsch antworten", "Wie in meiner App");
        expect(labelsOf(settings).flat()).toEqual(["✓ Same as my app", ...languageNames()]);
        expect((await someone.ask("Lin Osk")).text).toMatch(/arrested/);
      });

      it("says beside the button that the choice is kept", async () => {
        const someone = run.someone("de");
        expect(await someone.press(await someone.ask("/settings"), "English")).toBe("Saved.");
      });

      it("is chosen again without harm", async () => {
        const someone = run.someone("en");
        const settings = await choose(someone, "Deutsch", "✓ Deutsch");
        expect(labelsOf(settings).flat()).toEqual(expect.arrayContaining(languageNames("Deutsch")));
        expect(run.said(someone)).toHaveLength(1);
      });

      it("is forgotten on disk with /forget", async () => {
        const choices = () => readFile(join(run.stateDirectory, "choices.jsonl"), "utf8");
        const before = await choices();
        const someone = run.someone("en");
        await choose(someone, "Deutsch");
        const added = (await choices()).slice(before.length);
        expect(JSON.parse(added)).toMatchObject({ language: "de", always: false });
        expect(added).not.toContain(String(someone.person.id));
        expect((await someone.ask("/forget")).text).toMatch(/^Erledigt: Ihre Einstellungen/);
        expect(await choices()).not.toContain(JSON.parse(added).key);
        expect((await someone.ask("Lin Osk")).text).toMatch(/arrested/);
      });

      it("forgets the conversation with /forget, too", async () => {
        const someone = run.someone("en");
        await someone.ask("How many citizens were handed over?");
        expect((await someone.ask("/forget")).text).toMatch(/^Done: your settings and our conversation are erased/);
        expect((await someone.ask("And when was that?")).text).not.toMatch(/November/);
      });
    });

    describe("after a restart", () => {
      it("every button and choice still works", async () => {
        const someone = run.someone("en");
        const chosen = run.someone("en");
        await chosen.press(await chosen.ask("/settings"), "Deutsch");
        const answer = await someone.ask("How many people were arrested in Marell?");
        const other = await someone.ask(HARBOUR);
        await someone.press(other, REPORT);
        const sources = await someone.ask("/sources");
        await run.restart();
        await someone.press(answer, EVIDENCE);
        expect(now(answer).text).toMatch(/raid-arrests begins/);
        await someone.press(answer, "Where was the raid?");
        expect((await run.server.nextReply(someone.id)).text).toMatch(/^Where was the raid\?/);
        expect(await someone.press(other, "It is wrong")).toMatch(/^Thank you/);
        await someone.press(sources, "Older ▶");
        expect(now(sources).text).toMatch(/2 of 2$/);
        expect((await chosen.ask("Lin Osk")).text).toMatch(/festgenommen/);
      });

      it("nothing is told to Telegram again", async () => {
        const writes = () => run.server.calls.filter(({ method }) => /^setMy/.test(method)).length;
        const before = writes();
        expect(before).toBeGreaterThan(0);
        await run.restart();
        const line = await run.bot.logged(({ message }) => message === "commands and descriptions are registered");
        expect(line["written"]).toBe(0);
        expect(writes()).toBe(before);
      });

      it("an answer that was corrected is shown as it is now, with date and reason", async () => {
        const someone = run.someone();
        const answer = await someone.ask(HARBOUR);
        const objected = await someone.ask(HARBOUR);
        const forgotten = await someone.ask("What about the bridge?");
        const withdrawn = await someone.ask("What about the lighthouse?");
        const asked = await someone.ask("What was seized?");
        await run.restart({
          base: changedBase({
            harbour: {
              status: "corrected",
              statement: {
                de: "Der Hafen von Tovana bleibt wegen eines Feuers geschlossen.",
                en: "The harbour of Tovana stays closed because of a fire.",
              },
              slots: [{ type: "reason", asks: ["why"], text: { de: "wegen eines Feuers", en: "because of a fire" } }],
              revisions: [{ date: "2026-02-01", reason: { de: "Es war ein Feuer.", en: "It was a fire." } }],
            },
            lighthouse: {
              status: "withdrawn",
              revisions: [{ date: "2026-02-02", reason: { de: "Erfunden.", en: "Made up." } }],
            },
            bridge: { id: "bridge-two" },
          }),
        });
        for (const [message, button] of [
          [answer, EVIDENCE],
          [objected, REPORT],
        ] as const) {
          expect(await someone.press(message, button)).toBe(CHANGED);
          expect(paragraphsOf(now(message)).slice(0, 2)).toEqual([
            expect.stringMatching(/^Because of a fire/),
            "Corrected on February 1, 2026: It was a fire.",
          ]);
          expect(now(message).text).not.toMatch(/storm/);
          await someone.press(message, EVIDENCE);
          expect(now(message).text).toMatch(/^Because of a fire[\s\S]*harbour begins/);
        }
        expect(await someone.press(withdrawn, EVIDENCE)).toBe(CHANGED);
        expect(now(withdrawn).text).toBe("This answer was withdrawn on February 2, 2026: Made up.");
        expect(labelsOf(now(withdrawn))).toEqual([]);
        await someone.press(forgotten, EVIDENCE);
        expect(now(forgotten).text).toBe("This answer is not in the fact base any more.");
        await someone.press(asked, EVIDENCE);
        expect(now(asked).text).toMatch(/raid-evidence begins/);
        expect((await someone.ask("/start lighthouse")).text).toBe(
          "This answer was withdrawn on February 2, 2026: Made up.",
        );
      });
    });
  });
});

describe.concurrent("with an inline mode that is off and many dated events", () => {
  describe.sequential("the bot", () => {
    let other: Run;
    beforeAll(async () => {
      const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
      other = await startRun({
        server: { me: { supports_inline_queries: false } },
        base: {
          languages: ["de", "en"],
          events: days.map((day) => ({
            id: `day-${day}`,
            name: { de: `Tag ${day}`, en: `day ${day}` },
            date: `2025-03-${String(day).padStart(2, "0")}`,
          })),
          facts: days.map((day) => ({
            id: `fact-${day}`,
            event: `day-${day}`,
            statement: { de: `Am Tag ${day} war Markt.`, en: `On day ${day} there was a market.` },
          })),
        },
      });
    });
    afterAll(() => other?.end());

    it("has no button to share and does not speak of it", async () => {
      const someone = other.someone();
      expect(labelsOf(await someone.ask("/start fact-3")).flat()).not.toContain(SHARE);
      expect((await someone.ask("/help")).text).not.toMatch(/In any chat/);
    });

    it("turns the pages of the timeline, newest first", async () => {
      const someone = other.someone();
      const page = await someone.ask("/timeline");
      const shown = () => other.server.current(page) ?? page;
      expect(paragraphsOf(page).slice(0, 2)).toEqual([
        "What happened when",
        "March 12, 2025\nOn day 12 there was a market.",
      ]);
      expect(paragraphsOf(page).at(-1)).toBe("1 of 3");
      expect(labelsOf(page)).toEqual([["Older ▶"]]);
      await someone.press(page, "Older ▶");
      expect(labelsOf(shown())).toEqual([["◀ Newer", "Older ▶"]]);
      await someone.press(page, "Older ▶");
      expect(paragraphsOf(shown())).toEqual([
        "What happened when",
        "March 2, 2025\nOn day 2 there was a market.",
        "March 1, 2025\nOn day 1 there was a market.",
        "3 of 3",
      ]);
      expect(labelsOf(shown())).toEqual([["◀ Newer"]]);
      expect(other.said(someone)).toHaveLength(1);
    });

    it("shows the last page there is when a button names one that there is not", async () => {
      const someone = other.someone();
      const page = await someone.ask("/timeline");
      await someone.press(page, "t~en~99", { outdated: true });
      expect(other.server.current(page)?.text).toMatch(/3 of 3$/);
    });

    it.each([
      "",
      "x",
      "e~en~harbour",
      "e~en~harbour~~",
      "t~en~-1",
      "l~not a tag",
      "w~en~harbour~because",
      "~".repeat(64),
    ])("does nothing on the button data %j", async (data) => {
      const someone = other.someone();
      const page = await someone.ask("/timeline");
      expect(await someone.press(page, data, { outdated: true })).toBeUndefined();
      expect(other.server.current(page)?.text).toBe(page.text);
    });

    it("tells Telegram its name, commands and descriptions for every language and scope", async () => {
      await other.bot.logged(({ message }) => message === "commands and descriptions are registered");
      const written = (method: string) => other.server.callsOf(method).map(({ payload }) => payload);
      const scopes = written("setMyCommands").map(
        ({ scope, language_code }) => `${JSON.stringify(scope)} ${language_code ?? "all"}`,
      );
      expect(scopes.toSorted()).toEqual(
        REGISTERED.flatMap((language) =>
          ["all_group_chats", "all_private_chats"].map((type) => `{"type":"${type}"} ${language}`),
        ).toSorted(),
      );
      const languages = (method: string) => written(method).map(({ language_code }) => language_code ?? "all");
      expect(languages("setMyDescription").toSorted()).toEqual(REGISTERED);
      expect(languages("setMyShortDescription").toSorted()).toEqual(REGISTERED);
      expect(written("setMyName")).toEqual([{ name: "Beleg" }]);
    });
  });
});

describe.concurrent("with the fact base that is shipped", () => {
  describe.sequential("the bot", () => {
    it("answers each of its own examples in both languages", async () => {
      const other = await startRun({ settings: { DATA_DIR: "data" } });
      try {
        for (const language of ["de", "en"]) {
          const someone = other.someone(language);
          const questions = labelsOf(await someone.ask("/start")).flat();
          expect(questions).toHaveLength(3);
          for (const question of questions) {
            const answer = await someone.ask(question);
            expect(labelsOf(answer)[0]?.[0]).toMatch(/^🔎/);
            await someone.press(answer, labelsOf(answer)[0]?.[0] ?? "");
            expect(marked(other.server.current(answer) ?? answer, "expandable_blockquote").length).toBeGreaterThan(0);
          }
          expect((await someone.ask("/timeline")).text).toBeTruthy();
        }
      } finally {
        await other.end();
      }
      // A process of its own that prepares nine languages beside the others of this file.
    }, 120_000);
  });
});

describeEveryRun();
