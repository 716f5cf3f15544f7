package dev.netwright.runtime.kernel;

public final class ParameterTable {
    private ParameterTable() {}

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {
        private Builder() {}

        public Builder convolution(String layer, int out, int in, int rows, int columns) {
            return this;
        }

        public Builder convolutionWithoutBias(String layer, int out, int inPerGroup, int rows, int columns) {
            return this;
        }

        public Builder linearWithoutBias(String layer, int out, int in) {
            return this;
        }

        public Builder norm(String norm, int channels) {
            return this;
        }

        public Builder linear(String layer, int out, int in) {
            return this;
        }

        public ParameterTable build() {
            return new ParameterTable();
        }
    }
}
