package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that takes one of equal parts of the channels (Ma et al., "ShuffleNet V2", 2018, section 3.2), as PyTorch's
 * {@code x.chunk(parts, dim=1)[part]} does.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ChannelSplit {
    /** {@return the number of parts, at least 1; it must divide the number of channels} */
    int parts() default 2;

    /** {@return the part that is taken, from 0 to {@code parts - 1}} */
    int part();
}
