/** What the page shows of a conversation, and how entries and events change it. Pure. */
import type { EntryView, FigureView, PieceView, RunEvent, RunState, ToolView } from "./api";
import type { Connection } from "./events";

export interface Step {
  callId: string;
  /** What it does, such as `Reading open invoices`; null when its start was not seen. */
  label: string | null;
  /** What came of it, or why it failed; empty while it runs. */
  summary: string;
  state: "running" | "done" | "failed" | "unfinished";
}

export interface Answer {
  runId: string;
  state: RunState;
  pieces: PieceView[];
  steps: Step[];
  /** What went wrong and what to do, in the server's words. */
  error: string | null;
  /** Of the draft that it put to the person. */
  approvalId: string | null;
  /** What is left of a budget, once that is little; null too when its events were not seen. */
  budgetNote: string | null;
  /** The number of the last event taken in; 0 when the answer was loaded whole. */
  sequence: number;
}

export interface Turn {
  questionId: string;
  question: string;
  /** Where the server told what became of a draft, and nobody asked: how it ended, and the record in Xero. */
  outcome: { result: string; link: string | null } | null;
  answer: Answer;
  /** What it took the place of, oldest first; these have no earlier ones themselves. */
  earlier: Turn[];
}

export interface ConversationState {
  /** Null until the first message made a conversation of it. */
  id: string | null;
  loading: boolean;
  turns: Turn[];
  connection: Connection;
}

export type ConversationAction =
  | { type: "opened"; id: string | null }
  | { type: "created"; id: string }
  | { type: "loaded"; entries: EntryView[] }
  | { type: "asked"; questionId: string; question: string; runId: string; replaces: string | null }
  | { type: "event"; runId: string; sequence: number; event: RunEvent }
  | { type: "connection"; connection: Connection }
  /** The run is known to be over, though its last event was not seen. */
  | { type: "concluded"; runId: string; state: RunState; error: string | null };

export const nothingYet: ConversationState = { id: null, loading: false, turns: [], connection: "open" };

export function reduce(state: ConversationState, action: ConversationAction): ConversationState {
  switch (action.type) {
    case "opened":
      return { ...nothingYet, id: action.id, loading: action.id !== null };
    case "created":
      return { ...state, id: action.id };
    case "loaded":
      return { ...state, loading: false, turns: turnsOf(action.entries, state.turns) };
    case "asked":
      return state.turns.some((turn) => turn.questionId === action.questionId)
        ? state
        : {
            ...state,
            connection: "open",
            turns: placed(
              state.turns,
              {
                questionId: action.questionId,
                question: action.question,
                outcome: null,
                answer: begun(action.runId),
                earlier: [],
              },
              action.replaces,
            ),
          };
    case "event":
      return withAnswer(state, action.runId, (answer) =>
        action.sequence <= answer.sequence
          ? answer
          : { ...afterEvent(answer, action.event), sequence: action.sequence },
      );
    case "connection":
      return state.connection === action.connection ? state : { ...state, connection: action.connection };
    case "concluded":
      return withAnswer({ ...state, connection: "open" }, action.runId, (answer) =>
        finished(answer, action.state, action.error),
      );
  }
}

/** The run that is still going, whose events are to be followed. */
export function runningRun(state: ConversationState): string | null {
  return state.turns.find((turn) => turn.answer.state === "running")?.answer.runId ?? null;
}

/** What an answer did not put to the person cannot be asked of them. */
export const waitsFor = (answer: Answer): string | null => (answer.state === "running" ? null : answer.approvalId);

/** An answer's words, with each figure's status where a listener would otherwise not know of it. */
export function spoken(pieces: PieceView[]): string {
  return pieces
    .map(({ text, figure }) => (figure?.status === "unverified" ? `${text} (not verified)` : text))
    .join("");
}

const made = ["made", "open"];

/** The question that can be asked again or changed: the latest, unless a draft of it was approved. */
export function replaceable(turns: Turn[]): Turn | null {
  const latest = latestAsked(turns);
  const kept = turns.slice(latest + 1).some(({ outcome }) => outcome !== null && made.includes(outcome.result));
  return kept ? null : (turns[latest] ?? null);
}

const latestAsked = (turns: Turn[]) => turns.findLastIndex(({ outcome }) => outcome === null);

