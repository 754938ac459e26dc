#include "kernels/channel_sums.h"

namespace prunescope::kernels {
namespace {

/// One stretch of pixels: its moments from the sums of x - center and (x - center)^2.
template <class T>
ChannelMoments momentsAbout(T center, const T* plane, Index lanes, Index images, Index begin, Index end) {
    const auto [sum, squares] = sumOverPixels<2, T>(lanes, images, begin, end, [&](Index at) {
        const Vec<T> d = load(plane + at) - center;
        return LaneTerms<2, T>{d, d * d};
    });
    const double count = static_cast<double>((end - begin) * images);
    return {count, static_cast<double>(center) + sum / count, squares - sum * sum / count};
}

}  // namespace

void ChannelMoments::join(const ChannelMoments& more) {
    const double total = count + more.count;
    const double apart = more.mean - mean;
    squares += more.squares + apart * apart * count * more.count / total;
    mean += apart * more.count / total;
    count = total;
}

template <class T>
ChannelMoments channelMoments(const Tensor<T>& tensor, Index c) {
    const Index lanes = tensor.lanes();
    ChannelMoments moments;
    forEachStretch(tensor, [&](Index tile, Index begin, Index end) {
        const T* plane = tensor.channel(tile, c);
        const Index images = tensor.imagesIn(tile);
        if (moments.count == 0) moments.mean = momentsAbout(T(0), plane, lanes, images, begin, end).mean;
        moments.join(momentsAbout(static_cast<T>(moments.mean), plane, lanes, images, begin, end));
    });
    moments.squares = std::max(0.0, moments.squares);
    return moments;
}

template ChannelMoments channelMoments<float>(const Tensor<float>&, Index);
template ChannelMoments channelMoments<double>(const Tensor<double>&, Index);

}  // namespace prunescope::kernels
