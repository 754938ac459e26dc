#include "data/split.h"

#include "base/error.h"
#include "base/random.h"
#include "data/shuffle.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

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

Error nothingLeft(const std::string& name, std::size_t number, std::size_t size, std::size_t taken,
                  HeldBack purpose) {
    if (purpose == HeldBack::test) {
        return {Text::of("test split"),
                Text::of(
                    "no row to train on is left of class {} ({}): the file holds {} of it, the test takes {}",
                    number, name, size, taken),
                Text::of("Give more rows of every class, a smaller data.test_fraction or a data.test_file.")};
    }
    return {Text::of("validation split"),
            Text::of("no training image is left of class {} ({}): the training files hold {} of it, "
                     "validation takes {}",
                     number, name, size, taken),
            Text::of("Give more images of every class or a smaller validation_fraction.")};
}

}  // namespace

TrainingSplit stratifiedSplit(std::span<const Label> labels, const std::vector<std::string>& classNames,
                              double fraction, std::uint64_t seed, HeldBack purpose) {
    assert(!labels.empty() && fraction > 0 && fraction < 1);
    const auto wanted = std::llround(fraction * static_cast<double>(labels.size()));
    const auto total = static_cast<std::size_t>(std::max(1LL, wanted));
    Members members = membersOfClasses(labels, classNames.size());
    const auto shares = largestRemainder(members, labels.size(), total);

    TrainingSplit split;
    for (std::size_t c = 0; c < members.size(); ++c) {
        auto& images = members[c];
        if (images.size() == shares[c])
            throw nothingLeft(classNames[c], c, images.size(), shares[c], purpose);
        Random random(seed, RandomStream::split, c);
        shuffle(std::span(images), random);
        const auto boundary = images.begin() + static_cast<std::ptrdiff_t>(shares[c]);
        split.validation.insert(split.validation.end(), images.begin(), boundary);
        split.train.insert(split.train.end(), boundary, images.end());
    }
    std::sort(split.train.begin(), split.train.end());
    std::sort(split.validation.begin(), split.validation.end());
    return split;
}

}  // namespace prunescope::data
