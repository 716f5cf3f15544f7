package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointState;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.training.RunTerm.Policy;
import java.util.ArrayList;
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
    static final String EPOCHS_KEY = Policy.LENGTH.prefix() + EPOCHS;

    /** What {@code Object.toString} says of an object, which is another number in each process. */
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]+");

    private static final Fix ANOTHER_RUN = Fix.of("begin a new run in another folder with ", Setting.CHECKPOINTS);

    /** Copies the list. */
    RunTerms {
        terms = List.copyOf(terms);
    }

    /** The terms of a run. Some pictures are read for them. */
    static RunTerms of(Learner learner, Training training, int batch, Dataset data) {
        Optimizer optimizer = training.optimizer();
        List<RunTerm> terms = new ArrayList<>();
        same(terms, "seed", training.seed());
        same(terms, "initial values", training.initializer());
        same(terms, "initial weights", training.start().map(FileContent::of));
        same(terms, "class names", classNames(data));
        same(terms, "images", data.size());
        same(terms, "images' classes, as a checksum,", DatasetContent.ofClasses(data));
        same(terms, "images' content, as a checksum,", DatasetContent.of(data));
        same(terms, "preparation of images", data.preprocessing());
        same(terms, "augmentation", data.augmentations());
        same(terms, "test images", training.test().map(test -> test.size() + ", checksum " + DatasetContent.of(test)));
        same(terms, "preparation of test images", training.test().flatMap(Dataset::preprocessing));
        same(terms, "batch", batch);
        same(terms, "last batch", training.tail());
        terms.add(new RunTerm(
                "optimizer",
                Content.of(optimizer.rule()),
                withoutIdentities(optimizer.rule().toString()),
                Policy.SAME));
        same(terms, "learning rate", RateContent.of(optimizer.learningRate()));
        same(terms, "weight decay", optimizer.l2() + " of " + optimizer.decayed());
        same(terms, "clipping", training.clipping());
        same(terms, "label smoothing", training.labelSmoothing());
        same(terms, "last frozen block", training.lastFrozenBlock());
        same(terms, "reduction on plateaus", training.plateau());
        same(terms, "loss averaging", training.lossAveraging());
        same(terms, BEST_METRIC, training.bestMetric());
        terms.add(new RunTerm(
                "early stopping",
                training.earlyStopping()
                        .map(rule -> rule.metric() + " by " + rule.minimumDelta())
                        .orElse(RunTerm.NONE),
                Policy.SAME_OR_NONE));
        terms.add(new RunTerm(EPOCHS, Integer.toString(training.epochs()), Policy.LENGTH));
        learner.kernels().environment().forEach((name, value) -> terms.add(new RunTerm(name, value, Policy.REPORTED)));
        return new RunTerms(terms);
    }

    private static void same(List<RunTerm> terms, String name, Object value) {
        terms.add(new RunTerm(name, Content.of(value), Policy.SAME));
    }

    /** Short enough for a message, whatever their number. */
    private static String classNames(Dataset data) {
        List<String> labels = data.labels();
        return labels.size() + " from '" + labels.get(0) + "' to '" + labels.get(labels.size() - 1) + "', checksum "
                + FileContent.checksum(String.join("\n", labels));
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
            if (term.policy() == Policy.REPORTED) {
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
                        term.value(),
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
        return !term.name().equals(BEST_METRIC) && term.old().refuses(withoutIdentities(before));
    }

    private static String withoutIdentities(String text) {
        return IDENTITY.matcher(text).replaceAll("");
    }

    private Optional<String> environment(CheckpointState state) {
        SortedMap<String, String> old = state.under(Policy.REPORTED.prefix());
        SortedMap<String, String> now = new TreeMap<>();
        terms.stream()
                .filter(term -> term.policy() == Policy.REPORTED)
                .forEach(term -> now.put(term.name(), term.value()));
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<String> differences = names.stream()
                .filter(name -> !old.getOrDefault(name, RunTerm.NONE).equals(now.getOrDefault(name, RunTerm.NONE)))
                .map(name -> name + " was " + old.getOrDefault(name, RunTerm.NONE) + " and is "
                        + now.getOrDefault(name, RunTerm.NONE))
                .toList();
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("not bit-equal to a run without a stop: " + String.join(", ", differences));
    }
}
