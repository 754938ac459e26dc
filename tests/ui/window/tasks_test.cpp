// What people come for, each done in a real window with mouse and keyboard, in no more actions than stand
// here: an action is a click, a key, or a text that is typed.
#include "data/idx_fixtures.h"
#include "support/demo_run.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"
#include "support/write_record.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/redraw_queue.h"
#include "ui/experiment/experiment_page.h"
#include "ui/support/message_bar.h"
#include "ui/weights/weight_view.h"
#include "ui/window/real_window.h"

#include <gmock/gmock.h>

#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <optional>
#include <utility>

namespace prunescope::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;
using Stage = ui::RunModel::Stage;

class Tasks : public RealWindow {
protected:
    Tasks() {
        std::filesystem::create_directories(folder_ / "data");
        std::filesystem::create_directories(workspace());
        writeTinyMnist(folder_ / "data");
    }

    run::RunConfig small(const std::string& method) const {
        run::RunConfig config = smallRun(folder_ / "data", "lenet-5", 4);
        config.method = method;
        if (method == "dense") config.schedule = {.shape = "constant", .initial = 0, .target = 0};
        return config;
    }
    void train(const run::RunConfig& config) {
        const QString before = inWindow([&] { return run().runId(); });
        inWindow([&] { program_->run.start(config); });
        waitInWindow("the run begins", [&] { return run().runId() != before; });
        waitUntilFinished();
    }
    void waitUntilFinished() const {
        waitInWindow("the run finishes", [&] { return run().stage() == Stage::finished; });
    }
    void open(const std::filesystem::path& folder) {
        inWindow([&] { program_->run.open(folder); });
        waitInWindow("it is shown", [&] { return run().stage() == Stage::finished; });
    }
    void doneIn(int most) const { EXPECT_LE(hand_.actions(), most) << "actions"; }
    void waitForPage(int page) const {
        const auto& tabs = child<QTabWidget>("pages");
        waitInWindow("page " + std::to_string(page + 1), [&] { return tabs.currentIndex() == page; });
    }
    /// The box to tick in a cell, which stands at its left.
    static QPoint boxOf(const QAbstractItemView& table, int row, int column) {
        return inWindow([&] {
            const QRect cell = table.visualRect(table.model()->index(row, column));
            return table.viewport()->mapToGlobal(QPoint(cell.left() + 9, cell.center().y()));
        });
    }
    /// The dialog that is open now.
    const QWidget& dialog() const {
        waitInWindow("a dialog opens", [] {
            const QWidget* modal = QApplication::activeModalWidget();
            return modal != nullptr && modal->isActiveWindow();
        });
        return *inWindow([] { return QApplication::activeModalWidget(); });
    }
};

TEST_F(Tasks, ProtectALayer) {
    openWindow();
    inWindow([&] { program_->window->findChild<ui::StartPage*>()->fill(small("map")); });
    const auto& budgets = child<QTableView>("pruning.layers");
    waitInWindow("the layers are listed", [&] { return budgets.model()->rowCount() == 4; });
    constexpr int neverColumn = 2;
    hand_.forgetActions();
    hand_.click(boxOf(budgets, 0, neverColumn));
    hand_.click(child<QPushButton>("startButton"));
    doneIn(2);
    waitUntilFinished();
    EXPECT_EQ(inWindow([&] { return run().header()->config.pruning.layers; }),
              (std::map<std::string, double>{{"conv1", 0}}));
    const auto& layers = run().history().layers();
    EXPECT_EQ(inWindow([&] { return layers[0].sparsity.at(layers[0].sparsity.size() - 1); }), 0);
    EXPECT_GT(inWindow([&] { return layers[2].sparsity.at(layers[2].sparsity.size() - 1); }), 0.5);
}

/// Accuracy of the seventh of ten epochs, and of those after it, is far below the others.
std::filesystem::path recordAFall(const std::filesystem::path& workspace) {
    run::RunRecord demo = demoRun({.epochs = 10, .stepsPerEpoch = 60, .edits = false});
    for (run::Evaluation& evaluation : demo.evaluations) {
        if (evaluation.split != run::Split::validation || evaluation.epoch < 6.5) continue;
        for (std::size_t k = 0; k < 10; ++k) {
            evaluation.confusion[11 * k] -= 100;
            evaluation.confusion[11 * k == 0 ? 1 : 11 * k - 1] += 100;
        }
    }
    writeRecord(workspace / "fallen", demo);
    return workspace / "fallen";
}

