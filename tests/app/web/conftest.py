from tests.app.api.conftest import councils, tenants

__all__ = ["councils", "tenants"]
