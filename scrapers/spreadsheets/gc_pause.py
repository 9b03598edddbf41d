"""No search for unreachable objects while a whole list is made: there are none among its cells."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Pause the search for objects in cycles, which walks all rows again and again as they grow.

    It is for work of a second or so. Where two threads pause it, it begins again once one of them
    is done: early, and never not at all.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # what was made goes to the oldest objects at once, which are walked seldom
        gc.freeze()
        gc.unfreeze()
        if was:
            gc.enable()
