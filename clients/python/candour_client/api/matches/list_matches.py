from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.company_match_state import CompanyMatchState
from ...models.match_list import MatchList
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    state: CompanyMatchState | Unset = UNSET,
    limit: int | Unset = 50,
    after: str | Unset = "",
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state

    params["limit"] = limit

    params["after"] = after

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/matches",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MatchList | Problem | None:
    if response.status_code == 200:
        response_200 = MatchList.from_dict(response.json())

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
) -> Response[MatchList | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    state: CompanyMatchState | Unset = UNSET,
    limit: int | Unset = 50,
    after: str | Unset = "",
) -> Response[MatchList | Problem]:
    """Matches by state

     Return the matches in a state: `review` are those that wait for a person.

    Args:
        state (CompanyMatchState | Unset): Where a match stands: proposed to a person, taken,
            turned down, or nobody found.
        limit (int | Unset):  Default: 50.
        after (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MatchList | Problem]
    """

    kwargs = _get_kwargs(
        state=state,
        limit=limit,
        after=after,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    state: CompanyMatchState | Unset = UNSET,
    limit: int | Unset = 50,
    after: str | Unset = "",
) -> MatchList | Problem | None:
    """Matches by state

     Return the matches in a state: `review` are those that wait for a person.

    Args:
        state (CompanyMatchState | Unset): Where a match stands: proposed to a person, taken,
            turned down, or nobody found.
        limit (int | Unset):  Default: 50.
        after (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MatchList | Problem
    """

    return sync_detailed(
        client=client,
        state=state,
        limit=limit,
        after=after,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    state: CompanyMatchState | Unset = UNSET,
    limit: int | Unset = 50,
    after: str | Unset = "",
) -> Response[MatchList | Problem]:
    """Matches by state

     Return the matches in a state: `review` are those that wait for a person.

    Args:
        state (CompanyMatchState | Unset): Where a match stands: proposed to a person, taken,
            turned down, or nobody found.
        limit (int | Unset):  Default: 50.
        after (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MatchList | Problem]
    """

    kwargs = _get_kwargs(
        state=state,
        limit=limit,
        after=after,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    state: CompanyMatchState | Unset = UNSET,
    limit: int | Unset = 50,
    after: str | Unset = "",
) -> MatchList | Problem | None:
    """Matches by state

     Return the matches in a state: `review` are those that wait for a person.

    Args:
        state (CompanyMatchState | Unset): Where a match stands: proposed to a person, taken,
            turned down, or nobody found.
        limit (int | Unset):  Default: 50.
        after (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MatchList | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            state=state,
            limit=limit,
            after=after,
        )
    ).parsed
