#include "speed/request.h"

#include "base/error.h"
#include "model/network_source.h"
#include "model/trained_model_reader.h"
#include "nn/graph_json.h"
#include "nn/network_file.h"
#include "run/measurement.h"
#include "run/run_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace prunescope::speed {
namespace {

constexpr std::int64_t largestBatch = 4096;
constexpr int mostThreads = 1024;
constexpr std::size_t mostSparsities = 100;
constexpr double mostSeconds = 3600;

void validateSparsities(const std::vector<double>& list, bool mayBeEmpty) {
    if ((list.empty() && !mayBeEmpty) || list.size() > mostSparsities) {
        throw UsageError("--sparsity", Text::of("the list has {} entries", list.size()),
                         Text::of("Give 1 to {} sparsities, such as 0,0.5,0.95.", mostSparsities));
    }
    for (const double sparsity : list) {
        if (!std::isfinite(sparsity) || sparsity < 0 || sparsity >= 1) {
            throw UsageError("--sparsity", Text::of("{} is not from 0 up to below 1", sparsity),
                             Text::of("A sparsity is the share of the weights that is cut, such as 0.95."));
        }
        if (std::count(list.begin(), list.end(), sparsity) > 1)
            throw UsageError("--sparsity", Text::of("{} is there twice", sparsity),
                             Text::of("Name it once."));
    }
}

void validateCallers(const Request& request) {
    const auto& list = request.callers;
    if (list.empty()) return;
    if (request.weights.empty())
        throw UsageError("--callers", Text::of("callers are measured on the network of a run"),
                         Text::of("Name the folder of a run, or its weights (--weights)."));
    const bool rising = std::adjacent_find(list.begin(), list.end(), std::greater_equal<>()) == list.end();
    if (rising && list.size() <= run::mostCallerCounts && list.front() >= 1 &&
        list.back() <= run::mostCallers)
        return;
    throw UsageError("--callers", Text::of("these numbers of callers cannot be measured"),
                     Text::of("Give at most {} rising numbers from 1 to {}, such as 1,2,4.",
                              run::mostCallerCounts, run::mostCallers));
}

}  // namespace

void validate(const Request& request) {
    validateSparsities(request.sparsities, !request.weights.empty());
    validateCallers(request);
    if (request.threads < 1 || request.threads > mostThreads) {
        throw UsageError("--threads", Text::of("{} threads cannot be used", request.threads),
                         Text::of("Give a number from 1 to {}.", mostThreads));
    }
    if (request.batch < 1 || request.batch > largestBatch) {
        throw UsageError("--batch", Text::of("a batch of {} samples cannot be used", request.batch),
                         Text::of("Give a number from 1 to {}.", largestBatch));
    }
    if (!(request.secondsPerSparsity > 0) || request.secondsPerSparsity > mostSeconds) {
        throw UsageError("--seconds", Text::of("{} seconds cannot be used", request.secondsPerSparsity),
                         Text::of("Give a time above 0 and up to {} seconds.", mostSeconds));
    }
}

Request withNetwork(Request request) {
    if (!request.graph.is_null() || !run::namesNetworkFile(request.model)) return request;
    const nn::Graph graph = model::readNetworkNamed(request.model);
    request.graph = nn::graphToJson(graph);
    request.model = nn::nameByContent(graph);
    request.images = graph.inputShape();
    request.classes = graph.classes();
    return request;
}

kernels::Shape imageShape(const Request& request) {
    if (request.images) return *request.images;
    return model::usualInput(request.model);
}

}  // namespace prunescope::speed
