#pragma once

#include <QSet>
#include <QString>

namespace prunescope::ui {

/// Which entries of a legend are hidden: a click hides or shows one, a double click leaves one alone.
class HiddenCurves {
public:
    const QSet<QString>& labels() const { return hidden_; }
    void toggle(const QString& label);
    /// Hides the others; when they are hidden already, all come back. The click that a double click begins
    /// with does not count.
    void isolate(const QString& label, const QSet<QString>& others);

private:
    QSet<QString> hidden_;
    QSet<QString> hiddenBefore_;  ///< the latest click
    QString toggled_;
};

}  // namespace prunescope::ui
