#include "ui/experiment/network_probe.h"

#include "base/error.h"
#include "data/registry.h"
#include "model/network_source.h"

#include <exception>

namespace prunescope::ui {
namespace {

constexpr int delayMs = 250;

NetworkFacts described(const NetworkQuestion& question) {
    run::RunConfig config;
    config.dataset = question.dataset;
    config.dataDir = question.dataDir;
    config.dataOptions = question.dataOptions;
    const data::DatasetFacts data = data::factsOf(config);
    const nn::Graph graph = model::graphOf(
        {.name = question.model, .input = data.shape, .classes = data.outputs(), .graph = question.graph});
    const run::NetworkDescription description = graph.describe();
    NetworkFacts facts{.parameters = description.parameters(),
                       .weights = description.prunableWeights(),
                       .macs = description.macs(),
                       .graph = networkGraphOf(graph)};
    for (const auto& layer : description.layers) {
        if (layer.prunable) facts.layers.push_back(layer);
    }
    return facts;
}

}  // namespace

NetworkQuestion networkQuestionOf(const run::RunConfig& config) {
    return {.dataset = config.dataset,
            .model = config.model,
            .dataDir = config.dataDir,
            .dataOptions = config.dataOptions,
            .graph = config.graph};
}

NetworkFacts networkFacts(const NetworkQuestion& question) {
    NetworkFacts refused;
    refused.where = "model";
    try {
        return described(question);
    } catch (const Error& e) {
        if (!e.where().empty()) refused.where = e.where().english();
        refused.problem = e.problem();
        refused.mend = e.mend();
    } catch (const std::exception& e) {
        refused.problem = Text(e.what());
    }
    return refused;
}

NetworkProbe::NetworkProbe(QObject* parent) : QObject(parent) {
    delay_.setSingleShot(true);
    delay_.setInterval(delayMs);
    connect(&delay_, &QTimer::timeout, this, &NetworkProbe::start);
}

void NetworkProbe::ask(const NetworkQuestion& question) {
    if (question_ == question) return;
    question_ = question;
    facts_.reset();
    job_.cancel();
    delay_.start();
}

void NetworkProbe::start() {
    const auto take = [this](const NetworkFacts& facts) {
        facts_ = facts;
        emit answered();
    };
    // A job does one at a time: whoever types a long name must not fill the memory with half-typed networks.
    job_.start([question = *question_] { return networkFacts(question); }, take,
               [take](const Error& error) { take({.where = "model", .problem = textOf(error)}); });
}

}  // namespace prunescope::ui
