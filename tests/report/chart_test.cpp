#include "report/svg.h"
#include "report/xml_check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::report {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

LineChart chartOf(std::vector<Series> series) {
    LineChart chart;
    chart.id = "chart";
    chart.title = Text("A chart");
    chart.description = Text("What it shows");
    chart.x = {0, 10};
    chart.y = {0, 1};
    chart.series = std::move(series);
    return chart;
}

template <class Chart>
std::string drawn(const Chart& chart) {
    return svgOf(sceneOf(chart, {}));
}

std::vector<double> labelHeights(const std::string& svg, const std::string& label) {
    std::vector<double> heights;
    for (const auto& text : test::XmlCheck(svg).elements("text")) {
        if (text.content == label) heights.push_back(std::stod(text.attribute("y")));
    }
    return heights;
}

TEST(LineChart, IsAPictureThatAScreenReaderCanName) {
    const std::string svg = drawn(chartOf({{Text("a"), Colour{}, LineStyle::solid, {{0, 0}, {10, 1}}}}));
    EXPECT_EQ(test::XmlCheck(svg).problem(), "");
    EXPECT_NE(svg.find("role=\"img\" aria-labelledby=\"chart-title chart-desc\""), std::string::npos);
    EXPECT_NE(svg.find("<title id=\"chart-title\">A chart</title>"), std::string::npos);
    EXPECT_NE(svg.find("<desc id=\"chart-desc\">What it shows</desc>"), std::string::npos);
}

TEST(LineChart, BreaksALineAtValuesThatAreNotFinite) {
    const std::string svg =
        drawn(chartOf({{{},
                        Colour{},
                        LineStyle::solid,
                        {{0, 0.5}, {2, 0.5}, {4, notANumber}, {6, 0.5}, {8, INFINITY}, {9, notANumber}}}}));
    std::string d;
    for (const auto& path : test::XmlCheck(svg).elements("path")) {
        if (path.attribute("class") == "line") d += path.attribute("d");
    }
    EXPECT_EQ(std::count(d.begin(), d.end(), 'M'), 2) << d;
    EXPECT_EQ(d.find("nan"), std::string::npos);
    EXPECT_EQ(d.find("inf"), std::string::npos);
}

TEST(LineChart, KeepsLabelsApart) {
    std::vector<Series> series;
    for (int i = 0; i < 8; ++i)
        series.push_back({Text("label"), Colour{}, LineStyle::solid, {{0, 0.5}, {10, 0.5}}});
    auto heights = labelHeights(drawn(chartOf(series)), "label");
    ASSERT_EQ(heights.size(), 8U);
    std::sort(heights.begin(), heights.end());
    for (std::size_t i = 1; i < heights.size(); ++i) EXPECT_GE(heights[i] - heights[i - 1], 13.9);
}

TEST(LineChart, NamesManyLayersByARowOfColours) {
    std::vector<Series> series;
    for (int i = 0; i < 60; ++i)
        series.push_back({fmt::format("layer{}", i), Colour{}, LineStyle::solid, {{0, 0}, {1, 1}}});
    series.push_back({Text("floor"), Colour{}, LineStyle::dashed, {{0, 0}, {1, 1}}});
    const std::string svg = drawn(chartOf(series));
    EXPECT_EQ(labelHeights(svg, "layer0").size(), 1U);
    EXPECT_EQ(labelHeights(svg, "layer59").size(), 1U);
    EXPECT_EQ(labelHeights(svg, "layer30").size(), 0U);
}

TEST(LineChart, PutsMarksOverOneAnotherRatherThanAcross) {
    LineChart chart = chartOf({});
    for (int i = 0; i < 3; ++i) chart.marks.push_back({5, StepIndex{5}, Text("mark"), true});
    auto heights = labelHeights(drawn(chart), "mark");
    std::sort(heights.begin(), heights.end());
    ASSERT_EQ(heights.size(), 3U);
    EXPECT_LT(heights[0], heights[1]);
    EXPECT_LT(heights[1], heights[2]);
}

