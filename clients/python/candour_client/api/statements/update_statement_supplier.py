from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.statement_supplier import StatementSupplier
from ...models.statement_supplier_update import StatementSupplierUpdate
from ...types import Response


def _get_kwargs(
    statement_id: UUID,
    *,
    body: StatementSupplierUpdate,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/statements/{statement_id}/supplier".format(
            statement_id=quote(str(statement_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | StatementSupplier | None:
    if response.status_code == 200:
        response_200 = StatementSupplier.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | StatementSupplier]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    statement_id: UUID,
    *,
    client: AuthenticatedClient,
    body: StatementSupplierUpdate,
) -> Response[Problem | StatementSupplier]:
    """Say whose statement it is

     Give a statement to the supplier that published it. Later readings leave it there.

    Args:
        statement_id (UUID):
        body (StatementSupplierUpdate): The supplier that published the statement.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StatementSupplier]
    """

    kwargs = _get_kwargs(
        statement_id=statement_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    statement_id: UUID,
    *,
    client: AuthenticatedClient,
    body: StatementSupplierUpdate,
) -> Problem | StatementSupplier | None:
    """Say whose statement it is

     Give a statement to the supplier that published it. Later readings leave it there.

    Args:
        statement_id (UUID):
        body (StatementSupplierUpdate): The supplier that published the statement.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StatementSupplier
    """

    return sync_detailed(
        statement_id=statement_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    statement_id: UUID,
    *,
    client: AuthenticatedClient,
    body: StatementSupplierUpdate,
) -> Response[Problem | StatementSupplier]:
    """Say whose statement it is

     Give a statement to the supplier that published it. Later readings leave it there.

    Args:
        statement_id (UUID):
        body (StatementSupplierUpdate): The supplier that published the statement.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StatementSupplier]
    """

    kwargs = _get_kwargs(
        statement_id=statement_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    statement_id: UUID,
    *,
    client: AuthenticatedClient,
    body: StatementSupplierUpdate,
) -> Problem | StatementSupplier | None:
    """Say whose statement it is

     Give a statement to the supplier that published it. Later readings leave it there.

    Args:
        statement_id (UUID):
        body (StatementSupplierUpdate): The supplier that published the statement.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StatementSupplier
    """

    return (
        await asyncio_detailed(
            statement_id=statement_id,
            client=client,
            body=body,
        )
    ).parsed
