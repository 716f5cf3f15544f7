package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Operation;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Program;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.plan.Arena;
import dev.netwright.plan.KernelNeeds;
import dev.netwright.plan.MemoryPlan;
import dev.netwright.plan.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases are what they say: a plan of kernels that overwrite whatever they may has them in place, in slices and apart. */
final class PlannedCasesTest {
    private static final Shape IMAGE = Shape.image(3, 5, 7);

    private static final List<KernelUnderTest> OVERWRITING = List.of(
            TestedActivation.of(IMAGE, ActivationFunction.TANH),
            TestedNorm.of(IMAGE, NormSettings.DEFAULT, ActivationFunction.RELU),
            new TestedDropout(IMAGE, false, 0.5, 0));

    @Test
    void aKernelBetweenLayersIsInPlaceAndOneOnImagesIsNot() {
        for (KernelUnderTest kernel : OVERWRITING) {
            Planned inner = Planned.of(SingleKernelNetwork.innerLayer(kernel));
            assertThat(inner.hasValueInPlace(inner.reader("source"))).isTrue();
            assertThat(inner.hasGradientInPlace(inner.reader("source"))).isTrue();
            Planned first = Planned.of(SingleKernelNetwork.firstLayer(kernel));
            assertThat(first.reader(Value.IMAGES).input().isImages()).isTrue();
        }
    }

    @Test
    void behindASigmoidOnlyTheGradientIsInPlace() {
        for (KernelUnderTest kernel : OVERWRITING) {
            Planned planned = Planned.of(SingleKernelNetwork.behind(ActivationFunction.SIGMOID, kernel));
            assertThat(planned.reader("source").input().name()).isEqualTo("source");
            assertThat(planned.hasValueInPlace(planned.reader("source"))).isFalse();
            assertThat(planned.hasGradientInPlace(planned.reader("source"))).isTrue();
        }
    }

    @Test
    void besideAnotherReaderNothingIsInPlaceAndTheEarlierOneAddsToTheGradient() {
        for (KernelUnderTest kernel : OVERWRITING) {
            Planned before = Planned.of(SingleKernelNetwork.beforeAnotherReader(kernel));
            Operation earlier = before.reader("source");
            assertThat(before.hasValueInPlace(earlier)).isFalse();
            assertThat(before.hasGradientInPlace(earlier)).isFalse();
            assertThat(before.program().accumulates(earlier, 0)).isTrue();
            Planned after = Planned.of(SingleKernelNetwork.afterAnotherReader(kernel));
            Operation later = after.program().readers(earlier.input()).get(1);
            assertThat(after.reader("source").name()).isEqualTo("beside");
            assertThat(after.program().accumulates(later, 0)).isFalse();
            assertThat(after.hasValueInPlace(later)).isFalse();
        }
    }

    @Test
    void aKernelFromSliceToSliceReadsAndWritesChannelsOfLargerValues() {
        Planned planned =
                Planned.of(new LayeredNetwork(new InSlices(TestedActivation.of(IMAGE, ActivationFunction.TANH))));
        Operation tested = planned.reader("before");

        assertThat(planned.slice("before")).isEqualTo("joinedInput from 2");
        assertThat(planned.slice(tested.name())).isEqualTo("joinedOutput from 2");
        assertThat(planned.program().accumulates(tested, 0)).isTrue();
    }

    @Test
    void theLastBranchLiesInNoJoin() {
        Planned planned = Planned.of(new LayeredNetwork(new Branches(IMAGE, PoolKind.MAX)));

        assertThat(planned.slice("pointwise")).isEqualTo("all from 0");
        assertThat(planned.slice("pooled")).isEqualTo("all from 3");
        assertThat(planned.slice("deep")).isEqualTo("all from 7");
        assertThat(planned.plan().slice(planned.operation("late").output())).isEmpty();
    }

    @Test
    void everyJoinOfADenseBlockLiesInItsLast() {
        Planned planned = Planned.of(new LayeredNetwork(new DenseChain(IMAGE, 3, 2, 3, NormSettings.DEFAULT)));

        assertThat(List.of("stem", "layer1", "joined1", "layer2", "joined2", "layer3"))
                .extracting(planned::slice)
                .containsExactly(
                        "joined3 from 0",
                        "joined3 from 3",
                        "joined3 from 0",
                        "joined3 from 5",
                        "joined3 from 0",
                        "joined3 from 7");
    }

    private record Planned(Program program, MemoryPlan plan) {
        static Planned of(TestNetwork network) {
            NetworkLayers layers = network.layers();
            Program program = layers.program(Mode.TRAINING);
            return new Planned(program, MemoryPlan.of(program, new Overwriting(), new Arena(1)));
        }

        Operation operation(String name) {
            return program.operations().stream()
                    .filter(operation -> operation.name().equals(name))
                    .findAny()
                    .orElseThrow();
        }

        /** The first that reads a value. */
        Operation reader(String value) {
            return program.operations().stream()
                    .filter(operation -> operation.input().name().equals(value))
                    .findFirst()
                    .orElseThrow();
        }

        boolean hasValueInPlace(Operation operation) {
            return plan.value(operation.output()) == plan.value(operation.input());
        }

        boolean hasGradientInPlace(Operation operation) {
            return plan.gradient(operation.output()) == plan.gradient(operation.input());
        }

        String slice(String value) {
            Slice slice = plan.slice(operation(value).output()).orElseThrow();
            return slice.whole().name() + " from " + slice.firstChannel();
        }
    }

    /** Of kernels that overwrite everything, and whose backward reads the output of a function. */
    private record Overwriting() implements KernelNeeds {
        @Override
        public long bytes(Shape shape) {
            return shape.size();
        }

        @Override
        public boolean readsInputInBackward(Operation operation) {
            return true;
        }

        @Override
        public boolean readsOutputInBackward(Operation operation) {
            return !operation.function().isIdentity();
        }

        @Override
        public boolean overwritesInput(Operation operation) {
            return true;
        }

        @Override
        public boolean overwritesGradient(Operation operation) {
            return true;
        }

        @Override
        public boolean joinsInPlace() {
            return true;
        }

        @Override
        public long savedBytes(Operation operation) {
            return 0;
        }
    }
}
