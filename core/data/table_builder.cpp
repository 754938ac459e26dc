#include "data/table_builder.h"

#include "base/sha256.h"
#include "data/arff_reader.h"
#include "data/split.h"
#include "data/table_columns.h"
#include "data/table_labels.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace prunescope::data {
namespace {

/// Most bytes of all names of columns, categories and classes: the record of a run holds them.
constexpr std::size_t mostBytesOfNames = std::size_t{16} << 20U;

constexpr std::string_view withoutGroup = "-";

struct OpenedTable {
    ReadTable read;
    run::DataFile file;
};

/// The file is hashed while it is read.
OpenedTable openTable(const std::filesystem::path& path, const TextOptions& options,
                      const ChooseTasks& choose) {
    TableText text = readTableText(path);
    const auto bytes = text.shared();
    run::DataFile file{path.filename().string(), static_cast<std::int64_t>(bytes->size()), ""};
    std::optional<ReadTable> read;
    parallel::parallelFor(2, [&](std::int64_t half) {
        if (half == 0) {
            file.sha256 = sha256Hex(*bytes);
        } else {
            read = looksLikeArff(text) ? readArffTable(std::move(text), choose)
                                       : readTextTable(std::move(text), options, choose);
        }
    });
    return {std::move(*read), std::move(file)};
}

void expectSameColumns(const TableText& test, const TableText& training) {
    const auto mend = [] {
        return Text::of(
            "Give the test file the columns of the other, the label among them; or take it away, and a share "
            "of the "
            "rows is tested on (data.test_fraction).");
    };
    const std::size_t columns = training.columns().size();
    if (test.columns().size() != columns) {
        throw Error(test.name(),
                    Text::of("expected the {} columns of {}, found {}", columns, training.name(),
                             test.columns().size()),
                    mend());
    }
    for (std::size_t c = 0; c < columns; ++c) {
        const std::string& name = test.columns()[c];
        const std::string& expected = training.columns()[c];
        if (name == expected || name.empty() || expected.empty()) continue;
        throw test.fault(test.begin(), c,
                         Text::of("expected the column {}, as in {}", quotedText(expected), training.name()),
                         mend());
    }
}

void expectFewNames(const std::string& file, const std::vector<run::ColumnDescription>& columns,
                    const std::vector<std::string>& classes) {
    std::size_t bytes = 0;
    for (const std::string& name : classes) bytes += name.size();
    for (const run::ColumnDescription& column : columns) {
        bytes += column.name.size();
        for (const std::string& name : column.categories) bytes += name.size();
    }
    if (bytes <= mostBytesOfNames) return;
    throw Error(file,
                Text::of("the names of columns, categories and classes take {} bytes, more than the {} that "
                         "a record holds",
                         bytes, mostBytesOfNames),
                Text::of("Give shorter names, or leave columns out (data.leave_out)."));
}

/// Makes a data set of one table, or of one to train on and one to test on.
class TableBuilder {
public:
    TableBuilder(const TableFiles& files, const TableOptions& options) : files_(files), options_(options) {}

    std::unique_ptr<Dataset> build() {
        OpenedTable training = openTraining();
        const Table& table = training.read.table;
        missing_.resize(table.columns.size());
        std::vector<RowUse> uses = usedRows(table, roles_, RowUse::training, missing_);
        const TableLabels labels(training.read, roles_, uses);
        if (!files_.test) holdBack(labels, training.read, uses);
        const TableCode code(training.read, roles_, uses);
        std::vector<run::DataFile> files{std::move(training.file)};
        LabelledRows test = files_.test ? readTest(labels, code, table.text, files)
                                        : rowsOf(labels, code, training.read, uses, RowUse::test);
        if (!files_.test) groups_ = groupsOf(table, uses);
        LabelledRows rows = rowsOf(labels, code, training.read, uses, RowUse::training);
        auto columns = describeColumns(table, roles_, code, missing_);
        DatasetFacts facts{.shape = {static_cast<kernels::Index>(code.inputs()), 1, 1},
                           .classNames = labels.classNames(),
                           .augmentation = {}};
        if (labels.numeric()) facts.target = {columns[roles_.label].name, options_.target.unit};
        expectFewNames(table.text.name(), columns, facts.classNames);
        auto dataset = std::make_unique<FloatTable>(std::move(facts), std::move(files), std::move(rows.rows),
                                                    std::move(test.rows));
        if (labels.numeric()) dataset->setTargets(std::move(rows.targets), std::move(test.targets));
        dataset->setColumns(std::move(columns));
        dataset->setTestGroups(std::move(groups_));
        if (!files_.test) dataset->setTestDrawn();
        return dataset;
    }

private:
    struct LabelledRows {
        TableRows rows;
        std::vector<float> targets;  ///< none where there are classes
    };

