// Parameters and multiply-accumulates of the named networks: as papers print them, and as another program
// counts them in networks that were written down anew (golden/make_network_counts.py).

#include "base/file.h"
#include "nn/models.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace prunescope::nn {
namespace {

run::NetworkDescription cifarNetwork(const std::string& name) {
    return graphOf({.name = name, .input = {3, 32, 32}, .classes = 10}).describe();
}

TEST(NetworkCounts, AreThoseOfAnotherProgram) {
    const auto counted =
        nlohmann::json::parse(readFile(PRUNESCOPE_TEST_DATA "/golden/network_counts.json", 1U << 16U));
    EXPECT_EQ(counted.size(), 13U);
    for (const auto& [name, counts] : counted.items()) {
        const run::NetworkDescription network = cifarNetwork(name);
        EXPECT_EQ(network.parameters(), counts.at("parameters")) << name;
        EXPECT_EQ(network.macs(), counts.at("multiply_accumulates")) << name;
    }
}

/// What a paper prints, in millions with so many digits behind the point.
struct PrintedCount {
    const char* network;
    double millions;
    int digits;
};

void expectPrinted(const PrintedCount& printed, std::int64_t count) {
    const double unit = std::pow(10.0, printed.digits);
    EXPECT_EQ(std::round(static_cast<double>(count) / 1e6 * unit), std::round(printed.millions * unit))
        << printed.network;
}

TEST(NetworkCounts, OfParametersAreThoseOfThePapers) {
    // He et al. 2016, table 6.
    for (const PrintedCount& printed :
         {PrintedCount{"resnet-20", 0.27, 2}, PrintedCount{"resnet-32", 0.46, 2},
          PrintedCount{"resnet-44", 0.66, 2}, PrintedCount{"resnet-56", 0.85, 2},
          PrintedCount{"resnet-110", 1.7, 1}})
        expectPrinted(printed, cifarNetwork(printed.network).parameters());
    // Zagoruyko & Komodakis 2016.
    for (const PrintedCount& printed :
         {PrintedCount{"wrn-40-2", 2.2, 1}, PrintedCount{"wrn-40-4", 8.9, 1},
          PrintedCount{"wrn-16-8", 11.0, 1}, PrintedCount{"wrn-28-10", 36.5, 1}})
        expectPrinted(printed, cifarNetwork(printed.network).parameters());
}

TEST(NetworkCounts, OfOperationsAreThoseOfThePaperThatPrunesThem) {
    // Li et al. 2017, table 1, counts 3.13e8 for VGG-16 and 1.25e8 for ResNet-56, 2.53e8 for ResNet-110.
    for (const PrintedCount& printed : {PrintedCount{"vgg-16-bn", 313, 0}, PrintedCount{"resnet-56", 125, 0},
                                        PrintedCount{"resnet-110", 253, 0}})
        expectPrinted(printed, cifarNetwork(printed.network).macs());
}

}  // namespace
}  // namespace prunescope::nn
