"""Headings as publishers write them, by the field each means."""

from scrapers.spreadsheets.records import Field

HEADINGS: dict[Field, str] = {
    Field.SUPPLIER: "supplier|supplier name|supplier company name|supplier beneficiary name|"
    "beneficiary|beneficiary name|vendor|vendor name|payee|payee name|contractor|contractor name|"
    "provider|provider name|merchant|merchant name|creditor|creditor name|name of supplier|"
    "supplier s name|supplier id t|awarded supplier|supplier legal name|redacted supplier name|"
    "supplier organisation|successful supplier|current supplier|supplier contractor|"
    "supplier full name|vendor supplier|supplier vendor name|suppliers|supplier s|cyflenwr|"
    "enw r cyflenwr|enw cyflenwr|erp supplier|name of payee|name of vendor|paid to|payment to|"
    "supplier title|beneficiary supplier|awarded to|awarded supplier name|"
    "recipient org name|recipient organisation name|"
    "contractor supplier|service provider|service provider name|supplier description",
    Field.COMPANY_NUMBER: "company number|company no|company registration number|company reg no|"
    "company registration no|company reg number|companies house number|companies house no|"
    "registration number|registered number|crn|company house number|supplier company number|"
    "company registration|registered company number|co number|co no|coh number|"
    "companies house registration number|company number if applicable|supplier company no",
    Field.IDENTIFIER: "ppon|identifier|supplier identifier|organisation identifier|duns|"
    "duns number|org id|unique identifier|fts identifier|public procurement organisation number",
    Field.CHARITY_NUMBER: "charity number|charity no|charity registration number|"
    "recipient org charity number|registered charity number|charity reg no|"
    "charity commission number|charity",
    Field.POSTCODE: "postcode|post code|supplier postcode|supplier post code|postal code|"
    "registered postcode|zip|zip code|company postcode",
    Field.COUNTRY: "country|supplier country|country of supplier|country of origin|"
    "country of registration|country code|supplier location country|country of manufacture|"
    "country of supply|countries|origin",
    Field.REFERENCE: "contract reference|contract ref|contract number|contract no|reference|ref|"
    "contract id|contract reference number|reference number|contract code|contract ref no|"
    "procurement reference|unique reference|agreement number|ocid|contract reference no|"
    "notice identifier|"
    "cyfeirnod contract",
    Field.TITLE: "contract title|title|contract name|title of agreement|agreement title|"
    "contract|name of contract|project title|project|teitl y contract|teitl",
    Field.DESCRIPTION: "contract description|description|description of goods and or services|"
    "description of goods or services|description of the goods and or services being provided|"
    "goods or services|scope|details|contract details|service description|disgrifiad|"
    "description of goods services|description of goods|description of services|"
    "description of work|extended description",
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
    "invoice value|net invoice amount|amount excluding vat|amount net|amount exc vat|total paid|"
    "gross|nett|line total|invoice total|cost|amount in lc|amount in local currency|expenditure|"
    "invoiced value|payment|payments|paid amount|payment value|total gbp|gbp|gbp amount|price|"
    "invoice amount net|net amount gbp|value gbp|amount in loc curr|swm|swm gbp|cyfanswm|gwariant|"
    "distribution amount|invoice line amount|invoice line value|total invoice amount|net cost|"
    "line value|line net amount|sum of amount|invoice spend|total cost|spend gbp|payment gbp|"
    "transaction value|total expenditure|gross value|invoice gross amount|total net|total gross|"
    "nett value|total net amount|actual spend|amount gross|net total|gross total|"
    "invoice amount gbp|invoice distribution amount|spend amount|net payment|amount paid gbp",
    Field.PAYMENT_DATE: "payment date|date|date paid|clearing date|invoice date|transaction date|"
    "paid date|pay date|posting date|date of payment|invoice creation date|invoice payment date|"
    "payment date dd mm yyyy|dyddiad|dyddiad talu|effective payment date|gl date|accounting date|"
    "cheque date|run date|cleared date|date cleared|voucher date|expense date|settlement date|"
    "posted date|date of transaction|period date|month|for month|payment month|month paid|"
    "month of payment|invoice month|transaction month|spend month",
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
    "purpose of expenditure|spend category|merchant category|"
    "expenditure type|account description|subjective|cost element description|category of spend|"
    "goods and services|industry|what was bought|product category|nature of spend|"
    "expenditure description|account|"
    "account name|account text|gl account description|nominal description|ledger description|"
    "subjective name|subjective code description|detailed expenditure type|commodity|"
    "commodity name|commodity description|procurement classification|category name|"
    "cipfa description|narrative|invoice description|line description|item description|"
    "thomson classification description|proclass details level 1|purpose of spend summary|"
    "expense code description|cost element|cost element text|cost element name|"
    "expense description|"
    "spend description|categori|bal sheet level 2|level 2 category|level 1 category",
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
    Field.CURRENCY: "currency|currency code|invoice currency|curr|crcy|ccy|arian cyfred",
    Field.STATUS: "status|contract status|current status|status of contract|agreement status|"
    "contract state|live or expired|live expired|contract live|"
    "active|is active|active inactive|lifecycle status|contract stage|status description",
    Field.VISIBILITY: "visibility|publish|published|public|public or private",
}
