"""Where the app's manifest is."""

from pathlib import Path

NAME = "manifest.yml"
_CHECKOUT = Path(__file__).parent.parent.parent


def find_manifest() -> Path | None:
    """The manifest beside us, else the one that Trellis was checked out with."""
    return next((path for path in (Path.cwd() / NAME, _CHECKOUT / NAME) if path.is_file()), None)
