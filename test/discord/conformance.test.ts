import { wordings } from "../../adapters/chat/wording/index.ts";
import { messagesFor } from "../../src/index.ts";
import { describeConformance, type Reply } from "../conformance.ts";
import { buttonsOf } from "./discord-server.ts";
import { type Adapter, type Message, type Someone, startAdapter, textOf } from "./e2e-support.ts";
import { shownAs } from "./markdown.ts";

/** What Discord's apps let a person type into an option; ours is asked for less. */
const LONGEST = 6000;

describeConformance({
  name: "Discord",
  async start({ answerer }) {
    const adapter = await startAdapter({ answerer });
    const people = new Map<string, Someone>();
    return {
      async ask(text, { language, conversation } = {}) {
        const who = (conversation === undefined ? undefined : people.get(conversation)) ?? adapter.someone();
        if (conversation !== undefined) people.set(conversation, who);
        const place = text.length > 1000 ? await placeWithOldCommand(adapter) : who.dm;
        const asked = adapter.ask(who, text.slice(0, LONGEST), {
          place,
          ...(language === undefined ? {} : { language }),
        });
        return toReply(await asked.message());
      },
      stop: adapter.end,
    };
  },
});

/** A server where an older version of the command is still known, which took whatever Discord takes. */
async function placeWithOldCommand({ server }: Adapter) {
  const guild = server.guild({ name: "Old" });
  const option = { type: 3, name: "question", description: "Your question", required: true };
  await fetch(`${server.apiRoot}/v10/applications/${server.applicationId}/guilds/${guild.id}/commands`, {
    method: "PUT",
    headers: { authorization: `Bot ${server.token}`, "content-type": "application/json" },
    body: JSON.stringify([{ name: "ask", description: "Ask", options: [option] }]),
  });
  return guild.channel();
}

function toReply(message: Message): Reply {
  const [first = "", ...rest] = textOf(message).split("\n\n");
  const headings = wordings.map(({ tag }) => `**${messagesFor(tag).sources}**\n`);
  const sources = rest.find((paragraph) => headings.some((heading) => paragraph.startsWith(heading)));
  const lines = sources?.split("\n").slice(1) ?? [];
  const titles = lines.map((line) => /“(.*)”/u.exec(shownAs(line))?.[1] ?? line);
  const text = shownAs(first);
  const isHelp = wordings.some(({ tag }) => messagesFor(tag).help === text);
  const isFailure = wordings.some(({ notices }) => notices.failed === text);
  const hasEvidence = buttonsOf(message).some(({ custom_id: id }) => id?.startsWith("e~"));
  const isAnswer = titles.length > 0 && hasEvidence;
  return {
    status: isFailure ? "failed" : isHelp ? "help" : isAnswer ? "answered" : "abstained",
    text,
    citations: titles,
  };
}
