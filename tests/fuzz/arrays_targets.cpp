#include "base/error.h"
#include "data/array_images.h"
#include "data/cifar_fixtures.h"
#include "data/cifar_reader.h"
#include "data/class_names.h"
#include "data/content_reader.h"
#include "data/idx_fixtures.h"
#include "data/npy_fixtures.h"
#include "data/npz_archive.h"
#include "input.h"
#include "targets.h"

#include <algorithm>
#include <set>

namespace prunescope::fuzz {
namespace {

/// An error is an answer when it says what is wrong and how to mend it.
template <class Read>
void withAdvice(const Read& read) {
    try {
        read();
    } catch (const Error& error) {
        expect(!error.where().empty() && !error.problem().empty() && !error.mend().empty(),
               "an error says where and what is wrong and how to mend it");
    }
}

void readCifarAs(const data::CifarFormat& format, std::string_view file) {
    data::ImageSet set{.shape = data::cifarShape};
    withAdvice([&] {
        data::appendCifarImages(file, "fuzz", format, set);
        expect(set.size() > 0, "a file that is read holds an image");
    });
    expect(set.pixels.size() == set.labels.size() * 3072, "every image has all pixels");
    for (const data::Label label : set.labels)
        expect(label < format.classes[format.used], "every label is a class");
}

void readCifar(std::string_view file) {
    readCifarAs({.classes = {10}}, file);
    readCifarAs({.classes = {20, 100}, .used = 0}, file);
    readCifarAs({.classes = {20, 100}, .used = 1}, file);
}

/// Whatever `open` gives is an array of the shape that is said, or an error.
template <class Open>
void readArray(const Open& open) {
    for (const char* layout : {"auto", "nhwc", "nchw"}) {
        withAdvice([&] {
            const data::ArrayImages images = data::readArrayImages(*open(), layout);
            const auto expected = static_cast<std::size_t>(images.count * images.shape.size());
            const std::size_t values =
                std::visit([](const auto& numbers) { return numbers.size(); }, images.values);
            expect(values == expected && expected > 0, "as many numbers as the shape says");
        });
    }
    withAdvice([&] { expect(!data::readArrayLabels(*open()).classes.empty(), "labels"); });
    withAdvice([&] {
        expect(!data::readArrayLabels(*open(), data::TargetKind::number).numbers.empty(), "numbers");
    });
}

void readNpy(std::string_view file) {
    readArray([&] { return std::make_unique<data::ContentReader>(file, "fuzz"); });
}

void readNpz(std::string_view file) {
    withAdvice([&] {
        const data::NpzArchive archive(file, "fuzz");
        for (const char* name : {"x_train", "y_train"}) readArray([&] { return archive.open(name); });
    });
}

/// The first byte is the number of classes.
void readClassNames(std::string_view bytes) {
    Input input(bytes);
    const std::size_t classes = input.take<std::uint8_t>();
    withAdvice([&] {
        const auto names = data::parseClassNames(input.rest(), classes, "fuzz");
        expect(names.size() == classes, "a name for each class");
        expect(std::set<std::string>(names.begin(), names.end()).size() == classes, "names that differ");
        expect(std::none_of(names.begin(), names.end(), [](const auto& name) { return name.empty(); }),
               "no empty name");
    });
}

std::vector<std::string> arraySeeds() {
    return {test::npy("<f4", "(2, 3)", std::string(24, '\0')),
            test::npy("|u1", "(2, 2, 2, 3)", std::string(24, 'x')),
            test::npy(">i8", "(3, 1)", std::string(24, '\1')),
            test::npyWith("{'descr': '<f2', 'fortran_order': True, 'shape': (2, 3, 2), }\n",
                          std::string(24, '\2')),
            test::npy("|O", "(1,)", "x")};
}

}  // namespace

Target cifarTarget() {
    return {.name = "cifar",
            .run = readCifar,
            .seeds =
                [] {
                    const std::string one = test::cifarRecord({7}, 3);
                    const std::string two = test::cifarRecord({19, 99}, 5);
                    return std::vector<std::string>{one + one, two, test::gzipped(two + two)};
                },
            .longest = 16384};
}

Target npyTarget() {
    return {.name = "npy",
            .run = readNpy,
            .seeds =
                [] {
                    std::vector<std::string> seeds = arraySeeds();
                    seeds.push_back(test::gzipped(seeds.front()));
                    return seeds;
                },
            .longest = 16384};
}

Target npzTarget() {
    return {.name = "npz",
            .run = readNpz,
            .seeds =
                [] {
                    const std::vector<std::string> arrays = arraySeeds();
                    std::vector<std::string> seeds;
                    for (std::size_t i = 0; i < arrays.size(); ++i) {
                        seeds.push_back(test::zipped(
                            {{.name = "x_train.npy", .bytes = arrays[i], .deflated = i % 2 == 0},
                             {.name = "y_train.npy", .bytes = arrays[2], .deflated = i % 2 == 1}}));
                    }
                    return seeds;
                },
            .longest = 16384};
}

Target classNamesTarget() {
    return {
        .name = "class_names", .run = readClassNames, .seeds = [] {
            return std::vector<std::string>{"\2cat\ndog\n", "\1\xef\xbb\xbfT-shirt/top\r\n\r\n", "\3a\n\nb"};
        }};
}

}  // namespace prunescope::fuzz
