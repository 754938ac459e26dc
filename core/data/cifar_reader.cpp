#include "data/cifar_reader.h"

#include "data/content_reader.h"

#include <span>

namespace prunescope::data {
namespace {

constexpr std::size_t recordsAtOnce = 256;

/// Checks records and takes them over, and keeps the offset for messages.
class CifarRecords {
public:
    CifarRecords(const ByteSource& content, const CifarFormat& format, ImageSet& set)
        : content_(content), format_(format), set_(set) {}

    void take(std::span<const std::uint8_t> record) {
        if (set_.size() == format_.mostImages) {
            content_.refuse(offset(),
                            Text::of("expected at most {} images in all, found more", format_.mostImages),
                            Text::of("The file is damaged or too large for this program."));
        }
        for (std::size_t i = 0; i < format_.classes.size(); ++i) expectClass(record[i], i);
        set_.labels.push_back(record[format_.used]);
        const auto pixels = record.subspan(format_.classes.size());
        set_.pixels.insert(set_.pixels.end(), pixels.begin(), pixels.end());
        ++records_;
    }

    /// After the last whole record, `rest` bytes of one more having been read.
    void expectWhole(std::size_t rest) const {
        if (rest == 0 && records_ > 0) return;
        content_.refuse(
            offset() + rest,
            Text::of("expected images of {} bytes each, found the end after {} bytes of image {}",
                     format_.recordBytes(), rest, records_),
            Text::of("The file is incomplete or of another kind: check its name, or copy or download it "
                     "again."));
    }

private:
    std::uint64_t offset() const { return static_cast<std::uint64_t>(records_) * format_.recordBytes(); }

    void expectClass(std::uint8_t label, std::size_t labelByte) const {
        if (label < format_.classes[labelByte]) return;
        content_.refuse(offset() + labelByte,
                        Text::of("expected labels from 0 to {}, found {} for sample {}",
                                 format_.classes[labelByte] - 1, label, records_),
                        Text::of("The file is damaged or belongs to another data set."));
    }

    const ByteSource& content_;
    const CifarFormat& format_;
    ImageSet& set_;
    std::int64_t records_ = 0;
};

}  // namespace

std::size_t CifarFormat::recordBytes() const {
    return classes.size() + static_cast<std::size_t>(cifarShape.size());
}

void appendCifarImages(std::string_view bytes, const std::string& name, const CifarFormat& format,
                       ImageSet& set) {
    ContentReader content(bytes, name);
    CifarRecords records(content, format, set);
    const std::size_t record = format.recordBytes();
    std::vector<std::uint8_t> piece(recordsAtOnce * record);
    for (std::size_t got = piece.size(); got == piece.size();) {
        got = content.read(piece);
        const std::size_t whole = got / record;
        for (std::size_t i = 0; i < whole; ++i) records.take(std::span(piece).subspan(i * record, record));
        if (got < piece.size()) records.expectWhole(got % record);
    }
}

}  // namespace prunescope::data
