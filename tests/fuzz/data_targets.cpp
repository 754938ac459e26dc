// Files of a data set.

#include "base/error.h"
#include "data/content_reader.h"
#include "data/idx_fixtures.h"
#include "data/idx_reader.h"
#include "input.h"
#include "targets.h"

namespace prunescope::fuzz {
namespace {

template <class Read>
void answered(const Read& read) {
    try {
        read();
    } catch (const Error& error) {
        expect(!error.problem().english().empty() && !error.mend().english().empty(),
               "an error says what is wrong and how to mend it");
    }
}

/// Any bytes give exactly what their header declares, or an error.
void readIdx(std::string_view file) {
    answered([&] {
        const data::IdxImages images = data::parseIdxImages(file, "fuzz");
        const auto declared = static_cast<std::size_t>(images.count * images.height * images.width);
        expect(images.pixels.size() == declared && declared > 0, "as many pixels as the header declares");
    });
    answered([&] { expect(!data::parseIdxLabels(file, "fuzz").values.empty(), "labels"); });
}

constexpr std::size_t mostContent = 1 << 20;

/// Reads in pieces of that size until the end, an error, or enough.
std::string readInPieces(std::string_view file, std::size_t size, std::string& content) {
    try {
        data::ContentReader reader(file, "fuzz");
        std::vector<std::uint8_t> piece(size);
        while (content.size() < mostContent) {
            const std::size_t got = reader.read(piece);
            expect(got <= size, "no more than asked for");
            content.append(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(got));
            expect(content.size() <= reader.mostBytes(), "no more than a file can hold");
            if (got < size) return "";
        }
    } catch (const Error& error) {
        expect(!error.problem().english().empty() && !error.mend().english().empty(),
               "an error says what is wrong and how to mend it");
        return error.problem().english();
    }
    return "";
}

/// The content is the same in whatever pieces it is read. The first byte is their size.
void readGzip(std::string_view bytes) {
    Input input(bytes);
    const std::size_t size = 1 + input.take<std::uint8_t>();
    const std::string_view file = input.rest();
    std::string pieces;
    std::string whole;
    const std::string first = readInPieces(file, size, pieces);
    const std::string second = readInPieces(file, mostContent, whole);
    if (first.empty() && second.empty() && whole.size() < mostContent)
        expect(pieces == whole, "pieces make the whole");
}

}  // namespace

Target idxTarget() {
    return {.name = "idx",
            .run = readIdx,
            .seeds =
                [] {
                    const std::string images = test::idxImages(2, 3, 4, std::string(24, 'x'));
                    const std::string labels = test::idxLabels(3, std::string("\1\2\3", 3));
                    const std::string wide = test::bigEndian(0x00000c01) + test::bigEndian(1) + "four";
                    return std::vector<std::string>{images, labels, wide, test::gzipped(images),
                                                    test::gzipped(labels) + std::string(64, '\0')};
                },
            .longest = 16384};
}

Target gzipTarget() {
    return {.name = "gzip",
            .run = readGzip,
            .seeds =
                [] {
                    const std::string member = test::gzipped("a member of a gzip file");
                    return std::vector<std::string>{"\7" + member, "\1" + member + member,
                                                    "\xff" + test::gzipped(std::string(100'000, 'x')),
                                                    "\7" + member + std::string(512, '\0'), "\7plain bytes"};
                },
            .longest = 65536};
}

}  // namespace prunescope::fuzz
