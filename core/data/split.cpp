#include "data/split.h"

#include "base/error.h"
#include "base/random.h"
#include "data/shuffle.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace prunescope::data {
namespace {

using Members = std::vector<std::vector<ImageIndex>>;

std::vector<ImageIndex> allImages(std::span<const Label> labels) {
    std::vector<ImageIndex> images;
    images.reserve(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) images.emplace_back(static_cast<std::int64_t>(i));
    return images;
}

Members membersOfClasses(std::span<const Label> labels, std::span<const ImageIndex> images,
                         std::size_t classes) {
    Members members(classes);
    for (const ImageIndex image : images) {
        assert(labels[image.index()] < classes);
        members[labels[image.index()]].push_back(image);
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

/// The part of so many images that all classes give together.
std::vector<std::size_t> sharesOf(const Members& members, std::size_t images, double part) {
    const auto wanted = std::llround(part * static_cast<double>(images));
    return largestRemainder(members, images, static_cast<std::size_t>(std::max(1LL, wanted)));
}

struct Division {
    std::vector<ImageIndex> drawn{};
    std::vector<ImageIndex> others{};
};

/// Draws so many images of each class. Both lists rise.
Division drawFrom(Members members, const std::vector<std::size_t>& shares, std::uint64_t seed,
                  RandomStream stream) {
    Division division;
    for (std::size_t c = 0; c < members.size(); ++c) {
        auto& images = members[c];
        Random random(seed, stream, c);
        shuffle(std::span(images), random);
        const auto boundary = images.begin() + static_cast<std::ptrdiff_t>(shares[c]);
        division.drawn.insert(division.drawn.end(), images.begin(), boundary);
        division.others.insert(division.others.end(), boundary, images.end());
    }
    std::sort(division.drawn.begin(), division.drawn.end());
    std::sort(division.others.begin(), division.others.end());
    return division;
}

/// Holds back a part of the images; what is drawn is held back. `split` is what it is for, in a message.
Division heldBack(Members members, std::size_t images, double fraction, std::uint64_t seed,
                  RandomStream stream, const Text& split) {
    assert(images > 0 && fraction > 0 && fraction < 1);
    auto shares = sharesOf(members, images, fraction);
    for (std::size_t c = 0; c < members.size(); ++c) {
        const std::size_t most = members[c].empty() ? 0 : members[c].size() - 1;
        shares[c] = std::min(shares[c], most);
    }
    if (std::accumulate(shares.begin(), shares.end(), std::size_t{0}) == 0) {
        throw Error(split,
                    Text::of("nothing can be held back: it would be the last training sample of a class"),
                    Text::of("Give more samples of every class."));
    }
    return drawFrom(std::move(members), shares, seed, stream);
}

}  // namespace

std::vector<ImageIndex> stratifiedShare(std::span<const Label> labels, std::size_t classes, double share,
                                        std::uint64_t seed) {
    assert(share > 0 && share <= 1);
    const auto images = allImages(labels);
    Members members = membersOfClasses(labels, images, classes);
    auto shares = sharesOf(members, images.size(), share);
    for (std::size_t c = 0; c < members.size(); ++c)
        shares[c] = std::max(shares[c], std::min<std::size_t>(members[c].size(), 1));
    return drawFrom(std::move(members), shares, seed, RandomStream::trainingShare).drawn;
}

TrainingSplit stratifiedSplit(std::span<const Label> labels, std::span<const ImageIndex> images,
                              std::size_t classes, double fraction, std::uint64_t seed) {
    Division division = heldBack(membersOfClasses(labels, images, classes), images.size(), fraction, seed,
                                 RandomStream::split, Text::of("validation split"));
    return {.train = std::move(division.others), .validation = std::move(division.drawn)};
}

TestSplit stratifiedTestSplit(std::span<const Label> labels, std::size_t classes, double fraction,
                              std::uint64_t seed) {
    Division division = heldBack(membersOfClasses(labels, allImages(labels), classes), labels.size(),
                                 fraction, seed, RandomStream::testSplit, Text::of("test split"));
    return {.training = std::move(division.others), .test = std::move(division.drawn)};
}

}  // namespace prunescope::data
