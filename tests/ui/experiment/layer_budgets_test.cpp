// The budgets of single layers in the experiment form.

#include "run/config_io.h"
#include "ui/experiment/experiment_form.h"
#include "ui/experiment/layer_budget_model.h"
#include "ui/experiment/section.h"
#include "ui/network/network_view.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

namespace prunescope::ui {
namespace {

using testing::HasSubstr;
using Budgets = std::map<std::string, double>;

const QString budgetsKey = QStringLiteral("pruning.layers");

class LayerBudgetsTest : public ExperimentForm {
protected:
    LayerBudgetsTest() { EXPECT_TRUE(waitForLayers(4)); }

    QTableView* table() { return find<QTableView>(budgetsKey); }
    QAbstractItemModel& model() { return *table()->model(); }
    bool waitForLayers(int count) {
        return QTest::qWaitFor([&] { return model().rowCount() == count; });
    }
    QModelIndex cell(int row, int column) { return model().index(row, column); }
    QString shown(int row) { return cell(row, LayerBudgetModel::mostColumn).data().toString(); }
    bool isLocked(int row) {
        return cell(row, LayerBudgetModel::neverColumn).data(Qt::CheckStateRole) == Qt::Checked;
    }
    QLineEdit* openField(int row) {
        table()->setCurrentIndex(cell(row, LayerBudgetModel::mostColumn));
        QTest::keyClick(table(), Qt::Key_F2);
        return find<QLineEdit>(QStringLiteral("budgetEditor"));
    }
    void beginBudget(int row, const QString& text) {
        auto* field = openField(row);
        ASSERT_NE(field, nullptr) << row;
        field->clear();
        for (const QChar letter : text) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(field, &press);
        }
    }
    void typeBudget(int row, const QString& text) {
        beginBudget(row, text);
        QTest::keyClick(find<QLineEdit>(QStringLiteral("budgetEditor")), Qt::Key_Return);
        settle();
    }
    /// The field is taken and goes once the key has been dealt with.
    static void settle() {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    const Budgets& budgets() {
        config_ = page_->config();
        return config_.pruning.layers;
    }

    run::RunConfig config_;
};

TEST_F(LayerBudgetsTest, EachPrunableLayerHasARowWithItsShapeAndWeights) {
    const auto layer = [&](int row) {
        return cell(row, LayerBudgetModel::layerColumn).data().toString().toStdString();
    };
    EXPECT_EQ(layer(0), "conv1\n20@5×5 · 500");
    EXPECT_EQ(layer(1), "conv2\n50@5×5 · 25,000");
    EXPECT_EQ(layer(2), "fc1\n800→500 · 400,000");
    EXPECT_EQ(layer(3), "fc2\n500→10 · 5,000");
    for (int row = 0; row < 4; ++row) {
        EXPECT_EQ(shown(row), QStringLiteral("auto"));
        EXPECT_FALSE(isLocked(row));
    }
    EXPECT_TRUE(table()->isVisible());
    EXPECT_EQ(table()->verticalScrollBar()->maximum(), 0) << "four layers are seen at once";
}

TEST_F(LayerBudgetsTest, TheGraphOfTheNetworkAndTheListAreTwoViewsOfTheSame) {
    auto* section = find<Section>(QStringLiteral("section.networkGraph"));
    section->setExpanded(true);
    auto* graph = find<NetworkView>(QStringLiteral("plannedNetwork"));
    ASSERT_TRUE(graph->isVisible());
    EXPECT_GT(graph->graph().size(), 4U) << "with what has no weights";
    const QImage before = graph->viewport()->grab().toImage();
    graph->choose(LayerIndex{2});
    emit graph->layerChosen(LayerIndex{2});
    EXPECT_EQ(table()->currentIndex().row(), 2);
    QTest::keyClick(graph, Qt::Key_Return);
    EXPECT_EQ(budgets(), (Budgets{{"fc1", 0}}));
    EXPECT_TRUE(isLocked(2));
    EXPECT_NE(graph->viewport()->grab().toImage(), before);
    emit graph->layerOpened(LayerIndex{2});
    EXPECT_TRUE(budgets().empty());
    typeBudget(1, QStringLiteral("50"));
    const QImage limited = graph->viewport()->grab().toImage();
    emit graph->layerOpened(LayerIndex{1});
    EXPECT_EQ(budgets(), (Budgets{{"conv2", 0}}));
    EXPECT_NE(graph->viewport()->grab().toImage(), limited);
}

TEST_F(LayerBudgetsTest, WhatIsTypedIsInTheConfiguration) {
    typeBudget(2, QStringLiteral("90"));
    EXPECT_EQ(budgets(), (Budgets{{"fc1", 0.9}}));
    EXPECT_EQ(shown(2), QStringLiteral("90 %"));
    typeBudget(3, QStringLiteral("never"));
    EXPECT_EQ(budgets(), (Budgets{{"fc1", 0.9}, {"fc2", 0}}));
    EXPECT_TRUE(isLocked(3));
    typeBudget(2, QStringLiteral("auto"));
    EXPECT_EQ(budgets(), (Budgets{{"fc2", 0}}));
    typeBudget(3, QString());
    EXPECT_EQ(budgets(), Budgets{}) << "an empty field is automatic";
}

TEST_F(LayerBudgetsTest, APercentageIsUnderstoodHoweverItIsWritten) {
    for (const char* text : {"98", "98 %", "98%", "0.98", "0,98", " 98.00 ", "９８％"}) {
        typeBudget(0, QStringLiteral("50"));
        typeBudget(0, QString::fromUtf8(text));
        EXPECT_EQ(budgets(), (Budgets{{"conv1", 0.98}})) << text;
        EXPECT_EQ(shown(0), QStringLiteral("98 %")) << text;
    }
    typeBudget(0, QStringLiteral("99.9"));
    EXPECT_EQ(budgets(), (Budgets{{"conv1", 0.999}})) << "to the last bit";
    typeBudget(0, QStringLiteral("100"));
    EXPECT_EQ(budgets(), (Budgets{{"conv1", 1}}));
    typeBudget(0, QStringLiteral("0"));
    EXPECT_TRUE(isLocked(0));
}

TEST_F(LayerBudgetsTest, HalfABudgetNeverCounts) {
    beginBudget(0, QStringLiteral("9"));
    EXPECT_EQ(budgets(), Budgets{});
    EXPECT_EQ(messageAt("pruning.layers"), "");
    QTest::keyClick(find<QLineEdit>(QStringLiteral("budgetEditor")), Qt::Key_Escape);
    settle();
    EXPECT_EQ(budgets(), Budgets{});
    EXPECT_EQ(shown(0), QStringLiteral("auto"));
}

TEST_F(LayerBudgetsTest, StartTakesWhatIsBeingTyped) {
    beginBudget(2, QStringLiteral("97"));
    page_->requestStart();
    ASSERT_EQ(run_.started.size(), 1U);
    EXPECT_EQ(run_.started[0].pruning.layers, (Budgets{{"fc1", 0.97}}));
}

TEST_F(LayerBudgetsTest, WhatIsNoBudgetStaysWithItsReasonAndChangesNothing) {
    typeBudget(1, QStringLiteral("60"));
    for (const char* text : {"abc", "-1", "101", "1e999", "1,234.5", "nan"}) {
        typeBudget(1, QString::fromUtf8(text));
        EXPECT_EQ(shown(1).toStdString(), text);
        EXPECT_EQ(budgets(), (Budgets{{"conv2", 0.6}})) << text;
        EXPECT_THAT(messageAt("pruning.layers"),
                    HasSubstr("conv2: “" + std::string(text) + "” is not allowed"));
        EXPECT_THAT(messageAt("pruning.layers"), HasSubstr("Esc brings 60 % back."));
        EXPECT_FALSE(canStart());
    }
    QTest::keyClick(table(), Qt::Key_Escape);
    EXPECT_EQ(shown(1), QStringLiteral("60 %"));
    EXPECT_EQ(messageAt("pruning.layers"), "");
    EXPECT_TRUE(canStart());
}

TEST_F(LayerBudgetsTest, StartIsRefusedWhenWhatIsBeingTypedIsWrong) {
    beginBudget(0, QStringLiteral("x"));
    page_->requestStart();
    EXPECT_TRUE(run_.started.empty());
    EXPECT_THAT(messageAt("pruning.layers"), HasSubstr("conv1: “x” is not allowed"));
}

TEST_F(LayerBudgetsTest, ALayerIsKeptWholeByKeyboardAndByMouse) {
    table()->setFocus();
    table()->setCurrentIndex(cell(0, LayerBudgetModel::neverColumn));
    QTest::keyClick(table(), Qt::Key_Space);
    EXPECT_EQ(budgets(), (Budgets{{"conv1", 0}}));
    EXPECT_EQ(shown(0), QStringLiteral("never"));
    QTest::keyClick(table(), Qt::Key_Space);
    EXPECT_EQ(budgets(), Budgets{});

    QStyleOptionViewItem option;
    option.initFrom(table());
    option.rect = table()->visualRect(cell(1, LayerBudgetModel::neverColumn));
    option.features = QStyleOptionViewItem::HasCheckIndicator;
    const QRect box =
        table()->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, table());
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::NoModifier, box.center());
    EXPECT_EQ(budgets(), (Budgets{{"conv2", 0}}));
}

