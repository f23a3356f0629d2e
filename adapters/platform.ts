/** What the composition root needs of a chat platform. */
export interface Platform {
  readonly name: string;
  readonly health: PlatformHealth;
  /** Connects and serves; resolves after `stop`, rejects with {@link PlatformError} when going on makes no sense. */
  run(): Promise<void>;
  /** Takes no new questions, finishes those it holds, confirms them. */
  stop(): Promise<void>;
}

export interface PlatformHealth {
  readonly isReady: boolean;
  /** One word for an operator: `connecting`, `connected`, `unreachable`, `conflict`, `revoked`, `stopped`. */
  readonly state: string;
  /** What came from people and is not done with. */
  readonly underWay: number;
}

/** The platform refuses this bot for good; the message is one line for the operator. */
export class PlatformError extends Error {
  override readonly name = "PlatformError";
}