TEST(LineChart, StaysSmallWithThousandsOfMarks) {
    LineChart chart = chartOf({});
    for (int i = 0; i < 100'000; ++i) chart.marks.push_back({i * 1e-4, StepIndex{i}, Text("edit"), true});
    EXPECT_LT(drawn(chart).size(), 200'000U);
}

/// Every coordinate of an element is a number and not far outside the picture.
void expectInside(const std::string& svg, const std::string& what) {
    const test::XmlCheck check(svg);
    ASSERT_EQ(check.problem(), "") << what;
    for (const char* element : {"rect", "text", "circle"}) {
        for (const auto& e : check.elements(element)) {
            for (const char* name : {"x", "y", "width", "height", "cx", "cy"}) {
                const std::string value = e.attribute(name);
                if (value.empty()) continue;
                const double number = std::stod(value);
                EXPECT_TRUE(number > -400 && number < 1400)
                    << what << ": " << element << ' ' << name << '=' << value;
                const bool isExtent = std::string_view(name) == "width" || std::string_view(name) == "height";
                EXPECT_TRUE(!isExtent || number >= 0) << what << ": " << name << '=' << value;
            }
        }
    }
}

/// Names and numbers that no demonstration run has, in every combination.
TEST(LineChart, KeepsRoomForTheCurvesWhateverNamesAndNumbersAre) {
    std::vector<std::string> names{""};
    for (const std::size_t length : {1U, 24U, 150U, 300U, 5000U}) {
        names.push_back(std::string(length, 'W'));
        std::string wide;
        for (std::size_t i = 0; i < length; ++i) wide += "層";
        names.push_back(wide);
    }
    names.push_back(std::string(150, '\x80'));
    const std::vector<view::Range> ranges{
        {0, 1},           {0, 1e300},      {-1.7e308, 1.7e308},   {1e-300, 2e-300}, {5, 5},
        {1e15, 1e15 + 4}, {0, notANumber}, {-INFINITY, INFINITY}, {1, -1},          {0, 123456789012.0}};
    for (const auto& name : names) {
        for (const view::Range& range : ranges) {
            for (const int count : {1, 7, 200}) {
                for (const int width : {60, 860}) {
                    LineChart chart = chartOf({});
                    chart.width = width;
                    chart.height = width == 60 ? 30 : 280;
                    chart.y = range;
                    for (int i = 0; i < count; ++i) {
                        chart.series.push_back({name,
                                                Colour{},
                                                LineStyle::solid,
                                                {{0, range.from}, {5, 1e308}, {9, range.to}, {10, -1e308}}});
                        chart.series.push_back(
                            {name, Colour{}, LineStyle::dots, {{0, range.from}, {10, range.to}}});
                    }
                    chart.marks.push_back({5, StepIndex{5}, name, true});
                    chart.marks.push_back({1e300, StepIndex{5}, name, true});
                    chart.marks.push_back({notANumber, StepIndex{5}, name, true});
                    const std::string svg = drawn(chart);
                    expectInside(svg, fmt::format("{} characters, {} to {}, {} series", name.size(),
                                                  range.from, range.to, count));
                    EXPECT_EQ(svg.find("nan"), std::string::npos);
                    EXPECT_EQ(svg.find("inf"), std::string::npos);
                }
            }
        }
    }
}

TEST(BarChart, KeepsRoomForTheBarsWhateverNamesAndTextsAre) {
    for (const std::size_t length : {0U, 30U, 150U, 5000U}) {
        BarChart chart;
        chart.id = "bars";
        for (const double share : {0.0, 0.5, 7.0, -1.0, notANumber, 1e300}) {
            chart.bars.push_back(
                {std::string(length, 'W'), Colour{}, share, std::string(length, 'M'), share});
        }
        chart.requestedOverall = 2;
        expectInside(drawn(chart), fmt::format("{} characters", length));
    }
}

TEST(BarChart, DrawsRequestedBesideAchieved) {
    BarChart chart;
    chart.id = "bars";
    chart.bars = {{"conv1", Colour::ofLayer(0), 0.5, Text("50 %"), 0.6},
                  {"<fc>", Colour::ofLayer(1), 2.0, Text("?"), std::nullopt}};
    const std::string svg = drawn(chart);
    EXPECT_EQ(test::XmlCheck(svg).problem(), "");
    EXPECT_NE(svg.find("class=\"request\""), std::string::npos);
    EXPECT_NE(svg.find("&lt;fc&gt;"), std::string::npos);
}

}  // namespace
}  // namespace prunescope::report
