import { useEffect, useState } from "react";

const TICK_MILLIS = 5000;

/** Whether the moment has come; looks every few seconds, so that a countdown beside it changes quietly. */
export function useHasPassed(instant: string | null): boolean {
  const [now, setNow] = useState(() => Date.now());
  const passed = instant !== null && new Date(instant).getTime() <= now;
  useEffect(() => {
    if (instant === null || passed) {
      return;
    }
    const left = new Date(instant).getTime() - Date.now();
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, Math.min(TICK_MILLIS, left)));
    return () => clearTimeout(timer);
  }, [instant, passed, now]);
  return passed;
}
