#include "data/datasets.h"
#include "data/mnist_files.h"

namespace prunescope::data {

/// LeCun, Cortes & Burges, "The MNIST database of handwritten digits"; any other digits in its file format.
DatasetSource mnist() {
    return {
        .name = "mnist",
        .title = "MNIST",
        .description =
            "Grey 28 x 28 pictures of ten digits, in MNIST's file naming, from a folder that you name.",
        .classNames = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"},
        .shape = {1, 28, 28},
        .defaultAugmentation = {},
        .usualFolders = {},
        .remedy = "Name the folder that holds the files (data_dir, --data-dir DIR).",
        .load = loadMnistFiles,
    };
}

}  // namespace prunescope::data
