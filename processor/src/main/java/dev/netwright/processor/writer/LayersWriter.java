package dev.netwright.processor.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.netwright.operation.Block;
import dev.netwright.operation.ErrorFunction;
import dev.netwright.operation.FocalLoss;
import dev.netwright.operation.Layer;
import dev.netwright.operation.Loss;
import dev.netwright.operation.MeanError;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.operation.PixelDice;
import dev.netwright.operation.Shape;
import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.SquaredError;
import dev.netwright.operation.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The nested class that lists the network's layers: a method for each block. */
final class LayersWriter {
    /** A layer takes at most 80 bytes of code beside its inputs, and a method has at most 65,535. */
    private static final int MOST_LAYERS_OF_A_METHOD = 100;

    /** Each takes 8 bytes of code. A join with more of them has a method of its own. */
    private static final int MOST_INPUTS_OF_A_METHOD = 4_000;

    private static final String BUILDER = "network";

    private final NetworkLayers network;
    private final String className;
    private Value last;

    LayersWriter(NetworkLayers network, String className) {
        this.network = network;
        this.className = className;
        last = network.images();
    }

    /**
     * Writes
     * <pre>
     * /** The layers of the network, block by block. *&#47;
     * private static final class Layers {
     *     private Layers() {}
     *
     *     static NetworkLayers list() {
     *         NetworkLayersBuilder network = NetworkLayers.of(Shape.image(1, 28, 28));
     *         stage1(network);
     *         classifier(network);
     *         return network.crossEntropy();
     *     }
     *     ...
     * </pre>
     */
    TypeSpec write() {
        Shape images = network.images().shape();
        MethodSpec.Builder list = MethodSpec.methodBuilder("list")
                .addModifiers(Modifier.STATIC)
                .returns(NetworkLayers.class)
                .addStatement(
                        "$T $N = $T.of($T.image($L, $L, $L))",
                        NetworkLayersBuilder.class,
                        BUILDER,
                        NetworkLayers.class,
                        Shape.class,
                        images.channels(),
                        images.height(),
                        images.width());
        List<MethodSpec> methods = network.blocks().stream()
                .flatMap(block -> methods(block).stream())
                .toList();
        methods.forEach(method -> list.addStatement("$N($N)", method.name(), BUILDER));
        list.addStatement("return $N.$L", BUILDER, network.losses().get(0).accept(new Ending()));
        return TypeSpec.classBuilder(className)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The layers of the network, block by block.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(list.build())
                .addMethods(methods)
                .build();
    }

    /** The methods of a block: one with the block's identifier, and {@code stage1Part2} and so on for a very long block. */
    private List<MethodSpec> methods(Block<Layer> block) {
        List<MethodSpec> methods = new ArrayList<>();
        for (List<Layer> part : parts(block.layers())) {
            boolean isFirst = methods.isEmpty();
            String name = isFirst ? block.identifier() : block.identifier() + "Part" + (methods.size() + 1);
            CodeBlock begin = isFirst ? CodeBlock.of("block($S)", block.name()) : CodeBlock.of("");
            methods.add(method(name, begin, part));
        }
        return methods;
    }

    private static List<List<Layer>> parts(List<Layer> layers) {
        List<List<Layer>> parts = new ArrayList<>();
        List<Layer> part = new ArrayList<>();
        int inputs = 0;
        for (Layer layer : layers) {
            inputs += layer.inputs().size();
            if (part.size() == MOST_LAYERS_OF_A_METHOD || (inputs > MOST_INPUTS_OF_A_METHOD && !part.isEmpty())) {
                parts.add(part);
                part = new ArrayList<>();
                inputs = layer.inputs().size();
            }
            part.add(layer);
        }
        parts.add(part);
        return parts;
    }

