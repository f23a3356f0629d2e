/** A chat in the terminal: follow-up questions see the conversation, and the commands are those of the other chats. */

import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { type Answerer, type Conversation, messagesFor, newConversation, newestFirst } from "../../src/index.ts";
import { printable, renderAnswer } from "./render.ts";

const PROMPT = "> ";
const LEAVING = new Set(["/quit", "/exit", "quit", "exit"]);

/** Exit status 0 when the person leaves, by `/quit` or the end of the input. */
export async function chat(
  answerer: Answerer,
  input: Readable & { isTTY?: boolean },
  output: Writable,
  language: string | undefined,
): Promise<0> {
  const lines = createInterface({ input, output, terminal: input.isTTY === true, prompt: PROMPT });
  let isOpen = true;
  lines.once("close", () => {
    isOpen = false;
  });
  // From Node.js 24 on, readline refuses to prompt once its input has ended, though lines from before are still to come.
  const prompt = () => (isOpen ? lines.prompt() : output.write(PROMPT));
  const say = (text: string) => output.write(`${text}\n\n`);
  let conversation: Conversation = newConversation;
  say(messagesFor(language ?? answerer.base.languages[0] ?? "en").help);
  prompt();
  for await (const line of lines) {
    const [command = "", ...rest] = line.trim().split(/\s+/u);
    if (LEAVING.has(command.toLowerCase()) && rest.length === 0) break;
    if (command === "") {
      // Nothing was asked, so nothing is said.
    } else if (command.startsWith("/") && command !== "/ask") {
      say(runCommand(command, answerer, language ?? conversation.language));
    } else {
      const turn = answerer.answer({ text: command === "/ask" ? rest.join(" ") : line, language }, conversation);
      conversation = turn.conversation;
      say(renderAnswer(turn.answer));
    }
    prompt();
  }
  lines.close();
  return 0;
}

function runCommand(command: string, answerer: Answerer, language: string | undefined): string {
  const tag = language ?? answerer.base.languages[0] ?? "en";
  switch (command) {
    case "/timeline":
      return newestFirst(answerer.base, tag)
        .map(({ when, statement }) => printable(`${when}: ${statement}`))
        .join("\n");
    case "/sources":
      return answerer.base.sources
        .map(({ publisher, title, issued, custom }) =>
          printable([`${publisher}: ${title} (${issued})`, custom.note?.[tag] ?? ""].join("\n  ").trimEnd()),
        )
        .join("\n");
    default:
      return messagesFor(tag).help;
  }
}
