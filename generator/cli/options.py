"""What several commands share: their options, and how they end."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from generator.cli.console import Format, explained
from generator.model.problem import ScorecardError


class ImportAs(StrEnum):
    """What a file that is imported is to be read as, whatever it looks like."""

    LIST = "list"
    FIGURES = "figures"


class ScorecardCommand(TyperCommand):
    """A command that ends in words, and with the exit code of what ended it."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command. Raises typer.Exit."""
        try:
            return super().invoke(ctx)
        except ScorecardError as error:
            raise typer.Exit(explained(error, Format(ctx.params.get("output_format", Format.TEXT)))) from None


ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project",
        metavar="DIR",
        help="The project folder. Default: the nearest folder upward that has inputs/scorecard.toml.",
        show_default=False,
    ),
]
PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period", metavar="P", help="The period, such as 2018-19-Q2 or 2018-19-M05. Default: the settings' period."
    ),
]
SchedulerOption = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADDRESS", help="Open the returns on a Dask cluster: tcp://HOST:PORT."),
]
