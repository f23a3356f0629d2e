/** Judges every payload of the bot: first by Discord's own schema, then by the limits that it does not hold. */
import * as spec from "discord-api-spec/zod";
import { choiceIssues, commandIssues } from "./discord-command-limits.ts";
import type { Issue } from "./discord-http.ts";
import { messageIssues, modalIssues } from "./discord-message-limits.ts";
import {
  type BotResponse,
  CallbackType,
  type CommandPayload,
  isFields,
  type MessagePayload,
} from "./discord-protocol.ts";

/** A payload that passed, or what is wrong with it. */
export type Judged<T> = { readonly value: T } | { readonly issues: readonly Issue[] };

const CALLBACKS: ReadonlyMap<unknown, spec.Schema> = new Map([
  [CallbackType.reply, spec.CreateMessageInteractionCallbackRequestSchema],
  [CallbackType.deferReply, spec.CreateMessageInteractionCallbackRequestSchema],
  [CallbackType.deferUpdate, spec.UpdateMessageInteractionCallbackRequestSchema],
  [CallbackType.update, spec.UpdateMessageInteractionCallbackRequestSchema],
  [CallbackType.autocomplete, spec.ApplicationCommandAutocompleteCallbackRequestSchema],
  [CallbackType.modal, spec.ModalInteractionCallbackRequestSchema],
]);

const MESSAGES = {
  followUp: spec.IncomingWebhookRequestPartialSchema,
  webhookEdit: spec.IncomingWebhookUpdateRequestPartialSchema,
  create: spec.MessageCreateRequestSchema,
  edit: spec.MessageEditRequestPartialSchema,
} as const;

/** Which official schema a message body answers to. */
export type MessageRoute = keyof typeof MESSAGES;

/** The message as it would be after what was sent. */
export interface Outcome {
  readonly payload: MessagePayload;
  readonly flags: number;
}

/** A message that did not exist before is just what was sent. */
export function newMessage(payload: MessagePayload): Outcome {
  return { payload, flags: payload.flags ?? 0 };
}

/** An answer to an interaction. */
export function judgeCallback(body: unknown, outcome: (sent: MessagePayload) => Outcome): Judged<BotResponse> {
  const { type } = isFields(body) ? (body as { readonly type?: unknown }) : {};
  const schema = CALLBACKS.get(type);
  if (!schema) {
    const message = `Value "${String(type)}" is not a callback that this application may send.`;
    return { issues: [{ path: ["type"], code: "BASE_TYPE_CHOICES", message }] };
  }
  const issues = schemaIssues(schema, body);
  if (issues.length > 0) return { issues };
  // The schema has just said so; an absent body is an empty one.
  const { data, ...rest } = body as BotResponse;
  const value: BotResponse = { ...rest, data: data ?? {} };
  const found = [...callbackIssues(value, outcome)].map((issue) => ({ ...issue, path: ["data", ...issue.path] }));
  return found.length > 0 ? { issues: found } : { value };
}

function callbackIssues({ type, data }: BotResponse, outcome: (sent: MessagePayload) => Outcome): Iterable<Issue> {
  if (type === CallbackType.autocomplete) return choiceIssues(data.choices ?? [], ["choices"]);
  if (type === CallbackType.modal) return modalIssues(data.components ?? []);
  const { payload, flags } = outcome(data);
  return messageIssues(payload, flags);
}

/** A message sent or edited outside the first answer. */
export function judgeMessage(
  route: MessageRoute,
  body: unknown,
  outcome: (sent: MessagePayload) => Outcome,
): Judged<MessagePayload> {
  const issues = schemaIssues(MESSAGES[route], body);
  if (issues.length > 0) return { issues };
  const value = body as MessagePayload;
  const { payload, flags } = outcome(value);
  const found = [...messageIssues(payload, flags)];
  return found.length > 0 ? { issues: found } : { value };
}

export function judgeCommand(body: unknown, path: readonly (string | number)[] = []): Judged<CommandPayload> {
  const issues = schemaIssues(spec.ApplicationCommandCreateRequestSchema, withNumericPermissions(body));
  if (issues.length > 0) return { issues: issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })) };
  const value = body as CommandPayload;
  const found = [...commandIssues(value, path)];
  return found.length > 0 ? { issues: found } : { value };
}

/** Discord takes permissions as a string, which its own schema does not say. */
function withNumericPermissions(body: unknown): unknown {
  if (!isFields(body)) return body;
  const { default_member_permissions: permissions } = body as { readonly default_member_permissions?: unknown };
  return typeof permissions === "string" && /^\d+$/.test(permissions)
    ? { ...body, default_member_permissions: Number(permissions) }
    : body;
}

/** What is wrong with a body by the schema, in the words of Discord's errors. */
export function schemaIssues(schema: spec.Schema, body: unknown): readonly Issue[] {
  const { error } = schema.safeParse(body);
  if (!error) return [];
  return error.issues.flatMap((issue) => summarised(issue, [])).filter((issue) => !tolerated(issue, body));
}

/** Of the alternatives that failed, only the one whose type was meant says anything. */
function summarised(issue: spec.Issue, path: readonly (string | number)[]): readonly Issue[] {
  const at = [...path, ...issue.path];
  if (!issue.errors) return [{ path: at, code: codeOf(issue), message: describe(issue) }];
  const meant = issue.errors.filter((errors) => !errors.some((error) => error.path.join() === "type"));
  const [only] = meant;
  if (only && meant.length === 1) return only.flatMap((inner) => summarised(inner, at));
  return [{ path: at, code: "UNION_TYPE_CHOICES", message: "None of the documented shapes fits." }];
}

function codeOf({ code, origin, format }: spec.Issue): string {
  if (code === "too_big") return origin === "number" ? "NUMBER_TYPE_MAX" : "BASE_TYPE_MAX_LENGTH";
  if (code === "too_small") return origin === "number" ? "NUMBER_TYPE_MIN" : "BASE_TYPE_MIN_LENGTH";
  if (format === "url") return "URL_TYPE_INVALID_URL";
  if (format === "datetime") return "DATETIME_TYPE_PARSE";
  return `SCHEMA_${code.toUpperCase()}`;
}

function describe(issue: spec.Issue): string {
  const unit = issue.origin === "number" ? "" : " in length";
  if (issue.maximum !== undefined) return `Must be ${issue.maximum} or fewer${unit}.`;
  if (issue.minimum !== undefined) return `Must be ${issue.minimum} or more${unit}.`;
  return issue.format ? `Not a well formed ${issue.format}.` : `${issue.message} (${issue.code}).`;
}

/** The schema's times end in Z; Discord takes any offset. */
function tolerated({ code, path }: Issue, body: unknown): boolean {
  if (code !== "DATETIME_TYPE_PARSE") return false;
  const value = path.reduce<unknown>((node, step) => (isObject(node) ? node[step] : undefined), body);
  return typeof value === "string" && /[+-]\d\d:\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
