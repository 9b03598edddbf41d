from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.supplier_correction_effects import SupplierCorrectionEffects
from ...types import UNSET, Response, Unset


def _get_kwargs(
    supplier_id: UUID,
    *,
    into: None | Unset | UUID = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_into: None | str | Unset
    if isinstance(into, Unset):
        json_into = UNSET
    elif isinstance(into, UUID):
        json_into = str(into)
    else:
        json_into = into
    params["into"] = json_into

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/suppliers/{supplier_id}/correction/effects".format(
            supplier_id=quote(str(supplier_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SupplierCorrectionEffects | None:
    if response.status_code == 200:
        response_200 = SupplierCorrectionEffects.from_dict(response.json())

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
) -> Response[Problem | SupplierCorrectionEffects]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    supplier_id: UUID,
    *,
    client: AuthenticatedClient,
    into: None | Unset | UUID = UNSET,
) -> Response[Problem | SupplierCorrectionEffects]:
    """What a correction would change

     Return what merging a record into another would change, or marking it as no supplier.

    Args:
        supplier_id (UUID):
        into (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SupplierCorrectionEffects]
    """

    kwargs = _get_kwargs(
        supplier_id=supplier_id,
        into=into,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    supplier_id: UUID,
    *,
    client: AuthenticatedClient,
    into: None | Unset | UUID = UNSET,
) -> Problem | SupplierCorrectionEffects | None:
    """What a correction would change

     Return what merging a record into another would change, or marking it as no supplier.

    Args:
        supplier_id (UUID):
        into (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SupplierCorrectionEffects
    """

    return sync_detailed(
        supplier_id=supplier_id,
        client=client,
        into=into,
    ).parsed


async def asyncio_detailed(
    supplier_id: UUID,
    *,
    client: AuthenticatedClient,
    into: None | Unset | UUID = UNSET,
) -> Response[Problem | SupplierCorrectionEffects]:
    """What a correction would change

     Return what merging a record into another would change, or marking it as no supplier.

    Args:
        supplier_id (UUID):
        into (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SupplierCorrectionEffects]
    """

    kwargs = _get_kwargs(
        supplier_id=supplier_id,
        into=into,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    supplier_id: UUID,
    *,
    client: AuthenticatedClient,
    into: None | Unset | UUID = UNSET,
) -> Problem | SupplierCorrectionEffects | None:
    """What a correction would change

     Return what merging a record into another would change, or marking it as no supplier.

    Args:
        supplier_id (UUID):
        into (None | Unset | UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SupplierCorrectionEffects
    """

    return (
        await asyncio_detailed(
            supplier_id=supplier_id,
            client=client,
            into=into,
        )
    ).parsed
