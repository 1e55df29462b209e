"""What was wished for beside what was found."""


class Goals:
    def __init__(self):
        self.rows: list[dict] = []

    def add(self, work: str, goal: str, measured: str, met: bool) -> None:
        self.rows.append({"work": work, "goal": goal, "measured": measured, "met": met})

    def note(self, work: str, measured: str) -> None:
        """A figure nobody has set a goal for."""
        self.rows.append({"work": work, "goal": "", "measured": measured, "met": None})

    def table(self) -> str:
        words = {True: "yes", False: "NO", None: ""}
        lines = [("work", "goal", "measured", "met")]
        lines += [(row["work"], row["goal"], row["measured"], words[row["met"]]) for row in self.rows]
        widths = [max(len(line[place]) for line in lines) for place in range(4)]
        shown = ["  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines]
        return "\n".join([shown[0], "-" * sum(widths + [6]), *shown[1:]])
