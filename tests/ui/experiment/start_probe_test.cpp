// The file that weights start from, looked into before the start.

#include "ui/experiment/start_probe.h"

#include "model/network_format.h"
#include "run/config_io.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"
#include "support/trained_model.h"
#include "ui/experiment/config_check.h"
#include "ui/experiment/experiment_form.h"

#include <gmock/gmock.h>

#include <QSemaphore>
#include <QSignalSpy>
#include <QThreadPool>
#include <algorithm>
#include <filesystem>
#include <string>

namespace prunescope::ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// The tensors of lenet-300-100, as a run keeps them: three weights with mask and latent values, three
/// biases.
model::WeightsFile lenetWeights() {
    return test::trainedModel("lenet-300-100", {1, 28, 28}).weights;
}

class StartFileTest : public testing::Test {
protected:
    std::string written(const model::WeightsFile& weights) const {
        const std::filesystem::path file = folder / "net.safetensors";
        test::writeBytes(file, model::formatWeights(weights));
        return file.string();
    }
    static StartQuestion asked(const std::string& weights, const std::string& model = "lenet-300-100") {
        return {.network = {.dataset = "fashion-mnist", .model = model}, .weights = weights};
    }
    static run::RunConfig config(const std::string& weights) {
        run::RunConfig config;
        config.model = "lenet-300-100";
        config.start.weights = weights;
        return config;
    }

    test::TemporaryFolder folder;
};

TEST_F(StartFileTest, SaysThatEveryTensorIsFilledAndWhatIsPassedOver) {
    const StartFacts facts = startFacts(asked(written(lenetWeights())));
    ASSERT_TRUE(facts.isKnown()) << facts.problem;
    EXPECT_EQ(facts.parameters, 6U);
    EXPECT_EQ(facts.network, "lenet-300-100");
    EXPECT_EQ(facts.passedOver, 6U);
    EXPECT_THAT(facts.passedOverNames, testing::Contains("fc1.weight.mask"));
}

TEST_F(StartFileTest, NamesWhatIsNotFilledAndWhatIsLeftOver) {
    model::WeightsFile weights = lenetWeights();
    std::find_if(weights.tensors.begin(), weights.tensors.end(), [](const auto& t) {
        return t.name == "fc3.bias";
    })->name = "head.bias";
    const StartFacts facts = startFacts(asked(written(weights)));
    EXPECT_EQ(facts.where, "start.weights");
    EXPECT_THAT(facts.problem.english(),
                testing::AllOf(HasSubstr("fills 5 of the 6 tensors of lenet-300-100"),
                               HasSubstr("missing: 'fc3.bias'"), HasSubstr("left over: 'head.bias'")));
    StartQuestion renamed = asked((folder / "net.safetensors").string());
    renamed.names = (folder / "names.json").string();
    test::writeBytes(renamed.names, R"({"head.bias": "fc3.bias"})");
    EXPECT_EQ(startFacts(renamed).parameters, 6U);
}

TEST_F(StartFileTest, OfAnotherNetworkTheShapesAreTold) {
    const StartFacts facts = startFacts(asked(written(lenetWeights()), "mlp:30,100"));
    EXPECT_THAT(facts.problem.english(), HasSubstr("fc1.weight F32 (300, 784), (30, 784) F32"));
}

TEST_F(StartFileTest, DamagedAndMissingFilesAreRefusedAtTheirField) {
    const std::string file = written(lenetWeights());
    test::writeBytes(file, "no weights");
    EXPECT_EQ(startFacts(asked(file)).where, "start.weights");
    EXPECT_EQ(startFacts(asked((folder / "none.safetensors").string())).where, "start.weights");
    EXPECT_EQ(startFacts(asked("net.pth")).where, "start.weights");
    StartQuestion names = asked("");
    names.names = "names.json";
    EXPECT_EQ(startFacts(names).where, "start.names") << "there is no file whose tensors it names";
}

TEST_F(StartFileTest, AHashIsHeldAgainstTheFile) {
    StartQuestion question = asked(written(lenetWeights()));
    question.sha256 = std::string(64, 'a');
    EXPECT_THAT(startFacts(question).problem.english(), HasSubstr("is expected"));
}

