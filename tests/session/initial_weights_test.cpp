// A run that starts from weights of a file.

#include "model/network_format.h"
#include "session/tiny_session.h"
#include "support/trained_model.h"

#include <fstream>

namespace prunescope::session {
namespace {

class SessionFromWeights : public TinySession {
protected:
    SessionFromWeights() {
        const model::NetworkFormat& format = model::networkFormats().get("safetensors");
        const auto options =
            run::completedOptions(format.description, model::formatOptions, nlohmann::json::object());
        const std::filesystem::path file = folder_.path() / "net.safetensors";
        std::ofstream(file, std::ios::binary)
            << format.make(test::trainedModel("mlp:16", {1, 28, 28}), options, "net").front().bytes;
        config_.start.weights = file.string();
        config_.epochs = 2;
    }

    MemorySink sink_;
};

TEST_F(SessionFromWeights, IsMeasuredBeforeItsFirstStep) {
    EXPECT_EQ(TinySession::start(sink_, false)->wait().state, run::RunState::finished);
    const auto& kept = sink_.kept();
    ASSERT_GE(kept.evaluations.size(), 2U);
    for (const std::size_t first : {0U, 1U}) EXPECT_EQ(kept.evaluations[first].step, StepIndex{0});
    EXPECT_EQ(kept.evaluations[1].split, run::Split::test);
    ASSERT_TRUE(kept.header.network.initialWeights.has_value());
    EXPECT_EQ(kept.header.network.initialWeights->files.front().name, "net.safetensors");
}

TEST_F(SessionFromWeights, IsNotMeasuredBeforeWhereTheyAreNew) {
    config_.start = {};
    TinySession::start(sink_, false)->wait();
    EXPECT_GT(sink_.kept().evaluations.front().step, StepIndex{0});
}

}  // namespace
}  // namespace prunescope::session
