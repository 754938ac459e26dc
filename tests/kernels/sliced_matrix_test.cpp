#include "kernels/sliced_matrix.h"

#include "base/random.h"

#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::kernels {
namespace {

struct Problem {
    Problem(Index rows, Index inputCount, double density, std::uint64_t seed)
        : inputs(inputCount),
          weight(static_cast<std::size_t>(rows * inputCount)),
          values(static_cast<std::size_t>(SlicedMatrix::readable(inputCount))),
          sums(static_cast<std::size_t>(rows), std::nanf("")) {
        Random random(seed, RandomStream::test);
        for (float& w : weight) w = random.uniform() < density ? static_cast<float>(random.normal()) : 0.0F;
        // Behind the inputs lies something finite that counts for nothing.
        for (std::size_t i = 0; i < values.size(); ++i)
            values.data()[i] = static_cast<float>(random.normal());
    }

    void expectRightSums() {
        const SlicedMatrix matrix(weight, inputs);
        matrix.multiply(values.data(), sums);
        for (std::size_t row = 0; row < sums.size(); ++row) {
            double expected = 0;
            double size = 1e-6;
            for (std::size_t i = 0; i < static_cast<std::size_t>(inputs); ++i) {
                const double product =
                    static_cast<double>(weight[row * static_cast<std::size_t>(inputs) + i]) *
                    static_cast<double>(values.data()[i]);
                expected += product;
                size += std::abs(product);
            }
            ASSERT_NEAR(static_cast<double>(sums[row]), expected, 1e-6 * size) << "row " << row;
        }
    }

    Index inputs;
    std::vector<float> weight;
    AlignedBuffer<float> values;
    std::vector<float> sums;
};

TEST(SlicedMatrix, MultipliesAsTheWholeMatrixDoes) {
    for (const double density : {0.0, 0.02, 0.3, 1.0}) {
        for (const Index rows : {1, 15, 16, 17, 100}) {
            for (const Index inputs : {1, 16, 31, 33, 300}) {
                SCOPED_TRACE(testing::Message() << rows << " x " << inputs << ", density " << density);
                Problem(rows, inputs, density, 3).expectRightSums();
            }
        }
    }
}

TEST(SlicedMatrix, CopesWithRowsOfVeryDifferentLengths) {
    Problem problem(40, 200, 0.5, 7);
    for (std::size_t row = 1; row < 40; ++row)
        for (std::size_t i = 0; i < 200; ++i)
            if (i % 40 > 40 - row) problem.weight[row * 200 + i] = 0;
    problem.expectRightSums();
}

TEST(SlicedMatrix, TakesFewVectorsWhereFewWeightsAreKept) {
    const Problem dense(64, 512, 1.0, 5);
    const Problem sparse(64, 512, 0.05, 5);
    const Index all = SlicedMatrix(dense.weight, 512).columns();
    EXPECT_LT(SlicedMatrix(sparse.weight, 512).columns(), all / 4);
}

}  // namespace
}  // namespace prunescope::kernels
