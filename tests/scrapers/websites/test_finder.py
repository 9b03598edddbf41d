import io
from dataclasses import replace

import pytest
from reportlab.pdfgen import canvas

from scoring.reference.vocabulary import DocumentKind
from scrapers.documents import read_document
from scrapers.http.client import Client
from scrapers.websites import (
    Absence,
    FoundStatement,
    NotFound,
    Place,
    Prominence,
    find_statement,
)
from tests.scrapers.loopback import Reply, Web, moved, page

WORDS = (
    "<p>This statement is made under section 54 of the Modern Slavery Act 2015 and tells of the "
    "steps that Thornfield Laundry Limited has taken against slavery and human trafficking in "
    "the financial year ending 31 March {year}.</p>"
    + "<p>Our laundries employ four hundred people and buy linen from twelve mills. We visited "
    "each mill and asked its workers about pay, hours and papers, and put right what we found. "
    "We trained all buyers. We assess which linen carries the greatest risk and why.</p>"
    * 6
    + "<p>The board of directors approved this statement on 30 June {year}.</p>"
    "<p>Signed: Ada Thorn, Director</p>"
)


def statement(year: int = 2025, more: str = "") -> Reply:
    title = "<h1>Modern slavery statement</h1>"
    return page(f"<html><main>{title}{WORDS.format(year=year)}{more}</main></html>")


def home(links: str, body: str = "We wash linen.") -> Reply:
    return page(f"<html><body><main><p>{body}</p></main><footer>{links}</footer></body></html>")


def link(to: str, words: str = "Modern slavery statement") -> str:
    return f'<a href="{to}">{words}</a>'


def pdf(year: int) -> Reply:
    out = io.BytesIO()
    drawn = canvas.Canvas(out, invariant=True)
    lines = [
        f"Modern slavery statement for the financial year ending 31 March {year}",
        "made under section 54 of the Modern Slavery Act 2015 by Thornfield Laundry Limited.",
        *["We trained all of our buyers and visited each of the mills."] * 30,
        f"The board of directors approved this statement on 30 June {year}.",
        "Signed: Ada Thorn, Director",
    ]
    for number, line in enumerate(lines):
        drawn.drawString(60, 800 - 18 * number, line)
    drawn.save()
    return Reply(out.getvalue(), headers={"Content-Type": "application/pdf"})


def found(web: Web, client: Client) -> FoundStatement:
    result = find_statement(client, web.url(), read=read_document)
    assert isinstance(result, FoundStatement), result
    return result


def missing(web: Web, client: Client) -> NotFound:
    result = find_statement(client, web.url(), read=read_document)
    assert isinstance(result, NotFound), result
    return result


def test_a_footer_link_leads_to_the_statement_and_is_kept_as_evidence(
    web: Web, client: Client, archive
) -> None:
    web.pages["/"] = home(link("/slavery"))
    web.pages["/slavery"] = statement()
    result = found(web, client)
    assert result.url == web.url("/slavery")
    assert result.prominence is Prominence.PROMINENT
    assert result.home_link == result.link
    assert result.link is not None
    assert (result.link.place, result.link.words) == (Place.FOOTER, "Modern slavery statement")
    assert result.link.page_url == web.url("/")
    for sha256 in (result.sha256, result.link.page_sha256):
        assert archive.holds(sha256)
    assert b"Ada Thorn" in archive.read(result.sha256)
    assert [each.url for each in result.tried] == [web.url("/"), web.url("/slavery")]


@pytest.mark.parametrize(
    ("markup", "prominence", "place"),
    [
        ("<nav>{}</nav>", Prominence.PROMINENT, Place.NAVIGATION),
        ('<nav aria-hidden="true">{}</nav>', Prominence.PROMINENT, Place.NAVIGATION),
        ("<header>{}</header>", Prominence.PROMINENT, Place.HEADER),
        ('<div class="site-footer">{}</div>', Prominence.PROMINENT, Place.FOOTER),
        ("<footer><nav>{}</nav></footer>", Prominence.PROMINENT, Place.FOOTER),
        ('<div role="contentinfo">{}</div>', Prominence.PROMINENT, Place.FOOTER),
        ("<p>{}</p>", Prominence.PROMINENT, Place.MAIN),
        ('<p style="display: none">{}</p>', Prominence.HIDDEN, Place.MAIN),
        ("<div hidden>{}</div>", Prominence.HIDDEN, Place.MAIN),
    ],
)
def test_where_the_home_page_links_to_it_is_told(
    markup: str, prominence, place, web: Web, client: Client
) -> None:
    web.pages["/"] = page(f"<html><body>{markup.format(link('/slavery'))}</body></html>")
    web.pages["/slavery"] = statement()
    result = found(web, client)
    assert result.home_link is not None
    assert (result.prominence, result.home_link.place) == (prominence, place)


