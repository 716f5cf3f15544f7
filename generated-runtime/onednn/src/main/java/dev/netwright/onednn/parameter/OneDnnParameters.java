package dev.netwright.onednn.parameter;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.NativeObjects;
import dev.netwright.onednn.memory.FixedPlace;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Reordering;
import dev.netwright.plan.onednn.Tiling;
import dev.netwright.runtime.engine.memory.NativeFloats;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.ParameterVectors;
import dev.netwright.runtime.kernel.TensorRows;
import dev.netwright.runtime.kernel.UpdatePlan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Parameters and gradients in the layouts of {@link ParameterLayouts}, from the first training on as two flat vectors; running statistics
 * in a third. What layouts add to a tensor's values is 0, in the gradients as well, and stays so under every optimizer.
 */
public final class OneDnnParameters implements ParameterMemory {
    /** Floats of a tensor that are looked at at once. */
    private static final int LOOKED_FLOATS = 1 << 14;

    private final ParameterTable table;
    private final NativeObjects objects = new NativeObjects();
    private final Map<Parameter, Layout> layouts = new HashMap<>();
    private final Map<Parameter, Long> offsets = new HashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final long bytes;
    private final long statisticsBytes;
    private final WeightForms forms;
    private final OneDnnVectors vectors;
    private @Nullable NativeBytes statistics;
    private @Nullable NativeBytes gradients;
    /** What is looked at, from the first look on, so that later ones take no memory. */
    private float[] looked = {};

    /** Layouts alone: memory is taken when a value is first asked for, or by {@link #allocated}. */
    public OneDnnParameters(ParameterTable table) {
        this.table = table;
        objects.collect(() -> table.tensors().forEach(tensor -> layouts.put(tensor, ParameterLayouts.of(tensor))));
        bytes = place(inMemoryOrder());
        statisticsBytes = place(table.statistics());
        Map<Parameter, Long> sizes = new LinkedHashMap<>();
        inMemoryOrder().forEach(tensor -> sizes.put(tensor, layout(tensor).bytes()));
        forms = new WeightForms(this, new StoredTensors(table.size() + " parameters", offsets, sizes, bytes));
        vectors = new OneDnnVectors(this, forms::vector, this::statistics, this::gradients);
    }

    /**
     * The same with memory for values and statistics.
     *
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little
     */
    public OneDnnParameters allocated() {
        forms.allocate();
        statistics();
        return this;
    }

    /** Bytes of the trainable parameters in their layouts; their gradients and each of an optimizer's states take as many. */
    public long bytes() {
        return bytes;
    }

    /** Bytes of running statistics. */
    public long statisticsBytes() {
        return statisticsBytes;
    }

    private long place(List<Parameter> tensors) {
        long next = 0;
        for (Parameter tensor : tensors) {
            offsets.put(tensor, next);
            next += NativeBytes.aligned(layout(tensor).bytes());
        }
        return next;
    }

    @Override
    public ParameterTable table() {
        return table;
    }

    @Override
    public void read(Parameter parameter, float[] target) {
        requireSize(parameter, target);
        requireOwn(parameter);
        if (parameter.role().isTrainable()) {
            forms.read(parameter, target);
        } else {
            copyOut(parameter, statistics().at(offset(parameter)), target);
        }
    }

    /** What its layout adds to a tensor is 0, and its order doesn't matter. */
    @Override
    public synchronized double largest(Parameter parameter) {
        long count = layout(parameter).bytes() / Float.BYTES;
        FloatPointer stored = new FloatPointer(at(parameter));
        looked = looked.length == 0 ? new float[LOOKED_FLOATS] : looked;
        double most = 0;
        for (long first = 0; first < count; first += looked.length) {
            int length = (int) Math.min(looked.length, count - first);
            stored.position(first).get(looked, 0, length);
            most = Math.max(most, ParameterMemory.largest(looked, length));
        }
        return most;
    }

    @Override
    public void write(Parameter parameter, float[] source) {
        copyIn(parameter, source, forWrite(parameter));
        changed();
    }

    @Override
    public void write(Parameter parameter, TensorRows source) {
        int rows = parameter.shape().get(0);
        int most = WeightPieces.rowsOfPiece(parameter, layout(parameter));
        if (most == rows) {
            ParameterMemory.super.write(parameter, source);
            return;
        }
        Pointer target = forWrite(parameter);
        int row = parameter.size() / rows;
        float[] piece = new float[most * row];
        for (int first = 0; first < rows; first += most) {
            int count = Math.min(most, rows - first);
            piece = count == most ? piece : new float[count * row];
            source.fill(first, piece);
            write(parameter, first, count, piece, target);
        }
        changed();
    }

    private void write(Parameter parameter, int firstRow, int count, float[] values, Pointer target) {
        long[] dimensions = ParameterLayouts.dimensions(parameter.shape());
        dimensions[0] = count;
        try (NativeObjects made = new NativeObjects();
                FloatPointer plain = NativeFloats.copyOf(values)) {
            made.collect(() -> Reordering.run(
                    Layout.plain(dimensions), plain, layout(parameter).rows(firstRow, count), target));
        }
    }

