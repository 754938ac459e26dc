#pragma once

#include "base/registry.h"
#include "nn/inference_graph.h"
#include "nn/layer.h"
#include "run/description.h"

#include <functional>

namespace prunescope::nn {

/// An array that a node learns or measures. Its name is that of the node with `suffix` behind it.
struct ParameterShape {
    std::string suffix;
    std::vector<Index> shape;
    ParameterRole role = ParameterRole::weight;
    Index size() const;
};

/// Where an operation stands in a graph.
struct Place {
    std::string network;
    std::string name;  ///< of the node, "stage2.block1.conv1"
    std::vector<Shape> inputs{};
    Index number = 0;  ///< counts the nodes of one kind from 0

    const Shape& input() const { return inputs.front(); }
};

/// The values of a parameter by its full name, in the order of its shape.
using ParameterValues = std::function<std::vector<float>(const std::string& name)>;

/// What an operation needs to write itself into the graph of a trained network.
struct Lowering {
    const Place& place;
    std::vector<TensorIndex> inputs;
    const ParameterValues& values;

    std::vector<float> parameter(const std::string& suffix) const { return values(place.name + suffix); }
};

/// What a node of a graph computes, without its weights: a kind with its attributes, which never change. It
/// says what it makes of a shape, and compiles itself for training (a layer) and for inference.
class Operation {
public:
    Operation() = default;
    virtual ~Operation() = default;
    Operation(const Operation&) = delete;
    Operation& operator=(const Operation&) = delete;

    /// As `operations()` knows it.
    virtual std::string_view kind() const = 0;
    /// An object with a member for each option of the kind.
    virtual nlohmann::json attributes() const { return nlohmann::json::object(); }
    virtual std::size_t inputs() const { return 1; }
    /// True when it may read what was flattened just before: the planes stay where they are at inference.
    virtual bool readsFlattened() const { return false; }
    /// Throws `UsageError` when the shapes at its inputs do not suit it.
    virtual Shape output(const Place& place) const = 0;
    /// In the order in which a network has them.
    virtual std::vector<ParameterShape> parameters(const Shape& /*input*/) const { return {}; }

    /// For training in float, for checks of gradients in double. Null for what a `Tape` does itself.
    template <class T>
    std::unique_ptr<Layer<T>> layer(const Place& place) const {
        if constexpr (std::is_same_v<T, float>) {
            return floatLayer(place);
        } else {
            return doubleLayer(place);
        }
    }

    /// The same for what has two inputs; null for everything else, and for a sum, which a `Tape` does itself.
    template <class T>
    std::unique_ptr<PairLayer<T>> pairLayer() const {
        if constexpr (std::is_same_v<T, float>) {
            return floatPair();
        } else {
            return doublePair();
        }
    }

    /// Writes what it computes outside training into the graph; returns the result.
    virtual TensorIndex lower(InferenceGraph& graph, const Lowering& at) const = 0;

private:
    virtual std::unique_ptr<Layer<float>> floatLayer(const Place&) const { return nullptr; }
    virtual std::unique_ptr<Layer<double>> doubleLayer(const Place&) const { return nullptr; }
    virtual std::unique_ptr<PairLayer<float>> floatPair() const { return nullptr; }
    virtual std::unique_ptr<PairLayer<double>> doublePair() const { return nullptr; }
};

/// An operation that is trained as one layer: `Self` has `make<T>(place)`.
template <class Self>
class LayerOperation : public Operation {
private:
    std::unique_ptr<Layer<float>> floatLayer(const Place& place) const override {
        return static_cast<const Self&>(*this).template make<float>(place);
    }
    std::unique_ptr<Layer<double>> doubleLayer(const Place& place) const override {
        return static_cast<const Self&>(*this).template make<double>(place);
    }
};

/// An operation of two inputs that is trained as a `Pair<float>` or `Pair<double>`.
template <template <class> class Pair>
class PairOperation : public Operation {
public:
    std::size_t inputs() const override { return 2; }

private:
    std::unique_ptr<PairLayer<float>> floatPair() const override { return std::make_unique<Pair<float>>(); }
    std::unique_ptr<PairLayer<double>> doublePair() const override {
        return std::make_unique<Pair<double>>();
    }
};

/// Throws `UsageError` when a window does not fit into the place's input with its padding, or when the
/// padding is as large as the window, so that one would see nothing else.
void expectWindow(const Place& place, const kernels::RowsAndColumns& window,
                  const kernels::RowsAndColumns& padding);

/// A kind of operation: its name is that of the kind, its options are the attributes.
struct OperationEntry {
    run::Description description;
    /// `attributes` are complete and in range.
    std::shared_ptr<const Operation> (*make)(const nlohmann::json& attributes);
};

/// Attributes that must be given: a whole number, a number, and true or false.
run::OptionDescription wholeAttribute(std::string key, Index minimum, Index maximum);
run::OptionDescription realAttribute(std::string key, double minimum, double maximum);
run::OptionDescription flagAttribute(std::string key);
/// A whole number that is `usual` where it is not given.
run::OptionDescription optionalAttribute(std::string key, Index usual, Index minimum, Index maximum);
/// true or false, and false where it is not given.
run::OptionDescription optionalFlag(std::string key);
/// KEY_columns: what `key` is for columns. Where it is not given, `key` is for rows and columns.
run::OptionDescription columnsAttribute(const std::string& key, Index minimum, Index maximum);
/// What `key` is for rows and for columns, of complete attributes.
kernels::RowsAndColumns readRowsAndColumns(const nlohmann::json& attributes, const std::string& key);
/// KEY, and KEY_columns where that is another number.
void writeRowsAndColumns(nlohmann::json& attributes, const std::string& key,
                         const kernels::RowsAndColumns& value);

/// All kinds that a graph may hold.
Registry<OperationEntry>& operations();

}  // namespace prunescope::nn
