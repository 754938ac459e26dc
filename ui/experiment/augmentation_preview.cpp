#include "ui/experiment/augmentation_preview.h"

#include "base/error.h"
#include "data/augmented_samples.h"
#include "data/registry.h"
#include "ui/experiment/error_text.h"
#include "ui/experiment/sample_strip.h"
#include "ui/support/flow_layout.h"
#include "ui/support/plain_label.h"

#include <QLabel>
#include <QVBoxLayout>
#include <tuple>
#include <utility>

namespace prunescope::ui {
namespace {

auto drawn(const run::AugmentConfig& c) {
    return std::tie(c.shift, c.flip, c.rotation, c.brightness, c.contrast, c.cutout);
}

}  // namespace

bool AugmentationQuestion::operator==(const AugmentationQuestion& other) const {
    return data == other.data && drawn(augment) == drawn(other.augment);
}

AugmentationQuestion augmentationQuestionOf(const run::RunConfig& config) {
    return {.data = dataQuestionOf(config), .augment = config.augment};
}

AugmentationPreview::AugmentationPreview(QWidget* parent)
    : QWidget(parent), title_(new PlainLabel(this)), state_(new PlainLabel(this)) {
    setObjectName(QStringLiteral("augmentationPreview"));
    state_->setObjectName(QStringLiteral("augmentationState"));
    state_->setWordWrap(true);
    state_->setForegroundRole(QPalette::PlaceholderText);
    title_->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(title_);
    column->addWidget(state_);
    retranslate();
}

void AugmentationPreview::ask(const AugmentationQuestion& question) {
    if (question_ == question) return;
    question_ = question;
    refresh();
}

void AugmentationPreview::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

/// A data set is large: nobody keeps what is not looked at.
void AugmentationPreview::hideEvent(QHideEvent* event) {
    read_ = {};
    QWidget::hideEvent(event);
}

AugmentationPreview::Samples AugmentationPreview::samplesFor(const AugmentationQuestion& question,
                                                             Read read) {
    if (read.dataset == nullptr || read.question != question.data)
        read = {question.data, data::loadDataset(configOf(question.data))};
    Samples samples{.read = read, .pictures = {}};
    const data::Dataset& dataset = *read.dataset;
    const data::Augmentation augmentation =
        data::resolvedAugmentation(question.augment, dataset.facts(), dataset.description().title);
    for (const data::AugmentedSample& sample :
         data::augmentedSamples(dataset, augmentation, static_cast<std::uint64_t>(question.data.seed)))
        samples.pictures.push_back(thumbnailOf(sample.pixels, dataset.shape()));
    return samples;
}

void AugmentationPreview::refresh() {
    if (!question_ || asked_ == question_ || !isVisible()) return;
    asked_ = question_;
    why_.clear();
    job_.start([question = *question_, read = read_] { return samplesFor(question, read); },
               [this](Samples samples) {
                   if (isVisible()) read_ = std::move(samples.read);
                   showPictures(samples.pictures);
                   emit answered();
               },
               [this](const Error& error) {
                   // The files may be there when it is shown the next time.
                   asked_.reset();
                   why_ = placedReasonText(error);
                   showPictures({});
                   emit answered();
               });
    describe();
}

void AugmentationPreview::showPictures(const std::vector<QImage>& pictures) {
    delete grid_;
    grid_ = nullptr;
    pictured_ = !pictures.empty() || !why_.isEmpty();
    if (!pictures.empty()) {
        grid_ = new QWidget(this);
        auto* flow = new FlowLayout(grid_);
        for (const QImage& picture : pictures) flow->addWidget(new SampleStrip({picture}, grid_));
        layout()->addWidget(grid_);
    }
    describe();
}

void AugmentationPreview::describe() {
    title_->setVisible(pictured_);
    const QString text = job_.isRunning() && grid_ == nullptr ? tr("Reading the data set…") : why_;
    state_->setText(text);
    state_->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

void AugmentationPreview::retranslate() {
    title_->setText(tr("The first images of the run, varied"));
    title_->setToolTip(tr("Made by the code that training uses, with the run's seed: the run sees these."));
    setAccessibleName(title_->text());
    describe();
}

}  // namespace prunescope::ui
