// The check of layouts finds what it is made for, and nothing where all is well.
#include "ui/app/layout_check.h"

#include <gmock/gmock.h>

#include <QChart>
#include <QChartView>
#include <QMainWindow>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>
#include <QToolBar>

namespace prunescope::ui {
namespace {

const QString sentence = QStringLiteral("Validation accuracy over all images of the test set");

/// Elides as a careful widget does; nothing but its painting tells.
class Elided : public QWidget {
protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.drawText(rect(), Qt::AlignLeft, fontMetrics().elidedText(sentence, Qt::ElideRight, width()));
    }
};

class WrittenBeyond : public QWidget {
protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.translate(width() - 20, 0);
        painter.drawText(0, height() / 2, sentence);
    }
};

class LayoutCheckTest : public testing::Test {
protected:
    LayoutCheckTest() { window.resize(800, 400); }

    /// In place of the window's layout.
    template <class Widget>
    Widget* put(const QRect& place) {
        auto* widget = new Widget;
        widget->setParent(&window);
        widget->setGeometry(place);
        widget->show();
        return widget;
    }
    QStringList findings() {
        window.show();
        QTest::qWait(20);
        return LayoutCheck(window).findings;
    }

    QWidget window;
};

constexpr QRect narrow(10, 10, 60, 40);
constexpr QRect wide(10, 60, 700, 40);

TEST_F(LayoutCheckTest, WhatHasRoomIsNotReported) {
    put<QLabel>(wide)->setText(sentence);
    put<QPushButton>(wide)->setText(sentence);
    put<QCheckBox>(wide)->setText(sentence);
    put<QComboBox>(wide)->addItem(sentence);
    put<QLineEdit>(wide)->setText(sentence);
    put<Elided>(wide);
    EXPECT_EQ(findings(), QStringList());
}

TEST_F(LayoutCheckTest, ASqueezedLabelIsFound) {
    put<QLabel>(narrow)->setText(sentence);
    EXPECT_FALSE(findings().isEmpty());
}

TEST_F(LayoutCheckTest, AWrappedLabelThatIsTooLowIsFound) {
    auto* label = put<QLabel>(QRect(10, 10, 150, 10));
    label->setWordWrap(true);
    label->setText(sentence);
    EXPECT_FALSE(findings().isEmpty());
    label->setFixedHeight(200);
    EXPECT_EQ(findings(), QStringList());
}

TEST_F(LayoutCheckTest, SqueezedButtonsAndFieldsAreFound) {
    put<QPushButton>(narrow)->setText(sentence);
    EXPECT_FALSE(findings().isEmpty());
    delete window.findChild<QPushButton*>();
    put<QCheckBox>(narrow)->setText(sentence);
    EXPECT_FALSE(findings().isEmpty());
    delete window.findChild<QCheckBox*>();
    put<QComboBox>(narrow)->addItem(sentence);
    EXPECT_FALSE(findings().isEmpty());
    delete window.findChild<QComboBox*>();
    put<QLineEdit>(narrow)->setPlaceholderText(sentence);
    EXPECT_FALSE(findings().isEmpty());
}

TEST_F(LayoutCheckTest, TabsThatDoNotFitAreFound) {
    auto* bar = put<QTabBar>(QRect(10, 10, 200, 40));
    for (int tab = 0; tab < 3; ++tab) bar->addTab(sentence);
    EXPECT_FALSE(findings().isEmpty());
}

TEST_F(LayoutCheckTest, ColumnsThatAreTooNarrowAreFoundUnlessTheyMayBe) {
    QStandardItemModel model(1, 1);
    model.setItem(0, 0, new QStandardItem(sentence));
    model.setHorizontalHeaderLabels({QStringLiteral("A")});
    auto* table = put<QTableView>(QRect(10, 10, 400, 200));
    table->setModel(&model);
    table->setWordWrap(false);
    table->setColumnWidth(0, 100);
    EXPECT_FALSE(findings().isEmpty());
    model.item(0, 0)->setToolTip(sentence);
    EXPECT_EQ(findings(), QStringList());
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    EXPECT_FALSE(findings().isEmpty());
    model.item(0, 0)->setText(QStringLiteral("a"));
    EXPECT_EQ(findings(), QStringList());
    model.setHorizontalHeaderLabels({sentence});
    EXPECT_FALSE(findings().isEmpty());
}

TEST_F(LayoutCheckTest, WhatAWidgetPaintsIsRead) {
    put<Elided>(narrow);
    EXPECT_THAT(findings().join(QLatin1Char(' ')).toStdString(), testing::HasSubstr("written short"));
    delete window.findChildren<QWidget*>().constFirst();
    put<WrittenBeyond>(wide);
    EXPECT_THAT(findings().join(QLatin1Char(' ')).toStdString(), testing::HasSubstr("beyond its edge"));
}

TEST_F(LayoutCheckTest, AChartsTitleThatIsCutIsFound) {
    auto* view = put<QChartView>(QRect(10, 10, 300, 200));
    view->chart()->setTitle(sentence + sentence);
    EXPECT_THAT(findings().join(QLatin1Char(' ')).toStdString(), testing::HasSubstr("written short"));
}

TEST_F(LayoutCheckTest, AWidgetThatStandsOutOfItsParentIsFound) {
    put<QWidget>(QRect(790, 10, 50, 50));
    EXPECT_FALSE(findings().isEmpty());
}

TEST(LayoutCheckOfBars, ButtonsThatAToolBarHidesAreFound) {
    QMainWindow window;
    QToolBar* bar = window.addToolBar(QStringLiteral("bar"));
    for (int button = 0; button < 4; ++button) bar->addAction(sentence);
    window.resize(500, 200);
    window.show();
    QTest::qWait(20);
    EXPECT_FALSE(LayoutCheck(window).findings.isEmpty());
}

}  // namespace
}  // namespace prunescope::ui
