// Texts that come with a run are shown as they stand and never read as HTML: not a letter of them vanishes,
// and no file that they name is opened.
#include "ui/app/scenes.h"
#include "ui/app/visible_texts.h"
#include "ui/app/whole_window.h"
#include "ui/support/tool_tips.h"

#include <gmock/gmock.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QToolTip>
#include <array>

namespace prunescope::ui {
namespace {

/// Whether somebody has opened a file since.
class Watch {
public:
    explicit Watch(const std::filesystem::path& file) : fd_(::inotify_init1(IN_NONBLOCK)) {
        ::inotify_add_watch(fd_, file.c_str(), IN_OPEN | IN_ACCESS);
    }
    ~Watch() { ::close(fd_); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    bool wasOpened() const {
        std::array<char, 4096> events{};
        return ::read(fd_, events.data(), events.size()) > 0;
    }

private:
    int fd_;
};

class MarkupTest : public testing::Test {
protected:
    MarkupTest() {
        QImage picture(40, 40, QImage::Format_RGB32);
        picture.fill(Qt::magenta);
        picture.save(QString::fromStdString(file.string()));
    }
    std::string hostile(const std::string& name) const {
        return "<b>" + name + "</b><img src=\"" + file.string() + "\">";
    }
    run::RunRecord hostileRun() const {
        run::RunRecord record = test::demoRun();
        run::RunHeader& h = record.header;
        h.config.dataDir = hostile("data");
        h.dataset.title = hostile("title");
        h.dataset.augmentation = hostile("augmentation");
        for (std::string& name : h.dataset.classNames) name = hostile(name);
        for (run::LayerDescription& layer : h.network.layers) {
            layer.name = hostile(layer.name);
            layer.kind = hostile(layer.kind);
        }
        for (std::string* text : {&h.network.name, &h.provenance.version, &h.provenance.compiler,
                                  &h.provenance.processor, &h.provenance.operatingSystem, &h.provenance.host})
            *text = hostile("machine");
        for (run::AuditEvent& event : record.events) {
            event.who = hostile("who");
            event.reason = hostile("reason");
            event.note = Text::of("found {}", hostile("note"));
        }
        record.outcome.state = run::RunState::failed;
        record.outcome.message = hostile("why it failed");
        return record;
    }
    bool openHostileRun() {
        test::writeRecord(folder, hostileRun());
        whole.open();
        whole.run->open(folder);
        return whole.waitForStage(RunModel::Stage::failed);
    }
    void askForTip(QWidget& widget, const QPoint& place) {
        QHelpEvent help(QEvent::ToolTip, place, widget.mapToGlobal(place));
        QApplication::sendEvent(&widget, &help);
        if (QToolTip::isVisible()) tips << QToolTip::text();
    }
    void askForEveryTip() {
        for (QWidget* widget : whole.window->findChildren<QWidget*>()) {
            if (!widget->isVisible()) continue;
            askForTip(*widget, widget->rect().center());
            auto* view = qobject_cast<QAbstractItemView*>(widget);
            if (view == nullptr || view->model() == nullptr) continue;
            for (int row = 0; row < std::min(view->model()->rowCount(), 12); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    askForTip(*view->viewport(),
                              view->visualRect(view->model()->index(row, column)).center());
            }
        }
    }

    WholeWindow whole;
    std::filesystem::path file = whole.workspace() / "picture.png";
    std::filesystem::path folder = whole.workspace() / "<b>best & fast<img src=x>";
    QStringList tips;
};

TEST_F(MarkupTest, TheWatchSeesAFileThatIsOpened) {
    const Watch watch(file);
    EXPECT_FALSE(watch.wasOpened());
    QLabel guessing(QString::fromStdString(hostile("name")));
    guessing.show();
    QTest::qWait(20);
    guessing.grab();
    EXPECT_TRUE(watch.wasOpened()) << "a label that guesses loads it: what this test is to find";
}

TEST_F(MarkupTest, EveryTextOfARunStandsAsItIsAndNoFileIsOpened) {
    ASSERT_TRUE(openHostileRun());
    const Watch watch(file);
    auto* tabs = whole.find<QTabWidget>("pages");
    QString all;
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        Scenes::settle();
        if (auto* audit = whole.find<QTableView>("auditTable"); audit != nullptr && audit->isVisible())
            audit->selectRow(1);
        QTest::qWait(300);
        askForEveryTip();
        const VisibleTexts texts(*whole.window);
        for (const auto& [place, text] : texts.all()) all += text + QLatin1Char('\n');
        whole.window->grab();
        EXPECT_FALSE(watch.wasOpened()) << "on page " << page;
    }
    EXPECT_THAT(all.toStdString(), testing::HasSubstr(hostile("reason")));
    EXPECT_THAT(all.toStdString(), testing::HasSubstr(hostile("why it failed")));
    EXPECT_THAT(whole.find<QLabel>("runName")->text().toStdString(),
                testing::HasSubstr("<b>best & fast<img src=x>"));
    ASSERT_GT(tips.size(), 20);
    for (const QString& tip : tips) {
        EXPECT_FALSE(tip.contains(QLatin1String("<img"))) << tip.toStdString();
    }
}

TEST_F(MarkupTest, NoLabelOfTheWindowGuesses) {
    ASSERT_TRUE(openHostileRun());
    for (const QLabel* label : whole.window->findChildren<QLabel*>()) {
        // What is said of a weight is a table of this program's own, with names escaped in it.
        const bool ownTable = label->objectName() == QLatin1String("weightDetail");
        EXPECT_EQ(label->textFormat(), ownTable ? Qt::RichText : Qt::PlainText)
            << pathOf(*label).toStdString() << ": " << label->text().toStdString();
    }
}

TEST_F(MarkupTest, ATipIsWrappedAndWhole) {
    const QString word = QStringLiteral("sparsity ");
    const QString markup =
        toolTipMarkup(word.repeated(60) + QStringLiteral("<i>&amp;\nend"), QToolTip::font());
    EXPECT_THAT(markup.toStdString(), testing::HasSubstr("&lt;i&gt;&amp;amp;"));
    QLabel label(markup);
    EXPECT_LE(label.sizeHint().width(), 410);
    EXPECT_GT(label.sizeHint().height(), label.fontMetrics().height() * 5);
}

}  // namespace
}  // namespace prunescope::ui
