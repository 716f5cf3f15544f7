package dev.netwright.processor.diagnostics;

/**
 * One fault of one spec.
 *
 * @param problem the kind of fault
 * @param origin the value to underline
 * @param found what was found, and what was expected if the problem's rule doesn't say it: a sentence without full stop
 * @param trail the shapes from the input to the fault, or empty
 * @param fix the smallest change that removes the fault, as an imperative sentence
 */
public record Finding(Problem problem, Origin origin, String found, String trail, String fix) {
    /** A finding that needs no shape trail. */
    public static Finding of(Problem problem, Origin origin, String found, String fix) {
        return new Finding(problem, origin, found, "", fix);
    }

    /** Whether another finding is of the same problem at the same place. */
    boolean isSameAs(Finding other) {
        return problem == other.problem && origin.path().equals(other.origin.path());
    }

    /** Whether another finding says the same of the same place. */
    public boolean isRepeatOf(Finding other) {
        return isSameAs(other) && found.equals(other.found);
    }

    /** Whether another finding is of the same problem at the same place or at an element of it. */
    boolean holds(Finding other) {
        return isSameAs(other)
                || (problem == other.problem && other.origin.path().startsWith(origin.path() + "["));
    }

    /** The compiler message, on one to three lines. */
    public String message() {
        return message(problem.id(), problem.rule(), origin, found, trail, fix);
    }

    /** The form of every message; rule, trail and fix may be empty. */
    static String message(String id, String rule, Origin origin, String found, String trail, String fix) {
        String place = origin.path().isEmpty() ? "" : origin.path() + ": ";
        String ruleText = rule.isEmpty() ? "" : " (" + rule + ")";
        String trailLine = trail.isEmpty() ? "" : "\n    Shapes: " + trail;
        String fixLine = fix.isEmpty() ? "" : "\n    Fix: " + fix + ".";
        return "[" + id + "] " + place + found + ruleText + "." + trailLine + fixLine;
    }
}
