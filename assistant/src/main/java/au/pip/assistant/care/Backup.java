package au.pip.assistant.care;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.core.exc.JacksonIOException;

/** Writes all rows of a database into one file, while others go on using it. */
public final class Backup {
    private static final int BUFFER = 1 << 16;

    private Backup() {}

    /**
     * What a backup holds.
     *
     * @param leftOut rows that were written meanwhile: they are not in the backup, so that what it holds agrees and can
     *     be restored. None where the database reads one moment.
     */
    public record Made(Tally tally, long leftOut) {}

    /**
     * @param replace whether a file that is there goes once the new one is whole
     * @throws CareException when the file cannot be written, or one is there and is not to go; then nothing is left of
     *     the new one
     */
    public static Made make(RowSource rows, ArchiveHeader header, Path file, boolean replace, Progress progress) {
        try (NewFile place = NewFile.at(file, replace)) {
            BufferedOutputStream out = new BufferedOutputStream(place.out(), BUFFER);
            ArchiveWriter archive = new ArchiveWriter(out, header);
            WholeRows whole = new WholeRows(rows, header.oneMoment(), progress);
            whole.read(row -> {
                archive.add(row);
                progress.at("backing up", archive.rows());
            });
            Tally tally = archive.end();
            out.flush();
            place.keep(replace);
            return new Made(tally, whole.leftOut());
        } catch (JacksonIOException e) {
            throw NewFile.unwritable(file, Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e)));
        } catch (IOException e) {
            throw NewFile.unwritable(file, e);
        }
    }
}
