package dev.netwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ArenaTest {
    private static Region region(Arena arena, long bytes, int from, int to) {
        Region region = arena.region(bytes);
        region.usedAt(from);
        region.usedAt(to);
        return region;
    }

    @Test
    void regionsThatLiveAtOneMomentNeverOverlap() {
        Random random = new Random(4);
        for (int run = 0; run < 1000; run++) {
            long alignment = 1L << random.nextInt(7);
            Arena arena = new Arena(alignment);
            for (int i = 1 + random.nextInt(30); i > 0; i--) {
                int from = random.nextInt(40);
                region(arena, 1 + random.nextInt(1000), from, from + random.nextInt(10));
            }

            long bytes = arena.assign();

            List<Region> regions = arena.regions();
            for (int i = 0; i < regions.size(); i++) {
                Region one = regions.get(i);
                assertThat(one.offset() % alignment).isZero();
                assertThat(one.offset() + one.bytes()).isLessThanOrEqualTo(bytes);
                assertThat(regions.subList(0, i)).noneMatch(other -> mayNotShare(one, other) && overlap(one, other));
            }
            assertThat(bytes).isGreaterThanOrEqualTo(arena.largestLiveBytes());
            assertThat(arena.largestLiveBytes()).isEqualTo(liveAtMost(regions));
        }
    }

    private static boolean mayNotShare(Region one, Region other) {
        return !(one.lastUse() < other.firstUse() || other.lastUse() < one.firstUse());
    }

    private static boolean overlap(Region one, Region other) {
        return one.offset() < other.offset() + other.bytes() && other.offset() < one.offset() + one.bytes();
    }

    private static long liveAtMost(List<Region> regions) {
        long most = 0;
        for (int moment = 0; moment < 50; moment++) {
            int now = moment;
            most = Math.max(
                    most,
                    regions.stream()
                            .filter(region -> region.firstUse() <= now && now <= region.lastUse())
                            .mapToLong(Region::bytes)
                            .sum());
        }
        return most;
    }

    @Test
    void aRegionFillsTheLowestGapThatIsWideEnough() {
        Arena arena = new Arena(1);
        Region first = region(arena, 50, 0, 1);
        Region second = region(arena, 40, 0, 9);
        Region third = region(arena, 30, 2, 9);
        Region fourth = region(arena, 20, 2, 9);

        assertThat(arena.assign()).isEqualTo(90);
        assertThat(first.offset()).isZero();
        assertThat(second.offset()).isEqualTo(50);
        assertThat(third.offset()).isZero();
        assertThat(fourth.offset()).isEqualTo(30);
    }

    @Test
    void whatNothingUsesHasNoAddressAndTakesNothing() {
        Arena arena = new Arena(64);
        Region unused = arena.region(1000);
        Region used = region(arena, 1, 3, 3);

        assertThat(arena.assign()).isEqualTo(64);
        assertThat(used.offset()).isZero();
        assertThatIllegalStateException().isThrownBy(unused::offset).withMessageContaining("no address");
    }

    @Test
    void anArenaWithoutRegionsIsEmpty() {
        assertThat(new Arena(64).assign()).isZero();
        assertThat(new Arena(64).largestLiveBytes()).isZero();
    }
}
