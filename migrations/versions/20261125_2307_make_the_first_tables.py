"""make the first tables"""

import sqlalchemy as sa
from alembic import op

from models.base import Hundredths, Utc

revision = "dfbd0585265a"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "company",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scheme", sa.String(length=16), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("other_names", sa.JSON(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("sic_codes", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=True),
        sa.Column("updated_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company")),
        sa.UniqueConstraint("scheme", "number", name=op.f("uq_company_scheme_number")),
    )
    with op.batch_alter_table("company", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_company_name_key"), ["name_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_company_updated_at"), ["updated_at"], unique=False)

    op.create_table(
        "document",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "statement",
                "policy",
                "law",
                "other",
                "empty",
                "template",
                "other_language",
                "no_text",
                name="documentkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("read_by_ocr", sa.Boolean(), nullable=False),
        sa.Column("notices", sa.JSON(), nullable=False),
        sa.Column("identity", sa.JSON(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("evidence", sa.LargeBinary(), nullable=True),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("read_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_document")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "council",
                "business",
                name="organisationkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("created_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "register",
        sa.Column(
            "kind",
            sa.Enum(
                "statement_registry",
                "living_wage_employers",
                "labour_licences",
                "debarment_list",
                name="registerkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("unread", sa.JSON(), nullable=False),
        sa.Column("taken_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_register")),
    )
    op.create_table(
        "register_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "statement_registry",
                "living_wage_employers",
                "labour_licences",
                "debarment_list",
                name="registerkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("key", sa.String(length=500), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("good", sa.Boolean(), nullable=True),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("gone_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_entry")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_register_entry_kind_key")),
    )
    with op.batch_alter_table("register_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_register_entry_name_key"), ["name_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_register_entry_number"), ["number"], unique=False)

    op.create_table(
        "intake",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "taken",
                "refused",
                name="intakestate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("replaced", sa.Boolean(), nullable=False),
        sa.Column("header_row", sa.Integer(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("notices", sa.JSON(), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_intake_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake")),
        sa.UniqueConstraint(
            "organisation_id", "sha256", name=op.f("uq_intake_organisation_id_sha256")
        ),
    )
    with op.batch_alter_table("intake", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_intake_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "job",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "intake",
                "assess",
                name="jobkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "running",
                "done",
                "failed",
                name="jobstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("doing", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("failures", sa.JSON(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("finished_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_job_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_job_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "supplier",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=400), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("company_numbers", sa.JSON(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("countries", sa.JSON(), nullable=False),
        sa.Column("sic_codes", sa.JSON(), nullable=False),
        sa.Column("category_codes", sa.JSON(), nullable=False),
        sa.Column("category_text", sa.String(), nullable=False),
        sa.Column("workforce", sa.JSON(), nullable=False),
        sa.Column("sub_suppliers", sa.JSON(), nullable=False),
        sa.Column("turnover", Hundredths(), nullable=True),
        sa.Column("employees", sa.Integer(), nullable=True),
        sa.Column("spend", Hundredths(), nullable=True),
        sa.Column("statement_hint", sa.String(), nullable=False),
        sa.Column("likely_person", sa.Boolean(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("assessment_id", sa.Uuid(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_supplier_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier")),
        sa.UniqueConstraint(
            "organisation_id", "key", name=op.f("uq_supplier_organisation_id_key")
        ),
    )
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supplier_assessment_id"), ["assessment_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_supplier_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            "ix_supplier_ranked", ["organisation_id", "rank", "key"], unique=False
        )

    op.create_table(
        "contract",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=500), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("annual_value", Hundredths(), nullable=True),
        sa.Column("total_value", Hundredths(), nullable=True),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["intake.id"], name=op.f("fk_contract_intake_id_intake")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_contract_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_contract_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract")),
        sa.UniqueConstraint(
            "organisation_id", "key", name=op.f("uq_contract_organisation_id_key")
        ),
    )
    with op.batch_alter_table("contract", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contract_intake_id"), ["intake_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_contract_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_contract_supplier_id"), ["supplier_id"], unique=False)

    op.create_table(
        "match",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "accepted",
                "review",
                "rejected",
                "none",
                name="matchstanding",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["company_id"], ["company.id"], name=op.f("fk_match_company_id_company")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_match_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_match_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match")),
    )
    with op.batch_alter_table("match", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_match_company_id"), ["company_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_match_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_match_supplier_id"), ["supplier_id"], unique=True)

    op.create_table(
        "statement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("document_sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("matched_by", sa.String(), nullable=False),
        sa.Column("year_end", sa.Date(), nullable=True),
        sa.Column("added_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_sha256"],
            ["document.sha256"],
            name=op.f("fk_statement_document_sha256_document"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_statement_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_statement_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint(
            "supplier_id", "document_sha256", name=op.f("uq_statement_supplier_id_document_sha256")
        ),
    )
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_statement_document_sha256"), ["document_sha256"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_statement_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_statement_supplier_id"), ["supplier_id"], unique=False
        )

    op.create_table(
        "supplier_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("value", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_supplier_answer_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_supplier_answer_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_answer")),
        sa.UniqueConstraint(
            "supplier_id",
            "question",
            "source",
            name=op.f("uq_supplier_answer_supplier_id_question_source"),
        ),
    )
    with op.batch_alter_table("supplier_answer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supplier_answer_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_supplier_answer_supplier_id"), ["supplier_id"], unique=False
        )

    op.create_table(
        "supplier_identifier",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("scheme", sa.String(length=16), nullable=False),
        sa.Column("value", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_supplier_identifier_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"],
            ["supplier.id"],
            name=op.f("fk_supplier_identifier_supplier_id_supplier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_identifier")),
        sa.UniqueConstraint(
            "supplier_id",
            "scheme",
            "value",
            name=op.f("uq_supplier_identifier_supplier_id_scheme_value"),
        ),
    )
    with op.batch_alter_table("supplier_identifier", schema=None) as batch_op:
        batch_op.create_index(
            "ix_supplier_identifier_value", ["organisation_id", "scheme", "value"], unique=False
        )

    op.create_table(
        "assessment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.Date(), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=True),
        sa.Column("statement_score", Hundredths(), nullable=True),
        sa.Column("exposure", Hundredths(), nullable=False),
        sa.Column("control", Hundredths(), nullable=False),
        sa.Column("risk", Hundredths(), nullable=False),
        sa.Column("risk_low", Hundredths(), nullable=False),
        sa.Column("risk_high", Hundredths(), nullable=False),
        sa.Column(
            "band",
            sa.Enum(
                "low",
                "medium",
                "high",
                "very_high",
                name="riskband",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "decision",
            sa.Enum(
                "clear",
                "refer",
                "stop",
                name="decision",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("inputs", sa.JSON(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_assessment_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_assessment_statement_id_statement")
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_assessment_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_assessment_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_assessment_statement_id"), ["statement_id"], unique=False
        )
        batch_op.create_index(
            "ix_assessment_supplier_created", ["supplier_id", "created_at"], unique=False
        )

    op.create_table(
        "intake_row",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "supplier",
                "contract",
                "reported",
                name="rowoutcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("paid", Hundredths(), nullable=True),
        sa.Column("supplier_id", sa.Uuid(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_intake_row_contract_id_contract")
        ),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["intake.id"], name=op.f("fk_intake_row_intake_id_intake")
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_intake_row_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_row")),
        sa.UniqueConstraint("intake_id", "row", name=op.f("uq_intake_row_intake_id_row")),
    )
    with op.batch_alter_table("intake_row", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_intake_row_contract_id"), ["contract_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_intake_row_intake_id"), ["intake_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_intake_row_supplier_id"), ["supplier_id"], unique=False
        )

    op.create_table(
        "check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column(
            "proposed",
            sa.Enum(
                "clear",
                "refer",
                "stop",
                name="decision",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("question", sa.JSON(), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_check_assessment_id_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_check_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_check_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check")),
    )
    with op.batch_alter_table("check", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_check_assessment_id"), ["assessment_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_check_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_check_supplier_id"), ["supplier_id"], unique=False)

    op.create_table(
        "finding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "theme",
            sa.Enum(
                "law",
                "statement",
                "pay",
                "conditions",
                "exposure",
                "identity",
                name="theme",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "met",
                "not_met",
                "unknown",
                "not_applicable",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "severity",
            sa.Enum(
                "info",
                "low",
                "medium",
                "high",
                "critical",
                name="severity",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("remedy", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("indicators", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_finding_assessment_id_assessment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_finding_assessment_id"), ["assessment_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_finding_rule"), ["rule"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("finding_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("document_sha256", sa.String(length=64), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("boxes", sa.JSON(), nullable=False),
        sa.Column("sentence", sa.Integer(), nullable=True),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column(
            "criterion",
            sa.Enum(
                "approval",
                "signature",
                "structure",
                "operations",
                "supply_chains",
                "policies",
                "due_diligence",
                "risk_description",
                "risk_mitigation",
                "training",
                "grievance",
                "supplier_terms",
                "recruitment_pay",
                "partnership",
                "remediation",
                "effectiveness",
                name="criterion",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("probability", sa.Float(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "done",
                "planned",
                "denied",
                "vague",
                name="evidencestatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("as_at", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.id"], name=op.f("fk_evidence_finding_id_finding")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_evidence_document_sha256"), ["document_sha256"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_evidence_finding_id"), ["finding_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_finding_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_document_sha256"))

    op.drop_table("evidence")
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_finding_rule"))
        batch_op.drop_index(batch_op.f("ix_finding_assessment_id"))

    op.drop_table("finding")
    with op.batch_alter_table("check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_check_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_check_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_check_assessment_id"))

    op.drop_table("check")
    with op.batch_alter_table("intake_row", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_row_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_intake_row_intake_id"))
        batch_op.drop_index(batch_op.f("ix_intake_row_contract_id"))

    op.drop_table("intake_row")
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.drop_index("ix_assessment_supplier_created")
        batch_op.drop_index(batch_op.f("ix_assessment_statement_id"))
        batch_op.drop_index(batch_op.f("ix_assessment_organisation_id"))

    op.drop_table("assessment")
    with op.batch_alter_table("supplier_identifier", schema=None) as batch_op:
        batch_op.drop_index("ix_supplier_identifier_value")

    op.drop_table("supplier_identifier")
    with op.batch_alter_table("supplier_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_supplier_answer_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_supplier_answer_organisation_id"))

    op.drop_table("supplier_answer")
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_statement_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_statement_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_statement_document_sha256"))

    op.drop_table("statement")
    with op.batch_alter_table("match", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_match_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_match_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_match_company_id"))

    op.drop_table("match")
    with op.batch_alter_table("contract", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contract_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_contract_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_contract_intake_id"))

    op.drop_table("contract")
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.drop_index("ix_supplier_ranked")
        batch_op.drop_index(batch_op.f("ix_supplier_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_supplier_assessment_id"))

    op.drop_table("supplier")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_job_organisation_id"))

    op.drop_table("job")
    with op.batch_alter_table("intake", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_organisation_id"))

    op.drop_table("intake")
    with op.batch_alter_table("register_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_register_entry_number"))
        batch_op.drop_index(batch_op.f("ix_register_entry_name_key"))

    op.drop_table("register_entry")
    op.drop_table("register")
    op.drop_table("organisation")
    op.drop_table("document")
    with op.batch_alter_table("company", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_company_updated_at"))
        batch_op.drop_index(batch_op.f("ix_company_name_key"))

    op.drop_table("company")
