package dev.netwright.onednn.parameter;

import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Step;
import dev.netwright.onednn.step.VectorSteps;
import dev.netwright.runtime.kernel.GradientClipping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * {@link GradientClipping} of flat vectors, in place and piece by piece through an array of the Java heap: the library sums with a reference
 * implementation alone, and its clipping would turn what is not a number into one. What pads the vectors is 0 and counts for nothing.
 */
public final class OneDnnClipping {
    /** Floats that are copied at once, so that they stay in the cache. */
    private static final int PIECE = 16_384;

    /** Sums side by side, which the compiler vectorizes; added up in double after each piece. */
    private static final int LANES = 64;

    private final List<FloatPointer> gradients;
    private final float[] piece = new float[PIECE];
    private final float[] sums = new float[LANES];

    private OneDnnClipping(List<FloatPointer> gradients) {
        this.gradients = gradients;
    }

    static List<Step> of(GradientClipping clipping, List<Tensor> gradients) {
        OneDnnClipping vectors = new OneDnnClipping(
                gradients.stream().map(OneDnnClipping::floats).toList());
        if (clipping instanceof GradientClipping.ByValue byValue) {
            return List.of(() -> vectors.limit((float) byValue.most()));
        }
        if (clipping instanceof GradientClipping.ByNorm byNorm) {
            FloatPointer factor = new FloatPointer(1);
            List<Step> scales = new ArrayList<>();
            gradients.forEach(gradient -> scales.add(VectorSteps.scale(gradient, factor)));
            return List.of(() -> {
                float found = (float) byNorm.factor(Math.sqrt(vectors.squares()));
                if (found != 1) {
                    factor.put(found);
                    scales.forEach(Step::run);
                }
            });
        }
        return List.of();
    }

    private static FloatPointer floats(Tensor gradient) {
        FloatPointer start = new FloatPointer(gradient.place().in(BindingMemory.NONE));
        return start.limit(gradient.layout().bytes() / Float.BYTES);
    }

    /** The sum of all squares. */
    private double squares() {
        double sum = 0;
        for (FloatPointer gradient : gradients) {
            long length = gradient.limit();
            for (long first = 0; first < length; first += PIECE) {
                int count = (int) Math.min(PIECE, length - first);
                gradient.position(first).get(piece, 0, count);
                sum += squares(count);
            }
        }
        return sum;
    }

    private double squares(int count) {
        Arrays.fill(sums, 0);
        // Vectors are padded to whole rows of 16 numbers, not of 64.
        Arrays.fill(piece, count, Math.min(PIECE, (count + LANES - 1) / LANES * LANES), 0);
        for (int first = 0; first < count; first += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                float value = piece[first + lane];
                sums[lane] += value * value;
            }
        }
        double sum = 0;
        for (float lane : sums) {
            sum += lane;
        }
        return sum;
    }

    private void limit(float most) {
        for (FloatPointer gradient : gradients) {
            long length = gradient.limit();
            for (long first = 0; first < length; first += PIECE) {
                int count = (int) Math.min(PIECE, length - first);
                gradient.position(first).get(piece, 0, count);
                for (int i = 0; i < count; i++) {
                    piece[i] = Math.max(-most, Math.min(most, piece[i]));
                }
                gradient.put(piece, 0, count);
            }
        }
    }
}
