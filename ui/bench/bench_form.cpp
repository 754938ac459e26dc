#include "ui/bench/bench_form.h"

#include "parallel/thread_arena.h"
#include "ui/bench/bench_job.h"
#include "ui/bench/sparsity_list.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/number_field.h"
#include "ui/support/plain_label.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int largestBatch = 4096;
constexpr double mostSeconds = 600;
constexpr int longestEntry = 400;
constexpr int openRun = 1;  ///< as data of an entry: the run that is open

}  // namespace

BenchForm::BenchForm(Theme& theme, QWidget* parent)
    : QWidget(parent),
      networkLabel_(new PlainLabel(this)),
      network_(new QComboBox(this)),
      networkMessage_(new MessageBar(theme, this)),
      sparsitiesLabel_(new PlainLabel(this)),
      sparsities_(new QLineEdit(this)),
      sparsitiesMessage_(new MessageBar(theme, this)),
      threadsLabel_(new PlainLabel(this)),
      threads_(new QSpinBox(this)),
      batchLabel_(new PlainLabel(this)),
      batch_(new QSpinBox(this)),
      secondsLabel_(new PlainLabel(this)),
      seconds_(new NumberField(this)) {
    network_->setObjectName(QStringLiteral("benchNetwork"));
    network_->setEditable(true);
    network_->setInsertPolicy(QComboBox::NoInsert);
    network_->lineEdit()->setMaxLength(longestEntry);
    network_->setMinimumContentsLength(16);
    network_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const char* name : {"lenet-5", "lenet-300-100", "resnet-8", "resnet-20", "mlp:300,100"})
        network_->addItem(QLatin1String(name));
    networkMessage_->setObjectName(QStringLiteral("benchNetworkMessage"));
    sparsities_->setObjectName(QStringLiteral("benchSparsities"));
    sparsities_->setMaxLength(longestEntry);
    sparsities_->setText(sparsitiesText({0.5, 0.7, 0.8, 0.9, 0.95, 0.98}));
    sparsitiesMessage_->setObjectName(QStringLiteral("benchSparsitiesMessage"));
    threads_->setObjectName(QStringLiteral("benchThreads"));
    threads_->setRange(1, parallel::machineThreads());
    threads_->setValue(parallel::machineThreads());
    batch_->setObjectName(QStringLiteral("benchBatch"));
    batch_->setRange(1, largestBatch);
    batch_->setValue(128);
    seconds_->setObjectName(QStringLiteral("benchSeconds"));
    seconds_->setRange(0.01, mostSeconds);
    seconds_->setDecimals(2);
    seconds_->setValue(1);
    layOut();
    connect(network_, &QComboBox::currentTextChanged, this, [this] {
        networkMessage_->clear();
        check();
    });
    connect(sparsities_, &QLineEdit::textChanged, this, &BenchForm::check);
    retranslate();
}

void BenchForm::layOut() {
    const auto pair = [](QLabel* label, QWidget* field) {
        label->setBuddy(field);
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(label);
        row->addWidget(field);
        return row;
    };
    networkLabel_->setBuddy(network_);
    sparsitiesLabel_->setBuddy(sparsities_);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(16);
    numbers->addLayout(pair(threadsLabel_, threads_));
    numbers->addLayout(pair(batchLabel_, batch_));
    numbers->addLayout(pair(secondsLabel_, seconds_));
    numbers->addStretch(1);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(networkLabel_, 0, 0);
    grid->addWidget(network_, 0, 1);
    grid->addWidget(networkMessage_, 1, 0, 1, 2);
    grid->addWidget(sparsitiesLabel_, 2, 0);
    grid->addWidget(sparsities_, 2, 1);
    grid->addWidget(sparsitiesMessage_, 3, 0, 1, 2);
    grid->addLayout(numbers, 4, 0, 1, 2);
}

