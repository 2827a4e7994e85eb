"""Takes the tour in a made-up language, and writes what was seen: `python -m tests.abroad FOLDER`."""

import asyncio
import json
import sys
from pathlib import Path

import bot.words
from tests.abroad.language import make_language


def main(folder: Path) -> None:
    """Load every sentence from another folder, before anything else is loaded, and go."""
    language = folder / "language"
    language.mkdir()
    make_language(language)
    bot.words.__path__.insert(0, str(language))

    from tests.abroad.data import data, written
    from tests.abroad.tour import tour

    seen = asyncio.run(tour(folder))
    told = {
        "sent": seen.sent,
        "kinds": sorted(seen.kinds),
        "data": sorted(data()),
        "written": sorted(written()),
    }
    (folder / "seen.json").write_text(json.dumps(told), encoding="utf-8")


main(Path(sys.argv[1]))
