// prunescope-cli: the engine without a screen. Exit status 0 for success, 1 for failure, 2 for a wrong
// request.

#include "base/error.h"
#include "cli/bench_command.h"
#include "cli/commands.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <functional>

namespace prunescope::cli {
namespace {

/// A flag that stands for one --set; given again, the last one counts.
void addSetting(CLI::App& command, TrainFlags& flags, const std::string& flag, const std::string& key,
                const std::string& help) {
    command
        .add_option_function<std::string>(
            flag, [&flags, key](const std::string& value) { flags.settings.push_back(key + "=" + value); },
            help)
        ->take_last();
}

void addTrain(CLI::App& app, TrainFlags& flags, std::function<int()>& chosen) {
    CLI::App* command = app.add_subcommand("train", "Train and prune a network");
    command->add_option("--config", flags.config, "Configuration file, such as the config.json of a run");
    addSetting(*command, flags, "--dataset", "dataset", "Data set by name, see `datasets`");
    addSetting(*command, flags, "--data-dir", "data_dir", "Folder with the data set's files");
    addSetting(*command, flags, "--model", "model", "Network by name, see `models`");
    addSetting(*command, flags, "--method", "method", "Pruning method by name, see `methods`");
    addSetting(*command, flags, "--sparsity", "schedule.target",
               "Share of the prunable weights to cut, from 0 to below 1");
    addSetting(*command, flags, "--epochs", "epochs", "Passes over the training images");
    addSetting(*command, flags, "--batch", "batch", "Images per step");
    addSetting(*command, flags, "--lr", "optimizer.learning_rate", "Largest learning rate");
    addSetting(*command, flags, "--seed", "seed", "Start of all random numbers");
    addSetting(*command, flags, "--threads", "threads", "Processor threads; 0 takes all");
    command->add_option_function<std::vector<std::string>>(
        "--set",
        [&flags](const std::vector<std::string>& list) {
            flags.settings.insert(flags.settings.end(), list.begin(), list.end());
        },
        "Any option as KEY=VALUE, such as schedule.shape=linear or method.z=2; may be given again");
    command->add_option("--out", flags.out, "Folder of the run; it must not hold one");
    command->add_flag("--json", flags.json, "End with one line of JSON on standard output");
    command->callback([&] { chosen = [&flags] { return train(trainRequest(flags)); }; });
}

struct RunArguments {
    std::string workspace;
    std::string run;
    std::string out;
    std::string reference;
};

void addRunCommands(CLI::App& app, RunArguments& a, std::function<int()>& chosen) {
    CLI::App* list = app.add_subcommand("list", "List the runs of a workspace");
    list->add_option("WORKSPACE", a.workspace, "Folder of run folders");
    list->callback([&] {
        chosen = [&a] {
            return listRuns(a.workspace.empty() ? defaultWorkspace() : std::filesystem::path(a.workspace));
        };
    });
    CLI::App* show = app.add_subcommand("show", "Show one run");
    show->add_option("RUN", a.run, "Folder of the run")->required();
    show->callback([&] { chosen = [&a] { return showRun(a.run); }; });
    CLI::App* report = app.add_subcommand("report", "Write the report of a run");
    report->add_option("RUN", a.run, "Folder of the run")->required();
    report->add_option("--out", a.out, "Folder of the report; the run's own without it");
    report->add_option("--reference", a.reference, "Folder of a dense run to compare with");
    report->callback([&] { chosen = [&a] { return reportRun(a.run, a.out, a.reference); }; });
}

int runProgram(int argc, char** argv) {
    CLI::App app("Prunescope: prune neural networks while they train");
    app.require_subcommand(1);
    app.set_version_flag("--version", PRUNESCOPE_VERSION);
    TrainFlags flags;
    RunArguments arguments;
    BenchFlags benchFlags;
    std::function<int()> chosen;
    addTrain(app, flags, chosen);
    addRunCommands(app, arguments, chosen);
    addBench(app, benchFlags, chosen);
    app.add_subcommand("datasets", "List the data sets")->callback([&] { chosen = listDatasets; });
    app.add_subcommand("models", "List the networks")->callback([&] { chosen = listModels; });
    app.add_subcommand("methods", "List the pruning methods and their options")->callback([&] {
        chosen = listMethods;
    });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : 2;
    }
    return chosen();
}

}  // namespace
}  // namespace prunescope::cli

int main(int argc, char** argv) {
    using namespace prunescope;
    try {
        return cli::runProgram(argc, argv);
    } catch (const UsageError& e) {
        fmt::print(stderr, "prunescope-cli: {}\n", e.what());
        return 2;
    } catch (const std::bad_alloc&) {
        fmt::print(stderr,
                   "prunescope-cli: there is not enough memory. Choose a smaller network or batch.\n");
    } catch (const std::exception& e) {
        fmt::print(stderr, "prunescope-cli: {}\n", e.what());
    }
    return 1;
}
