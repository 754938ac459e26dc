#pragma once

#include "base/error.h"
#include "store/run_list.h"
#include "store/run_reader.h"
#include "ui/window/waiting.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <filesystem>
#include <optional>

namespace prunescope::test {

/// The program itself, in a process of its own, which starts a run: the default one, unless its settings
/// in the folder `config` remember another.
class RunningProgram {
public:
    RunningProgram(const std::filesystem::path& workspace, const std::filesystem::path& config,
                   const QStringList& more = {})
        : workspace_(workspace) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), QString::fromStdString(config.string()));
        process_.setProcessEnvironment(environment);
        process_.setProcessChannelMode(QProcess::ForwardedChannels);
        process_.start(QStringLiteral(PRUNESCOPE_PROGRAM),
                       QStringList{QStringLiteral("--start"), QStringLiteral("--workspace"),
                                   QString::fromStdString(workspace.string())} +
                           more);
        if (!process_.waitForStarted(60'000)) throw std::runtime_error("the program does not start");
    }
    ~RunningProgram() { kill(); }

    /// SIGKILL: it gets no chance to save anything.
    void kill() {
        process_.kill();
        process_.waitForFinished(-1);
    }
    /// Its exit status once it has ended of itself.
    int wait() {
        if (!process_.waitForFinished(240'000)) throw std::runtime_error("the program does not end");
        return process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
    }

    /// What it has recorded of its run until now; nothing while it is still preparing it.
    std::optional<store::ReadRun> record() {
        // Lets QProcess see an early end.
        if (process_.waitForFinished(0)) throw std::runtime_error("the program ended by itself");
        try {
            const auto runs = store::listRuns(workspace_);
            if (runs.size() != 1) return std::nullopt;
            runId_ = runs.front().id;
            return store::readRun(store::RunFolder(runs.front().folder));
        } catch (const Error&) {
            return std::nullopt;
        }
    }
    const std::string& runId() const { return runId_; }

private:
    std::filesystem::path workspace_;
    QProcess process_;
    std::string runId_;
};

}  // namespace prunescope::test
