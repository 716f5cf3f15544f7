package dev.netwright.processor.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.diagnostics.Advice;
import dev.netwright.processor.diagnostics.Lint;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LintOptionsTest {
    private static final Set<Lint> DEFAULTS =
            Arrays.stream(Lint.values()).filter(Lint::isDefault).collect(Collectors.toSet());

    private static LintOptions lint(String value) {
        return LintOptions.of(Map.of("netwright.lint", value));
    }

    private static LintOptions memory(String value) {
        return LintOptions.of(Map.of("netwright.memory", value));
    }

    @Test
    void withoutOptionsTheDefaultsAreOn() {
        LintOptions options = LintOptions.of(Map.of());

        assertThat(options.enabled()).isEqualTo(DEFAULTS).doesNotContain(Lint.SUMMARY, Lint.FC_HEAVY);
        assertThat(options.memory()).isEmpty();
        assertThat(options.faults()).isEmpty();
    }

    @Test
    void everyWarningIsReported() {
        assertThat(DEFAULTS).contains(Lint.RELU_LOGITS, Lint.MEMORY, Lint.OPTIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "", " ", "fc-heavy,all", "all,none"})
    void allOrNothingIsAll(String value) {
        assertThat(lint(value).enabled()).containsExactlyInAnyOrder(Lint.values());
        assertThat(lint(value).faults()).isEmpty();
    }

    @Test
    void anOptionWithoutEqualsSignIsAll() {
        assertThat(LintOptions.of(Collections.singletonMap("netwright.lint", null))
                        .enabled())
                .containsExactlyInAnyOrder(Lint.values());
    }

    @Test
    void noneIsNone() {
        assertThat(lint("none").enabled()).isEmpty();
        assertThat(lint("none,summary").enabled()).containsExactly(Lint.SUMMARY);
    }

    @Test
    void aNameIsAddedToTheDefaults() {
        assertThat(lint("fc-heavy").enabled()).isEqualTo(EnumSet.copyOf(join(DEFAULTS, Lint.FC_HEAVY)));
    }

    private static Set<Lint> join(Set<Lint> lints, Lint more) {
        EnumSet<Lint> all = EnumSet.copyOf(lints);
        all.add(more);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-relu-logits", "relu-logits,-relu-logits", "-relu-logits , relu-logits,"})
    void aNameAfterAMinusIsRemovedWhereverItIs(String value) {
        assertThat(lint(value).enabled())
                .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(join(undefault(), Lint.RELU_LOGITS))));
        assertThat(lint("all," + value).enabled()).isEqualTo(EnumSet.complementOf(EnumSet.of(Lint.RELU_LOGITS)));
    }

    private static Set<Lint> undefault() {
        return EnumSet.complementOf(EnumSet.copyOf(DEFAULTS));
    }

    @ParameterizedTest
    @CsvSource({
        "fc-hevy, 'did you mean \"fc-heavy\"? If not, remove it'",
        "-sumary, 'did you mean \"summary\"? If not, remove it'",
        "Summary, 'did you mean \"summary\"? If not, remove it'"
    })
    void aMisspeltNameIsAFaultWithItsFix(String value, String fix) {
        assertThat(lint(value).enabled()).isEqualTo(DEFAULTS);
        assertThat(lint(value).faults()).extracting(Advice::fix).containsExactly(fix);
    }

    @Test
    void anUnknownNameIsAFaultThatListsTheKnownOnes() {
        assertThat(lint("everything,summary").faults()).singleElement().satisfies(fault -> {
            assertThat(fault.message())
                    .startsWith("[netwright:options] -Anetwright.lint: there is no lint \"everything\"");
            assertThat(fault.fix())
                    .contains("relu-logits, unread-stage, memory, ")
                    .endsWith(", or all, or none");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000",
        "1k, 1024",
        "64m, 67108864",
        "8g, 8589934592",
        "8G, 8589934592",
        "8gb, 8589934592",
        "8GiB, 8589934592",
        "1.5g, 1610612736",
        "0.001k, 1",
        "1t, 1099511627776",
        "9223372036854775807, 9223372036854775807"
    })
    void bytesAreWrittenAsForTheJvm(String value, long bytes) {
        assertThat(memory(value).memory()).contains(new MemoryBudget(bytes, 64, Optimizer.ADAM));
    }

    @ParameterizedTest
    @CsvSource({
        "'8k,batch=32', 32, ADAM",
        "'8k,optimizer=sgd', 64, SGD",
        "'8k,optimizer=AdamW,batch=1', 1, ADAMW",
        "' 8k , batch = 999999999 , optimizer = nesterov ', 999999999, NESTEROV",
        "'8k,optimizer=momentum', 64, MOMENTUM"
    })
    void batchAndOptimizerMayBeLeftOutOrSwapped(String value, int batch, Optimizer optimizer) {
        assertThat(memory(value).memory()).contains(new MemoryBudget(8192, batch, optimizer));
        assertThat(memory(value).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0g",
                "-1g",
                "8x",
                "8 g g",
                "g",
                "batch=64",
                "8g,batch=0",
                "8g,batch=-1",
                "8g,batch=9999999999",
                "8g,batch=",
                "8g,batch",
                "8g,batch=64=64",
                "8g,optimizer=adamm",
                "8g,optimizer",
                "8g,batches=64",
                "8g,batch=64,batch=64",
                "8g,",
                ",",
                "8g,,batch=64",
                "99999999999999999999g",
                "999999999999999999t",
                "8388608t"
            })
    void aMalformedBudgetIsAFaultAndNoBudget(String value) {
        assertThat(memory(value).memory()).as(value).isEmpty();
        assertThat(memory(value).faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.lint()).isEqualTo(Lint.OPTIONS);
            assertThat(fault.fix()).isEqualTo("write it as -Anetwright.memory=8g,batch=64,optimizer=adam");
        });
    }

    @Test
    void everyFaultOfABudgetIsReported() {
        assertThat(memory("much,batch=few,optimizer=best,speed=high").faults())
                .extracting(Advice::found)
                .containsExactly(
                        "\"much\" isn't a number of bytes above 0 and below 2^63",
                        "batch is \"few\", expected a number from 1 to 999999999",
                        "optimizer is \"best\", expected one of sgd, momentum, nesterov, adam, adamw,"
                                + " amsgrad, rmsprop, adagrad, adadelta, adamax, nadam, adabelief",
                        "found \"speed\", expected batch or optimizer");
    }
}
