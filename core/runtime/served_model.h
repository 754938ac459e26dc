#pragma once

#include "kernels/tensor.h"
#include "runtime/shared_engine.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace prunescope::runtime {

/// A trained network that any number of threads ask at the same time.
class ServedModel {
public:
    /// `threads`: of one call; 0 for all of the machine. Throws `Error` for a file that cannot be read or is
    /// no network's, and for a network that needs more memory than a machine has.
    ServedModel(const std::filesystem::path& file, int threads);

    const std::string& network() const { return network_; }
    const kernels::Shape& image() const { return image_; }
    std::size_t inputs() const { return static_cast<std::size_t>(image_.size()); }
    std::size_t classes() const { return classNames_.size(); }
    const std::vector<std::string>& classNames() const { return classNames_; }

    /// (N, inputs) to (N, classes), row-major, for any N.
    void predict(std::span<const float> images, std::span<float> logits) const {
        engine_->predict(images, logits);
    }
    /// False when the file does not say how.
    bool normalise(std::span<const unsigned char> pixels, std::span<float> input) const;

private:
    std::string network_;
    kernels::Shape image_;
    std::vector<std::string> classNames_;
    /// By channel, where the file says it: input = factor pixel + shift.
    std::vector<float> factor_, shift_;
    std::unique_ptr<const SharedEngine> engine_;
};

}  // namespace prunescope::runtime
