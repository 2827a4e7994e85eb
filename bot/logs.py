"""Logging: ids and actions only, never what people wrote (DESIGN 5)."""

import logging
import traceback

import structlog

_QUIET = (
    "slack_bolt",
    "slack_sdk",
    "trellis.bolt",
    "aiohttp.access",
    "aiosqlite",
    "apscheduler",
    "sqlalchemy",
    "asyncio",
)


def configure_logs(log_format: str, *, quiet: bool = False) -> None:
    """Text for people or JSON for machines, warnings alone where quiet; the SDK's payload logs stay shut."""
    shown = (
        structlog.processors.JSONRenderer()
        if log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            shown,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING if quiet else logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(),
    )
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)


def without_words(error: BaseException) -> dict[str, str]:
    """An error as its type and places: its message may hold what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, "at": " < ".join(reversed(places))}
