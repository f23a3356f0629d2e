/** A chat in the terminal: follow-up questions see the conversation, and the commands are those of the other chats. */

import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { type Answerer, type Conversation, messagesFor, newConversation } from "../../src/index.ts";
import { checkView, helpPage, notice, sourcesPage, startPage, timelinePage } from "../chat/pages.ts";
import type { View } from "../chat/view.ts";
import { type CommandName, wordingFor, wordings } from "../chat/wording/index.ts";
import { canonicalTag } from "../language-tag.ts";
import { renderAnswer, renderView } from "./render.ts";

const PROMPT = "> ";
const LEAVING = new Set(["/quit", "/exit", "quit", "exit"]);
const COMMANDS = [
  "ask",
  "timeline",
  "sources",
  "check",
  "settings",
  "help",
  "privacy",
  "forget",
] as const satisfies readonly CommandName[];
const MAX_STATEMENTS = 20;

/** Exit status 0 when the person leaves, by `/quit` or the end of the input. */
export async function chat(
  answerer: Answerer,
  input: Readable & { isTTY?: boolean },
  output: Writable,
  chosen: string | undefined,
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
  let language = chosen;

  const run = (command: string, argument: string): View => {
    const tag = language ?? conversation.language ?? answerer.base.languages[0] ?? "en";
    const wording = wordingFor(tag);
    switch (command) {
      case "/timeline":
        return timelinePage(answerer, tag, pageOf(argument));
      case "/sources":
        return sourcesPage(answerer, tag, pageOf(argument));
      case "/check": {
        if (argument === "") return notice(wording.check.local, tag);
        const question = { text: argument, language };
        const statements = answerer.check(question, MAX_STATEMENTS);
        const told = statements.find(({ answer }) => answer)?.answer;
        const remark = answerer.languageRemark(question);
        return checkView(answerer, statements, told?.language ?? remark?.language ?? tag, remark);
      }
      case "/settings": {
        const wanted = wordings.find((known) => known.tag === canonicalTag(argument));
        if (!wanted) return notice(wordings.map((known) => `/settings ${known.tag} – ${known.name}`).join("\n"), tag);
        language = wanted.tag;
        return notice(wanted.settings.saved, language);
      }
      case "/privacy":
        return notice(wording.privacy.local, tag);
      case "/forget":
        conversation = newConversation;
        language = chosen;
        return notice(wording.forgotten, tag);
      case "/start":
        return startPage(answerer, tag);
      default:
        return helpPage(answerer, tag, { commands: COMMANDS, hints: () => [] });
    }
  };

  say(messagesFor(language ?? answerer.base.languages[0] ?? "en").help);
  prompt();
  for await (const line of lines) {
    const [, command = "", rest = ""] = /^\s*(\S*)\s*(.*?)\s*$/su.exec(line) ?? [];
    if (LEAVING.has(command.toLowerCase()) && rest === "") break;
    if (command === "") {
      // Nothing was asked, so nothing is said.
    } else if (command.startsWith("/") && command !== "/ask") {
      say(renderView(run(command, rest)));
    } else {
      const turn = answerer.answer({ text: command === "/ask" ? rest : line, language }, conversation);
      conversation = turn.conversation;
      say(renderAnswer(turn.answer));
    }
    prompt();
  }
  lines.close();
  return 0;
}

/** "/timeline 2" is the second page. */
function pageOf(argument: string): number {
  const number = Number(argument);
  return Number.isInteger(number) && number > 0 ? number - 1 : 0;
}
