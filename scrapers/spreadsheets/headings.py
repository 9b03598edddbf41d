"""Headings as people write them, and the field each means."""

import re
from functools import lru_cache

from scrapers.spreadsheets.records import Field

EXACT = 0.95
"""How sure a heading makes us that is written exactly as one we know."""

PARTLY = 0.7
"""How sure a heading makes us that only contains words we know."""

_WRITTEN = {
    Field.SUPPLIER: "supplier|supplier name|supplier company name|supplier beneficiary name|"
    "beneficiary|beneficiary name|vendor|vendor name|payee|payee name|contractor|contractor name|"
    "provider|provider name|company|company name|organisation|organisation name|merchant|"
    "merchant name|creditor|creditor name|name of supplier|supplier s name|supplier id t|"
    "awarded supplier|supplier legal name|legal name|business name|name|redacted supplier name|"
    "supplier organisation|successful supplier|current supplier|supplier contractor",
    Field.COMPANY_NUMBER: "company number|company no|company registration number|company reg no|"
    "company registration no|company reg number|companies house number|companies house no|"
    "registration number|registered number|crn|company house number|supplier company number|"
    "company registration|registered company number|co number|co no|coh number|"
    "companies house registration number|company number if applicable|supplier company no",
    Field.IDENTIFIER: "ppon|identifier|supplier identifier|organisation identifier|duns|"
    "duns number|org id|unique identifier|fts identifier|public procurement organisation number",
    Field.CHARITY_NUMBER: "charity number|charity no|charity registration number|"
    "registered charity number|charity reg no|charity commission number|charity",
    Field.POSTCODE: "postcode|post code|supplier postcode|supplier post code|postal code|"
    "registered postcode|zip|zip code|company postcode",
    Field.COUNTRY: "country|supplier country|country of supplier|country of origin|"
    "country of registration|country code|supplier location country|country of manufacture|"
    "country of supply|countries|origin",
    Field.REFERENCE: "contract reference|contract ref|contract number|contract no|reference|ref|"
    "contract id|contract reference number|reference number|contract code|contract ref no|"
    "procurement reference|unique reference|agreement number|ocid|contract reference no",
    Field.TITLE: "contract title|title|contract name|title of agreement|agreement title|"
    "contract|name of contract|project title|project",
    Field.DESCRIPTION: "contract description|description|description of goods and or services|"
    "description of goods or services|description of the goods and or services being provided|"
    "goods or services|scope|details|contract details|service description",
    Field.ANNUAL_VALUE: "annual value|annual contract value|annual spend|value per year|"
    "value per annum|yearly value|estimated annual value|contract value per annum|spend per annum|"
    "annual estimated value|annual cost|annual contract value gbp|current annual value|"
    "annual value gbp|value p a|spend last year|spend 12 months|estimated annual spend",
    Field.TOTAL_VALUE: "total contract value|total contract value including extensions|"
    "contract value|total value|value|contract sum|lifetime value|estimated contract value|"
    "total contract value inc extensions|value of contract|awarded value|total estimated value|"
    "whole life value|total value incl extensions|total value including extensions|"
    "total value inc extensions|total contract value incl extensions|"
    "contract value gbp|estimated total value|contract award value",
    Field.AMOUNT: "amount|net amount|amount paid|invoice amount|payment amount|"
    "invoice nett amount|"
    "invoice net amount|nett amount|gross amount|net|amount gbp|amount excl vat|line amount|"
    "transaction amount|amount in sterling|spend|total spend|net value|paid|sum|total amount|"
    "invoice value|net invoice amount|amount excluding vat|amount net|amount exc vat|total paid",
    Field.PAYMENT_DATE: "payment date|date|date paid|clearing date|invoice date|transaction date|"
    "paid date|pay date|posting date|date of payment|invoice creation date|invoice payment date|"
    "payment date dd mm yyyy|settlement date|posted date|date of transaction|period date",
    Field.START: "start date|contract start date|start|commencement date|contract start|"
    "date started|from|start of contract|contract commencement date|contract from|"
    "contract commencement",
    Field.END: "end date|contract end date|end|expiry date|contract expiry date|contract end|"
    "completion date|contract expiry|to|end of contract|contract to|initial end date|"
    "initial expiry date|contract completion date",
    Field.CURRENT_END: "current expiry date|current end date|revised end date|extended to|"
    "extended end date|current contract end date|actual end date|revised expiry date",
    Field.PLACE: "place|location|place of performance|delivery location|site|place of work|"
    "place of delivery|work location|service location|where work is done|delivery postcode",
    Field.CATEGORY_CODE: "cpv|cpv code|cpv codes|proclass|proclass code|proclass classification|"
    "category code|unspsc|unspsc code|classification code|proclass id|cpv code s|main cpv code",
    Field.CATEGORY_TEXT: "proclass description|category|category description|cpv description|"
    "expense type|subj description|subjective description|expenditure account code description|"
    "purpose|expenditure category|description of expenditure|purpose of spend|purpose of payment|"
    "purpose of expenditure|spend category|merchant category|service category label|"
    "expenditure type|account description|subjective|cost element description|category of spend|"
    "goods and services|sector|industry|what was bought|product category|nature of spend",
    Field.SIC_CODE: "sic|sic code|sic codes|uk sic code|sic 2007|sic code s|industry code|"
    "nature of business sic",
    Field.HOURLY_RATE: "hourly rate|hourly pay|pay rate|pay per hour|lowest hourly rate|"
    "lowest hourly pay|minimum hourly rate|hourly wage|wage|rate per hour|lowest pay rate|"
    "pay rate per hour|lowest hourly wage|hourly pay rate",
    Field.WEEKLY_HOURS: "weekly hours|hours per week|hours a week|hours weekly|contracted hours|"
    "hours worked per week|hours week",
    Field.WORKERS: "workers|number of workers|workers on contract|staff on contract|no of workers|"
    "operatives|number of staff on contract|workforce size|headcount on contract",
    Field.EMPLOYEES: "employees|number of employees|no of employees|staff|headcount|"
    "employee count|total employees|staff numbers",
    Field.TURNOVER: "turnover|supplier turnover|supplier annual turnover|"
    "annual turnover|revenue|company turnover|global turnover",
    Field.WORKFORCE: "workforce|workforce type|type of workforce|workforce characteristics|"
    "nature of workforce|workforce description|type of workers|labour type|"
    "directly employed or agency third party|directly employed or agency|employment type|"
    "agency or direct|how workers are employed",
    Field.STATEMENT: "statement|modern slavery statement|statement url|statement link|"
    "modern slavery statement url|msa statement|link to statement|modern slavery statement link|"
    "ms statement",
    Field.SUB_SUPPLIERS: "sub suppliers|subsuppliers|subcontractors|sub contractors|"
    "key subcontractors|tier 2 suppliers|tier two suppliers|subcontractor|sub contractor|"
    "sub supplier|supply chain|suppliers of supplier|named subcontractors",
    Field.VISIBILITY: "visibility|publish|published|public|public or private",
}
_OURS = {heading: field for field, headings in _WRITTEN.items() for heading in headings.split("|")}
# words inside a longer heading, the surest first
_CONTAINED = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        (r"\b(?:company|companies house|co) (?:reg\w* )?(?:number|no)\b", Field.COMPANY_NUMBER),
        (r"\bcharity\b.*\b(?:number|no)\b", Field.CHARITY_NUMBER),
        (r"\bpost ?code\b", Field.POSTCODE),
        (r"\b(?:modern slavery|msa)\b.*\b(?:statement|link|url)\b", Field.STATEMENT),
        (r"\bsub ?(?:contractors?|suppliers?)\b", Field.SUB_SUPPLIERS),
        (
            r"\b(?:supplier|vendor|beneficiary|payee|contractor|provider)\b.*\bname\b",
            Field.SUPPLIER,
        ),
        (r"\bname of (?:the )?(?:supplier|vendor|contractor|provider)\b", Field.SUPPLIER),
        (r"\bannual\b.*\b(?:value|spend|cost)\b", Field.ANNUAL_VALUE),
        (r"\b(?:value|spend|cost)\b.*\b(?:year|annum|annual)\b", Field.ANNUAL_VALUE),
        (r"\btotal\b.*\bvalue\b|\bcontract value\b", Field.TOTAL_VALUE),
        (r"\b(?:hourly|per hour)\b", Field.HOURLY_RATE),
        (r"\bhours\b.*\bweek\b|\bweekly hours\b", Field.WEEKLY_HOURS),
        (r"\bcpv\b|\bproclass\b.*\bcode\b", Field.CATEGORY_CODE),
        (r"\bsic\b.*\bcodes?\b", Field.SIC_CODE),
        (r"\bstart\b.*\bdate\b|\bcommence\w*\b.*\bdate\b", Field.START),
        (r"\b(?:end|expiry)\b.*\bdate\b", Field.END),
        (r"\b(?:payment|paid|invoice)\b.*\bdate\b", Field.PAYMENT_DATE),
        (
            r"\b(?:net|nett|invoice|payment)\b.*\bamount\b|\bamount\b.*\b(?:net|gbp)\b",
            Field.AMOUNT,
        ),
        (r"\bcontract\b.*\b(?:ref|reference|number|no|id)\b", Field.REFERENCE),
        (r"\bcontract\b.*\b(?:title|name)\b", Field.TITLE),
        (r"\bcountry\b", Field.COUNTRY),
        (r"\b(?:number|no) of (?:employees|staff)\b", Field.EMPLOYEES),
        (r"\b(?:number|no) of (?:workers|operatives)\b", Field.WORKERS),
    )
)
# not what they seem: a mark, a duration, a tax, or another party's
_OTHER = re.compile(
    r"\b(?:vat|duration|months?|option|extensions?|sme|vcse|email|phone|telephone|contact|taken|"
    r"officer|manager|buyer|purchasing|department|directorate|effective date|published date|"
    r"review date|notice|parent company)\b"
)


def plain(heading: str) -> str:
    """Return a heading in one spelling: lower case, words parted by single blanks."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", heading.lower().replace("£", " gbp ")).split())


@lru_cache(4096)
def field_of(heading: str) -> tuple[Field | None, float]:
    """Return the field that a heading means and how sure it makes us, 0 to 1."""
    words = plain(heading)
    if len(words) > 80:
        return None, 0.0
    without_brackets = plain(re.sub(r"\(.*?\)", "", heading))
    for spelling in (words, without_brackets):
        if spelling in _OURS:
            return _OURS[spelling], EXACT
    if not words or _OTHER.search(words):
        return None, 0.0
    return next(
        ((field, PARTLY) for pattern, field in _CONTAINED if pattern.search(words)), (None, 0.0)
    )
