"""The service: API and pages over one installation, with its job engine beside them."""

import gc
from asyncio import to_thread
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    ExitStack,
    asynccontextmanager,
    contextmanager,
)
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.staticfiles import StaticFiles
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from app import jobs, tracing
from app.features.webhooks.delivery import delivering
from app.http import health
from app.http.openapi import describe
from app.installation import Installation, open_installation
from app.logging import RequestLog
from app.problem_details import add_problem_handlers
from app.routers import fast_router, pages, unversioned_router, v1
from app.security.access_log import AccessLogWriter
from app.security.authentication import Authenticator
from app.security.middleware import SecurityMiddleware
from app.settings import Settings
from app.web.error_pages import add_page_handlers

HERE = Path(__file__).parent
DESIGN_SYSTEM = HERE.parent / "node_modules" / "govuk-frontend" / "dist" / "govuk"
"""Compiled styles and scripts of the GOV.UK Design System, brought in by `make install`."""

ABOUT = """
Due diligence on modern slavery in supply chains: ask whether to award to a supplier and get a
proposed decision with its reasons, the evidence on the page, and what is not known.
A machine proposes; a named person decides.
"""


def create_app(settings: Settings | None = None, *, works: bool = True) -> FastAPI:
    """Return the service.

    Args:
        settings: Where data is kept; from the environment where not given.
        works: Whether this process also takes work from the queue.
    """
    chosen = settings or Settings()
    app = FastAPI(
        title="Candour",
        version=version("candour"),
        description=ABOUT,
        lifespan=_lifespan(chosen, works),
        generate_unique_id_function=_name_of,
        docs_url=None,
        redoc_url=None,
    )
    add_problem_handlers(app)
    add_page_handlers(app)
    app.add_middleware(SecurityMiddleware, settings=chosen)
    app.add_middleware(RequestLog)
    if chosen.trusted_proxies:
        proxies = [str(each) for each in chosen.trusted_proxies]
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=proxies)
    app.include_router(fast_router)
    app.include_router(health.router)
    app.include_router(v1)
    app.include_router(unversioned_router)
    describe(app)
    app.include_router(pages)
    app.mount("/static", StaticFiles(directory=HERE / "web" / "static"), "static")
    app.mount("/assets", StaticFiles(directory=DESIGN_SYSTEM, check_dir=False), "assets")
    return app


def _name_of(route: APIRoute) -> str:
    """Return an operation's name for good: that of its function, by which clients call it."""
    return route.name


def freeze_gc() -> None:
    """Set what was loaded apart from what requests make, before a service begins to answer.

    Else every full collection of what is no longer used looks at 400,000 objects of libraries,
    which stops all requests for a quarter of a second.
    """
    gc.collect()
    gc.freeze()


@contextmanager
def attach_services(app: FastAPI, home: Installation) -> Iterator[None]:
    """Let the application serve an opened installation, whose jobs somebody else may run."""
    app.state.home = home
    app.state.authenticator = Authenticator(home.settings, home.database)
    app.state.access_log = AccessLogWriter(home.database, home.settings.home / "reads")
    app.state.access_log.start()
    try:
        yield
    finally:
        app.state.access_log.stop()


def _open(stack: ExitStack, settings: Settings, works: bool) -> Installation:
    home = stack.enter_context(open_installation(settings))
    stack.enter_context(jobs.worker_runtime(home, worker=settings.worker or "serve", works=works))
    return home


def _lifespan(
    settings: Settings, works: bool
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        with ExitStack() as stack:
            stack.enter_context(tracing.sending(settings.traces_url))
            home = await to_thread(_open, stack, settings, works)
            await to_thread(stack.enter_context, attach_services(app, home))
            if works:
                stack.enter_context(delivering(home))
            yield

    return life
