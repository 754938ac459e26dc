// prunescope-report: the report on paper and in the window's languages, for prunescope-cli. It needs no
// display.

#include "base/clean_text.h"
#include "base/error.h"
#include "base/signals.h"
#include "base/suggest.h"
#include "ui/report/export_job.h"
#include "ui/support/language.h"
#include "workspace/run_report.h"
#include "workspace/test_pictures.h"

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <algorithm>
#include <cstdio>

using namespace prunescope;

namespace {

/// As the program that was called says it.
void tell(const std::string& message) {
    std::fprintf(stderr, "prunescope-cli: %s\n", terminalLine(message).c_str());
}

void say(const std::filesystem::path& file) {
    const std::string line = terminalLine(file.string()) + "\n";
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size() || std::fflush(stdout) != 0)
        throw Error("standard output", Text::of("cannot be written"), {});
}

/// A path as it was typed: its bytes.
std::filesystem::path pathOf(const QString& argument) {
    return QFile::encodeName(argument).toStdString();
}

void choose(ui::Language& language, const QString& code) {
    std::vector<std::string> known;
    for (const ui::Language::Offer& offer : language.offered()) known.push_back(offer.code.toStdString());
    if (std::find(known.begin(), known.end(), code.toStdString()) == known.end())
        throw unknownName("unknown language '{}'", code.toStdString(), known, "--language");
    language.choose(code);
}

int writeReports(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("RUN"), {});
    const auto option = [&](const char* name) {
        const QCommandLineOption added(QString::fromLatin1(name), {}, QString::fromLatin1(name));
        parser.addOption(added);
        return added;
    };
    const QCommandLineOption out = option("out");
    const QCommandLineOption reference = option("reference");
    const QCommandLineOption pdf = option("pdf");
    QCommandLineOption code = option("language");
    if (!parser.parse(arguments) || parser.positionalArguments().size() != 1)
        throw UsageError("prunescope-report", Text::of("expected RUN and its options"),
                         Text::of("See `prunescope-cli report --help`."));
    ui::Language language;
    choose(language, parser.isSet(code) ? parser.value(code) : QStringLiteral("en"));

    const store::RunFolder run(pathOf(parser.positionalArguments().front()));
    report::ReportInput input = workspace::readReportInput(run);
    if (parser.isSet(reference))
        workspace::addReference(input, store::RunFolder(pathOf(parser.value(reference))));
    workspace::addPictures(input);
    const ui::ReportPlaces wanted{.pdf = pathOf(parser.value(pdf)),
                                  .pages = parser.isSet(out) ? pathOf(parser.value(out)) : run.report()};
    const ui::ReportPlaces written = ui::writeReportFiles(input, ui::PdfReport(input), wanted);
    say(written.pages / "index.html");
    if (!written.pdf.empty()) say(written.pdf);
    const std::vector<Text> missing = workspace::whatIsMissing(input, written.pages);
    for (const Text& line : missing) tell(line.english());
    return missing.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    prepareProcess();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt says of a session that is not there is no answer to anybody.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    try {
        const QGuiApplication application(argc, argv);
        return writeReports(QGuiApplication::arguments());
    } catch (const UsageError& error) {
        tell(error.what());
        return 2;
    } catch (const std::exception& error) {
        tell(error.what());
        return 1;
    }
}
