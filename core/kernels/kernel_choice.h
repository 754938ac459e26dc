#pragma once

#include "kernels/tensor.h"

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>

namespace prunescope::kernels {

/// Which kernels a pass may use.
enum class KernelPolicy : std::uint8_t {
    measured,  ///< the faster one
    dense,
    sparse,  ///< wherever at most half of the weights are kept
};

/// Chooses between the dense and the sparse kernel of one pass of one layer, by the time that the passes of
/// the run itself take. Both give the same bits, so that the choice cannot change a result.
///
/// A trial runs both in turn, a few passes each, and compares their shortest times. From these follows a
/// break-even count of kept weights, as though the sparse time were proportional to them. The true one lies
/// beyond it, seen from the count of the trial; so the next trial comes when the count crosses it, and a few
/// trials close in. One more comes now and then, in case something disturbed the last one.
class KernelChoice {
public:
    struct Pass {
        Index weights;
        Index kept;
        Index images;  ///< only passes with the same number are compared
        KernelPolicy policy;
    };

    /// True when so few are kept that the sparse kernel can be worth a trial.
    static bool mayBeSparse(Index weights, Index kept) { return 2 * kept <= weights; }

    /// Runs one of two functions that do the same.
    template <class Dense, class Sparse>
    void run(const Pass& pass, const Dense& dense, const Sparse& sparse) {
        const auto begin = std::chrono::steady_clock::now();
        if (next(pass)) {
            sparse();
        } else {
            dense();
        }
        took(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }

    /// True: this pass is to be sparse. After it comes `took`.
    bool next(const Pass& pass);
    void took(double seconds);

    /// What is chosen for passes such as the last one, whether or not a trial is under way.
    bool sparse() const { return chosen_; }

private:
    static constexpr double never = std::numeric_limits<double>::infinity();

    struct Trial {
        Index kept = 0;
        Index images = 0;
        int passes = 0;
        double dense = never;  ///< shortest times, in seconds
        double sparse = never;
    };

    bool trialIsDue(Index kept) const;
    void settle(const Trial& trial);

    std::optional<Trial> trial_{};
    bool timed_ = false;  ///< the pass that is under way belongs to the trial
    bool chosen_ = false;
    bool sparseIsFaster_ = false;
    double breakEven_ = 0;  ///< kept weights; means something after the first trial
    std::int64_t passesSince_ = 0;
    std::int64_t patience_ = 0;  ///< passes until a trial comes anyway; 0 before the first
};

}  // namespace prunescope::kernels
