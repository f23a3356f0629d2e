/** What people do on Discord for the pictures, and what the bot sends them. */
import { type DiscordServer, startDiscordServer } from "../discord/discord-server.ts";
import { startBotProcess, temporaryDirectory } from "../telegram/bot-process.ts";
import { choiceList, DISCORD_STYLE, post } from "./discord-html.ts";
import type { Sheet } from "./html.ts";

/** Milliseconds */
const PATIENCE = { timeout: 20_000 };
const LAYOUT = { columnWidth: 560, style: DISCORD_STYLE } as const;

/** By the name of the picture. */
export async function discordSheets(): Promise<ReadonlyMap<string, Sheet>> {
  const server = await startDiscordServer();
  const directory = await temporaryDirectory();
  try {
    const bot = await startBotProcess({
      STATE_DIR: directory.path,
      DISCORD_TOKEN: server.token,
      DISCORD_API_ROOT: server.apiRoot,
    });
    try {
      await bot.logged(({ message }) => message === "commands are registered", 30_000);
      return new Map([
        ["discord-german", await german(server)],
        ["discord-english", await english(server)],
      ]);
    } finally {
      await bot.stop();
    }
  } finally {
    await server.stop();
    await directory.remove();
  }
}

async function german(server: DiscordServer): Promise<Sheet> {
  const channel = server.guild({ name: "Nachbarschaft", preferred_locale: "de" }).channel({ name: "nachrichten" });
  const person = "mara";
  const mara = server.user({ username: person, locale: "de" });
  const language = "de";
  const used = { person, command: "fragen" };
  const asked = server.command(mara, channel, "fragen", {
    frage: "Wie viele Leute wurden bei der Razzia in Poipet festgenommen?",
  });
  const answer = post({ message: await asked.message(PATIENCE), used, language });
  const evidence = server.press(mara, asked, "🔎 Beleg");
  const unknown = server.command(mara, channel, "fragen", { frage: "Wie alt ist Chen Zhi?" });
  return {
    ...LAYOUT,
    language,
    columns: [
      { caption: "/fragen frage: Wie viele Leute wurden … festgenommen?", body: answer },
      { caption: "„🔎 Beleg“", body: post({ message: await evidence.message(PATIENCE), language }) },
      {
        caption: "/fragen frage: Wie alt ist Chen Zhi?",
        body: post({ message: await unknown.message(PATIENCE), used, language }),
      },
    ],
  };
}

async function english(server: DiscordServer): Promise<Sheet> {
  const channel = server.guild({ name: "Neighbours" }).channel({ name: "news" });
  const person = "sam";
  const sam = server.user({ username: person, locale: "en-US" });
  const language = "en";
  const typed = "poipet";
  const choices = await server.autocomplete(sam, channel, "ask", { question: typed }).choices(PATIENCE);
  const [first] = choices;
  if (!first) throw new Error(`nothing was offered for "${typed}"`);
  const asked = server.command(sam, channel, "ask", { question: first.value });
  const timeline = server.command(sam, channel, "timeline");
  const list = choiceList("ask", "question", typed, choices);
  const answer = post({ message: await asked.message(PATIENCE), used: { person, command: "ask" }, language });
  return {
    ...LAYOUT,
    language,
    columns: [
      { caption: "While /ask is typed, and the first choice", body: `${list}<br>${answer}` },
      {
        caption: "/timeline",
        body: post({ message: await timeline.message(PATIENCE), used: { person, command: "timeline" }, language }),
      },
    ],
  };
}
