#pragma once

#include <QWidget>
#include <vector>

namespace prunescope::ui {

class Theme;

/// What the colours of the picture mean, in as many lines as the width asks for.
class WeightLegend : public QWidget {
    Q_OBJECT
public:
    explicit WeightLegend(Theme& theme, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Swatch { negative, positive, pruned, cut, revived };
    struct Entry {
        Swatch swatch;
        QString text;
    };
    std::vector<Entry> entries() const;
    /// Places of the entries; the last one's bottom is the height.
    std::vector<QRect> places(int width) const;
    void paintSwatch(QPainter& painter, Swatch swatch, const QRect& place) const;

    Theme& theme_;
};

}  // namespace prunescope::ui
