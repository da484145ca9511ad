import { useCallback, useEffect, useState } from "react";
import * as api from "../api";

export interface Organisations {
  view: api.OrganisationsView | null;
  /** Whether something is under way; nothing else can be begun until it has ended. */
  busy: boolean;
  problem: string | null;
  choose: (id: string) => Promise<void>;
  disconnect: (id: string) => Promise<void>;
  /** Leaves this page for Xero's. */
  connect: () => Promise<void>;
}

/**
 * The connected organisations; read again when the person comes back to the window, as after a sign-in elsewhere.
 *
 * @param onChange called when others are connected, or another one is chosen
 */
export function useOrganisations(onChange: () => void): Organisations {
  const [view, setView] = useState<api.OrganisationsView | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const leaving = new AbortController();
    const read = async () => {
      try {
        setView(await api.organisations(leaving.signal));
        setProblem(null);
      } catch (error) {
        if (!leaving.signal.aborted) {
          setProblem(api.explain(error));
        }
      }
    };
    void read();
    window.addEventListener("focus", read);
    return () => {
      leaving.abort();
      window.removeEventListener("focus", read);
    };
  }, []);

  const change = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(api.explain(error));
    } finally {
      setBusy(false);
    }
  }, []);

  // The choice is seen at once; when it could not be made, what there was comes back.
  const choose = (id: string) =>
    change(async () => {
      const before = view;
      setView(before && { ...before, organisations: before.organisations.map((each) => ({ ...each, current: each.id === id })) });
      try {
        setView(await api.chooseOrganisation(id));
      } catch (error) {
        setView(before);
        throw error;
      }
      onChange();
    });
  const disconnect = (id: string) =>
    change(async () => {
      setView(await api.disconnectOrganisation(id));
      onChange();
    });
  const connect = () =>
    change(async () => {
      const { url } = await api.beginSignIn();
      window.location.assign(url);
    });
  return { view, busy, problem, choose, disconnect, connect };
}
