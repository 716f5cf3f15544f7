package dev.netwright.runtime.source;

import dev.netwright.operation.Target;
import java.util.Arrays;
import java.util.List;

/** Several labels, or numbers, of each picture. */
final class TargetValues implements Targets {
    private final Target target;
    private final List<String> names;
    private final float[][] rows;

    private TargetValues(Target target, List<String> names, float[][] rows) {
        this.target = target;
        this.names = names;
        this.rows = rows;
    }

    /**
     * Labels: a row of 0 and 1 for each picture.
     *
     * @throws IllegalArgumentException if there is no row or no name, a row has another length than the names, or a value isn't from 0 to 1
     */
    static TargetValues ofLabels(List<String> labels, float[]... rows) {
        return of(new Target.SeveralLabels(labels.size()), labels, rows);
    }

    /**
     * Numbers: a row for each picture.
     *
     * @throws IllegalArgumentException if there is no row or no name, a row has another length than the names, or a number isn't finite
     */
    static TargetValues ofNumbers(List<String> names, float[]... rows) {
        return of(new Target.Numbers(names.size()), names, rows);
    }

    private static TargetValues of(Target target, List<String> names, float[]... rows) {
        if (rows.length == 0 || names.isEmpty()) {
            throw new IllegalArgumentException("A dataset must have at least one picture and one target, found "
                    + rows.length + " pictures and " + names.size() + " targets");
        }
        boolean isOfLabels = target instanceof Target.SeveralLabels;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != names.size()) {
                throw new IllegalArgumentException("Picture " + i + " must have a target for each of '"
                        + String.join("', '", names) + "', found " + rows[i].length + " values");
            }
            for (int k = 0; k < names.size(); k++) {
                float value = rows[i][k];
                if (isOfLabels ? !(value >= 0 && value <= 1) : !Float.isFinite(value)) {
                    throw new IllegalArgumentException("'" + names.get(k) + "' of picture " + i + " must be "
                            + (isOfLabels ? "from 0 to 1" : "finite") + ", found " + value);
                }
            }
        }
        return new TargetValues(
                target,
                List.copyOf(names),
                Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new));
    }

    /** The targets of some pictures, in another order. */
    TargetValues at(int... positions) {
        return new TargetValues(
                target, names, Arrays.stream(positions).mapToObj(i -> rows[i]).toArray(float[][]::new));
    }

    @Override
    public int count() {
        return rows.length;
    }

    @Override
    public List<String> labels() {
        return names;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public int of(int index) {
        throw new IllegalStateException("a picture of this data set has " + target.text()
                + ", not one of several classes; read its target with readTarget(...)");
    }

    @Override
    public void read(int index, float[] values, int offset) {
        System.arraycopy(rows[index], 0, values, offset, names.size());
    }
}
