package dev.netwright.tests.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the user's project printed when this build compiled and ran it, as a project of its own, from installed artifacts. */
final class QuickStartIT {
    /**
     * What can't be kept from a user who sets no flags: JDK 24 and later tell of native libraries and of Unsafe, both of
     * them JavaCPP's and both Maven's own as well.
     */
    private static final Predicate<String> UNAVOIDABLE_ON_JDK_24 = Stream.of(
                    "A restricted method in java\\.lang\\.System has been called",
                    "java\\.lang\\.System::load has been called by .*",
                    "Use --enable-native-access=.* to avoid a warning for callers in this module",
                    "Restricted methods will be blocked in a future release unless native access is enabled",
                    "A terminally deprecated method in sun\\.misc\\.Unsafe has been called",
                    "sun\\.misc\\.Unsafe::\\w+ has been called by .*",
                    "Please consider reporting this to the maintainers of class .*",
                    "sun\\.misc\\.Unsafe::\\w+ will be removed in a future release")
            .map(line -> Pattern.compile("WARNING: " + line).asMatchPredicate())
            .reduce(Predicate::or)
            .orElseThrow();

    @Test
    void learnsAndEvaluates() throws IOException {
        List<String> log = log();

        assertThat(log).anyMatch(line -> line.matches("epoch 1, loss .*, train acc .*, time .* sec"));
        assertThat(new BuildLog(log).number("accuracy"))
                .as("share of test images classified rightly, where a guess gets 0.1")
                .isGreaterThan(0.5);
        assertThat(log)
                .filteredOn(line -> line.matches("Prediction\\[label=.*, index=\\d, probability=0\\.\\d+]"))
                .hasSize(1);
    }

    @Test
    void warnsOfNothingThatCouldBeAvoided() throws IOException {
        Predicate<String> allowed = Runtime.version().feature() < 24 ? line -> false : UNAVOIDABLE_ON_JDK_24;

        assertThat(log())
                .filteredOn(allowed.negate())
                .noneMatch(line -> line.contains("SLF4J") || line.contains("WARN") || line.contains("[ERROR]"));
    }

    private static List<String> log() throws IOException {
        return BuildLog.of(QuickStart.COPY).lines();
    }
}
