"""The accessibility checker (axe-core), with findings told so that a person can find the place."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def findings(page) -> list[str]:
    """One line per offending element: rule, what is wrong, the element."""
    answer = Axe().run(page, options=RULES).response
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in answer["violations"]
        for node in violation["nodes"]
    ]
