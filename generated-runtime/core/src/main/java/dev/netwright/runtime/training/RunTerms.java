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

/** What a run is, apart from how far it is: every term that shapes it, in one list. */
record RunTerms(List<RunTerm> terms) {
    /** Names what is compared; checkpoints of version 0.1 have no such entry and fewer terms. */
    private static final String VERSION_KEY = "terms";

    private static final String VERSION = "2";
    static final String BEST_METRIC = "metric of the best epoch";
    static final String EPOCHS = "epochs";
    static final String EPOCHS_KEY = ResumePolicy.RATES_MUST_EQUAL.prefix() + EPOCHS;

    /** What {@code Object.toString} says of an object, which is another number in each process. */
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]+");

    private static final Fix ANOTHER_RUN = Fix.of("begin a new run in another folder with ", Setting.CHECKPOINTS);

    /** Copies the list. */
    RunTerms {
        terms = List.copyOf(terms);
    }

    /** The terms of a run: each option's, and what its kernels say of where they compute. Some pictures are read for them. */
    static RunTerms of(OptionValues values, KernelSet kernels) {
        Map<String, RunTerm> terms = new LinkedHashMap<>();
        for (RunOption<?> option : RunOptions.ALL) {
            for (OptionTerm term : option.resume().terms()) {
                // Of images a text takes a pass over some: none is made twice.
                terms.computeIfAbsent(term.name(), name -> {
                    String text = term.text().apply(option, values);
                    return new RunTerm(
                            name,
                            text,
                            term.former().apply(values),
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
     * Compares them with a checkpoint's.
     *
     * @return what differs and is no obstacle, and what the checkpoint doesn't say, each a sentence
     * @throws ResumeException naming the first difference that makes it another run
     */
    List<String> differences(CheckpointState state) {
        boolean isOld = isOld(state);
        List<String> unsaid = new ArrayList<>();
        for (RunTerm term : terms) {
            if (term.policy() == ResumePolicy.IS_REPORTED) {
                continue;
            }
            Optional<String> before = state.text(term.key());
            if (before.isEmpty()) {
                unsaid.add(term.name());
            } else if (isOld ? refusesOld(term, before.get()) : term.refuses(before.get())) {
                throw new ResumeException(
                        state.file(),
                        term.name(),
                        before.get(),
                        term.beside(before.get()),
                        Fix.of("resume with the same"),
                        ANOTHER_RUN);
            }
        }
        List<String> sentences = new ArrayList<>();
        environment(state).ifPresent(sentences::add);
        if (!unsaid.isEmpty()) {
            sentences.add("not compared, because the checkpoint is of an earlier version that didn't save it: "
                    + String.join(", ", unsaid));
        }
        return sentences;
    }

    /** Whether version 0.1 wrote it. */
    static boolean isOld(CheckpointState state) {
        return state.text(VERSION_KEY).isEmpty();
    }

    /** Early stopping didn't decide which epoch is the best; {@link OpenedRun} begins anew with its metric. */
    private static boolean refusesOld(RunTerm term, String before) {
        return !term.name().equals(BEST_METRIC) && term.refuses(withoutIdentities(before));
    }

    /** Text of version 0.1 that is the same in each process. */
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
                : Optional.of("not bit-equal to a run without a stop: " + String.join(", ", differences));
    }
}
