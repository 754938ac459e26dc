#include "ui/experiment/presets.h"

#include "base/error.h"
#include "run/config_io.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <algorithm>
#include <array>

namespace prunescope::ui {
namespace {

constexpr const char* context = "Presets";

struct PresetTexts {
    const char* id;
    const char* title;
    const char* description;
};

/// In the order of the list.
constexpr std::array<PresetTexts, 5> knownPresets{{
    {"lenet-5-map-95", QT_TRANSLATE_NOOP("Presets", "LeNet-5, MAP, 95 %"),
     QT_TRANSLATE_NOOP("Presets", "The default: a small convolutional network loses 95 % of its weights.")},
    {"lenet-300-100-map-98", QT_TRANSLATE_NOOP("Presets", "LeNet-300-100, MAP, 98 %"),
     QT_TRANSLATE_NOOP("Presets", "A dense network keeps one weight in fifty.")},
    {"quick-look", QT_TRANSLATE_NOOP("Presets", "Quick look, 3 epochs"),
     QT_TRANSLATE_NOOP("Presets", "A whole run in seconds, to see every page at work.")},
    {"lenet-5-dense", QT_TRANSLATE_NOOP("Presets", "LeNet-5, dense baseline"),
     QT_TRANSLATE_NOOP("Presets", "The same network without pruning, to compare with.")},
    {"lenet-5-gmp-95", QT_TRANSLATE_NOOP("Presets", "LeNet-5, GMP, 95 %"),
     QT_TRANSLATE_NOOP("Presets",
                       "The default run with gradual magnitude pruning, where cut weights stay "
                       "cut.")},
}};

const PresetTexts* textsOf(const QString& id) {
    const auto* const found = std::find_if(knownPresets.begin(), knownPresets.end(),
                                           [&id](const auto& p) { return id == QLatin1String(p.id); });
    return found == knownPresets.end() ? nullptr : found;
}

std::size_t rankOf(const QString& id) {
    const PresetTexts* texts = textsOf(id);
    return texts == nullptr ? knownPresets.size() : static_cast<std::size_t>(texts - knownPresets.data());
}

}  // namespace

std::vector<Preset> loadPresets(const QString& folder) {
    std::vector<Preset> presets;
    const QDir directory(folder);
    for (const QFileInfo& entry :
         directory.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly)) continue;
        try {
            presets.push_back(
                {entry.completeBaseName(),
                 run::configFromText(file.readAll().toStdString(), entry.fileName().toStdString())});
        } catch (const Error&) {
            continue;
        }
    }
    std::stable_sort(presets.begin(), presets.end(),
                     [](const Preset& a, const Preset& b) { return rankOf(a.id) < rankOf(b.id); });
    return presets;
}

QString presetTitle(const QString& id) {
    const PresetTexts* texts = textsOf(id);
    return texts == nullptr ? id : QCoreApplication::translate(context, texts->title);
}

QString presetDescription(const QString& id) {
    const PresetTexts* texts = textsOf(id);
    return texts == nullptr ? QString() : QCoreApplication::translate(context, texts->description);
}

}  // namespace prunescope::ui
