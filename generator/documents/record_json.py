"""What stands beside a report's figures, for report.json: what the history says of them, and the figures of others."""

from generator.history.forecasts import ForecastRecord, PastForecast
from generator.history.running import Running
from generator.model.figures import written
from generator.report.beside_others import BesideOthers
from generator.report.changes import Change
from generator.report.signal_or_noise import SignalOrNoise

type_of_record = dict[str, str | int | bool | None]
"""Plain facts by key."""


def running_json(running: Running) -> type_of_record:
    """How many reports running a measure has been an exception."""
    return {
        "count": running.count,
        "at_least": running.at_least,
        "last_before": str(running.last) if running.last else None,
    }


def change_json(change: Change) -> type_of_record:
    """Something that is not as it was in the last report; figures as they stand elsewhere."""
    return {
        "code": change.code,
        "title": change.title,
        "what": change.kind.value,
        "period": str(change.period) if change.period else None,
        "was": change.was or None,
        "now": change.now or None,
        "reason": change.reason or None,
    }


def forecast_json(past: PastForecast) -> type_of_record:
    """A forecast for the year end that was made in a period, and what came."""
    return {"period": str(past.period), "forecast": str(past.forecast), "came": str(past.came)}


def forecast_record_json(record: ForecastRecord) -> type_of_record:
    """How far forecasts were from what came, on average: in a unit, or in per cent of it where that is null."""
    return {
        "missed_by": str(record.missed_by),
        "unit": record.unit,
        "forecasts": record.forecasts,
        "measures": record.measures,
    }


def benchmark_json(other: BesideOthers) -> dict[str, str | bool | None]:
    """A figure of others, and where the result stands to it."""
    return {
        "name": other.name,
        "period": str(other.period),
        "value": written(other.value),
        "source": other.source or None,
        "old": other.old_years is not None,
        "standing": other.standing or None,
    }


def peers_json(other: BesideOthers) -> type_of_record:
    """Of the median of a set of peers: how many they are, and the place of the result among them, itself included."""
    if other.peers is None:
        return {}
    rank = other.rank
    return {
        "peers": len(other.peers.values),
        "best_quartile": written(other.peers.best_quartile),
        "rank": rank.place if rank else None,
        "joint": rank.joint if rank else None,
        "quartile": (rank.quartile or None) if rank else None,
    }


def signal_json(signal: SignalOrNoise) -> type_of_record:
    """Whether the result is a signal or noise, and what it was held against."""
    return {
        "meaning": signal.meaning.value,
        "cause": signal.latest.cause.value,
        "icon": signal.icon,
        "words": signal.words,
        "results": signal.limits.count,
        "trial": signal.limits.is_trial,
        "mean": written(signal.mean),
        "lower": written(signal.lower),
        "upper": written(signal.upper),
        "assurance": signal.assurance.value if signal.assurance else None,
        "reckoned_from": str(signal.rebased.period) if signal.rebased else None,
        "reason": signal.rebased.reason if signal.rebased else None,
    }
