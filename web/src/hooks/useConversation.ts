import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import * as api from "../api";
import { type ConversationState, nothingYet, reduce, runningRun } from "../conversation";
import { followRun } from "../events";

export interface OpenConversation {
  state: ConversationState;
  /** The run that is still going. */
  running: string | null;
  sending: boolean;
  stopping: boolean;
  /** One line for a person about the last thing that did not work. */
  problem: string | null;
  /**
   * Answers the conversation that took the message; null when none did, and the text is the caller's to keep.
   *
   * @param replaces the question whose place it takes; null for a new one
   */
  send: (text: string, replaces: string | null) => Promise<string | null>;
  stop: () => Promise<void>;
  reload: () => void;
}

/** What the server answers when the conversation went on in another window. */
const elsewhere = ["run_in_progress", "not_replaceable"];

/**
 * The conversation with the given id, or the one that the first message begins when it is null.
 *
 * @param onCreated hears the id of a conversation that a first message began, before that message is sent
 * @param onChanged hears when a message was taken and when a run ended
 */
export function useConversation(
  id: string | null,
  onCreated: (id: string) => void,
  onChanged: () => void,
): OpenConversation {
  const [state, dispatch] = useReducer(reduce, nothingYet);
  const [sending, setSending] = useState(false);
  const [stopping, setStopping] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [loads, setLoads] = useState(0);
  const opened = useRef<string | null>(null);
  /** The conversation begun here, of which there is nothing to load. */
  const begun = useRef<string | null>(null);
  const unsent = useRef<{ id: string; conversation: string; text: string; replaces: string | null } | null>(null);
  const running = runningRun(state);

  useEffect(() => {
    if (id !== null && id === begun.current) {
      return;
    }
    begun.current = null;
    const leaving = new AbortController();
    if (id !== opened.current) {
      opened.current = id;
      dispatch({ type: "opened", id });
    }
    setProblem(null);
    if (id !== null) {
      api.entries(id, leaving.signal).then(
        (entries) => dispatch({ type: "loaded", entries }),
        (error: unknown) => {
          if (!leaving.signal.aborted) {
            setProblem(api.explain(error));
          }
        },
      );
    }
    return () => leaving.abort();
  }, [id, loads]);

  useEffect(() => {
    if (running === null) {
      return;
    }
    const leaving = new AbortController();
    const { signal } = leaving;
    follow(running).catch((error: unknown) => {
      if (!signal.aborted) {
        setProblem(api.explain(error));
      }
    });
    return () => leaving.abort();

    async function follow(runId: string) {
      const followed = await followRun({
        path: api.runEventsPath(runId),
        signal,
        onEvent: (sequence, event) => dispatch({ type: "event", runId, sequence, event }),
        onConnection: (connection) => dispatch({ type: "connection", connection }),
        stillRunning: async () => (await api.run(runId, signal)).state === "running",
      });
      if (followed === "gone") {
        await takeOverEnd(runId);
      }
      onChanged();
    }

    /** The events are not to be had any more: the stored entries tell what was answered, the run how it ended. */
    async function takeOverEnd(runId: string) {
      const run = await api.run(runId, signal).catch(() => null);
      if (opened.current !== null) {
        dispatch({ type: "loaded", entries: await api.entries(opened.current, signal) });
      }
      const ended = run === null || run.state === "running" ? "interrupted" : run.state;
      dispatch({ type: "concluded", runId, state: ended, error: run?.error ?? null });
    }
  }, [running, loads, onChanged]);

  const send = useCallback(
    async (text: string, replaces: string | null): Promise<string | null> => {
      setSending(true);
      setProblem(null);
      let conversation = opened.current;
      try {
        if (conversation === null) {
          conversation = (await api.createConversation()).id;
          if (opened.current === null) {
            opened.current = conversation;
            begun.current = conversation;
            dispatch({ type: "created", id: conversation });
            onCreated(conversation);
          }
        }
        const last = unsent.current;
        if (last?.conversation !== conversation || last.text !== text || last.replaces !== replaces) {
          unsent.current = { id: api.newId(), conversation, text, replaces };
        }
        const message = unsent.current!;
        const accepted = await api.sendMessage(conversation, message.id, text, replaces);
        unsent.current = null;
        if (opened.current === conversation) {
          dispatch({
            type: "asked",
            questionId: accepted.messageId,
            question: text,
            runId: accepted.runId,
            replaces,
          });
        }
        onChanged();
        return conversation;
      } catch (error) {
        setProblem(api.explain(error));
        if (error instanceof api.ApiError && elsewhere.includes(error.code) && conversation !== null) {
          const entries = await api.entries(conversation).catch(() => null);
          if (entries !== null && opened.current === conversation) {
            dispatch({ type: "loaded", entries });
          }
        }
        return null;
      } finally {
        setSending(false);
      }
    },
    [onCreated, onChanged],
  );

  const stop = useCallback(async () => {
    if (running === null) {
      return;
    }
    setStopping(running);
    setProblem(null);
    try {
      await api.stopRun(running);
    } catch (error) {
      setStopping(null);
      setProblem(api.explain(error));
    }
  }, [running]);

  const reload = useCallback(() => {
    begun.current = null;
    setLoads((count) => count + 1);
  }, []);

  return { state, running, sending, stopping: stopping !== null && stopping === running, problem, send, stop, reload };
}
