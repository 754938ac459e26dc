#include "speed/own_model.h"

#include "base/error.h"
#include "model/network_format.h"
#include "model/trained_model_reader.h"
#include "nn/graph_json.h"
#include "prune/mask_selection.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::speed {
namespace {

bool isPrunable(const nn::Parameter<float>& parameter) {
    return parameter.role() == nn::ParameterRole::weight;
}

}  // namespace

OwnModel::OwnModel(const std::filesystem::path& file) : OwnModel(*model::openWeights(file), file.string()) {}

OwnModel::OwnModel(const model::TensorReader& reader, std::string origin)
    : origin_(std::move(origin)), model_(model::readTrainedModel(reader, origin_)) {}

Request OwnModel::completed(Request request) const {
    request.model = model_.weights.metadata.at("model");
    request.images = model_.graph.inputShape();
    request.classes = model_.graph.classes();
    if (model_.weights.metadata.contains("graph")) request.graph = nn::graphToJson(model_.graph);
    return request;
}

/// A factor that brings the latent values of all cut weights below the smallest weight that was kept.
float OwnModel::shrinkage(const Parameters& parameters) const {
    float smallestKept = std::numeric_limits<float>::max();
    float largestCut = 0;
    for (const nn::Parameter<float>* p : parameters) {
        if (!isPrunable(*p)) continue;
        const std::vector<float>& values = model_.values(p->name());
        const std::vector<float>* latent = model_.latent(p->name());
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] != 0) {
                smallestKept = std::min(smallestKept, std::abs(values[i]));
            } else if (latent != nullptr && std::isfinite((*latent)[i])) {
                largestCut = std::max(largestCut, std::abs((*latent)[i]));
            }
        }
    }
    constexpr float apart = 0.5F;
    return largestCut > 0 ? apart * smallestKept / largestCut : 0;
}

void OwnModel::copyTo(const Parameters& parameters) const {
    const float factor = shrinkage(parameters);
    for (nn::Parameter<float>* p : parameters) {
        const std::vector<float>& values = model_.values(p->name());
        std::copy(values.begin(), values.end(), p->value());
        const std::vector<float>* latent = isPrunable(*p) ? model_.latent(p->name()) : nullptr;
        if (latent == nullptr) continue;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] == 0 && std::isfinite((*latent)[i])) p->value()[i] = factor * (*latent)[i];
        }
    }
}

double OwnModel::sparsity(const Parameters& parameters) const {
    std::int64_t weights = 0;
    std::int64_t zeros = 0;
    for (const nn::Parameter<float>* p : parameters) {
        if (!isPrunable(*p)) continue;
        const std::vector<float>& values = model_.values(p->name());
        weights += p->size();
        zeros += std::count(values.begin(), values.end(), 0.0F);
    }
    if (zeros == weights)
        throw Error(origin_, Text::of("every weight is zero"), Text::of("Choose another weights file."));
    double share = static_cast<double>(zeros) / static_cast<double>(weights);
    if (prune::keptCount(weights, share) != weights - zeros) share = std::nextafter(share, 1.0);
    return share;
}

}  // namespace prunescope::speed
