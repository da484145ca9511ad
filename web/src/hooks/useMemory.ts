import { useCallback, useEffect, useState } from "react";
import * as api from "../api";

export interface Memory {
  view: api.MemoryView | null;
  busy: boolean;
  problem: string | null;
  /** Makes one change; answers whether it was made. */
  change: (work: () => Promise<api.MemoryView>) => Promise<boolean>;
}

/** What Pip keeps in mind; read when the page that shows it opens. */
export function useMemory(): Memory {
  const [view, setView] = useState<api.MemoryView | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const leaving = new AbortController();
    api
      .memory(leaving.signal)
      .then(setView)
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) {
          setProblem(api.explain(error));
        }
      });
    return () => leaving.abort();
  }, []);

  const change = useCallback(async (work: () => Promise<api.MemoryView>) => {
    setBusy(true);
    setProblem(null);
    try {
      setView(await work());
      return true;
    } catch (error) {
      setProblem(api.explain(error));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { view, busy, problem, change };
}
