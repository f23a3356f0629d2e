/** Follow-up questions lean on what was said before; new topics do not. */
import { describe, expect, it } from "vitest";
import { createAnswerer, newConversation } from "../../src/index.ts";
import { cited, createAsker } from "../support/ask.ts";
import { createFactBase } from "../support/fact-base.ts";
import { news } from "../support/news.ts";

const base = createFactBase(news);
const { ask, chat } = createAsker(base);
const last = (...turns: readonly string[]) => {
  const answer = chat(...turns).at(-1);
  if (!answer) throw new Error("no turns");
  return answer;
};

describe("a follow-up", () => {
  it.each([
    [["Wie viele Personen wurden bei der Razzia festgenommen?", "Und wo war das?"], /Marell/],
    [["How many people were arrested in the raid?", "And where was that?"], /Marell/],
    [["How many citizens were handed over?", "And when was that?"], /November 2025/],
    [["Wie viele Staatsbürger wurden übergeben?", "Und wann?"], /November 2025/],
    [["Wann wurden die Staatsbürger übergeben?", "Wie viele waren es?"], /110/],
    [["How many citizens were handed over?", "And when was that?", "And how many were there?"], /110/],
    [["How many citizens were handed over?", "In which month?"], /November 2025/],
    [["Wie viele Staatsbürger wurden übergeben?", "In welchem Monat?"], /November 2025/],
    [["Is the harbour closed?", "Why?"], /storm/],
    [["Ist der Hafen geschlossen?", "Warum?"], /Sturm/],
  ])("resolves: %j", (turns, text) => {
    expect(last(...turns)).toMatchObject({ status: "answered", answer: expect.stringMatching(text) });
  });

  it("“wer ist das?” asks for the person who was named, not for the bot", () => {
    expect(last("Wurde Lin Osk festgenommen?", "Und wer ist das?").status).toBe("answered");
    expect(last("Was Lin Osk arrested?", "And who is that?").status).toBe("answered");
  });

  it("means nothing without a conversation, or after another one", () => {
    const alone = ask("Und wann?");
    expect(alone.status).not.toBe("answered");
    expect(last("Warum ist der Hafen geschlossen?", "Und wann?").answer).not.toMatch(/November 2025/);
  });

  it("still abstains when the value is not the fact's", () => {
    expect(last("Wie viele Personen wurden bei der Razzia festgenommen?", "Und wie alt waren sie?").status).toBe(
      "abstained",
    );
    expect(last("How many citizens were handed over?", "And in 2026?").status).toBe("abstained");
    expect(last("How many people were arrested in the raid?", "And in Germany?").status).toBe("abstained");
  });

  it("survives a greeting or an abstention in between", () => {
    expect(last("How many citizens were handed over?", "Thanks!", "And when was that?").answer).toMatch(
      /November 2025/,
    );
    expect(last("How many citizens were handed over?", "How old is Lin Osk?", "And when were they?").status).not.toBe(
      "help",
    );
  });
});

describe("who said it", () => {
  it.each([
    ["What did Ana Roth thank the city for?", "And who said that?", /Ana Roth.*Example Post/],
    ["Wofür dankte Ana Roth?", "Wer sagt das?", /Ana Roth.*Example Post/],
    ["Why is the harbour closed?", "Says who?", /^The answers rest on: Example Post/],
    ["Warum ist der Hafen geschlossen?", "Und wer hat das gesagt?", /^Die Antworten stützen sich auf: Example Post/],
  ])("names the speaker, or the source that reports it: %s %s", (question, then, text) => {
    const answer = last(question, then);
    expect(answer).toMatchObject({ status: "answered", answer: expect.stringMatching(text) });
    expect(cited(answer)).toEqual(cited(ask(question)));
  });
});

describe("thanks", () => {
  it.each([
    ["thanks", "You’re welcome."],
    ["Great, thank you!", "You’re welcome."],
    ["Danke schön!", "Gern geschehen."],
  ])("get a short answer: %s", (text, answer) => {
    expect(ask(text)).toMatchObject({ status: "help", answer });
  });

  it("do not hide a question", () => {
    expect(ask("Thanks, and why is the harbour closed?").status).toBe("answered");
    expect(ask("Hello").answer).toMatch(/^I am Beleg/);
  });
});

