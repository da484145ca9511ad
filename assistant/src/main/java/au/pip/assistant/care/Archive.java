package au.pip.assistant.care;

import au.pip.assistant.store.Row;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/** A backup in a file that is whole: read to its end once, and found to be what was written. */
public final class Archive implements RowSource {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String digest;
    private final ArchiveHeader header;
    private final Tally tally;

    private Archive(Path file, String digest, ArchiveHeader header, Tally tally) {
        this.file = file;
        this.digest = digest;
        this.header = header;
        this.tally = tally;
    }

    /**
     * One of this Pip or of an older one, whose rows are given as they are kept today.
     *
     * @throws CareException when the file cannot be read, is no backup, was cut or changed, or is of a newer Pip
     */
    public static Archive checked(Path file, Progress progress) {
        try {
            String digest = sealed(file, progress);
            try (InputStream in = Files.newInputStream(file);
                    ArchiveReader reader = new ArchiveReader(in)) {
                Counting counting = new Counting();
                Counting written = reader.isOlder() ? new Counting() : counting;
                for (ArchiveReader.Read read = reader.next(); read != null; read = reader.next()) {
                    counting.add(read.row());
                    if (reader.isOlder()) {
                        written.add(read.row().noun(), read.written());
                    }
                    progress.at("checking the backup", counting.rows());
                }
                Tally tally = counting.tally();
                if (!written.tally().equals(reader.tally())) {
                    throw new ArchiveReader.Malformed("its rows are not those that it counts", null);
                }
                return new Archive(file, digest, reader.header(), tally);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (ArchiveReader.Malformed e) {
            throw malformed(file, e);
        }
    }

    public ArchiveHeader header() {
        return header;
    }

    public Tally tally() {
        return tally;
    }

    /** SHA-256 of the file without its seal, 64 hexadecimal digits: tells this backup from others. */
    public String digest() {
        return digest;
    }

    @Override
    public void read(Consumer<Row> reader) {
        try (InputStream in = Files.newInputStream(file);
                ArchiveReader rows = new ArchiveReader(in)) {
            for (ArchiveReader.Read read = rows.next(); read != null; read = rows.next()) {
                reader.accept(read.row());
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (ArchiveReader.Malformed e) {
            throw malformed(file, e);
        }
    }

    /** The digest of what comes before the seal, which has to be the seal of this digest. */
    private static String sealed(Path file, Progress progress) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            MessageDigest sha256 = CanonicalRow.sha256();
            byte[] buffer = new byte[BUFFER];
            long left = Files.size(file) - ArchiveSeal.BYTES;
            boolean gzip = false;
            for (boolean first = true; left > 0; first = false) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (read == 0) {
                    break;
                }
                if (first) {
                    gzip = ArchiveSeal.isGzip(buffer);
                }
                sha256.update(buffer, 0, read);
                left -= read;
                progress.at("checking the backup", 0);
            }
            if (!gzip) {
                throw new CareException(
                        file + " is not a whole backup of Pip's: name the file that ./pip db backup wrote.");
            }
            String digest = HexFormat.of().formatHex(sha256.digest());
            if (!Arrays.equals(in.readAllBytes(), ArchiveSeal.of(digest))) {
                throw new CareException("The backup " + file
                        + " was cut or changed after it was made: nothing of it is used; take another copy of it.");
            }
            return digest;
        }
    }

    private static CareException malformed(Path file, ArchiveReader.Malformed e) {
        return new CareException(
                "The backup " + file + " is not as Pip writes one (" + e.getMessage() + "): nothing of it is used.", e);
    }

    private static CareException unreadable(Path file, IOException e) {
        String reason = switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
        };
        return new CareException("The backup " + file + " cannot be read: " + reason + ".", e);
    }
}
