/** The HTTP API: the records of the server's `api` module and one function a call. Times are ISO 8601 in UTC. */

import type { UsageReport } from "./usage";

export interface StatusView {
  version: string;
  provider: string | null;
  model: string | null;
  organisation: string | null;
  /** What has to be set before Pip can answer, a sentence each. */
  missing: string[];
}

export interface OrganisationView {
  id: string;
  name: string;
  /** reconnect: Xero needs the person to sign in again; elsewhere: connected in another way than is set up now. */
  state: "connected" | "reconnect" | "elsewhere";
  /** Whether questions are about it. */
  current: boolean;
  /** What is left of the day's calls to it; absent when that is not known. */
  calls?: { left: number; allowed: number; resetsAt: string } | null;
}

export interface OrganisationsView {
  organisations: OrganisationView[];
  /** Whether a person can sign in here, and disconnect. */
  canConnect: boolean;
  /** What the person has to know or do. */
  note: string | null;
}

export type Style = "normal" | "concise" | "formal" | "explanatory";

export interface MemoryView {
  style: Style;
  /** The oldest first. */
  items: MemoryItem[];
}

/** Something that Pip keeps in mind. */
export interface MemoryItem {
  id: string;
  /** Whether it is only about the organisation that questions are about now. */
  here: boolean;
  everywhere: boolean;
  about: string;
  says: string;
  other: string | null;
  sentence: string;
  origin: "told" | "learned";
  /** Otherwise a suggestion, which counts for nothing until the person keeps it. */
  kept: boolean;
}

export interface SignInStarted {
  id: string;
  /** Where the browser goes, once, within ten minutes. */
  url: string;
}

export interface PageView<T> {
  items: T[];
  /** Given as `cursor` for the next page; null on the last. */
  next: string | null;
}

export interface ConversationView {
  id: string;
  title: string;
  createdAt: string;
  updatedAt: string;
}

/** An entry that a search found, with a line around the first word. */
export interface FoundView {
  conversationId: string;
  title: string;
  entryId: string;
  kind: "question" | "answer";
  before: string;
  hit: string;
  after: string;
  at: string;
}

export type RunState = "running" | "completed" | "waiting" | "stopped" | "limited" | "failed" | "interrupted";

/** What came of a draft. */
export type DecisionOutcome = "made" | "declined" | "rejected" | "refused" | "open";

/** A draft that the person is to approve, as the server worked it out. */
export interface ApprovalView {
  id: string;
  conversationId: string;
  runId: string;
  kind: string;
  title: string;
  organisation: string;
  state: "waiting" | "expired" | "approved" | "declined";
  fields: { name: string; value: string }[];
  lines: ApprovalLine[];
  totals: { net: string; tax: string; total: string; currency: string } | null;
  undo: string;
  createdAt: string;
  expiresAt: string;
}

export interface ApprovalLine {
  description: string;
  quantity: string;
  unitAmount: string;
  account: string;
  taxName: string;
  amount: string;
  tax: string;
}

export interface DecisionView {
  outcome: DecisionOutcome;
  message: string;
  /** Xero's own words. */
  reasons: string[];
  link: string | null;
  /** The run that goes on from it. */
  runId: string | null;
}

export interface EntryView {
  id: string;
  /** outcome: what the server tells became of a draft. */
  kind: "question" | "answer" | "outcome";
  runId: string;
  text: string;
  state: RunState | DecisionOutcome | null;
  /** Of an answer that did not complete: the cause and the next step. */
  error: string | null;
  pieces: PieceView[];
  tools: ToolView[];
  /** Of an answer: the draft that it put to the person. */
  approvalId?: string | null;
  /** Of an outcome: the record in Xero. */
  link?: string | null;
  /** Of a question: the earlier one whose place it took. */
  replaces?: string | null;
  at: string;
}

export interface PieceView {
  text: string;
  figure: FigureView | null;
}

export type FigureStatus = "verified" | "derived" | "user" | "unverified";

export interface FigureView {
  text: string;
  value: string;
  currency: string | null;
  status: FigureStatus;
  formula: string | null;
  /** The fact itself first, then what it was worked out of. */
  facts: FactView[];
}

export interface FactView {
  id: string;
  measure: string;
  subject: string;
  period: string;
  basis: string | null;
  value: string;
  formula: string | null;
  source: SourceView;
}

export interface SourceView {
  organisation: string;
  endpoint: string;
  recordIds: string[];
  records: number;
  link: string | null;
  fetchedAt: string;
  digest: string;
}

export interface ToolView {
  callId: string;
  name: string;
  arguments: string;
  failed: boolean;
  summary: string;
  millis: number;
}

export interface RunAccepted {
  runId: string;
  conversationId: string;
  /** Of the question among the entries. */
  messageId: string;
}

export interface RunView {
  runId: string;
  conversationId: string;
  state: RunState;
  error: string | null;
}

/** The events of a run, under the names of their `event` fields. */
export type RunEvent =
  | { type: "started"; runId: string; conversationId: string; provider: string; model: string }
  | { type: "tool-started"; callId: string; name: string; label: string }
  | { type: "tool-finished"; tool: ToolView }
  | { type: "text"; text: string }
  | { type: "figure"; figure: FigureView }
  | { type: "approval"; approvalId: string }
  /** The note says what is left of a budget, once that is little. */
  | { type: "usage"; budget?: { note: string | null } | null }
  | { type: "finished"; state: Exclude<RunState, "running">; error: string | null };

