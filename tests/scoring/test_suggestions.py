"""Advice that works: a model answer to each suggestion brings the points that it promises."""

from decimal import Decimal

import pytest

from scoring.reference.vocabulary import Criterion, Level
from scoring.statements.gaps import steps
from tests.scoring.examination.examined import score_text

HEAD = "Modern Slavery Statement\n\nThis statement is made by Brackley Ltd for the year 2025.\n\n"

ANSWERS: dict[Criterion, tuple[tuple[str, str, str], ...]] = {
    Criterion.STRUCTURE: (
        (
            "We are a private limited company.",
            "The company is a subsidiary of Vale Holdings plc.",
            "It has 62 staff, all of them in Leeds.",
        ),
        (
            "Brackley is a charity.",
            "It is run by the Brackley family.",
            "It has 9 volunteers, all of them in Hull.",
        ),
    ),
    Criterion.OPERATIONS: (
        ("We bake bread.", "We bake bread in Leeds and Hull.",
         "We bake bread at three sites in Leeds and Hull, with agency workers at night."),
        ("We clean offices.", "We clean offices in Bolton.",
         "We clean nine offices in Bolton, in the evenings, with contractors."),
    ),
    Criterion.SUPPLY_CHAINS: (
        (
            "We buy flour.",
            "We buy rice from wholesalers.", "We have 140 direct suppliers in India.",
        ),
        (
            "We rent servers.",
            "Our laptops come from China.", "We spend £2 million with 31 suppliers.",
        ),
    ),
    Criterion.POLICIES: (
        ("We have policies.", "Our anti-slavery policy applies to all staff.",
         "The policy is owned by the HR Director and was last reviewed in May 2025."),
        ("There is a policy on it.", "Our human rights policy follows the ETI Base Code.",
         "The finance director answers for the policy, which was revised in March."),
    ),
    Criterion.DUE_DILIGENCE: (
        ("We carry out due diligence.", "We check payslips at every cleaning contractor.",
         "We audited 12 suppliers and found that two kept passports."),
        ("We vet suppliers.", "Each quarter we look at the rotas of our labour agencies.",
         "We visited 9 factories; one could not show payslips, and we stopped using it."),
    ),
    Criterion.SUPPLIER_TERMS: (
        ("Suppliers agree to comply with the law.",
         "Suppliers sign our code of conduct and pass it on to their subcontractors.",
         "94% of suppliers have signed it."),
        ("Our contracts name slavery.",
         "Every contractor must sign our code, and we may talk to the workers.",
         "41 suppliers have signed."),
    ),
    Criterion.RECRUITMENT_PAY: (
        ("We do right to work checks.",
         "Everyone is on the living wage and we check right to work before anyone starts.",
         "Two agencies had charged a fee; 14 workers were repaid."),
        ("Our staff have written contracts.", "We pay the living wage and recruit directly.",
         "We asked 60 workers whether they had paid for the job; £900 was repaid."),
    ),
    Criterion.RISK_DESCRIPTION: (
        ("There is a risk of exploitation in our sector.",
         "Migrant pickers in Spain are at risk of debt bondage.",
         "We ranked our risks, and found this by talking to 40 pickers."),
        ("Our supply chain in high-risk countries worries us.",
         "Uniforms from Bangladesh are a high risk, because women there work long hours.",
         "We found that agency guards in London, who owe fees, come first."),
    ),
    Criterion.EFFECTIVENESS: (
        ("We set key performance indicators.", "The board reviews the figures every quarter.",
         "We made 15 audits, up from 9 in 2024; our target for 2026 is 20."),
        ("We measure how well we do.", "We measure how many audits are made each year.",
         "Audits: 9 in 2024, 15 in 2025, and our target is 20."),
    ),
    Criterion.TRAINING: (
        ("Training about slavery is given.",
         "All buyers have training on the signs of slavery every year.",
         "42 of 44 supervisors took the course and 97% passed."),
        ("We held a webinar on slavery.", "Every driver sat a two-hour course on forced labour.",
         "All 31 drivers took the course, and two raised a concern as a result."),
    ),
    Criterion.REMEDIATION: (
        ("We have a remedy process.",
         "Where a victim is found we call the police, and find the person a safe place to stay.",
         "Three workers were repaid in full and found a new job."),
        ("Anyone harmed is compensated.",
         "We report a case to the GLAA only if the worker agrees.",
         "Six carers had paid an agent; we paid them back and helped them move house."),
    ),
    Criterion.GRIEVANCE: (
        ("Staff can raise concerns.", "Workers can call a free helpline in confidence.",
         "31 calls were made and all were answered within a week."),
        ("We have a whistleblowing line.", "Anyone can ring an outside charity anonymously.",
         "14 people rang the line in five languages."),
    ),
    Criterion.PARTNERSHIP: (
        ("We work with Unseen.", "We work with the GMB union and meet monthly.",
         "Our work with Electronics Watch led to repaid fees in three factories."),
        ("We are members of Sedex.", "We share audits with other members of Sedex.",
         "We took part in the ETI visits, which led to new contracts for 40 people."),
    ),
}  # fmt: skip


@pytest.mark.parametrize("criterion", ANSWERS, ids=str)
def test_model_answers_bring_the_points_that_suggestions_promise(criterion: Criterion) -> None:
    for answers in ANSWERS[criterion]:
        text = HEAD
        result = score_text(text)
        for answer in answers:
            step = next(
                each for each in steps(result.levels) if each.definition.criterion is criterion
            )
            if step.next is None:
                break
            text = f"{text}{answer}\n\n"
            after = score_text(text)
            level = next(each for each in after.levels if each.criterion is criterion)
            gained = level.contribution - step.level.contribution
            assert gained >= step.points - 1, (answer, level.why)
            assert (after.score or Decimal(0)) - (result.score or Decimal(0)) >= step.points - 1
            result = after
        assert level.level is Level.EVIDENCED, (answers, level.why)


def test_a_suggestion_names_what_this_statement_states_and_lacks() -> None:
    result = score_text(f"{HEAD}All buyers have training on the signs of slavery.")
    training = next(each for each in result.levels if each.criterion is Criterion.TRAINING)
    assert "You state who is trained; content." in training.raise_it
    assert "Not stated: how often or how long; number or share; what it changed." in (
        training.raise_it
    )
