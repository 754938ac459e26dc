#include "ui/app/program_options.h"

#include "base/error.h"

#include <QCommandLineParser>
#include <algorithm>

namespace prunescope::ui {
namespace {

class Parser {
public:
    Parser() {
        parser_.setApplicationDescription(
            QStringLiteral("Prunes neural networks while they train.\n\n"
                           "Exit status: 0 done as asked; 1 failed; 2 a wrong request; 130, 143 or 129 ended "
                           "by SIGINT, SIGTERM or SIGHUP, with the run saved."));
        parser_.addHelpOption();
        parser_.addVersionOption();
        diagnosis_.setFlags(QCommandLineOption::HiddenFromHelp);
        parser_.addOptions({workspace_, start_, diagnosis_});
        parser_.addPositionalArgument(QStringLiteral("run"), QStringLiteral("A run folder to open."),
                                      QStringLiteral("[run]"));
    }

    ProgramOptions options(const QStringList& arguments) {
        if (!parser_.parse(arguments)) throw refusal(parser_.errorText());
        ProgramOptions options;
        if (parser_.isSet(workspace_)) options.workspace = folder(parser_.value(workspace_), "--workspace");
        options.start = parser_.isSet(start_);
        options.diagnosis = parser_.value(diagnosis_);
        const QStringList runs = parser_.positionalArguments();
        if (runs.size() > 1) throw refusal(QStringLiteral("One run can be opened, not several."));
        if (!runs.isEmpty()) options.open = folder(runs.front(), "run");
        return options;
    }

    QString text(const QStringList& arguments) {
        parser_.parse(arguments);
        if (parser_.isSet(QStringLiteral("version"))) {
            return QCoreApplication::applicationName() + QLatin1Char(' ') +
                   QCoreApplication::applicationVersion() + QLatin1Char('\n');
        }
        return parser_.helpText();
    }

private:
    static UsageError refusal(const QString& problem) {
        std::string text = problem.toStdString();
        if (text.ends_with('.')) text.pop_back();
        return {"", text, Text::of("`prunescope --help` lists what can be asked for.")};
    }

    /// An empty name is a slip, such as an unset variable in a script, and never means the default.
    static std::filesystem::path folder(const QString& name, const char* where) {
        if (name.isEmpty())
            throw UsageError(where, Text::of("is empty"), Text::of("Name a folder, or leave it out."));
        return name.toStdString();
    }

    QCommandLineParser parser_;
    QCommandLineOption workspace_{QStringLiteral("workspace"), QStringLiteral("Folder of the runs."),
                                  QStringLiteral("folder")};
    QCommandLineOption start_{QStringLiteral("start"), QStringLiteral("Start the experiment at once.")};
    QCommandLineOption diagnosis_{QStringLiteral("diagnose"),
                                  QStringLiteral("Write the event loop's delays here at the end."),
                                  QStringLiteral("file")};
};

}  // namespace

ProgramOptions programOptions(const QStringList& arguments) {
    return Parser().options(arguments);
}

bool asksForText(const QStringList& arguments) {
    static const QStringList texts{QStringLiteral("--help"), QStringLiteral("-h"),
                                   QStringLiteral("--help-all"), QStringLiteral("--version"),
                                   QStringLiteral("-v")};
    const auto end = std::find(arguments.begin(), arguments.end(), QStringLiteral("--"));
    return std::any_of(arguments.begin(), end, [&](const QString& a) { return texts.contains(a); });
}

QString askedText(const QCoreApplication& application) {
    return Parser().text(application.arguments());
}

}  // namespace prunescope::ui
