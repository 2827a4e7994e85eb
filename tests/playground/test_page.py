"""The playground's page: it is served, is all its own, and is the only page that may use the controls."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

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
    assert not re.search(r"//[\w.-]+\.\w|@import|url\(", sources()[name])


def test_text_is_only_text() -> None:
    """What people or the app wrote never becomes markup: the script knows no way to make any from text."""
    assert not [word for word in OWN_WORDS if word in sources()["script.js"]]


@pytest.mark.parametrize("path", ["state?user=U0ANA", "people", "traffic", "live?user=U0ANA"])
async def test_controls_of_foreign_pages(app: App, path: str) -> None:
    """A page from elsewhere can see nothing of what people see; one from nowhere neither."""
    for origin in ("https://evil.example", "null", f"{app.slack.base_url}.evil.example"):
        url = f"{app.slack.base_url}/control/{path}"
        async with app.session.get(url, headers={"Origin": origin}) as response:
            assert response.status == 403


async def test_page_by_another_name(app: App) -> None:
    """The page works as localhost too."""
    url = app.slack.base_url.replace("127.0.0.1", "localhost")
    headers = {"Host": url.removeprefix("http://"), "Origin": url}
    async with app.session.get(f"{app.slack.base_url}/control/people", headers=headers) as response:
        assert response.status == 200
