#pragma once

#include "base/text.h"
#include "run/records.h"
#include "run/run_config.h"
#include "ui/network/network_graph.h"
#include "ui/support/job.h"

#include <nlohmann/json.hpp>

#include <QObject>
#include <QTimer>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {

/// What is asked of a network that is described, not trained.
struct NetworkQuestion {
    std::string dataset;
    std::string model;
    std::string dataDir{};  ///< looked into where only the data tell how large an image is
    nlohmann::json dataOptions = nlohmann::json::object();
    nlohmann::json graph = nullptr;  ///< of a network from a file
    bool operator==(const NetworkQuestion&) const = default;
};

NetworkQuestion networkQuestionOf(const run::RunConfig& config);

/// The network's size, or why there is no such network.
struct NetworkFacts {
    std::int64_t parameters = 0;
    std::int64_t weights = 0;                     ///< prunable
    std::int64_t macs = 0;                        ///< of one image, dense
    std::vector<run::LayerDescription> layers{};  ///< prunable, from input to output
    NetworkGraph graph{};
    std::string where{};  ///< option that is refused; empty: none
    Text problem{};
    Text mend{};
    bool isKnown() const { return where.empty(); }
};

/// Answers at once, unless only the data tell how large an image is, and on any thread; from the network's
/// graph: no weights are made.
NetworkFacts networkFacts(const NetworkQuestion& question);

/// Describes the network in the background, a moment after the last question; answers to earlier questions
/// are dropped.
class NetworkProbe : public QObject {
    Q_OBJECT
public:
    explicit NetworkProbe(QObject* parent = nullptr);

    void ask(const NetworkQuestion& question);
    /// Of the last question; nothing while it is being answered.
    const std::optional<NetworkFacts>& facts() const { return facts_; }

signals:
    void answered();

private:
    void start();

    QTimer delay_;
    std::optional<NetworkQuestion> question_;
    std::optional<NetworkFacts> facts_;
    Job job_;
};

}  // namespace prunescope::ui
