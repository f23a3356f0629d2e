/** What the chats say beside answers, in one language: buttons, commands, pages. `{…}` are filled in; every text is plain. */
export interface Wording {
  /** BCP 47 */
  readonly tag: string;
  /** The language's own name for itself. */
  readonly name: string;
  readonly buttons: {
    readonly evidence: string;
    readonly share: string;
    readonly report: string;
    readonly back: string;
    /** Leads from a shared answer to the bot. */
    readonly open: string;
    readonly newer: string;
    readonly older: string;
    readonly forget: string;
  };
  readonly answer: {
    /** `{date}` is the day of the source's knowledge. */
    readonly asOf: string;
    /** `{date}` and the editor's `{reason}`. */
    readonly corrected: string;
    readonly withdrawn: string;
    readonly withdrawnAt: string;
    readonly unknown: string;
    /** Said on a press under a message that no longer holds. */
    readonly changed: string;
    /** What comes nearest when the sources do not say what was asked. */
    readonly nearest: string;
    /** `{when}` is a relative time such as "2 hours ago". */
    readonly late: string;
    /** `{date}` is the day of the newest fact. */
    readonly stale: string;
  };
  readonly report: {
    readonly heading: string;
    readonly reasons: Readonly<Record<ReportReason, string>>;
    readonly thanks: string;
    /** Label of the field for the person's own words. */
    readonly comment: string;
    /** The report could not be kept. */
    readonly lost: string;
  };
  readonly check: {
    readonly heading: string;
    readonly nothing: string;
    /** `{count}` statements on which the sources say nothing, by plural category. */
    readonly rest: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
    readonly nearest: string;
    readonly usage: string;
    /** The same in the terminal. */
    readonly local: string;
  };
  readonly timeline: { readonly heading: string; readonly empty: string };
  readonly sources: { readonly heading: string };
  /** `{page}` of `{pages}`. */
  readonly page: string;
  readonly start: { readonly welcome: string; readonly try: string };
  readonly help: {
    readonly commands: string;
    /** How to ask in a group on Telegram. */
    readonly groups: string;
    /** How to ask in any chat on Telegram; `{bot}` is the bot's "@name". */
    readonly inline: string;
    /** How to have a message checked on Telegram. */
    readonly check: string;
    /** The same on Discord; `{command}` is the name in the menu of a message. */
    readonly apps: string;
  };
  readonly settings: {
    readonly heading: string;
    readonly explanation: string;
    readonly automatic: string;
    readonly asAsked: string;
    readonly always: string;
    readonly saved: string;
    /** The setting holds, but could not be written to disk. */
    readonly unsaved: string;
    /** Said in a group. */
    readonly private: string;
  };
  readonly privacy: {
    readonly heading: string;
    /** All there is to tell in the terminal. */
    readonly local: string;
    readonly questions: string;
    readonly conversation: string;
    readonly settings: string;
    readonly reports: string;
    /** Where a report may hold the person's own words. */
    readonly comments: string;
    readonly updates: string;
    readonly limits: string;
    readonly log: string;
    readonly platform: string;
    readonly erase: string;
  };
  readonly forgotten: string;
  /** Gone from memory, but not from the disk. */
  readonly notForgotten: string;
  readonly notices: {
    readonly failed: string;
    readonly tooMany: string;
    readonly onlyText: string;
    readonly nothingToShow: string;
    readonly restarting: string;
  };
  /** What a command does, as the platforms' pickers show it; at most 100 characters. */
  readonly commands: Readonly<Record<CommandName, string>>;
  /** Names of commands and options as Discord shows them: lower case, no spaces; English is the command itself. */
  readonly names: Readonly<Record<DiscordName, string>>;
  /** What an option means; at most 100 characters. */
  readonly options: Readonly<Record<"question" | "private" | "language", string>>;
  /** In the menu of a message; at most 32 characters. */
  readonly checkMessage: string;
  /** What an empty chat with the bot shows; at most 512 characters. */
  readonly description: string;
  /** The bot's profile; at most 120 characters. */
  readonly shortDescription: string;
}

export type DiscordName = "ask" | "timeline" | "sources" | "about" | "privacy" | "question" | "private" | "language";

export const REPORT_REASONS = ["wrong", "outdated", "source", "question"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const COMMANDS = [
  "ask",
  "check",
  "timeline",
  "sources",
  "help",
  "settings",
  "privacy",
  "forget",
  "start",
  "about",
] as const;
export type CommandName = (typeof COMMANDS)[number];