TEST_F(Tasks, FindTheCauseOfADrop) {
    const std::filesystem::path fallen = recordAFall(workspace());
    openWindow();
    open(fallen);
    hand_.forgetActions();
    hand_.press(QStringLiteral("ctrl+2"));
    waitForPage(1);
    const auto& chart = childOf<ui::ChartView>(child<QWidget>("measureChart"), "");
    // The mark of the fall, which the word "Accuracy fell" stands beside; once the chart is drawn, it stays.
    double mark = -1;
    QElapsedTimer still;
    still.start();
    waitInWindow("the chart stands still", [&] {
        const double now = chart.pixelOf(7);
        if (now != std::exchange(mark, now)) still.restart();
        return still.elapsed() > 2 * ui::RedrawQueue::growthIntervalMs;
    });
    hand_.click(
        inWindow([&] { return chart.mapToGlobal(QPoint(static_cast<int>(mark), chart.height() / 2)); }));
    waitForPage(2);
    doneIn(2);
    const auto& said = child<QWidget>("eventDetails");
    waitInWindow("the fall is told, with the layers that lost most", [&] {
        QString all;
        for (const QLabel* label : said.findChildren<QLabel*>()) all += label->text() + QLatin1Char('\n');
        return all.contains(QLatin1String("Validation got worse")) &&
               all.contains(QLatin1String("Lost most of their weights")) &&
               all.contains(QLatin1String("conv1"));
    });
}

TEST_F(Tasks, CompareThreeMethodsInOnePicture) {
    openWindow();
    for (const char* method : {"map", "gmp", "dense"}) train(small(method));
    hand_.forgetActions();
    hand_.press(QStringLiteral("ctrl+4"));
    const auto& runs = child<QTableView>("runsTable");
    waitInWindow("three runs are listed", [&] { return runs.isVisible() && runs.model()->rowCount() == 3; });
    for (const int row : {0, 1, 2}) {
        if (inWindow(
                [&] { return runs.model()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked; }))
            continue;
        hand_.click(boxOf(runs, row, 0));
        waitInWindow("it is ticked", [&] {
            return runs.model()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
        });
    }
    inWindow([] { QApplication::clipboard()->clear(); });
    hand_.click(child<QPushButton>("copyRunsPicture"));
    waitInWindow("the picture can be pasted", [] { return !QApplication::clipboard()->image().isNull(); });
    EXPECT_EQ(inWindow([] { return QApplication::clipboard()->image().size(); }), QSize(1600, 900));
    doneIn(5);
}

/// A place in the picture of the weights that is no gap between kernels.
std::optional<QPoint> firstWeightOf(const ui::WeightView& picture) {
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.weightUnder(QPointF(x, y)) && picture.weightUnder(QPointF(x + 2, y + 2)))
                return QPoint(x + 1, y + 1);
        }
    }
    return std::nullopt;
}

TEST_F(Tasks, AskWhyAWeightWasCut) {
    openWindow();
    train(small("map"));
    hand_.forgetActions();
    hand_.press(QStringLiteral("ctrl+3"));
    waitForPage(2);
    const auto& detail = child<QLabel>("weightDetail");
    const auto& picture = child<ui::WeightView>("weightView");
    waitInWindow("the picture is there", [&] { return firstWeightOf(picture).has_value(); });
    hand_.click(inWindow([&] { return picture.mapToGlobal(*firstWeightOf(picture)); }));
    waitInWindow("the reason is told", [&] {
        return detail.text().contains(QLatin1String("is rank")) ||
               detail.text().contains(QLatin1String("is now rank"));
    });
    doneIn(2);
}

TEST_F(Tasks, HandOverAReport) {
    openWindow();
    train(small("map"));
    hand_.forgetActions();
    hand_.press(QStringLiteral("ctrl+e"));
    const QWidget& box = dialog();
    hand_.fill(childOf<QLineEdit>(box, "folderEdit"), QString::fromStdString((folder_ / "reports").string()));
    // No other program shall be started.
    hand_.click(childOf<QCheckBox>(box, "openAfterwards"));
    hand_.click(childOf<QWidget>(box, "exportButton"));
    doneIn(6);
    const auto& message = childOf<QWidget>(box, "exportMessage");
    waitInWindow("the dialog says what it saved", [&] { return message.isVisible(); });
    const std::string id = inWindow([&] { return run().runId(); }).toStdString();
    EXPECT_TRUE(std::filesystem::exists(folder_ / "reports" / (id + ".pdf")));
    hand_.press(QStringLiteral("Escape"));
    waitForKeyboard();
}

TEST_F(Tasks, TakeTheWeightsAway) {
    openWindow();
    train(small("map"));
    const std::filesystem::path target = folder_ / "mine.safetensors";
    hand_.forgetActions();
    hand_.press(QStringLiteral("ctrl+5"));
    waitForPage(4);
    hand_.click(child<QPushButton>("saveWeightsButton"));
    dialog();
    hand_.press(QStringLiteral("ctrl+a"));
    hand_.type(QString::fromStdString(target.string()));
    hand_.press(QStringLiteral("Return"));
    // It is written once what was read back has answered as the run does.
    waitInWindow("it is saved", [&] { return std::filesystem::exists(target); });
    EXPECT_TRUE(child<QWidget>("shipMessage").isVisible());
    doneIn(5);
}

