"""What a browser shows of a real page, letter for letter, is what is read of it.

A browser's text glues labels of a menu together (`HomeAbout`), so that words cannot be compared
one by one: letters and signs are, in their order and without the space between them.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from rapidfuzz.distance import LCSseq

from tests.scrapers.documents.test_real_documents import PAGES, data, the

LEAST = {"wildfig": 0.86}
"""Its name is for screen readers only, and the button of its cookie banner is left out."""


@pytest.fixture(scope="module")
def shown(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    context.route("**/*", lambda route: route.abort())
    yield context.new_page()
    context.close()


def signs(text: str) -> str:
    return re.sub(r"[\s\u200b\u200d\xad\ufeff]", "", text).casefold()


@pytest.mark.parametrize("name", PAGES)
def test_what_a_browser_shows_is_read_in_its_order(name: str, shown: Page) -> None:
    shown.set_content(data(f"{name}.html").decode(errors="replace"), wait_until="domcontentloaded")
    wanted, found = signs(shown.inner_text("body")), signs(the(f"{name}.html").text)
    assert LCSseq.similarity(wanted, found) >= LEAST.get(name, 0.99) * len(wanted)
