package dev.netwright.runtime.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A fix for a fault: a clause that may name a setting. */
public final class Fix {
    private final String before;
    private final Optional<Setting> setting;
    private final String after;

    private Fix(String before, Optional<Setting> setting, String after) {
        this.before = before;
        this.setting = setting;
        this.after = after;
    }

    /**
     * A fix without a setting.
     *
     * @param clause the clause, such as {@code remove the file}
     * @return the fix
     */
    public static Fix of(String clause) {
        return new Fix(clause, Optional.empty(), "");
    }

    /**
     * A fix that ends with a setting.
     *
     * @param before the clause up to the setting, such as {@code "drop it with "}
     * @param setting the setting, which each front end has its own words for
     * @return the fix
     */
    public static Fix of(String before, Setting setting) {
        return of(before, setting, "");
    }

    /**
     * A fix that contains a setting.
     *
     * @param before the clause up to the setting
     * @param setting the setting, which each front end has its own words for
     * @param after the rest of the clause
     * @return the fix
     */
    public static Fix of(String before, Setting setting, String after) {
        return new Fix(before, Optional.of(setting), after);
    }

    /** The clause in a front end's words; empty if it doesn't have the setting. */
    Optional<String> in(Wording wording) {
        return setting.isEmpty()
                ? Optional.of(before)
                : setting.flatMap(wording::of).map(word -> before + word + after);
    }

    /**
     * A fault followed by the fixes that a front end has: {@code what; this, that, or the other}.
     *
     * @param fault what is wrong
     * @param fixes alternatives
     * @param wording words of the front end
     * @return the message
     */
    public static String text(String fault, List<Fix> fixes, Wording wording) {
        String clauses = clauses(fixes, wording);
        return clauses.isEmpty() ? fault : fault + "; " + clauses;
    }

    /**
     * The fixes that a front end has: {@code this, that, or the other}.
     *
     * @param fixes alternatives
     * @param wording words of the front end
     * @return the clauses; empty if it has none
     */
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
