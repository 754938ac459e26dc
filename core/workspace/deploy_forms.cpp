#include "workspace/deploy_forms.h"

#include "base/error.h"
#include "model/network_format.h"
#include "store/device_file.h"
#include "store/measurement_file.h"
#include "workspace/run_model.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <new>
#include <string_view>
#include <utility>

namespace prunescope::workspace {
namespace {

struct EndDeflate {
    void operator()(z_stream* stream) const { deflateEnd(stream); }
};

/// Bytes of a gzip file of that content, which is packed piece by piece and kept nowhere.
std::int64_t gzipBytes(std::string_view content) {
    constexpr int gzipWindow = 15 + 16;
    constexpr int usualMemory = 8;
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, usualMemory,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    const std::unique_ptr<z_stream, EndDeflate> ended(&stream);
    std::array<Bytef, 1U << 16U> packed{};
    std::int64_t bytes = 0;
    int state = Z_OK;
    do {
        const std::size_t piece = std::min<std::size_t>(content.size(), std::numeric_limits<uInt>::max());
        // zlib reads what it is given and never writes there.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
        stream.avail_in = static_cast<uInt>(piece);
        content.remove_prefix(piece);
        do {
            stream.next_out = packed.data();
            stream.avail_out = static_cast<uInt>(packed.size());
            state = deflate(&stream, content.empty() ? Z_FINISH : Z_NO_FLUSH);
            bytes += static_cast<std::int64_t>(packed.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    } while (!content.empty() && state != Z_STREAM_END);
    return bytes;
}

DeployForm weighed(const model::NetworkFormat& format, const model::TrainedModel& model) {
    DeployForm form{.format = format.description.name};
    try {
        const nlohmann::json options =
            run::completedOptions(format.description, model::formatOptions, nlohmann::json::object());
        for (const model::ExportedFile& file :
             format.make(model, options, model.name + format.suffixes.front())) {
            form.bytes += static_cast<std::int64_t>(file.bytes.size());
            form.packedBytes += gzipBytes(file.bytes);
        }
    } catch (const Error& e) {
        form.refused = e.whole();
    }
    return form;
}

/// By the runtime library it is as fast as the engine was measured; on a device, as that has printed.
void addSpeed(const model::NetworkFormat& format, const DeployForms& all, DeployForm& form) {
    if (!form.refused.empty()) return;
    if (format.ranBy == model::RanBy::runtime && all.speed) {
        form.oneImageMs = all.speed->oneImageMs().median;
        if (all.speed->sparsity > 0) form.speedup = all.speed->oneImage.speedup.median;
    } else if (format.ranBy == model::RanBy::device && !all.devices.empty()) {
        constexpr double usInMs = 1000;
        form.oneImageMs = all.devices.front().medianUs / usInMs;
        form.measuredOn = all.devices.front().device;
    }
}

template <class Read>
void readInto(const Read& read, std::vector<Text>& problems) {
    try {
        read();
    } catch (const Error& e) {
        problems.push_back(e.whole());
    }
}

}  // namespace

DeployForms deployForms(const store::RunFolder& run, const std::function<bool()>& keepOn) {
    const ModelOfRun of = modelOfRun(run);
    DeployForms all;
    readInto(
        [&] {
            const auto measurements = store::readMeasurements(run);
            if (!measurements.empty()) all.speed = measurements.front();
        },
        all.problems);
    readInto([&] { all.devices = store::readDevices(run); }, all.problems);
    for (const model::NetworkFormat& format : model::networkFormats()) {
        if (keepOn && !keepOn()) break;
        all.forms.push_back(weighed(format, of.model));
        addSpeed(format, all, all.forms.back());
    }
    return all;
}

}  // namespace prunescope::workspace
