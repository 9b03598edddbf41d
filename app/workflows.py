"""Every kind of durable job: importing this module makes a process able to run them all."""

from app.features.checks import bulk as bulk_checks
from app.features.imports import jobs as imports
from app.features.monitoring import jobs as monitoring
from app.features.reports import make as reports
from app.features.users import jobs as users

__all__ = ["bulk_checks", "imports", "monitoring", "reports", "users"]
