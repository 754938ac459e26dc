#pragma once

#include "base/strong_index.h"
#include "base/text.h"
#include "view/histogram.h"
#include "view/weight_tile.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// What can be asked of a live run. A question is answered at the next step boundary, in its turn among the
/// commands; it never changes the run, and the audit is silent about it.
namespace prunescope::session {

struct WeightPicture;
struct WeightDetail;
struct MaskPreview;

/// A picture of a layer's weights now, and newer ones in the snapshots to come until another is asked for.
/// An empty rectangle ends them, and has no answer.
struct WatchWeights {
    using Answer = WeightPicture;
    LayerIndex layer;
    view::TileRequest tile;
    bool operator==(const WatchWeights&) const = default;
};

/// All that is known of one weight.
struct InspectWeight {
    using Answer = WeightDetail;
    LayerIndex layer;
    std::int64_t index = 0;  ///< in the layer's tensor, row-major
};

/// How sparse every layer would be if masks were chosen for this sparsity now.
struct PreviewMasks {
    using Answer = MaskPreview;
    double sparsity = 0;  ///< in [0, 1)
};

/// A layer's weights at one step, as a picture shows them.
struct WeightPicture {
    WatchWeights request;
    StepIndex step;
    view::WeightTile tile;
    view::MagnitudeHistogram histogram;
    float threshold = 0;                    ///< smallest |w| that is kept
    std::optional<StepIndex> maskUpdate{};  ///< when the masks were chosen that the tile's marks speak of
};

/// One weight at one step. What a saved run does not tell is left out.
struct WeightDetail {
    LayerIndex layer{};
    std::int64_t index = 0;
    StepIndex step{};
    float value = 0;      ///< latent
    float effective = 0;  ///< what the forward pass uses
    bool kept = true;
    std::int64_t rankInLayer = 0;           ///< by |w|, 1 = largest
    std::int64_t rankInNetwork = 0;         ///< likewise, among all prunable weights
    std::int64_t keptInLayer = 0;           ///< of its layer's weights
    std::int64_t keptInNetwork = 0;         ///< of all prunable weights
    std::optional<double> attention{};      ///< A, in [b, 1]
    std::optional<std::int64_t> changes{};  ///< how often it was cut or came back
    std::optional<StepIndex> lastChange{};  ///< when it was cut or came back last
};

/// Layers from input to output.
struct MaskPreview {
    double sparsity = 0;
    StepIndex step;
    std::vector<std::int64_t> kept;
};

/// The answer, or why there is none.
template <class Content>
struct Answered {
    std::shared_ptr<const Content> content;
    Text refusal;  ///< empty unless the question was refused
};

using Query = std::variant<WatchWeights, InspectWeight, PreviewMasks>;
/// Of a query, the alternative at its own place.
using QueryAnswer = std::variant<Answered<WeightPicture>, Answered<WeightDetail>, Answered<MaskPreview>>;

/// Refuses the question.
QueryAnswer refusalOf(const Query& query, const Text& why);

}  // namespace prunescope::session
