#pragma once

#include <QImage>
#include <QWidget>
#include <vector>

namespace prunescope::ui {

/// Small pictures side by side, as many as there is room for, each pixel a whole number of the screen's.
class SampleStrip : public QWidget {
    Q_OBJECT
public:
    /// All of one size, and at least one.
    explicit SampleStrip(std::vector<QImage> pictures, QWidget* parent = nullptr);

    /// Pixels of the screen for one of a picture.
    int multiple() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSize sizeOf(int count) const;
    QSize cell() const;  ///< in pixels of the screen
    int gap() const;     ///< likewise

    std::vector<QImage> pictures_;
};

}  // namespace prunescope::ui
