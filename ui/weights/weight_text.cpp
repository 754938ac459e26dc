#include "ui/weights/weight_text.h"

#include "ui/support/format.h"

#include <QStringList>

namespace prunescope::ui {
namespace {

QString titled(const QString& title) {
    return QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped());
}

QString row(const QString& name, const QString& value) {
    return QStringLiteral("<tr><td style='white-space:nowrap'>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

}  // namespace

QString WeightText::place(const QString& layer, const std::vector<std::int64_t>& shape, std::int64_t index) {
    QStringList position;
    for (std::size_t axis = shape.size(); axis-- > 0;) {
        position.prepend(QString::number(index % shape[axis]));
        index /= shape[axis];
    }
    return QStringLiteral("%1 [%2]").arg(layer, position.join(QStringLiteral(", ")));
}

QString WeightText::details(const QString& title, const QString& reason,
                            const session::WeightDetail& detail) {
    QString rows =
        row(tr("Value"), significantText(static_cast<double>(detail.value), 5)) +
        row(tr("In use as"), significantText(static_cast<double>(detail.effective), 5)) +
        row(tr("State"),
            tr("%1, at step %2").arg(detail.kept ? tr("kept") : tr("pruned"), countText(detail.step.value))) +
        row(tr("Rank in layer"), countText(detail.rankInLayer)) +
        row(tr("Rank in network"), countText(detail.rankInNetwork));
    if (detail.attention) rows += row(tr("Attention A"), decimalText(*detail.attention, 4));
    if (detail.changes) {
        rows += row(tr("Times cut or revived"), countText(*detail.changes));
    }
    if (detail.lastChange) {
        const QString step = countText(detail.lastChange->value);
        rows += row(detail.kept ? tr("Revived last at step") : tr("Cut last at step"), step);
    }
    // Of a run that has ended, the file of its weights is all there is.
    if (!detail.changes) rows += row(tr("Times cut or revived"), tr("– (known while the run goes on)"));
    return titled(title) + QStringLiteral("<p>%1</p><table>%2</table>").arg(reason.toHtmlEscaped(), rows);
}

QString WeightText::pending(const QString& title) {
    return titled(title);
}

QString WeightText::arrangement(view::Arrangement arrangement) {
    switch (arrangement) {
        case view::Arrangement::kernels:
            return tr("Kernels");
        case view::Arrangement::images:
            return tr("Inputs");
        case view::Arrangement::matrix:
            break;
    }
    return tr("Matrix");
}

}  // namespace prunescope::ui
