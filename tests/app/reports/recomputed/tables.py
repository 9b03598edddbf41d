"""For every table of a report, the question in SQL that its figures are computed again by."""

from tests.app.reports.recomputed import method, people, rules, suppliers
from tests.app.reports.recomputed.database import Recomputed

TABLES: dict[str, Recomputed] = {
    "at_a_glance": suppliers.at_a_glance,
    "decisions_asked": suppliers.decisions_asked,
    "suppliers": suppliers.suppliers,
    "spend": suppliers.spend,
    "bands": suppliers.bands,
    "moved": suppliers.moved,
    "living_wage": rules.living_wage,
    "statements_law": rules.statements_law,
    "statements_criteria": rules.statements_criteria,
    "conditions_known": rules.conditions_known,
    "conditions": rules.conditions,
    "prices": rules.prices,
    "actions": people.actions,
    "exposure_category": rules.exposure("category"),
    "exposure_country": rules.exposure("country"),
    "exposure_borough": rules.exposure("borough"),
    "top_risks": suppliers.top_risks,
    "signs": people.shared("sign"),
    "routes": people.routes,
    "training": rules.training,
    "local_picture": people.local_picture,
    "exclusion": rules.exclusion,
    "reports_made": people.reports_made,
    "stopped": people.stopped,
    "charter": rules.charter,
    "coverage": suppliers.coverage,
    "unknown": rules.unknown,
    "model_quality": method.model_quality,
    "versions": method.versions,
    "shared_category": people.shared("category"),
    "shared_place": people.shared("borough"),
    "shared_sign": people.shared("sign"),
}
