"""The instruments themselves: a checker that finds nothing on a bad page would make every other journey worthless."""

from accessibility import findings

GOOD = """<!doctype html><html lang="vi"><head><title>Văn bản đến</title></head>
<body><main><h1>Văn bản đến</h1><label>Trích yếu <input></label></main></body></html>"""


def test_the_checker_is_silent_on_a_sound_page(chromium):
    page = chromium.new_page()
    page.set_content(GOOD)
    assert findings(page) == []
    page.close()


def test_the_checker_sees_a_field_without_a_label(chromium):
    page = chromium.new_page()
    page.set_content(GOOD.replace("<label>Trích yếu <input></label>", "<input>"))
    assert any(finding.startswith("label:") for finding in findings(page))
    page.close()
