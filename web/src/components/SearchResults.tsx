import type { Search } from "../hooks/useSearch";
import { counted, shortMomentOf } from "../words";

interface Props {
  search: Search;
  onOpen: (conversationId: string) => void;
}

/** What a search found: each with its conversation and a line around the first word. */
export function SearchResults({ search, onOpen }: Props) {
  const { found, more, problem } = search;
  return (
    <>
      <p role="status" className={problem === null ? "count" : "problem"}>
        {problem ?? (found === null ? "Looking…" : told(found.length, more))}
      </p>
      <ul>
        {found?.map((each) => (
          <li key={each.entryId}>
            <a
              href={`#${encodeURIComponent(each.conversationId)}`}
              onClick={(event) => {
                if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
                  event.preventDefault();
                  onOpen(each.conversationId);
                }
              }}
            >
              <span className="title">{each.title === "" ? "New conversation" : each.title}</span>
              <span className="excerpt">
                {each.before}
                <mark>{each.hit}</mark>
                {each.after}
              </span>
              <time dateTime={each.at}>{shortMomentOf(each.at)}</time>
            </a>
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" className="plain" onClick={search.showMore}>
          Show more
        </button>
      )}
    </>
  );
}

function told(count: number, more: boolean): string {
  if (count === 0) {
    return "Nothing that was said has these words.";
  }
  return more ? `The latest ${counted(count, "place")}` : counted(count, "place");
}
