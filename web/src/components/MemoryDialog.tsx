import { useEffect, useRef, useState } from "react";
import * as api from "../api";
import { useMemory } from "../hooks/useMemory";
import { MemoryNote } from "./MemoryNote";

const STYLES: Record<api.Style, string> = {
  normal: "The usual way",
  concise: "In a sentence or two",
  formal: "Formally",
  explanatory: "With explanations",
};

/** What Pip keeps in mind: the person reads it, adds to it, says it otherwise, keeps what was suggested, deletes it. */
export function MemoryDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { view, busy, problem, change } = useMemory();
  const [says, setSays] = useState("");
  const [here, setHere] = useState(false);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const items = view?.items ?? [];

  const add = async () => {
    const text = says.trim();
    if (text !== "" && (await change(() => api.tellMemory(text, here)))) {
      setSays("");
    }
  };

  return (
    <dialog
      ref={dialog}
      className="organisations memory"
      aria-labelledby="memory"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) {
          onClose();
        }
      }}
    >
      <div className="inside">
        <h2 id="memory">Kept in mind</h2>
        {view === null && problem === null && <p className="waiting">Looking…</p>}
        {view !== null && items.length === 0 && (
          <p className="remark">Nothing yet. Say “Remember that …” in a conversation, or write it here.</p>
        )}
        {items.length > 0 && (
          <ul>
            {items.map((item) => (
              <MemoryNote key={item.id} item={item} busy={busy} change={change} />
            ))}
          </ul>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <label className="field">
            Keep in mind
            <input type="text" maxLength={300} value={says} onChange={(event) => setSays(event.target.value)} />
          </label>
          <label>
            <input type="checkbox" checked={here} onChange={(event) => setHere(event.target.checked)} />
            Only for this organisation
          </label>
          <button type="submit" disabled={busy || says.trim() === ""}>
            Add
          </button>
        </form>
        {view !== null && (
          <label className="field">
            Answer me
            <select
              value={view.style}
              onChange={(event) => void change(() => api.chooseStyle(event.target.value as api.Style))}
            >
              {Object.entries(STYLES).map(([style, words]) => (
                <option key={style} value={style}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        )}
        <div role="status">{problem !== null && <p className="problem">{problem}</p>}</div>
        <div className="ways">
          {items.length > 1 && !asking && (
            <button type="button" onClick={() => setAsking(true)}>
              Delete all
            </button>
          )}
          {asking && (
            <div className="sure" role="group" aria-labelledby="sure-all">
              <p id="sure-all">Everything that Pip keeps in mind will be deleted. Your conversations stay.</p>
              <button
                type="button"
                onClick={() => {
                  setAsking(false);
                  void change(api.forgetAllMemory);
                }}
              >
                Yes, delete all
              </button>
              <button type="button" autoFocus onClick={() => setAsking(false)}>
                Keep it
              </button>
            </div>
          )}
          <button type="button" onClick={onClose}>
            Close
          </button>
        </div>
      </div>
    </dialog>
  );
}
