package dev.netwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
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
final class SymbolicRunTest {
    private static final int NETWORKS = 500;

    private record Planned(Program program, MemoryPlan plan) {
        static Planned of(NetworkLayers network, PlainNeeds needs) {
            Program program = network.program(needs.mode());
            return new Planned(program, MemoryPlan.of(program, needs, new Arena(Float.BYTES)));
        }
    }

    private static Planned inPlace(NetworkLayers network, Mode mode) {
        return Planned.of(network, new PlainNeeds(mode, true));
    }

    private static NetworkLayers network(UnaryOperator<NetworkLayersBuilder> layers) {
        return layers.apply(NetworkLayers.of(Shape.image(1, 4, 4)).block("only"))
                .crossEntropy();
    }

    static Stream<PlainNeeds> needs() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(new PlainNeeds(mode, true), new PlainNeeds(mode, false)));
    }

    @ParameterizedTest
    @MethodSource("needs")
    void everyReadFindsWhatWasWrittenAndNothingIsHeldLongerThanThat(PlainNeeds needs) {
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
    void theArenaIsHardlyLargerThanWhatIsLiveAtOneMoment(PlainNeeds needs) {
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

    /** Every region by hand: 16 values of conv, 4 of pool, 2 of fc, and their gradients. */
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
