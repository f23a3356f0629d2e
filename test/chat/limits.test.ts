/** Floods, with the clock in the test's hand: the limiter itself reads the time. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLimits, type Limits } from "../../adapters/chat/limits.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 20) });
});
afterEach(() => {
  vi.useRealTimers();
});

const create = (blocked: readonly string[] = []) =>
  createLimits({ perPerson: 3, perPlace: 5, blocked: new Set(blocked) });

async function admitMany(limits: Limits, count: number, person: string, place?: string) {
  const admitted: string[] = [];
  for (let i = 0; i < count; i++) admitted.push(await limits.admit(person, place));
  return admitted;
}

const times = (count: number, word: string) => Array.from({ length: count }, () => word);

describe("a flood of questions", () => {
  it("of one person gets one notice and then silence", async () => {
    expect(await admitMany(create(), 10, "anna")).toEqual([...times(3, "answer"), "notice", ...times(6, "silence")]);
  });

  it("is over after a minute, and the next one gets a notice again", async () => {
    const limits = create();
    await admitMany(limits, 10, "anna");
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await admitMany(limits, 5, "anna")).toEqual([...times(3, "answer"), "notice", "silence"]);
  });

  it("does not lengthen itself: silence lasts a minute from the first question, however much is written", async () => {
    const limits = create();
    await admitMany(limits, 4, "anna");
    for (let second = 0; second < 58; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      expect(await limits.admit("anna")).toBe("silence");
    }
    await vi.advanceTimersByTimeAsync(3000);
    expect(await limits.admit("anna")).toBe("answer");
  });

  it("of one person leaves all others be", async () => {
    const limits = create();
    await admitMany(limits, 10, "anna");
    expect(await limits.admit("bert")).toBe("answer");
  });

  it("of many people in one chat gets one notice in it, and leaves other chats be", async () => {
    const limits = create();
    const admitted: string[] = [];
    for (const person of ["a", "b", "c", "d"]) admitted.push(...(await admitMany(limits, 2, person, "group")));
    expect(admitted).toEqual([...times(5, "answer"), "notice", "silence", "silence"]);
    expect(await limits.admit("e", "another group")).toBe("answer");
    expect(await limits.admit("e")).toBe("answer");
  });

  it("of one person does not use up what others may ask in the same chat", async () => {
    const limits = create();
    await admitMany(limits, 50, "anna", "group");
    expect(await admitMany(limits, 2, "bert", "group")).toEqual(["answer", "answer"]);
  });

  it("sent all at once gets one notice, too", async () => {
    const limits = create();
    const admitted = await Promise.all(times(20, "anna").map((person) => limits.admit(person)));
    expect(admitted.filter((outcome) => outcome === "answer")).toHaveLength(3);
    expect(admitted.filter((outcome) => outcome === "notice")).toHaveLength(1);
  });

  it("of presses is counted by itself, ends in silence and takes nobody's notice", async () => {
    const limits = create();
    const pressed: boolean[] = [];
    for (let i = 0; i < 20; i++) pressed.push(await limits.admitGesture("anna"));
    expect(pressed.filter(Boolean)).toHaveLength(15);
    expect(pressed.lastIndexOf(true)).toBe(14);
    expect(await admitMany(limits, 5, "anna")).toEqual([...times(3, "answer"), "notice", "silence"]);
    expect(await limits.admitGesture("bert")).toBe(true);
  });

  it("of presses in a group leaves its members' questions their notice", async () => {
    const limits = create();
    for (let i = 0; i < 9; i++) await limits.admitGesture("anna", "group");
    expect(await limits.admitGesture("bert", "group")).toBe(false);
    expect(await admitMany(limits, 2, "bert", "group")).toEqual(["notice", "silence"]);
  });

  it("by names such as __proto__ is counted like any other", async () => {
    expect(await admitMany(create(), 5, "__proto__", "constructor")).toEqual([
      ...times(3, "answer"),
      "notice",
      "silence",
    ]);
  });
});

describe("who is blocked", () => {
  it("gets silence from the first question on, wherever it is asked", async () => {
    const limits = create(["telegram:1"]);
    expect(await admitMany(limits, 5, "telegram:1", "telegram:-9")).toEqual(times(5, "silence"));
    expect(limits.isBlocked("telegram:1")).toBe(true);
    expect(await limits.admit("telegram:2", "telegram:-9")).toBe("answer");
  });

  it("may be a whole chat, whose people are answered elsewhere", async () => {
    const limits = create(["telegram:-9"]);
    expect(await limits.admit("telegram:2", "telegram:-9")).toBe("silence");
    expect(limits.isBlocked("telegram:2", "telegram:-9")).toBe(true);
    expect(limits.isBlocked("telegram:2")).toBe(false);
    expect(await limits.admit("telegram:2")).toBe("answer");
  });
});
