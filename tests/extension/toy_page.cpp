// All of a page that somebody adds to the window. Of its folder in ui/ this would be the only file.
#include "ui/live/run_model.h"
#include "ui/support/empty_state.h"
#include "ui/support/page.h"

#include <QAction>
#include <QCoreApplication>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

/// Leads to a start, as pages do without a run, and rings a bell that is heard in its title.
class ToyPage : public Page {
    Q_DECLARE_TR_FUNCTIONS(ToyPage)
public:
    ToyPage(const PageContext& context, QWidget* parent)
        : Page(parent), context_(context), empty_(new EmptyState(this)), ring_(new QAction(this)) {
        setObjectName(QStringLiteral("toyPage"));
        ring_->setObjectName(QStringLiteral("ringAction"));
        (new QVBoxLayout(this))->addWidget(empty_);
        leadToStart(*empty_);
        connect(ring_, &QAction::triggered, this, [this] { emit showRequested(); });
        connect(&context_.run, &RunModel::eventActivated, this, [this] { emit showRequested(); });
        retranslate();
    }

    QString title() const override { return tr("Toy"); }
    std::vector<Command> commands() const override { return {{Menu::run, ring_}}; }

protected:
    void retranslate() override {
        empty_->setTexts(tr("Nothing to play with"), tr("A run would be played with here."), tr("Start"));
        ring_->setText(tr("Ring the bell"));
    }

private:
    PageContext context_;
    EmptyState* empty_;
    QAction* ring_;
};

}  // namespace

PageEntry toyPage() {
    return pageEntry<ToyPage>("toy");
}

}  // namespace prunescope::ui