TEST_F(LayerBudgetsTest, AFieldOpensAtAClickAndAtEnter) {
    const QRect field = table()->visualRect(cell(2, LayerBudgetModel::mostColumn));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::NoModifier, field.center());
    auto* opened = find<QLineEdit>(QStringLiteral("budgetEditor"));
    ASSERT_NE(opened, nullptr);
    EXPECT_EQ(opened->accessibleName(), QStringLiteral("fc1, at most: auto"));
    EXPECT_EQ(opened->selectedText(), QStringLiteral("auto")) << "so that typing takes its place";
    QTest::keyClick(opened, Qt::Key_Escape);
    settle();
    table()->setFocus();
    table()->setCurrentIndex(cell(1, LayerBudgetModel::mostColumn));
    QTest::keyClick(table(), Qt::Key_Return);
    EXPECT_NE(find<QLineEdit>(QStringLiteral("budgetEditor")), nullptr);
}

TEST_F(LayerBudgetsTest, AFieldThatWasOpenedAndLeftKeepsEveryDigit) {
    run::RunConfig config;
    config.pruning.layers = {{"fc1", 1.0 / 3}};
    page_->setConfig(config);
    EXPECT_EQ(shown(2), QStringLiteral("33.3333 %"));
    auto* field = openField(2);
    ASSERT_NE(field, nullptr);
    QTest::keyClick(field, Qt::Key_Return);
    settle();
    EXPECT_EQ(budgets(), (Budgets{{"fc1", 1.0 / 3}}));
}

