import { useCallback, useEffect, useState } from "react";
import * as api from "../api";

export interface Search {
  words: string;
  /** What was found; null while nothing is looked for, or nothing has come yet. */
  found: api.FoundView[] | null;
  more: boolean;
  problem: string | null;
  look: (words: string) => void;
  showMore: () => void;
}

/** Long enough for the next letter to come. */
const PAUSE = 250;

interface Found {
  items: api.FoundView[];
  next: string | null;
}

/** Looks through all conversations for the words last typed. */
export function useSearch(): Search {
  const [words, look] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = words.trim();

  useEffect(() => {
    setProblem(null);
    if (wanted === "") {
      setFound(null);
      return;
    }
    const left = new AbortController();
    const timer = setTimeout(() => {
      next(wanted, null, left.signal).then(
        (page) => setFound(page),
        (error: unknown) => {
          if (!left.signal.aborted) {
            setFound(null);
            setProblem(api.explain(error));
          }
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [wanted]);

  const showMore = useCallback(() => {
    if (found === null || found.next === null) {
      return;
    }
    next(wanted, found.next).then(
      (page) => setFound((known) => (known === found ? { items: [...found.items, ...page.items], next: page.next } : known)),
      (error: unknown) => setProblem(api.explain(error)),
    );
  }, [wanted, found]);

  return { words, found: found?.items ?? null, more: found !== null && found.next !== null, problem, look, showMore };
}

/** The next page that holds anything, or the last one. */
async function next(words: string, cursor: string | null, signal?: AbortSignal): Promise<Found> {
  let page = await api.search(words, cursor, signal);
  while (page.items.length === 0 && page.next !== null) {
    page = await api.search(words, page.next, signal);
  }
  return page;
}
