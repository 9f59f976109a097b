"""Examples of what stands beside a measure's result, for the page of examples."""

from generator.report.page.views import BenchmarkView, SignalView

BENCHMARK = BenchmarkView(
    name="England",
    period="2023/24",
    value="93.1%",
    standing="the result is worse",
    source="The national collection returns",
)
SIGNAL = SignalView(
    icon="\N{BLACK DOWN-POINTING TRIANGLE}",
    meaning="concern",
    words="\N{BLACK DOWN-POINTING TRIANGLE} Concern: the result is below its usual range.",
    mean="95.5%",
    lower="92.0%",
    upper="99.0%",
)
