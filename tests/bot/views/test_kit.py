"""Laws of every builder: whatever words come in, Slack takes what comes out and parses none of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.views import kit
from playground.layout import check_message, check_view

UGLY = (
    "",
    " \n ",
    "x" * 5_000,
    "<!channel> <@U1> <https://example.com|here> &amp; *bold* `code`",
    "\u202eevil\u202c \ud800 \x00",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 900,
    "\u05e9\u05dc\u05d5\u05dd \u0633\u0644\u0627\u0645",
)
WORDS = st.sampled_from(UGLY) | st.text(max_size=200)

BUILDERS: dict[str, Callable[[str], kit.Block]] = {
    "section": lambda text: kit.section(text, fields=[text] * 12),
    "section with a button": lambda text: kit.section(
        text, accessory=kit.button("go", text, confirm=kit.confirm(text, text, text, text))
    ),
    "header": kit.header,
    "divider": lambda _: kit.divider(),
    "context": lambda text: kit.context(*[text] * 12),
    "no context": lambda _: kit.context(),
    "actions": lambda text: kit.actions(
        *(kit.button(f"b{place}", text, value="1", url="https://example.com") for place in range(30))
    ),
    "menus": lambda text: kit.actions(
        kit.select("one", many(text), initial="v3", placeholder=text),
        kit.multi_select("two", many(text), initial=["v1", "v2"], most=2),
        kit.overflow("three", many(text)),
        kit.channel_select("four", initial="C1", placeholder=text),
    ),
    "paragraph": lambda text: kit.paragraph(text, kit.words(text, bold=True), kit.link("https://a.b", text)),
    "no words": lambda _: kit.paragraph(),
    "quote": kit.quote,
    "bullets": lambda text: kit.bullets([text, kit.mention("U1"), [text, kit.mention("U1")]]),
    "no bullets": lambda _: kit.bullets([], ordered=True),
}
QUESTIONS: dict[str, Callable[[str], kit.Element]] = {
    "text_box": lambda text: kit.text_box(
        "a", multiline=True, initial=text, max_length=100, placeholder=text
    ),
    "select": lambda text: kit.select("a", many(text), initial="v100"),
    "groups": lambda text: kit.select("a", kit.option_groups({text: many(text), "none": []}), initial="v3"),
    "multi_select": lambda text: kit.multi_select(
        "a", kit.option_groups({text: many(text)}), initial=["v3", "v4"], most=3, placeholder=text
    ),
    "user_select": lambda text: kit.user_select("a", initial="U1", placeholder=text),
    "multi_user_select": lambda _: kit.multi_user_select("a", initial=["U1", "U2"], most=1),
    "radio": lambda text: kit.radio("a", many(text), initial="v1"),
    "checkboxes": lambda text: kit.checkboxes("a", many(text), initial=["v1", "v20"]),
    "date_picker": lambda text: kit.date_picker("a", initial=date(2026, 3, 1), placeholder=text),
    "time_picker": lambda text: kit.time_picker("a", initial=time(9, 30), placeholder=text),
}
ON_PAGES: dict[str, Callable[[str], kit.Block]] = {
    "table": lambda text: kit.table([[text[:700]] * 25] * 120, align=["left", "right"]),
    "bar_chart": lambda text: kit.bar_chart(
        text,
        [f"{text}{place}" for place in range(25)],
        {text: range(25), text + "b": range(25)},
        x_label=text,
    ),
}


def many(text: str) -> list[kit.Option]:
    return [kit.option(f"v{place}", text, text) for place in range(120)]


def asked(element: kit.Element, text: str = "What happened") -> kit.Block:
    return kit.input_block("answer", text, element, hint=text, optional=True, dispatch=True)


def texts(value: object) -> Iterator[dict[str, Any]]:
    """Every text object and piece of rich text in a payload."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), str) and "type" in value:
            yield value
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


@pytest.mark.parametrize("name", BUILDERS)
@settings(max_examples=25, deadline=None)
@given(text=WORDS)
def test_every_block_is_taken_on_every_surface(name: str, text: str) -> None:
    """Whatever the words are, each block passes Slack's checks in a modal, in Home and in a message."""
    block = BUILDERS[name](text)

    assert check_view(kit.modal("c", text, [block]).payload) == []
    assert check_view(kit.home([block]).payload) == []
    assert check_message(kit.message(text, [block]).payload) == []