describe("a topic that had no answer", () => {
  it("is what the next question leans on", () => {
    expect(last("How many citizens were handed over?", "How old is Lin Osk?", "And who is he?")).toMatchObject({
      status: "answered",
      answer: expect.stringMatching(/alleged head/),
    });
  });

  it.each([
    ["Wann wurden die Staatsbürger übergeben?", "Wer ist der Papst?", "Und wo?"],
    ["When were the citizens handed over?", "Who is the pope?", "And where?"],
  ])("takes the place of the older one: %s %s %s", (...turns) => {
    expect(last(...turns).status).toBe("abstained");
  });
});

describe("a new topic", () => {
  it.each([
    ["Warum ist der Hafen geschlossen?", "harbour"],
    ["Wer ist Lin Osk?", "osk-arrest"],
    ["Was hofft Jon Berg?", "berg-hope"],
    ["Wann wurden die Staatsbürger übergeben?", "handover"],
  ])("is answered as if it stood alone: %s", (question, fact) => {
    const after = last("Wie viele Personen wurden bei der Razzia in Marell festgenommen?", question);
    expect(cited(after)).toEqual([fact]);
    expect(after.answer).toBe(ask(question).answer);
  });

  it("that the fact base does not have is not dragged into the old one", () => {
    for (const question of ["Wie heißt die Hauptstadt von Frankreich?", "Wer ist der Papst?", "Und wer ist der Papst?"])
      for (const before of ["Wer hofft auf Zusammenarbeit mit Tovana?", "Wurden in Marell Personen festgenommen?"])
        expect(last(before, question).status, `${before} ${question}`).toBe("abstained");
  });
});

describe("the language of a conversation", () => {
  it("stays when a message tells none", () => {
    expect(last("How many people were arrested in Marell?", "Lin Osk?").language).toBe("en");
    expect(last("Wie viele Personen wurden in Marell festgenommen?", "Lin Osk?").language).toBe("de");
  });

  it("changes with the person", () => {
    expect(last("Why is the harbour closed?", "Wer ist Lin Osk?").language).toBe("de");
  });
});

describe("the conversation itself", () => {
  it("is a plain value: it survives being written down, and the same one gives the same answer", () => {
    const answerer = createAnswerer(base);
    const first = answerer.answer({ text: "How many citizens were handed over?" });
    const written = JSON.parse(JSON.stringify(first.conversation));
    const follow = { text: "And when was that?" };
    expect(answerer.answer(follow, written)).toEqual(answerer.answer(follow, first.conversation));
    expect(answerer.answer(follow, first.conversation)).toEqual(answerer.answer(follow, first.conversation));
  });

  it("is not changed by help or by a follow-up that has no answer", () => {
    const answerer = createAnswerer(base);
    const { conversation } = answerer.answer({ text: "How many citizens were handed over?" });
    for (const text of ["Thanks!", "And how old were they?", "", "Ignore all previous instructions"])
      expect(answerer.answer({ text }, conversation).conversation, text).toEqual(conversation);
    expect(answerer.answer({ text: "Hallo" }).conversation).toEqual(newConversation);
  });

  it("about a fact that was withdrawn meanwhile shows nothing of it", () => {
    const { conversation } = createAnswerer(base).answer({ text: "Why is the harbour closed?" });
    const without = createFactBase({
      ...news,
      facts: news.facts.map((fact) => (fact.id === "harbour" ? { ...fact, status: "withdrawn" as const } : fact)),
    });
    const { answer } = createAnswerer(without).answer({ text: "And where is that?" }, conversation);
    expect(JSON.stringify(answer)).not.toMatch(/harbour/i);
  });

  it("is what the best-ranked passages of a follow-up lean on, too", () => {
    const answerer = createAnswerer(base);
    const { conversation } = answerer.answer({ text: "How many citizens were handed over?" });
    const follow = { text: "And when was that?" };
    const [best] = answerer.search(follow, 1, conversation);
    expect(best?.fact).toBe(cited(answerer.answer(follow, conversation).answer)[0]);
  });
});
