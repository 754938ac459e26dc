// prunescope-cli: the engine without a screen.

#include "base/error.h"
#include "base/signals.h"
#include "cli/audit_commands.h"
#include "cli/bench_command.h"
#include "cli/branch_command.h"
#include "cli/commands.h"
#include "cli/export_command.h"
#include "cli/manual.h"
#include "cli/network_command.h"
#include "cli/output.h"
#include "cli/predict_command.h"
#include "cli/resume_command.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <functional>
#include <sstream>

namespace prunescope::cli {
namespace {

constexpr const char* exitStatuses =
    "Exit status:\n"
    "  0              done as asked\n"
    "  1              failed, in whole or in part; standard error says why\n"
    "  2              a request that cannot be carried out as it stands\n"
    "  130, 143, 129  stopped by SIGINT (Ctrl-C), SIGTERM or SIGHUP: the run until then and its weights\n"
    "                 are saved";

/// An empty name is a slip, such as an unset variable in a script, and never means the default.
std::string refuseEmpty(const std::string& value) {
    return value.empty() ? "is empty. Name a file or folder, or leave it out" : "";
}

/// Adds an option, or an argument, that names a file or folder.
CLI::Option* addPath(CLI::App& command, const std::string& name, std::string& path, const std::string& help) {
    return command.add_option(name, path, help)->check(refuseEmpty);
}

/// A flag that stands for one --set; given again, the last one counts.
void addSetting(CLI::App& command, TrainFlags& flags, const std::string& flag, const std::string& key,
                const std::string& help) {
    command
        .add_option_function<std::string>(
            flag,
            [&flags, flag, key](const std::string& value) {
                flags.settings.push_back({flag, key, value});
            },
            help)
        ->take_last();
}

void addTrain(CLI::App& app, TrainFlags& flags, std::function<int()>& chosen) {
    CLI::App* command = app.add_subcommand("train", "Train and prune a network");
    addPath(*command, "--config", flags.config, "Configuration file, such as the config.json of a run");
    addSetting(*command, flags, "--dataset", "dataset", "Data set by name, see `datasets`");
    addSetting(*command, flags, "--data-dir", "data_dir", "Folder with the data set's files");
    addSetting(*command, flags, "--model", "model",
               "Network by name, see `models`, or a file: JSON, or ONNX with its weights");
    addSetting(*command, flags, "--weights", "start.weights",
               "Weights to start from: a file of the same network, or new for those that the seed draws");
    addSetting(*command, flags, "--method", "method", "Pruning method by name, see `methods`");
    addSetting(*command, flags, "--sparsity", "schedule.target",
               "Share of the prunable weights to cut, from 0 to below 1");
    addSetting(*command, flags, "--budgets", "pruning.layers",
               "Most of a layer that may be cut, as LAYER=SHARE such as conv1=0,fc1=90%; 0 never cuts it");
    addSetting(*command, flags, "--epochs", "epochs", "Passes over the training samples");
    addSetting(*command, flags, "--batch", "batch", "Samples per step");
    addSetting(*command, flags, "--lr", "optimizer.learning_rate", "Largest learning rate");
    addSetting(*command, flags, "--seed", "seed", "Start of all random numbers");
    addSetting(*command, flags, "--threads", "threads", "Processor threads; 0 takes all");
    command->add_option_function<std::vector<std::string>>(
        "--set",
        [&flags](const std::vector<std::string>& list) {
            for (const std::string& text : list) flags.settings.push_back(settingOf(text));
        },
        "Any option as KEY=VALUE, such as schedule.shape=linear or method.z=2; may be given again");
    addPath(*command, "--out", flags.out, "Folder of the run; it must not hold one");
    command->add_flag("--resume", flags.resume,
                      "Go on with the run that --out holds, if there is one of the same configuration");
    command->add_flag("--json", flags.json, "End with one line of JSON on standard output");
    command->callback([&] { chosen = [&flags] { return train(trainRequest(flags)); }; });
}

struct RunArguments {
    std::string workspace;
    std::string run;
    ReportRequest report;
};

void addRunCommands(CLI::App& app, RunArguments& a, std::function<int()>& chosen) {
    CLI::App* list = app.add_subcommand("list", "List the runs of a workspace");
    addPath(*list, "WORKSPACE", a.workspace, "Folder of run folders");
    list->callback([&] { chosen = [&a] { return listRuns(a.workspace); }; });
    CLI::App* show = app.add_subcommand("show", "Show one run");
    addPath(*show, "RUN", a.run, "Folder of the run")->required();
    show->callback([&] { chosen = [&a] { return showRun(a.run); }; });
    CLI::App* report = app.add_subcommand("report", "Write the report of a run");
    addPath(*report, "RUN", a.report.run, "Folder of the run")->required();
    addPath(*report, "--out", a.report.out, "Folder of the report; the run's own without it");
    addPath(*report, "--reference", a.report.reference, "Folder of a dense run to compare with");
    addPath(*report, "--pdf", a.report.pdf, "File for the report on paper, besides");
    report->add_option("--language", a.report.language, "Language of page and paper: en or ja (default: en)");
    report->callback([&] { chosen = [&a] { return reportRun(a.report); }; });
}

void addLists(CLI::App& app, bool& json, std::function<int()>& chosen) {
    for (const ListCommand& list : listCommands()) {
        CLI::App* command = app.add_subcommand(list.name, list.help);
        command->add_flag("--json", json, "As JSON, with every option in full");
        command->callback([&list, &json, &chosen] { chosen = [&list, &json] { return list.run(json); }; });
    }
}

/// Help and version are answers like any other; the rest is a wrong request.
int answer(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() != 0) {
        tell("prunescope-cli: {}", error.what());
        tell("Run with --help for more information.");
        return 2;
    }
    std::ostringstream text;
    app.exit(error, text);
    sayLines(text.str());
    return 0;
}

int runProgram(int argc, char** argv) {
    CLI::App app("Prunescope: prune neural networks while they train");
    app.require_subcommand(1);
    app.set_version_flag("--version", PRUNESCOPE_VERSION);
    app.footer(exitStatuses);
    TrainFlags flags;
    ResumeFlags resumeFlags;
    BranchFlags branchFlags;
    RunArguments arguments;
    BenchFlags benchFlags;
    ExportFlags exportFlags;
    PredictFlags predictFlags;
    NetworkFlags networkFlags;
    AuditFlags auditFlags;
    bool listAsJson = false;
    std::function<int()> chosen;
    addTrain(app, flags, chosen);
    addResume(app, resumeFlags, chosen);
    addBranch(app, branchFlags, chosen);
    addRunCommands(app, arguments, chosen);
    addExport(app, exportFlags, chosen);
    addPredict(app, predictFlags, chosen);
    addBench(app, benchFlags, chosen);
    addNetwork(app, networkFlags, chosen);
    addAudit(app, auditFlags, chosen);
    addLists(app, listAsJson, chosen);
    addManual(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return answer(app, e);
    }
    return chosen();
}

}  // namespace
}  // namespace prunescope::cli

int main(int argc, char** argv) {
    using namespace prunescope;
    prepareProcess();
    try {
        const int status = cli::runProgram(argc, argv);
        cli::finishOutput();
        return status;
    } catch (const UsageError& e) {
        cli::tell("prunescope-cli: {}", e.what());
        return 2;
    } catch (const std::bad_alloc&) {
        cli::tell("prunescope-cli: there is not enough memory. Choose a smaller network or batch.");
    } catch (const std::exception& e) {
        cli::tell("prunescope-cli: {}", e.what());
    }
    return 1;
}
