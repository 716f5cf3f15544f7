package dev.netwright.tests.parity;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/** An object of a kernel set whose class is seen in its own package alone. */
record Hidden(Object object) {
    /** The result of one of its own methods. */
    Hidden call(String method, Hidden... arguments) {
        return call(object.getClass(), object, method, arguments);
    }

    /** The result of a static method of a class in the same package. */
    Hidden callNeighbour(String type, String method, Hidden... arguments) {
        try {
            Class<?> owner = Class.forName(object.getClass().getPackageName() + "." + type);
            return call(owner, owner, method, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(object.getClass() + " has no neighbour " + type, e);
        }
    }

    /** What one of its own fields holds. */
    Hidden field(String name) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return new Hidden(field.get(object));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(object.getClass() + " has no field " + name, e);
        }
    }

    /** The object as one of a type that is seen everywhere. */
    <T> T as(Class<T> type) {
        return type.cast(object);
    }

    private static Hidden call(Class<?> owner, Object target, String name, Hidden... arguments) {
        Method method = Stream.of(owner.getDeclaredMethods())
                .filter(candidate ->
                        candidate.getName().equals(name) && candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(owner + " has no method " + name));
        try {
            method.setAccessible(true);
            return new Hidden(method.invoke(
                    target, Stream.of(arguments).map(Hidden::object).toArray()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner + " doesn't answer " + name, e);
        }
    }
}
