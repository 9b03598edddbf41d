from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.exclusion_case import ExclusionCase
from ...models.exclusion_question import ExclusionQuestion
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ExclusionQuestion,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/exclusion-cases",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ExclusionCase | Problem | None:
    if response.status_code == 200:
        response_200 = ExclusionCase.from_dict(response.json())

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
) -> Response[ExclusionCase | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ExclusionQuestion,
    idempotency_key: str | Unset = UNSET,
) -> Response[ExclusionCase | Problem]:
    """Judge an exclusion case

     Return which path the Act gives for what was answered and found; nothing is stored.

    A ground that may apply is put to a named person to verify and decide. What was not answered
    is not known, and no answer makes a supplier more than “none declared”. To keep a case, open
    one with `POST /v1/suppliers/{supplier_id}/exclusion-cases`.

    Args:
        idempotency_key (str | Unset):
        body (ExclusionQuestion): Who has to be asked about, what was answered, and for which day.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ExclusionCase | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ExclusionQuestion,
    idempotency_key: str | Unset = UNSET,
) -> ExclusionCase | Problem | None:
    """Judge an exclusion case

     Return which path the Act gives for what was answered and found; nothing is stored.

    A ground that may apply is put to a named person to verify and decide. What was not answered
    is not known, and no answer makes a supplier more than “none declared”. To keep a case, open
    one with `POST /v1/suppliers/{supplier_id}/exclusion-cases`.

    Args:
        idempotency_key (str | Unset):
        body (ExclusionQuestion): Who has to be asked about, what was answered, and for which day.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ExclusionCase | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ExclusionQuestion,
    idempotency_key: str | Unset = UNSET,
) -> Response[ExclusionCase | Problem]:
    """Judge an exclusion case

     Return which path the Act gives for what was answered and found; nothing is stored.

    A ground that may apply is put to a named person to verify and decide. What was not answered
    is not known, and no answer makes a supplier more than “none declared”. To keep a case, open
    one with `POST /v1/suppliers/{supplier_id}/exclusion-cases`.

    Args:
        idempotency_key (str | Unset):
        body (ExclusionQuestion): Who has to be asked about, what was answered, and for which day.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ExclusionCase | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ExclusionQuestion,
    idempotency_key: str | Unset = UNSET,
) -> ExclusionCase | Problem | None:
    """Judge an exclusion case

     Return which path the Act gives for what was answered and found; nothing is stored.

    A ground that may apply is put to a named person to verify and decide. What was not answered
    is not known, and no answer makes a supplier more than “none declared”. To keep a case, open
    one with `POST /v1/suppliers/{supplier_id}/exclusion-cases`.

    Args:
        idempotency_key (str | Unset):
        body (ExclusionQuestion): Who has to be asked about, what was answered, and for which day.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ExclusionCase | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
