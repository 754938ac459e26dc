#include "ui/experiment/form_layout.h"

#include "model/network_format.h"
#include "nn/models.h"
#include "run/config_io.h"
#include "run/run_config.h"
#include "train/choices.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace prunescope::ui {
namespace {

/// The main options in their order, and the column of each.
constexpr std::array<std::pair<std::string_view, FormColumn>, 8> mainKeys{{
    {"dataset", FormColumn::data},
    {"data_dir", FormColumn::data},
    {"model", FormColumn::network},
    {"method", FormColumn::plan},
    {"schedule.target", FormColumn::plan},
    {"epochs", FormColumn::plan},
    {"seed", FormColumn::plan},
    {"threads", FormColumn::plan},
}};

/// Shares of weights, images and outputs, which people write in percent.
constexpr std::array<std::string_view, 6> percentKeys{
    "schedule.initial", "schedule.target", "data.share", "validation_fraction", "dropout", "label_smoothing"};

/// Beginning of a key and its part.
constexpr std::array<std::pair<std::string_view, FormPart>, 12> beginnings{{
    {"data.", FormPart::data},
    {"validation_fraction", FormPart::data},
    {"augment.", FormPart::data},
    {"start.", FormPart::network},
    {"dropout", FormPart::network},
    {"label_smoothing", FormPart::network},
    {"class_weights", FormPart::network},
    {"schedule.", FormPart::schedule},
    {"pruning.layers", FormPart::layers},
    {"pruning.", FormPart::pruning},
    {"method.", FormPart::method},
    {"learning_rate.", FormPart::learningRate},
}};

struct PartTexts {
    const char* name;
    const char* title;
};
constexpr std::array<PartTexts, formParts> partTexts{{
    {"main", ""},
    {"data", QT_TRANSLATE_NOOP("ConfigForm", "Data options")},
    {"network", QT_TRANSLATE_NOOP("ConfigForm", "Start and regularisation")},
    {"schedule", QT_TRANSLATE_NOOP("ConfigForm", "Schedule")},
    {"pruning", QT_TRANSLATE_NOOP("ConfigForm", "Pruning")},
    {"layers", QT_TRANSLATE_NOOP("ConfigForm", "Layers")},
    {"method", QT_TRANSLATE_NOOP("ConfigForm", "Method options")},
    {"training", QT_TRANSLATE_NOOP("ConfigForm", "Optimizer")},
    {"learning_rate", QT_TRANSLATE_NOOP("ConfigForm", "Learning rate")},
}};

const auto* mainKey(std::string_view key) {
    const auto found =
        std::find_if(mainKeys.begin(), mainKeys.end(), [&](const auto& main) { return main.first == key; });
    return found == mainKeys.end() ? nullptr : found;
}

bool isMain(std::string_view key) {
    return mainKey(key) != nullptr;
}

/// A name that can be asked for, from a pattern such as "resnet-N".
std::string exampleOf(std::string name) {
    const auto replace = [&name](std::string_view pattern, std::string_view example) {
        const std::size_t at = name.find(pattern);
        if (at != std::string::npos) name.replace(at, pattern.size(), example);
    };
    replace("WIDTHS", "300,100");
    replace("-N", "-8");
    replace("-D-K", "-16-4");
    return name;
}

/// Of all files with the ending of "FILE.json".
QString patternOf(const std::string& file) {
    return QLatin1Char('*') + QString::fromStdString(file.substr(file.rfind('.')));
}

/// Those that `model::openWeightsSource` opens.
QStringList weightFiles() {
    QStringList files{QStringLiteral("*.onnx")};
    for (const model::NetworkFormat& format : model::networkFormats()) {
        if (format.open == nullptr) continue;
        for (const std::string& suffix : format.suffixes) files << patternOf(suffix);
    }
    return files;
}

}  // namespace

FormPart partOf(const std::string& key) {
    if (isMain(key)) return FormPart::main;
    for (const auto& [beginning, part] : beginnings) {
        if (key.starts_with(beginning)) return part;
    }
    return FormPart::training;
}

FormColumn columnOf(FormPart part) {
    switch (part) {
        case FormPart::data:
            return FormColumn::data;
        case FormPart::network:
        case FormPart::layers:
            return FormColumn::network;
        default:
            return FormColumn::plan;
    }
}

FormColumn columnOf(const std::string& key) {
    const auto* main = mainKey(key);
    return main == nullptr ? columnOf(partOf(key)) : main->second;
}

QString columnTitle(FormColumn column) {
    constexpr std::array<const char*, formColumns> titles{QT_TRANSLATE_NOOP("ConfigForm", "Data"),
                                                          QT_TRANSLATE_NOOP("ConfigForm", "Network"),
                                                          QT_TRANSLATE_NOOP("ConfigForm", "Plan")};
    return QCoreApplication::translate("ConfigForm", titles[static_cast<std::size_t>(column)]);
}

QString partName(FormPart part) {
    return QLatin1String(partTexts[static_cast<std::size_t>(part)].name);
}

QString partTitle(FormPart part) {
    return QCoreApplication::translate("ConfigForm", partTexts[static_cast<std::size_t>(part)].title);
}

std::vector<std::string> keysInOrder() {
    std::vector<std::string> keys;
    keys.reserve(mainKeys.size() + run::configFields().size());
    for (const auto& [key, column] : mainKeys) keys.emplace_back(key);
    for (const auto& field : run::configFields()) {
        if (!isMain(field.description.key)) keys.push_back(field.description.key);
    }
    return keys;
}

EditorHints hintsFor(const std::string& key) {
    EditorHints hints;
    for (const run::Description* d : train::choicesOf(key))
        hints.suggestions.push_back({d->name, d->title, d->summary});
    if (key == "model") {
        for (const auto& entry : nn::networks()) {
            // A file of one's own is chosen or typed in: its name stands for none.
            if (run::namesNetworkFile(entry.description.name)) {
                hints.files << patternOf(entry.description.name);
                continue;
            }
            const std::string example = exampleOf(entry.description.name);
            hints.suggestions.push_back({example, example, entry.description.summary});
        }
        hints.freeText = true;
    } else if (key == "data_dir") {
        hints.place = true;
    } else if (key == "start.weights") {
        hints.files = weightFiles();
    } else if (key == "start.names") {
        hints.files = {QStringLiteral("*.json")};
    } else if (key == "augment.shift") {
        hints.automatic = -1;
    } else if (key == "threads") {
        hints.automatic = 0;
    }
    hints.percent = std::find(percentKeys.begin(), percentKeys.end(), key) != percentKeys.end();
    return hints;
}

}  // namespace prunescope::ui