def test_a_link_that_does_not_say_what_it_leads_to_is_not_prominent(
    web: Web, client: Client
) -> None:
    web.pages["/"] = home(link("/modern-slavery.html", "Read more"))
    web.pages["/modern-slavery.html"] = statement()
    assert found(web, client).prominence is Prominence.NOT_NAMED


def test_a_picture_speaks_by_its_label(web: Web, client: Client) -> None:
    web.pages["/"] = home(link("/x", '<img alt="Modern Slavery Act statement">'))
    web.pages["/x"] = statement()
    assert found(web, client).prominence is Prominence.PROMINENT


def test_a_statement_behind_another_page_is_found_but_not_prominent(
    web: Web, client: Client
) -> None:
    web.pages["/"] = home(link("/policies", "Our policies") + link("/shop", "Shop"))
    web.pages["/policies"] = page(f"<main>{link('/files/msa.pdf')}{link('/', 'Home')}</main>")
    web.pages["/files/msa.pdf"] = pdf(2025)
    result = found(web, client)
    assert result.prominence is Prominence.NOT_DIRECT
    assert result.document.media_type == "application/pdf"
    assert (result.home_link.words if result.home_link else "") == "Our policies"
    assert web.url("/shop") not in {each.url for each in result.tried}


def test_the_newest_of_several_years_is_chosen_and_the_rest_told(web: Web, client: Client) -> None:
    years = (2023, 2025, 2024)
    web.pages["/"] = home(link("/slavery", "Modern slavery"))
    listed = "".join(link(f"/files/{y}.pdf", f"Modern slavery statement {y}") for y in years)
    web.pages["/slavery"] = page(f"<main><p>Modern Slavery Act 2015</p>{listed}</main>")
    web.pages |= {f"/files/{year}.pdf": pdf(year) for year in years}
    result = found(web, client)
    assert (result.url, result.year) == (web.url("/files/2025.pdf"), 2025)
    assert result.prominence is Prominence.PROMINENT
    assert {each.year for each in result.others if each.url.endswith(".pdf")} == {2023, 2024}


def test_a_statement_in_force_that_lists_its_forerunners_is_chosen(
    web: Web, client: Client
) -> None:
    older = link("/2023.pdf", "Our modern slavery statement of 2023")
    web.pages["/"] = home(link("/slavery"))
    web.pages["/slavery"] = statement(2025, f"<p>{older}</p>")
    web.pages["/2023.pdf"] = pdf(2023)
    assert found(web, client).url == web.url("/slavery")


def test_a_section_of_the_home_page_may_be_the_statement(web: Web, client: Client) -> None:
    body = f'<section id="slavery">{WORDS.format(year=2025)}</section>'
    web.pages["/"] = page(f"<body>{body}<footer>{link('#slavery')}</footer></body>")
    result = found(web, client)
    assert (result.url, result.prominence) == (web.url("/"), Prominence.PROMINENT)


def test_a_statement_that_only_the_sites_list_names_is_found_without_link(
    web: Web, client: Client
) -> None:
    web.pages["/"] = home(link("/shop", "Shop"))
    listed = "".join(f"<loc>{web.url(p)}</loc>" for p in ("/shop", "/info/modern-slavery-25"))
    web.pages["/sitemap.xml"] = Reply(f"<urlset>{listed}</urlset>".encode())
    web.pages["/info/modern-slavery-25"] = statement()
    result = found(web, client)
    assert (result.prominence, result.link, result.home_link) == (Prominence.NO_LINK, None, None)


def test_a_statement_at_a_usual_address_is_found_without_link(web: Web, client: Client) -> None:
    web.pages["/"] = home(link("/shop", "Shop"))
    web.pages["/modern-slavery-statement"] = statement()
    assert found(web, client).prominence is Prominence.NO_LINK


