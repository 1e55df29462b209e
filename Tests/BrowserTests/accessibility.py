"""The accessibility checker (axe-core), with findings told so that a person can find the place."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
# What a theme of its own can break.
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}

# Only what is wrong is told, and nothing is fetched a second time: the checker takes two thirds of the time.
QUICK = {"resultTypes": ["violations"], "preload": False, "selectors": False}
SCRIPT = Axe().axe_script


def findings(page, rules=RULES) -> list[str]:
    """One line per offending element: rule, what is wrong, the element."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(SCRIPT)
    answer = page.evaluate("options => axe.run(options)", rules | QUICK)
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in answer["violations"]
        for node in violation["nodes"]
    ]
