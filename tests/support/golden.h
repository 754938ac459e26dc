#pragma once

#include "model/weights_file.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The C++ half of golden/make_golden.py, which documents the formula and the tensors of a golden file.
namespace prunescope::test {

/// Values by name and index, the same here and in numpy.
class GoldenFormula {
public:
    explicit GoldenFormula(std::string seed) : seed_(std::move(seed)) {}

    /// 64 random bits: splitmix64(fnv1a64("SEED:" + name) + i).
    std::vector<std::uint64_t> bits(std::string_view name, std::size_t count) const {
        std::uint64_t state = hash(seed_ + ":" + std::string(name));
        std::vector<std::uint64_t> values(count);
        for (auto& value : values) value = mixed(state++);
        return values;
    }

    /// Uniform in [-1, 1), multiples of 2^-23.
    std::vector<float> signedUniform(std::string_view name, std::size_t count) const {
        std::vector<float> values;
        values.reserve(count);
        for (const std::uint64_t b : bits(name, count)) {
            values.push_back(2 * (static_cast<float>(b >> 40U) / 16777216.0F) - 1);
        }
        return values;
    }

    /// The value of a parameter or running statistic before training, row-major.
    std::vector<float> initial(std::string_view name, std::span<const std::int64_t> shape) const {
        std::int64_t fanIn = 1;
        for (const std::int64_t extent : shape.subspan(1)) fanIn *= extent;
        const auto count = static_cast<std::size_t>(shape[0] * fanIn);
        if (name.ends_with(".running_mean")) return std::vector<float>(count, 0);
        if (name.ends_with(".running_var")) return std::vector<float>(count, 1);

        const std::string_view owner = name.substr(0, name.rfind('.'));
        const bool batchNorm = owner.substr(owner.rfind('.') + 1).starts_with("bn");
        const auto weightScale = static_cast<float>(std::sqrt(3.0 / static_cast<double>(fanIn)));
        std::vector<float> values = signedUniform(name, count);
        for (float& value : values) {
            if (shape.size() > 1) {
                value *= weightScale;
            } else if (name.ends_with(".weight")) {
                value = (1 + value / 8) / 2;
            } else if (!batchNorm) {
                value /= 8;
            }
        }
        return values;
    }

    /// A batch in (N,C,H,W) order; `step` is 1 to 10, or "full_size".
    std::vector<float> images(const std::string& step, std::size_t count) const {
        return signedUniform("images." + step, count);
    }

    std::vector<std::int32_t> labels(const std::string& step, std::size_t count) const {
        std::vector<std::int32_t> values;
        values.reserve(count);
        for (const std::uint64_t b : bits("labels." + step, count))
            values.push_back(static_cast<std::int32_t>(b % 10));
        return values;
    }

private:
    static std::uint64_t hash(std::string_view text) {
        std::uint64_t value = 0xcbf29ce484222325ULL;
        for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        return value;
    }

    static std::uint64_t mixed(std::uint64_t x) {
        x += 0x9e3779b97f4a7c15ULL;
        x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31U);
    }

    std::string seed_;
};

/// A golden file of a network by its name: what it holds, and the formula with its seed.
class GoldenFile {
public:
    explicit GoldenFile(const std::string& network)
        : file_(model::readWeights(PRUNESCOPE_TEST_DATA "/golden/" + fileName(network))),
          formula_(metadata("seed")) {}

    const GoldenFormula& formula() const { return formula_; }
    const model::WeightsFile& content() const { return file_; }
    std::string metadata(const std::string& key) const { return file_.metadata.at(key); }
    /// "learning_rate", "momentum", "weight_decay", "batch", "steps".
    double setting(const std::string& key) const { return std::stod(metadata(key)); }

    const model::NamedTensor& tensor(const std::string& name) const {
        const model::NamedTensor* found = file_.find(name);
        if (found == nullptr) throw std::out_of_range("no tensor " + name + " in the golden file");
        return *found;
    }
    const std::vector<float>& floats(const std::string& name) const {
        return std::get<std::vector<float>>(tensor(name).values);
    }

private:
    static std::string fileName(std::string network) {
        if (const auto colon = network.find(':'); colon != std::string::npos) network[colon] = '-';
        return network + ".safetensors";
    }

    model::WeightsFile file_;
    GoldenFormula formula_;
};

/// Largest |difference| over the largest |expected|; infinite when a value is not finite or the sizes differ.
inline double relativeDistance(std::span<const float> values, std::span<const float> expected) {
    if (values.size() != expected.size()) return INFINITY;
    double difference = 0;
    double scale = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) return INFINITY;
        difference =
            std::max(difference, std::abs(static_cast<double>(values[i]) - static_cast<double>(expected[i])));
        scale = std::max(scale, std::abs(static_cast<double>(expected[i])));
    }
    return scale == 0 ? difference : difference / scale;
}

}  // namespace prunescope::test
