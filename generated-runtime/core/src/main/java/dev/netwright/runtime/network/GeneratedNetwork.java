package dev.netwright.runtime.network;

import dev.netwright.operation.Mode;
import dev.netwright.operation.Target;
import dev.netwright.operation.Value;
import dev.netwright.runtime.checkpoint.FiniteValues;
import dev.netwright.runtime.checkpoint.LabelsJson;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.checkpoint.Weights;
import dev.netwright.runtime.checkpoint.WeightsFile;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.PictureValues;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.UnlabelledPictures;
import dev.netwright.runtime.feature.Features;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.onnx.ExportedNetwork;
import dev.netwright.runtime.onnx.OnnxFile;
import dev.netwright.runtime.onnx.OnnxNorms;
import dev.netwright.runtime.prediction.LabelPredictions;
import dev.netwright.runtime.prediction.MaskPredictions;
import dev.netwright.runtime.prediction.NamedLabelPredictions;
import dev.netwright.runtime.prediction.NamedMaskPredictions;
import dev.netwright.runtime.prediction.NamedNumberPredictions;
import dev.netwright.runtime.prediction.NamedPredictions;
import dev.netwright.runtime.prediction.NumberPredictions;
import dev.netwright.runtime.prediction.Prediction;
import dev.netwright.runtime.prediction.Predictions;
import dev.netwright.runtime.torch.TorchDialect;
import dev.netwright.runtime.torch.TorchFile;
import dev.netwright.runtime.training.Evaluation;
import dev.netwright.runtime.training.LabelEvaluation;
import dev.netwright.runtime.training.NumberEvaluation;
import dev.netwright.runtime.training.PixelEvaluation;
import dev.netwright.runtime.training.SavedTensors;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** What every generated class inherits: the state of one network and everything that doesn't depend on its layers. */
public abstract class GeneratedNetwork implements NeuralNetwork {
    private static final String PREDICT_LABELS = "predictLabels(...)";
    private static final String PREDICT_MASKS = "predictMasks(...)";
    private static final String PREDICT_NUMBERS = "predictNumbers(...)";

    private final NetworkType<?> type;
    private final NetworkState state;
    private final BatchMemory memory;
    private final InferenceMemory inference;
    private final Evaluator evaluator;
    private final Predictor predictor;
    private final Lifetime lifetime;
    private final Map<Value, Features> features = new ConcurrentHashMap<>();
    private final AtomicBoolean hasSteps = new AtomicBoolean();
    private volatile boolean isStepped;

    /**
     * For generated classes only.
     *
     * @param type the generated class's description
     * @param state parameters, kernels and what files say of them
     */
    protected GeneratedNetwork(NetworkType<?> type, NetworkState state) {
        this.type = type;
        this.state = state;
        this.memory = new BatchMemory(type, state);
        this.inference = new InferenceMemory(type, memory);
        DatasetPass pass = new DatasetPass(type, memory);
        this.evaluator = new Evaluator(type, state, pass);
        this.predictor = new Predictor(type, state, inference, pass);
        this.lifetime = new Lifetime(type.name(), "load it again");
    }

    @Override
    public final NetworkType<?> type() {
        return type;
    }

    @Override
    public final List<String> labels() {
        return state.signature().labels();
    }

    @Override
    public final ImageDataset prepared(Pictures pictures) {
        return state.signature().prepared(type.name(), pictures);
    }

    @Override
    public final Evaluation evaluate(Dataset data, int topN) {
        type.requireClasses("evaluate(...)");
        return lifetime.during(() -> evaluator.evaluation(data, topN));
    }

    @Override
    public final LabelEvaluation evaluateLabels(Dataset data, double threshold) {
        type.requireLabels("evaluateLabels(...)");
        return lifetime.during(() -> evaluator.labels(data, threshold));
    }

    @Override
    public final NumberEvaluation evaluateNumbers(Dataset data) {
        type.requireNumbers("evaluateNumbers(...)");
        return lifetime.during(() -> evaluator.numbers(data));
    }

