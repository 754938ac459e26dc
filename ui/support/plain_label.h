#pragma once

#include <QLabel>

namespace prunescope::ui {

/// A label that shows every text as it stands. QLabel guesses whether a text is HTML, and names and reasons
/// that come with a run may look so: then a part of them would vanish, and a picture that they name would be
/// loaded.
class PlainLabel : public QLabel {
    Q_OBJECT
public:
    explicit PlainLabel(QWidget* parent = nullptr);
};

/// One line that gives way: what does not fit is left out in the middle and stands whole in the tool tip.
class ElidedLabel : public PlainLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool fits() const;
};

}  // namespace prunescope::ui
