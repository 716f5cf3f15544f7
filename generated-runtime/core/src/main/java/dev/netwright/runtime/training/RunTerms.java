package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointState;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.option.OptionTerm;
import dev.netwright.runtime.option.OptionValues;
import dev.netwright.runtime.option.ResumePolicy;
import dev.netwright.runtime.option.RunOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Everything that a run's result depends on, except how far the run has come. */
record RunTerms(List<RunTerm> terms) {
    /** Version of the list of terms; checkpoints of version 0.1 have no such entry and fewer terms. */
    private static final String VERSION_KEY = "terms";

    private static final String VERSION = "2";
    static final String BEST_METRIC = "metric of the best epoch";
    static final String EPOCHS = "epochs";
    static final String EPOCHS_KEY = ResumePolicy.RATES_MUST_EQUAL.prefix() + EPOCHS;

    /** The hash code in the text of {@code Object.toString}, which differs between processes. */
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]+");

    private static final Fix ANOTHER_RUN = Fix.of("start a new run in another folder with ", Setting.CHECKPOINTS);

    /** Copies the list. */
    RunTerms {
        terms = List.copyOf(terms);
    }

    /**
     * The terms of a run: those of each option, and the environment of its kernels. Computing them reads some pictures.
     */
    static RunTerms of(OptionValues values, KernelSet kernels) {
        Map<String, RunTerm> terms = new LinkedHashMap<>();
        for (RunOption<?> option : RunOptions.ALL) {
            for (OptionTerm term : option.resume().terms()) {
                // Computing a term may read many images, so each is computed once.
                terms.computeIfAbsent(term.name(), name -> {
                    String text = term.text().apply(option, values);
                    return new RunTerm(
                            name,
                            text,
                            term.former().apply(values),
                            term.absent(),
                            option.resume().policy());
                });
            }
        }
        List<RunTerm> all = new ArrayList<>(terms.values());
        ResumePolicy reported = RunOptions.KERNELS.resume().policy();
        kernels.environment().forEach((name, value) -> all.add(new RunTerm(name, value, reported)));
        return new RunTerms(all);
    }

    Map<String, String> toText() {
        SortedMap<String, String> text = new TreeMap<>();
        text.put(VERSION_KEY, VERSION);
        terms.forEach(term -> text.put(term.key(), term.value()));
        return text;
    }

    /**
     * Compares the terms with those of a checkpoint.
     *
     * @return sentences on the differences that don't prevent resuming, and on the terms that the checkpoint lacks
     * @throws ResumeException if a difference makes it another run; the message names the first one
     */
    List<String> differences(CheckpointState state) {
        boolean isOld = isOld(state);
        List<String> unsaid = new ArrayList<>();
        for (RunTerm term : terms) {
            if (term.policy() == ResumePolicy.IS_REPORTED) {
                continue;
            }
            Optional<String> before = state.text(term.key()).or(term::absent);
            if (before.isEmpty()) {
                unsaid.add(term.name());
            } else if (isOld ? refusesOld(term, before.get()) : term.refuses(before.get())) {
                throw new ResumeException(
                        state.file(),
                        term.name(),
                        before.get(),
                        term.beside(before.get()),
                        Fix.of("resume with the same value"),
                        ANOTHER_RUN);
            }
        }
        List<String> sentences = new ArrayList<>();
        environment(state).ifPresent(sentences::add);
        if (!unsaid.isEmpty()) {
            sentences.add("not compared, because an earlier version wrote the checkpoint without them: "
                    + String.join(", ", unsaid));
        }
        return sentences;
    }

    /** Whether version 0.1 wrote the checkpoint. */
    static boolean isOld(CheckpointState state) {
        return state.text(VERSION_KEY).isEmpty();
    }

    /**
     * In version 0.1 early stopping didn't decide which epoch is the best; {@link OpenedRun} then searches for the best
     * anew.
     */
    private static boolean refusesOld(RunTerm term, String before) {
        return !term.name().equals(BEST_METRIC) && term.refuses(withoutIdentities(before));
    }

    /** Removes hash codes from a text of version 0.1, so that it is the same in every process. */
    static String withoutIdentities(String text) {
        return IDENTITY.matcher(text).replaceAll("");
    }

    private Optional<String> environment(CheckpointState state) {
        SortedMap<String, String> old = state.under(ResumePolicy.IS_REPORTED.prefix());
        SortedMap<String, String> now = new TreeMap<>();
        terms.stream()
                .filter(term -> term.policy() == ResumePolicy.IS_REPORTED)
                .forEach(term -> now.put(term.name(), term.value()));
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<String> differences = names.stream()
                .filter(name -> !old.getOrDefault(name, RunOption.NONE).equals(now.getOrDefault(name, RunOption.NONE)))
                .map(name -> name + " was " + old.getOrDefault(name, RunOption.NONE) + " and is "
                        + now.getOrDefault(name, RunOption.NONE))
                .toList();
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("not bit-identical to an uninterrupted run: " + String.join(", ", differences));
    }
}
