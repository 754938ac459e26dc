// A network as a picture: what stands in it, and how mouse and keyboard move in it.
#include "ui/network/network_view.h"

#include "nn/models.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>

namespace prunescope::ui {
namespace {

using testing::ElementsAre;

NetworkGraph graphNamed(const std::string& name, const nn::Shape& images = {1, 28, 28}) {
    return networkGraphOf(nn::graphOf({.name = name, .input = images}));
}

class NetworkViewTest : public testing::Test {
protected:
    void SetUp() override {
        view.resize(320, 400);
        view.show();
    }
    std::size_t nodeOf(const std::string& name) const {
        const auto found = std::find_if(view.graph().begin(), view.graph().end(),
                                        [&](const NetworkNode& node) { return node.name == name; });
        EXPECT_NE(found, view.graph().end()) << name;
        return static_cast<std::size_t>(found - view.graph().begin());
    }
    void click(std::size_t node) {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.placeOf(node).center().toPoint());
    }

    Theme theme;
    NetworkView view{theme};
    QSignalSpy chosen{&view, &NetworkView::layerChosen};
    QSignalSpy opened{&view, &NetworkView::layerOpened};
};

TEST(NetworkGraphTest, HasEveryOperationOfLenetWithItsShapesAndCosts) {
    const NetworkGraph graph = graphNamed("lenet-5");
    EXPECT_TRUE(graph.front().kind.empty()) << "the image";
    EXPECT_EQ(outputText(graph.front()), QStringLiteral("1 × 28 × 28"));
    const auto conv =
        std::find_if(graph.begin(), graph.end(), [](const auto& n) { return n.name == "conv2"; });
    ASSERT_NE(conv, graph.end());
    EXPECT_THAT(conv->weightShape, ElementsAre(50, 20, 5, 5));
    EXPECT_EQ(conv->parameters, 25'050) << "with the biases";
    EXPECT_EQ(conv->macs, 25'000 * 64) << "8 x 8 pixels";
    EXPECT_EQ(conv->prunable, LayerIndex{1});
    EXPECT_EQ(outputText(*conv), QStringLiteral("50 × 8 × 8"));
    EXPECT_EQ(kindText(*conv), QStringLiteral("convolution · 50 × 20 × 5 × 5"));
    EXPECT_EQ(costText(*conv), QStringLiteral("parameters: 25,050, MACs: 1,600,000"));
    EXPECT_EQ(outputText(graph.back()), QStringLiteral("10"));
}

TEST(NetworkGraphTest, ASumReadsItsPathAndItsShortcut) {
    const NetworkGraph graph = graphNamed("resnet-8", {3, 32, 32});
    const auto sums =
        std::count_if(graph.begin(), graph.end(), [](const auto& n) { return n.kind == "add"; });
    EXPECT_EQ(sums, 3) << "one block in each of three stages";
    for (std::size_t k = 0; k < graph.size(); ++k) {
        EXPECT_EQ(graph[k].reads.size(), k == 0 ? 0U : graph[k].kind == "add" ? 2U : 1U) << graph[k].name;
        for (const std::size_t read : graph[k].reads)
            EXPECT_LT(read, k) << "in the order in which they are run";
    }
}

TEST(NetworkGraphTest, OfARunWhoseNetworkIsNotKnownThereIsNone) {
    run::RunHeader header;
    header.config.model = "of-another-time";
    header.dataset.imageShape = {1, 28, 28};
    header.dataset.classNames = {"a", "b"};
    EXPECT_TRUE(networkGraphOf(header).empty());
    // The record has other layers than this program would build.
    header.config.model = "lenet-5";
    EXPECT_TRUE(networkGraphOf(header).empty());
    header.network = nn::graphOf({.name = "lenet-5", .input = {1, 28, 28}, .classes = 2}).describe();
    EXPECT_FALSE(networkGraphOf(header).empty());
}

TEST_F(NetworkViewTest, EveryNetworkOfTheProgramIsDrawn) {
    for (const std::string name : {"lenet-5", "lenet-300-100", "resnet-18", "resnet-56",
                                   "resnet-20:projection", "wrn-16-4", "vgg-16-bn", "mobilenet-v2"})
        EXPECT_TRUE(view.setGraph(graphNamed(name, {3, 32, 32}))) << name;
    EXPECT_FALSE(view.setGraph({}));
}

TEST_F(NetworkViewTest, AClickChoosesALayerAndADoubleClickOpensIt) {
    view.setGraph(graphNamed("lenet-5"));
    click(nodeOf("conv1"));
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.front().front().value<LayerIndex>(), LayerIndex{0});
    EXPECT_EQ(view.chosen(), LayerIndex{0});
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, view.placeOf(nodeOf("conv1")).center().toPoint());
    EXPECT_EQ(opened.count(), 1);
    EXPECT_THAT(view.accessibleDescription().toStdString(), testing::HasSubstr("conv1"));
}

TEST_F(NetworkViewTest, ArrowsGoFromOperationToOperationAndTheViewFollows) {
    view.setGraph(graphNamed("resnet-20", {3, 32, 32}));
    view.setFocus();
    std::size_t steps = 0;
    while (steps + 1 < view.graph().size()) {
        QTest::keyClick(&view, Qt::Key_Down);
        ++steps;
        EXPECT_TRUE(QRectF(view.viewport()->rect()).intersects(view.placeOf(steps))) << steps;
    }
    const auto layers = std::count_if(view.graph().begin(), view.graph().end(),
                                      [](const NetworkNode& node) { return node.prunable.has_value(); });
    EXPECT_EQ(chosen.count(), layers);
    QTest::keyClick(&view, Qt::Key_Down);
    EXPECT_EQ(chosen.count(), layers) << "the last one stays";
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_EQ(opened.count(), 1);
}

TEST_F(NetworkViewTest, WhatIsUnderThePointerStaysThereWhileItZooms) {
    view.setGraph(graphNamed("resnet-20", {3, 32, 32}));
    view.zoom(2);
    view.choose(LayerIndex{6});
    const auto node = static_cast<std::size_t>(
        std::find_if(view.graph().begin(), view.graph().end(),
                     [](const NetworkNode& n) { return n.prunable == LayerIndex{6}; }) -
        view.graph().begin());
    const QPointF at = view.placeOf(node).center();
    QWheelEvent wheel(at, view.viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &wheel);
    EXPECT_DOUBLE_EQ(view.scale(), 2.5);
    EXPECT_NEAR(view.placeOf(node).center().y(), at.y(), 2);
}

TEST_F(NetworkViewTest, HomeShowsAllOfIt) {
    view.setGraph(graphNamed("lenet-5"));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Home);
    for (std::size_t node = 0; node < view.graph().size(); ++node)
        EXPECT_TRUE(QRectF(view.viewport()->rect()).contains(view.placeOf(node))) << node;
    EXPECT_LE(view.scale(), 1);
}

TEST_F(NetworkViewTest, DraggingPansAndChoosesNothing) {
    view.setGraph(graphNamed("resnet-20", {3, 32, 32}));
    const QPointF before = view.placeOf(0).topLeft();
    const QPoint from(160, 300);
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, QPointF(160, 200), view.viewport()->mapToGlobal(QPointF(160, 200)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view.viewport(), &move);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(160, 200));
    EXPECT_EQ(view.placeOf(0).top(), before.y() - 100);
    EXPECT_EQ(chosen.count(), 0);
}

TEST_F(NetworkViewTest, ALayerShowsWhatIsMarkedAtIt) {
    view.setGraph(graphNamed("lenet-5"));
    const QImage plain = view.viewport()->grab().toImage();
    view.setMarks([](LayerIndex) { return NetworkView::Mark{QStringLiteral("90.0 %"), 0.1}; });
    EXPECT_NE(view.viewport()->grab().toImage(), plain);
}

}  // namespace
}  // namespace prunescope::ui
