// A run as MLflow's file store keeps it (mlflow/store/tracking/file_store.py), which `mlflow ui` shows and
// `mlflow migrate-filestore` puts into a database:
//
//     EXPERIMENT/meta.yaml
//     EXPERIMENT/RUN/meta.yaml
//     EXPERIMENT/RUN/metrics/NAME    lines "milliseconds value step"
//     EXPERIMENT/RUN/params/NAME     the value
//     EXPERIMENT/RUN/tags/NAME       the value
//     EXPERIMENT/RUN/artifacts/...

#include "base/clean_text.h"
#include "base/error.h"
#include "base/sha256.h"
#include "model/formats.h"
#include "model/mlflow_names.h"
#include "model/run_curves.h"
#include "run/config_io.h"
#include "run/record_json.h"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace prunescope::model {
namespace {

/// Longest values of a parameter and a tag that MLflow takes.
constexpr std::size_t longestParameter = 6000;
constexpr std::size_t longestTag = 5000;

/// MLflow's numbers: RunStatus of service.proto, and SourceType LOCAL.
int statusNumber(run::RunState state) {
    switch (state) {
        case run::RunState::running:
            return 1;
        case run::RunState::finished:
            return 3;
        case run::RunState::failed:
            return 4;
        case run::RunState::stopped:
            return 5;
    }
    return 1;
}
constexpr int localSource = 4;

/// Digits that are the same for the same text. The database that a store is put into numbers its experiments.
std::string experimentNumber(const std::string& name) {
    constexpr std::uint64_t range = 900'000'000'000'000'000;
    const std::uint64_t drawn = std::stoull(sha256Hex(name).substr(0, 15), nullptr, 16);
    return std::to_string(100'000'000'000'000'000 + drawn % range);
}

/// Makes the files of one run.
class MlflowStore {
public:
    MlflowStore(const TrainedModel& model, const nlohmann::json& options, std::string root)
        : model_(model),
          header_(model.record.header),
          experiment_(options["experiment"].get<std::string>()),
          location_(options["location"].get<std::string>()),
          experimentId_(experimentNumber(experiment_)),
          runId_(sha256Hex(fmt::format("{} {} {}", model.name, header_.provenance.host,
                                       header_.provenance.startedMs))
                     .substr(0, 32)),
          root_(std::move(root)) {}

    std::vector<ExportedFile> files() {
        add(experimentId_ + "/meta.yaml", experimentYaml());
        addToRun("meta.yaml", runYaml());
        addMetrics();
        addParameters();
        addTags();
        addArtifacts();
        return std::move(files_);
    }

private:
    void add(const std::string& path, std::string bytes) {
        files_.push_back({root_ + "/" + path, std::move(bytes)});
    }
    void addToRun(const std::string& path, std::string bytes) {
        add(experimentId_ + "/" + runId_ + "/" + path, std::move(bytes));
    }

    std::string uriOf(const std::string& path) const {
        return location_.empty() ? root_ + "/" + path : fileUri(location_ + "/" + path);
    }

    using Fields = std::vector<std::pair<const char*, std::string>>;
    static std::string yaml(const Fields& fields) {
        std::string text;
        for (const auto& [key, value] : fields) text += std::string(key) + ": " + value + "\n";
        return text;
    }

    std::string experimentYaml() const {
        const std::string started = std::to_string(header_.provenance.startedMs);
        return yaml({{"artifact_location", yamlText(uriOf(experimentId_))},
                     {"creation_time", started},
                     {"experiment_id", yamlText(experimentId_)},
                     {"last_update_time", started},
                     {"lifecycle_stage", "active"},
                     {"name", yamlText(experiment_)}});
    }

    std::string runYaml() const {
        const run::RunOutcome& outcome = model_.record.outcome;
        const bool ended = outcome.state != run::RunState::running;
        return yaml({{"artifact_uri", yamlText(uriOf(experimentId_ + "/" + runId_ + "/artifacts"))},
                     {"deleted_time", "null"},
                     {"end_time", ended ? std::to_string(outcome.wallMs) : "null"},
                     {"entry_point_name", "''"},
                     {"experiment_id", yamlText(experimentId_)},
                     {"lifecycle_stage", "active"},
                     {"run_id", yamlText(runId_)},
                     {"run_name", yamlText(model_.name)},
                     {"run_uuid", yamlText(runId_)},
                     {"source_name", "''"},
                     {"source_type", std::to_string(localSource)},
                     {"source_version", "''"},
                     {"start_time", std::to_string(header_.provenance.startedMs)},
                     {"status", std::to_string(statusNumber(outcome.state))},
                     {"tags", "[]"},
                     {"user_id", yamlText(header_.provenance.host)}});
    }

    void addMetrics() {
        MlflowNames names;
        std::map<std::string, std::string> lines;
        forEachPoint(model_.record, [&](const CurvePoint& p) {
            fmt::format_to(std::back_inserter(lines[names.of(p.curve)]), "{} {} {}\n", p.wallMs, p.value,
                           p.step.value);
        });
        for (auto& [name, text] : lines) addToRun("metrics/" + name, std::move(text));
    }

    void addParameters() {
        MlflowNames names;
        addParameters(names, "", run::configToJson(header_.config));
    }
    /// By dotted key, as the command line has them.
    void addParameters(MlflowNames& names, const std::string& key, const nlohmann::json& value) {
        if (value.is_object() && !value.empty() && key != "graph") {
            for (const auto& [inner, of] : value.items())
                addParameters(names, key.empty() ? inner : fmt::format("{}.{}", key, inner), of);
            return;
        }
        const std::string text = value.is_string() ? value.get<std::string>() : run::jsonText(value);
        addToRun("params/" + names.of(key), cutText(cleanText(text), longestParameter));
    }

    void addTags() {
        std::map<std::string, std::string> tags{{"mlflow.runName", model_.name},
                                                {"mlflow.user", header_.provenance.host},
                                                {"mlflow.source.name", "prunescope"},
                                                {"mlflow.source.type", "LOCAL"}};
        if (const Text& message = model_.record.outcome.message; !message.empty())
            tags["mlflow.note.content"] = message.english();
        for (const auto& [key, value] : model_.facts()) tags["prunescope." + key] = value;
        MlflowNames names;
        for (const auto& [name, value] : tags)
            addToRun("tags/" + names.of(name), cutText(cleanText(value), longestTag));
    }

    void addArtifacts() {
        addToRun("artifacts/config.json", run::jsonText(run::configToJson(header_.config), 2) + "\n");
        if (model_.weights.tensors.empty()) return;
        const NetworkFormat format = safetensorsFormat();
        const auto options =
            run::completedOptions(format.description, formatOptions, nlohmann::json::object());
        for (ExportedFile& file : format.make(model_, options, "model.safetensors"))
            addToRun("artifacts/" + file.name, std::move(file.bytes));
    }

    const TrainedModel& model_;
    const run::RunHeader& header_;
    std::string experiment_;
    std::string location_;
    std::string experimentId_;
    std::string runId_;
    std::string root_;
    std::vector<ExportedFile> files_{};
};

std::vector<ExportedFile> makeStore(const TrainedModel& model, const nlohmann::json& options,
                                    const std::string& file) {
    if (hasNoCourse(model.record)) {
        throw UsageError("format", Text::of("mlflow shows the course of a run, and none is recorded here"),
                         Text::of("Export the whole folder of a run."));
    }
    return MlflowStore(model, options, file).files();
}

std::vector<run::OptionDescription> mlflowOptions() {
    return {
        {.key = "experiment",
         .title = "Experiment",
         .help = "The experiment of MLflow that the run belongs to.",
         .kind = run::OptionKind::text,
         .defaultValue = "Prunescope"},
        {.key = "location",
         .title = "Location",
         .help = "Absolute path of the folder where MLflow will read it; where it is written unless given.",
         .kind = run::OptionKind::text,
         .defaultValue = ""}};
}

}  // namespace

NetworkFormat mlflowFormat() {
    return {
        .description = {.name = "mlflow",
                        .title = "MLflow",
                        .summary = "A folder that MLflow reads as its file store: configuration, curves and "
                                   "weights of the run.",
                        .options = mlflowOptions()},
        .suffixes = {".mlruns"},
        .make = makeStore,
        .ofCourse = true,
        .usage =
            "mlflow ui --backend-store-uri NAME.mlruns\n"
            "mlflow migrate-filestore puts it into a database of MLflow 3"};
}

}  // namespace prunescope::model
