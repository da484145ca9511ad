import { useEffect, useRef, useState } from "react";
import type { OrganisationView } from "../api";
import { useOrganisations } from "../hooks/useOrganisations";
import { callsLeft } from "../words";

/** Which organisations Pip reads, which of them questions are about, and the way to connect and disconnect them. */
export function OrganisationsDialog({ onClose, onChange }: { onClose: () => void; onChange: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { view, busy, problem, choose, disconnect, connect } = useOrganisations(onChange);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const all = view?.organisations ?? [];

  return (
    <dialog
      ref={dialog}
      className="organisations"
      aria-labelledby="organisations"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) {
          onClose();
        }
      }}
    >
      <div className="inside">
        <h2 id="organisations">Organisations</h2>
        {view === null && problem === null && <p className="waiting">Looking…</p>}
        {all.length > 0 && (
          <fieldset>
            <legend>Your questions are about</legend>
            <ul>
              {all.map((organisation) => (
                <Organisation
                  key={organisation.id}
                  organisation={organisation}
                  canDisconnect={view?.canConnect === true || organisation.state === "elsewhere"}
                  onChoose={() => void choose(organisation.id)}
                  onDisconnect={() => void disconnect(organisation.id)}
                />
              ))}
            </ul>
          </fieldset>
        )}
        <div role="status">
          {view?.note != null && <p className="remark">{view.note}</p>}
          {problem !== null && <p className="problem">{problem}</p>}
        </div>
        <div className="ways">
          {view?.canConnect === true && (
            <button type="button" className="connect" disabled={busy} onClick={() => void connect()}>
              {wordsFor(all)}
            </button>
          )}
          <button type="button" onClick={onClose}>
            Close
          </button>
        </div>
      </div>
    </dialog>
  );
}

interface Props {
  organisation: OrganisationView;
  canDisconnect: boolean;
  onChoose: () => void;
  onDisconnect: () => void;
}

function Organisation({ organisation, canDisconnect, onChoose, onDisconnect }: Props) {
  const [asking, setAsking] = useState(false);
  const { id, name, state, current, calls } = organisation;
  return (
    <li>
      <label>
        <input type="radio" name="organisation" checked={current} onChange={onChoose} />
        <span>
          {name}
          {state === "reconnect" && <span className="ended">Xero needs you to sign in again</span>}
          {state === "elsewhere" && (
            <span className="ended">Connected in another way than Pip’s settings say now</span>
          )}
          {calls != null && <span className="calls">{callsLeft(calls)}</span>}
        </span>
      </label>
      {canDisconnect && !asking && (
        <button type="button" className="plain" aria-label={`Disconnect ${name}`} onClick={() => setAsking(true)}>
          Disconnect
        </button>
      )}
      {asking && (
        <div className="sure" role="group" aria-labelledby={`sure-${id}`}>
          <p id={`sure-${id}`}>Pip will no longer read this organisation. Your conversations stay.</p>
          <button type="button" onClick={onDisconnect}>
            Yes, disconnect
          </button>
          <button type="button" autoFocus onClick={() => setAsking(false)}>
            Keep it
          </button>
        </div>
      )}
    </li>
  );
}

function wordsFor(all: OrganisationView[]): string {
  if (all.length === 0) {
    return "Connect to Xero";
  }
  return all.some((each) => each.state === "reconnect") ? "Sign in to Xero again" : "Add another from Xero";
}