@pytest.mark.parametrize("name", QUESTIONS)
@settings(max_examples=25, deadline=None)
@given(text=WORDS)
def test_every_question_is_taken_in_a_modal(name: str, text: str) -> None:
    """Whatever the words are, each input element passes Slack's checks as a question of a form."""
    form = kit.modal("c", text, [asked(QUESTIONS[name](text), text)], submit=text, close=text)

    assert check_view(form.payload) == []


@pytest.mark.parametrize("name", ON_PAGES)
@settings(max_examples=25, deadline=None)
@given(text=WORDS)
def test_tables_and_charts_are_taken_where_slack_has_them(name: str, text: str) -> None:
    """Tables and charts pass in Home and in a message, cut to their limits; a modal refuses them at once."""
    block = ON_PAGES[name](text)

    assert check_view(kit.home([block]).payload) == []
    assert check_message(kit.message(text, [block]).payload) == []
    with pytest.raises(ValueError, match="tables"):
        kit.modal("c", text, [block])


@pytest.mark.parametrize("name", [*BUILDERS, *ON_PAGES])
def test_words_are_never_read_as_markup(name: str) -> None:
    """A bare string becomes plain or rich text, in no block mrkdwn."""
    block = (BUILDERS | ON_PAGES)[name]("<!channel> *hello*")

    assert "mrkdwn" not in {found["type"] for found in texts(block)}


def test_markup_is_read_but_links_nothing_by_itself() -> None:
    """Our own markup is the one mrkdwn there is, and verbatim, so that names in it stay names."""
    block = kit.section(kit.markup("*{name}*", name="#general"))

    assert block["text"] == {"type": "mrkdwn", "text": "*#general*", "verbatim": True}


def test_a_quote_holds_the_words_as_they_were_written() -> None:
    """What someone wrote is one piece of text, with its stars and its line ends."""
    block = kit.quote("*wow*\n:tada: thanks")

    assert [found["text"] for found in texts(block)] == ["*wow*\n:tada: thanks"]


def test_blocks_are_named_by_their_place() -> None:
    """Making a view twice gives the same ids, and a question keeps the name of its answer."""
    blocks = [kit.section("a"), asked(kit.text_box("box")), kit.divider()]

    names = [block["block_id"] for block in kit.modal("c", "t", blocks, submit="Save").payload["blocks"]]

    assert names == ["b0", "answer", "b2"]


def test_one_block_may_stand_twice() -> None:
    """A finished block is a value: used again, it gets the name of its new place."""
    line = kit.divider()

    assert [block["block_id"] for block in kit.home([line, line]).payload["blocks"]] == ["b0", "b1"]
    assert "block_id" not in line


@pytest.mark.parametrize("surface", [kit.home, lambda blocks: kit.message("t", blocks)])
def test_two_blocks_of_one_name_are_a_mistake(surface: Callable[[list[kit.Block]], object]) -> None:
    """A name used twice is refused while the view is made, not by Slack."""
    with pytest.raises(ValueError, match="share a name"):
        surface([kit.section("a", block_id="x"), kit.section("b", block_id="x")])


def test_two_actions_of_one_name_in_a_block_are_a_mistake() -> None:
    """Slack refuses an action_id twice in a block, so kit does."""
    with pytest.raises(ValueError, match="action_id"):
        kit.actions(kit.button("go", "A"), kit.button("go", "B"))


def test_a_row_without_actions_is_a_mistake() -> None:
    """Slack refuses an empty row, so kit does."""
    with pytest.raises(ValueError, match="at least one"):
        kit.actions()


def test_a_form_without_submit_is_a_mistake() -> None:
    """A modal with a question needs a button to answer it with."""
    with pytest.raises(ValueError, match="submit"):
        kit.modal("c", "t", [asked(kit.text_box("box"))])


def test_metadata_that_does_not_fit_is_a_mistake() -> None:
    """Metadata holds ids, and is never cut."""
    with pytest.raises(ValueError, match="private_metadata"):
        kit.modal("c", "t", [], private_metadata="x" * 3001)


