#include "workspace/network_export.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "data/registry.h"
#include "model/network_format.h"
#include "parallel/thread_arena.h"
#include "workspace/answers.h"
#include "workspace/run_model.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <system_error>
#include <utility>

namespace prunescope::workspace {
namespace {

namespace fs = std::filesystem;

/// So many random inputs stand in for test images that are not there.
constexpr std::int64_t randomInputs = 256;

void refuseRunsOwn(const store::RunFolder& run, const fs::path& target) {
    for (const fs::path& own : {run.weights(), run.database(), run.config(), run.databaseLog()}) {
        std::error_code none;
        if (!fs::equivalent(own, target, none)) continue;
        throw UsageError(target.string(), Text::of("this is a file of the run itself"),
                         Text::of("Choose another name or folder."));
    }
}

/// Of a format that is a folder: the folders that a file's name has in it.
void makeFolderOf(const fs::path& path, const fs::path& name) {
    if (name.has_parent_path()) createFolder(path.parent_path());
}

/// The data set of the run; null, with the reason among the remarks, where it cannot be read or is another.
std::shared_ptr<const data::Dataset> dataOf(const model::TrainedModel& model, std::vector<Text>& remarks) {
    const run::RunHeader& header = model.record.header;
    if (header.dataset.files.empty()) return nullptr;
    try {
        auto dataset = data::loadDataset(header.config);
        if (!(dataset->shape() == model.graph.inputShape()) || dataset->outputs() != model.graph.classes()) {
            remarks.push_back(Text::of("the data set is no longer that of the run"));
            return nullptr;
        }
        return dataset;
    } catch (const Error& e) {
        remarks.push_back(Text::of("the data set of the run cannot be read: {}", e.whole()));
        return nullptr;
    }
}

/// Images of bytes are scaled as such, numbers are taken as they are.
double unitOf(const data::Dataset& dataset) {
    const data::ImageIndex first = dataset.indices(run::Split::train).front();
    return dataset.pixels(run::Split::train, first).empty() ? 1 : model::InputScaling::ofBytes;
}

/// The last evaluation of the test images, where it was made with the weights that the run has left.
const run::Evaluation* lastTest(const model::TrainedModel& model) {
    const auto& all = model.record.evaluations;
    const auto last = std::find_if(all.rbegin(), all.rend(),
                                   [](const run::Evaluation& e) { return e.split == run::Split::test; });
    const auto step = model.weights.metadata.find("step");
    const bool same = last != all.rend() && step != model.weights.metadata.end() &&
                      step->second == std::to_string(last->step.value);
    return same ? &*last : nullptr;
}

bool areThoseOfTheRun(const data::Dataset& dataset, const run::DatasetDescription& recorded) {
    const auto hashes = [](const std::vector<run::DataFile>& files) {
        std::vector<std::string> list(files.size());
        std::transform(files.begin(), files.end(), list.begin(),
                       [](const run::DataFile& f) { return f.sha256; });
        return list;
    };
    return hashes(dataset.description().files) == hashes(recorded.files);
}

/// What is to be written, and what it is compared with.
struct Comparison {
    const model::NetworkFormat& format;
    const std::vector<model::ExportedFile>& files;
    const model::TrainedModel& model;
    const nlohmann::json& options;
    const data::Dataset* dataset;  ///< null where it cannot be read
    std::string weights;           ///< the run's own file, for messages
};

/// The last test evaluation that answers to so many images can be compared with; null, with the reason among
/// the remarks where there is one, for none.
const run::Evaluation* comparable(const Comparison& c, std::int64_t images, std::vector<Text>& remarks) {
    const run::Evaluation* recorded = lastTest(c.model);
    if (recorded == nullptr || recorded->images() != images) return nullptr;
    if (areThoseOfTheRun(*c.dataset, c.model.record.header.dataset)) return recorded;
    remarks.push_back(Text::of("the files of the data set are no longer those of the run"));
    return nullptr;
}

/// What the weights answer must be what the run has recorded, but for rounding on another machine.
void compareWithRecord(const Comparison& c, std::int64_t right, std::int64_t images,
                       std::vector<Text>& remarks) {
    const run::Evaluation* recorded = comparable(c, images, remarks);
    if (recorded == nullptr) return;
    constexpr double mostRounding = 0.002;  // of the images
    const auto all = static_cast<double>(images);
    const double away = std::abs(static_cast<double>(right) - recorded->accuracy() * all);
    if (away <= std::max(1.0, mostRounding * all)) return;
    throw Error(
        c.weights,
        Text::of("it answers {} of {} test samples rightly, where the run has recorded an accuracy of {:.4f}",
                 right, images, recorded->accuracy()),
        Text::of("The file is not what the run has left; take the folder from its source."));
}

/// Throws where what was read back answers otherwise than the run's own weights, whose answers it returns.
std::vector<std::int32_t> sameAnswers(const Comparison& c, const Questions& questions) {
    const nn::InferenceGraph read = c.format.readBack(c.files, c.model, c.options);
    std::vector<std::int32_t> own = questions.answersOf(c.model.inferenceGraph());
    const std::vector<std::int32_t> written = questions.answersOf(read);
    std::int64_t different = 0;
    for (std::size_t i = 0; i < own.size(); ++i) different += own[i] != written[i] ? 1 : 0;
    if (different == 0) return own;
    throw Error(c.files.front().name,
                Text::of("what was to be written answers {} of {} inputs otherwise than the run", different,
                         questions.size()),
                Text::of("Nothing was written; choose another format or other options."));
}

/// Throws where what was read back predicts otherwise than the run's own weights but for rounding, whose
/// predictions it returns.
std::vector<float> samePredictions(const Comparison& c, const Questions& questions) {
    constexpr double mostRounding = 1e-3;  // of the spread of the predictions
    std::vector<float> own = questions.outputsOf(c.model.inferenceGraph());
    const std::vector<float> written = questions.outputsOf(c.format.readBack(c.files, c.model, c.options));
    const double away = std::sqrt(run::numberErrorsOf(own, written).meanSquared);
    const auto [least, most] = std::minmax_element(own.begin(), own.end());
    if (away <= mostRounding * std::max(1e-6, static_cast<double>(*most) - static_cast<double>(*least)))
        return own;
    throw Error(
        c.files.front().name,
        Text::of("what was to be written predicts otherwise than the run, by {:.3g} on average", away),
        Text::of("Nothing was written; choose another format or other options."));
}

/// The same for a network that predicts a number.
void checkNumbers(const Comparison& c, const Questions& questions, bool images, NetworkExport& result) {
    const std::vector<float> predicted = samePredictions(c, questions);
    result.checked = true;
    if (!images) {
        result.remarks.push_back(
            Text::of("read back, it answers {} random inputs as the run does", questions.size()));
        return;
    }
    const run::NumberErrors errors = questions.errors(predicted);
    constexpr double mostRounding = 0.002;  // of the recorded error
    const run::Evaluation* recorded = comparable(c, questions.size(), result.remarks);
    if (recorded != nullptr && recorded->numbers &&
        std::abs(errors.rmse() - recorded->numbers->rmse()) > mostRounding * recorded->numbers->rmse()) {
        throw Error(c.weights,
                    Text::of("its RMSE over the test samples is {:.4g}, where the run has recorded {:.4g}",
                             errors.rmse(), recorded->numbers->rmse()),
                    Text::of("The file is not what the run has left; take the folder from its source."));
    }
    result.remarks.push_back(
        Text::of("read back, it predicts all {} test samples as the run does, with an RMSE of "
                 "{:.4g}, in the target's own unit",
                 questions.size(), errors.rmse()));
}

/// Reads back what would be written, and says how it compares.
void check(const Comparison& c, NetworkExport& result) {
    if (c.format.readBack == nullptr) {
        result.remarks.push_back(
            Text::of("it was not checked: this program does not read files of the format {}",
                     c.format.description.name));
        return;
    }
    const bool images = c.dataset != nullptr && !c.dataset->indices(run::Split::test).empty();
    const Questions questions =
        images ? Questions(*c.dataset) : Questions(c.model.graph.inputShape(), randomInputs);
    if (c.model.predictsNumber()) return checkNumbers(c, questions, images, result);
    const std::vector<std::int32_t> answers = sameAnswers(c, questions);
    result.checked = true;
    if (!images) {
        result.remarks.push_back(
            Text::of("read back, it answers {} random inputs as the run does", questions.size()));
        return;
    }
    const std::int64_t right = questions.right(answers);
    compareWithRecord(c, right, questions.size(), result.remarks);
    result.remarks.push_back(
        Text::of("read back, it answers all {} test samples as the run does, {} of them rightly",
                 questions.size(), right));
}

}  // namespace

NetworkExport exportNetwork(const store::RunFolder& run, const ExportRequest& request) {
    const model::NetworkFormat& format = request.format.empty() ? model::networkFormatOf(request.target)
                                                                : model::networkFormats().get(request.format);
    nlohmann::json options = run::completedOptions(format.description, model::formatOptions, request.options);
    const fs::path target =
        request.target.empty() ? fs::path(store::runId(run) + format.suffixes.front()) : request.target;
    refuseRunsOwn(run, target);
    if (options.value("location", "-").empty())
        options["location"] = fs::absolute(target).lexically_normal().string();
    ModelOfRun of = format.ofCourse ? courseOfRun(run) : modelOfRun(run);
    NetworkExport result{.files = {}, .remarks = std::move(of.problems)};
    const auto dataset = format.ofCourse ? nullptr : dataOf(of.model, result.remarks);
    if (dataset != nullptr) of.model.scaling.unit = unitOf(*dataset);
    const auto files = format.make(of.model, options, target.filename().string());
    parallel::ThreadArena(parallel::machineThreads()).run([&] {
        check({format, files, of.model, options, dataset.get(), run.weights().string()}, result);
    });
    for (const model::ExportedFile& file : files) {
        const fs::path path = target.parent_path() / file.name;
        refuseRunsOwn(run, path);
        makeFolderOf(path, file.name);
        writeFileAtomically(path, file.bytes);
        result.files.push_back({path, static_cast<std::int64_t>(file.bytes.size()), sha256Hex(file.bytes)});
    }
    return result;
}

}  // namespace prunescope::workspace
