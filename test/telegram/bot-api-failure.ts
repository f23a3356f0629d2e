/** How the Bot API says no. */
import type { ResponseParameters } from "grammy/types";

/** Thrown by a check or a method; the server turns it into an error response. */
export class ApiFailure extends Error {
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (what: string): ApiFailure => new ApiFailure(400, `Bad Request: ${what}`);
export const forbidden = (what: string): ApiFailure => new ApiFailure(403, `Forbidden: ${what}`);

/** What Telegram says of a callback, inline or guest query that it does not know, or no longer. */
export const staleQuery = (): ApiFailure =>
  badRequest("query is too old and response timeout expired or query ID is invalid");