def test_a_site_that_moved_is_followed(web: Web, client: Client) -> None:
    web.pages["/"] = moved("/en/")
    web.pages["/en/"] = home(link("slavery"))
    web.pages["/en/slavery"] = moved("/en/slavery/")
    web.pages["/en/slavery/"] = statement()
    result = found(web, client)
    assert (result.home_url, result.url) == (web.url("/"), web.url("/en/slavery/"))


def test_another_document_behind_the_link_is_named_as_what_it_is(web: Web, client: Client) -> None:
    web.pages["/"] = home(link("/x"))
    web.pages["/x"] = page("<main><p>We cut our carbon by a third last year.</p></main>")
    result = missing(web, client)
    assert result.absence is Absence.ONLY_WRONG_DOCUMENTS
    [other] = result.others
    assert (other.url, other.kind) == (web.url("/x"), DocumentKind.OTHER)
    assert other.reason in result.reason


@pytest.mark.parametrize(
    ("pages", "absence", "words"),
    [
        ({"/": Reply(status=503)}, Absence.UNREACHABLE, "503"),
        ({"/": moved("http://10.0.0.1/")}, Absence.REFUSED, "not public"),
        ({"/": page("<div id=root></div>")}, Absence.UNREADABLE, "scripts"),
        ({"/": home(link("/shop", "Shop"))}, Absence.NOTHING_LINKED, "No link"),
        ({"/": home(link("/gone.pdf"))}, Absence.BROKEN_LINK, "404"),
        ({"/": home(link("/ill")), "/ill": Reply(status=500)}, Absence.UNREACHABLE, "500"),
        ({"/": home(link("http://10.0.0.1/s.pdf"))}, Absence.REFUSED, "not public"),
        ({"/": home(link("/x.bin")), "/x.bin": Reply(b"\0\1\2" * 99)}, Absence.UNREADABLE, "bin"),
    ],
    ids=[
        *("home ill", "home inside", "drawn by scripts", "nothing", "broken link", "page ill"),
        *("link inside", "no document"),
    ],
)
def test_why_nothing_was_found_is_told(pages, absence, words, web: Web, client: Client) -> None:
    web.pages |= pages
    result = missing(web, client)
    assert result.absence is absence
    assert words in result.reason


def test_a_policy_of_robots_is_no_silence_of_the_company(web: Web, policy, client_for) -> None:
    web.pages |= {
        "/": home(link("/slavery")),
        "/slavery": statement(),
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /slavery"),
    }
    result = missing(web, client_for(replace(policy, robots=True)))
    assert result.absence is Absence.REFUSED
    assert "robots.txt" in result.reason


def test_an_endless_site_is_left_after_a_while(web: Web, client: Client) -> None:
    web.pages["/"] = home("".join(link(f"/{n}", f"Policy {n}") for n in range(99)))
    web.pages |= {f"/{n}": home(link(f"/{n}x", "Policies")) for n in range(99)}
    result = find_statement(client, web.url(), read=read_document, most_pages=7)
    assert isinstance(result, NotFound)
    assert len(web.asked) == 8


def test_the_governments_registry_is_not_taken_for_the_companys_page(
    web: Web, client: Client
) -> None:
    there = "https://modern-slavery-statement-registry.service.gov.uk/statement-summary/x/2025"
    web.pages["/"] = home(link(there))
    assert missing(web, client).absence is Absence.NOTHING_LINKED


@pytest.mark.parametrize(
    "frame",
    [
        "<iframe src='{}'></iframe>",
        "<object data='{}'></object>",
        "<embed type='application/pdf' src='/view?file={}'>",
    ],
)
def test_a_statement_shown_in_a_frame_is_read(web: Web, client: Client, frame: str) -> None:
    web.pages["/"] = home(link("/slavery"))
    shown = frame.format(f"http://{web.authority}/docs/2025.pdf")
    web.pages["/slavery"] = page(f"<h1>Modern slavery statement</h1><main>{shown}</main>")
    web.pages["/docs/2025.pdf"] = pdf(2025)
    assert found(web, client).url == web.url("/docs/2025.pdf")
