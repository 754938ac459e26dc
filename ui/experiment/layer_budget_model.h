#pragma once

#include "run/records.h"

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {

class Theme;

/// The prunable layers of a network, and how much of each may be pruned at most: a share, nothing for what
/// the run decides, 0 for never. A text that means none of these stays in its cell with the reason, and
/// changes no budget.
class LayerBudgetModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { layerColumn, mostColumn, neverColumn, columns };
    using Budgets = std::map<std::string, double>;

    explicit LayerBudgetModel(Theme& theme, QObject* parent = nullptr);

    /// Of another network. Budgets of layers that it does not have go; gives their names.
    QStringList setLayers(std::vector<run::LayerDescription> layers);
    const std::vector<run::LayerDescription>& layers() const { return layers_; }
    /// Those of layers that are not in the table are kept until `setLayers`.
    void setBudgets(Budgets budgets);
    const Budgets& budgets() const { return budgets_; }
    void setReference(Budgets reference);

    /// "conv1: reason" of the first layer whose text is refused; empty when all are allowed.
    QString refusal() const;
    /// Brings back what was allowed before the text that `refusal` names. False when there is none.
    bool giveUp();
    /// Texts in another language.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    /// A budget changed, or a text was refused or given up.
    void edited();

private:
    const std::string& nameOf(int row) const { return layers_[static_cast<std::size_t>(row)].name; }
    std::optional<double> budgetOf(int row) const;
    void setBudget(int row, std::optional<double> budget);
    void takeText(int row, const QString& text);
    void changeRow(int row);
    QString mostText(int row) const;
    QString allowedText(int row) const;
    QString layerText(int row) const;
    QString accessibleText(const QModelIndex& index) const;
    bool isChanged(int row) const;

    Theme& theme_;
    std::vector<run::LayerDescription> layers_;
    Budgets budgets_;
    Budgets reference_;
    std::map<int, QString> refused_;  ///< by row, the text that was typed
};

}  // namespace prunescope::ui
