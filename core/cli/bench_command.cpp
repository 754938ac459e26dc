#include "cli/bench_command.h"

#include "base/error.h"
#include "cli/output.h"
#include "parallel/thread_arena.h"
#include "session/clock.h"
#include "speed/measure.h"
#include "speed/own_measurement.h"
#include "speed/report_json.h"
#include "speed/report_text.h"
#include "speed/sparsity_text.h"
#include "store/measurement_file.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

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

speed::Request requestOf(const BenchFlags& flags) {
    speed::Request request;
    request.threads = parallel::machineThreads();
    if (!flags.model.empty() && !flags.weights.empty()) {
        throw UsageError("--model", Text::of("a weights file brings its own network"),
                         Text::of("Leave out --model, or --weights."));
    }
    if (!flags.model.empty()) request.model = flags.model;
    request.weights = flags.weights;
    if (!flags.weights.empty()) request.sparsities.clear();
    if (!flags.sparsities.empty()) request.sparsities = speed::sparsitiesFromText(flags.sparsities);
    if (!flags.threads.empty()) request.threads = numberOf<int>("--threads", flags.threads);
    if (!flags.batch.empty()) request.batch = numberOf<std::int64_t>("--batch", flags.batch);
    if (!flags.seconds.empty()) request.secondsPerSparsity = numberOf<double>("--seconds", flags.seconds);
    return request;
}

/// What was measured of a run's own model is kept with that run.
void storeOwn(const speed::Report& report, const BenchFlags& flags) {
    if (flags.noStore || flags.weights.empty()) return;
    const std::optional<store::RunFolder> run = store::runOfWeights(flags.weights);
    const auto own = speed::ownMeasurement(report, session::SystemClock().wallMs());
    if (!run || !own) return;
    store::storeMeasurement(*run, *own);
    const std::string line = fmt::format("stored in {}", run->measurements().string());
    if (flags.json) return tellLine(line);
    sayLine(line);
}

int runBench(const BenchFlags& flags) {
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
    option("--batch", flags.batch, "Images per step and pass, 1 to 4096; 128 without it");
    option("--seconds", flags.seconds, "Time for each sparsity, about; 1 without it");
    command->add_flag("--json", flags.json,
                      "One line of JSON on standard output, and the tables on standard error");
    command->add_flag("--no-store", flags.noStore,
                      "Leaves the run's folder as it is; without it what was measured with --weights is kept "
                      "there, in measurement.json");
    command->callback([&] { chosen = [&flags] { return runBench(flags); }; });
}

}  // namespace prunescope::cli
