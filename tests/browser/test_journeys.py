"""What people come to do, by the roles and labels of what they see."""

import re
from importlib.resources import files

from playwright.sync_api import expect

from .conftest import PageOf

SAMPLES = files("operative") / "samples"


def test_bring_a_text_see_what_it_does_and_open_a_dossier(page_of: PageOf):
    page = page_of("Eve")
    page.goto("/texts/")
    page.get_by_label("Bring a text").set_input_files(str(SAMPLES / "resolution-208.txt"))
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_text("Open a dossier on it").click()
    page.get_by_label("Title of the dossier").fill("Brought wells")
    page.get_by_label("Adopted").fill("2024-06-06")
    page.get_by_role("button", name="Open the dossier").click()

    expect(page.get_by_role("status")).to_contain_text("The dossier is open")
    page.get_by_role("navigation", name="Dossier").get_by_role("link", name="Requests").click()
    expect(page.get_by_role("main").get_by_text(re.compile("proposed")).first).to_be_visible()


def test_see_what_got_weaker_and_sign(page_of: PageOf):
    page = page_of("Ana")
    page.goto("/dossiers/wells/conditions/")
    page.get_by_role("link", name="Show only what got weaker").click()
    expect(page.get_by_text("▼").first).to_be_visible()
    page.get_by_role("cell").get_by_role("link").last.click()
    page.get_by_role("radio").first.check()
    page.get_by_label("Reason").fill("The words of the draft say so.")
    page.get_by_role("button", name="Sign", exact=True).click()

    expect(page.get_by_role("status")).to_contain_text("Signed")


def test_look_at_a_dossier_as_of_a_day(page_of: PageOf):
    page = page_of("Ana")
    page.goto("/dossiers/wells/conditions/")
    expect(page.get_by_role("columnheader", name="draft 2").first).to_be_visible()
    page.get_by_label("As of").fill("2025-07-31")
    page.get_by_role("button", name="Show", exact=True).click()

    expect(page.get_by_role("columnheader", name="draft 2")).to_have_count(0)
    page.get_by_role("navigation", name="Dossier").get_by_role("link", name="Ledger").click()
    assert "as_of=2025-07-31" in page.url


def test_record_a_vote_with_the_keyboard_only(page_of: PageOf):
    page = page_of("Ana")
    page.goto("/dossiers/lro-concert-2024/session/")
    page.get_by_role("link", name="Record vote").focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Record vote")
    page.get_by_label("On", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.get_by_label(re.compile("consensus")).focus()
    page.keyboard.press("Space")
    page.get_by_label("From which day").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("2026-11")
    for _ in range(5):
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("The vote is recorded")


def test_a_confidential_dossier_is_there_for_its_people_only(page_of: PageOf):
    ana, adam = page_of("Ana"), page_of("Adam")

    ana.goto("/dossiers/")
    expect(ana.get_by_text("Wells nobody knows of").first).to_be_visible()
    for path in ("/", "/dossiers/"):
        adam.goto(path)
        expect(adam.get_by_text("Wells nobody knows of")).to_have_count(0)
    assert adam.goto("/dossiers/quiet-wells/").status == 404
    assert "quiet-wells" not in adam.goto("/api/v1/dossiers/").text()


def test_a_deadline_that_was_corrected_stays_so_when_the_text_is_read_again(page_of: PageOf):
    page = page_of("Ana")
    page.goto("/dossiers/wells/documents/resolution-208/")
    correct = page.get_by_role("link", name="Correct Invites, op2")
    correct.click()
    page.get_by_label("Date or value").first.fill("2025-02-28")
    page.get_by_role("button", name=re.compile("^Correct .*by 31 January 2025")).click()
    expect(page.get_by_role("status")).to_contain_text("Corrected")
    page.get_by_role("button", name="Read the source again").click()
    expect(page.get_by_role("status")).to_contain_text("Corrections stand as they were")
    correct.click()

    history = page.locator(".history")
    expect(history).to_contain_text("The rules read")
    expect(history).to_contain_text("31 January 2025")
    expect(history).to_contain_text("Ana")
    expect(history).to_contain_text("2025-02-28")


def test_record_a_report_that_answers_one_duty_and_leaves_another(page_of: PageOf):
    page = page_of("Ana")
    page.goto("/dossiers/lro-concert-2024/reports/")
    duties = page.get_by_role("listitem")
    costs = duties.filter(has=page.get_by_role("heading", name="report each year on what the membership costs"))
    talks = duties.filter(has=page.get_by_role("heading", name="keep Member States informed"))
    expect(costs).to_contain_text("no report yet")
    expect(talks).to_contain_text("unanswered for")
    page.get_by_role("link", name="Record report").click()
    page.get_by_label("To whom").fill("the Council")
    page.get_by_label("report each year on what the membership costs").fill("para. 7")
    page.get_by_role("button", name="Record report").click()

    expect(page.get_by_role("status")).to_contain_text("The report is recorded")
    expect(costs).not_to_contain_text("no report yet")
    expect(costs).to_contain_text("last report")
    expect(talks).to_contain_text("unanswered for")
    filed = page.get_by_role("main").locator("section").first
    expect(filed).to_contain_text("answered what the membership costs")
    expect(filed.get_by_role("link", name="para. 7")).to_be_visible()


def test_from_a_proposal_to_the_new_resolution(page_of: PageOf):
    page = page_of("Ana")
    page.goto("/dossiers/lro-concert-2024/session/")
    page.get_by_role("link", name="Table a proposal").click()
    page.get_by_label("Title").fill("Where the secretariat sits")
    page.get_by_label("Body").fill("Council")
    page.get_by_label("Options").fill("Stay: nothing changes\nMove to the coast: by 2028")
    page.get_by_role("button", name="Table a proposal").click()
    expect(page.get_by_role("status")).to_contain_text("The proposal is tabled")
    expect(page.get_by_role("columnheader", name="Move to the coast")).to_be_visible()

    page.goto("/dossiers/lro-concert-2024/enter/document/")
    page.get_by_label("Symbol").fill("C/45/R.9")
    page.get_by_label("Title").fill("Seat of the secretariat")
    page.get_by_label("It is").select_option("resolution")
    page.get_by_role("button", name="Add a document").click()
    expect(page.get_by_role("status")).to_be_visible()

    page.goto("/dossiers/lro-concert-2024/session/")
    page.get_by_role("link", name="Record vote").click()
    page.get_by_label("On", exact=True).select_option(label="Where the secretariat sits: Move to the coast")
    page.get_by_label("by consensus").check()
    page.get_by_role("button", name="Record vote").click()
    expect(page.get_by_role("status")).to_contain_text("The vote is recorded")
    page.get_by_role("link", name="Record decision").click()
    page.get_by_label("Vote", exact=True).select_option(index=0)
    page.get_by_label("New resolution").select_option(label="Seat of the secretariat")
    page.get_by_role("button", name="Record decision").click()
    expect(page.get_by_role("status")).to_contain_text("The decision is recorded")

    decided = page.get_by_role("listitem").filter(has_text="Where the secretariat sits")
    expect(decided.last).to_contain_text("adopted")
    decided.last.get_by_role("link", name=re.compile("c-45-r", re.I)).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Seat of the secretariat")
