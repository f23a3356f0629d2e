/** What every answer of the REST server is made of. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** 25 MiB: Discord's limit for a whole request. */
const LARGEST_REQUEST = 25 * 1024 * 1024;

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One thing that is wrong with a payload; the path leads to the field. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export const NO_CONTENT: Answer = { status: 204 };

export function ok(body: unknown, status = 200): Answer {
  return { status, body };
}

export function refuse(status: number, code: number, message: string): Answer {
  return { status, body: { message, code } };
}

/** Every field that is wrong, nested as the payload is. */
export function invalidForm(issues: readonly Issue[]): Answer {
  const errors: ErrorTree = {};
  for (const { path, code, message } of issues) {
    let node = errors;
    for (const step of path) {
      const next = (node[step] ?? {}) as ErrorTree;
      node[step] = next;
      node = next;
    }
    node._errors = [...(node._errors ?? []), { code, message }];
  }
  return { status: 400, body: { message: "Invalid Form Body", code: 50035, errors } };
}

interface ErrorTree {
  [field: string | number]: unknown;
  _errors?: { readonly code: string; readonly message: string }[];
}

export interface UploadedFile {
  /** The number in `files[n]`, which the payload's attachments refer to. */
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string;
}

export interface Body {
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
}

export const MALFORMED = Symbol("a body that is not JSON");
export const TOO_LARGE = Symbol("a body over the limit");

/** The body's JSON, from `payload_json` when files come with it. */
export async function readBody(request: IncomingMessage): Promise<Body | typeof MALFORMED | typeof TOO_LARGE> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_REQUEST) chunks.push(chunk);
  }
  if (size > LARGEST_REQUEST) return TOO_LARGE;
  if (size === 0) return { json: undefined, files: [] };
  const bytes = Buffer.concat(chunks);
  const contentType = request.headers["content-type"] ?? "";
  try {
    if (!contentType.startsWith("multipart/form-data")) {
      return { json: JSON.parse(bytes.toString("utf8")), files: [] };
    }
    const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
    const payload = form.get("payload_json");
    const files = [...form].flatMap(([field, value]) => {
      const id = /^files\[(\d+)\]$/.exec(field)?.[1];
      if (id === undefined || typeof value === "string") return [];
      return [{ id, filename: value.name, size: value.size, contentType: value.type }];
    });
    return { json: typeof payload === "string" ? JSON.parse(payload) : {}, files };
  } catch {
    return MALFORMED;
  }
}

export function send(response: ServerResponse, answer: Answer): void {
  const { status, body, headers } = answer;
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const text = JSON.stringify(body);
  response
    .writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text), ...headers })
    .end(text);
}
