"""A plot of curves as an SVG file, in plain Python. scripts_test.py tests it."""
from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import ceil, floor
from typing import Sequence

WIDTH, HEIGHT = 900, 520
LEFT, RIGHT, TOP, BOTTOM = 70, 230, 46, 56
# Okabe & Ito's colours, which colour-blind readers can tell apart.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")


@dataclass(frozen=True)
class Curve:
    name: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Axes:
    """Maps values to the drawing; y begins at zero, so that a length is a time."""
    left: float
    right: float
    top: float

    def x(self, value: float) -> float:
        return LEFT + (value - self.left) / (self.right - self.left) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        return HEIGHT - BOTTOM - value / self.top * (HEIGHT - TOP - BOTTOM)


def axes_of(curves: Sequence[Curve]) -> Axes:
    xs = [x for curve in curves for x, _ in curve.points]
    most = max(y for curve in curves for _, y in curve.points)
    return Axes(floor(min(xs) / 10) * 10, floor(max(xs) / 10) * 10 + 10, max(1.0, ceil(most * 5) / 5))


def text(x: float, y: float, words: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {more}>{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, stroke: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {stroke}/>'


def grid(axes: Axes, x_label: str, y_label: str) -> list[str]:
    parts = []
    for k in range(6):
        value = axes.top * k / 5
        parts.append(line(LEFT, axes.y(value), WIDTH - RIGHT, axes.y(value), 'stroke="#ddd"'))
        parts.append(text(LEFT - 8, axes.y(value) + 4, f"{value:.2f}", 'text-anchor="end"'))
    for k in range(6):
        value = axes.left + (axes.right - axes.left) * k / 5
        parts.append(text(axes.x(value), HEIGHT - BOTTOM + 20, f"{value:.0f}", 'text-anchor="middle"'))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, x_label, 'text-anchor="middle"'))
    parts.append(text(LEFT, TOP - 10, y_label))
    return parts


def drawn(axes: Axes, curve: Curve, k: int) -> list[str]:
    colour = COLOURS[k % len(COLOURS)]
    points = " ".join(f"{axes.x(x):.1f},{axes.y(y):.1f}" for x, y in curve.points)
    y = TOP + 20 * k + 10
    return [f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>',
            line(WIDTH - RIGHT + 14, y - 4, WIDTH - RIGHT + 38, y - 4, f'stroke="{colour}" stroke-width="3"'),
            text(WIDTH - RIGHT + 44, y, curve.name)]


def svg(title: str, x_label: str, y_label: str, curves: Sequence[Curve]) -> str:
    """The whole file. A dashed line marks 1 on the vertical axis."""
    axes = axes_of(curves)
    parts = [text(LEFT, 18, title, 'font-weight="bold"'), *grid(axes, x_label, y_label),
             line(LEFT, axes.y(1), WIDTH - RIGHT, axes.y(1), 'stroke="#555" stroke-dasharray="5 4"')]
    for k, curve in enumerate(curves):
        parts += drawn(axes, curve, k)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">\n'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>\n' + "\n".join(parts) + "\n</svg>\n")
