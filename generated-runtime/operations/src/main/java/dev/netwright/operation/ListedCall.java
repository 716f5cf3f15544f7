package dev.netwright.operation;

import java.util.List;

/**
 * The call of {@link NetworkLayersBuilder} that lists a layer in a generated class. What the builder takes for granted isn't written.
 *
 * @param method of the builder
 * @param arguments behind the layer's name: numbers, names of other layers, constants of enums, windows, and forms with their numbers
 */
public record ListedCall(String method, List<Object> arguments) {
    /** Copies the list. */
    public ListedCall {
        arguments = List.copyOf(arguments);
    }

    static ListedCall of(String method, Object... arguments) {
        return new ListedCall(method, List.of(arguments));
    }

    /** Of a layer for which the builder has no method of its own. */
    static ListedCall of(Class<? extends LayerForm> form, Object... numbers) {
        return of("layer", new NewForm(form, List.of(numbers)));
    }

    static ListedCall ofInputs(String method, List<Value> inputs) {
        return of(method, inputs.stream().map(Value::name).toArray());
    }

    /** A form as a class makes it: {@code new Dropout.Form(0.5)}. */
    public record NewForm(Class<? extends LayerForm> form, List<Object> numbers) {
        /** Copies the list. */
        public NewForm {
            numbers = List.copyOf(numbers);
        }
    }
}
