#include "ui/charts/chart_menu.h"

#include <QAction>
#include <QMenu>

namespace prunescope::ui {

ChartMenu::ChartMenu(QWidget* parent) : QToolButton(parent) {
    setObjectName(QStringLiteral("chartMenu"));
    setText(QStringLiteral("⋯"));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    savePng_ = menu->addAction(QString());
    saveSvg_ = menu->addAction(QString());
    saveCsv_ = menu->addAction(QString());
    menu->addSeparator();
    logarithmic_ = menu->addAction(QString());
    logarithmic_->setCheckable(true);
    fromZero_ = menu->addAction(QString());
    fromZero_->setCheckable(true);
    wholeRun_ = menu->addAction(QString());
    fit_ = menu->addAction(QString());
    fit_->setObjectName(QStringLiteral("fitValues"));
    fit_->setEnabled(false);
    setMenu(menu);
    setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    connect(savePng_, &QAction::triggered, this, [this] { emit saveRequested(QStringLiteral("png")); });
    connect(saveSvg_, &QAction::triggered, this, [this] { emit saveRequested(QStringLiteral("svg")); });
    connect(saveCsv_, &QAction::triggered, this, [this] { emit saveRequested(QStringLiteral("csv")); });
    connect(logarithmic_, &QAction::toggled, this, &ChartMenu::logarithmicToggled);
    connect(fromZero_, &QAction::toggled, this, &ChartMenu::fromZeroToggled);
    connect(wholeRun_, &QAction::triggered, this, &ChartMenu::wholeRunRequested);
    connect(fit_, &QAction::triggered, this, &ChartMenu::fitRequested);
}

void ChartMenu::setLogarithmic(bool logarithmic) {
    logarithmic_->setChecked(logarithmic);
}

void ChartMenu::setFromZero(bool fromZero) {
    fromZero_->setChecked(fromZero);
}

void ChartMenu::setHeld(bool held) {
    fit_->setEnabled(held);
}

void ChartMenu::retranslate() {
    savePng_->setText(tr("Save as PNG…"));
    saveSvg_->setText(tr("Save as SVG…"));
    saveCsv_->setText(tr("Save the numbers as CSV…"));
    logarithmic_->setText(tr("Logarithmic axis"));
    fromZero_->setText(tr("Axis from zero"));
    wholeRun_->setText(tr("Show the whole run"));
    fit_->setText(tr("Fit the values again"));
    setToolTip(tr("Saves this chart as PNG, SVG or CSV, and sets its axis."));
}

}  // namespace prunescope::ui
