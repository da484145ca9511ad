/** Reads a run's events (server-sent events over fetch) and resumes after a lost connection. */
import { ApiError, problemOf, type RunEvent } from "./api";

export interface ServerEvent {
  id: string;
  type: string;
  data: string;
}

/**
 * The events of a stream of bytes that may be cut anywhere: inside a character, a line end or an event.
 * An event that its stream ends before is dropped, as the format says. `onBytes` hears of every arrival, comments too.
 */
export async function* readEvents(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: () => void = () => {},
): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder(); // drops a byte order mark
  let rest = "";
  let id = "";
  let type = "";
  let data: string[] = [];
  for await (const chunk of bytes) {
    onBytes();
    rest += decoder.decode(chunk, { stream: true });
    for (;;) {
      const end = lineEnd(rest);
      if (end === null) {
        break;
      }
      const line = rest.slice(0, end.at);
      rest = rest.slice(end.next);
      if (line === "") {
        if (data.length > 0) {
          yield { id, type: type === "" ? "message" : type, data: data.join("\n") };
        }
        type = "";
        data = [];
        continue;
      }
      const colon = line.indexOf(":");
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1);
      if (field === "data") {
        data.push(value);
      } else if (field === "event") {
        type = value;
      } else if (field === "id" && !value.includes("\0")) {
        id = value;
      }
    }
  }
}

/** Where the first line ends (LF, CR or CR LF); null while a CR is last, as its LF may still come. */
function lineEnd(text: string): { at: number; next: number } | null {
  const at = text.search(/[\r\n]/);
  if (at < 0 || (text[at] === "\r" && at === text.length - 1)) {
    return null;
  }
  return { at, next: text[at] === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1 };
}

const names: ReadonlySet<string> = new Set<RunEvent["type"]>([
  "started",
  "tool-started",
  "tool-finished",
  "text",
  "figure",
  "approval",
  "usage",
  "finished",
]);

/** The run event that a server event carries; null for a name this page does not know. */
export function parseRunEvent({ type, data }: ServerEvent): RunEvent | null {
  return names.has(type) ? ({ ...(JSON.parse(data) as object), type } as RunEvent) : null;
}

export type Connection = "open" | "lost";

/** What following a run came to: its last event was seen, or the server no longer tells of it. */
export type Followed = "finished" | "gone";

export interface Follow {
  path: string;
  signal: AbortSignal;
  /** @param sequence the event's number, 1, 2, 3… within its run */
  onEvent: (sequence: number, event: RunEvent) => void;
  onConnection: (connection: Connection) => void;
  /** Asked when a connection brought nothing new: whether the run still goes on. */
  stillRunning: () => Promise<boolean>;
  fetch?: typeof fetch;
  /** Silence after which a connection counts as dead and is made anew; the server sends comments more often. */
  silenceMillis?: number;
  /** The wait before the nth try in a row without news. */
  waitMillis?: (failures: number) => number;
}

/**
 * Follows a run to its end over as many connections as it takes, each resuming after the last event seen.
 * Throws the ApiError of an answer that trying again does not mend, such as 401; ends silently with `gone` when the
 * run is over and its last event is not to be had. Rejects with the signal's reason once aborted.
 */
export async function followRun(follow: Follow): Promise<Followed> {
  const waitFor = follow.waitMillis ?? ((failures) => Math.min(500 * 2 ** (failures - 1), 8000));
  let last = 0;
  let failures = 0;
  for (;;) {
    const before = last;
    let finished = false;
    let silent = false;
    try {
      silent = await connectOnce(follow, last, (sequence, event) => {
        failures = 0;
        if (sequence <= last) {
          return;
        }
        last = sequence;
        finished ||= event.type === "finished";
        follow.onEvent(sequence, event);
      });
    } catch (error) {
      follow.signal.throwIfAborted();
      if (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429) {
        if (error.status === 404) {
          return "gone";
        }
        throw error;
      }
    }
    follow.signal.throwIfAborted();
    if (finished) {
      return "finished";
    }
    if (silent) {
      continue;
    }
    failures++;
    follow.onConnection("lost");
    if (last === before && failures > 1 && !(await follow.stillRunning().catch(() => true))) {
      return "gone";
    }
    await pause(waitFor(failures), follow.signal);
  }
}

/** Answers whether an open connection was given up for its silence; throws when it broke or never opened. */
async function connectOnce(
  follow: Follow,
  last: number,
  onEvent: (sequence: number, event: RunEvent) => void,
): Promise<boolean> {
  const connection = new AbortController();
  const cut = () => connection.abort();
  follow.signal.addEventListener("abort", cut, { once: true });
  let open = false;
  let silent = false;
  const tooSilent = () => {
    silent = open;
    cut();
  };
  let silence = setTimeout(tooSilent, follow.silenceMillis ?? 45_000);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(tooSilent, follow.silenceMillis ?? 45_000);
  };
  try {
    const headers: Record<string, string> = { Accept: "text/event-stream" };
    if (last > 0) {
      headers["Last-Event-ID"] = String(last);
    }
    const response = await (follow.fetch ?? fetch)(follow.path, {
      headers,
      signal: connection.signal,
      cache: "no-store",
    });
    if (!response.ok || response.body === null) {
      throw await problemOf(response);
    }
    open = true;
    follow.onConnection("open");
    for await (const received of readEvents(chunks(response.body), heard)) {
      const event = parseRunEvent(received);
      if (event !== null) {
        onEvent(Number(received.id), event);
        if (event.type === "finished") {
          break;
        }
      }
    }
    return false;
  } catch (error) {
    if (silent) {
      return true;
    }
    throw error;
  } finally {
    clearTimeout(silence);
    follow.signal.removeEventListener("abort", cut);
    connection.abort();
  }
}

/** A stream as an async iterable; Safari's streams are not one yet. */
async function* chunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, millis);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}
