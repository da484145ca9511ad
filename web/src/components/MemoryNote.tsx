import { useState } from "react";
import * as api from "../api";

interface Props {
  item: api.MemoryItem;
  busy: boolean;
  change: (work: () => Promise<api.MemoryView>) => Promise<boolean>;
}

/** One thing that is kept in mind, or was suggested. */
export function MemoryNote({ item, busy, change }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const { id, sentence, kept, everywhere, here } = item;

  const save = async () => {
    const text = draft?.trim() ?? "";
    if (text !== "" && (await change(() => api.correctMemory(item, text)))) {
      setDraft(null);
    }
  };

  return (
    <li>
      {draft === null ? (
        <>
          <span className="thing">
            {sentence}
            {!kept && <span className="ended">Suggested. It counts for nothing until you keep it.</span>}
            {!everywhere && <span className="calls">{here ? "This organisation only" : "Another organisation only"}</span>}
          </span>
          {!kept && (
            <button type="button" className="plain" disabled={busy} aria-label={`Keep: ${sentence}`} onClick={() => void change(() => api.keepMemory(id))}>
              Keep
            </button>
          )}
          {kept && (
            <button type="button" className="plain" aria-label={`Change: ${sentence}`} onClick={() => setDraft(item.says)}>
              Change
            </button>
          )}
          <button type="button" className="plain" disabled={busy} aria-label={`Delete: ${sentence}`} onClick={() => void change(() => api.forgetMemory(id))}>
            Delete
          </button>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <label className="field">
            {item.other === null ? `About ${item.about}` : `${item.about} … ${item.other}`}
            <input type="text" autoFocus maxLength={300} value={draft} onChange={(event) => setDraft(event.target.value)} />
          </label>
          <button type="submit" disabled={busy || draft.trim() === ""}>
            Save
          </button>
          <button type="button" onClick={() => setDraft(null)}>
            Cancel
          </button>
        </form>
      )}
    </li>
  );
}