    @Override
    public final PixelEvaluation evaluatePixels(Dataset data) {
        Target.PerPixel target = type.requirePixels("evaluatePixels(...)");
        return lifetime.during(() -> evaluator.pixels(data, target));
    }

    @Override
    public final double loss(Dataset data) {
        return lifetime.during(() -> evaluator.loss(data));
    }

    @Override
    public final List<Prediction> predict(BufferedImage picture) {
        return predictTop(picture, type.classes());
    }

    @Override
    public final List<Prediction> predictTop(BufferedImage picture, int most) {
        type.requireClasses("predict(...)");
        return lifetime.during(() -> predictor.predict(picture, most));
    }

    @Override
    public final Predictions predict(List<BufferedImage> pictures) {
        type.requireClasses("predict(...)");
        return lifetime.during(() -> predictor.predict(pictures));
    }

    @Override
    public final NamedPredictions predict(UnlabelledPictures pictures) {
        type.requireClasses("predict(...)");
        Predictions predictions = lifetime.during(() -> predictor.predict(pictures));
        return new NamedPredictions(names(pictures), predictions);
    }

    @Override
    public final Predictions predict(Dataset data) {
        type.requireClasses("predict(...)");
        return lifetime.during(() -> predictor.predict(data));
    }

    @Override
    public final LabelPredictions predictLabels(List<BufferedImage> pictures) {
        type.requireLabels(PREDICT_LABELS);
        return lifetime.during(() -> predictor.labels(predictor.converted(pictures)));
    }

    @Override
    public final NamedLabelPredictions predictLabels(UnlabelledPictures pictures) {
        type.requireLabels(PREDICT_LABELS);
        LabelPredictions predictions = lifetime.during(() -> predictor.labels(predictor.converted(pictures)));
        return new NamedLabelPredictions(names(pictures), predictions);
    }

    @Override
    public final LabelPredictions predictLabels(Dataset data) {
        type.requireLabels(PREDICT_LABELS);
        return lifetime.during(() -> predictor.labels(data));
    }

    @Override
    public final NumberPredictions predictNumbers(List<BufferedImage> pictures) {
        type.requireNumbers(PREDICT_NUMBERS);
        return lifetime.during(() -> predictor.numbers(predictor.converted(pictures)));
    }

    @Override
    public final NamedNumberPredictions predictNumbers(UnlabelledPictures pictures) {
        type.requireNumbers(PREDICT_NUMBERS);
        NumberPredictions predictions = lifetime.during(() -> predictor.numbers(predictor.converted(pictures)));
        return new NamedNumberPredictions(names(pictures), predictions);
    }

    @Override
    public final NumberPredictions predictNumbers(Dataset data) {
        type.requireNumbers(PREDICT_NUMBERS);
        return lifetime.during(() -> predictor.numbers(data));
    }

    @Override
    public final MaskPredictions predictMasks(List<BufferedImage> pictures) {
        Target.PerPixel target = type.requirePixels(PREDICT_MASKS);
        return lifetime.during(() -> predictor.masks(predictor.converted(pictures), target));
    }

    @Override
    public final NamedMaskPredictions predictMasks(UnlabelledPictures pictures) {
        Target.PerPixel target = type.requirePixels(PREDICT_MASKS);
        MaskPredictions predictions = lifetime.during(() -> predictor.masks(predictor.converted(pictures), target));
        return new NamedMaskPredictions(names(pictures), predictions);
    }

    @Override
    public final MaskPredictions predictMasks(Dataset data) {
        Target.PerPixel target = type.requirePixels(PREDICT_MASKS);
        return lifetime.during(() -> predictor.masks(data, target));
    }

    private static List<String> names(UnlabelledPictures pictures) {
        return IntStream.range(0, pictures.size()).mapToObj(pictures::name).toList();
    }

    @Override
    public final Features features() {
        return features(type.programs().layers().stages().beforeClassifier());
    }

    @Override
    public final Features features(String stage) {
        return features(type.programs().layers().stages().output(stage));
    }

