package au.pip.evaluation.grounding;

import au.pip.ledger.grounding.Grounding;
import au.pip.ledger.grounding.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Right answers and answers made wrong in one claim, each held against its marks. A wrong one that is right by chance, or
 * that reads the same, is left out: that is decided on the made facts alone.
 */
public final class Trial {
    private static final int SAMPLES = 40;

    /** By what was changed, or "nothing", and the shape of the answer. */
    private final Map<String, Tally> byChange = new TreeMap<>();

    private final Map<String, Tally> byShape = new TreeMap<>();
    private final List<String> slips = new ArrayList<>();
    private final List<String> falseFlags = new ArrayList<>();
    private final Tally right = new Tally();
    private final Tally wrong = new Tally();

    /** How many answers there were, and how many of them had the wrong mark. */
    public static final class Tally {
        private int answers;
        private int missed;

        public int answers() {
            return answers;
        }

        /** Of wrong answers those that no mark gives away; of right ones those with a figure flagged. */
        public int missed() {
            return missed;
        }

        private void add(boolean miss) {
            answers++;
            missed += miss ? 1 : 0;
        }

        private void add(Tally other) {
            answers += other.answers;
            missed += other.missed;
        }
    }

    /**
     * Each seed is a book of facts, with every shape of answer over it in each round, and half of the changes to each.
     * Books are tried side by side; what comes of them does not depend on it.
     */
    public static Trial run(long firstSeed, int seeds, int rounds) {
        return run(firstSeed, seeds, rounds, _ -> {});
    }

    /** @param done hears of each book that is through; by several threads */
    static Trial run(long firstSeed, int seeds, int rounds, Consumer<Trial> done) {
        Trial all = new Trial();
        LongStream.range(firstSeed, firstSeed + seeds)
                .parallel()
                .mapToObj(seed -> {
                    Trial one = ofBook(seed, rounds);
                    done.accept(one);
                    return one;
                })
                .toList()
                .forEach(all::add);
        return all;
    }

    private static Trial ofBook(long seed, int rounds) {
        Trial trial = new Trial();
        MadeBook book = new MadeBook(seed);
        for (int round = 0; round < rounds; round++) {
            for (Shape shape : shapes()) {
                trial.answers(book, shape, seed * 31 + round);
            }
        }
        return trial;
    }

    private void add(Trial other) {
        right.add(other.right);
        wrong.add(other.wrong);
        other.byChange.forEach(
                (key, tally) -> byChange.computeIfAbsent(key, _ -> new Tally()).add(tally));
        other.byShape.forEach(
                (key, tally) -> byShape.computeIfAbsent(key, _ -> new Tally()).add(tally));
        other.slips.forEach(each -> sample(slips, each));
        other.falseFlags.forEach(each -> sample(falseFlags, each));
    }

