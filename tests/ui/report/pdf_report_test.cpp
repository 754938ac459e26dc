#include "ui/report/pdf_report.h"

#include "base/error.h"
#include "report/summary.h"
#include "report/text.h"
#include "report/tiny_numbers.h"
#include "support/demo_run.h"
#include "support/temporary_folder.h"
#include "view/number_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <filesystem>
#include <fstream>

namespace prunescope::ui {
namespace {

/// What a program prints; fails the test when it fails.
QString outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    EXPECT_TRUE(process.waitForFinished(60'000)) << program.toStdString();
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// One space for any white space, so that line breaks of the layout do not matter.
std::string flat(const QString& text) {
    return text.simplified().toStdString();
}

/// The same of a text of the engine, whose spaces before a unit do not break.
std::string flat(const std::string& text) {
    return flat(QString::fromStdString(text));
}

/// A report as another program reads it.
class Printed {
public:
    explicit Printed(const report::ReportInput& input) {
        const QString path = QString::fromStdString((folder_ / "report.pdf").string());
        writePdfReport(input, path);
        text_ = outputOf(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
        fonts_ = outputOf(QStringLiteral("pdffonts"), {path});
        facts_ = outputOf(QStringLiteral("pdfinfo"), {path});
    }
    /// A form feed ends each page.
    QStringList pages() const {
        QStringList pages = text_.split(QLatin1Char('\f'));
        pages.removeLast();
        return pages;
    }
    QString raw() const { return text_; }
    std::string all() const { return flat(text_); }
    std::string pageOne() const { return flat(pages().front()); }
    QStringList fontLines() const {
        QStringList lines = fonts_.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        lines.erase(lines.begin(), lines.begin() + 2);  // The header and the rule below it.
        return lines;
    }
    QString facts() const { return facts_; }

private:
    test::TemporaryFolder folder_;
    QString text_;
    QString fonts_;
    QString facts_;
};

report::ReportInput demoInput(const test::DemoOptions& options = {}) {
    report::ReportInput input;
    input.runId = "2026-01-01_000000_fashion-mnist_lenet-5_map_95";
    input.record = test::demoRun(options);
    input.writtenMs = 1'767'312'000'000;  // 2026-01-02 00:00 UTC
    return input;
}

test::DemoOptions shortRun() {
    test::DemoOptions options;
    options.epochs = 3;
    options.stepsPerEpoch = 100;
    return options;
}

using ::testing::HasSubstr;

TEST(PdfReport, HasRunIdDateAndPageNumberOnEveryPage) {
    const Printed printed(demoInput());
    const QStringList pages = printed.pages();
    ASSERT_GE(pages.size(), 5);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const std::string page = flat(pages[i]);
        EXPECT_THAT(page, HasSubstr("2026-01-01_000000_fashion-mnist_lenet-5_map_95")) << i;
        EXPECT_THAT(page, HasSubstr("2026-01-02 00:00:00 UTC")) << i;
        EXPECT_THAT(page, HasSubstr("Page " + std::to_string(i + 1) + " of " + std::to_string(pages.size())))
            << i;
    }
}

TEST(PdfReport, IsOnA4AndEmbedsEveryFont) {
    report::ReportInput input = demoInput(shortRun());
    input.record.header.dataset.classNames.front() = "長袖シャツ";
    const Printed printed(input);
    EXPECT_TRUE(printed.facts().contains(QStringLiteral("(A4)"))) << printed.facts().toStdString();
    ASSERT_GE(printed.fontLines().size(), 3) << "a plain, a bold and a Japanese font";
    // name  type  encoding  emb sub uni  object ID
    const QRegularExpression embedded(QStringLiteral("\\s(yes|no) +(yes|no) +(yes|no) +\\d+ +\\d+$"));
    for (const QString& line : printed.fontLines()) {
        const auto match = embedded.match(line);
        ASSERT_TRUE(match.hasMatch()) << line.toStdString();
        EXPECT_EQ(match.captured(1), QStringLiteral("yes")) << line.toStdString();
    }
}

TEST(PdfReport, KeepsJapaneseNamesReadable) {
    report::ReportInput input = demoInput(shortRun());
    input.runId = "実験42";
    input.record.header.dataset.classNames[6] = "長袖シャツ";
    const Printed printed(input);
    EXPECT_THAT(printed.all(), HasSubstr("長袖シャツ"));
    for (const QString& page : printed.pages()) EXPECT_THAT(flat(page), HasSubstr("実験42"));
}

TEST(PdfReport, IsFoundByASearch) {
    report::ReportInput input = demoInput(shortRun());
    // Their shapes serve as radicals too, and "fi" may be joined.
    input.record.header.dataset.classNames[1] = "一日人長見馬";
    const QString page = Printed(input).raw();
    EXPECT_TRUE(page.contains(QStringLiteral("一日人長見馬")));
    EXPECT_TRUE(page.contains(QStringLiteral("State: finished.")));
    EXPECT_FALSE(page.contains(QLatin1Char('\t')));
}

TEST(PdfReport, SaysOnPageOneWhatTheSummarySays) {
    const report::ReportInput input = demoInput();
    const report::Summary summary = report::summarise(input);
    const std::string page = Printed(input).pageOne();
    EXPECT_THAT(page, HasSubstr(flat(summary.verdict.english())));
    EXPECT_THAT(page, HasSubstr(flat(summary.stateText.english())));
    const report::SizeSummary& size = summary.size;
    const report::ResultSummary& result = summary.result;
    ASSERT_TRUE(size.requested && result.final && result.before && result.best && summary.imagesPerSecond);
    EXPECT_THAT(page, HasSubstr("requested " + flat(view::percentText(*size.requested))));
    for (const std::string& figure :
         {view::percentText(size.sparsityPrunable), view::percentText(result.final->accuracy),
          view::percentText(result.before->accuracy), view::percentText(result.best->accuracy),
          view::percentText(result.final->macroF1), view::countText(size.parameters - size.pruned),
          view::countText(size.parameters), view::bytesText(static_cast<double>(size.sparseBytes)),
          view::bytesText(static_cast<double>(size.denseBytes)), view::percentText(size.macsShare()),
          view::countText(size.macs), report::fixedText(*summary.imagesPerSecond, 0) + " samples/s",
          view::durationText(summary.processMs)}) {
        EXPECT_THAT(page, HasSubstr(flat(figure)));
    }
}

TEST(PdfReport, ShowsTheImagesThatOnlyThePrunedNetworkGetsWrong) {
    test::DemoOptions options;
    options.epochs = 10;
    options.stepsPerEpoch = 100;
    report::ReportInput input = demoInput(options);
    const std::vector<view::Flip> wanted = report::picturesWanted(input);
    ASSERT_GE(wanted.size(), 2U);
    input.pictures = report::TestPictures{};
    const std::vector<std::uint8_t> pixels(28 * 28, 128);
    input.pictures->pictures = {
        {wanted[0].image, {.width = 28, .height = 28, .channels = 1, .pixels = pixels}},
        {wanted[1].image, {.width = 14, .height = 14, .channels = 4, .pixels = pixels}}};
    const std::string paper = Printed(input).all();
    EXPECT_THAT(paper, HasSubstr("Who is hurt"));
    EXPECT_THAT(paper, HasSubstr("sample " + view::countText(static_cast<std::int64_t>(wanted[0].image))));
    EXPECT_THAT(paper, HasSubstr("sample " + view::countText(static_cast<std::int64_t>(wanted[1].image))));
}

TEST(PdfReport, BreaksNoNumberFromItsUnit) {
    report::ReportInput input{"numbers", report::test::tinyNumbers()};
    input.record.header.dataset.target->unit = "kWh/t";
    report::ReferenceRun dense{"a-dense-run", report::test::tinyNumbers()};
    input.reference = dense;
    const QString raw = Printed(input).raw();
    EXPECT_TRUE(raw.contains(QRegularExpression(QStringLiteral("2\\.196[ \u00A0]kWh/t"))));
    // In a table of ten columns a line may break behind a decimal point.
    EXPECT_FALSE(raw.contains(QRegularExpression(QStringLiteral("\n\\d+\\.\n"))))
        << "the beginning of a number that was broken";
}

TEST(PdfReport, SaysFirstWhatDiffersFromThePlan) {
    report::ReportInput input = demoInput();
    const std::string page = Printed(input).pageOne();
    EXPECT_THAT(page, HasSubstr("differs from the plan"));
    EXPECT_LT(page.find("differs from the plan"), page.find("Sparsity, prunable"));
    EXPECT_THAT(page, testing::Not(HasSubstr("as planned")));
}

TEST(PdfReport, ShortensALongNameInItsMiddleAndKeepsItReadable) {
    report::ReportInput input = demoInput(shortRun());
    input.runId = "begin-" + std::string(240, 'x') + "-end";
    const QStringList pages = Printed(input).pages();
    ASSERT_GE(pages.size(), 2);
    const QString head = pages[1].left(200);
    EXPECT_TRUE(head.contains(QStringLiteral("begin-"))) << head.toStdString();
    EXPECT_TRUE(head.contains(QStringLiteral("-end"))) << head.toStdString();
    EXPECT_FALSE(head.contains(QString(240, QLatin1Char('x')))) << head.toStdString();
    const paper::Ink ink{.points = 7.5};
    const QString name(300, QLatin1Char('x'));
    EXPECT_LE(paper::textWidth(paper::shortened(name, ink, paper::pt(200)), ink), paper::pt(200));
    EXPECT_EQ(paper::shortened(QStringLiteral("short"), ink, paper::pt(200)), QStringLiteral("short"));
}

TEST(PdfReport, OfARecordThatCannotBeReadSaysSoAndInventsNothing) {
    report::ReportInput input = demoInput(shortRun());
    input.record.header.network = {};
    input.record.samples.clear();
    input.record.layerStatistics.clear();
    input.record.outcome = {};
    input.problems = {Text("network of the run: the file is damaged")};
    const std::string text = Printed(input).all();
    EXPECT_THAT(text, HasSubstr("The record of this run cannot be read."));
    for (const char* lie : {"none of", "is dense", "0 of 0", "not a number"})
        EXPECT_THAT(text, testing::Not(HasSubstr(lie))) << lie;
}

TEST(PdfReport, NamesEveryEditWithWhoAndWhy) {
    const std::string text = Printed(demoInput()).all();
    EXPECT_THAT(text, HasSubstr("schedule edited"));
    EXPECT_THAT(text, HasSubstr("user"));
    EXPECT_THAT(text, HasSubstr("step 5,160"));
    EXPECT_THAT(text, HasSubstr("asked for"));
}

TEST(PdfReport, HoldsEveryClassLayerFileAndOrigin) {
    report::ReportInput input = demoInput(shortRun());
    input.weights = report::WeightsEvidence{"final.weights", 1234567, std::string(64, 'a')};
    const report::Summary summary = report::summarise(input);
    // Sums of files may be broken over lines.
    QString joined = QString::fromStdString(Printed(input).all());
    const std::string text = joined.toStdString();
    const std::string unspaced = joined.remove(QLatin1Char(' ')).toStdString();
    for (const auto& c : summary.result.classes) EXPECT_THAT(text, HasSubstr(c.name));
    for (const auto& layer : summary.layers) EXPECT_THAT(text, HasSubstr(view::countText(layer.kept)));
    ASSERT_FALSE(input.record.header.dataset.files.empty());
    for (const auto& file : input.record.header.dataset.files) EXPECT_THAT(unspaced, HasSubstr(file.sha256));
    EXPECT_THAT(unspaced, HasSubstr(std::string(64, 'a')));
    EXPECT_THAT(text, HasSubstr("1,234,567"));
    for (std::size_t i = 1; i <= summary.origins.size(); ++i) {
        EXPECT_THAT(text, HasSubstr("[" + std::to_string(i) + "]"));
    }
    EXPECT_THAT(text, HasSubstr("Prepared by"));
    EXPECT_THAT(text, HasSubstr("Reviewed by"));
}

TEST(PdfReport, RepeatsTheHeaderOfATableOnEveryPageItRunsOver) {
    test::DemoOptions options = shortRun();
    options.residualLayers = 120;
    const report::ReportInput input = demoInput(options);
    int headed = 0;
    for (const QString& page : Printed(input).pages()) {
        if (!page.contains(QStringLiteral("3×3"))) continue;  // Shapes stand in that table alone.
        EXPECT_TRUE(page.contains(QStringLiteral("Revived"))) << page.toStdString();
        ++headed;
    }
    EXPECT_GE(headed, 2) << "120 layers do not fit on one page";
}

TEST(PdfReport, KeepsTheWholeOfATextThatIsHigherThanAPage) {
    report::ReportInput input = demoInput(shortRun());
    std::string reason;
    for (int i = 0; i < 2000; ++i) reason += "w" + std::to_string(10'000 + i) + " ";
    input.record.events.front().reason = reason;
    const std::string text = Printed(input).all();
    for (const char* word : {"w10000", "w10500", "w11000", "w11500", "w11999"}) {
        EXPECT_THAT(text, HasSubstr(word));
    }
}

TEST(PdfReport, IsMadeOfARunWithoutEvaluations) {
    report::ReportInput input = demoInput(shortRun());
    input.record.evaluations.clear();
    const Printed printed(input);
    EXPECT_THAT(printed.pageOne(), HasSubstr("not measured"));
    EXPECT_THAT(printed.all(), HasSubstr("No test evaluation was recorded"));
}

TEST(PdfReport, IsMadeOfAKilledRun) {
    report::ReportInput input = demoInput();
    input.record = test::killedAt(input.record, 2000);
    const report::Summary summary = report::summarise(input);
    const std::string page = Printed(input).pageOne();
    EXPECT_THAT(page, HasSubstr("no end is recorded"));
    EXPECT_THAT(page, HasSubstr(flat(summary.verdict.english())));
}

TEST(PdfReport, IsMadeOfARunThatHasNoStep) {
    report::ReportInput input = demoInput(shortRun());
    input.record = test::killedAt(input.record, -1);
    EXPECT_THAT(Printed(input).all(), HasSubstr("No step was recorded"));
}

TEST(PdfReport, IsMadeOfADenseRun) {
    test::DemoOptions options = shortRun();
    options.dense = true;
    EXPECT_THAT(Printed(demoInput(options)).all(), HasSubstr("The run is dense"));
}

TEST(PdfReport, LeavesNothingBehindWhereItCannotBeWritten) {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder / "plain";
    std::ofstream(file) << "here before";
    const report::ReportInput input = demoInput(shortRun());
    // A file in the place of the folder: no one may write there, whoever runs the test.
    EXPECT_THROW(writePdfReport(input, QString::fromStdString((file / "report.pdf").string())), Error);
    EXPECT_THROW(writePdfReport(input, QString::fromStdString((folder / "missing" / "report.pdf").string())),
                 Error);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

}  // namespace
}  // namespace prunescope::ui
