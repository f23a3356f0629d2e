/** A chat over the invented news with a real state on disk, and the clock in the test's hand. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Action } from "../../adapters/chat/actions.ts";
import { type Asker, type Chat, createChat, type Effect } from "../../adapters/chat/chat.ts";
import { createConversations } from "../../adapters/chat/conversations.ts";
import type { Paragraph, View } from "../../adapters/chat/view.ts";
import { createLog } from "../../adapters/environment/log.ts";
import { nobody } from "../../adapters/observer.ts";
import { openState } from "../../adapters/state/state.ts";
import { type Answered, type Answerer, createAnswerer, type FactBase } from "../../src/index.ts";
import { createFactBase, type FactInput } from "../support/fact-base.ts";
import { news } from "../support/news.ts";

export const MINUTE = 60_000;

/** Indexing takes longer than most tests. */
export const newsCore = createAnswerer(createFactBase(news));

/** The news with one fact changed, as an editor changes it. */
export function newsWith(id: string, change: Partial<FactInput>): FactBase {
  const facts: readonly FactInput[] = news.facts;
  return createFactBase({ ...news, facts: facts.map((fact) => (fact.id === id ? { ...fact, ...change } : fact)) });
}

export interface TestChat {
  readonly chat: Chat;
  readonly directory: string;
  readonly log: readonly string[];
  /** Milliseconds since 1970. */
  now(): number;
  advance(milliseconds: number): void;
  /** Replaces the core while the bot runs. */
  use(core: Answerer | FactBase): void;
  shown(fact: string, language: string): Answered;
}

export async function openChat({ isWritable = true } = {}): Promise<TestChat> {
  const directory = await mkdtemp(join(tmpdir(), "beleg-chat-"));
  const file = join(directory, "file");
  await writeFile(file, "");
  let time = Date.UTC(2026, 0, 20, 12);
  const now = () => time;
  let core = newsCore;
  const log: string[] = [];
  const kept = openState({
    // Below a file, where no directory can be made.
    directory: isWritable ? directory : join(file, "state"),
    now,
    onFault: () => {},
  });
  onTestFinished(async () => {
    kept.close();
    await rm(directory, { recursive: true, force: true });
  });
  const chat = createChat({
    platform: "Example Chat",
    hasChoices: true,
    hasComments: false,
    remembersUpdates: true,
    answerer: () => core,
    state: kept,
    conversations: createConversations(now),
    now,
    lateAfter: 10 * MINUTE,
    staleSince: () => undefined,
    observer: nobody,
    log: createLog("debug", (line) => log.push(line)),
  });
  return {
    chat,
    directory,
    log,
    now,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    use: (next) => {
      core = "answer" in next ? next : createAnswerer(next);
    },
    shown(fact, language) {
      const opened = core.open(fact, language);
      if (opened.status !== "shown") throw new Error(`${fact} is ${opened.status}`);
      return opened.answer;
    },
  };
}

export function asker(other: Partial<Asker> = {}): Asker {
  return { person: "person", place: "place", isGroup: false, ...other };
}

/** Everything that is written in a message, one line each. */
export function written(paragraphs: readonly Paragraph[]): string {
  return paragraphs.flatMap(({ lines }) => lines.map((spans) => spans.map(({ text }) => text).join(""))).join("\n");
}

export function labelsOf(buttons: View["buttons"]): readonly string[] {
  return buttons.flat().map(({ label }) => label);
}

export function actionsOf(buttons: View["buttons"]): readonly Action[] {
  return buttons.flat().flatMap((button) => ("action" in button ? [button.action] : []));
}

/** The effect, when it is of this kind. */
export function expectKind<Kind extends Effect["kind"]>(effect: Effect, kind: Kind): Extract<Effect, { kind: Kind }> {
  if (!isKind(effect, kind)) throw new Error(`expected ${kind}, got ${effect.kind}`);
  return effect;
}

function isKind<Kind extends Effect["kind"]>(effect: Effect, kind: Kind): effect is Extract<Effect, { kind: Kind }> {
  return effect.kind === kind;
}