TEST_F(StartFileTest, NewWeightsAndANetworkThatIsNoneAskForNothing) {
    for (const StartQuestion& question : {asked(""), asked("new"), asked("none.safetensors", "no-network")}) {
        const StartFacts facts = startFacts(question);
        EXPECT_TRUE(facts.isKnown());
        EXPECT_EQ(facts.parameters, 0U);
    }
}

TEST_F(StartFileTest, TheCheckOfAnEditOpensNoFile) {
    EXPECT_FALSE(problemOf(config((folder / "none.safetensors").string()), {}, {}))
        << "what the file is worth is told by its facts";
    const StartFacts refused{
        .where = "start.weights", .problem = std::string("no"), .mend = std::string("mend")};
    const auto problem = problemOf(config("any.safetensors"), {}, refused);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->where, "start.weights");
    EXPECT_EQ(problem->reason, QStringLiteral("no. mend"));
}

TEST_F(StartFileTest, TheWindowGoesOnWhileTheFileIsLookedInto) {
    // No thread of the pool is free: whoever waits for one waits for ever.
    auto* pool = QThreadPool::globalInstance();
    QSemaphore running;
    QSemaphore go;
    const int threads = pool->maxThreadCount();
    for (int i = 0; i < threads; ++i) {
        pool->start([&] {
            running.release();
            go.acquire();
        });
    }
    running.acquire(threads);
    StartProbe probe;
    QSignalSpy answers(&probe, &StartProbe::answered);
    probe.ask(asked(written(lenetWeights()), "lenet-5"));
    probe.ask(asked(written(lenetWeights())));
    QTest::qWait(300);
    EXPECT_FALSE(probe.facts());
    go.release(threads);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !answers.isEmpty(); }));
    EXPECT_EQ(probe.facts()->parameters, 6U) << "the last question";
    QTest::qWait(50);
    EXPECT_EQ(answers.count(), 1);
}

class StartFormTest : public ExperimentForm {
protected:
    std::string panel() {
        const auto* label = find<QLabel>(QStringLiteral("startPanel"));
        return label->isHidden() ? "" : label->text().toStdString();
    }
    void begin(const std::string& file) {
        run::RunConfig config = page_->config();
        config.dataset = "fashion-mnist";
        config.model = "lenet-300-100";
        config.start.weights = file;
        page_->setConfig(config);
    }
    test::TemporaryFolder folder_;
};

TEST_F(StartFormTest, TellsBelowTheFieldWhatIsFilled) {
    EXPECT_EQ(panel(), "") << "weights are new";
    test::writeBytes(folder_ / "net.safetensors", model::formatWeights(lenetWeights()));
    begin((folder_ / "net.safetensors").string());
    EXPECT_EQ(panel(), "The file is being looked into…");
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel().starts_with("It fills all 6 tensors"); })) << panel();
    EXPECT_THAT(panel(), HasSubstr("Passed over in the file: 6 ("));
    EXPECT_EQ(messageAt("start.weights"), "");
    begin("new");
    EXPECT_EQ(panel(), "");
}

TEST_F(StartFormTest, TellsAtTheFieldWhatDoesNotFitAndThenDoesNotStart) {
    model::WeightsFile weights = lenetWeights();
    weights.tensors.erase(weights.tensors.begin());
    test::writeBytes(folder_ / "net.safetensors", model::formatWeights(weights));
    begin((folder_ / "net.safetensors").string());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !messageAt("start.weights").empty(); }));
    EXPECT_THAT(messageAt("start.weights"), HasSubstr("of the 6 tensors of lenet-300-100: missing: 'fc1."));
    EXPECT_EQ(panel(), "");
    EXPECT_FALSE(page_->startBlocker().isEmpty());
    begin("new");
    ASSERT_TRUE(QTest::qWaitFor([&] { return page_->startBlocker().isEmpty(); }));
}

}  // namespace
}  // namespace prunescope::ui