void BenchForm::retranslate() {
    networkLabel_->setText(tr("Network"));
    network_->setToolTip(
        tr("This run's network with its trained weights, or any network by name with random weights, "
           "such as mlp:300,100."));
    sparsitiesLabel_->setText(tr("Sparsities, %"));
    sparsities_->setPlaceholderText(tr("such as 50, 90, 95"));
    sparsities_->setToolTip(
        tr("Shares of the weights that are cut, in per cent; each is measured in turn. Your own model is "
           "measured at its own sparsity first."));
    threadsLabel_->setText(tr("Threads"));
    threads_->setToolTip(
        tr("Processor threads for training and for batches; one sample is always answered on one thread."));
    batchLabel_->setText(tr("Batch"));
    batch_->setToolTip(tr("Samples in a training step and in a pass of inference."));
    secondsLabel_->setText(tr("Seconds each"));
    seconds_->setToolTip(tr(
        "About how long each sparsity is measured; longer is less disturbed by what else the machine does."));
    network_->setAccessibleName(networkLabel_->text());
    network_->lineEdit()->setAccessibleName(networkLabel_->text());
    sparsities_->setAccessibleName(sparsitiesLabel_->text());
    threads_->setAccessibleName(threadsLabel_->text());
    batch_->setAccessibleName(batchLabel_->text());
    seconds_->setAccessibleName(secondsLabel_->text());
    if (open_) {
        const bool chosen = measuresOpenRun();
        network_->setItemText(0, openText());
        if (chosen) network_->setEditText(openText());
    }
    check();
}

QString BenchForm::openText() const {
    const QString model = QString::fromStdString(open_->model);
    if (open_->weights.empty()) return tr("This run's network: %1, untrained weights").arg(model);
    if (!open_->sparsity) return tr("This run's network: %1, its trained weights").arg(model);
    return tr("This run's network: %1, %2 pruned").arg(model, percentText(*open_->sparsity));
}

void BenchForm::chooseFirst() {
    network_->setCurrentIndex(0);
    network_->setEditText(network_->itemText(0));
}

void BenchForm::chooseOpenNetwork() {
    if (open_) chooseFirst();
}

void BenchForm::setOpenNetwork(const std::optional<OpenNetwork>& open) {
    if (open == open_) return;
    const bool chosen = measuresOpenRun();
    const QString typed = network_->currentText();
    const QSignalBlocker quiet(network_);
    if (open_) network_->removeItem(0);
    open_ = open;
    if (open_) network_->insertItem(0, openText(), openRun);
    const bool choose = open_ && (chosen || !open_->weights.empty());
    if (choose || chosen) {
        chooseFirst();
    } else {
        network_->setCurrentIndex(network_->findText(typed));
        network_->setEditText(typed);
    }
    networkMessage_->clear();
    check();
}

bool BenchForm::measuresOpenRun() const {
    return open_ && network_->itemData(0).toInt() == openRun &&
           network_->currentText() == network_->itemText(0);
}

void BenchForm::check() {
    const SparsityList list = sparsitiesOf(sparsities_->text());
    const bool needed = !measuresOpenRun() || open_->weights.empty();
    QString problem = list.problem;
    if (problem.isEmpty() && list.shares.empty() && needed)
        problem = tr("Write at least one sparsity, such as 95.");
    sparsitiesMessage_->show(MessageBar::Kind::error, problem);
    if (network_->currentText().trimmed().isEmpty())
        networkMessage_->show(MessageBar::Kind::error, tr("Choose a network, or type its name."));
    emit edited();
}

std::optional<speed::Request> BenchForm::request() const {
    if (!sparsitiesMessage_->text().isEmpty() || network_->currentText().trimmed().isEmpty())
        return std::nullopt;
    speed::Request request;
    request.sparsities = sparsitiesOf(sparsities_->text()).shares;
    request.threads = threads_->value();
    request.batch = batch_->value();
    request.secondsPerSparsity = seconds_->value();
    request.model = network_->currentText().trimmed().toStdString();
    if (measuresOpenRun()) {
        request.model = open_->model;
        request.images = open_->images;
        request.classes = open_->classes;
        request.weights = open_->weights;
    }
    return request;
}

bool BenchForm::showFailure(const Error& error) {
    const std::string where = error.where().english();
    MessageBar* bar = where == "--sparsity" ? sparsitiesMessage_
                      : where == "model"    ? networkMessage_
                                            : nullptr;
    if (bar == nullptr) return false;
    bar->show(MessageBar::Kind::error, engineText(Text::of("{}. {}", error.problem(), error.mend())));
    return true;
}

void BenchForm::setLocked(bool locked) {
    for (QWidget* field : std::initializer_list<QWidget*>{network_, sparsities_, threads_, batch_, seconds_})
        field->setEnabled(!locked);
}

}  // namespace prunescope::ui
