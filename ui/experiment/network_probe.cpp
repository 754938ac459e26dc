#include "ui/experiment/network_probe.h"

#include "base/error.h"
#include "data/registry.h"
#include "nn/models.h"

#include <QFutureWatcher>
#include <QtConcurrent>
#include <charconv>
#include <exception>

namespace prunescope::ui {
namespace {

constexpr int delayMs = 250;
constexpr std::int64_t largestBuilt = 4'000'000;  ///< weights; more would take too much memory for a question
constexpr std::int64_t widestLayer = 100'000;     ///< the engine refuses more, in its own words
constexpr std::size_t mostLayers = 32;
constexpr std::string_view perceptron = "mlp:";

/// Hidden widths of "mlp:300,100"; nothing when the engine would not take the name.
std::optional<std::vector<std::int64_t>> widthsOf(std::string_view name) {
    if (!name.starts_with(perceptron)) return std::nullopt;
    name.remove_prefix(perceptron.size());
    std::vector<std::int64_t> widths;
    while (widths.size() < mostLayers) {
        const std::string_view item = name.substr(0, name.find(','));
        std::int64_t width = 0;
        const auto [end, code] = std::from_chars(item.data(), item.data() + item.size(), width);
        const bool whole = code == std::errc{} && end == item.data() + item.size();
        if (!whole || width < 1 || width > widestLayer) return std::nullopt;
        widths.push_back(width);
        if (item.size() == name.size()) return widths;
        name.remove_prefix(item.size() + 1);
    }
    return std::nullopt;
}

/// Dense layers (O, I) with O biases: I * O weights and as many multiply-accumulates.
std::optional<NetworkFacts> largePerceptron(const std::string& name, std::int64_t inputs,
                                            std::int64_t classes) {
    auto widths = widthsOf(name);
    if (!widths) return std::nullopt;
    widths->push_back(classes);
    NetworkFacts facts;
    for (const std::int64_t width : *widths) {
        facts.weights += inputs * width;
        facts.parameters += (inputs + 1) * width;
        facts.prunableLayers.push_back("fc" + std::to_string(facts.prunableLayers.size() + 1));
        inputs = width;
    }
    facts.macs = facts.weights;
    if (facts.weights <= largestBuilt) return std::nullopt;
    return facts;
}

NetworkFacts described(const NetworkQuestion& question) {
    run::RunConfig config;
    config.dataset = question.dataset;
    config.dataDir = question.dataDir;
    config.dataOptions = question.dataOptions;
    const data::DatasetFacts data = data::factsOf(config);
    if (auto large = largePerceptron(question.model, data.shape.size(), data.classes())) return *large;
    const auto network = nn::buildNetwork<float>(
        {.name = question.model, .input = data.shape, .classes = data.classes(), .capacity = 1});
    const run::NetworkDescription description = network.describe();
    NetworkFacts facts{.parameters = description.parameters(),
                       .weights = description.prunableWeights(),
                       .macs = description.macs()};
    for (const auto& layer : description.layers) {
        if (layer.prunable) facts.prunableLayers.push_back(layer.name);
    }
    return facts;
}

}  // namespace

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
    ++job_;
    delay_.start();
}

void NetworkProbe::start() {
    // One at a time: whoever types a long name must not fill the memory with half-typed networks.
    if (busy_) return;
    busy_ = true;
    auto* watcher = new QFutureWatcher<NetworkFacts>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, job = job_] {
        watcher->deleteLater();
        busy_ = false;
        if (job != job_) {
            if (!delay_.isActive()) start();
            return;
        }
        facts_ = watcher->result();
        emit answered();
    });
    // The task holds copies alone, so it may outlive this object.
    watcher->setFuture(QtConcurrent::run(networkFacts, *question_));
}

}  // namespace prunescope::ui
