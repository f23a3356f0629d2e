/** JSON with a place for every fault: what the engine's own message says differs between versions, and rarely says where. */
export type Json =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string };

export function parseJson(text: string): Json {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const at = faultAt(text);
    const before = text.slice(0, at).split("\n");
    const found =
      at >= text.length ? "the end of the text" : JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
    return {
      ok: false,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: `invalid JSON: unexpected ${found}`,
    };
  }
}

const STRING = String.raw`"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const TOKEN = new RegExp(`[\\t\\n\\r ]*([{}[\\]:,]|${STRING}|${NUMBER}|true|false|null)`, "y");

type State = "value" | "first value" | "first key" | "key" | "colon" | "after";

/** Where the first token stands that JSON does not allow there. */
function faultAt(text: string): number {
  const open: string[] = [];
  let state: State = "value";
  TOKEN.lastIndex = 0;
  for (;;) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    const at =
      token === undefined
        ? from + (/^[\t\n\r ]*/.exec(text.slice(from))?.[0].length ?? 0)
        : TOKEN.lastIndex - token.length;
    const next: State | undefined = token === undefined ? undefined : step(state, token, open);
    if (next === undefined || (state === "after" && open.length === 0 && next !== "after")) return at;
    state = next;
  }
}

/** The state after a token; `undefined` when the token may not stand there. `open` holds the brackets around it. */
function step(state: State, token: string, open: string[]): State | undefined {
  const inside = open.at(-1);
  if (state === "colon") return token === ":" ? "value" : undefined;
  if (state === "key" || (state === "first key" && token !== "}")) return token.startsWith('"') ? "colon" : undefined;
  if (state === "after" && token === ",") return inside === "{" ? "key" : inside === "[" ? "value" : undefined;
  if (token === "}" || token === "]") {
    const isEnd = state === "after" || state === "first key" || state === "first value";
    const matches = inside === (token === "}" ? "{" : "[") && (state !== "first value" || token === "]");
    open.pop();
    return isEnd && matches ? "after" : undefined;
  }
  if (state === "after" || token === ":" || token === ",") return undefined;
  if (token !== "{" && token !== "[") return "after";
  open.push(token);
  return token === "{" ? "first key" : "first value";
}
