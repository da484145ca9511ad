import { costOf, lackOf, priceOf, usedWords } from "../amounts";
import type { UsageReport, Used } from "../usage";
import { counted } from "../words";

/** What a month came to. */
export function UsageTotal({ total }: { total: Used }) {
  return total.replies === 0 ? (
    <p className="remark">No model was used.</p>
  ) : (
    <p>
      Cost: <strong>{costOf(total)}</strong> {lackOf(total)}
      <span className="calls">{usedWords(total)}</span>
    </p>
  );
}

/**
 * A month by model and by conversation.
 *
 * @param onLeave called when the person opens a conversation
 */
export function UsageLists({ report, onLeave }: { report: UsageReport; onLeave: () => void }) {
  const { total, models, conversations, moreConversations } = report;
  if (total.replies === 0) {
    return null;
  }
  return (
    <>
      <section className="used" aria-labelledby="by-model">
        <h3 id="by-model">By model</h3>
        <ul>
          {models.map((each) => (
            <li key={`${each.provider} ${each.model} ${each.priceVersion}`}>
              <span className="thing">
                {each.model} ({each.provider})
                <Words used={each} />
                <span className="calls">{priceOf(each)}</span>
              </span>
              <Cost used={each} />
            </li>
          ))}
        </ul>
      </section>
      <section className="used" aria-labelledby="by-conversation">
        <h3 id="by-conversation">By conversation</h3>
        <ul>
          {conversations.map((each) => (
            <li key={each.conversationId}>
              <span className="thing">
                <a
                  href={`./#${encodeURIComponent(each.conversationId)}`}
                  onClick={(event) => {
                    if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
                      onLeave();
                    }
                  }}
                >
                  {each.title === "" ? "New conversation" : each.title}
                </a>
                <Words used={each} />
              </span>
              <Cost used={each} />
            </li>
          ))}
        </ul>
        {moreConversations > 0 && <p className="remark">And {counted(moreConversations, "conversation")} that used less.</p>}
      </section>
      <p className="remark">Costs are US dollars by list prices. Months begin at midnight in Sydney.</p>
    </>
  );
}

function Words({ used }: { used: Used }) {
  const lack = lackOf(used);
  return (
    <span className="calls">
      {usedWords(used)}
      {lack !== null && `, ${lack}`}
    </span>
  );
}

function Cost({ used }: { used: Used }) {
  const cost = costOf(used);
  return <span className={cost === "unknown" ? "cost unknown" : "cost"}>{cost === "unknown" ? "cost unknown" : cost}</span>;
}
