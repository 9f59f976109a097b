"""What a template is told when it asks for a field that is not there."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from jinja2 import StrictUndefined

from generator.model.problem import nearest


class UnknownField(StrictUndefined):
    """A field that is not there says so in plain words, with the nearest one that is."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        known = [each.name for each in fields(self._undefined_obj)] if is_dataclass(self._undefined_obj) else ["page"]
        return no_such_field(str(self._undefined_name), known)


def no_such_field(name: str, known: Iterable[str]) -> str:
    """Say that a field is not there, with the nearest of the known ones."""
    return f"there is no field “{name}”.{nearest(name, known)}"
