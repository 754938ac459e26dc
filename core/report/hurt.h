#pragma once

#include "base/text.h"
#include "data/raster.h"
#include "view/group_comparison.h"
#include "view/image_comparison.h"
#include "view/number_comparison.h"
#include "view/paired_errors.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::report {

/// Which network the pruned one stands beside.
enum class Twin : std::uint8_t {
    none,
    before,    ///< the same run's, as it was evaluated last before the first cut
    reference  ///< the final one of the reference run
};

/// One class before the twin and before the pruned network. Shares are in [0, 1], NaN where there are none.
struct HurtClass {
    std::int64_t label = 0;
    std::string name;
    std::int64_t images = 0;  ///< of this class in the test set
    double recallOfTwin = 0;
    double recall = 0;
    view::Range change{};  ///< interval at 95 % of the change of recall
    double precisionOfTwin = 0;
    double precision = 0;
    double f1OfTwin = 0;
    double f1 = 0;
    std::optional<view::Pairs> pairs{};  ///< where the answers to each image are known; first: the twin

    /// Beyond chance, as far as an interval of this class alone can tell.
    bool isHurt() const { return change.to < 0; }
    bool isHelped() const { return change.from > 0; }
};

/// One group of test images before the twin and before the pruned network; shares in [0, 1].
struct HurtGroup {
    std::string name;
    view::GroupComparison figures{};  ///< first: the twin
    view::Range change{};             ///< interval at 95 % of the change of accuracy

    double accuracyOfTwin() const { return shareOf(figures.pairs.both + figures.pairs.first); }
    double accuracy() const { return shareOf(figures.pairs.both + figures.pairs.second); }
    double shareOf(std::int64_t right) const {
        return static_cast<double>(right) / static_cast<double>(figures.pairs.images());
    }
    /// Beyond chance, as far as an interval of this group alone can tell.
    bool isHurt() const { return change.to < 0; }
};

/// The same where a number is predicted; errors in the target's own unit.
struct HurtNumberGroup {
    std::string name;
    view::NumberGroup figures{};  ///< first: the twin

    /// Beyond chance, as far as an interval of this group alone can tell.
    bool isHurt() const { return figures.change && figures.change->from > 0; }
};

/// A test row whose error grew.
struct HurtRow {
    view::GrownError figures{};  ///< first: the twin
    std::string group{};         ///< empty where the data name none
};

/// Who is hurt by pruning: the final network beside its twin, by class and by image.
struct HurtSummary {
    Twin twin = Twin::none;
    Text why{};                        ///< why there is no twin, or not the one that was asked for
    std::vector<HurtClass> classes{};  ///< that occur, those that lost most recall first
    std::optional<view::ImageComparison> images{};  ///< first: the twin
    std::vector<HurtGroup> groups{};  ///< those that lost most accuracy first; none where none are named
    Text whyNotByImage{};             ///< empty where there are
    double p = 1;                     ///< of McNemar's exact test, where there are
    // In place of images and groups where a number is predicted.
    std::optional<view::PairedErrors> errors{};
    std::vector<HurtNumberGroup> numberGroups{};  ///< those whose RMSE grew most first
    std::vector<HurtRow> grown{};                 ///< the first `mostRowsNamed` whose error grew most

    bool known() const { return twin != Twin::none; }
    /// By `p` at 5 %.
    bool toldApart() const { return p < 0.05; }
    /// Of the images that the pruned network alone gets wrong, those that are shown.
    std::vector<view::Flip> shown() const;
};

/// Pictures that a report shows, at most.
inline constexpr std::size_t mostPicturesShown = 24;

/// Rows that are told of one by one, at most.
inline constexpr std::size_t mostRowsNamed = 24;

/// A test image as it is in its file.
struct TestPicture {
    std::size_t image = 0;  ///< its place in the test split
    data::Raster raster{};
};

/// Some test images, or why there are none.
struct TestPictures {
    std::vector<TestPicture> pictures{};
    Text why{};
};

}  // namespace prunescope::report
