#pragma once

#include <QSettings>
#include <QWidget>

namespace prunescope::ui {

class RunModel;
class Theme;

/// What every page of the window is given. All of it outlives the pages.
struct PageContext {
    RunModel& run;
    Theme& theme;
    QSettings& settings;
};

/// A page: shows and hides by itself (a page that cannot be seen does nothing; on showEvent it catches up),
/// and sets all its texts in `retranslate`, which the constructor calls and which runs again on a new
/// language.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;
};

}  // namespace prunescope::ui
