#include "data/datasets.h"
#include "data/mnist_files.h"

namespace prunescope::data {

/// Xiao, Rasul & Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning
/// algorithms" (2017); class names as its authors list them.
DatasetSource fashionMnist() {
    return {
        .name = "fashion-mnist",
        .title = "Fashion-MNIST",
        .description = "Grey 28 x 28 pictures of ten kinds of clothing, 60,000 to train and 10,000 to test.",
        .classNames = {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker",
                       "Bag", "Ankle boot"},
        .shape = {1, 28, 28},
        .defaultAugmentation = {},
        .usualFolders = {"/usr/share/datasets/fashion-mnist"},
        .remedy =
            "Install the package dataset-fashion-mnist, or name the folder that holds the files (data_dir, "
            "--data-dir DIR).",
        .load = loadMnistFiles,
    };
}

}  // namespace prunescope::data
