#pragma once

#include "csource/kernel_text.h"
#include "csource/plan.h"
#include "csource/tables.h"

namespace prunescope::csource {

/// What the steps of a plan are in C: tables, a constant with the sizes of each step, and the call of its
/// kernel.
class StepText {
public:
    explicit StepText(const Plan& plan) : plan_(plan) {}

    /// All steps, in their order.
    void write();

    const Tables& tables() const { return tables_; }
    const std::set<Kernel>& kernels() const { return kernels_; }
    const std::string& sizes() const { return sizes_; }  ///< `static const struct … step_N = {…};`
    const std::string& calls() const { return calls_; }  ///< the body of the function that runs them

private:
    void writeImage();
    void writeStep(const PlanStep& step);
    void writeConvolution(const PlanStep& step, const nn::GraphConvolution& convolution);
    void writeDot(const PlanStep& step, const nn::GraphConvolution& convolution);
    void writePool(const PlanStep& step, const nn::GraphPool& pool);
    void writeAffine(const PlanStep& step, const nn::GraphAffine& affine);
    void writeActivation(const PlanStep& step, const nn::GraphActivation& activation);
    void writeProduct(const PlanStep& step, const nn::GraphProduct& product);
    void writeSplit(const PlanStep& step, const PhaseSplit& split);
    /// ".words = …" or ".weights = …" of a matrix of so many rows; true when it is the former.
    bool writeWeights(const nn::GraphConvolution& convolution, Index rows, bool alongSites,
                      std::string& members);
    /// Shape, planes and pitches of what a step reads and writes.
    std::string planesMembers(const PlanStep& step) const;
    std::string channelsMember(const char* member, const nn::ChannelMap& channels, Index available);
    std::string addendMembers(const PlanStep& step);
    void writeCall(Kernel kernel, const char* type, const PlanStep& step, const std::string& members,
                   const std::string& what);
    void clearBorder(BufferIndex buffer);
    /// The first value of a buffer, or with `corner` the beginning of its border.
    std::string pointer(BufferIndex buffer, bool corner = false) const;
    std::string named(const char* table) const;

    const Plan& plan_;
    Tables tables_;
    std::set<Kernel> kernels_;
    std::string sizes_;
    std::string calls_;
    std::size_t number_ = 0;  ///< of the step
};

}  // namespace prunescope::csource
