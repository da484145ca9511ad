import { useEffect, useState } from "react";
import { monthsOn } from "../amounts";
import * as api from "../api";
import type { UsageReport } from "../usage";

export interface UsageMonths {
  report: UsageReport | null;
  /** The running month, after which there is none; null until it is known. */
  running: string | null;
  problem: string | null;
  /** Goes so many months on from the one that is shown, or back; what is shown stays until the other is read. */
  go: (months: number) => void;
}

/** What was used in a month, first in the running one. */
export function useUsage(): UsageMonths {
  const [asked, setAsked] = useState<{ month: string | null }>({ month: null });
  const [report, setReport] = useState<UsageReport | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const leaving = new AbortController();
    api
      .usage(asked.month, leaving.signal)
      .then((read) => {
        setReport(read);
        setRunning((known) => known ?? read.month);
        setProblem(null);
      })
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) {
          setProblem(api.explain(error));
        }
      });
    return () => leaving.abort();
  }, [asked]);

  const go = (months: number) => {
    if (report !== null) {
      setAsked({ month: monthsOn(report.month, months) });
    }
  };
  return { report, running, problem, go };
}
