#include "ui/experiment/start_panel.h"

#include "ui/support/format.h"

#include <QStringList>
#include <cstdint>

namespace prunescope::ui {

StartPanel::StartPanel(QWidget* parent) : PlainLabel(parent) {
    setObjectName(QStringLiteral("startPanel"));
    setWordWrap(true);
    setForegroundRole(QPalette::PlaceholderText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    retranslate();
}

void StartPanel::tell(bool named, const std::optional<StartFacts>& facts) {
    named_ = named;
    facts_ = facts;
    retranslate();
}

void StartPanel::retranslate() {
    setText(words());
    setVisible(!text().isEmpty());
}

QString StartPanel::words() const {
    if (!named_) return {};
    if (!facts_) return tr("The file is being looked into…");
    if (facts_->parameters == 0) return {};
    const auto count = [](std::size_t number) { return countText(static_cast<std::int64_t>(number)); };
    QString filled = tr("It fills all %1 tensors of %2.")
                         .arg(count(facts_->parameters), QString::fromStdString(facts_->network));
    if (facts_->passedOver == 0) return filled;
    QStringList names;
    for (const std::string& name : facts_->passedOverNames) names << QString::fromStdString(name);
    if (facts_->passedOver > facts_->passedOverNames.size()) names << QStringLiteral("…");
    return filled + QLatin1Char(' ') +
           tr("Passed over in the file: %1 (%2).")
               .arg(count(facts_->passedOver), names.join(QStringLiteral(", ")));
}

}  // namespace prunescope::ui