def test_a_modal_carries_its_metadata_and_its_wish_to_hear_of_closing() -> None:
    """What the listener needs on the way back stands in the payload."""
    payload = kit.modal("c", "t", [], private_metadata="draft:1", notify_on_close=True).payload

    assert (payload["private_metadata"], payload["notify_on_close"]) == ("draft:1", True)
    assert check_view(payload) == []


@given(WORDS)
def test_a_message_always_has_safe_text(text: str) -> None:
    """The fallback is never empty and calls nobody."""
    payload = kit.message(text).payload

    assert payload["text"]
    assert "<" not in payload["text"]


def test_the_fallback_may_be_markup() -> None:
    """A notification may name a person, if the view asks for it."""
    assert kit.message(kit.markup("{who} asks", who=kit.person("U1"))).payload == {"text": "<@U1> asks"}


@pytest.mark.parametrize(
    ("made", "left_off"),
    [
        (kit.message("t", [kit.divider()] * 51), 1),
        (kit.message("t", [kit.section("x" * 3000)] * 6), 2),
        (kit.home([kit.divider()] * 103), 3),
        (kit.home([kit.section("x" * 3000)] * 20), 4),
        (kit.modal("c", "t", [kit.divider()] * 100), 0),
    ],
)
def test_what_does_not_fit_is_left_off_and_counted(made: kit.Message | kit.Home, left_off: int) -> None:
    """A surface holds what Slack takes, in order, and says how many blocks it had to leave off."""
    assert made.left_off == left_off


def test_two_tables_in_a_message_are_a_mistake() -> None:
    """Slack takes one table in each message."""
    with pytest.raises(ValueError, match="1 tables"):
        kit.message("t", [kit.table([["a"]])] * 2)


def test_a_chosen_option_in_a_group_is_an_option() -> None:
    """What is chosen at first is the option itself, also where the options stand in groups."""
    menu = kit.select("a", kit.option_groups({"Craft": [kit.option("v", "Reviews code")]}), initial="v")

    element = asked(menu)["element"]

    assert element["initial_option"] == element["option_groups"][0]["options"][0]


@pytest.mark.parametrize("element", [kit.select, kit.radio])
def test_a_choice_that_is_gone_is_not_preset(element: Callable[..., kit.Element]) -> None:
    """A first value that is no longer offered is ignored rather than refused by Slack."""
    block = asked(element("a", [kit.option("v", "Reviews code")], initial="gone"))

    assert "initial_option" not in block["element"]


def test_an_option_without_a_value_is_a_mistake() -> None:
    """Slack refuses an empty value."""
    with pytest.raises(ValueError, match="value"):
        kit.option("", "Reviews code")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.com", "https://a b", "https://a|b>", ""])
def test_what_is_no_web_link_is_not_made_one(url: str) -> None:
    """A link that is none is shown as words, and a button loses it."""
    link, row = kit.paragraph(kit.link(url, "Here")), kit.actions(kit.button("go", "Go", url=url))

    assert link["elements"][0]["elements"][0]["type"] == "text"
    assert "url" not in row["elements"][0]


def test_a_person_in_rich_text_is_a_mention() -> None:
    """An id makes a mention; what is none stays words."""
    block = kit.paragraph(kit.mention("U1"), kit.mention("sam"))

    assert [part["type"] for part in block["elements"][0]["elements"]] == ["user", "text"]


def test_long_names_in_a_chart_stay_apart() -> None:
    """Names that are alike after the cut are numbered, since a chart's names must differ."""
    names = ["Communicates with customers", "Communicates with customs"]

    axis = kit.bar_chart("Notes", names, {"notes": [1, 2]})["chart"]["axis_config"]

    assert axis["categories"] == ["Communicates with c…", "Communicates wi… 2"]


def test_a_view_is_json_and_the_same_each_time() -> None:
    """Nothing random stands in a view, and it can be sent as it is."""
    first, second = (
        json.dumps(kit.modal("c", "t", [asked(QUESTIONS["groups"]("a"))], submit="Save").payload)
        for _ in "ab"
    )

    assert first == second
