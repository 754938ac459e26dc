#include "cli/network_command.h"

#include "base/error.h"
#include "base/file.h"
#include "cli/output.h"
#include "model/network_source.h"
#include "nn/network_file.h"
#include "run/run_config.h"

#include <charconv>
#include <vector>

namespace prunescope::cli {
namespace {

constexpr nn::Index mostExtent = 1'000'000;

/// Whole numbers with an x between them.
std::vector<nn::Index> extentsOf(const char* flag, std::string_view text, std::size_t count) {
    std::vector<nn::Index> extents;
    std::string_view rest = text;
    while (extents.size() < count) {
        nn::Index extent = 0;
        const std::string_view item = rest.substr(0, rest.find('x'));
        const auto [end, code] = std::from_chars(item.data(), item.data() + item.size(), extent);
        if (code != std::errc{} || end != item.data() + item.size() || extent < 1 || extent > mostExtent)
            break;
        extents.push_back(extent);
        const bool isLast = item.size() == rest.size();
        if (isLast && extents.size() == count) return extents;
        if (isLast) break;
        rest.remove_prefix(item.size() + 1);
    }
    throw UsageError(flag, Text::of("'{}' cannot be used", text.substr(0, 100)),
                     count == 1 ? Text::of("Give a whole number from 1 to {}.", mostExtent)
                                : Text::of("Give channels, rows and columns, such as 3x32x32."));
}

nn::Graph graphOf(const NetworkFlags& flags) {
    if (run::namesNetworkFile(flags.model)) {
        if (!flags.images.empty() || !flags.classes.empty()) {
            throw UsageError("--images", Text::of("the file has its own images and classes"),
                             Text::of("Leave out --images and --classes."));
        }
        return model::readNetworkNamed(flags.model);
    }
    nn::ModelRequest request{.name = flags.model, .input = nn::networks().get(flags.model).images};
    if (!flags.images.empty()) {
        const auto extents = extentsOf("--images", flags.images, 3);
        request.input = {extents[0], extents[1], extents[2]};
    }
    if (!flags.classes.empty()) request.classes = extentsOf("--classes", flags.classes, 1).front();
    return nn::graphOf(request);
}

int writeNetwork(const NetworkFlags& flags) {
    const nn::Graph graph = graphOf(flags);
    const run::NetworkDescription network = graph.describe();
    if (flags.out.empty()) {
        sayLines(nn::networkFileText(graph));
    } else {
        writeFileAtomically(flags.out, nn::networkFileText(graph));
    }
    tellLine(fmt::format("{}: {} parameters, {} prunable weights, {} multiply-accumulates for a sample",
                         graph.name(), network.parameters(), network.prunableWeights(), network.macs()));
    return 0;
}

}  // namespace

void addNetwork(CLI::App& app, NetworkFlags& flags, std::function<int()>& chosen) {
    CLI::App* command = app.add_subcommand(
        "network", "Write a network as the JSON file that --model reads; its size is told");
    command->add_option("MODEL", flags.model, "Network by name, see `models`, or a file: JSON or ONNX")
        ->required();
    const auto option = [command](const char* flag, std::string& value, const char* help) {
        command->add_option(flag, value, help)->take_last();
    };
    option("--out", flags.out, "File; standard output without it");
    option("--images", flags.images, "What it reads, such as 3x32x32; without it what is usual for it");
    option("--classes", flags.classes, "Classes that it tells apart; 10 without it");
    command->callback([&] { chosen = [&flags] { return writeNetwork(flags); }; });
}

}  // namespace prunescope::cli
