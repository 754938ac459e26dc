#pragma once

#include "base/error.h"
#include "speed/request.h"

#include <QWidget>
#include <filesystem>
#include <optional>
#include <string>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace prunescope::ui {

class MessageBar;
class Theme;

/// The network of the run that the window shows.
struct OpenNetwork {
    std::string model{};
    kernels::Shape images{};
    std::int64_t classes = 10;
    std::filesystem::path weights{};   ///< empty: the run has saved none yet
    std::optional<double> sparsity{};  ///< of those weights, where it is known and above 0

    bool operator==(const OpenNetwork&) const = default;
};

/// What is to be measured, and beside each field what is wrong with it.
class BenchForm : public QWidget {
    Q_OBJECT
public:
    explicit BenchForm(Theme& theme, QWidget* parent = nullptr);

    /// Offers the run's own model first, and chooses it when it has weights.
    void setOpenNetwork(const std::optional<OpenNetwork>& open);
    void chooseOpenNetwork();
    /// Nothing while a field is wrong; it then has the reason beside it.
    std::optional<speed::Request> request() const;
    /// Shows what the engine refused at its field. False when it belongs to none.
    bool showFailure(const Error& error);
    /// Fields cannot be changed while a measurement runs.
    void setLocked(bool locked);
    void retranslate();

signals:
    void edited();

private:
    void layOut();
    void chooseFirst();
    void check();
    bool measuresOpenRun() const;
    QString openText() const;

    std::optional<OpenNetwork> open_;
    QLabel* networkLabel_;
    QComboBox* network_;
    MessageBar* networkMessage_;
    QLabel* sparsitiesLabel_;
    QLineEdit* sparsities_;
    MessageBar* sparsitiesMessage_;
    QLabel* threadsLabel_;
    QSpinBox* threads_;
    QLabel* batchLabel_;
    QSpinBox* batch_;
    QLabel* secondsLabel_;
    QDoubleSpinBox* seconds_;
};

}  // namespace prunescope::ui
