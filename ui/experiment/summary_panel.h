#pragma once

#include "ui/experiment/network_probe.h"

#include <QWidget>
#include <array>
#include <optional>

class QLabel;

namespace prunescope::ui {

/// What the network costs, side by side: parameters, prunable weights, multiply-accumulates, run time.
class SummaryPanel : public QWidget {
    Q_OBJECT
public:
    explicit SummaryPanel(QWidget* parent = nullptr);

    /// Nothing: it is being found out, or cannot be.
    void show(const std::optional<NetworkFacts>& facts, double seconds);
    void retranslate();

private:
    void nameValues();

    static constexpr std::size_t figures = 4;
    std::array<QLabel*, figures> titles_{};
    std::array<QLabel*, figures> values_{};
};

}  // namespace prunescope::ui
