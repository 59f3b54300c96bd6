package de.krisenaustausch.stack.bench;

import java.util.List;

/** Something that is measured; its limit is measured in the same run, between its rounds where it can be. */
interface Measure {

    int ROUNDS = 3;

    /** @return the lines it adds to the table */
    List<Result> take(Ground ground);
}