    private Features features(Value value) {
        return features.computeIfAbsent(
                value,
                missing -> new StageFeatures(
                        lifetime, predictor, ForwardPass.through(type.programs().layers(), value)));
    }

    @Override
    public final float[] logits(float[] images, int batch) {
        return lifetime.during(() -> {
            inference.requireImages(images, batch);
            requireFit(images);
            return inference.logits(images, batch);
        });
    }

    @Override
    public final void warmUp(int batch) {
        lifetime.running(() -> {
            float[] images = inference.blankImages(batch);
            WarmUp.of(() -> inference.logits(images, batch), System::nanoTime);
        });
    }

    private void requireFit(float[] images) {
        int place = PictureValues.indexOfUnfit(images, 0, images.length);
        if (place >= 0) {
            int size = type.images().size();
            throw new IllegalArgumentException(type.name() + " takes finite values of a magnitude of at most "
                    + PictureValues.LARGEST + ", found " + images[place] + " at index " + place % size + " of image "
                    + place / size);
        }
    }

    @Override
    public final TrainingSteps steps(int batch, UpdateRule rule, long seed) {
        return lifetime.during(() -> {
            if (!hasSteps.compareAndSet(false, true)) {
                throw new IllegalStateException(type.name()
                        + " already has training steps, and its parameters have one gradient; close those first");
            }
            isStepped = true;
            try {
                return TrainingSteps.open(type, state, memory, lifetime, batch, rule, seed, () -> hasSteps.set(false));
            } catch (RuntimeException | Error e) {
                hasSteps.set(false);
                throw e;
            }
        });
    }

    @Override
    public final float[] parameter(String name) {
        Parameter parameter = type.parameters().tensor(name);
        float[] values = new float[parameter.size()];
        return lifetime.during(() -> {
            state.parameters().read(parameter, values);
            return values;
        });
    }

    @Override
    public final BoundBytes boundBytes(Mode mode, int batch) {
        return lifetime.during(() -> {
            try (Workspace workspace = memory.planned(mode, batch, 0)) {
                return workspace.boundBytes();
            }
        });
    }

    @Override
    public final void save(Path file) {
        List<TensorEntry> tensors = SavedTensors.of(state.parameters());
        Map<String, String> entries = new HashMap<>(state.signature().toMetadata());
        if (!isStepped) {
            entries.putAll(state.trained());
        }
        WeightsMetadata metadata = new WeightsMetadata(state.signature().labels(), entries);
        lifetime.during(() -> {
            WeightsFile.write(file, new Weights(type.identity(), metadata, tensors));
            return file;
        });
    }

    @Override
    public final void exportOnnx(Path file, OnnxNorms norms) {
        Map<String, String> metadata = new HashMap<>(state.signature().toMetadata());
        metadata.put("labels", LabelsJson.write(state.signature().labels()));
        metadata.put("fingerprint", type.fingerprint());
        lifetime.during(() -> {
            OnnxFile.write(
                    file,
                    new ExportedNetwork(
                            type.name(),
                            type.programs().of(Mode.INFERENCE),
                            type.parameters(),
                            tensor -> finite(file, tensor),
                            metadata),
                    norms);
            return file;
        });
    }

    @Override
    public final void exportTorch(Path file, TorchDialect dialect) {
        lifetime.during(() -> {
            TorchFile.write(file, type.torch(), dialect, this::values);
            return file;
        });
    }

    private float[] finite(Path file, Parameter tensor) {
        float[] values = values(tensor);
        FiniteValues.requireWritten(file, SavedTensors.shape(tensor), values);
        return values;
    }

    private float[] values(Parameter tensor) {
        float[] values = new float[tensor.size()];
        state.parameters().read(tensor, values);
        return values;
    }

    @Override
    public final void close() {
        lifetime.end(() -> {
            inference.close();
            state.parameters().close();
        });
    }

    @Override
    public final String toString() {
        return type.name() + "[" + type.parameters().size() + " parameters on "
                + state.kernels().device() + "]";
    }
}
