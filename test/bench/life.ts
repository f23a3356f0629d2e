/** `npm run bench -- life --outage 60`: the whole process on both platforms, each away for so many seconds, and what it cost. */
import { parseArgs } from "node:util";
import { runLife } from "../process/life.ts";
import { PLATFORMS } from "../process/town.ts";

const { values } = parseArgs({
  options: {
    /** Seconds */
    outage: { type: "string", default: "60" },
    /** Questions a second on each platform. */
    rate: { type: "string", default: "5" },
  },
});
const { asked, outages, stop, waiting, leaks, violations } = await runLife({
  outage: Number(values.outage) * 1000,
  perSecond: Number(values.rate),
});
const print = (name: string, value: string | number) => process.stdout.write(`${name.padEnd(44)}${value}\n`);
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
/** Telegram keeps what is asked meanwhile; Discord does not. */
const isAway = (phase: string, platform: string) =>
  platform === "discord" && ["without discord", "stopping", "down", "starting"].includes(phase);
let lost = 0;
for (const platform of PLATFORMS) {
  const own = asked.filter((each) => each.platform === platform);
  const answered = own.filter(({ answers }) => answers().length > 0);
  // Discord keeps no question for later: one that the bot never heard of is told to the asker by Discord itself.
  const owed = platform === "telegram" ? own : own.filter((each) => each.wasAcknowledged());
  lost += owed.filter(({ answers }) => answers().length === 0).length;
  print(`${platform}: questions / answered`, `${own.length} / ${answered.length}`);
  const unheard = own.filter(({ phase, answers }) => !isAway(phase, platform) && answers().length === 0);
  print(`${platform}: asked while connected, without an answer`, unheard.length);
  print(`${platform}: answered more than once`, own.filter(({ answers }) => answers().length > 1).length);
  const { othersAnswered, recovery } = outages[platform];
  print(`without ${platform}: answers on the other`, othersAnswered);
  print(`${platform}: back to ready after`, seconds(recovery));
}
print("questions lost", lost);
print("SIGTERM under load: status / time", `${stop.status} / ${seconds(stop.milliseconds)}`);
print("questions that waited for the restart", waiting);
print("personal details in log or state", leaks.length);
print("rules of the platforms broken", violations.length);
if (lost > 0 || leaks.length > 0 || violations.length > 0) process.exitCode = 1;
