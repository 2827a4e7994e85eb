"""Every kind of block and element that Slack's layout rules accept is drawn; any other is shown plainly."""

from playwright.async_api import Page, Route, expect

from playground.layout_blocks import SURFACES
from playground.layout_elements import ELEMENTS
from playground.layout_rich_text import PARTS
from playground.layout_rules import RULES
from tests.browser.windows import Windows
from tests.playground import layout_samples as samples
from tests.playground.an_app import App, Json, home, modal

GENERAL = "C0GENERAL"
TINY = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc````\xf8\x0f\x00\x01\x04\x01\x00_\xe5\xc3K\x00\x00\x00\x00IEND\xaeB`\x82"
)
RICH: dict[str, Json] = {
    "text": {"text": "plain words", "style": {"bold": True, "italic": True, "strike": True, "code": True}},
    "link": {"url": "https://example.com", "text": "a link"},
    "emoji": {"name": "seedling"},
    "user": {"user_id": "U0ANA"},
    "usergroup": {"usergroup_id": "S0FLIGHT"},
    "channel": {"channel_id": "C0GENERAL"},
    "broadcast": {"range": "here"},
    "date": {"timestamp": 1_782_109_800, "format": "on {date_long}"},
    "color": {"value": "#22705c"},
    "team": {"team_id": "T0PLAYGROUND"},
}
TASKS = [samples.task(state, status=state) for state in ("pending", "in_progress", "complete", "error")]
FULL: list[Json] = [
    samples.card(
        subtitle=samples.mrkdwn(),
        body=samples.mrkdwn(),
        subtext=samples.plain(),
        icon=samples.image(),
        hero_image=samples.image(),
        actions=[samples.button()],
    ),
    {
        "type": "container",
        "title": samples.plain("Folded"),
        "is_collapsible": True,
        "default_collapsed": True,
        "child_blocks": [samples.section(accessory=samples.button())],
    },
    {"type": "plan", "title": "Plan", "tasks": TASKS},
    *(
        {**samples.bar(2, 3), "chart": {**samples.bar(2, 3)["chart"], "type": kind}}
        for kind in ("line", "area")
    ),
    samples.pie(3),
    samples.rich_text(*({"type": name, **part} for name, part in RICH.items())),
]


def holder_of(element: str) -> str:
    """A kind of block that may hold an element."""
    return str(RULES["places"][element][0])


def standing(element: str) -> Json:
    """An element's sample, in a block that may hold it."""
    block: Json = samples.HOLDERS[holder_of(element)](samples.ELEMENTS[element])
    return block


async def _pictures(route: Route) -> None:
    await route.fulfill(body=TINY, content_type="image/png")


async def _window(windows: Windows, address: str) -> Page:
    """A window whose pictures come from nowhere else."""
    page = await windows.blank()
    await page.route("https://example.com/**", _pictures)
    await page.goto(f"{address}/?as=U0ANA&in={GENERAL}")
    return page


async def _undrawn(page: Page, within: str) -> list[str]:
    """The blocks in a part of the page that take no room, or stand for something that is not drawn."""
    found: list[str] = await page.locator(within).evaluate(
        "part => [...part.querySelectorAll('.block')].filter(one => one.matches('.unknown, :has(.unknown)')"
        " || one.checkVisibility() && !one.offsetHeight).map(one => one.className)"
    )
    return found


def test_samples_are_complete() -> None:
    """There is a sample of every part that the rules know."""
    assert samples.BLOCKS.keys() == SURFACES.keys()
    assert samples.ELEMENTS.keys() >= ELEMENTS.keys()
    assert RICH.keys() == PARTS.keys()


async def test_every_kind_in_messages(app: App, windows: Windows) -> None:
    """Every block that a message takes is drawn, and every element that stands only there."""
    blocks = [block for kind, block in samples.BLOCKS.items() if "message" in SURFACES[kind]]
    only = [standing(kind) for kind in ("feedback_buttons", "icon_button", "image", "mrkdwn", "plain_text")]
    sent = [*blocks, *FULL, *only]
    for block in sent:
        posted = await app.call("chat.postMessage", channel=GENERAL, text="t", blocks=[block])
        assert posted["ok"], posted

    page = await _window(windows, app.slack.base_url)

    await expect(page.locator("#log article")).to_have_count(len(sent))
    assert not await _undrawn(page, "#log")
    await expect(page.locator("#log")).not_to_contain_text("[")


async def test_every_element_in_home(app: App, windows: Windows) -> None:
    """Every element that stands in a Home tab is drawn, and can be reached by keys."""
    kinds = [kind for kind in ELEMENTS if holder_of(kind) in {"section", "actions", "input"}]
    fields = [standing(kind) for kind in kinds if kind != "image"]
    published = await app.call("views.publish", user_id="U0ANA", view=home(*fields))
    assert published["ok"], published

    page = await _window(windows, app.slack.base_url)
    await page.get_by_role("link", name="Home").click()

    await expect(page.locator("#home .block")).to_have_count(len(fields))
    assert not await _undrawn(page, "#home")
    reached = "part => [...part.children].filter(one => !one.querySelector('button, input, textarea')).length"
    assert await page.locator("#home .blocks").evaluate(reached) == 0


async def test_every_block_in_a_modal(app: App, windows: Windows) -> None:
    """Every block that a modal takes is drawn."""
    blocks = [block for kind, block in samples.BLOCKS.items() if "modal" in SURFACES[kind]]
    app.opens(modal(*blocks))
    page = await _window(windows, app.slack.base_url)

    await app.slack.control.command("U0ANA", "/growth")

    await expect(page.locator("#modal-body > .block")).to_have_count(len(blocks))
    assert not await _undrawn(page, "#modal-body")


async def test_unknown_is_shown_plainly(app: App, windows: Windows) -> None:
    """What the page does not know is named where it stands, and the rest is drawn."""
    await app.call("chat.postMessage", channel=GENERAL, text="t", blocks=[samples.section("Known words")])
    strange = [
        {"type": "hologram", "block_id": "a"},
        {"type": "actions", "block_id": "b", "elements": [{"type": "knob", "action_id": "k"}]},
        {"type": "context", "block_id": "c", "elements": [{"type": "scent"}]},
        {"type": "rich_text", "block_id": "d", "elements": [{"type": "rich_text_song", "elements": []}]},
        {"type": "data_visualization", "block_id": "e", "title": "t", "chart": {"type": "radar"}},
    ]

    state = (await app.slack.control.screen("U0ANA")).json
    general = next(one for one in state["channels"] if one["id"] == GENERAL)
    general["messages"][0]["blocks"].extend(strange)

    async def alter(route: Route) -> None:
        await route.fulfill(json=state)

    page = await windows.blank()
    await page.route("**/control/state*", alter)
    await page.goto(f"{app.slack.base_url}/?as=U0ANA&in={GENERAL}")

    await expect(page.locator("#log")).to_contain_text("Known words")
    await expect(page.locator("#log .unknown")).to_have_text(
        [
            f"A “{kind}” stands here; this page does not draw it."
            for kind in ("hologram", "knob", "scent", "rich_text_song", "radar")
        ]
    )
