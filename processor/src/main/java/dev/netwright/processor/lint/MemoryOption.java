package dev.netwright.processor.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code -Anetwright.memory}, such as {@code 8g,batch=64,optimizer=adam}: the bytes first; the rest is
 * optional, in any order.
 *
 * @param budget empty if the value has a fault
 * @param faults its invalid parts: sentences without full stop
 */
record MemoryOption(Optional<MemoryBudget> budget, List<String> faults) {
    /** How it is written. */
    static final String FORM = "8g,batch=64,optimizer=adam";

    /** As in the JVM's -Xmx, with an optional fraction and an optional b after the letter. */
    private static final Pattern BYTES = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,9})?)([kmgt]?)i?b?");

    private static final Pattern BATCH = Pattern.compile("\\d{1,9}");
    private static final List<String> UNITS = List.of("", "k", "m", "g", "t");

    static MemoryOption parse(String value) {
        List<String> faults = new ArrayList<>();
        List<String> items =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        OptionalLong bytes = bytes(items.get(0));
        if (bytes.isEmpty()) {
            faults.add("\"" + items.get(0) + "\" isn't a number of bytes above 0 and below 2^63");
        }
        OptionalInt batch = OptionalInt.of(MemoryBudget.UNLIMITED.batch());
        Optional<Optimizer> optimizer = Optional.of(MemoryBudget.UNLIMITED.optimizer());
        Set<String> seen = new HashSet<>();
        for (String item : items.subList(1, items.size())) {
            int equals = item.indexOf('=');
            String key = equals < 0 ? item : item.substring(0, equals).strip();
            String text = equals < 0 ? "" : item.substring(equals + 1).strip();
            if (!seen.add(key)) {
                faults.add(key + " is given twice");
            } else if (key.equals("batch")) {
                batch = batch(text);
                if (batch.isEmpty()) {
                    faults.add("batch is \"" + text + "\", expected a number from 1 to 999999999");
                }
            } else if (key.equals("optimizer")) {
                optimizer = optimizer(text);
                if (optimizer.isEmpty()) {
                    faults.add("optimizer is \"" + text + "\", expected one of " + String.join(", ", optimizers()));
                }
            } else {
                faults.add("found \"" + key + "\", expected batch or optimizer");
            }
        }
        return faults.isEmpty()
                ? new MemoryOption(
                        Optional.of(
                                new MemoryBudget(bytes.orElseThrow(), batch.orElseThrow(), optimizer.orElseThrow())),
                        faults)
                : new MemoryOption(Optional.empty(), faults);
    }

    private static OptionalLong bytes(String text) {
        Matcher matcher = BYTES.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        BigDecimal bytes = new BigDecimal(group(matcher, 1))
                .multiply(BigDecimal.valueOf(1L << (10 * UNITS.indexOf(group(matcher, 2)))))
                .setScale(0, RoundingMode.DOWN);
        return bytes.signum() > 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? OptionalLong.of(bytes.longValueExact())
                : OptionalLong.empty();
    }

    private static String group(Matcher matcher, int number) {
        @Nullable String group = matcher.group(number);
        return group == null ? "" : group;
    }

    private static OptionalInt batch(String text) {
        return BATCH.matcher(text).matches() && Integer.parseInt(text) > 0
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    private static Optional<Optimizer> optimizer(String text) {
        return Arrays.stream(Optimizer.values())
                .filter(optimizer -> name(optimizer).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static List<String> optimizers() {
        return Arrays.stream(Optimizer.values()).map(MemoryOption::name).toList();
    }

    private static String name(Optimizer optimizer) {
        return optimizer.name().toLowerCase(Locale.ROOT);
    }
}
