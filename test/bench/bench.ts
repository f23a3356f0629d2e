/** `npm run bench -- NAME [options]`: one benchmark by its name. */
const [name = "", ...rest] = process.argv.slice(2);
const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  telegram: () => import("./telegram.ts"),
  discord: () => import("./discord.ts"),
  cost: () => import("./cost.ts"),
  crash: () => import("./crash.ts"),
  life: () => import("./life.ts"),
  soak: () => import("./soak.ts"),
  faults: () => import("./faults.ts"),
  footprint: () => import("./footprint.ts"),
};
const bench = benches[name];
if (bench) {
  // Each reads its options as if it had been started by itself.
  process.argv.splice(2, process.argv.length, ...rest);
  await bench();
} else {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(benches).join("|")} [options]\n`);
  process.exitCode = 2;
}
