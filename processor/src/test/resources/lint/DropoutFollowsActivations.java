// classes: After Before Free Scores Flat Means
package lint;

import dev.netwright.annotations.*;

    @Vgg(
            classes = 10,
            input = @Input(channels = 1, height = 28, width = 28),
            blocks = @Vgg.Block(convs = 1, channels = 4))
    interface AfterSpec {}

    @Vgg(
            classes = 10,
            input = @Input(channels = 1, height = 28, width = 28),
            dropoutPlace = DropoutPlace.BEFORE_ACTIVATION,
//                                     ^ [netwright:dropout-place] dropoutPlace: drop2 comes before a ReLU
//                                     ^ [netwright:dropout-place] Fix: set dropoutPlace = DropoutPlace.AFTER_ACTIVATION.
            blocks = @Vgg.Block(convs = 1, channels = 4))
    interface BeforeSpec {}

    @Vgg(
            classes = 10,
            input = @Input(channels = 1, height = 28, width = 28),
            dropoutPlace = DropoutPlace.BEFORE_LINEAR,
//                                     ^ [netwright:dropout-place] dropoutPlace: drop2 comes between the convolutions' maps and the first fully connected layer
            blocks = @Vgg.Block(convs = 1, channels = 4))
    interface FreeSpec {}

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface ScoresSpec {
        @Linear(units = 20)
        @Relu
        @Dropout
        void hidden();

        @Linear(units = 10)
        @Dropout
//      ^ [netwright:dropout-place] classes: classes_drop drops class scores
//      ^ [netwright:dropout-place] Fix: move it after the activation
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface FlatSpec {
        @Conv(channels = 4, kernel = 3)
        @Relu
        void conv();

        @Flatten
        @Dropout
//      ^ [netwright:dropout-place] flat: flat_drop comes between the convolutions' maps and the first fully connected layer
        void flat();

        @Linear(units = 20)
        void hidden();

        @Dropout
//      ^ [netwright:dropout-place] drop: drop comes before a ReLU
        void drop();

        @Relu
        void relu();

        @Linear(units = 10)
        void classes();
    }

    // The means of maps aren't maps, and GoogLeNet has dropout before its only fully connected layer.
    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface MeansSpec {
        @Conv(channels = 4, kernel = 5)
        @Relu
        void conv();

        @GlobalAveragePool
        @Dropout
        void means();

        @Linear(units = 10)
        void classes();
    }
