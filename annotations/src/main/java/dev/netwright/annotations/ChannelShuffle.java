package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that interleaves the channels of equal groups: the first channel of every group, then the second of every
 * group, and so on. A grouped convolution after it reads channels of all groups before it (Zhang et al., "ShuffleNet",
 * 2018, section 3.1).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ChannelShuffle {
    /** {@return the number of groups that are interleaved, at least 1; it must divide the number of channels} */
    int groups();
}
