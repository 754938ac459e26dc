#include "ui/support/flow_layout.h"

#include <gtest/gtest.h>

#include <QWidget>

namespace prunescope::ui {
namespace {

/// Three boxes of 100 x 20, 50 x 30 and 80 x 10, 5 pixels apart, in a margin of 2.
class FlowLayoutTest : public testing::Test {
protected:
    FlowLayoutTest() {
        auto* flow = new FlowLayout(&row);
        flow->setContentsMargins(2, 2, 2, 2);
        flow->setSpacing(5);
        for (const QSize& size : {QSize(100, 20), QSize(50, 30), QSize(80, 10)}) {
            auto* box = new QWidget(&row);
            box->setFixedSize(size);
            flow->addWidget(box);
            boxes.push_back(box);
        }
    }
    void show(int width) {
        row.resize(width, row.heightForWidth(width));
        row.layout()->setGeometry(row.rect());
    }
    QWidget row;
    std::vector<QWidget*> boxes;
};

TEST_F(FlowLayoutTest, WhatFitsStandsOnOneLineEachInItsMiddle) {
    EXPECT_EQ(row.sizeHint(), QSize(2 + 100 + 5 + 50 + 5 + 80 + 2, 34));
    show(244);
    EXPECT_EQ(row.height(), 34);
    EXPECT_EQ(boxes[0]->geometry(), QRect(2, 7, 100, 20));
    EXPECT_EQ(boxes[1]->geometry(), QRect(107, 2, 50, 30));
    EXPECT_EQ(boxes[2]->geometry(), QRect(162, 12, 80, 10));
}

TEST_F(FlowLayoutTest, WhatDoesNotFitStandsOnTheNextLine) {
    show(243);
    EXPECT_EQ(row.height(), 2 + 30 + 5 + 10 + 2);
    EXPECT_EQ(boxes[1]->geometry(), QRect(107, 2, 50, 30));
    EXPECT_EQ(boxes[2]->geometry(), QRect(2, 37, 80, 10));
    show(104);
    EXPECT_EQ(row.height(), 2 + 20 + 5 + 30 + 5 + 10 + 2);
    EXPECT_EQ(boxes[1]->y(), 27);
}

TEST_F(FlowLayoutTest, TheWidestDecidesHowNarrowItMayBe) {
    EXPECT_EQ(row.minimumSizeHint(), QSize(104, 34));
}

TEST_F(FlowLayoutTest, WhatIsHiddenTakesNoRoom) {
    boxes[0]->hide();
    show(244);
    EXPECT_EQ(boxes[1]->x(), 2);
    EXPECT_EQ(row.sizeHint().width(), 2 + 50 + 5 + 80 + 2);
}

TEST_F(FlowLayoutTest, WhatIsTakenOutIsGone) {
    delete row.layout()->takeAt(1);
    EXPECT_EQ(row.layout()->count(), 2);
    EXPECT_EQ(row.layout()->takeAt(2), nullptr);
    show(244);
    EXPECT_EQ(boxes[2]->x(), 107);
}

}  // namespace
}  // namespace prunescope::ui
