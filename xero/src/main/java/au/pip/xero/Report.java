package au.pip.xero;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as Xero lays it out: sections of rows of cells, whose values are text.
 *
 * @param type Xero's word, such as {@code ProfitAndLoss}
 * @param titles name, organisation and the dates covered, for a person
 * @param columns what the header says over each cell of a row, the first one over the row's label
 */
public record Report(
        String name, String type, List<String> titles, String date, List<String> columns, List<Section> sections) {

    /** @param title "" where Xero gives none, as over Gross Profit and Net Profit */
    public record Section(String title, List<Row> rows) {}

    /** @param summary whether Xero marks it as a sum of its section; Net Profit, for one, is not marked */
    public record Row(boolean summary, List<Cell> cells) {

        /** The text of the first cell. */
        public String label() {
            return cells.isEmpty() ? "" : cells.getFirst().text();
        }

        /** The ledger account the row is about, from the first cell that names one. */
        public @Nullable String accountId() {
            for (Cell cell : cells) {
                if (cell.accountId() != null) {
                    return cell.accountId();
                }
            }
            return null;
        }

        /** The cell in a column; an empty one where the row is short. */
        Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }
    }

    /** @param text as Xero wrote it; "" is empty, which stands for nothing rather than for 0.00 */
    public record Cell(String text, @Nullable String accountId) {
        static final Cell EMPTY = new Cell("", null);

        /** The value; null when the cell is empty or holds words. */
        public @Nullable BigDecimal number() {
            return Decimals.parse(text);
        }
    }

    /** The rows of all sections, from the top down. */
    public List<Row> rows() {
        return sections.stream().flatMap(section -> section.rows().stream()).toList();
    }
}
