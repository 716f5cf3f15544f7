package dev.netwright.nd4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.MalformedDataException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

class Nd4jDatasetTest {
    private static final ImageFormat FORMAT = new ImageFormat(3, 2, 2);
    private static final List<String> LABELS = List.of("a", "b", "c");

    @Test
    void batchesAreJoinedInTheirOrder() {
        INDArray features = Nd4j.arange(5 * 12).castTo(DataType.FLOAT).reshape(5, 3, 2, 2);
        DataSetIterator iterator = iterator(features, hot(2, 0, 1, 1, 2));
        iterator.next();
        Dataset dataset = Nd4jDataset.readAll(iterator, FORMAT, LABELS);
        assertThat(dataset.size()).isEqualTo(5);
        assertThat(dataset.labels()).isEqualTo(LABELS);
        int[] classes = {2, 0, 1, 1, 2};
        for (int i = 0; i < 5; i++) {
            assertThat(dataset.label(i)).isEqualTo(classes[i]);
            assertThat(read(dataset, i)).startsWith(12 * i, 12 * i + 1).endsWith(12 * i + 11);
        }
    }

    @Test
    void arraysOfAnyOrderAndTypeAndFlatPicturesAreRead() {
        INDArray doubles = Nd4j.arange(24).castTo(DataType.DOUBLE).reshape(2, 12);
        for (INDArray features :
                List.of(doubles, doubles.dup('f'), doubles.reshape(2, 3, 2, 2).dup('f'))) {
            Dataset dataset = Nd4jDataset.readAll(iterator(features, hot(0, 1)), FORMAT, LABELS);
            assertThat(read(dataset, 1)).containsExactly(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
        }
    }

    @Test
    void theNamesOfTheClassesMayBeTheIterators() {
        DataSet data = new DataSet(Nd4j.zeros(2, 12), hot(0, 1));
        data.setLabelNames(LABELS);
        DataSetIterator named = new ViewIterator(data, 2) {
            @Override
            public List<String> getLabels() {
                return LABELS;
            }
        };
        assertThat(Nd4jDataset.readAll(named, FORMAT).labels()).isEqualTo(LABELS);
        DataSetIterator nameless = new ViewIterator(data, 2) {
            @Override
            public List<String> getLabels() {
                return List.of();
            }
        };
        assertThatThrownBy(() -> Nd4jDataset.readAll(nameless, FORMAT))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("expected the names of the classes, found none; give them");
    }

    @Test
    void otherShapesAreRefusedWithTheBatch() {
        assertThatThrownBy(() -> Nd4jDataset.readAll(iterator(Nd4j.zeros(2, 2, 2, 3), hot(0, 1)), FORMAT, LABELS))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("ViewIterator, batch 0: expected features of shape [pictures, 3, 2, 2] or [pictures, 12],"
                        + " found [2, 2, 2, 3]; give the pictures' format; channels come before rows");
        assertThatThrownBy(() -> Nd4jDataset.readAll(iterator(Nd4j.zeros(2, 12), hot(0, 1)), FORMAT, List.of("a")))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("labels of shape [2, 1], found [2, 3]");
    }

    @Test
    void labelsThatAreNoClassAreRefused() {
        INDArray none = hot(0, 1);
        none.putScalar(1, 1, 0);
        INDArray two = hot(0, 1);
        two.putScalar(1, 0, 1);
        INDArray soft = hot(0, 1);
        soft.putScalar(1, 1, 0.9);
        for (INDArray labels : List.of(none, two, soft)) {
            assertThatThrownBy(() -> Nd4jDataset.readAll(iterator(Nd4j.zeros(2, 12), labels), FORMAT, LABELS))
                    .isInstanceOf(MalformedDataException.class)
                    .hasMessageContaining("one 1 among 0s as the label of picture 1");
        }
    }

    @Test
    void masksAndEmptyIteratorsAreRefused() {
        DataSet masked = new DataSet(Nd4j.zeros(2, 12), hot(0, 1), null, Nd4j.ones(2, 1));
        assertThatThrownBy(() -> Nd4jDataset.readAll(new ViewIterator(masked, 2), FORMAT, LABELS))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("found masks");
        DataSetIterator empty = new ViewIterator(new DataSet(Nd4j.zeros(2, 12), hot(0, 1)), 2) {
            @Override
            public boolean hasNext() {
                return false;
            }
        };
        assertThatThrownBy(() -> Nd4jDataset.readAll(empty, FORMAT, LABELS))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("at least one batch, found none");
    }

    private static DataSetIterator iterator(INDArray features, INDArray labels) {
        return new ViewIterator(new DataSet(features, labels), 2);
    }

    private static INDArray hot(int... classes) {
        INDArray labels = Nd4j.zeros(DataType.FLOAT, classes.length, 3);
        for (int i = 0; i < classes.length; i++) {
            labels.putScalar(i, classes[i], 1);
        }
        return labels;
    }

    private static float[] read(Dataset dataset, int index) {
        float[] values = new float[12];
        dataset.read(index, values, 0);
        return values;
    }
}
