#include "ui/report/pdf_origin.h"

#include "base/error.h"
#include "base/file.h"

#include <QString>
#include <cstdint>
#include <string_view>

namespace prunescope::ui {
namespace {

/// As Qt writes the text of a PDF's description: UTF-16 with the high byte first, and a backslash before what
/// means something there.
std::string asInPdf(const QString& text) {
    std::string bytes;
    const auto put = [&](unsigned char byte) {
        if (byte == '(' || byte == ')' || byte == '\\') bytes += '\\';
        bytes += static_cast<char>(byte);
    };
    for (const QChar c : text) {
        put(static_cast<unsigned char>(c.unicode() >> 8U));
        put(static_cast<unsigned char>(c.unicode() & 0xffU));
    }
    return bytes;
}

bool isReportOf(std::string_view pdf, const std::string& runId) {
    const auto holds = [&](const QString& text) { return pdf.find(asInPdf(text)) != std::string_view::npos; };
    return pdf.starts_with("%PDF-") && holds(QStringLiteral("Prunescope ")) &&
           holds(QString::fromStdString(runId));
}

}  // namespace

void checkReplaceable(const std::filesystem::path& pdf, const std::string& runId) {
    constexpr std::uint64_t largest = 256U << 20U;
    std::error_code ignored;
    if (!std::filesystem::exists(std::filesystem::symlink_status(pdf, ignored))) return;
    bool ours = false;
    try {
        ours = isReportOf(readFile(pdf, largest, Links::refuse), runId);
    } catch (const Error&) {
        // A link, a folder, a file of another size: not from here.
    }
    if (ours) return;
    throw Error(pdf.string(),
                Text::of("is there already and is not a report of this run; it was not changed"),
                Text::of("Choose another folder, or move the file away."));
}

}  // namespace prunescope::ui