    /**
     * Writes
     * <pre>
     * /** Maps [N, 6, 4, 4] to [N, 10, 4, 4]. *&#47;
     * private static void inception3a(NetworkLayersBuilder network) {
     *     network.block("inception3a")
     *             .convolution("inception3a_1x1", 2, Window.square(1, 1, 0))
     *             .relu("inception3a_1x1_relu");
     *     network.from("pool2")
     *             .convolution("inception3a_reduce3x3", 3, Window.square(1, 1, 0))
     *             ...
     *     network.concat("inception3a_join", "inception3a_1x1_relu", ...);
     * }
     * </pre>
     */
    private MethodSpec method(String name, CodeBlock begin, List<Layer> layers) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(NetworkLayersBuilder.class, BUILDER)
                .addJavadoc(
                        "Maps $L to $L.\n",
                        layers.get(0).input().batched(),
                        layers.get(layers.size() - 1).output().batched());
        List<CodeBlock> chain = new ArrayList<>();
        if (!begin.isEmpty()) {
            chain.add(begin);
        }
        for (Layer layer : layers) {
            boolean isBranch = !layer.inputs().equals(List.of(last));
            if (isBranch && layer != layers.get(0)) {
                addStatement(method, chain);
                chain.clear();
            }
            if (isBranch && layer.inputs().size() == 1) {
                chain.add(CodeBlock.of("from($S)", layer.input().name()));
            }
            chain.add(LayerWriter.call(layer));
            heads(layer).forEach(chain::add);
            last = layer.output();
        }
        addStatement(method, chain);
        return method.build();
    }

    /** {@code network.block("stem1").from("x").convolution(...)}, with each call after the first on its own line. */
    private static void addStatement(MethodSpec.Builder method, List<CodeBlock> chain) {
        CodeBlock.Builder statement = CodeBlock.builder().add("$N", BUILDER);
        for (int i = 0; i < chain.size(); i++) {
            statement.add(i == 0 ? ".$L" : "\n.$L", chain.get(i));
        }
        method.addStatement(statement.build());
    }

    /** {@code auxiliaryHead("aux1_fc2", 0.3)}, if the layer ends one. */
    private List<CodeBlock> heads(Layer layer) {
        return network.losses().stream()
                .skip(1)
                .filter(loss -> loss.output().equals(layer.output()))
                .map(loss -> CodeBlock.of("auxiliaryHead($S,$W$L)", layer.name(), Literals.ofDouble(loss.weight())))
                .toList();
    }

    /** The call that ends the list: {@code crossEntropy()}, or {@code squaredError(0.5)}. */
    private static final class Ending implements Loss.Visitor<CodeBlock> {
        @Override
        public CodeBlock softmaxCrossEntropy(SoftmaxCrossEntropy loss) {
            return CodeBlock.of("crossEntropy()");
        }

        @Override
        public CodeBlock squaredError(SquaredError loss) {
            return CodeBlock.of("squaredError($L)", Literals.ofDouble(loss.factor()));
        }

        @Override
        public CodeBlock focalLoss(FocalLoss loss) {
            return CodeBlock.of("focalLoss($L)", Literals.ofDouble(loss.gamma()));
        }

        @Override
        public CodeBlock sigmoidCrossEntropy(SigmoidCrossEntropy loss) {
            return CodeBlock.of("sigmoidCrossEntropy()");
        }

        @Override
        public CodeBlock pixelCrossEntropy(PixelCrossEntropy loss) {
            return CodeBlock.of("pixelCrossEntropy()");
        }

        @Override
        public CodeBlock pixelDice(PixelDice loss) {
            return CodeBlock.of("pixelDice()");
        }

        @Override
        public CodeBlock meanError(MeanError loss) {
            if (loss.function() instanceof ErrorFunction.Huber huber) {
                return CodeBlock.of("huberLoss($L)", Literals.ofDouble(huber.delta()));
            }
            return CodeBlock.of(
                    loss.function() instanceof ErrorFunction.Squared ? "meanSquaredError()" : "meanAbsoluteError()");
        }
    }
}
