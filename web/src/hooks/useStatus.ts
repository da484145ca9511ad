import { useCallback, useEffect, useState } from "react";
import * as api from "../api";

export interface Status {
  status: api.StatusView | null;
  problem: string | null;
  /** Asks anew, after something was changed. */
  refresh: () => void;
}

const AGAIN_MILLIS = 5000;

/** What the server can do; asked again until nothing is missing, so that the page follows what is being set up. */
export function useStatus(): Status {
  const [known, setKnown] = useState<Omit<Status, "refresh">>({ status: null, problem: null });
  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((times) => times + 1), []);

  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      try {
        const status = await api.status(leaving.signal);
        setKnown({ status, problem: null });
        if (status.missing.length === 0) {
          return;
        }
      } catch (error) {
        if (leaving.signal.aborted) {
          return;
        }
        setKnown(({ status }) => ({ status, problem: api.explain(error) }));
      }
      timer = setTimeout(ask, AGAIN_MILLIS);
    };
    void ask();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [asked]);
  return { ...known, refresh };
}
