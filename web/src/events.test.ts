import { describe, expect, test } from "vitest";
import type { RunEvent } from "./api";
import { type Follow, followRun, parseRunEvent, readEvents, type ServerEvent } from "./events";

const encoder = new TextEncoder();

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) {
    yield bytes.slice(from, from + size);
  }
}

async function read(stream: string, size = Number.MAX_SAFE_INTEGER): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(inChunks(encoder.encode(stream), size))) {
    events.push(event);
  }
  return events;
}

describe("the reader", () => {
  const stream =
    "\uFEFF: hello\n\nid: 1\nevent: text\ndata: {\"text\":\"Café — 😀 owes\"}\n\n" +
    ":\r\n\r\nid:2\r\nevent:figure\r\ndata:{\r\ndata:  }\r\n\r\n" +
    "id: 3\revent: text\rdata: x\r\r" +
    "retry: 100\ndata\n\nevent: lost\ndata: never ended";
  const expected: ServerEvent[] = [
    { id: "1", type: "text", data: '{"text":"Café — 😀 owes"}' },
    { id: "2", type: "figure", data: "{\n }" },
    { id: "3", type: "text", data: "x" },
    { id: "3", type: "message", data: "" },
  ];

  test("reads a stream in one piece", async () => {
    expect(await read(stream)).toEqual(expected);
  });

  test("reads the same however the bytes are cut", async () => {
    for (let size = 1; size <= encoder.encode(stream).length; size++) {
      expect(await read(stream, size), `in chunks of ${size}`).toEqual(expected);
    }
  });

  test("passes an event by that has no data", async () => {
    expect(await read("id: 1\nevent: text\n\n")).toEqual([]);
  });

  test("knows the run's events by name and no others", () => {
    expect(parseRunEvent({ id: "1", type: "text", data: '{"text":"a"}' })).toEqual({ type: "text", text: "a" });
    expect(parseRunEvent({ id: "1", type: "weather", data: "{}" })).toBeNull();
  });
});

const event = (id: number, type: string, data: object) =>
  `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
const finished = (id: number) => event(id, "finished", { state: "completed", error: null });

/** A server that answers each connection with the next reply; a `null` refuses the connection. */
function server(...replies: (string | Response | null)[]) {
  const resumedAfter: (string | null)[] = [];
  const fetch = (async (_path: string, request: RequestInit) => {
    resumedAfter.push(new Headers(request.headers).get("Last-Event-ID"));
    const reply = replies.shift() ?? null;
    if (reply === null) {
      throw new TypeError("refused");
    }
    return reply instanceof Response ? reply : new Response(reply);
  }) as unknown as typeof globalThis.fetch;
  return { fetch, resumedAfter };
}

function follow(fetch: typeof globalThis.fetch, more: Partial<Follow> = {}) {
  const seen: RunEvent[] = [];
  const connections: string[] = [];
  const result = followRun({
    path: "events",
    signal: new AbortController().signal,
    onEvent: (_, each) => seen.push(each),
    onConnection: (connection) => connections.push(connection),
    stillRunning: async () => true,
    waitMillis: () => 1,
    fetch,
    ...more,
  });
  return { seen, connections, result };
}

const words = (events: RunEvent[]) => events.map((each) => (each.type === "text" ? each.text : each.type)).join(" ");

describe("following a run", () => {
  test("ends with its last event", async () => {
    const { fetch, resumedAfter } = server(event(1, "text", { text: "a" }) + finished(2));
    const { seen, connections, result } = follow(fetch);
    expect(await result).toBe("finished");
    expect(words(seen)).toBe("a finished");
    expect(connections).toEqual(["open"]);
    expect(resumedAfter).toEqual([null]);
  });

  test("resumes after the last event when the connection is lost, and says so", async () => {
    const { fetch, resumedAfter } = server(
      event(1, "text", { text: "a" }) + event(2, "text", { text: "b" }),
      null,
      event(2, "text", { text: "b" }) + event(3, "text", { text: "c" }) + finished(4),
    );
    const { seen, connections, result } = follow(fetch);
    expect(await result).toBe("finished");
    expect(words(seen)).toBe("a b c finished");
    expect(connections).toEqual(["open", "lost", "lost", "open"]);
    expect(resumedAfter).toEqual([null, "2", "2"]);
  });

  test("tries again after a server error", async () => {
    const { fetch } = server(new Response("", { status: 503 }), finished(1));
    expect(await follow(fetch).result).toBe("finished");
  });

  test("gives up when the server knows nothing of the run", async () => {
    const { fetch } = server(new Response("", { status: 404 }));
    expect(await follow(fetch).result).toBe("gone");
  });

  test("gives up when the run is over and brings nothing new", async () => {
    const { fetch, resumedAfter } = server(event(1, "text", { text: "a" }), "", "", "");
    expect(await follow(fetch, { stillRunning: async () => false }).result).toBe("gone");
    expect(resumedAfter).toEqual([null, "1"]);
  });

  test("hands on a refusal that waiting does not mend", async () => {
    const refusal = Response.json({ code: "signed_out", message: "Sign in again." }, { status: 401 });
    await expect(follow(server(refusal).fetch).result).rejects.toThrow("Sign in again.");
  });

  test("makes a silent connection anew without a word", async () => {
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode(event(1, "text", { text: "a" }))),
    });
    const { fetch, resumedAfter } = server(new Response(silent), finished(2));
    const abortable = (async (path: string, request: RequestInit) => {
      const response = await fetch(path, request);
      const reader = response.body!.getReader();
      return new Response(
        new ReadableStream<Uint8Array>({
          async start(controller) {
            request.signal!.addEventListener("abort", () => {
              try {
                controller.error(request.signal!.reason);
              } catch {
                // It had ended before.
              }
            });
            for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
              controller.enqueue(chunk.value);
            }
            controller.close();
          },
        }),
      );
    }) as unknown as typeof globalThis.fetch;
    const { connections, result } = follow(abortable, { silenceMillis: 30 });
    expect(await result).toBe("finished");
    expect(connections).toEqual(["open", "open"]);
    expect(resumedAfter).toEqual([null, "1"]);
  });

  test("ends when it is aborted, even between two tries", async () => {
    const stop = new AbortController();
    const { result } = follow(server().fetch, {
      signal: stop.signal,
      waitMillis: () => 60_000,
      onConnection: () => queueMicrotask(() => stop.abort(new Error("left"))),
    });
    await expect(result).rejects.toThrow("left");
  });
});
