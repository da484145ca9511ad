package au.pip.ledger.tax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every figure of tax that Pip knows, by what it is of and the days for which it holds. */
public final class TaxData {
    /** The resource files beside this class, by subject. */
    static final List<String> FILES = List.of(
            "activity-statements",
            "announced",
            "company-tax",
            "gst",
            "income-tax",
            "instalments",
            "other",
            "public-holidays",
            "small-business",
            "super");

    private static final TaxData STANDARD = new TaxData(
            FILES.stream().flatMap(file -> TaxFile.read(file).stream()).toList());

    private final Map<TaxItem, List<TaxFigure>> figures = new EnumMap<>(TaxItem.class);

    /** @throws IllegalStateException when two figures of one item hold on one day */
    TaxData(List<TaxFigure> all) {
        for (TaxFigure figure : all) {
            List<TaxFigure> known = figures.computeIfAbsent(figure.item(), _ -> new ArrayList<>());
            if (known.stream().anyMatch(other -> overlap(other, figure))) {
                throw new IllegalStateException("the tax data tells "
                        + figure.item().words() + " twice in " + figure.period().label());
            }
            known.add(figure);
        }
    }

    /** The data that comes with Pip. */
    public static TaxData standard() {
        return STANDARD;
    }

    /** Whatever its status. */
    public Optional<TaxFigure> find(TaxItem item, LocalDate day) {
        return of(item).stream().filter(figure -> figure.period().contains(day)).findFirst();
    }

    /**
     * The figure that is law on that day.
     *
     * @throws NotInTaxData when there is none, or it is not law
     */
    public TaxFigure law(TaxItem item, LocalDate day) {
        TaxFigure figure = find(item, day).orElseThrow(() -> new NotInTaxData(item, day));
        if (!figure.isLaw()) {
            throw new NotInTaxData(figure);
        }
        return figure;
    }

    /** Of all days, in the order of the files. */
    public List<TaxFigure> of(TaxItem item) {
        return List.copyOf(figures.getOrDefault(item, List.of()));
    }

    public Stream<TaxFigure> all() {
        return figures.values().stream().flatMap(List::stream);
    }

    private static boolean overlap(TaxFigure one, TaxFigure other) {
        return !one.period().from().isAfter(other.period().to())
                && !other.period().from().isAfter(one.period().to());
    }
}
