"""Examples of results over time, drawn: of a measure, and of groups side by side."""

from decimal import Decimal

from generator.report.page.over_time.drawing_views import DotView, GroupLines, GroupsCompared, LineAmongOthers, MarkView
from generator.report.page.over_time.line_view import LevelKind, LevelView, LineView, PointView

LINE = LineView(
    title="Below target for two quarters running",
    description="Line chart of WM 01 (NI 191): 3 results from Q4 2023/24 to Q2 2024/25. Below target: 91.5%.",
    told="Results: Q4 2023/24 98.4%; Q1 2024/25 97.2%; Q2 2024/25 91.5%. Target: 98.0% throughout. Forecast for "
    "the year end: 98.0% (target 98.0%). England (2023/24): 93.1%.",
    points=tuple(
        PointView(name=name, actual=Decimal(actual), target=Decimal("98.0"))
        for name, actual in (("Q4 2023/24", "98.4"), ("Q1 2024/25", "97.2"), ("Q2 2024/25", "91.5"))
    ),
    forecast=PointView(name="Year end", actual=Decimal("98.0"), target=Decimal("98.0")),
    low=Decimal(90),
    high=Decimal(100),
    step=Decimal(5),
    decimals=1,
    before="",
    after="%",
    levels=(
        LevelView(
            name="England",
            label="England (2023/24)",
            legend="England (2023/24)",
            kind=LevelKind.OTHERS,
            figure=Decimal("93.1"),
            text="93.1%",
        ),
    ),
)
COMPARED = GroupsCompared(
    heading="Results against targets",
    told="Each line is a measure: how far its results were from target, in per cent of it. Up is better.",
    width="240",
    height="116",
    left="44",
    right="228",
    up=tuple(MarkView(x="40", y=y, text=text) for y, text in (("8", "+10%"), ("50", "Target"), ("92", "−10%"))),
    across=(MarkView(x="44", y="110", text="Q1 2024/25"), MarkView(x="228", y="110", text="Q2 2024/25")),
    groups=(
        GroupLines(
            name="Place",
            told="1 measure, of which 1 is worse than target; the furthest is WM 01, 6.63% worse.",
            lines=(
                LineAmongOthers(
                    label="WM 01 (NI 191)",
                    title="Bins emptied on the day",
                    place="wm-01",
                    points="44,40.3 228,77.9",
                    end=DotView(x="228", y="77.9"),
                    off=True,
                    told="Q1 2024/25: 2.32% better; Q2 2024/25: 6.63% worse",
                ),
            ),
        ),
    ),
)
