#pragma once

#include "run/config_io.h"

#include <QObject>
#include <map>
#include <string>
#include <vector>

class QVBoxLayout;
class QWidget;

namespace prunescope::ui {

class OptionEditor;
class Theme;

/// The editors for the options of what a form chooses by one of its fields: those of the method, of the
/// optimizer. They change with the choice, and keep their values while another is tried.
class OwnOptions : public QObject {
    Q_OBJECT
public:
    /// The editors are children of `form` and stand in `rows`, below `anchor`; null: at the end.
    OwnOptions(Theme& theme, const run::ConfigGroup& group, QVBoxLayout& rows, QWidget* anchor,
               QWidget& form);

    const run::ConfigGroup& group() const { return group_; }
    const std::vector<OptionEditor*>& editors() const { return editors_; }

    /// Shows what the configuration has chosen, and forgets what was set for other choices. The group of the
    /// configuration then has a value for each option; one whose choice is not known stays as it is.
    void show(run::RunConfig& config);
    /// Takes another choice, with the options as they were last set for it.
    void choose(run::RunConfig& config, const std::string& name);
    /// The values of the editors.
    void read(run::RunConfig& config) const;
    /// What the values are compared with: those of the reference, or the defaults where it has chosen
    /// something else.
    void compare(const run::RunConfig& config, const run::RunConfig& reference);

signals:
    void edited();

private:
    void build(run::RunConfig& config);

    Theme& theme_;
    const run::ConfigGroup& group_;
    QVBoxLayout& rows_;
    QWidget* anchor_;
    QWidget& form_;
    std::vector<OptionEditor*> editors_;
    std::map<std::string, nlohmann::json> lastSet_;  ///< by choice
};

}  // namespace prunescope::ui
