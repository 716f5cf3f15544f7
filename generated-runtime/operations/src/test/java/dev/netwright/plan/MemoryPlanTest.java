package dev.netwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.operation.RandomNetworks;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;
import dev.netwright.plan.PlannedRegion.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lifetimes and addresses, against a run of the program with names in place of numbers. */
final class MemoryPlanTest {
    private static final int NETWORKS = 500;

    private record Planned(Program program, MemoryPlan plan) {
        static Planned of(NetworkLayers network, TestNeeds needs) {
            Program program = network.program(needs.mode());
            return new Planned(program, MemoryPlan.of(program, needs, new Arena(Float.BYTES)));
        }

        Region value(String name) {
            return plan.value(find(name));
        }

        Region gradient(String name) {
            return plan.gradient(find(name));
        }

        private Value find(String name) {
            return program.operations().stream()
                    .map(Operation::output)
                    .filter(value -> value.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Planned inPlace(NetworkLayers network, Mode mode) {
        return Planned.of(network, new TestNeeds(mode, true));
    }

    private static NetworkLayers network(UnaryOperator<NetworkLayersBuilder> layers) {
        return layers.apply(NetworkLayers.of(Shape.image(1, 4, 4)).block("only"))
                .crossEntropy();
    }

    static Stream<TestNeeds> needs() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(new TestNeeds(mode, true), new TestNeeds(mode, false)));
    }

    @ParameterizedTest
    @MethodSource("needs")
    void everyReadFindsWhatWasWrittenAndNothingIsHeldLongerThanThat(TestNeeds needs) {
        RandomNetworks.of(1).limit(NETWORKS).forEach(network -> {
            Planned planned = Planned.of(network, needs);
            SymbolicMemory memory = SymbolicRun.of(planned.program(), needs, planned.plan());

            for (PlannedRegion region : planned.plan().regions()) {
                int[] lifetime = memory.lifetime(region.region());
                assertThat(List.of(region.region().firstUse(), region.region().lastUse()))
                        .as("%s of %s", region, network)
                        .containsExactly(lifetime[0], lifetime[1]);
            }
        });
    }

