package dev.netwright.runtime.network;

import dev.netwright.runtime.checkpoint.NetworkIdentity;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.structure.NetworkStructure;
import dev.netwright.runtime.torch.TorchNames;
import dev.netwright.runtime.torch.TorchNetwork;
import dev.netwright.runtime.training.NetworkInput;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A generated class as the runtime sees it: its facts, its programs, and how to make a network.
 *
 * @param <N> the generated class
 */
public final class NetworkType<N extends Network> {
    private final String name;
    private final Function<NetworkState, N> constructor;
    private final Shape images;
    private final int classes;
    private final boolean isClassifier;
    private final String fingerprint;
    private final ParameterTable parameters;
    private final String summary;
    private final NetworkStructure structure;
    private final TorchNames torchNames;
    private final long trainingBytesPerImage;
    private final long inferenceBytesPerImage;
    private final Programs programs;
    private final NetworkFiles<N> files;

    private NetworkType(Builder<N> builder) {
        name = builder.name;
        constructor = builder.constructor;
        images = required(builder.images);
        classes = builder.classes;
        isClassifier = builder.isClassifier;
        fingerprint = required(builder.fingerprint);
        parameters = required(builder.parameters);
        summary = required(builder.summary);
        structure = NetworkStructure.parse(
                name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1),
                List.of(images.channels(), images.height(), images.width()),
                required(builder.layers));
        torchNames = TorchNames.parse(builder.torchNames);
        trainingBytesPerImage = builder.trainingBytesPerImage;
        inferenceBytesPerImage = builder.inferenceBytesPerImage;
        programs = required(builder.programs);
        files = new NetworkFiles<>(this);
    }

    /** Starts the description of a generated class. */
    public static <N extends Network> Builder<N> builder(Class<N> type, Function<NetworkState, N> constructor) {
        return new Builder<>(type.getName(), constructor);
    }

    /**
     * The type of a generated class by the class's full name.
     *
     * @throws MissingNetworkException if there is no such class, because the processor didn't run or the name is wrong
     * @throws FaultySpecException if its spec has errors
     */
    public static NetworkType<?> named(String className) {
        return NamedNetwork.find(
                className, Objects.requireNonNull(NetworkType.class.getClassLoader(), "the runtime's class loader"));
    }

    /**
     * What stands in for the type of a spec with errors.
     *
     * @throws FaultySpecException always
     */
    @SuppressWarnings("DoNotCallSuggester") // Generated classes of faulty specs call it, and are to fail when they run.
    public static <N extends Network> NetworkType<N> ofFaultySpec(String spec) {
        throw new FaultySpecException(spec);
    }

    /** Full name of the generated class. */
    public String name() {
        return name;
    }

    /** Shape of one image. */
    public Shape images() {
        return images;
    }

    /** Number of classes, or of the output's values if the network isn't a classifier. */
    public int classes() {
        return classes;
    }

    /** Whether the loss is one of classification, so that the output is a logit for each class. */
    public boolean isClassifier() {
        return isClassifier;
    }

    void requireClassifier() {
        if (!isClassifier) {
            throw new IllegalStateException(name
                    + " gives values, not classes: train it with steps(...), and read its output with logits(...)");
        }
    }

    /** Identity of the computation: 64 hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Its tensors: trainable ones and running statistics. */
    public ParameterTable parameters() {
        return parameters;
    }

    /** The table of layers. */
    public String summary() {
        return summary;
    }

    /** What its tensors are called in PyTorch, and why they have no names where they have none. */
    public TorchNames torchNames() {
        return torchNames;
    }

    TorchNetwork torch() {
        return new TorchNetwork(name, torchNames, parameters);
    }

    /** Its blocks and layers, one by one. */
    public NetworkStructure structure() {
        return structure;
    }

    /** The page about it that the processor wrote beside the class, if it is there. */
    public Optional<String> card() {
        return CardResource.of(name, constructor.getClass());
    }

    /** The two programs. */
    public Programs programs() {
        return programs;
    }

    /** Planned bytes of a training step's slots, for each image of a batch. */
    public long trainingBytesPerImage() {
        return trainingBytesPerImage;
    }

    /** Planned bytes of a prediction's slots, for each image of a batch. */
    public long inferenceBytesPerImage() {
        return inferenceBytesPerImage;
    }

    /**
     * A new network, trained.
     *
     * @throws IllegalArgumentException if the images don't suit the network
     * @throws IllegalStateException if the network isn't a classifier: {@code steps} of an untrained one train it
     */
    public N train(Dataset data, Training training) {
        return new NetworkTraining<>(this, files).train(data, training);
    }

    /**
     * Tries a run before its hours begin: two batches are learned, two evaluated, and the network is saved, loaded and compared. Nothing is
     * left behind, and what would stop the run at its first evaluation or save stops it now.
     *
     * @throws IllegalArgumentException as {@link #train} does
     * @throws RuntimeException whatever the run would throw
     */
    public DryRun dryRun(Dataset data, Training training) {
        return DryRunner.of(this, data, training);
    }

    /** An untrained network with the classes named by their numbers. */
    public N initialize(KernelSet kernels, Initializer initializer, long seed) {
        ParameterMemory memory = initialized(kernels, initializer, seed);
        return constructor.apply(new NetworkState(kernels, memory, assumedSignature()));
    }

    /** A saved network, on the kernels that {@link KernelSets#preferred} gives. */
    public N load(Path file) {
        return load(file, KernelSets.preferred());
    }

    /**
     * A saved network. The file is verified as a whole before anything is made of it.
     *
     * @throws dev.netwright.runtime.checkpoint.WeightsException if it is damaged or another network's
     */
    public N load(Path file, KernelSet kernels) {
        return files.load(file, kernels);
    }

    /** A network with PyTorch's weights; see {@link #importTorch(Path, KernelSet)}. */
    public N importTorch(Path file) {
        return importTorch(file, KernelSets.preferred());
    }

    /**
     * A network with the weights of its counterpart in torchvision or d2l.ai, as {@code safetensors.torch.save_file} writes a
     * {@code state_dict}: see {@link #torchNames}. The names tell whose they are. The file doesn't say what its classes are called nor how
     * pictures were prepared: they are named by their numbers, and pictures are resized and divided by 255.
     *
     * @throws IllegalArgumentException if neither has a network that computes the same, naming the first differences
     * @throws dev.netwright.runtime.checkpoint.WeightsException if the file is damaged, or a tensor is missing, has another shape or no place
     */
    public N importTorch(Path file, KernelSet kernels) {
        return files.importTorch(file, kernels, assumedSignature());
    }

    /**
     * The same, with what PyTorch's file doesn't say.
     *
     * @param labels names of the classes in the order of the logits
     * @param preprocessing of pictures, such as torchvision's means and deviations
     * @throws IllegalArgumentException also if there are more or fewer labels than classes, or pictures become other images
     */
    public N importTorch(Path file, KernelSet kernels, List<String> labels, Preprocessing preprocessing) {
        return files.importTorch(file, kernels, labels, preprocessing);
    }

    /**
     * A new network with what a saved one has for it: every tensor of the same name and shape has the file's values, the others initial ones,
     * and its classes are named by their numbers. The way to another head, or another number of classes. A file of PyTorch's is read by the
     * names that {@link #importTorch(Path)} knows.
     *
     * @throws dev.netwright.runtime.checkpoint.WeightsException if the file is damaged, or no tensor matches
     */
    public MatchedNetwork<N> loadMatching(Path file, KernelSet kernels, Initializer initializer, long seed) {
        return files.matched(file, initialized(kernels, initializer, seed), kernels);
    }

    N of(NetworkState state) {
        return constructor.apply(state);
    }

    NetworkIdentity identity() {
        return new NetworkIdentity(name, fingerprint);
    }

    ParameterMemory initialized(KernelSet kernels, Initializer initializer, long seed) {
        CounterRandom random = CounterRandom.seeded(seed);
        return filled(kernels, (memory, parameter) -> memory.write(parameter, initializer.rows(parameter, random)));
    }

    ParameterMemory filled(KernelSet kernels, BiConsumer<ParameterMemory, Parameter> filler) {
        ParameterMemory memory = kernels.allocate(parameters);
        try {
            parameters.tensors().forEach(tensor -> filler.accept(memory, tensor));
            return memory;
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    /** What stands for a network of which nobody has said what it learned. */
    DataSignature assumedSignature() {
        return DataSignature.assumed(classes, usualPreprocessing());
    }

    /** How pictures usually become its images, if they can. */
    Optional<Preprocessing> usualPreprocessing() {
        return input().pictures().map(Preprocessing::new);
    }

    /** What it reads. */
    NetworkInput input() {
        return new NetworkInput(name, images, classes);
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "a generated class states all of its facts");
    }

    /**
     * Collects the facts of a generated class.
     *
     * @param <N> the class
     */
    public static final class Builder<N extends Network> {
        private final String name;
        private final Function<NetworkState, N> constructor;
        private @Nullable Shape images;
        private int classes;
        private boolean isClassifier;
        private @Nullable String fingerprint;
        private @Nullable ParameterTable parameters;
        private @Nullable String summary;
        private @Nullable String layers;
        private String torchNames = "";
        private long trainingBytesPerImage;
        private long inferenceBytesPerImage;
        private @Nullable Programs programs;

        private Builder(String name, Function<NetworkState, N> constructor) {
            this.name = name;
            this.constructor = constructor;
        }

        /** Shape of one image. */
        public Builder<N> images(Shape shape) {
            images = shape;
            return this;
        }

        /** Number of classes. */
        public Builder<N> classes(int count) {
            classes = count;
            isClassifier = true;
            return this;
        }

        /** Number of the output's values, if the loss isn't one of classification. */
        public Builder<N> values(int count) {
            classes = count;
            return this;
        }

        /** Identity of the computation. */
        public Builder<N> fingerprint(String hex) {
            fingerprint = hex;
            return this;
        }

        /** Its tensors: trainable ones and running statistics. */
        public Builder<N> parameters(ParameterTable table) {
            parameters = table;
            return this;
        }

        /** Planned bytes of each program's slots for one image. */
        public Builder<N> bytesPerImage(long training, long inference) {
            trainingBytesPerImage = training;
            inferenceBytesPerImage = inference;
            return this;
        }

        /** The table of layers. */
        public Builder<N> summary(String table) {
            summary = table;
            return this;
        }

        /** Its blocks and layers, as {@link NetworkStructure#parse} reads them. */
        public Builder<N> layers(String list) {
            layers = list;
            return this;
        }

        /** What its tensors are called in PyTorch, as {@link TorchNames#parse} reads it; no names unless it is given. */
        public Builder<N> torchNames(String list) {
            torchNames = list;
            return this;
        }

        /** How the two programs bind themselves. */
        public Builder<N> programs(
                Function<Binding, TrainingProgram> training, Function<Binding, InferenceProgram> inference) {
            programs = new Programs(training, inference);
            return this;
        }

        /** The type. */
        public NetworkType<N> build() {
            return new NetworkType<>(this);
        }
    }
}