/** With a turn that takes the place of the latest question and of what was told after it, or comes at the end. */
function placed(turns: Turn[], turn: Turn, replaces: string | null): Turn[] {
  const latest = latestAsked(turns);
  if (replaces === null || turns[latest]?.questionId !== replaces) {
    return [...turns, turn];
  }
  const earlier = turns.slice(latest).flatMap((each) => [...each.earlier, { ...each, earlier: [] }]);
  return [...turns.slice(0, latest), { ...turn, earlier }];
}

/** A question without an answer is of a run that goes on, or that ended without leaving one. */
function turnsOf(entries: EntryView[], known: Turn[]): Turn[] {
  let turns: Turn[] = [];
  for (const entry of entries) {
    if (entry.kind !== "answer") {
      const outcome = entry.kind === "outcome" ? { result: entry.state ?? "", link: entry.link ?? null } : null;
      const seen = known.find((turn) => turn.answer.runId === entry.runId)?.answer;
      const answer = seen ?? begun(entry.runId);
      const turn: Turn = { questionId: entry.id, question: entry.text, outcome, answer, earlier: [] };
      turns = placed(turns, turn, entry.replaces ?? null);
      continue;
    }
    const turn = turns.find(({ answer }) => answer.runId === entry.runId);
    if (turn !== undefined) {
      turn.answer = {
        runId: entry.runId,
        state: (entry.state as RunState | null) ?? "completed",
        pieces: entry.pieces.length > 0 ? entry.pieces : [{ text: entry.text, figure: null }],
        steps: entry.tools.map(stepOf),
        error: entry.error,
        approvalId: entry.approvalId ?? null,
        budgetNote: turn.answer.budgetNote,
        sequence: turn.answer.sequence,
      };
    }
  }
  return turns;
}

const begun = (runId: string): Answer => ({
  runId,
  state: "running",
  pieces: [],
  steps: [],
  error: null,
  approvalId: null,
  budgetNote: null,
  sequence: 0,
});

function withAnswer(
  state: ConversationState,
  runId: string,
  change: (answer: Answer) => Answer,
): ConversationState {
  return {
    ...state,
    turns: state.turns.map((turn) =>
      turn.answer.runId === runId ? { ...turn, answer: change(turn.answer) } : turn,
    ),
  };
}

function afterEvent(answer: Answer, event: RunEvent): Answer {
  switch (event.type) {
    case "started":
      return answer;
    case "usage":
      return { ...answer, budgetNote: event.budget?.note ?? null };
    case "tool-started":
      return {
        ...answer,
        steps: [...answer.steps, { callId: event.callId, label: event.label, summary: "", state: "running" }],
      };
    case "tool-finished":
      return { ...answer, steps: withFinishedStep(answer.steps, event.tool) };
    case "text":
      return { ...answer, pieces: withText(answer.pieces, event.text) };
    case "figure":
      return { ...answer, pieces: [...answer.pieces, pieceOf(event.figure)] };
    case "approval":
      return { ...answer, approvalId: event.approvalId };
    case "finished":
      return finished(answer, event.state, event.error);
  }
}

function finished(answer: Answer, state: RunState, error: string | null): Answer {
  const steps = answer.steps.map((step): Step => (step.state === "running" ? { ...step, state: "unfinished" } : step));
  return { ...answer, state, error, steps };
}

function withFinishedStep(steps: Step[], tool: ToolView): Step[] {
  const ended = stepOf(tool);
  return steps.some((step) => step.callId === tool.callId)
    ? steps.map((step) => (step.callId === tool.callId ? { ...ended, label: step.label } : step))
    : [...steps, ended];
}

const stepOf = (tool: ToolView): Step => ({
  callId: tool.callId,
  label: null,
  summary: tool.summary === "" ? tool.name : tool.summary,
  state: tool.failed ? "failed" : "done",
});

function withText(pieces: PieceView[], text: string): PieceView[] {
  const last = pieces.at(-1);
  return last !== undefined && last.figure === null
    ? [...pieces.slice(0, -1), { text: last.text + text, figure: null }]
    : [...pieces, { text, figure: null }];
}

const pieceOf = (figure: FigureView): PieceView => ({ text: figure.text, figure });
