package dev.netwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of random networks in their planned memory: every operation finds there what it reads. */
final class PlannedStepTest {
    private static final int NETWORKS = 300;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyOperationFindsWhatItReads(boolean joinsInPlace) {
        FloatNeeds needs = joinsInPlace ? FloatNeeds.JOINING : FloatNeeds.COPYING;
        for (int seed = 0; seed < NETWORKS; seed++) {
            NetworkLayers layers = RandomLayers.of(seed);
            for (Mode mode : Mode.values()) {
                new PlannedStep(layers.program(mode), needs, "network " + seed + ", " + mode).run();
            }
        }
    }

    /** Else the test above would see neither. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void memoryIsSharedAndPlannedWithoutMuchBetween(boolean joinsInPlace) {
        FloatNeeds needs = joinsInPlace ? FloatNeeds.JOINING : FloatNeeds.COPYING;
        long arenas = 0;
        long live = 0;
        long apart = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Arena arena = new Arena(4);
            MemoryPlan plan = MemoryPlan.of(RandomLayers.of(seed).program(Mode.TRAINING), needs, arena);
            assertThat(plan.arenaBytes()).isGreaterThanOrEqualTo(plan.largestLiveBytes());
            arenas += plan.arenaBytes();
            live += plan.largestLiveBytes();
            apart += arena.regions().stream()
                    .filter(Region::isUsed)
                    .mapToLong(Region::bytes)
                    .sum();
        }
        assertThat(arenas).isLessThan(apart * 3 / 4);
        assertThat(arenas).isLessThan(live * 11 / 10);
    }
}
