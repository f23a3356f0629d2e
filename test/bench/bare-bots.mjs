/** The least that one process can do on both platforms, to compare with; plain JavaScript, so that nothing is compiled. */
import { Client, Events } from "discord.js";
import { Bot } from "grammy";

const { TELEGRAM_BOT_TOKEN = "", TELEGRAM_API_ROOT, DISCORD_TOKEN = "", DISCORD_API_ROOT } = process.env;
const bot = new Bot(TELEGRAM_BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } });
bot.on("message", (ctx) => ctx.reply(ctx.msg.text ?? "no text"));
const client = new Client({ intents: [], rest: { api: DISCORD_API_ROOT, version: "10" } });
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply("an answer");
});
await Promise.all([bot.start(), client.login(DISCORD_TOKEN)]);
