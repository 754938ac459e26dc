#include "store/record_bytes.h"

#include "run/recorded_text.h"

namespace prunescope::store {

std::size_t bytesOf(const run::MetricSample& /*sample*/) {
    return sizeof(run::MetricSample);
}

std::size_t bytesOf(const std::vector<run::LayerStatistic>& statistics) {
    return statistics.size() * sizeof(run::LayerStatistic);
}

std::size_t bytesOf(const run::MaskUpdateRecord& update) {
    return sizeof update + update.maskDigest.size();
}

std::size_t bytesOf(const run::Evaluation& evaluation) {
    return sizeof evaluation + evaluation.confusion.size() * sizeof(std::int64_t);
}

std::size_t bytesOf(const run::ImageAnswers& answers) {
    return sizeof answers + (answers.truth.size() + answers.answers.size()) * sizeof(std::uint16_t);
}

std::size_t bytesOf(const run::DataFile& file) {
    return sizeof file + file.name.size() + file.sha256.size();
}

// Events are few, and what their values take is told best by writing them out.
std::size_t bytesOf(const run::AuditEvent& event) {
    return sizeof event + event.kind.size() + event.who.size() + event.reason.size() +
           run::recordedText(event.note).size() + run::eventValuesText(event.before).size() +
           run::eventValuesText(event.after).size();
}

}  // namespace prunescope::store
