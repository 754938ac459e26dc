#include "ui/experiment/start_probe.h"

#include "base/error.h"
#include "data/registry.h"
#include "model/network_source.h"
#include "train/initial_weights.h"

#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int lookDelayMs = 250;
constexpr std::size_t mostNamesShown = 12;
constexpr std::size_t mostPassedOverShown = 3;  ///< nobody has to do anything about them
constexpr const char* weightsKey = "start.weights";
constexpr const char* namesKey = "start.names";

run::RunConfig configOf(const StartQuestion& question) {
    run::RunConfig config;
    config.dataset = question.network.dataset;
    config.dataDir = question.network.dataDir;
    config.dataOptions = question.network.dataOptions;
    config.model = question.network.model;
    config.graph = question.network.graph;
    config.start = {.weights = question.weights, .names = question.names, .sha256 = question.sha256};
    return config;
}

/// Nothing for a network that is refused.
std::optional<nn::Graph> networkOf(const run::RunConfig& config) {
    try {
        const data::DatasetFacts data = data::factsOf(config);
        return model::graphOf(
            {.name = config.model, .input = data.shape, .classes = data.outputs(), .graph = config.graph});
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// At one of the two fields, whatever file the error names.
void refuse(StartFacts& facts, const Error& error) {
    const std::string where = error.where().english();
    const bool isField = where == weightsKey || where == namesKey;
    facts.where = isField ? where : weightsKey;
    facts.problem = isField ? error.problem() : Text::of("{}: {}", error.where(), error.problem());
    facts.mend = error.mend();
}

}  // namespace

StartQuestion startQuestionOf(const run::RunConfig& config) {
    return {.network = networkQuestionOf(config),
            .weights = config.start.weights,
            .names = config.start.names,
            .sha256 = config.start.sha256};
}

StartFacts startFacts(const StartQuestion& question) {
    StartFacts facts;
    const run::RunConfig config = configOf(question);
    // A network of one's own that brings its weights along is filled by them.
    const bool ownWeights = question.weights.empty() && question.names.empty();
    const auto graph = ownWeights ? std::nullopt : networkOf(config);
    if (!graph) return facts;
    try {
        const auto fit = train::fitOfStart(config, *graph);
        if (!fit) return facts;
        model::expectWhole(fit->fit, *graph, fit->file, mostNamesShown);
        const std::vector<std::string>& passed = fit->fit.passedOver;
        facts.network = graph->name();
        facts.parameters = fit->fit.parameters;
        facts.passedOver = passed.size();
        const std::size_t shown = std::min(mostPassedOverShown, passed.size());
        facts.passedOverNames.assign(passed.begin(), passed.begin() + static_cast<std::ptrdiff_t>(shown));
    } catch (const Error& e) {
        refuse(facts, e);
    }
    return facts;
}

StartProbe::StartProbe(QObject* parent) : QObject(parent) {
    delay_.setSingleShot(true);
    delay_.setInterval(lookDelayMs);
    connect(&delay_, &QTimer::timeout, this, &StartProbe::start);
}

void StartProbe::ask(const StartQuestion& question) {
    if (question_ == question) return;
    question_ = question;
    facts_.reset();
    job_.cancel();
    delay_.start();
}

void StartProbe::start() {
    const auto take = [this](StartFacts facts) {
        facts_ = std::move(facts);
        emit answered();
    };
    job_.start([question = *question_] { return startFacts(question); }, take,
               [take](const Error& error) { take({.where = weightsKey, .problem = textOf(error)}); });
}

}  // namespace prunescope::ui
