#include "data/table_builder.h"

#include "base/sha256.h"
#include "data/arff_reader.h"
#include "data/split.h"
#include "data/table_classes.h"
#include "data/table_columns.h"
#include "parallel/parallel_for.h"

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
        OpenedTable training = openTable(files_.training, options_.text,
                                         [&](const TableText& text) { return chooseTasks(text); });
        const Table& table = training.read.table;
        missing_.resize(table.columns.size());
        std::vector<RowUse> uses = usedRows(table, roles_, RowUse::training, missing_);
        const TableClasses classes(training.read, roles_.label, uses);
        if (!files_.test) holdBack(classes, training.read, uses);
        const TableCode code(training.read, roles_, uses);
        std::vector<run::DataFile> files{std::move(training.file)};
        TableRows test = files_.test ? readTest(classes, code, table.text, files)
                                     : rowsOf(classes, code, training.read, uses, RowUse::test);
        if (!files_.test) groups_ = groupsOf(table, uses);
        auto columns = describeColumns(table, roles_, code, missing_);
        expectFewNames(table.text.name(), columns, classes.names());
        auto dataset = std::make_unique<FloatTable>(
            DatasetFacts{.shape = {static_cast<kernels::Index>(code.inputs()), 1, 1},
                         .classNames = classes.names(),
                         .augmentation = {}},
            std::move(files), rowsOf(classes, code, training.read, uses, RowUse::training), std::move(test));
        dataset->setColumns(std::move(columns));
        dataset->setTestGroups(std::move(groups_));
        if (!files_.test) dataset->setTestDrawn();
        return dataset;
    }

private:
    std::vector<ColumnTask> chooseTasks(const TableText& text) {
        roles_ = rolesOf(text, options_);
        std::vector<ColumnTask> tasks(text.columns().size(), ColumnTask::guess);
        for (std::size_t c = 0; c < tasks.size(); ++c) {
            if (roles_.leftOut[c]) tasks[c] = ColumnTask::skip;
        }
        tasks[roles_.label] = ColumnTask::text;
        if (roles_.group) tasks[*roles_.group] = ColumnTask::text;
        return tasks;
    }

    /// Takes rows of every class away from training.
    void holdBack(const TableClasses& classes, const ReadTable& read, std::vector<RowUse>& uses) const {
        const auto labels = classes.labelsOf(read, uses, RowUse::training);
        const TestSplit split = stratifiedTestSplit(labels, classes.names().size(),
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

    TableRows readTest(const TableClasses& classes, const TableCode& code, const TableText& training,
                       std::vector<run::DataFile>& files) {
        OpenedTable test = openTable(*files_.test, options_.text, [&](const TableText& text) {
            expectSameColumns(text, training);
            return code.tasks();
        });
        const auto uses = usedRows(test.read.table, roles_, RowUse::test, missing_);
        files.push_back(std::move(test.file));
        groups_ = groupsOf(test.read.table, uses);
        return rowsOf(classes, code, test.read, uses, RowUse::test);
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

    static TableRows rowsOf(const TableClasses& classes, const TableCode& code, const ReadTable& read,
                            const std::vector<RowUse>& uses, RowUse use) {
        TableRows rows{.labels = classes.labelsOf(read, uses, use)};
        const TableText& text = read.table.text;
        const std::uint64_t numbers =
            read.table.rows() * read.table.columns.size() + rows.labels.size() * code.inputs();
        expectMemory(text.name(), text.bytes().size() + sizeof(float) * numbers);
        rows.values = code.encode(read.table, uses, use);
        return rows;
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