/** A call that did not succeed. Its message is for people; its status is 0 when the server was not reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const status = (signal?: AbortSignal) => call<StatusView>("GET", "status", { signal });

export const organisations = (signal?: AbortSignal) =>
  call<OrganisationsView>("GET", "xero/organisations", { signal });

/** Questions are about it from then on. */
export const chooseOrganisation = (id: string) =>
  call<OrganisationsView>("POST", `xero/organisations/${encodeURIComponent(id)}/choice`, { body: {} });

export const disconnectOrganisation = (id: string) =>
  call<OrganisationsView>("DELETE", `xero/organisations/${encodeURIComponent(id)}`);

export const beginSignIn = () => call<SignInStarted>("POST", "xero/sign-ins", { body: {} });

export const memory = (signal?: AbortSignal) => call<MemoryView>("GET", "memory", { signal });

/** Each change answers what there is then. */
export const tellMemory = (says: string, here: boolean) =>
  call<MemoryView>("POST", "memory/items", { body: { says, here } });

export const correctMemory = ({ id, about, other }: MemoryItem, says: string) =>
  call<MemoryView>("PUT", `memory/items/${encodeURIComponent(id)}`, { body: { about, says, other } });

export const keepMemory = (id: string) =>
  call<MemoryView>("POST", `memory/items/${encodeURIComponent(id)}/keep`, { body: {} });

export const forgetMemory = (id: string) => call<MemoryView>("DELETE", `memory/items/${encodeURIComponent(id)}`);

export const forgetAllMemory = () => call<MemoryView>("DELETE", "memory/items");

export const chooseStyle = (style: Style) => call<MemoryView>("PUT", "memory/style", { body: { style } });

/** @param month null for the running one */
export const usage = (month: string | null, signal?: AbortSignal) =>
  call<UsageReport>("GET", month === null ? "usage" : `usage${query({ month })}`, { signal });

export const conversations = (cursor: string | null, signal?: AbortSignal) =>
  call<PageView<ConversationView>>("GET", `conversations${query({ cursor, limit: "50" })}`, { signal });

/** A page may be empty although more follow. */
export const search = (words: string, cursor: string | null, signal?: AbortSignal) =>
  call<PageView<FoundView>>("GET", `search${query({ q: words, cursor, limit: "20" })}`, { signal });

export const createConversation = () => call<ConversationView>("POST", "conversations", { body: {} });

/** Every entry of a conversation, oldest first. */
export async function entries(conversationId: string, signal?: AbortSignal): Promise<EntryView[]> {
  const all: EntryView[] = [];
  let cursor: string | null = null;
  do {
    const path: string = `conversations/${encodeURIComponent(conversationId)}/entries${query({ cursor, limit: "100" })}`;
    const page: PageView<EntryView> = await call<PageView<EntryView>>("GET", path, { signal });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && cursor !== undefined);
  return all;
}

/**
 * Sending the same message id again answers the same run and asks nothing twice.
 *
 * @param replaces the latest question, when this one is to take its place
 */
export const sendMessage = (conversationId: string, id: string, text: string, replaces: string | null) =>
  call<RunAccepted>("POST", `conversations/${encodeURIComponent(conversationId)}/messages`, {
    body: { id, text, replaces },
  });

export const run = (runId: string, signal?: AbortSignal) =>
  call<RunView>("GET", `runs/${encodeURIComponent(runId)}`, { signal });

export const stopRun = (runId: string) => call<void>("POST", `runs/${encodeURIComponent(runId)}/stop`);

export const approval = (id: string, signal?: AbortSignal) =>
  call<ApprovalView>("GET", `approvals/${encodeURIComponent(id)}`, { signal });

/** The person's word on a draft. */
export const decide = (id: string, word: "approve" | "decline") =>
  call<DecisionView>("POST", `approvals/${encodeURIComponent(id)}/${word}`, { body: {} });

export const runEventsPath = (runId: string) => `./api/runs/${encodeURIComponent(runId)}/events`;

/** A UUID (version 4). `crypto.randomUUID` is missing on plain HTTP, where a self-hosted Pip may well be opened. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The one line for a person that any failure of a call comes down to. */
export function explain(error: unknown): string {
  return error instanceof ApiError ? error.message : "Something went wrong on this page. Reload it and try again.";
}

/** The problem that an error answer tells of, in the server's words where it gave any. */
export async function problemOf(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => null);
  const { code, message } = (problem ?? {}) as { code?: unknown; message?: unknown };
  return new ApiError(
    response.status,
    typeof code === "string" ? code : "unknown",
    typeof message === "string" && message !== "" ? message : wordsFor(response.status),
  );
}

async function call<T>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  { body, signal }: { body?: unknown; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const request: RequestInit = { method, headers: { Accept: "application/json" } };
  if (signal !== undefined) {
    request.signal = signal;
  }
  if (body !== undefined) {
    request.headers = { Accept: "application/json", "Content-Type": "application/json" };
    request.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(`./api/${path}`, request);
  } catch (cause) {
    if (signal?.aborted) {
      throw cause;
    }
    throw new ApiError(0, "unreachable", "Pip’s server cannot be reached. Check that it is running, then try again.");
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

function query(parameters: Record<string, string | null>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== null);
  return `?${new URLSearchParams(given)}`;
}

function wordsFor(code: number): string {
  switch (code) {
    case 401:
      return "You are signed out. Sign in again in another tab, then try again here; nothing you typed is lost.";
    case 404:
      return "This is not here any more. Start a new conversation.";
    case 413:
      return "That message is too long. Shorten it and send it again.";
    case 429:
      return "That was too many requests at once. Wait a minute and try again.";
    default:
      return `Pip’s server answered with an error (${code}). Try again in a moment.`;
  }
}
