from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.criterion import Criterion
from ...models.explanation import Explanation
from ...models.problem import Problem
from ...types import UNSET, Response


def _get_kwargs(
    statement_id: UUID,
    *,
    sentence: int,
    criterion: Criterion,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["sentence"] = sentence

    json_criterion = criterion.value
    params["criterion"] = json_criterion

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/statements/{statement_id}/explanation".format(
            statement_id=quote(str(statement_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Explanation | Problem | None:
    if response.status_code == 200:
        response_200 = Explanation.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[Explanation | Problem]:
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
    sentence: int,
    criterion: Criterion,
) -> Response[Explanation | Problem]:
    """Why a sentence was offered

     Return the words, the sentences around and the labelled examples behind one judgement.

    A sentence that was not offered is explained too.

    Args:
        statement_id (UUID):
        sentence (int): Its place in the document's reading order, as in `evidence`.
        criterion (Criterion): A thing that a statement must or should say (Modern Slavery Act
            2015 s54; 2025 guidance).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Explanation | Problem]
    """

    kwargs = _get_kwargs(
        statement_id=statement_id,
        sentence=sentence,
        criterion=criterion,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    statement_id: UUID,
    *,
    client: AuthenticatedClient,
    sentence: int,
    criterion: Criterion,
) -> Explanation | Problem | None:
    """Why a sentence was offered

     Return the words, the sentences around and the labelled examples behind one judgement.

    A sentence that was not offered is explained too.

    Args:
        statement_id (UUID):
        sentence (int): Its place in the document's reading order, as in `evidence`.
        criterion (Criterion): A thing that a statement must or should say (Modern Slavery Act
            2015 s54; 2025 guidance).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Explanation | Problem
    """

    return sync_detailed(
        statement_id=statement_id,
        client=client,
        sentence=sentence,
        criterion=criterion,
    ).parsed


async def asyncio_detailed(
    statement_id: UUID,
    *,
    client: AuthenticatedClient,
    sentence: int,
    criterion: Criterion,
) -> Response[Explanation | Problem]:
    """Why a sentence was offered

     Return the words, the sentences around and the labelled examples behind one judgement.

    A sentence that was not offered is explained too.

    Args:
        statement_id (UUID):
        sentence (int): Its place in the document's reading order, as in `evidence`.
        criterion (Criterion): A thing that a statement must or should say (Modern Slavery Act
            2015 s54; 2025 guidance).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Explanation | Problem]
    """

    kwargs = _get_kwargs(
        statement_id=statement_id,
        sentence=sentence,
        criterion=criterion,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    statement_id: UUID,
    *,
    client: AuthenticatedClient,
    sentence: int,
    criterion: Criterion,
) -> Explanation | Problem | None:
    """Why a sentence was offered

     Return the words, the sentences around and the labelled examples behind one judgement.

    A sentence that was not offered is explained too.

    Args:
        statement_id (UUID):
        sentence (int): Its place in the document's reading order, as in `evidence`.
        criterion (Criterion): A thing that a statement must or should say (Modern Slavery Act
            2015 s54; 2025 guidance).

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Explanation | Problem
    """

    return (
        await asyncio_detailed(
            statement_id=statement_id,
            client=client,
            sentence=sentence,
            criterion=criterion,
        )
    ).parsed
