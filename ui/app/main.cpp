#include "ui/app/event_loop_probe.h"
#include "ui/app/language.h"
#include "ui/app/main_window.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QStandardPaths>
#include <memory>

using namespace prunescope;

namespace {

std::filesystem::path defaultWorkspace() {
    return (QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
            QStringLiteral("/prunescope/runs"))
        .toStdString();
}

struct Options {
    std::filesystem::path workspace = defaultWorkspace();
    bool start = false;
    QString open;
    QString diagnosis;  ///< file for the event loop's delays; empty: not measured
};

Options parse(const QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Prunes neural networks while they train."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(QStringLiteral("workspace"), QStringLiteral("Folder of the runs."),
                                       QStringLiteral("folder"));
    const QCommandLineOption start(QStringLiteral("start"), QStringLiteral("Start the experiment at once."));
    QCommandLineOption diagnosis(QStringLiteral("diagnose"),
                                 QStringLiteral("Write the event loop's delays here at the end."),
                                 QStringLiteral("file"));
    diagnosis.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({workspace, start, diagnosis});
    parser.addPositionalArgument(QStringLiteral("run"), QStringLiteral("A run folder to open."),
                                 QStringLiteral("[run]"));
    parser.process(application);
    Options options;
    if (parser.isSet(workspace)) options.workspace = parser.value(workspace).toStdString();
    options.start = parser.isSet(start);
    options.diagnosis = parser.value(diagnosis);
    options.open = parser.positionalArguments().value(0);
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("prunescope"));
    QApplication::setOrganizationName(QStringLiteral("prunescope"));
    QApplication::setApplicationVersion(QStringLiteral(PRUNESCOPE_VERSION));
    const Options options = parse(application);

    QSettings settings;
    ui::Language language;
    language.choose(settings.value(QStringLiteral("language")).toString());
    ui::Theme theme;
    theme.choose(static_cast<ui::Theme::Choice>(settings.value(QStringLiteral("theme"), 0).toInt()));
    theme.applyTo(application);

    const session::SystemClock clock;
    ui::RunController run(clock, options.workspace);
    ui::MainWindow window(run, theme, language, settings);
    window.show();
    if (options.open.isEmpty()) window.offerInterruptedRun();
    if (!options.open.isEmpty()) {
        run.open(options.open.toStdString());
    } else if (options.start) {
        window.startExperiment();
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
    return status;
}
