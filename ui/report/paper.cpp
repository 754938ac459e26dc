#include "ui/report/paper.h"

#include "report/text.h"
#include "ui/support/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace prunescope::ui::paper {

QColor series(view::Series series) {
    return colourOf(view::seriesColour(series, view::Ground::light));
}

QColor layer(std::size_t layer, std::size_t layers) {
    return colourOf(view::layerColour(layer, layers, view::Ground::light));
}

QColor tint(const QColor& colour, double share) {
    const double part = std::clamp(share, 0.0, 1.0);
    const auto mix = [part](int value) { return static_cast<int>(std::lround(255 + part * (value - 255))); };
    return {mix(colour.red()), mix(colour.green()), mix(colour.blue())};
}

QFont fontOf(const Ink& ink) {
    QFont font;
    // One family for ideographs is named, since a fallback by character may pick the forms of another
    // language; which one is the language's affair.
    const QString latin = ink.fixedPitch ? QStringLiteral("DejaVu Sans Mono") : QStringLiteral("DejaVu Sans");
    font.setFamilies({ink.fixedPitch ? QStringLiteral("Noto Sans Mono") : QStringLiteral("Noto Sans"), latin,
                      QCoreApplication::translate("Language", "Noto Sans CJK JP"),
                      QStringLiteral("sans-serif")});
    font.setPixelSize(static_cast<int>(std::lround(pt(ink.points))));
    font.setBold(ink.bold);
    // Any spacing, however small, keeps letters from being joined: a search for "final" shall find it.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double textWidth(const QString& text, const Ink& ink) {
    const QFontMetricsF metrics(fontOf(ink));
    double widest = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        widest = std::max(widest, metrics.horizontalAdvance(line));
    }
    return widest;
}

QString shortened(const QString& text, const Ink& ink, double width) {
    return QFontMetricsF(fontOf(ink)).elidedText(text, Qt::ElideMiddle, width);
}

QString clean(const std::string& text) {
    return QString::fromStdString(report::cleanText(text));
}

}  // namespace prunescope::ui::paper
