import { useCallback, useSyncExternalStore } from "react";

/** The conversation that the address names after its `#`; null for a new one. */
export function useHash(): [string | null, (id: string | null) => void] {
  const hash = useSyncExternalStore(listen, () => window.location.hash.slice(1));
  const open = useCallback((id: string | null) => {
    window.location.hash = id ?? "";
  }, []);
  return [hash === "" ? null : decodeURIComponent(hash), open];
}

function listen(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}
