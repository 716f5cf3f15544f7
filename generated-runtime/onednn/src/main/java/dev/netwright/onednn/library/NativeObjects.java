package dev.netwright.onednn.library;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;

/** The library's objects that are made together and freed together, instead of whenever Java's collector finds them. */
public final class NativeObjects implements AutoCloseable {
    private final List<PointerScope> scopes = new ArrayList<>();

    /** Runs something that makes objects of the library. */
    public void collect(Runnable work) {
        // Extended, so that leaving the block only ends what this thread adds.
        try (PointerScope scope = scope()) {
            scopes.add(scope);
            scope.extend();
            work.run();
        }
    }

    @SuppressWarnings("unchecked") // JavaCPP takes a list of generic classes, here an empty one.
    private static PointerScope scope() {
        return new PointerScope();
    }

    @Override
    public void close() {
        scopes.forEach(PointerScope::close);
        scopes.clear();
    }
}
