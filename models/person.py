"""People who use the service, and what each may do."""

from enum import StrEnum


class Role(StrEnum):
    """What a caller is to its organisation; each role may do only what its work needs."""

    OFFICER = "officer"
    APPROVER = "approver"
    SUPPLIER = "supplier"
    API_CLIENT = "api_client"
    BOARD_READER = "board_reader"
    ADMINISTRATOR = "administrator"
