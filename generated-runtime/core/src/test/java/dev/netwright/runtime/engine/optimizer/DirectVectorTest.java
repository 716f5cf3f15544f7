package dev.netwright.runtime.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectVectorTest {
    private static final long GIBIBYTE_OF_FLOATS = 1L << 28;

    @Test
    void aLongVectorHasSeveralBuffersOfWhichTheLastIsShort() {
        List<String> asked = new ArrayList<>();
        DirectVector vector = DirectVector.of(2 * GIBIBYTE_OF_FLOATS + 5, (first, count) -> {
            asked.add(count + " from " + first);
            return DirectFloats.of((float) first, 2, 3, 4, 5).buffer();
        });
        assertThat(asked).containsExactly("268435456 from 0", "268435456 from 268435456", "5 from 536870912");
        float[] read = new float[2];
        vector.read(GIBIBYTE_OF_FLOATS, read, 2);
        assertThat(read).containsExactly((float) GIBIBYTE_OF_FLOATS, 2);
        vector.write(2 * GIBIBYTE_OF_FLOATS + 3, new float[] {8, 9}, 2);
        vector.read(2 * GIBIBYTE_OF_FLOATS + 3, read, 2);
        assertThat(read).containsExactly(8, 9);
        assertThatThrownBy(() -> vector.whole("the states"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the states are 536870917 floats, and a custom optimizer takes at most"
                        + " 268435456; use one of Optimizer's own, which have no such limit");
    }

    @Test
    void aVectorOfNothingIsAnEmptyDirectBuffer() {
        DirectVector vector = DirectVector.of(0, (first, count) -> {
            throw new AssertionError("there is nothing to ask for");
        });
        assertThat(vector.length()).isZero();
        assertThat(vector.whole("states").isDirect()).isTrue();
        assertThat(vector.whole("states").capacity()).isZero();
    }
}