    /** First-fit by size isn't always the best: no plan gets below what is live at one moment. */
    @ParameterizedTest
    @MethodSource("needs")
    void theArenaIsHardlyLargerThanWhatIsLiveAtOneMoment(TestNeeds needs) {
        long bytes = 0;
        long live = 0;
        for (NetworkLayers network : RandomNetworks.of(3).limit(NETWORKS).toList()) {
            MemoryPlan plan = Planned.of(network, needs).plan();
            bytes += plan.arenaBytes();
            live += plan.largestLiveBytes();
        }
        assertThat((double) bytes / live).isBetween(1.0, 1.05);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatTheHostTouchesIsNotInTheArena(Mode mode) {
        RandomNetworks.of(2).limit(NETWORKS).forEach(network -> {
            Planned planned = inPlace(network, mode);

            assertThat(planned.plan().regions())
                    .filteredOn(region -> region.kind() == Kind.VALUE)
                    .extracting(PlannedRegion::name)
                    .doesNotContain(Value.IMAGES);
            if (mode == Mode.INFERENCE) {
                assertThat(planned.plan().regions())
                        .extracting(PlannedRegion::name)
                        .doesNotContain(planned.program().output().name());
            }
        });
    }

    @Test
    void theGradientOfANormTurnsIntoThatOfItsInput() {
        Planned planned = inPlace(
                network(layers -> layers.convolution("conv", 2, Window.square(3, 1, 1))
                        .batchNorm("norm", 1e-5, 0.1)
                        .relu("relu")
                        .linear("fc", 2)),
                Mode.TRAINING);

        assertThat(planned.gradient("norm")).isSameAs(planned.gradient("conv"));
        assertThat(planned.value("norm")).isNotSameAs(planned.value("conv"));
    }

    @Test
    void aSumOverwritesItsLeftTermWhereKernelsMay() {
        NetworkLayers network = network(layers -> layers.convolution("conv1", 2, Window.square(1, 1, 0))
                .convolution("conv2", 2, Window.square(1, 1, 0))
                .add("sum", "conv2", "conv1")
                .linear("fc", 2));
        Planned inference = inPlace(network, Mode.INFERENCE);
        Planned training = inPlace(network, Mode.TRAINING);

        assertThat(inference.value("sum")).isSameAs(inference.value("conv2"));
        assertThat(training.value("sum")).isNotSameAs(training.value("conv2"));
    }

    @Test
    void dropoutBehindARectifierRunsInItsPlace() {
        Planned planned = inPlace(
                network(layers -> layers.linear("fc1", 8)
                        .relu("relu")
                        .dropout("drop", 0.5)
                        .linear("fc2", 2)),
                Mode.TRAINING);

        assertThat(planned.value("drop")).isSameAs(planned.value("fc1"));
        assertThat(planned.gradient("drop")).isSameAs(planned.gradient("fc1"));
    }

    @Test
    void dropoutBehindAPoolRunsInItsPlaceBecauseThePoolNeverReadsItsOutput() {
        Planned planned = inPlace(
                network(layers -> layers.convolution("conv", 2, Window.square(1, 1, 0))
                        .maxPool("pool", Window.square(2, 2, 0))
                        .flatten("flat")
                        .dropout("drop", 0.5)
                        .linear("fc", 2)),
                Mode.TRAINING);

        assertThat(planned.value("drop")).isSameAs(planned.value("pool"));
    }

    @Test
    void dropoutBehindWhatReadsItsOutputInBackwardHasMemoryOfItsOwn() {
        Planned tanh = inPlace(
                network(layers -> layers.linear("fc1", 8)
                        .tanh("tanh")
                        .dropout("drop", 0.5)
                        .linear("fc2", 2)),
                Mode.TRAINING);
        Planned norm = inPlace(
                network(layers -> layers.convolution("conv", 4, Window.square(1, 1, 0))
                        .localResponseNorm("norm", 3, 1e-4, 0.75, 1)
                        .dropout("drop", 0.5)
                        .linear("fc", 2)),
                Mode.TRAINING);

        assertThat(tanh.value("drop")).isNotSameAs(tanh.value("fc1"));
        assertThat(norm.value("drop")).isNotSameAs(norm.value("norm"));
    }

    @Test
    void branchesOfAJoinThatIsTheOutputOfAPredictionTakeNothingOfTheArena() {
        NetworkLayers network = NetworkLayers.of(Shape.image(1, 4, 4))
                .block("only")
                .convolution("a", 2, Window.square(1, 1, 0))
                .from(Value.IMAGES)
                .convolution("b", 3, Window.square(1, 1, 0))
                .concat("join", "a", "b")
                .squaredError(1);

        assertThat(inPlace(network, Mode.INFERENCE).plan().arenaBytes()).isZero();
        assertThat(inPlace(network, Mode.TRAINING).plan().arenaBytes()).isPositive();
    }

    /** Every region by hand: 16 values of conv, 4 of pool, 2 of fc; their gradients. */
    @Test
    void regionsAreNamedAfterTheirFirstOwner() {
        Planned planned = inPlace(
                network(layers -> layers.convolution("conv", 1, Window.square(3, 1, 1))
                        .relu("relu")
                        .maxPool("pool", Window.square(2, 2, 0))
                        .dropout("drop", 0.5)
                        .linear("fc", 2)),
                Mode.TRAINING);

        assertThat(planned.plan().moments()).isEqualTo(10);
        assertThat(planned.plan().regions())
                .extracting(region -> region.kind() + " " + region.name() + " "
                        + region.region().bytes() + " " + region.region().firstUse() + " "
                        + region.region().lastUse())
                .containsExactly(
                        "VALUE conv 64 0 9",
                        "GRADIENT conv 64 8 9",
                        "VALUE pool 16 1 6",
                        "GRADIENT pool 16 6 8",
                        "SAVED drop 16 2 7",
                        "VALUE fc 8 3 4",
                        "GRADIENT fc 8 5 6");
    }
}