TEST_F(LayerBudgetsTest, AnImpossibleTargetIsRefusedAtItsFieldWithTheLargestThatIsPossible) {
    typeBudget(2, QStringLiteral("50"));
    EXPECT_THAT(messageAt("schedule.target"), HasSubstr("the target 0.95 keeps 21525 weights"));
    EXPECT_THAT(messageAt("schedule.target"), HasSubstr("at most 0.535416 is possible"));
    EXPECT_FALSE(canStart());
    type(QStringLiteral("schedule.target"), QStringLiteral("53.5416"));
    EXPECT_TRUE(canStart()) << page_->startBlocker().toStdString();
}

TEST_F(LayerBudgetsTest, BudgetsOfLayersThatAnotherNetworkDoesNotHaveGoVisibly) {
    typeBudget(0, QStringLiteral("0"));
    typeBudget(1, QStringLiteral("80"));
    find<QToolButton>(QStringLiteral("section.layers.heading"))->click();
    typeModel(QStringLiteral("mlp:300,100"));
    ASSERT_TRUE(waitForLayers(3));
    EXPECT_EQ(budgets(), Budgets{});
    EXPECT_TRUE(table()->isVisible()) << "its section has unfolded";
    const auto* gone = find<MessageBar>(QStringLiteral("pruning.layers.gone"));
    EXPECT_TRUE(gone->isVisible());
    EXPECT_EQ(gone->text(),
              QStringLiteral("The network has no such layers, so their budgets are gone: conv1, conv2."));
    EXPECT_TRUE(canStart()) << page_->startBlocker().toStdString();
    open();
    EXPECT_EQ(budgets(), Budgets{}) << "nor are they remembered";
}

TEST_F(LayerBudgetsTest, BudgetsOfLayersThatAnotherNetworkHasTooStay) {
    typeBudget(2, QStringLiteral("80"));
    typeModel(QStringLiteral("mlp:300,100"));
    ASSERT_TRUE(waitForLayers(3));
    EXPECT_EQ(budgets(), (Budgets{{"fc1", 0.8}}));
    EXPECT_TRUE(find<MessageBar>(QStringLiteral("pruning.layers.gone"))->isHidden());
}

TEST_F(LayerBudgetsTest, StayWhileAnotherNetworksNameIsRefused) {
    typeBudget(0, QStringLiteral("80"));
    typeModel(QStringLiteral("resnet-21"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !canStart(); }));
    EXPECT_EQ(budgets(), (Budgets{{"conv1", 0.8}}));
    EXPECT_EQ(model().rowCount(), 4);
}

TEST_F(LayerBudgetsTest, OfAConfigurationForAnotherNetworkWaitUntilThatIsKnown) {
    run::RunConfig config;
    config.model = "mlp:300,100";
    config.pruning.layers = {{"fc3", 0}, {"conv1", 0.5}};
    page_->setConfig(config);
    EXPECT_EQ(budgets(), config.pruning.layers);
    ASSERT_TRUE(waitForLayers(3));
    EXPECT_EQ(budgets(), (Budgets{{"fc3", 0}}));
    EXPECT_TRUE(isLocked(2));
    // Of the network that is known already there is nothing to wait for.
    page_->setConfig(config);
    EXPECT_EQ(budgets(), (Budgets{{"fc3", 0}}));
}

