import { useCallback, useEffect, useRef, useState } from "react";
import { Announcer } from "./components/Announcer";
import { Composer } from "./components/Composer";
import { ConversationNav } from "./components/ConversationNav";
import { Drawer } from "./components/Drawer";
import { MemoryDialog } from "./components/MemoryDialog";
import { OrganisationsDialog } from "./components/OrganisationsDialog";
import { SetupNote } from "./components/SetupNote";
import { Thread } from "./components/Thread";
import { UsageDialog } from "./components/UsageDialog";
import { Welcome } from "./components/Welcome";
import { useConversation } from "./hooks/useConversation";
import { useConversations } from "./hooks/useConversations";
import { useDrafts } from "./hooks/useDrafts";
import { useHash } from "./hooks/useHash";
import { useMedia } from "./hooks/useMedia";
import { useSearch } from "./hooks/useSearch";
import { useStatus } from "./hooks/useStatus";

export function App() {
  const [id, open] = useHash();
  const { status, problem: statusProblem, refresh: refreshStatus } = useStatus();
  const list = useConversations();
  const search = useSearch();
  const drafts = useDrafts(id);
  const wide = useMedia("(min-width: 52rem)");
  const [drawer, setDrawer] = useState(false);
  const [organisations, setOrganisations] = useState(false);
  const [memory, setMemory] = useState(false);
  const [usage, setUsage] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);

  const onCreated = useCallback(
    (created: string) => {
      drafts.moveTo(created);
      open(created);
    },
    [drafts.moveTo, open],
  );
  const conversation = useConversation(id, onCreated, list.refresh);
  const { state, running, sending, problem } = conversation;

  // With a finger for a pointer, the focus would bring up the keyboard over what is to be read.
  const focusInput = useCallback(() => {
    if (window.matchMedia("(pointer: fine)").matches) {
      input.current?.focus();
    }
  }, []);
  useEffect(focusInput, [focusInput, id]);

  const reachable = statusProblem === null;
  useEffect(() => {
    if (reachable) {
      list.refresh();
    }
  }, [reachable, list.refresh]);

  const ask = async (question: string, replaces: string | null = null) => {
    if (question === "" || sending || running !== null) {
      return null;
    }
    focusInput();
    return conversation.send(question, replaces);
  };
  const sendDraft = async () => {
    const taken = await ask(drafts.draft.trim());
    if (taken !== null) {
      drafts.drop(taken);
    }
  };

  const nav = (
    <ConversationNav
      list={list}
      search={search}
      open={id}
      onOpen={(chosen) => {
        setDrawer(false);
        open(chosen);
      }}
    />
  );

  return (
    <div className="page">
      <header>
        {!wide && (
          <button
            type="button"
            className="plain"
            aria-haspopup="dialog"
            aria-label="Conversations"
            title="Conversations"
            onClick={() => setDrawer(true)}
          >
            ☰
          </button>
        )}
        <h1>Pip</h1>
        <button type="button" className="plain notes" aria-haspopup="dialog" onClick={() => setMemory(true)}>
          Notes
        </button>
        <button type="button" className="plain notes" aria-haspopup="dialog" onClick={() => setUsage(true)}>
          Usage
        </button>
        {status !== null && (
          <button
            type="button"
            className="plain whose"
            aria-haspopup="dialog"
            aria-label={status.organisation === null ? "Xero organisations" : `Organisation: ${status.organisation}`}
            onClick={() => setOrganisations(true)}
          >
            {status.organisation ?? "Xero"}
          </button>
        )}
      </header>
      {wide ? nav : drawer && <Drawer onClose={() => setDrawer(false)}>{nav}</Drawer>}
      {memory && <MemoryDialog onClose={() => setMemory(false)} />}
      {usage && <UsageDialog onClose={() => setUsage(false)} />}
      {organisations && (
        <OrganisationsDialog onClose={() => setOrganisations(false)} onChange={refreshStatus} />
      )}
      <main>
        <Thread
          state={state}
          canAsk={running === null && !sending}
          onReplace={async (turn, question) => (await ask(question, turn.questionId)) !== null}
          onDecided={conversation.reload}
        >
          <SetupNote status={status} problem={statusProblem} />
          {!state.loading && state.turns.length === 0 && (
            <Welcome organisation={status?.organisation ?? null} onAsk={(question) => void ask(question)} />
          )}
          {state.loading && problem === null && <p className="waiting">Opening the conversation…</p>}
        </Thread>
        <Composer
          input={input}
          text={drafts.draft}
          sending={sending}
          running={running !== null}
          stopping={conversation.stopping}
          problem={problem}
          onText={drafts.write}
          onSend={() => void sendDraft()}
          onStop={() => {
            focusInput();
            void conversation.stop();
          }}
          onReload={conversation.reload}
        />
        <Announcer answer={state.turns.at(-1)?.answer ?? null} lost={state.connection === "lost"} />
      </main>
    </div>
  );
}
