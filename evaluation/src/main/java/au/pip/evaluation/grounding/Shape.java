package au.pip.evaluation.grounding;

import java.util.List;
import java.util.Random;

/** A form of answer: what it says, and how that is written. */
interface Shape {
    String name();

    /** Only what the book holds. */
    List<Said> claims(MadeBook book, Random random);

    void write(List<Said> claims, Sheet sheet, Wording words);
}
