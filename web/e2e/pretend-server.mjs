/**
 * A server of the page and of scripted answers: what a real one seldom does on demand, such as losing a connection,
 * failing, or never ending. `node e2e/pretend-server.mjs [PORT]` serves it for working on the page.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { scriptFor } from "./scripts.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

/** @returns {Promise<{url: string, state: object, close: () => Promise<void>}>} */
export async function startPretendServer({ port = 0, missing = [], pace = 25 } = {}) {
  const state = {
    missing,
    pace,
    conversations: [],
    entries: new Map(),
    runs: new Map(),
    messages: new Map(),
    faults: [],
    organisations: [{ id: "o1", name: "Banksia Bikes Pty Ltd", state: "connected", current: true }],
    canConnect: true,
    note: null,
    memory: { style: "normal", items: [] },
    usage: { running: "2026-11", months: {}, budgets: [] },
  };
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error) => {
      response.destroy();
      console.error(error);
    });
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    state,
    close: () => {
      state.runs.forEach((run) => clearTimeout(run.timer));
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(state, request, response) {
  const url = new URL(request.url, "http://pretend");
  const [, area, noun, id, part] = url.pathname.split("/");
  if (area === "xero") {
    response.writeHead(200, { "Content-Type": "text/html" });
    return response.end("<title>Pretend Xero</title><h1>Allow access?</h1>");
  }
  if (area !== "api") {
    return file(url.pathname, response);
  }
  if (noun === "xero") {
    return xero(state, request, url.pathname.split("/").slice(3), response);
  }
  const route = `${request.method} ${noun}${id ? "/:id" : ""}${part ? `/${part}` : ""}`;
  if (noun === "memory") {
    return memory(state.memory, request, [id, part].filter(Boolean), url, response);
  }
  const fault = state.faults.findIndex((each) => each.route === route);
  if (fault >= 0) {
    const [{ status, problem }] = state.faults.splice(fault, 1);
    return json(response, status, problem);
  }
  switch (route) {
    case "GET status":
      return json(response, 200, {
        version: "0.0.0",
        provider: "pretend",
        model: "pretend-1",
        organisation: state.organisations.find((each) => each.current)?.name ?? null,
        missing: state.missing,
      });
    case "GET conversations":
      return json(response, 200, page(state.conversations, url));
    case "GET usage":
      return json(response, 200, usage(state.usage, url.searchParams.get("month")));
    case "GET search":
      return json(response, 200, page(found(state, url.searchParams.get("q")), url));
    case "POST conversations": {
      const now = new Date().toISOString();
      const conversation = { id: crypto.randomUUID(), title: "", createdAt: now, updatedAt: now };
      state.conversations.unshift(conversation);
      state.entries.set(conversation.id, []);
      return json(response, 200, conversation);
    }
    case "GET conversations/:id/entries":
      return state.entries.has(id)
        ? json(response, 200, page(state.entries.get(id), url))
        : json(response, 404, { code: "not_found", message: "There is no such conversation." });
    case "POST conversations/:id/messages":
      return accept(state, id, JSON.parse(await body(request)), response);
    case "GET runs/:id":
      return json(response, 200, runView(state.runs.get(id)));
    case "POST runs/:id/stop":
      finish(state, state.runs.get(id), "stopped", null);
      return json(response, 200, runView(state.runs.get(id)));
    case "GET runs/:id/events":
      return events(state.runs.get(id), Number(request.headers["last-event-id"] ?? 0), response);
    default:
      return json(response, 404, { code: "not_found", message: "There is nothing here." });
  }
}

async function memory(notebook, request, [noun, id], url, response) {
  const told = ["POST", "PUT"].includes(request.method) ? JSON.parse((await body(request)) || "{}") : {};
  const item = notebook.items.find((each) => each.id === id);
  const keeps = url.pathname.endsWith("/keep");
  if (noun === "style") {
    notebook.style = told.style;
  } else if (request.method === "POST" && keeps) {
    item.kept = true;
  } else if (request.method === "POST") {
    const about = told.about ?? "you";
    const sentence = `${about}: ${told.says}`;
    const made = { id: crypto.randomUUID(), here: told.here === true, everywhere: told.here !== true, other: null };
    notebook.items.push({ ...made, about, says: told.says, sentence, origin: "told", kept: true });
  } else if (request.method === "PUT") {
    Object.assign(item, { says: told.says, sentence: `${item.about}: ${told.says}` });
  } else if (request.method === "DELETE") {
    notebook.items = id === undefined ? [] : notebook.items.filter((each) => each.id !== id);
  }
  return json(response, 200, notebook);
}

function usage({ running, months, budgets }, asked) {
  const month = asked ?? running;
  const tokens = { freshInput: 0, cacheRead: 0, cacheWrite: 0, output: 0 };
  const total = { replies: 0, usage: tokens, costUsd: "0", unpricedReplies: 0 };
  return { month, total, models: [], conversations: [], moreConversations: 0, ...months[month], budgets };
}

function xero(state, request, [noun, id], response) {
  const fault = state.faults.findIndex((each) => each.route === `${request.method} ${noun}`);
  if (fault >= 0) {
    const [{ status, problem }] = state.faults.splice(fault, 1);
    return json(response, status, problem);
  }
  if (noun === "sign-ins") {
    return json(response, 201, { id: "s1", url: `http://${request.headers.host}/xero/sign-in/ticket` });
  }
  if (request.method === "POST") {
    state.organisations.forEach((each) => (each.current = each.id === id));
  } else if (request.method === "DELETE") {
    state.organisations = state.organisations.filter((each) => each.id !== id);
  }
  const { organisations, canConnect, note } = state;
  return json(response, 200, { organisations, canConnect, note });
}

async function file(path, response) {
  const name = path === "/" ? "index.html" : normalize(path).replace(/^(\.\.[/\\])+/, "");
  const bytes = await readFile(join(dist, name)).catch(() => null);
  response.writeHead(bytes === null ? 404 : 200, {
    "Content-Type": types[extname(name)] ?? "application/octet-stream",
    "Content-Security-Policy": policy,
  });
  response.end(bytes);
}

function accept(state, conversationId, { id, text, replaces = null }, response) {
  const before = state.messages.get(id);
  const runs = [...state.runs.values()].filter((run) => run.conversationId === conversationId);
  const going = runs.some((run) => run.state === "running");
  if (before === undefined && going) {
    return json(response, 409, {
      code: "run_in_progress",
      message: "Pip is still answering in this conversation. Wait for it, or stop it first.",
    });
  }
  const asked = state.entries.get(conversationId).filter(({ kind }) => kind === "question");
  if (before === undefined && replaces !== null && asked.at(-1)?.id !== replaces) {
    return json(response, 409, {
      code: "not_replaceable",
      message: "Only the latest question of a conversation can be asked again or changed. Ask in a new message.",
    });
  }
  // As the server does it: the id of a question that replaces another is not the message's.
  const messageId = replaces === null ? id : `again-${replaces}`;
  const runId = before ?? crypto.randomUUID();
  if (before === undefined) {
    state.messages.set(id, runId);
    const at = new Date().toISOString();
    const question = { id: messageId, kind: "question", runId, text, state: null, error: null, pieces: [], tools: [] };
    state.entries.get(conversationId).push({ ...question, replaces, at });
    const conversation = state.conversations.find((each) => each.id === conversationId);
    conversation.title ||= text.slice(0, 60);
    conversation.updatedAt = at;
    begin(state, runId, conversationId, text);
  }
  return json(response, 202, { runId, conversationId, messageId });
}

function begin(state, runId, conversationId, text) {
  const run = {
    runId,
    conversationId,
    state: "running",
    error: null,
    log: [],
    listeners: new Set(),
    followed: false,
    losses: 0,
  };
  state.runs.set(runId, run);
  emit(run, "started", { runId, conversationId, provider: "pretend", model: "pretend-1" });
  const script = scriptFor(text);
  const step = () => {
    if (run.state !== "running") {
      return;
    }
    if (!run.followed) {
      run.timer = setTimeout(step, state.pace);
      return;
    }
    const { done, value } = script.next();
    if (done) {
      finish(state, run, "completed", null);
      return;
    }
    if (value.type === "lose-connection") {
      run.losses = value.times - 1;
      run.listeners.forEach((listener) => listener.destroy());
      run.listeners.clear();
    } else if (value.type === "finished") {
      finish(state, run, value.state, value.error);
      return;
    } else {
      const { type, ...data } = value;
      emit(run, type, data);
    }
    run.timer = setTimeout(step, state.pace);
  };
  run.timer = setTimeout(step, state.pace);
}

function finish(state, run, how, error) {
  if (run.state !== "running") {
    return;
  }
  run.state = how;
  run.error = error;
  const pieces = run.log
    .filter(({ type }) => type === "text" || type === "figure")
    .map(({ data }) => ({ text: data.text ?? data.figure.text, figure: data.figure ?? null }));
  state.entries.get(run.conversationId).push({
    id: crypto.randomUUID(),
    kind: "answer",
    runId: run.runId,
    text: pieces.map((piece) => piece.text).join(""),
    state: how,
    error,
    pieces,
    tools: run.log.filter(({ type }) => type === "tool-finished").map(({ data }) => data.tool),
    at: new Date().toISOString(),
  });
  emit(run, "finished", { state: how, error });
}

function emit(run, type, data) {
  const event = { sequence: run.log.length + 1, type, data };
  run.log.push(event);
  run.listeners.forEach((listener) => write(listener, event));
}

function events(run, after, response) {
  if (run.losses > 0) {
    run.losses--;
    return response.destroy();
  }
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write(": hello\n\n");
  run.followed = true;
  run.listeners.add(response);
  response.on("close", () => run.listeners.delete(response));
  run.log.slice(after).forEach((event) => write(response, event));
}

function write(response, { sequence, type, data }) {
  response.write(`id: ${sequence}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  if (type === "finished") {
    response.end();
  }
}

function page(items, url) {
  const from = Number(url.searchParams.get("cursor") ?? 0);
  const to = from + Number(url.searchParams.get("limit") ?? 50);
  return { items: items.slice(from, to), next: to < items.length ? String(to) : null };
}

/** The entries that have the words, the latest first. */
function found(state, words) {
  return [...state.entries]
    .flatMap(([conversationId, entries]) => entries.map((entry) => ({ conversationId, entry })))
    .map((each) => ({ ...each, at: each.entry.text.toLowerCase().indexOf(words.toLowerCase()) }))
    .filter(({ at }) => at >= 0)
    .reverse()
    .map(({ conversationId, entry, at }) => ({
      conversationId,
      title: state.conversations.find(({ id }) => id === conversationId).title,
      entryId: entry.id,
      kind: entry.kind,
      before: entry.text.slice(Math.max(0, at - 60), at),
      hit: entry.text.slice(at, at + words.length),
      after: entry.text.slice(at + words.length, at + words.length + 100),
      at: entry.at,
    }));
}

const runView = ({ runId, conversationId, state, error }) => ({ runId, conversationId, state, error });

function json(response, status, value) {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(value));
}

async function body(request) {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
  }
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startPretendServer({ port: Number(process.argv[2] ?? 0), pace: 60 });
  console.log(`The page with scripted answers is on ${url}`);
}
