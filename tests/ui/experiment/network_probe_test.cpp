#include "ui/experiment/network_probe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

std::vector<std::string> namesOf(const NetworkFacts& facts) {
    std::vector<std::string> names;
    for (const auto& layer : facts.layers) names.push_back(layer.name);
    return names;
}

TEST(NetworkFactsTest, HaveTheShapeAndTheWeightsOfEachPrunableLayer) {
    const NetworkFacts facts = networkFacts({.dataset = "fashion-mnist", .model = "lenet-5"});
    ASSERT_THAT(namesOf(facts), testing::ElementsAre("conv1", "conv2", "fc1", "fc2"));
    EXPECT_THAT(facts.layers[0].weightShape, testing::ElementsAre(20, 1, 5, 5));
    EXPECT_EQ(facts.layers[0].weights, 500);
    EXPECT_THAT(facts.layers[3].weightShape, testing::ElementsAre(10, 500));
    EXPECT_EQ(facts.layers[3].weights, 5000);
}

TEST(NetworkFactsTest, APerceptronIsCountedByHand) {
    const NetworkFacts facts = networkFacts({.dataset = "fashion-mnist", .model = "mlp:300,100"});
    ASSERT_TRUE(facts.isKnown());
    EXPECT_EQ(facts.weights, 784 * 300 + 300 * 100 + 100 * 10);
    EXPECT_EQ(facts.parameters, facts.weights + 300 + 100 + 10);
    EXPECT_EQ(facts.macs, facts.weights);
    EXPECT_THAT(namesOf(facts), testing::ElementsAre("fc1", "fc2", "fc3"));
}

TEST(NetworkFactsTest, ATooLargePerceptronIsReckonedWithoutItsMemory) {
    // 40 GB of weights: building it would take the machine down.
    const NetworkFacts facts = networkFacts({.dataset = "fashion-mnist", .model = "mlp:100000,100000"});
    ASSERT_TRUE(facts.isKnown());
    EXPECT_EQ(facts.weights, 784LL * 100'000 + 100'000LL * 100'000 + 100'000LL * 10);
    EXPECT_EQ(facts.parameters, facts.weights + 200'010);
    EXPECT_THAT(namesOf(facts), testing::ElementsAre("fc1", "fc2", "fc3"));
}

TEST(NetworkFactsTest, ARefusalNamesItsOption) {
    EXPECT_EQ(networkFacts({.dataset = "fashion-mnist", .model = "mlp:"}).where, "model");
    EXPECT_EQ(networkFacts({.dataset = "fashion-mnist", .model = "mlp:3,x"}).where, "model");
    EXPECT_FALSE(networkFacts({.dataset = "fashion-mnist", .model = "mlp:999999"}).isKnown());
    EXPECT_FALSE(networkFacts({.dataset = "none", .model = "lenet-5"}).isKnown());
}

TEST(NetworkProbeTest, OnlyTheLastOfManyQuestionsIsAnswered) {
    NetworkProbe probe;
    QSignalSpy answers(&probe, &NetworkProbe::answered);
    for (const char* model : {"lenet-5", "resnet-8", "lenet-300-100"}) {
        probe.ask({.dataset = "fashion-mnist", .model = model});
    }
    ASSERT_TRUE(answers.wait(5000));
    EXPECT_EQ(probe.facts()->weights, 784 * 300 + 300 * 100 + 100 * 10);
    EXPECT_FALSE(answers.wait(400));
    EXPECT_EQ(answers.size(), 1);
}

TEST(NetworkProbeTest, AnAnswerThatComesTooLateIsDropped) {
    QThreadPool& pool = *QThreadPool::globalInstance();
    const int threads = pool.maxThreadCount();
    pool.setMaxThreadCount(1);
    QSemaphore free;
    pool.start([&free] { free.acquire(); });
    NetworkProbe probe;
    QSignalSpy answers(&probe, &NetworkProbe::answered);
    probe.ask({.dataset = "fashion-mnist", .model = "resnet-110"});
    QTest::qWait(400);  // The question is put by then, and waits for the pool.
    probe.ask({.dataset = "fashion-mnist", .model = "lenet-300-100"});
    EXPECT_FALSE(probe.facts().has_value());
    QTest::qWait(400);
    free.release();
    EXPECT_TRUE(answers.wait(5000));
    pool.setMaxThreadCount(threads);
    EXPECT_EQ(answers.size(), 1);
    EXPECT_EQ(probe.facts()->weights, 784 * 300 + 300 * 100 + 100 * 10);
}

}  // namespace
}  // namespace prunescope::ui
