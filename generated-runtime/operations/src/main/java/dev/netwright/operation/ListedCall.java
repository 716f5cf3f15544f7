package dev.netwright.operation;

import java.util.List;

/**
 * The call of {@link NetworkLayersBuilder} that lists a layer in a generated class. Arguments that equal the builder's
 * defaults are omitted.
 *
 * @param method the builder's method
 * @param arguments the arguments after the layer's name: numbers, names of other layers, enum constants, functions
 *     without a number, windows and forms
 */
public record ListedCall(String method, List<Object> arguments) {
    /**
     * Copies the list.
     *
     * @param method the builder's method
     * @param arguments the arguments after the layer's name
     */
    public ListedCall {
        arguments = List.copyOf(arguments);
    }

    static ListedCall of(String method, Object... arguments) {
        return new ListedCall(method, List.of(arguments));
    }

    /** A call for a layer without a builder method of its own. */
    static ListedCall of(Class<? extends LayerForm> form, Object... numbers) {
        return of("layer", new NewForm(form, List.of(numbers)));
    }

    static ListedCall ofInputs(String method, List<Value> inputs) {
        return of(method, inputs.stream().map(Value::name).toArray());
    }

    /**
     * A constructor call of a form: {@code new Dropout.Form(0.5)}.
     *
     * @param form the record to construct
     * @param numbers its components in order
     */
    public record NewForm(Class<? extends LayerForm> form, List<Object> numbers) {
        /**
         * Copies the list.
         *
         * @param form the record to construct
         * @param numbers its components in order
         */
        public NewForm {
            numbers = List.copyOf(numbers);
        }
    }
}
