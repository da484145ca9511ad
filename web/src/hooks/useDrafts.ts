import { useCallback, useEffect, useState } from "react";

type Drafts = Record<string, string>;

const KEY = "pip-drafts";
const NEW = "new";

/** What is typed and not sent, a conversation each; it outlives a reload and a session that ran out. */
export function useDrafts(conversation: string | null) {
  const [drafts, setDrafts] = useState<Drafts>(stored);

  useEffect(() => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(drafts));
    } catch {
      // Storage is off in this browser: drafts then last as long as the page.
    }
  }, [drafts]);

  const write = useCallback(
    (text: string) => setDrafts((all) => ({ ...all, [conversation ?? NEW]: text })),
    [conversation],
  );
  /** The new conversation has got its id. */
  const moveTo = useCallback(
    (id: string) => setDrafts(({ [NEW]: text = "", ...others }) => ({ ...others, [id]: text })),
    [],
  );
  const drop = useCallback((id: string) => setDrafts(({ [id]: _, ...others }) => others), []);
  return { draft: drafts[conversation ?? NEW] ?? "", write, moveTo, drop };
}

function stored(): Drafts {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Drafts;
  } catch {
    return {};
  }
}
