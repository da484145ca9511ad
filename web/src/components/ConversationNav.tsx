import type { ConversationList } from "../hooks/useConversations";
import type { Search } from "../hooks/useSearch";
import { shortMomentOf } from "../words";
import { SearchResults } from "./SearchResults";

interface Props {
  list: ConversationList;
  search: Search;
  open: string | null;
  onOpen: (id: string | null) => void;
}

/** The list of conversations, or what a search finds in them, and the way to a new one. */
export function ConversationNav({ list, search, open, onOpen }: Props) {
  return (
    <nav className="conversations" aria-label="Conversations">
      <button type="button" className="new" onClick={() => onOpen(null)}>
        New conversation
      </button>
      <input
        type="search"
        aria-label="Search conversations"
        placeholder="Search"
        maxLength={200}
        value={search.words}
        onChange={(event) => search.look(event.target.value)}
      />
      {search.words.trim() === "" ? <Conversations {...{ list, open, onOpen }} /> : <SearchResults {...{ search, onOpen }} />}
    </nav>
  );
}

function Conversations({ list, open, onOpen }: Omit<Props, "search">) {
  return (
    <>
      {list.problem !== null && (
        <p className="problem">
          The list could not be read.{" "}
          <button type="button" className="plain" onClick={list.refresh}>
            Try again
          </button>
        </p>
      )}
      <ul>
        {list.items.map((conversation) => (
          <li key={conversation.id}>
            <a
              href={`#${encodeURIComponent(conversation.id)}`}
              aria-current={conversation.id === open ? "page" : undefined}
              onClick={(event) => {
                if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
                  event.preventDefault();
                  onOpen(conversation.id);
                }
              }}
            >
              <span className="title">{conversation.title === "" ? "New conversation" : conversation.title}</span>
              <time dateTime={conversation.updatedAt}>{shortMomentOf(conversation.updatedAt)}</time>
            </a>
          </li>
        ))}
      </ul>
      {list.more && (
        <button type="button" className="plain" onClick={list.showMore}>
          Show older ones
        </button>
      )}
    </>
  );
}
