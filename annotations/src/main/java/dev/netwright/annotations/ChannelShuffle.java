package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that takes the channels in turn from each group: the first of every group, then the second of every group, and so on, so that
 * a convolution in groups behind it reads channels of all groups before it (Zhang et al., "ShuffleNet", 2018, section 3.1).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ChannelShuffle {
    /** Equal parts of the channels from which they are taken in turn, at least 1; it divides the channels. */
    int groups();
}
