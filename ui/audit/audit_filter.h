#pragma once

#include <QSortFilterProxyModel>
#include <string>

namespace prunescope::ui {

/// Events of one kind, or of all, in which a text stands.
class AuditFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit AuditFilter(QObject* parent = nullptr);
    /// Empty: every kind.
    void setKind(const std::string& kind);
    void setText(const QString& text) { setFilterFixedString(text.trimmed()); }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    std::string kind_;
};

}  // namespace prunescope::ui
