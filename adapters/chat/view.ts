/** What a chat shows, before a platform renders it: text with links and emphasis, and buttons. Holds no markup. */
import type { Action } from "./actions.ts";

export interface Span {
  readonly text: string;
  readonly style?: "bold" | "italic";
  readonly url?: string;
}

export interface Paragraph {
  /** `quote`: words of a source; `note`: what is said about the rest. */
  readonly kind: "text" | "quote" | "note";
  readonly lines: readonly (readonly Span[])[];
}

export type Button = { readonly label: string } & (
  | { readonly action: Action }
  | { readonly url: string }
  /** A question to ask in another chat. */
  | { readonly share: string }
);

export interface View {
  /** BCP 47 */
  readonly language: string;
  readonly paragraphs: readonly Paragraph[];
  readonly buttons: readonly (readonly Button[])[];
  /** The one page whose preview helps, when there is just one. */
  readonly preview?: string;
}

export function text(...lines: readonly (string | readonly Span[])[]): Paragraph {
  return { kind: "text", lines: lines.map(toSpans) };
}

export function note(...lines: readonly (string | readonly Span[])[]): Paragraph {
  return { kind: "note", lines: lines.map(toSpans) };
}

export function quote(...lines: readonly (string | readonly Span[])[]): Paragraph {
  return { kind: "quote", lines: lines.map(toSpans) };
}

export function bold(words: string): Span {
  return { text: words, style: "bold" };
}

function toSpans(line: string | readonly Span[]): readonly Span[] {
  return typeof line === "string" ? [{ text: line }] : line;
}
