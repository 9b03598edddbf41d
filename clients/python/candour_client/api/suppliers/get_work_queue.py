from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.work_queue import WorkQueue
from ...models.work_task import WorkTask
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    capacity: int | Unset = 20,
    task: None | Unset | WorkTask = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["capacity"] = capacity

    json_task: None | str | Unset
    if isinstance(task, Unset):
        json_task = UNSET
    elif isinstance(task, WorkTask):
        json_task = task.value
    else:
        json_task = task
    params["task"] = json_task

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/work-queue",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | WorkQueue | None:
    if response.status_code == 200:
        response_200 = WorkQueue.from_dict(response.json())

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
) -> Response[Problem | WorkQueue]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    capacity: int | Unset = 20,
    task: None | Unset | WorkTask = UNSET,
) -> Response[Problem | WorkQueue]:
    """What to do first

     Return what to do first, as many suppliers as can be looked at.

    Groups stand in the order in which to do them: *today* (urgent signs), *decide* (a stop or
    referral that waits for a named person), *chase* (overdue answers and actions), *ask* (too
    little known), *watch* (decisions that end soon, and what sources changed). What to watch takes
    none of the capacity.

    Args:
        capacity (int | Unset): How many suppliers can be looked at. Default: 20.
        task (None | Unset | WorkTask): One task alone; `decide` is the approver's queue.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WorkQueue]
    """

    kwargs = _get_kwargs(
        capacity=capacity,
        task=task,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    capacity: int | Unset = 20,
    task: None | Unset | WorkTask = UNSET,
) -> Problem | WorkQueue | None:
    """What to do first

     Return what to do first, as many suppliers as can be looked at.

    Groups stand in the order in which to do them: *today* (urgent signs), *decide* (a stop or
    referral that waits for a named person), *chase* (overdue answers and actions), *ask* (too
    little known), *watch* (decisions that end soon, and what sources changed). What to watch takes
    none of the capacity.

    Args:
        capacity (int | Unset): How many suppliers can be looked at. Default: 20.
        task (None | Unset | WorkTask): One task alone; `decide` is the approver's queue.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WorkQueue
    """

    return sync_detailed(
        client=client,
        capacity=capacity,
        task=task,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    capacity: int | Unset = 20,
    task: None | Unset | WorkTask = UNSET,
) -> Response[Problem | WorkQueue]:
    """What to do first

     Return what to do first, as many suppliers as can be looked at.

    Groups stand in the order in which to do them: *today* (urgent signs), *decide* (a stop or
    referral that waits for a named person), *chase* (overdue answers and actions), *ask* (too
    little known), *watch* (decisions that end soon, and what sources changed). What to watch takes
    none of the capacity.

    Args:
        capacity (int | Unset): How many suppliers can be looked at. Default: 20.
        task (None | Unset | WorkTask): One task alone; `decide` is the approver's queue.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WorkQueue]
    """

    kwargs = _get_kwargs(
        capacity=capacity,
        task=task,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    capacity: int | Unset = 20,
    task: None | Unset | WorkTask = UNSET,
) -> Problem | WorkQueue | None:
    """What to do first

     Return what to do first, as many suppliers as can be looked at.

    Groups stand in the order in which to do them: *today* (urgent signs), *decide* (a stop or
    referral that waits for a named person), *chase* (overdue answers and actions), *ask* (too
    little known), *watch* (decisions that end soon, and what sources changed). What to watch takes
    none of the capacity.

    Args:
        capacity (int | Unset): How many suppliers can be looked at. Default: 20.
        task (None | Unset | WorkTask): One task alone; `decide` is the approver's queue.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WorkQueue
    """

    return (
        await asyncio_detailed(
            client=client,
            capacity=capacity,
            task=task,
        )
    ).parsed
