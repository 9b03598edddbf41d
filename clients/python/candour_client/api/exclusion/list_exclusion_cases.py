from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.exclusion_case_list import ExclusionCaseList
from ...models.exclusion_case_state import ExclusionCaseState
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = "",
    supplier_id: None | Unset | UUID = UNSET,
    state: ExclusionCaseState | None | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_supplier_id: None | str | Unset
    if isinstance(supplier_id, Unset):
        json_supplier_id = UNSET
    elif isinstance(supplier_id, UUID):
        json_supplier_id = str(supplier_id)
    else:
        json_supplier_id = supplier_id
    params["supplier_id"] = json_supplier_id

    json_state: None | str | Unset
    if isinstance(state, Unset):
        json_state = UNSET
    elif isinstance(state, ExclusionCaseState):
        json_state = state.value
    else:
        json_state = state
    params["state"] = json_state

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/exclusion-cases",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ExclusionCaseList | Problem | None:
    if response.status_code == 200:
        response_200 = ExclusionCaseList.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

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
) -> Response[ExclusionCaseList | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = "",
    supplier_id: None | Unset | UUID = UNSET,
    state: ExclusionCaseState | None | Unset = UNSET,
) -> Response[ExclusionCaseList | Problem]:
    """Exclusion cases, newest first

     Return cases, of one supplier or in one state if wanted.

    Args:
        limit (int | Unset): How many at most. Default: 50.
        cursor (str | Unset): From `links.next` of the page before. Default: ''.
        supplier_id (None | Unset | UUID):
        state (ExclusionCaseState | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ExclusionCaseList | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        supplier_id=supplier_id,
        state=state,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = "",
    supplier_id: None | Unset | UUID = UNSET,
    state: ExclusionCaseState | None | Unset = UNSET,
) -> ExclusionCaseList | Problem | None:
    """Exclusion cases, newest first

     Return cases, of one supplier or in one state if wanted.

    Args:
        limit (int | Unset): How many at most. Default: 50.
        cursor (str | Unset): From `links.next` of the page before. Default: ''.
        supplier_id (None | Unset | UUID):
        state (ExclusionCaseState | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ExclusionCaseList | Problem
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        supplier_id=supplier_id,
        state=state,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = "",
    supplier_id: None | Unset | UUID = UNSET,
    state: ExclusionCaseState | None | Unset = UNSET,
) -> Response[ExclusionCaseList | Problem]:
    """Exclusion cases, newest first

     Return cases, of one supplier or in one state if wanted.

    Args:
        limit (int | Unset): How many at most. Default: 50.
        cursor (str | Unset): From `links.next` of the page before. Default: ''.
        supplier_id (None | Unset | UUID):
        state (ExclusionCaseState | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ExclusionCaseList | Problem]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        supplier_id=supplier_id,
        state=state,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = "",
    supplier_id: None | Unset | UUID = UNSET,
    state: ExclusionCaseState | None | Unset = UNSET,
) -> ExclusionCaseList | Problem | None:
    """Exclusion cases, newest first

     Return cases, of one supplier or in one state if wanted.

    Args:
        limit (int | Unset): How many at most. Default: 50.
        cursor (str | Unset): From `links.next` of the page before. Default: ''.
        supplier_id (None | Unset | UUID):
        state (ExclusionCaseState | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ExclusionCaseList | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            supplier_id=supplier_id,
            state=state,
        )
    ).parsed
