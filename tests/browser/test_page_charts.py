"""Charts are drawn with axes, figures and patterns; tables with heads, order and pages."""

import re
from collections.abc import Mapping, Sequence

import pytest
from playwright.async_api import Page, expect

from tests.browser.windows import NARROW, Windows
from tests.playground import layout_samples as samples
from tests.playground.an_app import App, Json

GENERAL = "C0GENERAL"
MONTHS = ("April", "May", "June")
NOTES = {"Given": (1, 4, 2), "Received": (3, 0, 7.5)}


def _chart(
    kind: str, series: Mapping[str, Sequence[float]] | None = None, months: Sequence[str] = MONTHS
) -> Json:
    lines = [
        {
            "name": name,
            "data": [{"label": label, "value": value} for label, value in zip(months, values, strict=True)],
        }
        for name, values in (series or NOTES).items()
    ]
    axis = {"categories": list(months), "x_label": "Month", "y_label": "Notes"}
    return {
        "type": "data_visualization",
        "title": "Notes by month",
        "chart": {"type": kind, "series": lines, "axis_config": axis},
    }


def _number(value: int) -> Json:
    return {"type": "raw_number", "value": value, "text": str(value)}


async def _shown(app: App, windows: Windows, *blocks: Json, narrow: bool = False) -> Page:
    posted = await app.call("chat.postMessage", channel=GENERAL, text="t", blocks=list(blocks))
    assert posted["ok"], posted
    return await windows.of("U0ANA", GENERAL, **({"size": NARROW} if narrow else {}))


@pytest.mark.parametrize("kind", ["bar", "line", "area"])
async def test_axes_and_figures(app: App, windows: Windows, kind: str) -> None:
    """A chart with axes names both and every category, and has each figure at its mark."""
    page = await _shown(app, windows, _chart(kind))

    drawing = page.locator(".drawing")
    await expect(drawing.locator(".axis-name")).to_have_text(["Month", "Notes"])
    for word in (*MONTHS, "7.5"):
        await expect(drawing).to_contain_text(word)
    values = await drawing.locator(".value").all_text_contents()
    assert sorted(values) == sorted(["1", "4", "2", "3", "0", "7.5"])
    await windows.picture(page, f"chart-{kind}")


async def test_bars_differ_without_colour(app: App, windows: Windows) -> None:
    """Columns of two series stand side by side, in two weaves, and the legend shows which is whose."""
    page = await _shown(app, windows, _chart("bar"))

    bars = page.locator(".drawing rect.filled")
    fills = [await bars.nth(index).get_attribute("fill") for index in range(6)]
    assert len(set(fills)) == 2
    samples_ = page.locator(".legend rect")
    assert [await samples_.nth(index).get_attribute("fill") for index in (0, 1)] == [fills[0], fills[3]]
    heights = await bars.evaluate_all("all => all.map(one => Number(one.getAttribute('height')))")
    assert heights[1] == pytest.approx(heights[0] * 4)


async def test_lines_differ_without_colour(app: App, windows: Windows) -> None:
    """Lines have a dash and marks of their own."""
    page = await _shown(app, windows, _chart("line"))

    strokes = page.locator(".drawing .stroke")
    assert await strokes.nth(0).get_attribute("stroke-dasharray") is None
    assert await strokes.nth(1).get_attribute("stroke-dasharray")
    marks = await page.locator(".drawing .mark").evaluate_all(
        "all => [...new Set(all.map(one => one.getAttribute('d')))]"
    )
    assert len(marks) == 2


async def test_pie(app: App, windows: Windows) -> None:
    """Slices say their share, and the legend their names, figures and shares."""
    block = samples.pie(2)
    block["chart"]["segments"] = [{"label": "Kudos", "value": 9}, {"label": "Notes", "value": 3}]
    page = await _shown(app, windows, block)

    await expect(page.locator(".drawing .value")).to_have_text(["75%", "25%"])
    await expect(page.locator(".legend li")).to_have_text(["Kudos9 (75%)", "Notes3 (25%)"])


async def test_figures_for_readers(app: App, windows: Windows) -> None:
    """Who cannot see a chart reads the same figures in a table under its title."""
    page = await _shown(app, windows, _chart("bar"))

    table = page.get_by_role("table", name="Notes by month")
    await expect(table.get_by_role("columnheader")).to_have_text(["Month", "Given", "Received"])
    await expect(table.get_by_role("row", name="June")).to_contain_text("27.5")
    await expect(page.locator(".drawing")).to_have_attribute("aria-hidden", "true")


async def test_many_bars(app: App, windows: Windows) -> None:
    """Where columns are too many for the width, figures stand upright and the chart scrolls within itself."""
    months = [f"Category {place}" for place in range(20)]
    series = {f"s{line}": [(line * 7 + place) % 30 - 4 for place in range(20)] for line in range(6)}
    page = await _shown(app, windows, _chart("bar", series, months), narrow=True)

    await expect(page.locator(".drawing .value")).to_have_count(120)
    assert await page.locator(".chart-room").evaluate(
        "room => room.scrollWidth > room.clientWidth && room.tabIndex === 0"
    )
    assert await page.evaluate("document.querySelector('#scroller').scrollWidth") <= NARROW["width"]


async def test_letters_keep_their_size(app: App, windows: Windows) -> None:
    """A chart is drawn anew for the width that it has, not stretched."""
    page = await _shown(app, windows, _chart("bar"))
    wide = await page.locator(".drawing").bounding_box()

    await page.set_viewport_size(NARROW)

    await expect(page.locator(".drawing")).not_to_have_attribute("width", str(wide["width"] if wide else ""))
    size = await page.locator(".drawing").evaluate(
        "one => one.viewBox.baseVal.width / one.getBoundingClientRect().width"
    )
    assert size == pytest.approx(1)


async def test_table(app: App, windows: Windows) -> None:
    """A table has heads, its columns are aligned as asked, and it scrolls within itself."""
    wide = "words " * 30
    block = samples.table(2, 3, wide) | {
        "column_settings": [{"align": "left"}, {"align": "right"}, {"is_wrapped": True}]
    }
    page = await _shown(app, windows, block, narrow=True)

    await expect(page.get_by_role("columnheader")).to_have_count(3)
    await expect(page.locator("tbody td").nth(1)).to_have_css("text-align", "right")
    await expect(page.locator("tbody td").nth(2)).to_have_css("white-space", "pre-line")
    assert await page.locator(".table-wrap").evaluate("wrap => wrap.scrollWidth > wrap.clientWidth")
    assert await page.evaluate("document.querySelector('#scroller').scrollWidth") <= NARROW["width"]


async def test_data_table(app: App, windows: Windows) -> None:
    """A data table is sorted by a press on a head, and shows five rows at a time unless it says otherwise."""
    rows = [[samples.raw("Skill"), samples.raw("Notes")]]
    rows += [[samples.raw(f"Skill {place}"), _number(place * 7 % 12)] for place in range(7)]
    page = await _shown(app, windows, {"type": "data_table", "caption": "Skills by notes", "rows": rows})

    await expect(page.get_by_role("rowheader")).to_have_text([f"Skill {place}" for place in range(5)])
    await page.get_by_role("button", name="More rows").click()
    await expect(page.get_by_role("rowheader")).to_have_text(["Skill 5", "Skill 6"])
    await page.get_by_role("button", name=re.compile("^Notes")).click()
    await expect(page.locator("tbody td")).to_have_text(["0", "2", "4", "6", "7"])
    await expect(page.get_by_role("columnheader", name=re.compile("^Notes"))).to_have_attribute(
        "aria-sort", "ascending"
    )
