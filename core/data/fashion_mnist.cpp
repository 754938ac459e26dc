#include "data/datasets.h"
#include "data/mnist_files.h"

namespace prunescope::data {
namespace {

Text fashionHint() {
    return Text::of(
        "Install the package dataset-fashion-mnist, or name the folder that holds the files (data_dir, "
        "--data-dir DIR).");
}

/// Class names as the authors list them.
DatasetFacts fashionFacts() {
    return {.shape = {1, 28, 28},
            .classNames = {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt",
                           "Sneaker", "Bag", "Ankle boot"},
            .augmentation = Augmentation{}};
}

}  // namespace

/// Xiao, Rasul & Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning
/// algorithms" (2017).
DatasetEntry fashionMnist() {
    return {
        .description =
            {.name = "fashion-mnist",
             .title = "Fashion-MNIST",
             .summary =
                 "Grey 28 x 28 pictures of ten kinds of clothing, 60,000 to train and 10,000 to test."},
        .hint = fashionHint(),
        .usualFolders = {"/usr/share/datasets/fashion-mnist"},
        // Its files are called like MNIST's.
        .likeness =
            [](const PlaceListing& p) {
                if (!looksLikeMnistFiles(p)) return Likeness::none;
                return p.isCalled("fashion") ? Likeness::clear : Likeness::possible;
            },
        .describe = [](const nlohmann::json&) { return std::optional(fashionFacts()); },
        .open =
            [](const DataPlace& place) {
                return openMnistFiles(fashionFacts(), place.folder, fashionHint());
            },
    };
}

}  // namespace prunescope::data
