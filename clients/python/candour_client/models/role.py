from enum import StrEnum


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    API_CLIENT = "api_client"
    APPROVER = "approver"
    BOARD_READER = "board_reader"
    OFFICER = "officer"
    SUPPLIER = "supplier"

    def __str__(self) -> str:
        return str(self.value)
