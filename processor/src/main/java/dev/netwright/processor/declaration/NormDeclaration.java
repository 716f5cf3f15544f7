package dev.netwright.processor.declaration;

import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.processor.diagnostics.Origin;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The norm of a {@code @Network} stage. */
public sealed interface NormDeclaration {
    /** The simple names of their annotations. */
    static Set<String> annotations() {
        return Readers.BY_ANNOTATION.keySet();
    }

    /** Reads one of their annotations. */
    static NormDeclaration read(AttributeReader norm) {
        return Objects.requireNonNull(Readers.BY_ANNOTATION.get(norm.annotation()))
                .apply(norm);
    }

    /** Reads {@code @LayerNorm}. */
    static NormDeclaration layer(AttributeReader norm) {
        return Layer.read(norm);
    }

    /** The norm at one end of the intervals of its numbers. */
    LayerForm at(End end);

    /** Its annotation. */
    Origin origin();

    /** The attribute that a further rule checks, such as its groups. */
    default Origin partOrigin() {
        return origin();
    }

    /** {@code @BatchNorm}. */
    record Batch(BatchNormDeclaration norm) implements NormDeclaration {
        @Override
        public BatchNorm.Form at(End end) {
            return norm.form();
        }

        @Override
        public Origin origin() {
            return norm.origin();
        }
    }

    /** {@code @GroupNorm}. */
    record Group(WrittenNumber groups, Written<Double> epsilon, Origin origin) implements NormDeclaration {
        private static Group read(AttributeReader norm) {
            return new Group(norm.integer("groups", 1), norm.positive("epsilon"), norm.origin());
        }

        @Override
        public GroupNorm.Form at(End end) {
            return new GroupNorm.Form(end.of(groups), epsilon.value());
        }

        @Override
        public Origin partOrigin() {
            return groups.origin();
        }
    }

    /** {@code @LayerNorm}. */
    record Layer(Written<Double> epsilon, Origin origin) implements NormDeclaration {
        private static Layer read(AttributeReader norm) {
            return new Layer(norm.positive("epsilon"), norm.origin());
        }

        @Override
        public LayerNorm.Form at(End end) {
            return new LayerNorm.Form(epsilon.value());
        }
    }

    /** What reads each annotation. */
    final class Readers {
        private static final Map<String, Function<AttributeReader, NormDeclaration>> BY_ANNOTATION = Map.of(
                "BatchNorm", norm -> new Batch(BatchNormDeclaration.read(norm)),
                "GroupNorm", Group::read,
                "LayerNorm", Layer::read);

        private Readers() {}
    }
}