    /** Where a tensor is stored, once no form that predictions read stands for any. */
    private Pointer forWrite(Parameter parameter) {
        forms.store();
        return at(parameter);
    }

    private Pointer at(Parameter parameter) {
        requireOwn(parameter);
        return parameter.role().isTrainable()
                ? forms.at(parameter)
                : statistics().at(offset(parameter));
    }

    @Override
    public void readGradient(Parameter parameter, float[] target) {
        if (gradients == null) {
            throw new IllegalStateException("no training program is bound, so there are no gradients");
        }
        requireTrainable(parameter);
        copyOut(parameter, gradients.at(offset(parameter)), target);
    }

    @Override
    public ParameterUpdate update(UpdatePlan plan) {
        return new OneDnnUpdate(this, plan, forms.vector(), gradients());
    }

    @Override
    public ParameterVectors vectors() {
        return vectors;
    }

    @Override
    public void close() {
        forms.close();
        for (NativeBytes memory : new @Nullable NativeBytes[] {statistics, gradients}) {
            if (memory != null) {
                memory.close();
            }
        }
        objects.close();
    }

    /** Counts changes of any value: what was derived from an older one is to be derived again. */
    public long version() {
        return version.get();
    }

    /** Tells that values have changed. */
    public void changed() {
        version.incrementAndGet();
    }

    /** A tensor where it is stored. */
    public Tensor value(Parameter parameter) {
        return new Tensor(layout(parameter), new FixedPlace(() -> address(parameter)));
    }

    private Pointer address(Parameter parameter) {
        return parameter.role().isTrainable()
                ? forms.inPlace(parameter)
                : statistics().at(offset(parameter));
    }

    /**
     * A weight as a prediction reads it.
     *
     * @param norm whose factors are in it
     * @param tiling the tiles for whose products it is transformed
     */
    public WeightForm form(Parameter weight, Layout wanted, Optional<FoldedNorm> norm, Optional<Tiling> tiling) {
        return new WeightForm(forms, weight, wanted, norm, tiling);
    }

    /** Has the trainable tensors as one vector from now on, as training needs them. */
    public void keepAsVector() {
        forms.vector();
    }

    /** Whether they are one vector, after which addresses stay. */
    public boolean isVector() {
        return forms.isVector();
    }

    /** A trainable tensor's gradient. */
    public Tensor gradient(Parameter parameter) {
        requireTrainable(parameter);
        return new Tensor(layout(parameter), new FixedPlace(() -> gradients().at(offset(parameter))));
    }

    private synchronized NativeBytes statistics() {
        if (statistics == null) {
            statistics = NativeBytes.zeros("running statistics", statisticsBytes);
        }
        return statistics;
    }

    private synchronized NativeBytes gradients() {
        if (gradients == null) {
            gradients = NativeBytes.zeros("gradients of " + table.size() + " parameters", bytes);
        }
        return gradients;
    }

    Layout layout(Parameter parameter) {
        requireOwn(parameter);
        return Objects.requireNonNull(layouts.get(parameter), parameter.name());
    }

    private void requireOwn(Parameter parameter) {
        if (!layouts.containsKey(parameter)) {
            throw new IllegalArgumentException(parameter.name() + " belongs to another network");
        }
    }

    /** The trainable tensors as they lie one after the other. */
    List<Parameter> inMemoryOrder() {
        return UpdatePlan.memoryOrder(table.parameters());
    }

    /** Where consecutive tensors begin. */
    long start(List<Parameter> consecutive) {
        return offset(consecutive.get(0));
    }

    /** Bytes of consecutive tensors, padding included. */
    public long bytes(List<Parameter> consecutive) {
        Parameter last = consecutive.get(consecutive.size() - 1);
        return offset(last) + NativeBytes.aligned(layout(last).bytes()) - start(consecutive);
    }

    /** Where a tensor begins. */
    long offset(Parameter parameter) {
        requireOwn(parameter);
        return Objects.requireNonNull(offsets.get(parameter), parameter.name());
    }

    private static void requireTrainable(Parameter parameter) {
        if (!parameter.role().isTrainable()) {
            throw new IllegalArgumentException(parameter.name() + " follows the batches and has no gradient");
        }
    }

    private static void requireSize(Parameter parameter, float[] array) {
        if (array.length != parameter.size()) {
            throw new IllegalArgumentException(
                    parameter.name() + " has " + parameter.size() + " values, found " + array.length);
        }
    }

    void copyIn(Parameter parameter, float[] source, Pointer to) {
        requireSize(parameter, source);
        try (FloatPointer plain = NativeFloats.copyOf(source)) {
            Reordering.run(plainLayout(parameter), plain, layout(parameter), to);
        }
    }

    void copyOut(Parameter parameter, Pointer from, float[] target) {
        requireSize(parameter, target);
        try (FloatPointer plain = NativeFloats.uninitialized(target.length)) {
            Reordering.run(layout(parameter), from, plainLayout(parameter), plain);
            plain.get(target);
        }
    }

    private static Layout plainLayout(Parameter parameter) {
        return Layout.plain(ParameterLayouts.dimensions(parameter.shape()));
    }
}
