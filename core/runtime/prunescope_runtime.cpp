#include "runtime/prunescope_runtime.h"

#include "base/c_boundary.h"
#include "base/error.h"
#include "runtime/served_model.h"

#include <algorithm>
#include <exception>
#include <limits>
#include <new>

/// What the C interface hands out.
struct prunescope_model {
    prunescope::runtime::ServedModel served;
};

namespace prunescope::runtime {
namespace {

prunescope_status statusOf(const std::exception& e) {
    if (dynamic_cast<const Error*>(&e) != nullptr) return PRUNESCOPE_BAD_MODEL;
    return dynamic_cast<const std::bad_alloc*>(&e) != nullptr ? PRUNESCOPE_NO_MEMORY : PRUNESCOPE_FAILED;
}

prunescope_status badArgument(const char* problem) noexcept {
    return boundary::failed(PRUNESCOPE_BAD_ARGUMENT, problem);
}

/// More images than any memory holds; their sizes never overflow.
bool tooMany(const ServedModel& served, std::size_t images) {
    const std::size_t each = std::max(served.inputs(), served.classes());
    return images > static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max()) / sizeof(float) / each;
}

void writeClasses(std::span<const float> logits, std::size_t classes, int* to) {
    for (std::size_t n = 0; n * classes < logits.size(); ++n) {
        const auto row = logits.subspan(n * classes, classes);
        to[n] = static_cast<int>(std::max_element(row.begin(), row.end()) - row.begin());
    }
}

prunescope_status predict(const ServedModel& served, const float* input, std::size_t images, float* logits,
                          int* classes) {
    std::vector<float> own(logits == nullptr ? images * served.classes() : 0);
    const std::span<float> results(logits == nullptr ? own.data() : logits, images * served.classes());
    served.predict({input, images * served.inputs()}, results);
    if (classes != nullptr) writeClasses(results, served.classes(), classes);
    return PRUNESCOPE_OK;
}

}  // namespace
}  // namespace prunescope::runtime

namespace runtime = prunescope::runtime;

const char* prunescope_version() {
    return PRUNESCOPE_VERSION;
}

int prunescope_interface() {
    return PRUNESCOPE_RUNTIME_INTERFACE;
}

const char* prunescope_last_error() {
    return prunescope::boundary::lastError().c_str();
}

prunescope_status prunescope_open(const char* path, int threads, prunescope_model** model) {
    if (model == nullptr) return runtime::badArgument("prunescope_open: the place for the model is null");
    *model = nullptr;
    if (path == nullptr) return runtime::badArgument("prunescope_open: the path is null");
    if (threads < 0) return runtime::badArgument("prunescope_open: the number of threads is negative");
    return prunescope::boundary::guarded(
        [&] {
            *model = new prunescope_model{runtime::ServedModel(path, threads)};
            return PRUNESCOPE_OK;
        },
        runtime::statusOf);
}

void prunescope_close(prunescope_model* model) {
    delete model;
}

const char* prunescope_network(const prunescope_model* model) {
    return model == nullptr ? nullptr : model->served.network().c_str();
}

size_t prunescope_channels(const prunescope_model* model) {
    return model == nullptr ? 0 : static_cast<size_t>(model->served.image().channels);
}

size_t prunescope_height(const prunescope_model* model) {
    return model == nullptr ? 0 : static_cast<size_t>(model->served.image().height);
}

size_t prunescope_width(const prunescope_model* model) {
    return model == nullptr ? 0 : static_cast<size_t>(model->served.image().width);
}

size_t prunescope_inputs(const prunescope_model* model) {
    return model == nullptr ? 0 : model->served.inputs();
}

size_t prunescope_classes(const prunescope_model* model) {
    return model == nullptr ? 0 : model->served.classes();
}

const char* prunescope_class_name(const prunescope_model* model, size_t k) {
    if (model == nullptr || k >= model->served.classes()) return nullptr;
    return model->served.classNames()[k].c_str();
}

prunescope_status prunescope_normalise(const prunescope_model* model, const unsigned char* pixels,
                                       size_t images, float* input) {
    if (model == nullptr) return runtime::badArgument("prunescope_normalise: the model is null");
    if (images == 0) return PRUNESCOPE_OK;
    if (pixels == nullptr || input == nullptr)
        return runtime::badArgument("prunescope_normalise: the pixels or the input are null");
    const runtime::ServedModel& served = model->served;
    if (runtime::tooMany(served, images))
        return runtime::badArgument("prunescope_normalise: too many images");
    const size_t values = images * served.inputs();
    if (served.normalise({pixels, values}, {input, values})) return PRUNESCOPE_OK;
    return runtime::badArgument(
        "prunescope_normalise: the file does not say how pixels were normalised. Open an export of the run "
        "as safetensors.");
}

prunescope_status prunescope_predict(const prunescope_model* model, const float* input, size_t images,
                                     float* logits, int* classes) {
    if (model == nullptr) return runtime::badArgument("prunescope_predict: the model is null");
    if (images == 0) return PRUNESCOPE_OK;
    if (input == nullptr) return runtime::badArgument("prunescope_predict: the input is null");
    if (runtime::tooMany(model->served, images))
        return runtime::badArgument("prunescope_predict: too many images");
    return prunescope::boundary::guarded(
        [&] { return runtime::predict(model->served, input, images, logits, classes); }, runtime::statusOf);
}
