/** The least that a bot can do with grammY, to compare with. */
import { Bot } from "grammy";

const { TELEGRAM_BOT_TOKEN: token = "", TELEGRAM_API_ROOT: apiRoot = "" } = process.env;
const bot = new Bot(token, { client: { apiRoot } });
bot.on("message", (ctx) => ctx.reply(ctx.msg.text ?? "no text"));
await bot.start();
