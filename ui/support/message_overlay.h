#pragma once

#include <QWidget>

class QVBoxLayout;

namespace prunescope::ui {

/// Messages that come at any moment, one above the other at the foot of another widget and over what stands
/// there: that does not move.
class MessageOverlay : public QWidget {
    Q_OBJECT
public:
    explicit MessageOverlay(QWidget& host);
    /// Takes a bar, which shows and hides by itself.
    void add(QWidget& bar);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    QRect covered() const;

    QVBoxLayout* bars_;
};

}  // namespace prunescope::ui
