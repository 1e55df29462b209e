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


def findings(page, rules=RULES) -> list[str]:
    """One line per offending element: rule, what is wrong, the element."""
    answer = Axe().run(page, options=rules).response
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in answer["violations"]
        for node in violation["nodes"]
    ]
