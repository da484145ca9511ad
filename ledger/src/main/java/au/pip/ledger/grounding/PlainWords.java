package au.pip.ledger.grounding;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that say nothing of what a figure measures or whose it is, and ordinary ones that are no names. */
final class PlainWords {
    private static final Set<String> PLAIN = Set.copyOf(List.of("""
            a about above across after again against ago all almost along already also altogether although always am among
            amount amounts an and another answer any anything approximately are aren around as at aud australian away back
            bad basis be became because been before began begin beginning behind being below besides between big bigger
            biggest books both but by can came come comes coming could currently date day days did do does doing don done
            down during each either else end ended ending ends estimate even ever every everyone exactly few figure figures
            final first follow followed following follows for former found from further g gave get gets give given gives
            go goes going good had half has have haven he hello her here hers hi him his how however i if in inc into is
            isn it item its itself just know largest last late later latter least left less let ll long longer lower made
            main make makes making many may me mean might minus mister month months more moreover most mostly much must my
            name named namely nearly need needs neither never new newest next no nobody none nor not note nothing now number
            numbers of off okay old oldest on once one ones only or other others otherwise our out over own per perhaps
            please plus position previous quarter quarters rather re read reading really recent recently respectively rest
            result results right roughly s same says say second see seems several she shall short should show shows since
            single small smaller smallest so some somebody someone something soon stand stands start started starting starts
            still stood such sum sure t take taken takes taking than thank thanks that the their theirs them themselves then
            there therefore these they thing things this those though three through thus till time times to today together
            tomorrow too top totals two under until up upon us used using usual value values ve very via was way we week
            weeks well went were weren what whatever when where whereas whether which while who whole whom whose why will
            with within without won worth would wouldn year years yes yesterday yet you your yours yourself zero g'day
            customer customers client clients supplier suppliers business company organisation organization account accounts
            total overdue owed outstanding net gross profit loss income revenue expense expenses cost costs sales purchases
            gst bas ato payg super superannuation fy xero pip bank balance balances cash accrual accruals invoice invoices
            bill bills quote quotes order orders credit credits debit open unpaid paid due payable receivable receivables
            payables assets asset liabilities liability equity margin margins budget budgeted actual growth change difference
            average share percent percentage dollars dollar summary details detail overview snapshot breakdown list table
            report period quarterly monthly yearly annual financial calendar tax statement line lines column row label
            document documents contact contacts payment payments operating running direct goods services incl excl including
            excluding collected refund estimated worked left remaining amountdue opening closing current non inventory
            january february march april june july august september october november december jan feb mar apr jun jul aug
            sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
            usd nzd eur gbp us nz uk pty ltd abn acn id ytd q eofy
            past money rent wages payroll turnover takings spending trading trade stock inventory interest depreciation insurance
            advertising travel fuel office utilities electricity phone internet subscriptions repairs maintenance cleaning
            freight legal consulting entertainment bookkeeping accounting finance congratulations great sorry important
            remember keep looking based according meanwhile additionally finally lately key main bold equity trend st nd rd th""".split("\\s+")));

    private PlainWords() {}

    static boolean has(String word) {
        return PLAIN.contains(word.toLowerCase(Locale.ROOT));
    }
}
