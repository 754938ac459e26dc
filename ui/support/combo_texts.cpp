#include "ui/support/combo_texts.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace prunescope::ui {

void setComboTexts(QComboBox& box, const QStringList& texts, int first) {
    const QSignalBlocker quiet(&box);
    const int index = box.count() == 0 ? first : box.currentIndex();
    box.clear();
    box.addItems(texts);
    box.setCurrentIndex(index);
}

}  // namespace prunescope::ui
