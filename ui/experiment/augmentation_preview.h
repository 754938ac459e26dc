#pragma once

#include "ui/experiment/data_look.h"
#include "ui/support/job.h"

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QLabel;

namespace prunescope::ui {

/// What decides what a preview of varied images shows.
struct AugmentationQuestion {
    DataQuestion data;
    run::AugmentConfig augment;
    bool operator==(const AugmentationQuestion& other) const;
};

AugmentationQuestion augmentationQuestionOf(const run::RunConfig& config);

/// The first images that a run of this configuration trains on, varied as it varies them. Made in the
/// background while it can be seen; of a data set without pictures it is not there.
class AugmentationPreview : public QWidget {
    Q_OBJECT
public:
    explicit AugmentationPreview(QWidget* parent = nullptr);

    void ask(const AugmentationQuestion& question);
    void retranslate();

signals:
    void answered();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// A data set that has been read, so that an option that changes does not read it again.
    struct Read {
        DataQuestion question;
        std::shared_ptr<const data::Dataset> dataset;
    };
    struct Samples {
        Read read;
        std::vector<QImage> pictures;
    };
    static Samples samplesFor(const AugmentationQuestion& question, Read read);
    void refresh();
    void showPictures(const std::vector<QImage>& pictures);
    void describe();

    QLabel* title_;
    QLabel* state_;
    QWidget* grid_ = nullptr;
    std::optional<AugmentationQuestion> question_;
    std::optional<AugmentationQuestion> asked_;
    Read read_;
    QString why_;           ///< there are none
    bool pictured_ = true;  ///< the data set has pictures, as far as is known
    Job job_;
};

}  // namespace prunescope::ui
