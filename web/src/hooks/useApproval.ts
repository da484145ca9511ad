import { useCallback, useEffect, useState } from "react";
import * as api from "../api";

export interface Approval {
  view: api.ApprovalView | null;
  /** Which word the person has just given, while the server acts on it. */
  deciding: "approve" | "decline" | null;
  /** What came of that word. */
  decision: api.DecisionView | null;
  /** One line for a person about the last thing that did not work. */
  problem: string | null;
  decide: (word: "approve" | "decline") => Promise<void>;
  reload: () => void;
}

/**
 * A draft that waits, as the server tells of it.
 *
 * @param onDecided hears when the conversation goes on from a decision
 */
export function useApproval(id: string, onDecided: () => void): Approval {
  const [view, setView] = useState<api.ApprovalView | null>(null);
  const [deciding, setDeciding] = useState<"approve" | "decline" | null>(null);
  const [decision, setDecision] = useState<api.DecisionView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [loads, setLoads] = useState(0);

  useEffect(() => {
    const leaving = new AbortController();
    api.approval(id, leaving.signal).then(setView, (error: unknown) => {
      if (!leaving.signal.aborted) {
        setProblem(api.explain(error));
      }
    });
    return () => leaving.abort();
  }, [id, loads]);

  const reload = useCallback(() => {
    setProblem(null);
    setLoads((count) => count + 1);
  }, []);

  const decide = useCallback(
    async (word: "approve" | "decline") => {
      setDeciding(word);
      setProblem(null);
      try {
        const came = await api.decide(id, word);
        setDecision(came);
        if (came.runId !== null) {
          onDecided();
        }
      } catch (error) {
        setProblem(api.explain(error));
      } finally {
        setDeciding(null);
        setLoads((count) => count + 1);
      }
    },
    [id, onDecided],
  );

  return { view, deciding, decision, problem, decide, reload };
}
