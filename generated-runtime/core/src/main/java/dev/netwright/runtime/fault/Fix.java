package dev.netwright.runtime.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One way to get past a fault: a clause, perhaps with a setting in it. */
public final class Fix {
    private final String before;
    private final Optional<Setting> setting;
    private final String after;

    private Fix(String before, Optional<Setting> setting, String after) {
        this.before = before;
        this.setting = setting;
        this.after = after;
    }

    /** A way that every front end has, such as {@code remove the file}. */
    public static Fix of(String clause) {
        return new Fix(clause, Optional.empty(), "");
    }

    /** A way that ends in a setting, such as {@code leave it out with} and what the front end has for that. */
    public static Fix of(String before, Setting setting) {
        return of(before, setting, "");
    }

    /** A way with a setting in it. */
    public static Fix of(String before, Setting setting, String after) {
        return new Fix(before, Optional.of(setting), after);
    }

    /** The clause; empty if the front end doesn't have its setting. */
    Optional<String> in(Wording wording) {
        return setting.isEmpty()
                ? Optional.of(before)
                : setting.flatMap(wording::of).map(word -> before + word + after);
    }

    /** A fault and the ways past it that a front end has: {@code what; this, that, or the other}. */
    public static String text(String fault, List<Fix> fixes, Wording wording) {
        String clauses = clauses(fixes, wording);
        return clauses.isEmpty() ? fault : fault + "; " + clauses;
    }

    /** The ways that a front end has: {@code this, that, or the other}; empty if it has none. */
    public static String clauses(List<Fix> fixes, Wording wording) {
        List<String> clauses = new ArrayList<>(
                fixes.stream().flatMap(fix -> fix.in(wording).stream()).toList());
        if (clauses.size() < 2) {
            return String.join("", clauses);
        }
        String last = clauses.remove(clauses.size() - 1);
        return Stream.of(String.join(", ", clauses), last)
                .reduce((some, one) -> some + ", or " + one)
                .orElseThrow();
    }
}
