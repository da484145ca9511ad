import { useCallback, useState } from "react";
import * as api from "../api";

export interface ConversationList {
  items: api.ConversationView[];
  /** Whether older ones can be shown. */
  more: boolean;
  problem: string | null;
  refresh: () => void;
  showMore: () => void;
}

/** The conversations, the one with the latest entry first; none until the first refresh. */
export function useConversations(): ConversationList {
  const [page, setPage] = useState<api.PageView<api.ConversationView>>({ items: [], next: null });
  const [problem, setProblem] = useState<string | null>(null);

  const refresh = useCallback(() => {
    api.conversations(null).then(
      (first) => {
        setProblem(null);
        setPage((known) => withFirstPage(known, first));
      },
      (error: unknown) => setProblem(api.explain(error)),
    );
  }, []);

  const showMore = useCallback(() => {
    api.conversations(page.next).then(
      (older) => setPage((known) => ({ items: distinct([...known.items, ...older.items]), next: older.next })),
      (error: unknown) => setProblem(api.explain(error)),
    );
  }, [page.next]);

  return { items: page.items, more: page.next !== null && page.next !== undefined, problem, refresh, showMore };
}

/** Keeps the older pages that are shown already, and where they go on. */
function withFirstPage(
  known: api.PageView<api.ConversationView>,
  first: api.PageView<api.ConversationView>,
): api.PageView<api.ConversationView> {
  const items = distinct([...first.items, ...known.items]);
  return items.length > first.items.length ? { items, next: known.next } : first;
}

function distinct(items: api.ConversationView[]): api.ConversationView[] {
  return [...new Map([...items].reverse().map((item) => [item.id, item])).values()].reverse();
}
