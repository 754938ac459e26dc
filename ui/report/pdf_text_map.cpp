#include "ui/report/pdf_text_map.h"

#include "ui/report/paper.h"

#include <QFontDatabase>
#include <QHash>
#include <QRawFont>
#include <algorithm>

namespace prunescope::ui {
namespace {

QString charactersBetween(char16_t first, char16_t last) {
    QString text;
    for (char16_t c = first; c <= last; ++c) text += QChar(c);
    return text;
}

/// The character that a text is written with, by the one that Qt notes.
QHash<char16_t, char16_t> writtenCharacters() {
    QHash<char16_t, char16_t> written{{u'\t', u' '}};
    const QRawFont font = QRawFont::fromFont(paper::fontOf({}), QFontDatabase::Japanese);
    QHash<quint32, char16_t> ideographs;
    const auto shapes = [&](char16_t first, char16_t last, const auto& see) {
        const QString text = charactersBetween(first, last);
        const QList<quint32> glyphs = font.glyphIndexesForString(text);
        for (qsizetype i = 0; i < std::min(glyphs.size(), text.size()); ++i) {
            if (glyphs[i] != 0) see(glyphs[i], text[i].unicode());
        }
    };
    shapes(u'\u4e00', u'\u9fff', [&](quint32 glyph, char16_t c) { ideographs.insert(glyph, c); });
    // The blocks of radicals, which come before the ideographs.
    shapes(u'\u2e80', u'\u2fd5', [&](quint32 glyph, char16_t c) {
        if (const auto found = ideographs.constFind(glyph); found != ideographs.constEnd())
            written.insert(c, *found);
    });
    return written;
}

/// Replaces the codes "<2ED1>" inside the brackets of one map.
void mendMap(QByteArray& pdf, qsizetype from, qsizetype to, const QHash<char16_t, char16_t>& written) {
    bool inList = false;
    for (qsizetype i = from; i < to; ++i) {
        if (pdf[i] == '[' || pdf[i] == ']') inList = pdf[i] == '[';
        if (!inList || pdf[i] != '<' || i + 5 >= to || pdf[i + 5] != '>') continue;
        bool isCode = false;
        const auto code = static_cast<char16_t>(pdf.mid(i + 1, 4).toUShort(&isCode, 16));
        const auto found = isCode ? written.constFind(code) : written.constEnd();
        if (found == written.constEnd()) continue;
        pdf.replace(i + 1, 4, QByteArray::number(*found, 16).rightJustified(4, '0').toUpper());
    }
}

}  // namespace

void mendTextMaps(QByteArray& pdf) {
    const QHash<char16_t, char16_t> written = writtenCharacters();
    const QByteArray begin("begincmap");
    const QByteArray end("endcmap");
    for (qsizetype from = pdf.indexOf(begin); from >= 0; from = pdf.indexOf(begin, from)) {
        const qsizetype to = pdf.indexOf(end, from);
        if (to < 0) return;
        mendMap(pdf, from, to, written);
        from = to;
    }
}

}  // namespace prunescope::ui
