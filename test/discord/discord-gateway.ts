/** The gateway: sessions that outlive their connections, and replay what they missed. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { constants, createDeflate, deflateSync } from "node:zlib";
import { type WebSocket, WebSocketServer } from "ws";
import {
  Close,
  FINAL_CLOSE_CODES,
  type Fields,
  isFields,
  KNOWN_INTENTS,
  Op,
  PRIVILEGED_INTENTS,
} from "./discord-protocol.ts";
import { createSignal } from "./discord-signal.ts";

const LARGEST_PAYLOAD = 4096;
const MAX_EVENTS_PER_MINUTE = 120;
/** A client that is silent for so many heartbeats is taken for gone. */
const PATIENCE = 2.5;
const MAX_MISSED_EVENTS = 10_000;

/** What tests do to the gateway, and what they ask about it. */
export interface GatewayControls {
  /** Connections that are identified or resumed. */
  readonly connected: number;
  /** Sessions that a client may use or resume. */
  readonly sessions: number;
  readonly identifies: number;
  readonly resumes: number;
  readonly heartbeats: number;
  /** The intents of the last IDENTIFY. */
  readonly intents: number;
  /** Close codes that came from clients, and those that the server gave for what clients did. */
  readonly closes: readonly number[];
  /**
   * Resolves when a client has its session and has confirmed that, after so many resumes and identifications.
   * To act sooner is to act while the client is still connecting.
   */
  ready(options?: {
    readonly timeout?: number;
    readonly resumes?: number;
    readonly identifies?: number;
  }): Promise<void>;
  /** Resolves when no client is connected. */
  idle(options?: { readonly timeout?: number }): Promise<void>;
  /** Cuts every connection without a word, or closes it with the code. */
  dropConnections(code?: number): void;
  /** Op 7. */
  requestReconnect(): void;
  /** Op 9; a session that is not resumable is forgotten. */
  invalidateSession(resumable: boolean): void;
  /** Op 1, which clients answer at once. */
  requestHeartbeat(): void;
  /** Stops answering heartbeats until the returned function is called. */
  withholdAcks(): () => void;
  closeWith(code: number): void;
  /** The next RESUMEs are answered with op 9. */
  refuseResume(times?: number): void;
}

export interface Gateway {
  readonly controls: GatewayControls;
  /** Identifications left today, as GET /gateway/bot says. */
  readonly remainingStarts: number;
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends to every session; an event with an intent only to those that asked for it. */
  dispatch(event: string, data: unknown, intent?: number): void;
  cutAll(): void;
}

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatInterval: number;
  readonly sessionStarts: number;
  readonly privilegedIntents: boolean;
  snowflake(): string;
  /** READY without what belongs to the session. */
  readyData(): object;
  /** What follows READY for these intents. */
  greeting(intents: number): readonly { readonly event: string; readonly data: unknown }[];
  resumeUrl(): string;
}

interface Session {
  readonly id: string;
  readonly intents: number;
  sequence: number;
  /** The last event that a heartbeat has confirmed. */
  acknowledged: number;
  unacknowledged: { readonly s: number; readonly t: string; readonly d: unknown }[];
  connection: Connection | undefined;
  /** The event with which the present connection became usable. */
  readySince: number;
}

interface Connection {
  readonly socket: WebSocket;
  readonly received: number[];
  write(payload: object): void;
  session: Session | undefined;
  compressed: boolean;
  deadline: NodeJS.Timeout | undefined;
}

