package dev.netwright.runtime.training;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value's content as text: equal for values with equal content, in every JVM. A record's text is like its {@code
 * toString}; another object's is its class and fields, so that a schedule without its own {@code toString} has the same
 * text in every process. Of a lambda, only the enclosing class and the captured values are known.
 */
final class Content {
    /** Keeps the text below a file's largest header; no real option has as many values. */
    private static final int MOST_VALUES = 4096;

    private static final int LONGEST = 2000;
    private static final int SHORTENED = 500;

    /** Part of every lambda's text. */
    static final String LAMBDA = "'s lambda";

    private static final String HIDDEN = "$$Lambda";

    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    private Content() {}

    /**
     * The value's text; {@code none} for null and for an empty optional. A long text is cut and followed by a checksum
     * of all of it.
     */
    static String of(@Nullable Object value) {
        String text = new Content().text(value);
        return text.length() <= LONGEST
                ? text
                : text.substring(0, SHORTENED) + "... with the checksum " + FileContent.checksum(text);
    }

    private String text(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        if (++values > MOST_VALUES || !open.add(value)) {
            return "...";
        }
        try {
            return known(value).orElseGet(() -> object(value));
        } finally {
            open.remove(value);
        }
    }

    /** Text of a value whose type defines its own. */
    private Optional<String> known(Object value) {
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name());
        }
        if (value instanceof Optional<?> optional) {
            return Optional.of(optional.isPresent() ? text(optional.get()) : text(null));
        }
        if (value instanceof Set<?> set) {
            return Optional.of(set.stream().map(this::text).sorted().collect(Collectors.joining(", ", "{", "}")));
        }
        if (value instanceof Collection<?> list) {
            return Optional.of(list.stream().map(this::text).collect(Collectors.joining(", ", "[", "]")));
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}")));
        }
        if (value.getClass().isArray()) {
            return Optional.of(array(value));
        }
        boolean isValue = value instanceof Path || value.getClass().getName().startsWith("java.");
        return isValue && hasOwnText(value) ? Optional.of(value.toString()) : Optional.empty();
    }

    private static boolean hasOwnText(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every object has a toString()", e);
        }
    }

    private String array(Object array) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(text(Array.get(array, i)));
        }
        return elements.toString();
    }

    private String object(Object value) {
        List<String> parts = new ArrayList<>();
        Class<?> type = value.getClass();
        if (value instanceof Record) {
            for (RecordComponent component : type.getRecordComponents()) {
                readable(component.getAccessor())
                        .ifPresent(accessor ->
                                parts.add(component.getName() + "=" + text(read(() -> accessor.invoke(value)))));
            }
            return type.getSimpleName() + parts;
        }
        for (Class<?> declaring = type;
                declaring != null && declaring != Object.class;
                declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (isContent(field)) {
                    readable(field)
                            .ifPresent(found -> parts.add(found.getName() + "=" + text(read(() -> found.get(value)))));
                }
            }
        }
        return name(type) + "(" + String.join(", ", parts) + ")";
    }

    /**
     * Fields that are part of the content: not the enclosing object of an inner class, but the variables that a local
     * class captures.
     */
    private static boolean isContent(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.getName().startsWith("this$");
    }

    /** The class's name without the number of a hidden class, which differs between JVMs. */
    private static String name(Class<?> type) {
        int lambda = type.getName().indexOf(HIDDEN);
        return lambda < 0 ? type.getName() : type.getName().substring(0, lambda) + LAMBDA;
    }

    /** Empty if the module doesn't open the member; then only the object's class is known. */
    private static <T extends AccessibleObject> Optional<T> readable(T member) {
        try {
            member.setAccessible(true);
            return Optional.of(member);
        } catch (InaccessibleObjectException | SecurityException e) {
            return Optional.empty();
        }
    }

    private interface Reading {
        @Nullable
        Object get() throws ReflectiveOperationException;
    }

    private static @Nullable Object read(Reading reading) {
        try {
            return reading.get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an option can't be read: " + e, e);
        }
    }
}
