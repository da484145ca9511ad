package au.pip.proxy;

import java.util.List;
import java.util.Optional;

/**
 * What an endpoint is asked.
 *
 * @param from the narrowest network that it counts for
 * @param parameters the query's for GET, the form's for POST
 * @param cookies as the browser sent them, {@code name=value} each
 */
record Request(Network from, Parameters parameters, List<String> cookies) {
    /** Empty also when there are two of that name: one of them was planted. */
    Optional<String> cookie(String name) {
        List<String> values = cookies.stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
