package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointState;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * What a run is, apart from how far it is: what has to be the same for it to go on, and what may differ if one is told.
 *
 * @param required a run with others is another run; by key
 * @param environment with others it goes on, with other bits; by key
 */
record RunTerms(SortedMap<String, String> required, SortedMap<String, String> environment) {
    private static final String REQUIRED = "run.";
    private static final String ENVIRONMENT = "environment.";

    private static final Fix ANOTHER_RUN = Fix.of("begin a new run in another folder with ", Setting.CHECKPOINTS);

    /** The terms of a run. */
    static RunTerms of(Learner learner, Training training, int batch, Dataset data) {
        SortedMap<String, String> required = new TreeMap<>();
        required.put("seed", Long.toString(training.seed()));
        required.put("images", Integer.toString(data.size()));
        required.put("images' classes, as a checksum,", classChecksum(data));
        required.put("batch", Integer.toString(batch));
        required.put("last batch", training.tail().name());
        required.put("optimizer", training.optimizer().rule().toString());
        required.put(
                "weight decay",
                training.optimizer().l2() + " of " + training.optimizer().decayed());
        required.put("clipping", training.clipping().toString());
        required.put("label smoothing", Double.toString(training.labelSmoothing()));
        required.put("last frozen block", training.lastFrozenBlock().orElse("none"));
        required.put(
                "reduction on plateaus",
                training.plateau().map(PlateauRule::toString).orElse("none"));
        required.put("loss averaging", training.lossAveraging().name());
        required.put("metric of the best epoch", training.bestMetric().name());
        return new RunTerms(required, learner.kernels().environment());
    }

    Map<String, String> toText() {
        SortedMap<String, String> text = new TreeMap<>();
        required.forEach((key, value) -> text.put(REQUIRED + key, value));
        environment.forEach((key, value) -> text.put(ENVIRONMENT + key, value));
        return text;
    }

    /**
     * Compares them with a checkpoint's.
     *
     * @return what differs and is no obstacle, each a sentence
     * @throws ResumeException naming the first difference that makes it another run
     */
    List<String> differences(CheckpointState state) {
        SortedMap<String, String> before = state.under(REQUIRED);
        required.forEach((what, value) -> {
            String expected = before.getOrDefault(what, "none");
            if (!value.equals(expected)) {
                throw new ResumeException(
                        state.file(), what, expected, value, Fix.of("resume with the same"), ANOTHER_RUN);
            }
        });
        List<String> differences = new ArrayList<>();
        SortedMap<String, String> old = state.under(ENVIRONMENT);
        for (String what : union(old, environment)) {
            String expected = old.getOrDefault(what, "none");
            String found = environment.getOrDefault(what, "none");
            if (!expected.equals(found)) {
                differences.add(what + " was " + expected + " and is " + found);
            }
        }
        return differences.isEmpty()
                ? List.of()
                : List.of("not bit-equal to a run without a stop: " + String.join(", ", differences));
    }

    private static TreeSet<String> union(SortedMap<String, String> some, SortedMap<String, String> others) {
        TreeSet<String> keys = new TreeSet<>(some.keySet());
        keys.addAll(others.keySet());
        return keys;
    }

    /** Finds images that were added, taken away or sorted anew without being many more or fewer. */
    private static String classChecksum(Dataset data) {
        CRC32C crc = new CRC32C();
        for (int i = 0; i < data.size(); i++) {
            int label = data.label(i);
            crc.update(label);
            crc.update(label >>> Byte.SIZE);
        }
        return Long.toHexString(crc.getValue());
    }
}
