// prunescope: the window. Whatever does not need one is answered without a display.

#include "base/clean_text.h"
#include "base/error.h"
#include "base/signals.h"
#include "base/user_folders.h"
#include "ui/app/end_on_signal.h"
#include "ui/app/event_loop_probe.h"
#include "ui/app/main_window.h"
#include "ui/app/missing_display.h"
#include "ui/app/program_options.h"
#include "ui/support/language.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <cstdio>
#include <memory>

using namespace prunescope;

namespace {

void nameTheProgram() {
    QCoreApplication::setApplicationName(QStringLiteral("prunescope"));
    QCoreApplication::setOrganizationName(QStringLiteral("prunescope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PRUNESCOPE_VERSION));
}

int fail(const std::string& message, int status) {
    std::fprintf(stderr, "prunescope: %s\n", terminalLine(message).c_str());
    return status;
}

/// --help and --version, on standard output.
int answerInText(int& argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QByteArray text = ui::askedText(application).toLocal8Bit();
    const bool written = std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout) ==
                             static_cast<std::size_t>(text.size()) &&
                         std::fflush(stdout) == 0;
    return written ? 0 : fail("standard output cannot be written", 1);
}

QStringList argumentsOf(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// Qt's own idea of a user's folders differs where the environment is odd: it takes the root for the home.
void settleTheFolders() {
    qputenv("HOME", QByteArray::fromStdString(homeFolder().string()));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                       QFile::decodeName(QByteArray::fromStdString(configFolder().string())));
}

int showTheWindow(const ui::ProgramOptions& options, const StopSignals& stopSignals) {
    QSettings settings;
    ui::Language language;
    language.choose(settings.value(QStringLiteral("language")).toString());
    ui::Theme theme;
    theme.choose(static_cast<ui::Theme::Choice>(settings.value(QStringLiteral("theme"), 0).toInt()));
    theme.applyTo(*qApp);

    const session::SystemClock clock;
    ui::RunController run(clock, options.workspace.empty() ? defaultWorkspace() : options.workspace);
    ui::MainWindow window(run, theme, language, settings);
    window.show();
    const ui::EndOnSignal atTheEnd(stopSignals, run);
    // The layout is remembered as at any other end.
    QObject::connect(&atTheEnd, &ui::EndOnSignal::ended, &window, &QWidget::close);
    if (!options.open.empty()) {
        run.open(options.open);
    } else {
        window.offerInterruptedRun();
        if (options.start) window.startExperiment();
    }
    std::unique_ptr<ui::EventLoopProbe> probe;
    if (!options.diagnosis.isEmpty()) {
        // Measured is what a user feels during a run: from its first step on, with the window already drawn.
        QObject::connect(&run, &ui::RunModel::historyGrew, &window, [&] {
            if (!probe) probe = std::make_unique<ui::EventLoopProbe>();
        });
    }
    const int status = QApplication::exec();
    if (probe) {
        QFile file(options.diagnosis);
        if (file.open(QIODevice::WriteOnly)) file.write(probe->report());
    }
    return atTheEnd.exitStatus(status);
}

std::unique_ptr<QApplication> connectedApplication(int& argc, char** argv) {
    const ui::MissingDisplay guard;
    return std::make_unique<QApplication>(argc, argv);
}

}  // namespace

int main(int argc, char** argv) {
    prepareProcess();
    nameTheProgram();
    if (ui::asksForText(argumentsOf(argc, argv))) return answerInText(argc, argv);
    try {
        settleTheFolders();
        const StopSignals stopSignals;
        const auto application = connectedApplication(argc, argv);
        return showTheWindow(ui::programOptions(application->arguments()), stopSignals);
    } catch (const UsageError& error) {
        return fail(error.what(), 2);
    } catch (const std::exception& error) {
        return fail(error.what(), 1);
    }
}
