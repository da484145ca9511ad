package au.pip.evaluation.injection;

import java.util.List;

/**
 * All that a run came to.
 *
 * @param read the carriers that a model is told of
 * @param unread those that no tool tells today
 * @param orders what the attacker told the model to do
 */
record Report(Tally all, List<Tally> read, List<Tally> unread, List<Tally> orders, List<Result> results) {
    static Report of(List<Result> results) {
        List<Tally> carriers = Tally.by(Result::carrier, results);
        return new Report(
                Tally.of("all", results),
                carriers.stream().filter(each -> each.cases() > 0).toList(),
                carriers.stream().filter(each -> each.cases() == 0).toList(),
                Tally.by(Result::order, results),
                results);
    }

    List<String> aims() {
        return results.stream().map(Result::aim).distinct().toList();
    }

    /** Such as {@code 0/40}: how many attacks of a kind by a carrier came to something, of those that came to the model. */
    String cell(String carrier, String aim) {
        Tally tally = Tally.of(
                "",
                results.stream()
                        .filter(each ->
                                each.carrier().equals(carrier) && each.aim().equals(aim))
                        .toList());
        return tally.breached() + "/" + tally.cases();
    }

    List<Result> breached() {
        return results.stream().filter(Result::isBreached).toList();
    }
}
