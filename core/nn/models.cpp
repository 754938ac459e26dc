#include "nn/models.h"

#include "nn/networks.h"

#include <charconv>

namespace prunescope::nn {

/// A new network is one file and one line here.
Registry<NetworkEntry>& networks() {
    static Registry<NetworkEntry> all(
        "unknown network '{}'", "model",
        {lenet5Entry(), lenet300Entry(), perceptronEntry(), resnet18Entry(), resnet20Entry(), resnetEntry(),
         projectedResnetEntry(), wideResnetEntry(), vgg16Entry(), mobileNetEntry()});
    return all;
}

Graph graphOf(const ModelRequest& request) {
    return networks().get(request.name).graph(request);
}

std::optional<Index> numberInName(std::string_view text) {
    constexpr std::size_t mostDigits = 9;
    Index value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || end != text.data() + text.size() || text.size() > mostDigits)
        return std::nullopt;
    return value;
}

}  // namespace prunescope::nn
