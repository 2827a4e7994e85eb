"""What the documents point at."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
POINTS = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """The names by which a page's headings are found."""
    titles = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every link and picture of a page that points into this repository finds what it points at."""
    lost = []
    for _, _, target in POINTS.findall(page.read_text(encoding="utf-8")):
        name, _, anchor = target.partition("#")
        if "://" in target:
            continue
        there = (page.parent / name).resolve() if name else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            lost.append(target)

    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pictures_are_said_in_words(page: Path) -> None:
    """Every picture says what it shows to whoever cannot see it."""
    for mark, words, target in POINTS.findall(page.read_text(encoding="utf-8")):
        assert not mark or len(words.split()) >= 2, target


def test_every_picture_is_shown() -> None:
    """No picture lies about that no page shows."""
    shown = {Path(target).name for page in PAGES for _, _, target in POINTS.findall(page.read_text("utf-8"))}

    assert {picture.name for picture in (ROOT / "docs" / "images").glob("*")} <= shown
