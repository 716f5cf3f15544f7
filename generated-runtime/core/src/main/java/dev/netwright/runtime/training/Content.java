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
 * A value as text, by content: equal for values that are made alike, in another JVM too. Records read as their {@code toString}, other objects
 * as their class and fields, so that a schedule without a {@code toString} of its own isn't another one in each process. Of a lambda the class
 * that has it and what it captures are all that can be told.
 */
final class Content {
    /** Below the largest header of a file, and beyond any option. */
    private static final int MOST_VALUES = 4096;

    private static final int LONGEST = 2000;
    private static final int SHORTENED = 500;

    /** What stands in the text of a lambda. */
    static final String LAMBDA = "'s lambda";

    private static final String HIDDEN = "$$Lambda";

    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    private Content() {}

    /** The text; {@code none} of null and of what is empty. Of a long one the beginning, and a checksum of it all. */
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

    /** What says itself what it is. */
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
        return isValue && saysWhatItIs(value) ? Optional.of(value.toString()) : Optional.empty();
    }

    private static boolean saysWhatItIs(Object value) {
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

    /** The object around an inner one isn't a part of it; what a local class captures is. */
    private static boolean isContent(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.getName().startsWith("this$");
    }

    /** The JVM numbers hidden classes as it comes to them. */
    private static String name(Class<?> type) {
        int lambda = type.getName().indexOf(HIDDEN);
        return lambda < 0 ? type.getName() : type.getName().substring(0, lambda) + LAMBDA;
    }

    /** A module may keep its objects' fields to itself: of those the class is all that is known. */
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
