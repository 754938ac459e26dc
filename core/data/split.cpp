#include "data/split.h"

#include "base/error.h"
#include "base/random.h"
#include "data/shuffle.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace prunescope::data {
namespace {

using Members = std::vector<std::vector<ImageIndex>>;

Members membersOfClasses(std::span<const Label> labels, std::size_t classes) {
    Members members(classes);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        assert(labels[i] < classes);
        members[labels[i]].emplace_back(static_cast<std::int64_t>(i));
    }
    return members;
}

/// Shares `total` among the classes in proportion to their sizes, in whole numbers.
std::vector<std::size_t> largestRemainder(const Members& members, std::size_t images, std::size_t total) {
    std::vector<std::size_t> shares;
    std::vector<std::size_t> remainders;
    for (const auto& member : members) {
        shares.push_back(total * member.size() / images);
        remainders.push_back(total * member.size() % images);
    }
    std::vector<std::size_t> order(members.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    const std::size_t missing = total - std::accumulate(shares.begin(), shares.end(), std::size_t{0});
    for (std::size_t i = 0; i < missing; ++i) ++shares[order[i]];
    return shares;
}

/// What a class, by its number and name, would give away with all of its images.
using NothingLeft = Error (*)(std::size_t number, const std::string& name, std::size_t images);

/// Divides the images, those that are held back second.
std::pair<std::vector<ImageIndex>, std::vector<ImageIndex>> divided(
    std::span<const Label> labels, const std::vector<std::string>& classNames, double fraction,
    std::uint64_t seed, RandomStream stream, NothingLeft nothingLeft) {
    assert(!labels.empty() && fraction > 0 && fraction < 1);
    const auto wanted = std::llround(fraction * static_cast<double>(labels.size()));
    const auto total = static_cast<std::size_t>(std::max(1LL, wanted));
    Members members = membersOfClasses(labels, classNames.size());
    const auto shares = largestRemainder(members, labels.size(), total);

    std::vector<ImageIndex> kept;
    std::vector<ImageIndex> heldBack;
    for (std::size_t c = 0; c < members.size(); ++c) {
        auto& images = members[c];
        if (images.size() == shares[c]) throw nothingLeft(c, classNames[c], images.size());
        Random random(seed, stream, c);
        shuffle(std::span(images), random);
        const auto boundary = images.begin() + static_cast<std::ptrdiff_t>(shares[c]);
        heldBack.insert(heldBack.end(), images.begin(), boundary);
        kept.insert(kept.end(), boundary, images.end());
    }
    std::sort(kept.begin(), kept.end());
    std::sort(heldBack.begin(), heldBack.end());
    return {std::move(kept), std::move(heldBack)};
}

}  // namespace

TrainingSplit stratifiedSplit(std::span<const Label> labels, const std::vector<std::string>& classNames,
                              double fraction, std::uint64_t seed) {
    auto [train, validation] = divided(
        labels, classNames, fraction, seed, RandomStream::split,
        [](std::size_t number, const std::string& name, std::size_t images) {
            return Error(Text::of("validation split"),
                         Text::of("no training image is left of class {} ({}): the training files hold {} of "
                                  "it, validation takes {}",
                                  number, name, images, images),
                         Text::of("Give more images of every class or a smaller validation_fraction."));
        });
    return {std::move(train), std::move(validation)};
}

TestSplit stratifiedTestSplit(std::span<const Label> labels, const std::vector<std::string>& classNames,
                              double fraction, std::uint64_t seed) {
    auto [training, test] = divided(
        labels, classNames, fraction, seed, RandomStream::testSplit,
        [](std::size_t number, const std::string& name, std::size_t images) {
            return Error(Text::of("test split"),
                         Text::of("no training image is left of class {} ({}): the files hold {} of it, the "
                                  "test takes {}",
                                  number, name, images, images),
                         Text::of("Give more images of every class or a smaller data.test_fraction."));
        });
    return {std::move(training), std::move(test)};
}

}  // namespace prunescope::data
