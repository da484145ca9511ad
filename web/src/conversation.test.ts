import { describe, expect, test } from "vitest";
import type { EntryView, FigureView, RunEvent, ToolView } from "./api";
import {
  type ConversationAction,
  type ConversationState,
  nothingYet,
  reduce,
  replaceable,
  runningRun,
  spoken,
  waitsFor,
} from "./conversation";

const figure: FigureView = {
  text: "$1,234.50",
  value: "1234.50",
  currency: "AUD",
  status: "verified",
  formula: null,
  facts: [],
};
const tool = (callId: string, failed = false): ToolView => ({
  callId,
  name: "open_invoices",
  arguments: "{}",
  failed,
  summary: "Read 3 open invoices",
  millis: 12,
});
const question: EntryView = {
  id: "q1",
  kind: "question",
  runId: "r1",
  text: "Who owes me money?",
  state: null,
  error: null,
  pieces: [],
  tools: [],
  at: "2026-11-23T05:00:00Z",
};
const answer: EntryView = {
  id: "a1",
  kind: "answer",
  runId: "r1",
  text: "Acme owes $1,234.50.",
  state: "completed",
  error: null,
  pieces: [
    { text: "Acme owes ", figure: null },
    { text: "$1,234.50", figure },
    { text: ".", figure: null },
  ],
  tools: [tool("c1")],
  at: "2026-11-23T05:00:02Z",
};

const after = (...actions: ConversationAction[]): ConversationState => actions.reduce(reduce, nothingYet);
const asked: ConversationAction = { type: "asked", questionId: "q1", question: question.text, runId: "r1", replaces: null };
const events = (...list: RunEvent[]): ConversationAction[] =>
  list.map((event, index) => ({ type: "event", runId: "r1", sequence: index + 1, event }));

const parked: EntryView = { ...answer, text: "", pieces: [], state: "waiting", approvalId: "p1" };
const outcome: EntryView = {
  ...question,
  id: "o1",
  kind: "outcome",
  runId: "r2",
  text: "Made: draft invoice INV-7.",
  state: "made",
  approvalId: "p1",
  link: "https://go.xero.com/x",
};

describe("drafts", () => {
  test("knows what an answer put to the person, from its event or its entry", () => {
    const live = after(
      asked,
      ...events({ type: "approval", approvalId: "p1" }, { type: "finished", state: "waiting", error: null }),
    );
    const loaded = after({ type: "loaded", entries: [question, parked] });
    for (const state of [live, loaded]) {
      expect(state.turns[0]?.answer.state).toBe("waiting");
      expect(waitsFor(state.turns[0]!.answer)).toBe("p1");
      expect(runningRun(state)).toBeNull();
    }
  });

  test("puts nothing to the person while the answer is still coming", () => {
    const state = after(asked, ...events({ type: "approval", approvalId: "p1" }));
    expect(waitsFor(state.turns[0]!.answer)).toBeNull();
  });

  test("follows the run that goes on from an outcome", () => {
    const state = after({ type: "loaded", entries: [question, parked, outcome] });
    expect(state.turns[0]?.outcome).toBeNull();
    expect(state.turns[1]?.outcome).toEqual({ result: "made", link: "https://go.xero.com/x" });
    expect(runningRun(state)).toBe("r2");
  });
});

describe("events", () => {
  test("build the same answer that its entry holds", () => {
    const streamed = after(
      asked,
      ...events(
        { type: "started", runId: "r1", conversationId: "k1", provider: "offline", model: "offline" },
        { type: "tool-started", callId: "c1", name: "open_invoices", label: "Read 3 open invoices" },
        { type: "tool-finished", tool: tool("c1") },
        { type: "text", text: "Acme " },
        { type: "text", text: "owes " },
        { type: "figure", figure },
        { type: "text", text: "." },
        { type: "usage" },
        { type: "finished", state: "completed", error: null },
      ),
    );
    const loaded = after({ type: "opened", id: "k1" }, { type: "loaded", entries: [question, answer] });
    const { steps, ...answered } = streamed.turns[0]!.answer;
    expect({ ...answered, sequence: 0 }).toEqual({ ...loaded.turns[0]!.answer, steps: undefined });
    expect(steps.map((step) => ({ ...step, label: null }))).toEqual(loaded.turns[0]!.answer.steps);
  });

  test("tell what is left of a budget, once the last reply did", () => {
    const note = "80% of your budget for November 2026 is used.";
    const near = [asked, ...events({ type: "usage", budget: null }, { type: "usage", budget: { note } })];
    expect(after(...near).turns[0]!.answer.budgetNote).toBe(note);
    expect(after(...near, { type: "loaded", entries: [question, answer] }).turns[0]!.answer.budgetNote).toBe(note);
  });

  test("count once, however often a connection repeats them", () => {
    const list = events({ type: "text", text: "Acme " }, { type: "text", text: "owes" });
    expect(after(asked, ...list, ...list).turns[0]!.answer.pieces).toEqual([{ text: "Acme owes", figure: null }]);
  });

  test("of another run change nothing", () => {
    const before = after(asked);
    expect(
      reduce(before, { type: "event", runId: "r9", sequence: 1, event: { type: "text", text: "x" } }),
    ).toEqual(before);
  });

  test("show steps as they run, finish and fail, in the order they started", () => {
    const [one, two, done, failed] = events(
      { type: "tool-started", callId: "c1", name: "a", label: "Reading open invoices" },
      { type: "tool-started", callId: "c2", name: "b", label: "Reading bills" },
      { type: "tool-finished", tool: tool("c2") },
      { type: "tool-finished", tool: tool("c1", true) },
    );
    const running = after(asked, one!, two!, done!);
    expect(running.turns[0]!.answer.steps.map(({ label, state }) => [label, state])).toEqual([
      ["Reading open invoices", "running"],
      ["Reading bills", "done"],
    ]);
    expect(reduce(running, failed!).turns[0]!.answer.steps[0]).toMatchObject({
      label: "Reading open invoices",
      state: "failed",
    });
  });

  test("leave no step running once the run has ended", () => {
    const state = after(
      asked,
      ...events(
        { type: "tool-started", callId: "c1", name: "a", label: "Reading open invoices" },
        { type: "finished", state: "stopped", error: null },
      ),
    );
    expect(state.turns[0]!.answer).toMatchObject({ state: "stopped", steps: [{ state: "unfinished" }] });
    expect(runningRun(state)).toBeNull();
  });

  test("carry what went wrong", () => {
    const error = "The key was refused. Set a new one.";
    const state = after(asked, ...events({ type: "finished", state: "failed", error }));
    expect(state.turns[0]!.answer.error).toBe(error);
  });
});

