#include "train/trainer_state.h"

#include "base/error.h"
#include "base/sha256.h"
#include "run/config_io.h"

#include <algorithm>
#include <set>
#include <utility>

namespace prunescope::train {
namespace {

constexpr const char* formatKey = "format";
constexpr const char* formatName = "prunescope.state.1";
constexpr const char* configurationKey = "configuration";
constexpr const char* dataKey = "data";
constexpr const char* sumKey = "sha256";

/// Makes a tensor of each visited value.
class StateWriter : public StateVisitor {
public:
    bool restores() const override { return false; }
    model::WeightsFile take() { return std::move(file_); }

private:
    void floats(const std::string& name, std::span<float> values) override {
        add(name, values.size(), std::vector<float>(values.begin(), values.end()));
    }
    void bytes(const std::string& name, std::span<std::uint8_t> values) override {
        add(name, values.size(), std::vector<std::uint8_t>(values.begin(), values.end()));
    }
    void whole(const std::string& name, std::int64_t& value) override {
        add(name, 1, std::vector<std::int64_t>{value});
    }
    void refuse(const std::string& name) const override { throw std::logic_error(name); }

    template <class Values>
    void add(const std::string& name, std::size_t size, Values values) {
        file_.tensors.push_back({name, {static_cast<std::int64_t>(size)}, std::move(values)});
    }

    model::WeightsFile file_;
};

/// Puts tensors back to where they came from.
class StateReader : public StateVisitor {
public:
    StateReader(const model::WeightsFile& file, std::string origin)
        : file_(file), origin_(std::move(origin)) {}

    bool restores() const override { return true; }
    /// Throws `Error` for what is in the file and was not asked for.
    void expectAllRead() const {
        for (const model::NamedTensor& tensor : file_.tensors) {
            if (!read_.contains(tensor.name))
                fail(Text::of("'{}' belongs to no part of the run", tensor.name));
        }
    }

private:
    void floats(const std::string& name, std::span<float> values) override { copy(name, values); }
    void bytes(const std::string& name, std::span<std::uint8_t> values) override { copy(name, values); }
    void whole(const std::string& name, std::int64_t& value) override { copy(name, std::span(&value, 1)); }
    void refuse(const std::string& name) const override {
        fail(Text::of("'{}' has a value that no run can have", name));
    }

    template <class T>
    void copy(const std::string& name, std::span<T> values) {
        const model::NamedTensor* tensor = file_.find(name);
        if (tensor == nullptr) fail(Text::of("'{}' is missing", name));
        const auto* found = std::get_if<std::vector<T>>(&tensor->values);
        if (found == nullptr || found->size() != values.size())
            fail(Text::of("'{}' is of another kind or size than this run's", name));
        std::copy(found->begin(), found->end(), values.begin());
        read_.insert(name);
    }
    [[noreturn]] void fail(const Text& problem) const {
        throw Error(origin_, problem, Text::of("Take a state of the same run, made by the same program."));
    }

    const model::WeightsFile& file_;
    std::string origin_;
    std::set<std::string> read_;
};

/// One number for the contents of all files of the data.
std::string hashOfData(const run::DatasetDescription& data) {
    Sha256 sum;
    for (const run::DataFile& file : data.files) sum.update(file.name + "\n" + file.sha256 + "\n");
    return sum.finish();
}

std::string sumOf(model::WeightsFile file) {
    file.metadata.erase(sumKey);
    return sha256Hex(model::formatWeights(file));
}

/// The first option in which they differ; "" where they are the same.
std::string firstDifference(const nlohmann::json& one, const nlohmann::json& other) {
    for (const auto& change : nlohmann::json::diff(one, other)) return change.at("path").get<std::string>();
    return {};
}

std::string entry(const model::WeightsFile& file, const char* key) {
    const auto found = file.metadata.find(key);
    return found == file.metadata.end() ? std::string() : found->second;
}

void expectSameRun(const model::WeightsFile& file, const Trainer& trainer, const std::string& origin) {
    const auto fail = [&](const Text& problem, const Text& mend) { throw Error(origin, problem, mend); };
    if (entry(file, formatKey) != formatName) {
        fail(Text::of("this is no state of a run in the form '{}'", formatName),
             Text::of("Take a file that this program has written."));
    }
    if (entry(file, sumKey) != sumOf(file)) {
        fail(Text::of("its content does not have the SHA-256 that it names: it is damaged"),
             Text::of("Take an earlier state of the run."));
    }
    const auto configuration = nlohmann::json::parse(entry(file, configurationKey), nullptr, false);
    const nlohmann::json own = run::configToJson(trainer.config());
    if (configuration != own) {
        fail(Text::of("it was made with another configuration, which differs first at '{}'",
                      firstDifference(own, configuration)),
             Text::of("Go on with the configuration that the run began with."));
    }
    if (entry(file, dataKey) != hashOfData(trainer.header().dataset)) {
        fail(Text::of("it was made with other data"), Text::of("Give the files that the run began with."));
    }
}

}  // namespace

std::string saveState(Trainer& trainer) {
    StateWriter writer;
    trainer.visit(writer);
    model::WeightsFile file = writer.take();
    file.metadata = {{formatKey, formatName},
                     {configurationKey, run::configToJson(trainer.config()).dump()},
                     {dataKey, hashOfData(trainer.header().dataset)}};
    file.metadata[sumKey] = sumOf(file);
    return model::formatWeights(file);
}

void restoreState(Trainer& trainer, std::string_view bytes, const std::string& origin) {
    const model::WeightsFile file = model::parseWeights(bytes, origin);
    expectSameRun(file, trainer, origin);
    StateReader reader(file, origin);
    trainer.visit(reader);
    reader.expectAllRead();
}

}  // namespace prunescope::train
