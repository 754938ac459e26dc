#include "cli/bench_command.h"

#include "base/error.h"
#include "base/file.h"
#include "cli/output.h"
#include "parallel/thread_arena.h"
#include "run/device_measurement_json.h"
#include "session/clock.h"
#include "speed/device_lines.h"
#include "speed/measure.h"
#include "speed/own_measurement.h"
#include "speed/report_json.h"
#include "speed/report_text.h"
#include "speed/sparsity_text.h"
#include "store/device_file.h"
#include "store/measurement_file.h"
#include "view/speed_words.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace prunescope::cli {
namespace {

template <class Number>
Number numberOf(const char* flag, std::string_view text) {
    Number value{};
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || end != text.data() + text.size()) {
        throw UsageError(flag, Text::of("'{}' is not a number that can be used", text.substr(0, 100)),
                         std::is_integral_v<Number> ? Text::of("Give a whole number.")
                                                    : Text::of("Give a number such as 0.95."));
    }
    return value;
}

/// A run's folder stands for the weights in it.
std::string weightsOf(const BenchFlags& flags) {
    if (flags.run.empty()) return flags.weights;
    if (!flags.weights.empty()) {
        throw UsageError("--weights", Text::of("the run brings its own weights"),
                         Text::of("Leave out --weights, or the run."));
    }
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(flags.run, ignored);
    return folder ? store::RunFolder(flags.run).weights().string() : flags.run;
}

/// "1,2,4"
std::vector<std::int64_t> callersOf(const std::string& text) {
    std::vector<std::int64_t> callers;
    std::istringstream words(text);
    for (std::string word; std::getline(words, word, ',');)
        callers.push_back(numberOf<std::int64_t>("--callers", word));
    return callers;
}

speed::Request requestOf(const BenchFlags& flags) {
    speed::Request request;
    request.threads = parallel::machineThreads();
    const std::string weights = weightsOf(flags);
    if (!flags.model.empty() && !weights.empty()) {
        throw UsageError("--model", Text::of("a weights file brings its own network"),
                         Text::of("Leave out --model, or --weights."));
    }
    if (!flags.model.empty()) request.model = flags.model;
    request.weights = weights;
    if (!weights.empty()) request.sparsities.clear();
    request.callers = callersOf(flags.callers);
    if (!flags.sparsities.empty()) request.sparsities = speed::sparsitiesFromText(flags.sparsities);
    if (!flags.threads.empty()) request.threads = numberOf<int>("--threads", flags.threads);
    if (!flags.batch.empty()) request.batch = numberOf<std::int64_t>("--batch", flags.batch);
    if (!flags.seconds.empty()) request.secondsPerSparsity = numberOf<double>("--seconds", flags.seconds);
    return request;
}

/// What was measured of a run's own model is kept with that run.
void storeOwn(const speed::Report& report, const BenchFlags& flags) {
    const std::filesystem::path weights = report.request.weights;
    if (flags.noStore || weights.empty()) return;
    const std::optional<store::RunFolder> run = store::runOfWeights(weights);
    const auto own = speed::ownMeasurement(report, session::SystemClock().wallMs());
    if (!run || !own) return;
    store::storeMeasurement(*run, *own);
    const std::string line = fmt::format("stored in {}", run->measurements().string());
    if (flags.json) return tellLine(line);
    sayLine(line);
}

std::string importedText(const std::string& name) {
    if (name != "-") return readFile(name, speed::mostDeviceText);
    std::string text(speed::mostDeviceText + 1, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::cin.gcount()));
    if (text.size() <= speed::mostDeviceText) return text;
    throw Error(Text::of("standard input"), Text::of("holds more than {} bytes", speed::mostDeviceText),
                Text::of("Give the lines that the device printed, and nothing else."));
}

/// What a device printed is kept with the run whose network it is.
int importDevice(const BenchFlags& flags) {
    if (flags.run.empty())
        throw UsageError("--import", Text::of("the run that was measured is not named"),
                         Text::of("Give its folder before --import."));
    if (flags.device.empty())
        throw UsageError("--device", Text::of("the device is not named"),
                         Text::of("Give its name, such as --device \"STM32F407 at 168 MHz\"."));
    const std::string weights = weightsOf(flags);
    const std::optional<store::RunFolder> run = store::runOfWeights(weights);
    if (!run)
        throw Error(flags.run, Text::of("is no folder of a run"), Text::of("Name the folder of a run."));
    const auto measured =
        speed::devicesFromLines(importedText(flags.import), flags.device, session::SystemClock().wallMs(),
                                flags.import == "-" ? "standard input" : flags.import);
    store::storeDevices(*run, measured);
    if (flags.json) {
        nlohmann::json list = nlohmann::json::array();
        for (const run::DeviceMeasurement& m : measured) list.push_back(run::deviceToJson(m));
        sayJson({{"devices", std::move(list)}});
    } else {
        for (const run::DeviceMeasurement& m : measured) sayLine(view::deviceWords(m).english());
    }
    tell("stored in {}", run->devices().string());
    return 0;
}

int runBench(const BenchFlags& flags) {
    if (!flags.import.empty()) return importDevice(flags);
    if (!flags.device.empty())
        throw UsageError("--device", Text::of("nothing is imported"),
                         Text::of("Give --import with the file that holds what the device printed."));
    const speed::Report report = speed::measure(requestOf(flags));
    // With --json the tables are for the eye and the one line on standard output is for a program.
    (flags.json ? tellLines : sayLines)(speed::reportText(report));
    if (flags.json) sayJson(speed::reportJson(report));
    storeOwn(report, flags);
    return 0;
}

}  // namespace

void addBench(CLI::App& app, BenchFlags& flags, std::function<int()>& chosen) {
    CLI::App* command =
        app.add_subcommand("bench", "Measure what pruning buys on this machine: training, inference, bytes");
    command->add_option("RUN", flags.run,
                        "Folder of a run: measures its model at its own sparsity, as --weights does");
    const auto option = [command](const char* flag, std::string& value, const char* help) {
        command->add_option(flag, value, help)->take_last();
    };
    option("--model", flags.model, "Network by name, see `models`, or a JSON file; lenet-5 without it");
    option("--weights", flags.weights,
           "Weights file of a run, its final.weights: measures that model at its own sparsity, then at those "
           "of --sparsity");
    option("--sparsity", flags.sparsities,
           "Sparsities to measure, such as 0,0.5,0.95; without it 0,0.5,0.7,0.8,0.9,0.95,0.98");
    option("--threads", flags.threads, "Processor threads; all without it");
    option("--batch", flags.batch, "Samples per step and pass, 1 to 4096; 128 without it");
    option("--seconds", flags.seconds, "Time for each sparsity, about; 1 without it");
    option("--callers", flags.callers,
           "Numbers of callers that ask the runtime at once, such as 1,2,4; of a run's own model");
    option("--import", flags.import,
           "File with what the NAME_bench.c of exported C source printed on a device, - for standard input: "
           "nothing is measured, and the figures are kept with RUN");
    option("--device", flags.device, "What that device is called, such as \"STM32F407 at 168 MHz\"");
    command->add_flag("--json", flags.json,
                      "One line of JSON on standard output, and the tables on standard error");
    command->add_flag("--no-store", flags.noStore,
                      "Leaves the run's folder as it is; without it what was measured with --weights is kept "
                      "there, in measurement.json");
    command->callback([&] { chosen = [&flags] { return runBench(flags); }; });
}

}  // namespace prunescope::cli
