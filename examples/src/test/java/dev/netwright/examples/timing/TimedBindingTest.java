package dev.netwright.examples.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.SquaredError;
import dev.netwright.operation.Window;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of a binding, those of layers included that no network at hand has. */
final class TimedBindingTest {
    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            String.class,
            "layer",
            Shape.class,
            Shape.image(3, 4, 5),
            Slot.class,
            Slot.of(7),
            Window.class,
            Window.square(3, 2, 1),
            ActivationFunction.class,
            ActivationFunction.RELU,
            PoolKind.class,
            PoolKind.MAX,
            RunningVariance.class,
            RunningVariance.BIASED,
            int.class,
            2,
            double.class,
            0.25);

    private final List<String> calls = new ArrayList<>();
    private final LayerTimes times = new LayerTimes();

    static Stream<Method> methods() {
        return Arrays.stream(Binding.class.getMethods());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodHandsItsArgumentsOnAndTimesTheKernelItGets(Method method) throws ReflectiveOperationException {
        Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(this::argument).toArray();

        Object bound = method.invoke(new TimedBinding(stub(Binding.class), times), arguments);

        assertThat(calls).containsExactly(method.getName() + " " + Arrays.deepToString(arguments));
        if (bound instanceof Kernel kernel) {
            kernel.forward();
            kernel.forward();
            kernel.backward();
            assertThat(calls.subList(1, calls.size())).containsExactly("forward null", "forward null", "backward null");
            assertThat(times.inOrder()).singleElement().satisfies(time -> {
                assertThat(time.layer())
                        .isEqualTo(
                                method.getReturnType().getName().matches(".*(Softmax|Squared).*") ? "loss" : "layer");
                assertThat(time.forward().count()).isEqualTo(2);
                assertThat(time.backward().count()).isEqualTo(1);
            });
        } else {
            assertThat(times.inOrder()).isEmpty();
        }
    }

    @Test
    void lossesAreNumberedAndGiveTheResultsOfTheOthers() {
        Binding binding = new TimedBinding(stub(Binding.class), times);
        Activation logits = stub(Activation.class);
        SoftmaxCrossEntropy auxiliary = binding.softmaxCrossEntropy(logits, Slot.of(1), 0.3);
        SoftmaxCrossEntropy last = binding.softmaxCrossEntropy(logits, Slot.of(2));
        SquaredError error = binding.squaredError(logits, Slot.of(3), 0.5);

        assertThat(times.inOrder()).extracting(LayerTime::layer).containsExactly("loss", "loss_2", "loss_3");
        assertThat(auxiliary.mean()).isEqualTo(0.75);
        assertThat(last.correct()).isEqualTo(9);
        assertThat(error.sum()).isEqualTo(0.75);
        assertThat(times.inOrder()).allMatch(time -> time.forward().count() == 0);
    }

    private Object argument(Class<?> type) {
        if (type == Activation[].class) {
            return new Activation[] {stub(Activation.class), stub(Activation.class)};
        }
        return type == Activation.class ? stub(Activation.class) : Objects.requireNonNull(ARGUMENTS.get(type));
    }

    /** Writes down what it is asked, and answers with another stub where an interface is due. */
    private <T> T stub(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("toString")) {
                        return type.getSimpleName();
                    }
                    calls.add(method.getName() + " " + Arrays.deepToString(arguments));
                    Class<?> result = method.getReturnType();
                    if (result.isInterface()) {
                        return stub(result);
                    }
                    if (result == int.class) {
                        return 9;
                    }
                    return result == double.class ? 0.75 : null;
                }));
    }
}
