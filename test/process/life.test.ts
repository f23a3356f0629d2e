import { beforeAll, describe, expect, it } from "vitest";
import { wordingFor } from "../../adapters/chat/wording/index.ts";
import { type LifeReport, runLife } from "./life.ts";
import { type Asked, PLATFORMS } from "./town.ts";

/** While Discord hears nothing of the bot, nobody can be answered there. */
const AWAY = new Set(["without discord", "stopping", "down", "starting"]);

describe("the whole process, on both platforms at once and under load", () => {
  let life: LifeReport;
  beforeAll(async () => {
    life = await runLife({ outage: 3000, perSecond: 8 });
  }, 300_000);

  const of = (platform: string, phase?: string) =>
    life.asked.filter((asked) => asked.platform === platform && (phase === undefined || asked.phase === phase));
  const told = ({ ask, phase, answers }: Asked) => `${phase}: ${ask.question} ${JSON.stringify(answers())}`;

  it("answers every question on Telegram, whatever happened when it was asked", () => {
    expect(of("telegram").length).toBeGreaterThan(100);
    const lost = of("telegram").filter(({ ask, answers }) => !answers().some((answer) => ask.answer.test(answer)));
    expect(lost.map(told)).toEqual([]);
  });

  it("answers none twice, since nothing was killed and no answer was cut off", () => {
    const twice = of("telegram").filter(({ phase, answers }) => phase !== "without telegram" && answers().length > 1);
    expect(twice.map(told)).toEqual([]);
  });

  it("gives every question on Discord its answer that it acknowledged", () => {
    expect(of("discord").length).toBeGreaterThan(100);
    const { restarting } = wordingFor("en").notices;
    const isRight = ({ ask, answers }: Asked) =>
      answers().some(
        (answer) => ask.answer.test(answer) || answer === restarting || answer === wordingFor("de").notices.restarting,
      );
    const broken = of("discord").filter((asked) => asked.wasAcknowledged() && !isRight(asked));
    expect(broken.map(told)).toEqual([]);
  });

  it("leaves nobody on Discord without an answer while it is connected", () => {
    const silent = of("discord").filter(
      (asked) => !AWAY.has(asked.phase) && !asked.wasAcknowledged() && !asked.wasLate(),
    );
    expect(silent.map(told)).toEqual([]);
  });

  it("takes a changed fact base over, on both platforms", () => {
    expect(life.replaced.answers).toHaveLength(PLATFORMS.length);
    for (const answer of life.replaced.answers) expect(answer).toMatch(/because of a strike/i);
    expect(life.replaced).toMatchObject({ staleBefore: true, staleAfter: false });
  });

  it("says that its news are old only as long as they are", () => {
    const early = of("telegram", "quiet").flatMap(({ answers }) => answers());
    const late = of("telegram", "again").flatMap(({ answers }) => answers());
    const { en, de } = { en: wordingFor("en").answer.stale, de: wordingFor("de").answer.stale };
    const isOld = (answer: string) => [en, de].some((text) => answer.includes(text.split("{")[0] ?? text));
    expect(early.some(isOld)).toBe(true);
    expect(late.filter(isOld)).toEqual([]);
  });

  it("answers on from the old fact base when the new one does not validate, and says so everywhere", () => {
    const { logged, readiness, broken, failures, answers, brokenAfterMending } = life.refused;
    expect(logged).toMatchObject({ level: "error" });
    expect(JSON.stringify(logged)).toContain("broken.json");
    expect(readiness).toMatchObject({ isReady: true, platforms: { telegram: "connected", discord: "connected" } });
    expect(readiness.factBase.faults.join()).toContain("broken.json");
    expect({ broken, failures, brokenAfterMending }).toEqual({ broken: 1, failures: 1, brokenAfterMending: 0 });
    for (const answer of answers) expect(answer).toMatch(/because of a strike/i);
  });

  it("names the platform that is away, and answers on the other one meanwhile", () => {
    const { telegram, discord } = life.outages;
    expect(telegram.readiness.platforms).toEqual({ telegram: "unreachable", discord: "connected" });
    expect(discord.readiness.platforms.telegram).toBe("connected");
    expect(discord.readiness.platforms.discord).not.toBe("connected");
    for (const { readiness, othersAnswered } of [telegram, discord]) {
      expect(readiness.isReady).toBe(false);
      expect(othersAnswered).toBeGreaterThanOrEqual(20);
    }
  });

  it("stops under load with status 0 within ten seconds, and answers what waited after the next start", () => {
    expect(life.stop).toMatchObject({ status: 0, signal: null });
    expect(life.stop.milliseconds).toBeLessThan(10_000);
    expect(life.waiting).toBeGreaterThanOrEqual(20);
    expect(life.lastStop).toMatchObject({ status: 0 });
  });

  it("leaves nothing personal in its log, on standard error or on disk", () => {
    expect(life.leaks).toEqual([]);
    expect(life.errors).toBe("");
    for (const line of life.output.split("\n").filter(Boolean)) expect(JSON.parse(line)).toBeTypeOf("object");
  });

  /** What each file is for, in the words of /privacy. */
  it("leaves the files that /privacy tells of, and no other", () => {
    const { privacy } = wordingFor("en");
    const TOLD = {
      "choices.jsonl": { text: privacy.settings, fields: ["always", "day", "key", "language"] },
      "reports.jsonl": { text: privacy.reports, fields: ["comment", "day", "fact", "language", "platform", "reason"] },
      "telegram-answered.jsonl": { text: privacy.updates, fields: ["0", "1"] },
    };
    expect([...life.files.keys()].sort()).toEqual(Object.keys(TOLD));
    for (const [name, { text, fields }] of Object.entries(TOLD)) {
      expect(life.privacy).toContain(text.split("{")[0]);
      const entries = (life.files.get(name) ?? "").trim().split("\n").slice(1);
      const found = new Set(entries.flatMap((line) => Object.keys(JSON.parse(line))));
      expect(found.size).toBeGreaterThan(0);
      expect([...found].filter((field) => !fields.includes(field))).toEqual([]);
    }
  });

  it("breaks no rule of the platforms", () => {
    expect(life.violations).toEqual([]);
  });
});
