"""Webhooks: addresses that are told of events, and what became of each delivery."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlmodel import Session

from app.db.encryption import unseal
from app.errors import Unusable
from app.features.webhooks.delivery import replay
from app.features.webhooks.subscriptions import (
    add_webhook,
    change_webhook,
    deliveries_of,
    remove_webhook,
    rotate_secret,
    webhook_of,
    webhooks_of,
)
from app.http.dependencies import CallerDep, InstallationDep, OrganisationDep, SessionDep
from app.http.pagination import next_link, packed, unpacked
from app.security import audit_log
from app.web.forms import FormDep, Problem, require_version, text_of
from app.web.templating import page
from models import DeliveryState, EventKind, Webhook

router = APIRouter(prefix="/webhooks")

EVENTS: Mapping[EventKind, str] = MappingProxyType(
    {
        EventKind.DECISION_CHANGED: "What is proposed for a supplier changed",
        EventKind.STATEMENT_PUBLISHED: "A supplier published a statement",
        EventKind.STATEMENT_EXPIRED: "A supplier’s statement is out of date",
        EventKind.SOURCE_CHANGED: "A public source says something else of a supplier",
        EventKind.ACTION_OVERDUE: "An agreed action is overdue",
    }
)
SHOWN = 50
"""Deliveries on one page."""


@router.get("", response_class=HTMLResponse)
def webhooks_page(
    request: Request, session: SessionDep, organisation: OrganisationDep
) -> HTMLResponse:
    """Show every webhook and the form for a new one."""
    return _draw(request, session, organisation, {"url": "", "events": list(EventKind)}, [])


@router.post("", response_class=HTMLResponse)
def add(
    request: Request, session: SessionDep, home: InstallationDep, caller: CallerDep, form: FormDep
) -> HTMLResponse:
    """Have an address told of events, and show the secret that signs them this once."""
    url = text_of(form, "url", most=2_001)
    events = [kind for kind in EventKind if kind.value in form.getlist("events")]
    problems = []
    if not url:
        problems.append(Problem("url", "Enter the address to notify"))
    elif len(url) > 2_000:
        problems.append(Problem("url", "An address has 2,000 characters at most"))
    if not events:
        problems.append(Problem("events", "Choose at least one event"))
    if not problems:
        try:
            with session.begin_nested():
                made = add_webhook(
                    session,
                    caller,
                    url=url,
                    events=events,
                    loopback=home.settings.webhook_loopback,
                    now=datetime.now(UTC),
                )
        except Unusable as error:
            problems = [Problem("url", error.detail)]
        else:
            return _draw_secret(request, session, made)
    given: dict[str, object] = {"url": url, "events": events}
    return _draw(request, session, caller.organisation, given, problems)


@router.get("/{webhook_id}", response_class=HTMLResponse)
def webhook_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    webhook_id: UUID,
    state: DeliveryState | None = None,
    cursor: Annotated[str, Query(max_length=2_000)] = "",
    again: bool = False,
) -> HTMLResponse:
    """Show one webhook with what was sent to it, or is to be, and each attempt."""
    after = unpacked(cursor, UUID) if cursor else None
    rows = deliveries_of(
        session, organisation, webhook_id, limit=SHOWN + 1, after=after, state=state
    )
    more = None
    if len(rows) > SHOWN:
        last = packed(rows[SHOWN - 1][0].id)
        more = next_link(f"/webhooks/{webhook_id}", state=state, cursor=last)
    return page(
        request,
        "webhooks/webhook.html",
        webhook=webhook_of(session, organisation, webhook_id),
        deliveries=rows[:SHOWN],
        events=EVENTS,
        state=state,
        states=list(DeliveryState),
        first=not cursor,
        more=more,
        again=again,
    )


@router.post("/{webhook_id}")
def switch(
    session: SessionDep, home: InstallationDep, caller: CallerDep, webhook_id: UUID, form: FormDep
) -> RedirectResponse:
    """Send a webhook nothing for now, or go on."""
    row = webhook_of(session, caller.organisation, webhook_id)
    require_version(form, row.version)
    change_webhook(
        session,
        caller,
        row,
        url=None,
        events=None,
        active=text_of(form, "tell") == "yes",
        loopback=home.settings.webhook_loopback,
    )
    return RedirectResponse(f"/webhooks/{webhook_id}", status_code=303)


@router.post("/{webhook_id}/secret", response_class=HTMLResponse)
def change_secret(
    request: Request, session: SessionDep, caller: CallerDep, webhook_id: UUID
) -> HTMLResponse:
    """Give a webhook a new secret, and show it this once."""
    row = rotate_secret(session, caller, webhook_id, now=datetime.now(UTC))
    return _draw_secret(request, session, row)


@router.get("/{webhook_id}/remove", response_class=HTMLResponse)
def ask_to_remove(
    request: Request, session: SessionDep, organisation: OrganisationDep, webhook_id: UUID
) -> HTMLResponse:
    """Ask whether a webhook is really to be removed: its deliveries are let go with it."""
    rows = webhook_of(session, organisation, webhook_id)
    return page(request, "webhooks/remove_webhook.html", webhook=rows)


@router.post("/{webhook_id}/remove")
def remove(session: SessionDep, caller: CallerDep, webhook_id: UUID) -> RedirectResponse:
    """Remove a webhook."""
    remove_webhook(session, caller, webhook_id)
    return RedirectResponse("/webhooks", status_code=303)


@router.post("/{webhook_id}/deliveries/{delivery_id}/replay")
def send_again(
    session: SessionDep, caller: CallerDep, webhook_id: UUID, delivery_id: UUID
) -> RedirectResponse:
    """Send a delivery again, whether it was taken or given up."""
    replay(session, caller.organisation, webhook_id, delivery_id)
    audit_log.record(session, caller, "delivery.replayed", f"webhooks/{webhook_id}")
    return RedirectResponse(f"/webhooks/{webhook_id}?again=true", status_code=303)


def _draw_secret(request: Request, session: Session, row: Webhook) -> HTMLResponse:
    """Show a webhook's secret this once."""
    secret = unseal(session, row.secret)
    drawn = page(request, "webhooks/new_webhook.html", webhook=row, secret=secret)
    drawn.headers["Cache-Control"] = "no-store"
    return drawn


def _draw(
    request: Request,
    session: Session,
    organisation: UUID,
    given: dict[str, object],
    problems: Sequence[Problem],
) -> HTMLResponse:
    return page(
        request,
        "webhooks/webhooks.html",
        status=422 if problems else 200,
        webhooks=webhooks_of(session, organisation),
        events=EVENTS,
        given=given,
        problems=problems,
    )
