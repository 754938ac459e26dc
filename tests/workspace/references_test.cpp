#include "workspace/references.h"

#include "store/example_run.h"
#include "store/run_label.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

namespace prunescope::workspace {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Wanted {
    std::string name;
    std::string method = "dense";
    std::int64_t seed = 1;
    bool ended = true;
    bool measured = true;
    std::string model = "lenet-5";
};

class ReferencesTest : public testing::Test {
protected:
    store::RunFolder record(const Wanted& wanted) {
        run::RunHeader header = test::exampleHeader();
        header.config.method = wanted.method;
        header.config.methodOptions = nlohmann::json::object();
        header.config.seed = wanted.seed;
        header.config.model = wanted.model;
        header.provenance.startedMs += ++runs;
        std::filesystem::create_directory(folder / wanted.name);
        const store::RunFolder run(folder / wanted.name);
        store::RunRecorder recorder(run);
        recorder.begin(header);
        if (wanted.measured) recorder.record(test::exampleEvaluation(2, run::Split::test));
        run::RunOutcome outcome = test::exampleOutcome();
        outcome.state = run::RunState::finished;
        if (wanted.ended) recorder.finish(outcome);
        return run;
    }
    static std::vector<std::string> names(const std::vector<ReferenceChoice>& choices) {
        std::vector<std::string> all;
        for (const ReferenceChoice& choice : choices) all.push_back(choice.id);
        return all;
    }

    test::TemporaryFolder folder;
    int runs = 0;
};

TEST_F(ReferencesTest, AreTheDenseRunsOfTheExperimentTheBestFirst) {
    const store::RunFolder own = record({.name = "own", .method = "map"});
    record({.name = "match"});
    record({.name = "other seed", .seed = 2});
    record({.name = "cut off", .ended = false});
    record({.name = "newer seed", .seed = 3});
    record({.name = "pruned", .method = "gmp"});
    record({.name = "other network", .model = "lenet-300-100"});
    record({.name = "unmeasured", .measured = false});
    const auto choices = referencesFor(own);
    EXPECT_THAT(names(choices), ElementsAre("match", "newer seed", "other seed", "cut off"));
    EXPECT_TRUE(choices[0].matches);
    EXPECT_FALSE(choices[1].matches);
    EXPECT_TRUE(choices[1].finished);
    EXPECT_FALSE(choices[3].finished);
}

TEST_F(ReferencesTest, TheReferenceOfTheWorkspaceComesFirstWhereItFits) {
    const store::RunFolder own = record({.name = "own", .method = "map"});
    record({.name = "match"});
    const store::RunFolder other = record({.name = "other seed", .seed = 2});
    store::setReference(other, true);
    const auto choices = referencesFor(own);
    EXPECT_THAT(names(choices), ElementsAre("other seed", "match"));
    EXPECT_TRUE(choices[0].chosen);
    EXPECT_TRUE(choices[0].matches) << "it is taken unless another is asked for";
    EXPECT_FALSE(choices[1].chosen);
    store::setReference(record({.name = "other network", .model = "lenet-300-100"}), true);
    EXPECT_THAT(names(referencesFor(own)), ElementsAre("match", "other seed"));
    store::setReference(record({.name = "cut off", .ended = false}), true);
    EXPECT_THAT(names(referencesFor(own)), ElementsAre("match", "cut off", "other seed"))
        << "what did not finish is offered, not taken";
}

TEST_F(ReferencesTest, OfADenseRunAreOthersThanItself) {
    const store::RunFolder own = record({.name = "own"});
    record({.name = "twin"});
    EXPECT_THAT(names(referencesFor(own)), ElementsAre("twin"));
}

TEST_F(ReferencesTest, AreNoneWhereTheWorkspaceCannotBeRead) {
    EXPECT_THAT(referencesFor(store::RunFolder(folder / "gone" / "run")), IsEmpty());
}

}  // namespace
}  // namespace prunescope::workspace
