/** The HTTP side of the Bot API: how a call is written and how its answer is. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiResponse } from "grammy/types";
import { ApiFailure, badRequest } from "./bot-api-failure.ts";
import { isRecord, type Payload } from "./bot-api-parameters.ts";

export interface Address {
  readonly token: string;
  readonly method: string;
  readonly query: URLSearchParams;
}

/** `/bot<token>/<method>`, or undefined for anything else. */
export function readAddress(url: string): Address | undefined {
  const [, path = "", query = ""] = /^([^?]*)\??(.*)$/s.exec(url) ?? [];
  const [, token, method] = /^\/bot([^/]+)\/([^/]+)\/?$/.exec(decoded(path)) ?? [];
  if (token === undefined || method === undefined) return undefined;
  return { token, method, query: new URLSearchParams(query) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () =>
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
    );
    request.on("error", reject);
  });
}

/** The parameters, wherever the call put them. */
export function readPayload(query: URLSearchParams, contentType: string, body: Buffer): Payload {
  const inAddress = Object.fromEntries(query);
  if (body.length === 0) return inAddress;
  const [type = ""] = contentType.split(";", 1);
  switch (type.trim().toLowerCase()) {
    case "application/json":
      return { ...inAddress, ...json(body) };
    case "multipart/form-data":
      return { ...inAddress, ...multipart(contentType, body) };
    case "application/x-www-form-urlencoded":
      return { ...inAddress, ...Object.fromEntries(new URLSearchParams(body.toString("utf8"))) };
    default:
      return inAddress;
  }
}

function json(body: Buffer): Payload {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    if (isRecord(value)) return value;
  } catch {
    // Said below, as for any other value that is not an object.
  }
  throw badRequest("can't parse JSON object in request body");
}

function multipart(contentType: string, body: Buffer): Payload {
  const boundary = /boundary="?([^";\s]+)/i.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest("boundary not found in the Content-Type header");
  const fields: Record<string, unknown> = {};
  // One byte per character, so that files stay what they are.
  for (const part of body.toString("latin1").split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf("\r\n\r\n");
    const head = Buffer.from(part.slice(0, end), "latin1").toString("utf8");
    const content = Buffer.from(part.slice(end + 4, -2), "latin1");
    const name = /\bname="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) continue;
    fields[name] = /\bfilename=/i.test(head) ? `file of ${content.length} bytes` : content.toString("utf8");
  }
  return fields;
}

/** The error response for whatever a method threw. */
export function refusal(error: unknown): ApiResponse<never> {
  const failure = error instanceof ApiFailure ? error : new ApiFailure(500, `Internal Server Error: ${String(error)}`);
  return {
    ok: false,
    error_code: failure.code,
    description: failure.message,
    ...(failure.parameters === undefined ? {} : { parameters: failure.parameters }),
  };
}

export function write(response: ServerResponse, status: number, body: string, contentType = "application/json"): void {
  response.writeHead(status, { "Content-Type": contentType, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}
