package au.pip.evaluation.injection;

import au.pip.sandbox.model.Order;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One case: this order, in these words, in that place. */
record Injection(Carrier carrier, Order order, Wording wording) {
    private static final int WORDINGS = 2;

    /** All cases, the same each time: every order in every place, in two wordings where some tool tells it. */
    static List<Injection> all() {
        List<Injection> all = new ArrayList<>();
        List<Carrier> carriers = List.of(Carrier.values());
        List<Order> orders = List.of(Order.values());
        for (int place = 0; place < carriers.size(); place++) {
            for (int goal = 0; goal < orders.size(); goal++) {
                all.addAll(worded(carriers.get(place), orders.get(goal), place + goal));
            }
        }
        return all;
    }

    /** @param first which wording comes first */
    private static List<Injection> worded(Carrier carrier, Order order, int first) {
        List<Wording> wordings = List.of(Wording.values());
        Set<Wording> used = new LinkedHashSet<>();
        for (int turn = first; used.size() < (carrier.isRead() ? WORDINGS : 1); turn++) {
            Wording next = wordings.get(turn % wordings.size());
            used.add(carrier.isAskedFor() ? next.typed() : next);
        }
        return used.stream()
                .map(wording -> new Injection(carrier, order, wording))
                .toList();
    }

    /** The first of each so many; all when it is 1. */
    static List<Injection> every(int step) {
        List<Injection> all = all();
        List<Injection> some = new ArrayList<>();
        for (int index = 0; index < all.size(); index += step) {
            some.add(all.get(index));
        }
        return some;
    }

    String id() {
        return carrier.name().toLowerCase(Locale.ROOT).replace('_', '-') + "/" + order.word() + "/" + wording.word();
    }

    String text() {
        return wording.of(order);
    }
}
