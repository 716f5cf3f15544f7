package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.machine.InsufficientMemoryException;
import dev.netwright.runtime.machine.MemoryRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryCheckTest {
    private static final long MEBIBYTE = 1 << 20;

    @AfterEach
    void forgetTheLimit() {
        System.clearProperty(MemoryRoom.PROPERTY);
    }

    @Test
    void whatFitsExactlyPasses() {
        limit(138 * MEBIBYTE);
        assertThatCode(() -> MemoryCheck.require("Net", 64, MemoryCheckTest::needed))
                .doesNotThrowAnyException();
    }

    @Test
    void theLargestBatchThatFitsIsNamed() {
        limit(57 * MEBIBYTE);
        assertThatThrownBy(() -> MemoryCheck.require("Net", 64, MemoryCheckTest::needed))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessage(
                        "Net with a batch of 64 needs 138 MiB of native memory, expected at most 57 MiB:"
                                + " -Dnetwright.memory says so; choose a batch of at most 23 with Training.batch(...), or set -Dnetwright.memory to the number of bytes that the run may use");
    }

    @Test
    void ifNotEvenOneImageFitsTheMessageSaysSo() {
        limit(11 * MEBIBYTE);
        assertThatThrownBy(() -> MemoryCheck.require("Net", 64, MemoryCheckTest::needed))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageContaining("even one image doesn't fit");
    }

    @Test
    void withoutALimitTheMachineDecides() {
        assertThatCode(() -> MemoryCheck.require("Net", 64, MemoryCheckTest::needed))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> MemoryCheck.require("Net", 64, batch -> batch * (1L << 50)))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageContaining("even one image doesn't fit");
    }

    @Test
    void imagesThatWaitMustFitIntoTheHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        assertThatCode(() -> MemoryCheck.requireHeap("Net", 8, batch -> batch * (heap / 8)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> MemoryCheck.requireHeap("Net", 16, batch -> batch * (heap / 8)))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageStartingWith("Net with batches of 16 keeps ")
                .hasMessageEndingWith(
                        "; choose a batch of at most 8 with Training.batch(...), or give java a larger -Xmx");
    }

    /** 10 MiB, and 2 MiB for each image. */
    private static long needed(int batch) {
        return (10 + 2L * batch) * MEBIBYTE;
    }

    private static void limit(long bytes) {
        System.setProperty(MemoryRoom.PROPERTY, Long.toString(bytes));
    }
}