describe("a conversation", () => {
  test("is loading from when it is opened until its entries are there", () => {
    expect(after({ type: "opened", id: "k1" }).loading).toBe(true);
    expect(after({ type: "opened", id: "k1" }, { type: "loaded", entries: [] }).loading).toBe(false);
    expect(after({ type: "opened", id: null }).loading).toBe(false);
  });

  test("with an unanswered question has a run to follow", () => {
    expect(runningRun(after({ type: "opened", id: "k1" }, { type: "loaded", entries: [question] }))).toBe("r1");
    expect(runningRun(after({ type: "opened", id: "k1" }, { type: "loaded", entries: [question, answer] }))).toBeNull();
  });

  test("keeps what was streamed when its entries are loaded again", () => {
    const state = after(asked, ...events({ type: "text", text: "Acme" }), { type: "loaded", entries: [question] });
    expect(state.turns[0]!.answer).toMatchObject({ sequence: 1, pieces: [{ text: "Acme" }] });
  });

  test("holds a question once, however often it was sent", () => {
    expect(after(asked, asked).turns).toHaveLength(1);
  });

  test("keeps the words of an answer that came without pieces", () => {
    const state = after({ type: "loaded", entries: [question, { ...answer, pieces: [] }] });
    expect(state.turns[0]!.answer.pieces).toEqual([{ text: answer.text, figure: null }]);
  });

  test("takes over how a run ended when its last event was not seen", () => {
    const state = after(asked, { type: "concluded", runId: "r1", state: "interrupted", error: null });
    expect(state.turns[0]!.answer.state).toBe("interrupted");
  });
});

describe("a question asked again", () => {
  const again: EntryView = { ...question, id: "q2", runId: "r2", replaces: "q1" };
  const better: EntryView = { ...answer, id: "a2", runId: "r2", text: "Better.", pieces: [] };
  const edited: EntryView = { ...question, id: "q3", runId: "r3", text: "Who owes us?", replaces: "q2" };

  test("takes the place of the latest, which is kept as an earlier version", () => {
    const { turns } = after({ type: "loaded", entries: [question, answer, again, better, edited] });
    expect(turns).toHaveLength(1);
    expect(turns[0]).toMatchObject({ questionId: "q3", question: "Who owes us?", answer: { state: "running" } });
    expect(turns[0]!.earlier.map(({ questionId }) => questionId)).toEqual(["q1", "q2"]);
    expect(turns[0]!.earlier[1]!.answer.pieces).toEqual([{ text: "Better.", figure: null }]);
    expect(turns[0]!.earlier.flatMap(({ earlier }) => earlier)).toEqual([]);
  });

  test("is the same when it is sent as when it is loaded", () => {
    const loaded = after({ type: "loaded", entries: [question, answer] });
    const sent = reduce(loaded, { type: "asked", questionId: "q2", question: again.text, runId: "r2", replaces: "q1" });
    expect(sent.turns).toEqual(after({ type: "loaded", entries: [question, answer, again] }).turns);
    expect(runningRun(sent)).toBe("r2");
  });

  test("takes with it what became of a draft that was declined", () => {
    const declined: EntryView = { ...outcome, state: "declined", link: null };
    const entries = [question, parked, declined];
    expect(replaceable(after({ type: "loaded", entries }).turns)?.questionId).toBe("q1");
    const { turns } = after({ type: "loaded", entries: [...entries, again] });
    expect(turns.map(({ questionId }) => questionId)).toEqual(["q2"]);
    expect(turns[0]!.earlier).toHaveLength(2);
  });

  test("is offered for the latest only, and not once a draft of it was made", () => {
    expect(replaceable([])).toBeNull();
    const next: EntryView = { ...question, id: "q9", runId: "r9" };
    expect(replaceable(after({ type: "loaded", entries: [question, answer, next] }).turns)?.questionId).toBe("q9");
    expect(replaceable(after({ type: "loaded", entries: [question, parked, outcome] }).turns)).toBeNull();
  });

  test("replaces nothing when another question came in between", () => {
    const next: EntryView = { ...question, id: "q9", runId: "r9" };
    const { turns } = after({ type: "loaded", entries: [question, answer, next, again] });
    expect(turns.map(({ questionId }) => questionId)).toEqual(["q1", "q9", "q2"]);
  });
});

test("says aloud which figures are not verified", () => {
  expect(spoken(answer.pieces)).toBe("Acme owes $1,234.50.");
  expect(spoken([{ text: "$9", figure: { ...figure, text: "$9", status: "unverified" } }])).toBe("$9 (not verified)");
});
