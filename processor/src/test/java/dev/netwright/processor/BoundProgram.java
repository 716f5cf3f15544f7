package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generated class's program, bound to kernels that compute nothing and run once. The binding remembers the shape of each
 * activation and slides every window over its input: the output has as many places as the textbook gives.
 */
final class BoundProgram {
    private final ClassLoader loader;
    private final IdentityHashMap<Object, Object> shapes = new IdentityHashMap<>();
    private int windows;

    private BoundProgram(ClassLoader loader) {
        this.loader = loader;
    }

    /** Runs both programs of a class, and says how many windows they have. */
    static int run(Class<?> network) throws ReflectiveOperationException {
        BoundProgram bound = new BoundProgram(network.getClassLoader());
        for (Class<?> program : network.getDeclaredClasses()) {
            Constructor<?> constructor = program.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Class<?> binding = constructor.getParameterTypes()[0];
            Object instance = constructor.newInstance(bound.proxy(binding));
            for (Method method : program.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && !method.isSynthetic()) {
                    method.setAccessible(true);
                    method.invoke(instance);
                }
            }
        }
        return bound.windows;
    }

    private Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(
                loader, new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default -> answer(method, arguments == null ? new Object[0] : arguments);
                });
    }

    private @Nullable Object answer(Method method, Object[] arguments) throws ReflectiveOperationException {
        Class<?> type = method.getReturnType();
        if (type == double.class) {
            return 0.0;
        }
        if (!type.isInterface()) {
            return type == int.class ? 0 : null;
        }
        Object result = proxy(type);
        List<Object> activations = new ArrayList<>();
        Object window = null;
        for (Object argument : arguments) {
            if (argument.getClass().getSimpleName().equals("Shape")) {
                shapes.put(result, argument);
            } else if (argument.getClass().getSimpleName().equals("Window")) {
                window = argument;
            } else if (shapes.containsKey(argument)) {
                activations.add(shapes.get(argument));
            }
        }
        if (method.getName().equals("accumulating")) {
            shapes.put(result, activations.get(0));
        }
        if (window != null) {
            windows++;
            requirePlaces(method.getName() + " " + arguments[0], activations, numbers(window));
        }
        return result;
    }

    private static void requirePlaces(String layer, List<Object> activations, int[] window)
            throws ReflectiveOperationException {
        int[] input = numbers(activations.get(0));
        int[] output = numbers(activations.get(1));
        for (int side = 0; side < 2; side++) {
            long span = (window[side] - 1L) * window[6 + side] + 1;
            long room = input[1 + side] + 2L * window[4 + side] - span;
            assertThat(room).as(layer).isNotNegative();
            long places = room / window[2 + side] + 1;
            long roundedUp = (room + window[2 + side] - 1) / window[2 + side] + 1;
            assertThat((long) output[1 + side])
                    .as(layer)
                    .isBetween(places, layer.startsWith("pool ") ? roundedUp : places);
        }
    }

    /** A record of integers. */
    private static int[] numbers(Object tuple) throws ReflectiveOperationException {
        RecordComponent[] components = tuple.getClass().getRecordComponents();
        int[] numbers = new int[components.length];
        for (int i = 0; i < components.length; i++) {
            try {
                numbers[i] = (int) components[i].getAccessor().invoke(tuple);
            } catch (InvocationTargetException e) {
                throw new AssertionError(e);
            }
        }
        return numbers;
    }
}
