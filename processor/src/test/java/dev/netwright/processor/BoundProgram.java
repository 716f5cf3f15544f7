package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Loss;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Program;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A generated class, read as the runtime reads it. Its list of layers determines the operations of both programs, and
 * the programs request exactly those kernels and call them in that order. Every window has as many positions on its
 * input as in the textbook.
 */
final class BoundProgram {
    private static final String KERNEL = "dev.netwright.runtime.kernel.";

    private final ClassLoader loader;
    private final List<String> calls = new ArrayList<>();

    private BoundProgram(ClassLoader loader) {
        this.loader = loader;
    }

    /** Runs both programs of a class, and returns the layers that it lists. */
    static NetworkLayers run(Class<?> network) throws ReflectiveOperationException {
        NetworkLayers layers = layers(network);
        layers.layers().forEach(layer -> {
            if (layer instanceof Convolution convolution) {
                requirePlaces(convolution, convolution.window(), false);
            } else if (layer instanceof Pool pool) {
                requirePlaces(pool, pool.window(), true);
            }
        });
        for (Class<?> nested : network.getDeclaredClasses()) {
            if (implementsProgram(nested, "TrainingProgram")) {
                new BoundProgram(network.getClassLoader()).train(nested, layers.program(Mode.TRAINING));
            } else if (implementsProgram(nested, "InferenceProgram")) {
                new BoundProgram(network.getClassLoader()).infer(nested, layers.program(Mode.INFERENCE));
            }
        }
        return layers;
    }

    private static boolean implementsProgram(Class<?> type, String name) {
        return Arrays.stream(type.getInterfaces()).anyMatch(one -> one.getName().equals(KERNEL + name));
    }

    private static NetworkLayers layers(Class<?> network) throws ReflectiveOperationException {
        for (Class<?> nested : network.getDeclaredClasses()) {
            for (Method method : nested.getDeclaredMethods()) {
                if (method.getReturnType() == NetworkLayers.class) {
                    method.setAccessible(true);
                    return (NetworkLayers) method.invoke(null);
                }
            }
        }
        throw new AssertionError(network + " lists no layers");
    }

    private void train(Class<?> type, Program program) throws ReflectiveOperationException {
        List<String> operations = names(program);
        List<String> losses = program.losses().stream().map(Loss::name).toList();
        Object step = instance(type, kernels("TrainingKernel", operations), kernels("LossKernel", losses));

        call(step, "forward");
        assertThat(calls).isEqualTo(calls("forward", Stream.concat(operations.stream(), losses.stream())));
        calls.clear();
        call(step, "loss");
        assertThat(calls).isEqualTo(calls("value", losses.stream()));
        calls.clear();
        call(step, "correct");
        assertThat(calls).containsExactly("loss.correct");
        calls.clear();
        call(step, "backward");
        List<String> reversed = new ArrayList<>(operations);
        Collections.reverse(reversed);
        assertThat(calls).isEqualTo(calls("backward", Stream.concat(losses.stream(), reversed.stream())));
    }

    private void infer(Class<?> type, Program program) throws ReflectiveOperationException {
        List<String> operations = names(program);
        Object pass = instance(type, kernels("InferenceKernel", operations));

        call(pass, "forward");
        assertThat(calls).isEqualTo(calls("forward", operations.stream()));
    }

    private static List<String> names(Program program) {
        return program.operations().stream().map(Operation::name).toList();
    }

    private static List<String> calls(String method, Stream<String> kernels) {
        return kernels.map(kernel -> kernel + "." + method).toList();
    }

    /** A program over the record of kernels that its constructor takes. */
    private static Object instance(Class<?> program, Object... maps) throws ReflectiveOperationException {
        Constructor<?> constructor = program.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object kernels = constructor.getParameterTypes()[0].getConstructors()[0].newInstance(maps);
        return constructor.newInstance(kernels);
    }

    private static void call(Object program, String name) throws ReflectiveOperationException {
        Method method = program.getClass().getDeclaredMethod(name);
        method.setAccessible(true);
        method.invoke(program);
    }

    /** Kernels that only record their calls. */
    private Map<String, Object> kernels(String type, List<String> names) throws ClassNotFoundException {
        Class<?> kernel = Class.forName(KERNEL + type, true, loader);
        Map<String, Object> kernels = new LinkedHashMap<>();
        for (String name : names) {
            kernels.put(name, Proxy.newProxyInstance(loader, new Class<?>[] {kernel}, (self, method, arguments) -> {
                calls.add(name + "." + method.getName());
                return zero(method.getReturnType());
            }));
        }
        return kernels;
    }

    private static @Nullable Object zero(Class<?> type) {
        return type == double.class ? (Object) 0.0 : type == int.class ? (Object) 0 : null;
    }

    private static void requirePlaces(Operation layer, Window window, boolean mayBeRoundedUp) {
        Shape input = layer.input().shape();
        Shape output = layer.output().shape();
        requirePlaces(
                layer.name() + " rows",
                input.height() + 2L * window.paddingHeight() - window.spanHeight(),
                window.strideHeight(),
                output.height(),
                mayBeRoundedUp);
        requirePlaces(
                layer.name() + " columns",
                input.width() + 2L * window.paddingWidth() - window.spanWidth(),
                window.strideWidth(),
                output.width(),
                mayBeRoundedUp);
    }

    private static void requirePlaces(String what, long room, long stride, long found, boolean mayBeRoundedUp) {
        assertThat(room).as(what).isNotNegative();
        long places = room / stride + 1;
        long roundedUp = (room + stride - 1) / stride + 1;
        assertThat(found).as(what).isBetween(places, mayBeRoundedUp ? roundedUp : places);
    }
}
