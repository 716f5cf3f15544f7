package dev.netwright.tests.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.SafeTensorsWriter;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.random.CounterRandom;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What PyTorch says of one of its networks; {@code torch_weights.py} wrote it.
 *
 * @param images shape of an image
 * @param quartered names of tensors that have a quarter of the numbers from the seed
 * @param tensors names and sizes of its {@code state_dict}, without counters, in order
 * @param logits what it gives for the image and the weights from the seed; none if it wasn't asked
 */
record TorchFixture(List<Integer> images, @Nullable List<String> quartered, List<String> tensors, List<Float> logits) {
    private static final long SEED = 20220317;
    private static final int IMAGES_STREAM = 2_000_000;

    static TorchFixture of(String network) {
        String path = "/torch/" + network + ".json";
        try (InputStream in = Objects.requireNonNull(TorchFixture.class.getResourceAsStream(path), path)) {
            return new JsonMapper().readValue(in, TorchFixture.class);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Names and shapes of the {@code state_dict}, in order. */
    List<NamedShape> shapes() {
        return tensors.stream().map(TorchFixture::shape).toList();
    }

    private static NamedShape shape(String text) {
        List<String> words = List.of(text.split(" ", -1));
        return new NamedShape(
                words.get(0), words.stream().skip(1).map(Long::valueOf).toList());
    }

    float[] image() {
        float[] image = new float[images.stream().reduce(1, Math::multiplyExact)];
        CounterRandom.seeded(SEED).fillUniform(IMAGES_STREAM, 0, image, 0, image.length, 0);
        return image;
    }

    /** The weights from the seed, in PyTorch's order, as the script's {@code fill} makes them. */
    List<TensorEntry> weights() {
        List<TensorEntry> entries = new ArrayList<>();
        for (NamedShape tensor : shapes()) {
            int place = entries.size();
            double factor = quartered != null && quartered.contains(tensor.name()) ? 0.25 : 1;
            entries.add(new TensorEntry(tensor, target -> fill(place, tensor, factor, target)));
        }
        return entries;
    }

    /** Writes those weights under PyTorch's names. */
    void write(Path file) {
        SafeTensorsWriter.write(file, Map.of("format", "pt"), weights());
    }

    private static void fill(int place, NamedShape tensor, double factor, float[] target) {
        boolean isVector = tensor.shape().size() == 1;
        double low;
        double width;
        if (tensor.name().endsWith("running_var") || (isVector && tensor.name().endsWith("weight"))) {
            low = 0.5;
            width = 1;
        } else if (isVector) {
            low = -0.25;
            width = 0.5;
        } else {
            double bound =
                    Math.sqrt(6.0 / (tensor.elementCount() / tensor.shape().get(0)));
            low = -bound;
            width = 2 * bound;
        }
        CounterRandom.seeded(SEED).fillUniform(place, 0, target, 0, target.length, 0);
        for (int i = 0; i < target.length; i++) {
            target[i] = (float) (factor * low) + (float) (factor * width) * target[i];
        }
    }

    /** The norm of the difference over the norm of what PyTorch gave. */
    static double distance(float[] found, List<Float> expected) {
        assertThat(found).hasSize(expected.size());
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < found.length; i++) {
            difference += Math.pow(found[i] - expected.get(i), 2);
            norm += Math.pow(expected.get(i), 2);
        }
        return Math.sqrt(difference / norm);
    }
}
