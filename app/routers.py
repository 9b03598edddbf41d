"""All routes of the service: the REST interface, version 1, and the pages."""

from fastapi import APIRouter, Depends

from app.features.actions import api as actions_api
from app.features.actions import pages as actions_pages
from app.features.api_reference import pages as reference_pages
from app.features.assessments import api as assessments_api
from app.features.audit import api as audit_api
from app.features.audit import pages as audit_pages
from app.features.checks import api as checks_api
from app.features.checks import pages as checks_pages
from app.features.checks import unlisted_pages, waiting_pages
from app.features.exclusion import (
    answer_pages,
    case_pages,
    debarment_pages,
    hearing_pages,
    person_pages,
    remedies_api,
    remedies_pages,
)
from app.features.exclusion import api as exclusion_api
from app.features.exclusion import cases_api as exclusion_cases_api
from app.features.exclusion import pages as exclusion_pages
from app.features.imports import lists_pages, results_pages
from app.features.imports import pages as imports_pages
from app.features.jobs_admin import api as jobs_api
from app.features.jobs_admin import pages as jobs_pages
from app.features.matching import api as matching_api
from app.features.matching import pages as matching_pages
from app.features.monitoring import api as monitoring_api
from app.features.monitoring import pages as monitoring_pages
from app.features.monitoring import register_pages
from app.features.payroll_checks import pages as payroll_pages
from app.features.price_checks import pages as price_pages
from app.features.questionnaires import officer_pages as questionnaire_results
from app.features.questionnaires import pages as questionnaire_pages
from app.features.rates import pages as rates_pages
from app.features.registers import api as registers_api
from app.features.registers import pages as registers_pages
from app.features.reports import api as reports_api
from app.features.reports import pages as reports_pages
from app.features.self_assessment import pages as self_assessment_pages
from app.features.statements import api as statements_api
from app.features.statements import pages as statements_pages
from app.features.statements import supplier_choice_api, supplier_choice_pages
from app.features.supplier_portal import pages as supplier_portal
from app.features.suppliers import api as suppliers_api
from app.features.suppliers import (
    bulk_actions,
    compare_pages,
    correction_pages,
    corrections_api,
    detail_pages,
    exports_api,
    list_pages,
    spend_api,
    trade_pages,
)
from app.features.suppliers import pages as suppliers_pages
from app.features.users import (
    account_pages,
    api_keys_api,
    api_keys_pages,
    overview_pages,
    sign_in_pages,
)
from app.features.users import api as users_api
from app.features.users import pages as users_pages
from app.features.webhooks import api as webhooks_api
from app.features.webhooks import pages as webhooks_pages
from app.features.work_queue import api as work_queue_api
from app.features.work_queue import pages as work_queue_pages
from app.http import problem_types
from app.http.dependencies import refuse_keys, require_scope, verify_csrf
from app.http.text_input import validate_text
from app.security.permissions import Scope

REST = (
    checks_api.router,
    suppliers_api.router,
    suppliers_api.identifiers_router,
    corrections_api.router,
    spend_api.router,
    work_queue_api.router,
    monitoring_api.websites_router,
    monitoring_api.router,
    statements_api.router,
    statements_api.explanations_router,
    supplier_choice_api.router,
    statements_api.feedback_router,
    assessments_api.router,
    actions_api.router,
    matching_api.router,
    jobs_api.router,
    reports_api.router,
    checks_api.job_checks_router,
    exports_api.router,
    assessments_api.rules_router,
    registers_api.router,
    exclusion_api.router,
    exclusion_cases_api.router,
    remedies_api.router,
    users_api.me_router,
    api_keys_api.router,
    users_api.router,
    webhooks_api.router,
    audit_api.router,
    users_api.invitations,
)
OFFICER_PAGES = (
    list_pages.router,
    work_queue_pages.router,
    bulk_actions.router,
    list_pages.views_router,
    imports_pages.router,
    imports_pages.job_router,
    results_pages.router,
    lists_pages.router,
    matching_pages.router,
    suppliers_pages.router,
    detail_pages.router,
    compare_pages.router,
    trade_pages.router,
    correction_pages.router,
    monitoring_pages.router,
    statements_pages.router,
    supplier_choice_pages.router,
    questionnaire_results.ask_router,
    checks_pages.router,
    unlisted_pages.router,
    waiting_pages.router,
    actions_pages.router,
    payroll_pages.router,
    price_pages.router,
    suppliers_pages.tiers_router,
    case_pages.router,
    person_pages.router,
    debarment_pages.router,
    answer_pages.router,
    hearing_pages.router,
    remedies_pages.router,
)
ADMINISTRATOR_PAGES = (
    overview_pages.router,
    users_pages.router,
    api_keys_pages.router,
    webhooks_pages.router,
    audit_pages.router,
    jobs_pages.router,
    rates_pages.router,
    register_pages.router,
)


def _rest() -> APIRouter:
    v1 = APIRouter(prefix="/v1", dependencies=[Depends(validate_text)])
    for router in REST:
        v1.include_router(router)
    return v1


def _unversioned() -> APIRouter:
    unversioned = APIRouter(dependencies=[Depends(validate_text)])
    unversioned.include_router(api_keys_api.oauth_router)
    unversioned.include_router(problem_types.router)
    return unversioned


def _pages() -> APIRouter:
    checked = [Depends(refuse_keys), Depends(validate_text), Depends(verify_csrf)]
    pages = APIRouter(include_in_schema=False, dependencies=checked)
    readers = [require_scope(Scope.READ_CHECKS)]
    pages.include_router(sign_in_pages.router)
    pages.include_router(account_pages.router)
    pages.include_router(reference_pages.router)
    pages.include_router(self_assessment_pages.router)
    pages.include_router(questionnaire_pages.router)
    pages.include_router(supplier_portal.router)
    pages.include_router(questionnaire_results.router, dependencies=readers)
    pages.include_router(reports_pages.router, dependencies=readers)
    pages.include_router(registers_pages.router, dependencies=readers)
    pages.include_router(exclusion_pages.router, dependencies=readers)
    for router in ADMINISTRATOR_PAGES:
        pages.include_router(router, dependencies=[require_scope(Scope.ADMINISTER)])
    for router in OFFICER_PAGES:
        pages.include_router(router, dependencies=readers)
    return pages


fast_router = APIRouter(prefix="/v1", dependencies=[Depends(validate_text)])
"""The busiest routes, which are matched first."""
fast_router.include_router(checks_api.fast_router)
v1 = _rest()
unversioned_router = _unversioned()
pages = _pages()
