#pragma once

#include "ui/experiment/start_probe.h"
#include "ui/support/plain_label.h"

#include <optional>

namespace prunescope::ui {

/// What the file that weights start from fills, below its field; hidden where weights are new, and where the
/// field itself says what is wrong.
class StartPanel : public PlainLabel {
    Q_OBJECT
public:
    explicit StartPanel(QWidget* parent = nullptr);

    /// `named`: there is a file. Nothing: it is being looked into.
    void tell(bool named, const std::optional<StartFacts>& facts);
    void retranslate();

private:
    QString words() const;

    bool named_ = false;
    std::optional<StartFacts> facts_;
};

}  // namespace prunescope::ui
