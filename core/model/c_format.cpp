#include "base/error.h"
#include "csource/c_source.h"
#include "csource/c_text.h"
#include "model/formats.h"

#include <algorithm>

namespace prunescope::model {
namespace {

constexpr double bytePixels = 255;

/// `stem` when it can stand in an #include as it is, else the name that the functions begin with.
std::string headerStem(const std::string& stem) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
    const bool safe =
        !stem.empty() && stem.front() != '.' && stem.find_first_not_of(plain) == std::string::npos;
    return safe ? stem : csource::identifierOf(stem);
}

csource::Labels labelsOf(const TrainedModel& model, const std::string& stem) {
    csource::Labels labels{.name = stem,
                           .header = headerStem(stem) + ".h",
                           .subject = model.graph.name(),
                           .facts = model.facts(),
                           .classes = model.classNames()};
    // They stand in the program itself.
    labels.facts.erase("class_names");
    // What reads files is another program; a table may have thousands of columns.
    labels.facts.erase(columnsFact);
    labels.facts.erase(dataOptionsFact);
    const InputScaling& scaling = model.scaling;
    const auto channels = static_cast<std::size_t>(model.graph.inputShape().channels);
    if (scaling.unit == bytePixels && scaling.mean.size() == channels &&
        scaling.deviation.size() == channels) {
        labels.unit = *scaling.unit;
        labels.mean = scaling.mean;
        labels.deviation = scaling.deviation;
    }
    return labels;
}

std::vector<ExportedFile> makeC(const TrainedModel& model, const nlohmann::json& /*options*/,
                                const std::string& file) {
    const std::string stem = std::filesystem::path(file).stem().string();
    const csource::Labels labels = labelsOf(model, stem);
    csource::CSource made = csource::cSourceOf(model.deployed(), labels);
    const std::string base = headerStem(stem);
    return {{file, std::move(made.source)},
            {labels.header, std::move(made.header)},
            {base + "_bench.c", std::move(made.bench)}};
}

}  // namespace

NetworkFormat cFormat() {
    return {
        .description = {.name = "c",
                        .title = "C source",
                        .summary =
                            "The network as one C99 file that needs no library but C's own, for any compiler "
                            "and for microcontrollers: kept weights alone, memory known beforehand; "
                            "with its header and a program that times it."},
        .suffixes = {".c"},
        .make = makeC,
        .ranBy = RanBy::device,
        .usage =
            "cc -O3 -march=native -std=gnu99 NAME.c NAME_bench.c -o NAME_bench -lm && ./NAME_bench > "
            "bench.txt\n"
            "prunescope-cli bench RUN --import bench.txt --device \"its name\""};
}

}  // namespace prunescope::model
