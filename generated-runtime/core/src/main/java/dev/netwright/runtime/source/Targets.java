package dev.netwright.runtime.source;

import dev.netwright.operation.Target;
import java.util.List;

/** What is learned of each picture of a source. */
sealed interface Targets permits Classes, TargetValues {
    /** The number of pictures. */
    int count();

    /** The names of the classes, labels or numbers. */
    List<String> labels();

    /** What kind of target each picture has. */
    Target target();

    /** The class of a picture. */
    int of(int index);

    /** Writes the target of a picture. */
    void read(int index, float[] values, int offset);
}
