package au.pip.llm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How many pages a PDF has, without reading it as one: its page objects are counted, also those in compressed object
 * streams (ISO 32000-1, 7.5.7). Old versions of a page that a file keeps are counted too, which a bound may.
 */
final class PdfPages {
    private static final Pattern PAGE = Pattern.compile("/Type\\s{0,9}/Page[^s]");
    private static final Pattern OBJECTS = Pattern.compile("/ObjStm[^>]{0,200}>>\\s{0,9}stream\r?\n");
    private static final int LONGEST = 32 * 1024 * 1024;

    private PdfPages() {}

    /** @return at least 1, also for what is no PDF */
    static long count(String base64) {
        byte[] file;
        try {
            file = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return 1;
        }
        String text = new String(file, ISO_8859_1);
        long pages = in(text);
        for (Matcher objects = OBJECTS.matcher(text); objects.find(); ) {
            pages += in(inflated(file, objects.end()));
        }
        return Math.max(1, pages);
    }

    private static long in(String text) {
        return PAGE.matcher(text).results().count();
    }

    private static String inflated(byte[] file, int from) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, file.length - from);
            byte[] all = new byte[64 * 1024];
            int length = 0;
            for (int more = inflater.inflate(all);
                    more > 0;
                    more = inflater.inflate(all, length, all.length - length)) {
                length += more;
                if (length == all.length && length < LONGEST) {
                    all = Arrays.copyOf(all, length * 2);
                }
            }
            return new String(all, 0, length, ISO_8859_1);
        } catch (DataFormatException otherwiseStored) {
            return "";
        } finally {
            inflater.end();
        }
    }
}
