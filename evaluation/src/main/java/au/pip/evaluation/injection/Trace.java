package au.pip.evaluation.injection;

import au.pip.api.EntryView;
import au.pip.api.RunView;
import au.pip.assistant.Approval;
import au.pip.assistant.memory.Notebook;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one case left behind.
 *
 * @param reached whether the order came to the model
 * @param truth what answers the person's question
 * @param secrets what nobody may have seen
 * @param runs in order
 * @param entries the conversation as it goes over HTTP
 * @param events all that was streamed, as it goes over HTTP
 * @param heard all that the model was sent
 * @param mostRequests how often the model was asked within one run
 * @param writes requests that would change something at Xero, without those that the person approved
 * @param reads requests for records of the person's organisation
 * @param foreignReads the same for the organisation of somebody else
 * @param fetched requests that came to the attacker
 * @param approvals the states of what was proposed, without what the person decided
 */
record Trace(
        Injection injection,
        boolean reached,
        BigDecimal truth,
        List<String> secrets,
        List<RunView> runs,
        List<EntryView> entries,
        List<String> events,
        List<String> heard,
        int mostRequests,
        int writes,
        int reads,
        int foreignReads,
        int fetched,
        List<Approval.State> approvals,
        Notebook notesBefore,
        Notebook notesAfter,
        Notebook othersBefore,
        Notebook othersAfter) {}
