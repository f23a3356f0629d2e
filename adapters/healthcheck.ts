/** Asks the HTTP server of this container whether the process lives; exit status 1 when it does not answer. */
const port = process.env["HTTP_PORT"] || "8080";

try {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
