"""A person before a browser: goes to pages and looks at each with axe and an eye for its width."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 800}
DESK: ViewportSize = {"width": 1280, "height": 900}
PICTURES = os.environ.get("CANDOUR_PICTURES", "")
"""Folder for a picture of every page that is looked at, to be seen by a person."""

_AXE = Axe()
_HTML = "text/html; charset=utf-8"
_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Our pages have no frames, and only violations are read: what else axe gathers takes its time.
    "resultTypes": ["violations"],
    "preload": False,
    "iframes": False,
}


@dataclass
class Visitor:
    """One person, one browser window, and what went wrong in it."""

    page: Page
    scripts: bool
    browser: Browser
    faults: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def of(cls, browser: Browser, size: ViewportSize, *, scripts: bool) -> Iterator["Visitor"]:
        context = browser.new_context(viewport=size, java_script_enabled=scripts)
        context.set_default_timeout(90_000)
        one = cls(context.new_page(), scripts, browser)
        one.page.on("pageerror", lambda error: one.faults.append(str(error)))
        one.page.on("requestfailed", one._note)
        yield one
        context.close()
        assert not one.faults, one.faults

    def _note(self, asked: Request) -> None:
        if asked.failure != "net::ERR_ABORTED":  # a download, or a page that was left
            self.faults.append(f"{asked.url}: {asked.failure}")

    def go(self, address: str) -> None:
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.ok, f"{address} answered {answer.status}"

    def sees(self, name: str) -> None:
        """Look at the page as it stands: title, one heading, width, size, and axe's rules."""
        page = self.page
        page.wait_for_load_state()
        assert page.title().endswith("– Candour")
        assert page.locator("h1").count() == 1, f"{name}: not one main heading"
        wide, seen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        if PICTURES:
            folder = Path(PICTURES)
            folder.mkdir(parents=True, exist_ok=True)
            kind = f"{seen}{'' if self.scripts else '-no-scripts'}"
            page.screenshot(path=folder / f"{name}-{kind}.png", full_page=True)
        assert wide <= seen, f"{name}: {wide} wide on a screen of {seen}"
        words = re.sub(r"<svg.*?</svg>|data:image[^\"]*", "", page.content(), flags=re.DOTALL)
        assert len(words) < 300_000, f"{name}: too large a page without its pictures"
        told = self._broken_rules()
        assert not told, f"{name}: {told}"

    def _broken_rules(self) -> list[str]:
        """What axe finds; where scripts do not run it is shown the same page in a twin window."""
        if self.scripts:
            return _told(_AXE.run(self.page, options=_RULES).response["violations"])
        still = re.sub(r"<script.*?</script>", "", self.page.content(), flags=re.DOTALL)
        context = self.browser.new_context(viewport=self.page.viewport_size)
        try:
            twin = context.new_page()
            twin.route(self.page.url, lambda route: route.fulfill(body=still, content_type=_HTML))
            twin.goto(self.page.url)
            return _told(_AXE.run(twin, options=_RULES).response["violations"])
        finally:
            context.close()

    def tabs_through(self, count: int) -> list[str]:
        """Press Tab so often from the page's start and return what had the focus each time."""
        self.page.evaluate("document.activeElement.blur()")
        told = []
        for _ in range(count):
            self.page.keyboard.press("Tab")
            told.append(
                self.page.evaluate(
                    "(e => e.id || e.name || e.textContent.trim().slice(0, 40))"
                    "(document.activeElement)"
                )
            )
        return told


def _told(violations: list[Any]) -> list[str]:
    return [
        f"{each['id']}: {each['help']} {[node['html'][:200] for node in each['nodes']][:3]}"
        for each in violations
    ]