export function createGateway(options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const connections = new Set<Connection>();
  const sessions = new Map<string, Session>();
  const signal = createSignal();
  const closes: number[] = [];
  const counted = { identifies: 0, resumes: 0, heartbeats: 0, intents: 0 };
  let acknowledging = true;
  let refusals = 0;
  /** How many wait for a client to be ready. */
  let awaited = 0;

  function open(socket: WebSocket, url: URL): void {
    const connection: Connection = {
      socket,
      received: [],
      write:
        url.searchParams.get("compress") === "zlib-stream"
          ? streamWriter(socket)
          : plainWriter(socket, () => connection),
      session: undefined,
      compressed: false,
      deadline: undefined,
    };
    connections.add(connection);
    socket.on("error", () => {});
    socket.on("message", (data) => receive(connection, String(data)));
    socket.on("close", (code) => {
      connections.delete(connection);
      clearTimeout(connection.deadline);
      closes.push(code);
      detach(connection, FINAL_CLOSE_CODES.has(code));
      signal.notify();
    });
    const misfit = versionOrEncoding(url);
    if (misfit !== undefined) {
      shut(connection, misfit);
      return;
    }
    connection.write({ op: Op.hello, d: { heartbeat_interval: options.heartbeatInterval }, s: null, t: null });
    awaitHeartbeat(connection);
  }

  function shut(connection: Connection, code: number): void {
    detach(connection, FINAL_CLOSE_CODES.has(code));
    connection.socket.close(code);
  }

  function detach(connection: Connection, forGood: boolean): void {
    const { session } = connection;
    connection.session = undefined;
    if (session?.connection === connection) session.connection = undefined;
    if (session && forGood) sessions.delete(session.id);
  }

  function awaitHeartbeat(connection: Connection): void {
    clearTimeout(connection.deadline);
    connection.deadline = setTimeout(
      () => shut(connection, Close.sessionTimedOut),
      options.heartbeatInterval * PATIENCE,
    ).unref();
  }

  function receive(connection: Connection, text: string): void {
    if (connection.socket.readyState !== connection.socket.OPEN) return;
    const misdeed = tooFast(connection) ?? take(connection, text);
    if (misdeed !== undefined) shut(connection, misdeed);
  }

  /** Does what the client says, or gives the code to close its connection with. */
  function take(connection: Connection, text: string): number | undefined {
    const payload = Buffer.byteLength(text) > LARGEST_PAYLOAD ? undefined : parsed(text);
    if (!payload) return Close.decodeError;
    const { op, d } = payload as { op?: unknown; d?: unknown };
    switch (op) {
      case Op.heartbeat:
        return heartbeat(connection, d);
      case Op.identify:
        return isFields(d) ? identify(connection, d) : Close.decodeError;
      case Op.resume:
        return isFields(d) ? resume(connection, d) : Close.decodeError;
      case Op.presenceUpdate:
      case Op.voiceStateUpdate:
      case Op.requestGuildMembers:
      case Op.requestSoundboardSounds:
        return connection.session ? undefined : Close.notAuthenticated;
      default:
        return Close.unknownOpcode;
    }
  }

  function heartbeat(connection: Connection, d: unknown): number | undefined {
    if (d !== null && typeof d !== "number") return Close.decodeError;
    counted.heartbeats++;
    const { session } = connection;
    if (session && d !== null) {
      session.unacknowledged = session.unacknowledged.filter(({ s }) => s > d);
      session.acknowledged = Math.max(session.acknowledged, d);
    }
    awaitHeartbeat(connection);
    if (acknowledging) connection.write({ op: Op.heartbeatAck, d: null, s: null, t: null });
    // A client may answer while it still works on the event that it is asked about.
    if (awaited > 0 && session && session.acknowledged < session.readySince) connection.write(HEARTBEAT_REQUEST);
    signal.notify();
    return undefined;
  }

  function identify(connection: Connection, d: Fields): number | undefined {
    if (connection.session) return Close.alreadyAuthenticated;
    const { token, intents, properties, compress, shard } = d as {
      token?: unknown;
      intents?: unknown;
      properties?: unknown;
      compress?: unknown;
      shard?: unknown;
    };
    if (token !== options.token) return Close.authenticationFailed;
    if (!isFields(properties)) return Close.decodeError;
    if (typeof intents !== "number" || (intents & ~KNOWN_INTENTS) !== 0) return Close.invalidIntents;
    if (intents & PRIVILEGED_INTENTS && !options.privilegedIntents) return Close.disallowedIntents;
    if (shard !== undefined && !isShard(shard)) return Close.invalidShard;
    counted.identifies++;
    counted.intents = intents;
    connection.compressed = compress === true;
    const session: Session = {
      id: `session-${options.snowflake()}`,
      intents,
      sequence: 0,
      acknowledged: 0,
      unacknowledged: [],
      connection,
      readySince: 1,
    };
    sessions.set(session.id, session);
    connection.session = session;
    push(session, "READY", {
      v: 10,
      ...options.readyData(),
      session_id: session.id,
      resume_gateway_url: options.resumeUrl(),
      ...(shard !== undefined && { shard }),
    });
    for (const { event, data } of options.greeting(intents)) push(session, event, data);
    if (awaited > 0) connection.write(HEARTBEAT_REQUEST);
    return undefined;
  }

  function resume(connection: Connection, d: Fields): number | undefined {
    if (connection.session) return Close.alreadyAuthenticated;
    const { token, session_id: id, seq } = d as { token?: unknown; session_id?: unknown; seq?: unknown };
    if (token !== options.token) return Close.authenticationFailed;
    const session = typeof id === "string" ? sessions.get(id) : undefined;
    if (refusals > 0 || !session) {
      if (refusals > 0) refusals--;
      if (session) sessions.delete(session.id);
      connection.write({ op: Op.invalidSession, d: false, s: null, t: null });
      return undefined;
    }
    if (typeof seq !== "number" || seq > session.sequence) {
      sessions.delete(session.id);
      return Close.invalidSequence;
    }
    session.connection?.socket.terminate();
    session.connection = connection;
    connection.session = session;
    for (const { s, t, d: data } of session.unacknowledged) {
      if (s > seq) connection.write({ op: Op.dispatch, s, t, d: data });
    }
    push(session, "RESUMED", {});
    session.readySince = session.sequence;
    counted.resumes++;
    if (awaited > 0) connection.write(HEARTBEAT_REQUEST);
    return undefined;
  }

  function push(session: Session, t: string, d: unknown): void {
    const s = ++session.sequence;
    session.unacknowledged.push({ s, t, d });
    if (session.unacknowledged.length > MAX_MISSED_EVENTS) session.unacknowledged.shift();
    session.connection?.write({ op: Op.dispatch, s, t, d });
  }

  const identified = () => [...connections].filter(({ session }) => session);

  const controls: GatewayControls = {
    get connected() {
      return identified().length;
    },
    get sessions() {
      return sessions.size;
    },
    get identifies() {
      return counted.identifies;
    },
    get resumes() {
      return counted.resumes;
    },
    get heartbeats() {
      return counted.heartbeats;
    },
    get intents() {
      return counted.intents;
    },
    closes,
    async ready({ timeout = 15_000, resumes = 0, identifies = 0 } = {}) {
      awaited++;
      for (const { write } of identified()) write(HEARTBEAT_REQUEST);
      const complaint = () =>
        `no client came in ${timeout} ms: ${connections.size} connections, ${JSON.stringify(counted)}, closed with ${closes}`;
      const there = () => {
        const greeted = identified().some(({ session }) => session && session.acknowledged >= session.readySince);
        return (greeted && counted.resumes >= resumes && counted.identifies >= identifies) || undefined;
      };
      try {
        await signal.until(there, timeout, complaint);
      } finally {
        awaited--;
      }
    },
    idle({ timeout = 15_000 } = {}) {
      return signal
        .until(
          () => connections.size === 0 || undefined,
          timeout,
          () => `${connections.size} clients are still connected after ${timeout} ms`,
        )
        .then(() => {});
    },
    dropConnections(code) {
      if (code !== undefined) controls.closeWith(code);
      else for (const { socket } of connections) socket.terminate();
    },
    requestReconnect() {
      for (const { write } of connections) write({ op: Op.reconnect, d: null, s: null, t: null });
    },
    invalidateSession(resumable) {
      for (const connection of identified()) {
        detach(connection, !resumable);
        connection.write({ op: Op.invalidSession, d: resumable, s: null, t: null });
      }
    },
    requestHeartbeat() {
      for (const { write } of connections) write(HEARTBEAT_REQUEST);
    },
    withholdAcks() {
      acknowledging = false;
      return () => {
        acknowledging = true;
      };
    },
    closeWith(code) {
      for (const connection of connections) shut(connection, code);
    },
    refuseResume(times = 1) {
      refusals = times;
    },
  };

  return {
    controls,
    get remainingStarts() {
      return Math.max(0, options.sessionStarts - counted.identifies);
    },
    accept(request, socket, head) {
      const url = new URL(request.url ?? "/", "ws://localhost");
      if (!url.pathname.startsWith("/gateway")) {
        socket.destroy();
        return;
      }
      sockets.handleUpgrade(request, socket, head, (webSocket) => open(webSocket, url));
    },
    dispatch(event, data, intent) {
      for (const session of sessions.values()) {
        if (intent === undefined || session.intents & intent) push(session, event, data);
      }
    },
    cutAll() {
      for (const { socket } of connections) socket.terminate();
    },
  };
}

