/** The process in figures, in Prometheus' text format; https://prometheus.io/docs/instrumenting/exposition_formats/ */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Observer } from "../observer.ts";
import type { Platform } from "../platform.ts";

export interface Metrics extends Observer {
  /** All of them as text, with its content type. */
  render(): Promise<{ readonly type: string; readonly text: string }>;
}

/** What is read whenever somebody asks. */
export interface Gauges {
  readonly platforms: readonly Pick<Platform, "name" | "health">[];
  readonly factBase: () => FactBaseFigures;
  /** Names of the state files that cannot be written at the moment. */
  readonly stateFaults: () => readonly string[];
}

export interface FactBaseFigures {
  /** Changes with every change of the files. */
  readonly version: string;
  readonly facts: number;
  /** Of the newest fact, ISO 8601 date; `undefined` of an empty base. */
  readonly newest: string | undefined;
  readonly isStale: boolean;
  /** Changes that were taken over, and that were not because they do not validate. */
  readonly loads: number;
  readonly failures: number;
  /** The files at hand do not validate; an older base answers. */
  readonly isBroken: boolean;
}

export function createMetrics({ platforms, factBase, stateFaults }: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: "beleg_questions_total",
    help: "Questions, by platform, language of the answer and outcome",
    labelNames: ["platform", "language", "outcome"],
    registers,
  });
  const duration = new Histogram({
    name: "beleg_answer_seconds",
    help: "Time from question to answer within the process",
    labelNames: ["platform"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const failures = new Counter({
    name: "beleg_api_failures_total",
    help: "Calls to a platform that failed, by class of the failure",
    labelNames: ["platform", "failure"],
    registers,
  });
  const connections = new Counter({
    name: "beleg_platform_connections_total",
    help: "Times that a platform could be heard again, the first time included",
    labelNames: ["platform"],
    registers,
  });
  new Gauge({
    name: "beleg_under_way",
    help: "Updates and interactions that are not done with",
    labelNames: ["platform"],
    registers,
    collect() {
      for (const { name, health } of platforms) this.set({ platform: name }, health.underWay);
    },
  });
  new Gauge({
    name: "beleg_platform_connected",
    help: "1 while the platform can be heard, else 0",
    labelNames: ["platform"],
    registers,
    collect() {
      for (const { name, health } of platforms) this.set({ platform: name }, Number(health.isReady));
    },
  });
  new Gauge({
    name: "beleg_fact_base_facts",
    help: "Facts of the base that answers",
    labelNames: ["version"],
    registers,
    collect() {
      const { version, facts } = factBase();
      this.reset();
      this.set({ version }, facts);
    },
  });
  new Gauge({
    name: "beleg_fact_base_newest_timestamp_seconds",
    help: "Day of the newest fact, in seconds since 1970",
    registers,
    collect() {
      const { newest } = factBase();
      if (newest !== undefined) this.set(Date.parse(newest) / 1000);
    },
  });
  const flag = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  flag("beleg_fact_base_stale", "1 when the newest fact is older than the configured interval", () =>
    Number(factBase().isStale),
  );
  flag("beleg_fact_base_broken", "1 while the files at hand do not validate and an older base answers", () =>
    Number(factBase().isBroken),
  );
  flag("beleg_fact_base_loads", "Fact bases taken over since the start", () => factBase().loads);
  flag(
    "beleg_fact_base_failures",
    "Changed fact bases that did not validate since the start",
    () => factBase().failures,
  );
  flag("beleg_state_faults", "State files that cannot be written", () => stateFaults().length);

  return {
    answered({ platform, language, outcome, seconds }) {
      questions.inc({ platform: labelOf(platform), language, outcome });
      duration.observe({ platform: labelOf(platform) }, seconds);
    },
    connected({ platform }) {
      connections.inc({ platform: labelOf(platform) });
    },
    apiFailed({ platform, failure }) {
      failures.inc({ platform: labelOf(platform), failure });
    },
    render: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

/** The same for all figures, whether a platform is named as people know it or as the program does. */
function labelOf(platform: string): string {
  return platform.toLowerCase();
}
