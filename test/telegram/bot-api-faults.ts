/** What can go wrong between the bot and Telegram, on request of a test. */
import type { ResponseParameters } from "grammy/types";
import type { Payload } from "./bot-api-parameters.ts";

/** Which calls a fault hits. */
export interface FaultScope {
  readonly method: string;
  /** How many calls, one unless told otherwise; `Infinity` for all. */
  readonly times?: number;
  /** Only calls for this chat. */
  readonly chat?: number;
}

export interface RefusedCall extends FaultScope {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: ResponseParameters;
}

export interface DroppedCall extends FaultScope {
  /** "after": the call took effect, only its response is lost. */
  readonly when?: "before" | "after";
}

export interface RawResponse extends FaultScope {
  readonly status: number;
  readonly body: string;
  readonly contentType?: string;
}

export type Fault =
  | ({ readonly kind: "fail" } & RefusedCall)
  | ({ readonly kind: "hang" } & FaultScope)
  | ({ readonly kind: "drop" } & DroppedCall)
  | ({ readonly kind: "raw" } & RawResponse);

export interface Faults {
  /** Returns how to take it back. */
  add(fault: Fault): () => void;
  delay(scope: FaultScope & { readonly ms: number }): () => void;
  /** The fault that hits this call, which counts as one of its times. */
  next(method: string, parameters: Payload): { readonly fault: Fault | undefined; readonly delayMs: number };
}

interface Rule<T extends FaultScope> {
  readonly scope: T;
  left: number;
}

export function createFaults(): Faults {
  const faults = new Set<Rule<Fault>>();
  const delays = new Set<Rule<FaultScope & { readonly ms: number }>>();

  function put<T extends FaultScope>(rules: Set<Rule<T>>, scope: T): () => void {
    const rule = { scope, left: scope.times ?? 1 };
    rules.add(rule);
    return () => {
      rules.delete(rule);
    };
  }

  function take<T extends FaultScope>(rules: Set<Rule<T>>, method: string, parameters: Payload): T | undefined {
    const { chat_id } = parameters;
    for (const rule of rules) {
      const { scope } = rule;
      const isMeant =
        scope.method.toLowerCase() === method.toLowerCase() &&
        (scope.chat === undefined || String(scope.chat) === String(chat_id));
      if (!isMeant) continue;
      rule.left -= 1;
      if (rule.left <= 0) rules.delete(rule);
      return scope;
    }
    return undefined;
  }

  return {
    add: (fault) => put(faults, fault),
    delay: (scope) => put(delays, scope),
    next(method, parameters) {
      if (faults.size === 0 && delays.size === 0) return { fault: undefined, delayMs: 0 };
      return { fault: take(faults, method, parameters), delayMs: take(delays, method, parameters)?.ms ?? 0 };
    },
  };
}
