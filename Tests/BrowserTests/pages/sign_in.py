from pages.screen import Screen


class SignIn(Screen):
    """«Đăng nhập», with the example cast offered by role."""

    PATH = "/dang-nhap"

    def as_cast(self, role: str = "Văn thư cơ quan") -> Screen:
        """Signs in as the first member of the cast with that role."""
        self.open(self.PATH)
        self.button(f"Vào vai {role}").click()
        self.page.wait_for_url(lambda url: self.PATH not in url)
        return self

    @property
    def cast_password(self) -> str:
        """The one password of all example accounts, as the page tells it."""
        self.open(self.PATH)
        return self.page.locator("section .hint b").inner_text()

    def with_password(self, name: str, password: str) -> Screen:
        self.open(self.PATH)
        self.fill("Tên đăng nhập", name)
        self.fill("Mật khẩu", password)
        self.button("Đăng nhập", exact=True).click()
        return self


def seated(window, role: str, **look) -> Screen:
    """A window where the first member of the cast with that role sits."""
    return SignIn(window(**look)).as_cast(role)


def named(window, name: str, **look) -> Screen:
    """A window where somebody of the example body sits, by their account."""
    sign_in = SignIn(window(**look))
    return sign_in.with_password(name, sign_in.cast_password)
