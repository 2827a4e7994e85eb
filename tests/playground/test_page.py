"""The playground's page: it is served, is all its own, and is the only page that may use the controls."""

from __future__ import annotations

import asyncio
import re
from importlib.resources import files

import pytest

from playground import control_web
from tests.playground.an_app import App

FILES = {"/": "html", "/style.css": "css", "/script.js": "javascript"}
OWN_WORDS = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser")


def sources() -> dict[str, str]:
    """The text of the page's files, by name."""
    folder = files("playground") / "page"
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


@pytest.mark.parametrize(("path", "kind"), FILES.items())
async def test_served(app: App, path: str, kind: str) -> None:
    """The page and its two files are served as what they are, and never kept by a browser."""
    async with app.session.get(app.slack.base_url + path) as response:
        body = await response.text()

    assert (response.status, response.content_type.split("/")[1]) == (200, kind)
    assert response.headers["Cache-Control"] == "no-store"
    assert body == sources()[path.strip("/") or "index.html"]


@pytest.mark.parametrize("path", ["/index.html", "/page/script.js", "/control_web.py", "/..%2fserver.py"])
async def test_nothing_else_served(app: App, path: str) -> None:
    """No other file of the playground can be fetched."""
    async with app.session.get(app.slack.base_url + path) as response:
        assert response.status == 404


async def test_own_scripts_only(app: App) -> None:
    """The browser is told to run, style and ask nothing but what the playground itself serves."""
    async with app.session.get(app.slack.base_url) as response:
        policy = dict(part.split(" ", 1) for part in response.headers["Content-Security-Policy"].split("; "))

    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"


def test_files_of_the_page() -> None:
    """The page is one document, one style sheet and one script."""
    assert sorted(sources()) == ["index.html", "script.js", "style.css"]


@pytest.mark.parametrize("name", ["index.html", "script.js", "style.css"])
def test_no_outside_address(name: str) -> None:
    """The page's files name no address elsewhere."""
    assert not re.search(r"//[\w.-]+\.\w|@import|url\((?!#)", sources()[name])


def test_text_is_only_text() -> None:
    """What people or the app wrote never becomes markup: the script knows no way to make any from text."""
    assert not [word for word in OWN_WORDS if word in sources()["script.js"]]


def doors(app: App) -> list[tuple[str, str]]:
    """The method and an address of each door of the playground that is not the app's own."""
    filled = {"{name}": "advance", "{id}": "F1", "{number}": "1", "{file}": "script.js"}
    served = [(route.method, str(route.path)) for route in control_web.ROUTES]
    named = [
        (method, re.sub(r"\{(\w+)[^}]*\}", lambda match: filled[f"{{{match[1]}}}"], path))
        for method, path in served
    ]
    return [(method, app.slack.base_url + path) for method, path in named]


FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "http://127.0.0.1.evil.example"},
    {"Host": "evil.example"},
    {"Host": "127.0.0.1:1"},
    {"Host": "127.0.0.1.evil.example"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
async def test_foreign_pages(app: App, headers: dict[str, str]) -> None:
    """No door opens to a page from elsewhere or nowhere, nor under a name that was bound to this machine."""
    opened = [path for method, path in doors(app) if await _status(app, method, path, headers) != 403]

    assert not opened


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_what_a_foreign_page_includes(app: App, site: str) -> None:
    """What a page from elsewhere includes as a picture or follows as a link is none of the controls."""
    headers = {"Sec-Fetch-Site": site}
    opened = [path for method, path in doors(app) if await _status(app, method, path, headers) != 403]

    assert {path.removeprefix(app.slack.base_url) for path in opened} == {"/", "/script.js"}


async def test_own_page_and_programs(app: App) -> None:
    """The playground's own page may use the controls under either name of this machine; so may programs."""
    own = app.slack.base_url
    local = own.replace("127.0.0.1", "localhost")
    ways = [
        {},
        {"Origin": own, "Sec-Fetch-Site": "same-origin"},
        {"Host": local.removeprefix("http://"), "Origin": local},
    ]

    assert [await _status(app, "GET", f"{own}/control/people", headers) for headers in ways] == [200] * 3


async def test_loopback_only(app: App) -> None:
    """The playground listens where this machine alone reaches it."""
    port = int(app.slack.base_url.rsplit(":", 1)[1])

    with pytest.raises(OSError, match=r"127\.0\.0\.2"):
        await asyncio.open_connection("127.0.0.2", port)


async def _status(app: App, method: str, url: str, headers: dict[str, str]) -> int:
    async with app.session.request(method, url, headers=headers) as response:
        return response.status
