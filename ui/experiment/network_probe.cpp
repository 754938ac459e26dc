#include "ui/experiment/network_probe.h"

#include "base/error.h"
#include "data/registry.h"
#include "nn/models.h"

#include <QFutureWatcher>
#include <QtConcurrent>
#include <exception>

namespace prunescope::ui {
namespace {

constexpr int delayMs = 250;
NetworkFacts described(const NetworkQuestion& question) {
    const data::DatasetSource& source = data::findDataset(question.dataset);
    const nn::Graph graph =
        nn::graphOf({.name = question.model, .input = source.shape, .classes = source.classes()});
    const run::NetworkDescription description = graph.describe();
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
    // One at a time: only the answer to the last question is of use.
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