TEST_F(Tasks, SeeWhatSparsityBuysHere) {
    openWindow();
    train(small("map"));
    // What is looked at are the words, not the times.
    auto& seconds = child<QDoubleSpinBox>("benchSeconds");
    inWindow([&] { seconds.setValue(0.05); });
    hand_.forgetActions();
    hand_.press(QStringLiteral("ctrl+5"));
    waitForPage(4);
    hand_.click(child<QPushButton>("benchStart"));
    doneIn(2);
    const auto& oneImage = child<QLabel>("benchOneImage");
    waitInWindow("the measured sentence can be read", [&] { return oneImage.isVisible(); });
    const auto& others = child<QLabel>("benchOtherWork");
    EXPECT_THAT(
        inWindow([&] { return oneImage.text(); }).toStdString(),
        AllOf(StartsWith("One sample takes "), HasSubstr(" ms dense and "), HasSubstr(" ms pruned (")));
    EXPECT_THAT(inWindow([&] { return others.text(); }).toStdString(),
                AllOf(HasSubstr("In batches of 128: "), HasSubstr("A training step takes ")));
    const std::string id = inWindow([&] { return run().runId(); }).toStdString();
    EXPECT_TRUE(std::filesystem::exists(workspace() / id / "measurement.json")) << "it stays with the run";
}

TEST_F(Tasks, LearnFromATableOfOnesOwn) {
    const std::filesystem::path table = folder_ / "flowers.csv";
    std::string rows = "length,colour,kind\n";
    for (int i = 0; i < 120; ++i) {
        const bool large = i % 2 == 0;
        rows += std::to_string((large ? 60 : 20) + i % 7) + (i % 3 == 0 ? ",red," : ",blue,") +
                (large ? "iris\n" : "rose\n");
    }
    writeBytes(table, rows);
    openWindow();
    hand_.forgetActions();
    hand_.fill(child<QLineEdit>("data_dir"), QString::fromStdString(table.string()));
    hand_.press(QStringLiteral("Tab"));
    const auto& summary = child<QLabel>("classSummary");
    waitInWindow("the table is read and shown",
                 [&] { return summary.text().contains(QLatin1String("2 classes")); });
    hand_.fill(child<QWidget>("model"), QStringLiteral("mlp:8"));
    hand_.press(QStringLiteral("Tab"));
    const auto& start = child<QPushButton>("startButton");
    waitInWindow("it can be started", [&] { return start.isEnabled(); });
    hand_.click(start);
    doneIn(9);
    waitUntilFinished();
    EXPECT_EQ(inWindow([&] { return run().header()->dataset.name; }), "table");
    EXPECT_EQ(inWindow([&] { return run().header()->dataset.columns.size(); }), 3U);
    EXPECT_GT(inWindow([&] { return run().history().test().main().at(0); }), 0.4);
}

/// What there is of it is read, and the same is prepared anew: its record is made up, and has no state to
/// resume from.
TEST_F(Tasks, GoOnAfterTheProgramWasCutOff) {
    writeRecord(workspace() / "cut-off",
                killedAt(demoRun({.epochs = 10, .stepsPerEpoch = 60, .seed = 42, .edits = false}), 333));
    openWindow();
    // As the program does when it is started.
    inWindow([&] { window().offerInterruptedRun(); });
    const auto& offer = child<ui::MessageBar>("offerMessage");
    waitInWindow("the run is offered", [&] { return offer.isVisible(); });
    EXPECT_THAT(
        inWindow([&] { return offer.text(); }).toStdString(),
        AllOf(HasSubstr("cut-off"), HasSubstr("Everything recorded until then is kept: open it to resume.")));
    hand_.forgetActions();
    hand_.click(child<QPushButton>("openOfferedButton"));
    waitInWindow("it is shown", [&] { return run().stage() == Stage::interrupted; });
    const auto& sentence = child<QLabel>("resultSentence");
    waitInWindow("its end is told",
                 [&] { return sentence.text().contains(QLatin1String("Cut off at step 333 of 600")); });
    EXPECT_EQ(inWindow([&] { return run().history().steps().size(); }), 333U);
    hand_.click(child<QPushButton>("resultAgain"));
    waitForPage(0);
    doneIn(2);
    const run::RunConfig prepared =
        inWindow([&] { return program_->window->findChild<ui::ExperimentPage*>()->config(); });
    EXPECT_EQ(prepared.seed, 42);
    EXPECT_EQ(prepared.epochs, 10);
    EXPECT_EQ(prepared.model, "lenet-5");
    EXPECT_EQ(inWindow([&] { return run().stage(); }), Stage::interrupted) << "nothing is started yet";
}

}  // namespace
}  // namespace prunescope::test
