#pragma once

#include "ui/experiment/network_probe.h"

#include <QObject>
#include <QTimer>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {

/// What is asked of the file that weights start from: whether it fits the network.
struct StartQuestion {
    NetworkQuestion network;
    std::string weights{};
    std::string names{};
    std::string sha256{};
    bool operator==(const StartQuestion&) const = default;
};

StartQuestion startQuestionOf(const run::RunConfig& config);

/// How a file of weights fits, or why it cannot be begun with.
struct StartFacts {
    std::string network{};
    std::size_t parameters = 0;  ///< tensors of the network, each of which is filled; 0: weights are new
    std::size_t passedOver = 0;  ///< tensors of the file that nobody has to miss
    std::vector<std::string> passedOverNames{};  ///< the first of them
    std::string where{};                         ///< option that is refused; empty: none
    Text problem{};
    Text mend{};
    bool isKnown() const { return where.empty(); }
};

/// On any thread; reads what describes the tensors, and all of the file only where its hash is asked for or
/// it is an ONNX network. Of a network that is refused nothing is known and nothing is refused: that is told
/// of the network.
StartFacts startFacts(const StartQuestion& question);

/// Looks into the file in the background, a moment after the last question; answers to earlier questions are
/// dropped.
class StartProbe : public QObject {
    Q_OBJECT
public:
    explicit StartProbe(QObject* parent = nullptr);

    void ask(const StartQuestion& question);
    /// Of the last question; nothing while it is being answered.
    const std::optional<StartFacts>& facts() const { return facts_; }

signals:
    void answered();

private:
    void start();

    QTimer delay_;
    std::optional<StartQuestion> question_;
    std::optional<StartFacts> facts_;
    Job job_;
};

}  // namespace prunescope::ui
