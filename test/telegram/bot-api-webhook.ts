/** Sends updates to the bot's webhook, as Telegram does. */
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Update } from "grammy/types";

export interface Webhook {
  readonly url: string;
  readonly secretToken: string | undefined;
  readonly maxConnections: number;
  readonly agent: HttpAgent | HttpsAgent;
}

export function createWebhook(url: string, secretToken: string | undefined, maxConnections: number): Webhook {
  const options = { keepAlive: true, maxSockets: maxConnections };
  // A test's webhook has a certificate that it signed itself.
  const agent = url.startsWith("https:")
    ? new HttpsAgent({ ...options, rejectUnauthorized: false })
    : new HttpAgent(options);
  return { url, secretToken, maxConnections, agent };
}

/** Without an error the update is confirmed; the body may hold a call of a method. */
export interface Outcome {
  readonly error: string | undefined;
  readonly body: string;
}

const failed = (error: string): Outcome => ({ error, body: "" });

export function sendToWebhook(
  { url, secretToken, agent }: Webhook,
  update: Update,
  signal: AbortSignal,
): Promise<Outcome> {
  const body = JSON.stringify(update);
  const headers: Record<string, string | number> = {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
  };
  if (secretToken !== undefined) headers["X-Telegram-Bot-Api-Secret-Token"] = secretToken;
  const request = url.startsWith("https:") ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const outgoing = request(url, { method: "POST", agent, headers, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => resolve(failed("Connection reset by peer")));
      response.on("end", () => {
        const { statusCode = 0, statusMessage } = response;
        if (statusCode < 200 || statusCode > 299) {
          resolve(failed(`Wrong response from the webhook: ${statusCode} ${statusMessage ?? ""}`.trim()));
        } else {
          resolve({ error: undefined, body: Buffer.concat(chunks).toString("utf8") });
        }
      });
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      resolve(failed(error.code === "ECONNREFUSED" ? "Connection refused" : "Connection reset by peer"));
    });
    outgoing.end(body);
  });
}
