#pragma once

#include <QScrollArea>

namespace prunescope::ui {

/// Scrolls up and down alone: it is never narrower than what it holds, so that nothing is cut at the side.
class VerticalScroll : public QScrollArea {
    Q_OBJECT
public:
    explicit VerticalScroll(QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace prunescope::ui