TEST_F(LayerBudgetsTest, AreMarkedAsChangedUntilReset) {
    auto* reset = find<QToolButton>(QStringLiteral("resetButton"));
    EXPECT_FALSE(reset->isEnabled());
    typeBudget(1, QStringLiteral("80"));
    EXPECT_TRUE(editor("pruning.layers")->isChanged());
    EXPECT_TRUE(cell(1, LayerBudgetModel::layerColumn).data(Qt::FontRole).value<QFont>().bold());
    EXPECT_FALSE(cell(0, LayerBudgetModel::layerColumn).data(Qt::FontRole).isValid());
    typeBudget(0, QStringLiteral("abc"));
    QTest::mouseClick(reset, Qt::LeftButton);
    EXPECT_FALSE(editor("pruning.layers")->isChanged());
    EXPECT_EQ(budgets(), Budgets{});
    EXPECT_EQ(shown(0), QStringLiteral("auto"));
    EXPECT_TRUE(canStart());
}

TEST_F(LayerBudgetsTest, AreThereTheNextTime) {
    typeBudget(1, QStringLiteral("80"));
    open();
    ASSERT_TRUE(waitForLayers(4));
    EXPECT_EQ(budgets(), (Budgets{{"conv2", 0.8}}));
    EXPECT_EQ(shown(1), QStringLiteral("80 %"));
    EXPECT_TRUE(editor("pruning.layers")->isChanged());
}

TEST_F(LayerBudgetsTest, AStartThatIsRefusedForThemIsShownThere) {
    page_->showStartError(std::string("pruning.layers"), std::string("unknown prunable layer 'conv9'."));
    EXPECT_EQ(messageAt("pruning.layers"), "unknown prunable layer 'conv9'.");
}

TEST_F(LayerBudgetsTest, SixtyLayersScrollInsideAndAreThereAtOnce) {
    const int before = table()->height();
    typeModel(QStringLiteral("resnet-56"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return model().rowCount() > 50; }));
    EXPECT_LT(table()->height(), 2 * before);
    EXPECT_GT(table()->verticalScrollBar()->maximum(), 0);
    EXPECT_LE(table()->horizontalHeader()->length(), table()->viewport()->width())
        << "nothing is cut at the side";
    QElapsedTimer timer;
    timer.start();
    typeBudget(40, QStringLiteral("80"));
    EXPECT_EQ(budgets().size(), 1U);
    EXPECT_TRUE(table()->viewport()->rect().intersects(table()->visualRect(cell(40, 1)))) << "scrolled to";
    EXPECT_LT(timer.elapsed(), 2000);
}

TEST_F(LayerBudgetsTest, EveryCellSaysWhatItIs) {
    typeBudget(1, QStringLiteral("80"));
    const auto said = [&](int row, int column) {
        return cell(row, column).data(Qt::AccessibleTextRole).toString().toStdString();
    };
    EXPECT_EQ(said(0, LayerBudgetModel::layerColumn), "conv1, 20@5×5, 500 weights");
    EXPECT_EQ(said(1, LayerBudgetModel::mostColumn), "conv2, at most: 80 %");
    EXPECT_EQ(said(2, LayerBudgetModel::neverColumn), "Never prune fc1");
    EXPECT_FALSE(table()->accessibleName().isEmpty());
    EXPECT_FALSE(table()->accessibleDescription().isEmpty());
}

TEST(LayerBudgetModelTest, IsSoundAsAModel) {
    Theme theme;
    LayerBudgetModel model(theme);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_TRUE(model
                    .setLayers({{.name = "a", .kind = "dense", .weightShape = {2, 3}, .weights = 6},
                                {.name = "b", .kind = "dense", .weightShape = {2, 2}, .weights = 4}})
                    .isEmpty());
    model.setBudgets({{"a", 0.5}, {"c", 0.25}});
    EXPECT_TRUE(
        model.setData(model.index(1, LayerBudgetModel::mostColumn), QStringLiteral("x"), Qt::EditRole));
    EXPECT_FALSE(
        model.setData(model.index(1, LayerBudgetModel::layerColumn), QStringLiteral("x"), Qt::EditRole));
    EXPECT_FALSE(model.setData({}, QStringLiteral("x"), Qt::EditRole));
    EXPECT_FALSE(model.refusal().isEmpty());
    EXPECT_EQ(model.setLayers({{.name = "b", .kind = "dense", .weightShape = {2, 2}, .weights = 4}}),
              QStringList({QStringLiteral("a"), QStringLiteral("c")}));
    EXPECT_TRUE(model.refusal().isEmpty());
    EXPECT_TRUE(model.budgets().empty());
    EXPECT_TRUE(model.setLayers({}).isEmpty());
}

}  // namespace
}  // namespace prunescope::ui
