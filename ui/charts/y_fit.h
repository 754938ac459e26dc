#pragma once

#include <QList>
#include <QPointF>
#include <vector>

namespace prunescope::ui {

/// Which values a y axis has to hold.
class YFit {
public:
    enum class Kind {
        everything,
        robust,   ///< a few values far from all the others may lie beyond the axis
        settled,  ///< likewise, and what comes before `settledFrom` counts only while nothing comes after
    };
    /// Lowest and highest value; low > high when there is none.
    struct Extent {
        double low = 0;
        double high = -1;
        bool operator==(const Extent&) const = default;
    };

    explicit YFit(Kind kind) : kind_(kind) {}
    /// `settledFrom`: x from which on the curve has settled. `each`: every one of its values counts, as there
    /// are few and each was measured on many images.
    void add(const QList<QPointF>& points, double settledFrom, bool each);
    Extent extent() const;

private:
    struct Values {
        std::vector<double> single;
        std::vector<double> dense;
        bool empty() const { return single.empty() && dense.empty(); }
    };
    Extent extentOf(const Values& values) const;

    Kind kind_;
    Values all_;
    Values settled_;
};

}  // namespace prunescope::ui
