#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace prunescope::ui {

/// Controls from left to right, those that do not fit on the next line, as words are: a row of them does not
/// decide how narrow a window may be. Each stands in the middle of its line.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent);

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    /// All on one line.
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Line {
        std::vector<QLayoutItem*> items;
        int width = 0;
        int height = 0;
    };
    std::vector<Line> lines(int width) const;

    std::vector<std::unique_ptr<QLayoutItem>> items_;
};

}  // namespace prunescope::ui
