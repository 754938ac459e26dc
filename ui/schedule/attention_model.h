#pragma once

#include "run/records.h"
#include "session/snapshot.h"

#include <QAbstractTableModel>
#include <memory>
#include <vector>

namespace prunescope::ui {

class Theme;

/// The prunable layers: strength z (to be changed), measured sparsity, and what it would be at the draft's
/// target. The patch of colour before a name has holes while the layer runs sparse.
class AttentionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { layerColumn, strengthColumn, nowColumn, thenColumn, columns };

    explicit AttentionModel(Theme& theme, QObject* parent = nullptr);

    /// `strengths` is empty for a method without attention.
    void setLayers(std::vector<run::LayerDescription> layers, std::vector<double> strengths);
    void setEditable(bool editable) { editable_ = editable; }
    void setNow(const std::vector<run::LayerStatistic>& statistics);
    /// By layer, whether it runs from its kept weights alone; empty when that is not known.
    void setRunsSparse(const std::vector<bool>& runsSparse);
    /// Null: not known (yet).
    void setPreview(std::shared_ptr<const session::MaskPreview> preview);

    /// What the run uses. A draft without changes follows along.
    void setApplied(const std::vector<double>& strengths);
    const std::vector<double>& applied() const { return applied_; }
    const std::vector<double>& draft() const { return draft_; }
    bool isChanged() const { return draft_ != applied_; }
    void setAll(double strength);
    /// Back to what the run uses. Not `revert`: views call that by themselves, at every Escape in one field.
    void dropDraft();
    bool hasStrengths() const { return !applied_.empty(); }
    /// New headings after the language has changed.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void draftEdited();

private:
    void changeColumn(Column column);
    QString text(std::size_t row, int column) const;
    QVariant mark(std::size_t row) const;
    QString kernelText(std::size_t row) const;

    Theme& theme_;
    std::vector<run::LayerDescription> layers_;
    std::vector<double> applied_, draft_, now_;
    std::vector<bool> runsSparse_;
    std::shared_ptr<const session::MaskPreview> preview_;
    bool editable_ = false;
};

}  // namespace prunescope::ui