    static List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>(List.of(Prose.values()));
        shapes.addAll(List.of(Layout.values()));
        shapes.addAll(List.of(Tooled.values()));
        return shapes;
    }

    private void answers(MadeBook book, Shape shape, long seed) {
        List<Said> claims = shape.claims(book, new Random(seed ^ shape.name().hashCode()));
        Sheet good = written(book, shape, claims, seed);
        List<Piece.Status> marks = marks(book, good);
        boolean flagged = marks.contains(Piece.Status.UNVERIFIED);
        right.add(flagged);
        byShape.computeIfAbsent("right " + shape.name(), _ -> new Tally()).add(flagged);
        if (flagged) {
            sample(falseFlags, shape.name() + " right: " + shown(book, good));
        }
        Random random = new Random(seed + 7);
        long turn = seed;
        for (Change change : Change.values()) {
            int at = random.nextInt(claims.size());
            if (turn++ % 2 != 0) {
                continue;
            }
            for (int i = 0; i < claims.size(); i++) {
                Said changed = change.of(claims.get((at + i) % claims.size()), book, random);
                if (changed != null && !book.holds(changed)) {
                    wrong(book, shape, claims, (at + i) % claims.size(), changed, change, good, seed);
                    break;
                }
            }
        }
    }

    private void wrong(
            MadeBook book, Shape shape, List<Said> claims, int at, Said changed, Change change, Sheet good, long seed) {
        List<Said> bad = new ArrayList<>(claims);
        bad.set(at, changed);
        Sheet sheet = written(book, shape, bad, seed);
        if (sheet.text().equals(good.text()) && Objects.equals(sheet.question(), good.question())) {
            return;
        }
        boolean slip = mark(book, sheet, at) != Piece.Status.UNVERIFIED;
        wrong.add(slip);
        byShape.computeIfAbsent("wrong " + shape.name(), _ -> new Tally()).add(slip);
        byChange.computeIfAbsent(change.name(), _ -> new Tally()).add(slip);
        if (slip) {
            sample(
                    slips,
                    shape.name() + " " + change + " claim " + at + ": " + shown(book, sheet) + "\n    was: "
                            + good.text());
        }
    }

    private static Sheet written(MadeBook book, Shape shape, List<Said> claims, long seed) {
        Sheet sheet = new Sheet(book.facts);
        shape.write(claims, sheet, new Wording(book.today, new Random(seed * 17 + 3)));
        return sheet;
    }

    private static List<Piece.Status> marks(MadeBook book, Sheet sheet) {
        List<Piece.Status> marks = new ArrayList<>();
        each(book, sheet, placed -> marks.add(placed.figure.status()));
        return marks;
    }

    /** The worst mark on the claim's figure; a figure that is not even seen as one is as good as none. */
    private static Piece.Status mark(MadeBook book, Sheet sheet, int claim) {
        Sheet.Place place = sheet.places().stream()
                .filter(each -> each.claim() == claim)
                .findFirst()
                .orElseThrow();
        List<Piece.Status> marks = new ArrayList<>();
        each(book, sheet, placed -> {
            if (placed.start < place.end() && placed.end > place.start()) {
                marks.add(placed.figure.status());
            }
        });
        if (marks.contains(Piece.Status.UNVERIFIED)) {
            return Piece.Status.UNVERIFIED;
        }
        return marks.isEmpty() ? Piece.Status.USER : marks.getFirst();
    }

    private record Placed(Piece.Figure figure, int start, int end) {}

    /** Goes through the figures with where they stand in the answer as the model wrote it. */
    private static void each(MadeBook book, Sheet sheet, Consumer<Placed> use) {
        String text = sheet.text();
        Grounding grounding =
                new Grounding(book.facts, List.of("How do the books stand?"), book.today, sheet.question());
        List<Piece> pieces = new ArrayList<>(grounding.accept(text));
        pieces.addAll(grounding.finish());
        int at = 0;
        for (Piece piece : pieces) {
            int end = at + piece.text().length();
            if (piece instanceof Piece.Figure figure) {
                if (text.startsWith("{F", at)) {
                    end = text.indexOf('}', at) + 1;
                }
                use.accept(new Placed(figure, at, end));
            }
            at = end;
        }
        if (at != text.length()) {
            throw new IllegalStateException("the pieces are not the answer: " + text);
        }
    }

    private static String shown(MadeBook book, Sheet sheet) {
        String asked = sheet.question() == null ? "" : "(" + sheet.question() + ") ";
        StringBuilder shown = new StringBuilder(asked + sheet.text().replace("\n", "⏎"));
        StringBuilder marks = new StringBuilder();
        each(book, sheet, placed -> {
            String raw = sheet.text().substring(placed.start, placed.end);
            marks.append(' ')
                    .append(raw)
                    .append('=')
                    .append(placed.figure.status().word());
            placed.figure.facts().stream()
                    .limit(1)
                    .forEach(id -> marks.append('<')
                            .append(book.facts.require(id).measure())
                            .append('>'));
        });
        return shown.append("   [")
                .append(marks.toString().strip())
                .append("] today ")
                .append(book.today)
                .toString();
    }

    private static void sample(List<String> samples, String sample) {
        if (samples.size() < SAMPLES) {
            samples.add(sample);
        }
    }

    /** Whether no wrong figure kept its mark, and at most one right answer in a hundred lost one. */
    public boolean holds() {
        return wrong.missed() == 0 && right.missed() * 100 <= right.answers();
    }

    public Tally right() {
        return right;
    }

    public Tally wrong() {
        return wrong;
    }

    Map<String, Tally> byChange() {
        return byChange;
    }

    Map<String, Tally> byShape() {
        return byShape;
    }

    /** Wrong answers that no mark gave away, some of them, with their marks. */
    public List<String> slips() {
        return slips;
    }

    /** Right answers with a figure flagged, some of them. */
    public List<String> falseFlags() {
        return falseFlags;
    }
}
