"""Runs jobs in this process: gives work out, and does it where it is asked to."""

import os
import platform
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from uuid import uuid4

from app.home import Installation
from app.jobs.engine import Running, here
from app.jobs.living import living
from app.jobs.post import Post, prepare


@contextmanager
def running(opened: Installation, *, worker: str, works: bool = True) -> Iterator[Running]:
    """Give out work, and with `works` also do it, for as long as the context is open.

    Args:
        opened: The installation.
        worker: What this process is, in a word; its full name adds the machine and process.
        works: Whether this process does work, or only gives it out.
    """
    if opened.settings.embedded:
        prepare(opened.settings.job_database)
    with ExitStack() as stack:
        post = Post(opened.settings.job_database)
        stack.callback(post.close)
        own = Running(opened, _name(worker), post)
        stack.enter_context(here(own))
        post.open_queues()
        if works:
            stack.enter_context(living(own))
        yield own


def _name(worker: str) -> str:
    return f"{worker}-{platform.node()[:40]}-{os.getpid()}-{uuid4().hex[:6]}"
