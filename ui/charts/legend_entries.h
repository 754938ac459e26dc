#pragma once

#include "ui/charts/chart_series.h"

#include <QFont>
#include <QFontMetrics>
#include <QPixmap>
#include <QRect>
#include <QSet>
#include <QStringList>
#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

class QPainter;

namespace prunescope::ui {

class Theme;

/// What a legend says of each curve, where that stands, and how it is painted: a sample of the line, the
/// name, and a value, for which there is room.
class LegendEntries {
public:
    /// The first entries, from left to right, then on the next line; the others did not fit.
    struct Layout {
        std::vector<QRect> places;
        QRect sign;  ///< says how many are left out; null: none
        int height = 0;

        std::optional<std::size_t> entryAt(const QPoint& position) const;
    };

    LegendEntries(const Theme& theme, const QFont& font) : theme_(theme), font_(font) {}
    void setFont(const QFont& font);
    /// Whether the labels are the same again; their room and that of their values stays then, even when what
    /// stands behind a label has become shorter. There is room for `widest` in any case.
    bool set(std::vector<ChartSeries> entries, const QString& widest);
    /// Whether one takes more room than there was.
    bool setValues(const QStringList& values);
    void setHidden(const QSet<QString>& labels) { hidden_ = labels; }

    const std::vector<ChartSeries>& all() const { return all_; }
    const QStringList& values() const { return values_; }
    QString valueOf(std::size_t entry) const { return values_.value(static_cast<qsizetype>(entry)); }
    bool isHidden(std::size_t entry) const { return hidden_.contains(all_[entry].label); }
    QPixmap sampleOf(std::size_t entry) const;

    Layout layout(int width, int mostLines = std::numeric_limits<int>::max()) const;
    void draw(QPainter& painter, const Layout& layout) const;

private:
    QRect signAfter(const std::vector<QRect>& places) const;
    void drawEntry(QPainter& painter, std::size_t entry, const QRect& place) const;
    void drawSample(QPainter& painter, const ChartSeries& entry, const QRect& sample, bool hidden) const;
    QFontMetrics metrics() const { return QFontMetrics(font_); }
    int sampleWidth() const { return metrics().averageCharWidth() * 3; }
    int gap() const { return std::max(4, metrics().averageCharWidth()); }

    const Theme& theme_;
    QFont font_;
    std::vector<ChartSeries> all_;
    std::vector<int> nameWidths_;
    std::vector<int> valueWidths_;
    QStringList values_;
    QSet<QString> hidden_;
};

}  // namespace prunescope::ui