const HEARTBEAT_REQUEST = { op: Op.heartbeat, d: null, s: null, t: null };

function versionOrEncoding(url: URL): number | undefined {
  if (url.searchParams.get("v") !== "10") return Close.invalidVersion;
  return url.searchParams.get("encoding") === "json" ? undefined : Close.decodeError;
}

function tooFast({ received }: Connection): number | undefined {
  const now = Date.now();
  received.push(now);
  while ((received[0] ?? now) <= now - 60_000) received.shift();
  return received.length > MAX_EVENTS_PER_MINUTE ? Close.rateLimited : undefined;
}

function parsed(text: string): Fields | undefined {
  try {
    const payload: unknown = JSON.parse(text);
    return isFields(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}

function isShard(shard: unknown): boolean {
  if (!Array.isArray(shard) || shard.length !== 2) return false;
  const [index, count] = shard as readonly unknown[];
  return typeof index === "number" && typeof count === "number" && index >= 0 && index < count;
}

function plainWriter(socket: WebSocket, connection: () => Connection): (payload: object) => void {
  return (payload) => {
    if (socket.readyState !== socket.OPEN) return;
    const text = JSON.stringify(payload);
    socket.send(connection().compressed ? deflateSync(text) : text);
  };
}

/** One zlib context for the whole connection, flushed after each payload. */
function streamWriter(socket: WebSocket): (payload: object) => void {
  const deflate = createDeflate();
  let chunks: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("close", () => deflate.close());
  return (payload) => {
    if (socket.readyState !== socket.OPEN) return;
    deflate.write(JSON.stringify(payload));
    deflate.flush(constants.Z_SYNC_FLUSH, () => {
      const bytes = Buffer.concat(chunks);
      chunks = [];
      if (socket.readyState === socket.OPEN) socket.send(bytes);
    });
  };
}