    /// Labels that are texts and turn out to be numbers to predict are read once more, as numbers.
    OpenedTable openTraining() {
        const auto open = [&](bool numeric) {
            return openTable(files_.training, options_.text,
                             [&](const TableText& text) { return chooseTasks(text, numeric); });
        };
        if (options_.target.kind != TargetKind::automatic)
            return open(options_.target.kind == TargetKind::number);
        try {
            OpenedTable table = open(false);
            if (!areNumbersToPredict(table.read, roles_.label)) return table;
        } catch (const TooManyTexts& fault) {
            try {
                return open(true);
            } catch (const Error&) {
                throw fault;
            }
        }
        return open(true);
    }

    std::vector<ColumnTask> chooseTasks(const TableText& text, bool numeric) {
        roles_ = rolesOf(text, options_);
        roles_.numericLabel = numeric;
        std::vector<ColumnTask> tasks(text.columns().size(), ColumnTask::guess);
        for (std::size_t c = 0; c < tasks.size(); ++c) {
            if (roles_.leftOut[c]) tasks[c] = ColumnTask::skip;
        }
        tasks[roles_.label] = numeric ? ColumnTask::number : ColumnTask::text;
        if (roles_.group) tasks[*roles_.group] = ColumnTask::text;
        return tasks;
    }

    /// Takes rows away from training, of every class if there are classes.
    void holdBack(const TableLabels& known, const ReadTable& read, std::vector<RowUse>& uses) const {
        const auto labels = known.labelsOf(read, uses, RowUse::training);
        const TestSplit split =
            stratifiedTestSplit(labels, std::max<std::size_t>(1, known.classNames().size()),
                                options_.testDraw.fraction, options_.testDraw.seed);
        auto held = split.test.begin();
        std::int64_t number = 0;
        for (RowUse& use : uses) {
            if (use != RowUse::training) continue;
            if (held != split.test.end() && held->value == number) {
                use = RowUse::test;
                ++held;
            }
            ++number;
        }
    }

    LabelledRows readTest(const TableLabels& labels, const TableCode& code, const TableText& training,
                          std::vector<run::DataFile>& files) {
        OpenedTable test = openTable(*files_.test, options_.text, [&](const TableText& text) {
            expectSameColumns(text, training);
            return code.tasks();
        });
        const auto uses = usedRows(test.read.table, roles_, RowUse::test, missing_);
        files.push_back(std::move(test.file));
        groups_ = groupsOf(test.read.table, uses);
        return rowsOf(labels, code, test.read, uses, RowUse::test);
    }

    /// Of the rows that are tested on.
    SampleGroups groupsOf(const Table& table, const std::vector<RowUse>& uses) const {
        if (!roles_.group) return {};
        const Categories& categories = table.columns[*roles_.group].categories;
        std::vector<std::string_view> names;
        forEachRow(table, [&](std::size_t row, const float* cells) {
            if (uses[row] != RowUse::test) return;
            const float cell = cells[*roles_.group];
            names.push_back(std::isnan(cell) ? withoutGroup
                                             : categories.name(static_cast<Categories::Code>(cell)));
        });
        return groupsFromNames(names, table.text.name(),
                               Text::of("Choose another column for the groups (data.group)."));
    }

    static LabelledRows rowsOf(const TableLabels& labels, const TableCode& code, const ReadTable& read,
                               const std::vector<RowUse>& uses, RowUse use) {
        TableRows rows{.labels = labels.labelsOf(read, uses, use)};
        const TableText& text = read.table.text;
        const std::uint64_t numbers =
            read.table.rows() * read.table.columns.size() + rows.labels.size() * code.inputs();
        expectMemory(text.name(), text.bytes().size() + sizeof(float) * numbers);
        rows.values = code.encode(read.table, uses, use);
        return {std::move(rows), labels.targetsOf(read.table, uses, use)};
    }

    const TableFiles& files_;
    const TableOptions& options_;
    ColumnRoles roles_{};
    std::vector<std::int64_t> missing_{};
    SampleGroups groups_{};
};

}  // namespace

std::unique_ptr<Dataset> buildTable(const TableFiles& files, const TableOptions& options) {
    return TableBuilder(files, options).build();
}

}  // namespace prunescope::data
